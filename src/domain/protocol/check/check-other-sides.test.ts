import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readProtocol } from "../reading/read-protocol.ts";

const read = (name: string) =>
	readFileSync(new URL(`../../../../test/language/${name}.yaml`, import.meta.url), "utf8");
const dissent = read("no-agency");

/** A dissent in which something else stands in one place of the file. */
const faultsWith = (was: string, now: string) => readProtocol(dissent.replace(was, now)).faults;

test("with no other agency, whatever is for the receiving agency is a fault, and says which way leads there", () => {
	expect(readProtocol(dissent).faults).toBeUndefined();
	const led = "“raise: ways: dissent:” is begun with no other agency, and leads to ";
	const fix = "Let it lead elsewhere, or take “with: no-agency” out of “raise: ways: dissent:”";
	expect(faultsWith("start: stage dissent\n", "start: stage talk\n")).toContainEqual(
		expect.objectContaining({
			where: "stages › talk › steps › talk › with",
			wrong: `${led}“talk”, which needs somebody of the receiving agency`,
			fix,
		}),
	);
	expect(
		faultsWith("sends: { what: [answer], to: [raising] }", "sends: { what: [], to: [receiving] }"),
	).toMatchObject([
		{
			where: "stages › dissent › steps › consider › outcomes › done › sends",
			wrong: `${led}something that is sent to the receiving agency`,
		},
	]);
	expect(
		faultsWith(
			"sends: { what: [issue], to: [conference-office] }",
			"copies: [{ to: receiving manager, sees: notice }]",
		),
	).toContainEqual(
		expect.objectContaining({
			where: "raise › ways › dissent › copies",
			wrong: `${led}a copy for the receiving agency`,
		}),
	);
	expect(faultsWith("by: [either manager]", "by: [receiving manager]")).toMatchObject([
		{
			where: "moves › withdraw › by",
			wrong: `${led}“withdraw”, a move that only the receiving agency may make`,
		},
	]);
	expect(
		faultsWith(
			"endings:",
			"clocks:\n  whole: { title: Settle it, by: receiving manager, within: 5 working days, from: stage dissent, until: end }\nendings:",
		),
	).toContainEqual(
		expect.objectContaining({
			where: "clocks › whole › by",
			wrong: `${led}“whole”, a time limit that the receiving agency sees to`,
		}),
	);
	expect(
		readProtocol(
			dissent
				.replace("asks: [answer]", "asks: [answer, who]")
				.replace(
					"  answer:",
					"  who: { type: person, of: receiving manager, label: Who? }\n  answer:",
				),
		).faults,
	).toMatchObject([
		{
			where: "stages › dissent › steps › consider › asks",
			wrong: `${led}“who”, which asks for somebody of the receiving agency`,
		},
	]);
});

test("what another way leads to is no fault of this one: a clock of a stage that it never comes to", () => {
	const text = dissent
		.replace(
			"start: stage talk\n",
			"sends: { what: [issue], to: [receiving] }\n  start: stage talk\n",
		)
		.replace(
			"endings:",
			"clocks:\n  whole: { title: Settle it, by: receiving manager, within: 5 working days, from: stage talk, until: end }\nendings:",
		);
	expect(readProtocol(text).faults).toBeUndefined();
});

test("the two sides of one agency have words of their own", () => {
	const inOneAgency = read("own-agency");
	expect(readProtocol(inOneAgency).faults).toBeUndefined();
	expect(
		readProtocol(inOneAgency.replace(", receiving: the social work team", "")).faults,
	).toMatchObject([
		{
			where: "words",
			wrong:
				"Where both sides are of one agency, “the conference service” and “the receiving agency” do not say which is meant",
		},
	]);
});

test("one person for both sides goes with one agency alone", () => {
	const text = madeUpText(`one:
  title: One
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, then: end over }
`);
	expect(
		readProtocol(text.replace("asks: [issue]", "asks: [issue], both-sides: true")).faults,
	).toMatchObject([{ where: "raise › both-sides" }]);
});
