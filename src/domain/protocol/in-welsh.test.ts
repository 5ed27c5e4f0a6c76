import { describe, expect, test } from "vitest";
import { madeUpText } from "../../../protocols/made-up.fixture.ts";
import { somersetSource } from "../../../test/support/partnership.ts";
import { withAgencyNames } from "../difference/told/words.ts";
import { inWelsh, textsOf, welshSoFar } from "./in-welsh.ts";
import type { Protocol } from "./protocol.ts";
import { readProtocol } from "./reading/read-protocol.ts";

const protocolIn = (text: string): Protocol => {
	const { protocol, faults } = readProtocol(text);
	if (!protocol) throw new Error(JSON.stringify(faults));
	return protocol;
};
const small = madeUpText(`one:
  title: One
  steps:
    a: { kind: task, title: Write to agency B, by: raising practitioner, then: b }
    b: { kind: task, title: Answer agency B, by: raising practitioner, then: end over }`).replace(
	"roles:",
	"words: { raising: agency A, receiving: agency B }\nroles:",
);
const withWelsh = (lines: string) => `${small}\nwelsh:\n${lines}`;
const faultsIn = (text: string) =>
	(readProtocol(text).faults ?? []).map(({ where, wrong, fix }) => [where, wrong, fix]);

describe("a protocol that is translated in part", () => {
	const protocol = protocolIn(
		withWelsh(
			"  One: Un\n  Write to agency B: Ysgrifennu at asiantaeth B\n  agency B: asiantaeth B",
		),
	);
	const welsh = inWelsh(protocol);
	const steps = welsh.stages[0]?.steps.map(({ title }) => title);

	test("says in Welsh what has Welsh, in English what has none, and counts both", () => {
		expect(welsh.stages[0]?.title).toBe("Un");
		expect(steps).toEqual(["Ysgrifennu at asiantaeth B", "Answer agency B"]);
		expect(welshSoFar(protocol)).toMatchObject({ translated: 3 });
		expect(welshSoFar(protocol).texts).toBeGreaterThan(3);
	});
	test("puts the agency’s name into its texts of either language", () => {
		const names = { agencies: { raising: "Oakfield", receiving: "Larkhill" } };
		expect(steps?.map((title) => withAgencyNames(welsh, names, title))).toEqual([
			"Ysgrifennu at Larkhill",
			"Answer Larkhill",
		]);
	});
	test("is the same protocol in everything but its texts", () => {
		const textless = ({ english: _, ...one }: Protocol) =>
			JSON.stringify({ ...one, welsh: {} }).replaceAll(
				/"(title|called|receiving|label|say)":"[^"]*"/g,
				"",
			);
		expect(textless(welsh)).toBe(textless(protocol));
	});
});

describe("Welsh that loses something is a fault", () => {
	test.each([
		[
			"with another place for an answer",
			"  One: Un {decision}",
			[
				"welsh › One",
				"What is put into the text is not the same in Welsh",
				"Write each of these once in the Welsh: nothing between { and }",
			],
		],
		[
			"in several lines where the English is in one",
			'  One: "Un\\nDau"',
			["welsh › One", "The English is in one line, and the Welsh is not", "Write it in one line"],
		],
	])("%s", (_, lines, fault) => expect(faultsIn(withWelsh(lines))).toEqual([fault]));
});

test("Welsh of a text that is not there is warned of: whoever changes a sentence need not know Welsh", () => {
	const { warnings } = readProtocol(withWelsh("  Two: Dau"));
	expect(warnings?.map(({ where, wrong }) => [where, wrong])).toContainEqual([
		"welsh › Two",
		"No text of this file is “Two”, so its Welsh is never shown",
	]);
});

test("Somerset’s protocol is in Welsh whole, but for what Concord asks in every protocol", () => {
	const somerset = protocolIn(somersetSource);
	const { translated, texts } = welshSoFar(somerset);
	expect(texts - translated).toBe(0);
	expect([...textsOf(inWelsh(somerset))]).toContain("Datrys cynnar");
});
