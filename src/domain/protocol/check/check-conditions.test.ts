import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readProtocol } from "../reading/read-protocol.ts";

const text = readFileSync(
	new URL("../../../../test/language/follow-up.yaml", import.meta.url),
	"utf8",
);

const faultsOf = (changed: string) => {
	expect(changed).not.toBe(text);
	return (readProtocol(changed).faults ?? []).map(({ wrong, fix }) => `${wrong}. ${fix}`);
};

describe("a case goes by", () => {
	test.each([
		[
			"a field that there is",
			text.replace("{ safe: for-now } }]", "{ save: for-now } }]"),
			"There is no field that is a choice called “save”. Did you mean “safe”?",
		],
		[
			"an option that there is",
			text.replace("{ safe: for-now } }]", "{ safe: for-know } }]"),
			"There is no option of “safe” called “for-know”. Did you mean “for-now”?",
		],
		[
			"a choice, and no text",
			text.replace("{ safe: for-now } }]", "{ issue: for-now } }]"),
			"“issue” is no choice, so no case can go by it. Go by a field of “type: choice”, such as “safe”, or by the “way” it began",
		],
		[
			"a way to begin that there is",
			text.replace("{ way: urgent }", "{ way: urgently }"),
			"There is no way to begin called “urgently”. Did you mean “urgent”?",
		],
		[
			"something",
			text.replace("{ way: urgent }", "{}"),
			"It does not say when. Write a choice with the option that must be answered, such as “when: { agreed: no }”",
		],
	])("%s", (_, changed, said) => {
		expect(faultsOf(changed)).toEqual([said]);
	});
});

describe("whoever is asked a follow-up knows whether it is", () => {
	test("as its question comes before it", () => {
		expect(
			faultsOf(
				text
					.replace("              - agreed\n", "")
					.replace(
						"safe: for-now } }\nendings",
						"safe: for-now } }\n              - agreed\nendings",
					),
			),
		).toContain(
			"“why” goes by the answer to “agreed”, which is not asked before it. Put “agreed” before “why”",
		);
	});

	test("as what it goes by was asked on every path", () => {
		expect(
			faultsOf(text.replace("      asks: [issue, safe]\n", "      asks: [issue]\n")),
		).toContain(
			"On some path whoever is asked “plan” has not read the answer to “safe”, by which it goes. Ask “safe” in the same act, before “plan”; or ask it in everything that leads here, and send it to them",
		);
	});

	test("as what it goes by was sent to them on every path", () => {
		expect(
			faultsOf(text.replace("  sends: { what: [issue, safe]", "  sends: { what: [issue]")),
		).toHaveLength(1);
	});

	test("as it began there, where it goes by the way it began", () => {
		expect(
			faultsOf(text.replace("when: { agreed: yes, safe: for-now }", "when: { way: urgent }")),
		).toEqual([
			"How it began is known to the raising agency alone, and “plan” is asked of the receiving agency. Let each way to begin lead to a step of its own",
		]);
	});

	test("and is asked once", () => {
		expect(
			faultsOf(
				text.replace("          replied: { sends", "          replied: { asks: [why], sends"),
			),
		).toEqual([
			"“why” is asked twice in one act, and once only in some cases. Ask it in one place",
		]);
	});
});

describe("what is asked only in some cases", () => {
	const answersDay = text.replace(
		"        by: raising practitioner\n        asks",
		"        by: raising practitioner\n        due: { on: safe-until }\n        asks",
	);

	test("gives no date to a clock that needs one", () => {
		expect(faultsOf(answersDay)[0]).toContain(
			"On some path nobody was asked for “safe-until” before “weigh” is owed, so it has no date",
		);
	});

	test("leaves no gap in a letter", () => {
		const letter = text
			.replace("          settled: end settled\n", "          settled: tell\n")
			.replace(
				"forms:\n",
				"      tell: { kind: letter, title: Write, by: raising practitioner, letter: l, then: end settled }\nletters:\n  l: { title: Letter, text: 'Because {why}' }\nforms:\n",
			);
		expect(faultsOf(letter)).toEqual([
			"“why” is asked only in some cases, and in the others the letter has a gap. Ask “why” without “when:”, or write the letter without it",
		]);
	});
});
