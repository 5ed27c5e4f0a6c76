import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readProtocol } from "../reading/read-protocol.ts";
import { sentences } from "../told/table/row.ts";
import { stage } from "../told/table/steps.ts";

const textOf = (name: string) =>
	readFileSync(new URL(`../../../../test/language/${name}.yaml`, import.meta.url), "utf8");
const kept = textOf("not-read-by");
const pool = textOf("pool");

const faultsOf = (changed: string) => {
	expect([kept, pool]).not.toContain(changed);
	return (readProtocol(changed).faults ?? []).map(({ wrong }) => wrong);
};
const stageKept = "not-read-by: [receiving practitioner]";

test("a stage says who does not read it", () => {
	const { protocol } = readProtocol(kept);
	const formal = protocol?.stages.find(({ id }) => id === "formal");
	expect(protocol && formal && sentences(protocol, stage, formal)).toContain(
		"Not for the receiving agency’s social worker to read.",
	);
});

describe("whoever is to take part may read it", () => {
	test.each([
		[
			"does it",
			"by: receiving manager\n        due",
			"by: receiving practitioner\n        due",
			"“receiving practitioner” does this, and “not-read-by:” keeps “respond” from them",
		],
		[
			"is consulted",
			"asks: [response]",
			"asks: [response]\n        consults: [receiving practitioner]",
			"“receiving practitioner” is consulted on this, and “not-read-by:” keeps “respond” from them",
		],
		[
			"is named",
			"asks: [last-word]",
			"asks: [last-word]\n        named-in: other",
			"“receiving practitioner” is named to do this, and “not-read-by:” keeps “sign” from them",
		],
		[
			"is copied in",
			"agreed: { sends: { what: [response], to: [raising] }, then: end resolved }",
			"agreed: { sends: { what: [response], to: [raising] }, copies: [{ to: receiving practitioner, sees: notice }], then: end resolved }",
			"“receiving practitioner” is copied in here, and “not-read-by:” keeps “respond” from them",
		],
	])("also who %s", (_, before, after, fault) => {
		expect(kept).toContain(before);
		expect(faultsOf(kept.replace(before, after))).toContain(fault);
	});

	test("and of those who make a move one may read where it stands", () => {
		expect(
			faultsOf(
				kept.replace(
					"by: [raising practitioner, raising manager, receiving practitioner]",
					"by: [receiving practitioner]",
				),
			),
		).toContain(
			"During “formal” nobody could make this move: “not-read-by:” keeps it from all who make it",
		);
	});
});

describe("what cannot be kept from them is a fault:", () => {
	test.each([
		[
			"nobody whom the file names",
			"not-read-by: [receiving practitoner]",
			"There is no role with a level inside an agency called “practitoner”",
		],
		[
			"an office",
			"not-read-by: [business-unit]",
			"“business-unit” is an office, and this is about the levels of an agency",
		],
	])("%s", (_, said, fault) => {
		expect(faultsOf(kept.replace(stageKept, said))).toContain(fault);
	});

	test("everybody of an agency", () => {
		expect(
			faultsOf(
				kept
					.replace(
						"senior-manager: { level: senior-manager }",
						"senior-manager: { level: director }",
					)
					.replace("not-read-by: [receiving manager]", "not-read-by: [receiving senior-manager]"),
			),
		).toContain(
			"Nobody of the receiving agency could read this: “senior-manager” is of its highest level",
		);
	});
});

describe("what a pool owes is one person’s,", () => {
	test("and the file says who names them", () => {
		expect(faultsOf(pool.replace("        named-in: who\n", ""))).toContain(
			"“meet” is for the facilitator, and does not say which of them",
		);
	});

	test("and it is the office that gives it which does", () => {
		expect(
			faultsOf(
				pool.replaceAll(/ +asks: \[who\]\n/g, "").replace("asks: [issue]", "asks: [issue, who]"),
			),
		).toContain("The Business Unit gives “meet” to one of a pool, and is never asked for “who”");
	});

	test("for it to take over, so it may read it", () => {
		expect(
			faultsOf(pool.replace("named-in: who", "named-in: who\n        private: true")),
		).toContain("Only the one who is given “meet” could read it, and nobody could take it over");
	});

	test("and an office gives it", () => {
		expect(faultsOf(pool.replace("given-by: business-unit", "given-by: manager"))).toContain(
			"There is no role with an office called “manager”",
		);
		expect(faultsOf(pool.replace("given-by: business-unit", "given-by: facilitator"))).toContain(
			"“facilitator” is this very office, and what a pool reads is given to it by another office",
		);
	});

	test("so nobody of it sees to a clock", () => {
		expect(
			faultsOf(
				pool.replace(
					"endings:",
					"clocks:\n  all: { title: All of it, by: facilitator, within: 20 working days, from: raised, until: end }\nendings:",
				),
			),
		).toContain(
			"The clock “all” is for the facilitator, and each of them reads only what they are given",
		);
	});
});

describe("who reads goes by the levels of the directory", () => {
	const tiers = textOf("five-tiers");
	const keptFrom = (role: string) =>
		tiers.replace("number: 1\n", `number: 1\n    not-read-by: [receiving ${role}]\n`);

	test("also where the protocol has its own", () => {
		const { protocol, faults } = readProtocol(keptFrom("practitioner"));
		expect(faults).toBeUndefined();
		expect(protocol?.stages[0]?.keptTo).toEqual({ receiving: "manager" });
	});

	test.each(["team-manager", "service-manager"])("so nothing is kept from a %s", (role) => {
		expect(faultsOf(keptFrom(role))).toContain(
			"“service-manager” is a level by posts alone, and who reads goes by the levels of the directory",
		);
	});

	test("and what is kept above managers is no part of those who hold a post", () => {
		const faults = faultsOf(
			kept.replace(
				"roles:\n",
				`levels:
  practitioner: { is: practitioner }
  manager: { is: manager }
  senior-manager: { is: senior-manager, posts: [head-of-service] }
roles:
`,
			),
		);
		expect(faults).toContain(
			"“receiving senior-manager” does this, and “not-read-by:” keeps “sign” from them",
		);
	});

	test("and of agencies involved it is kept from each", () => {
		const { protocol, faults } = readProtocol(
			textOf("other-agencies").replace(
				"number: 1\n",
				"number: 1\n    not-read-by: [involved practitioner]\n",
			),
		);
		expect(faults?.map(({ wrong }) => wrong) ?? []).toEqual([]);
		expect(protocol?.stages[0]?.keptTo).toMatchObject({
			"involved-1": "manager",
			"involved-2": "manager",
		});
	});
});
