import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readPasted } from "../reading/read-pasted.ts";

const text = madeUpText(`one:
  title: One
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, then: end over }
`);
const asUtf8 = (encoded: Buffer) => encoded.toString("utf8");
const faultsIn = (given: string) =>
	readPasted(given).faults?.map(({ line, wrong }) => [line, wrong]);

test("a text in UTF-16 is named as that", () => {
	expect(faultsIn(asUtf8(Buffer.from(text, "utf16le")))).toEqual([
		[1, "This text is in UTF-16, and Concord reads UTF-8"],
	]);
	expect(faultsIn(asUtf8(Buffer.from(`\ufeff${text}`, "utf16le").swap16()))).toEqual([
		[1, "This text is in UTF-16, and Concord reads UTF-8"],
	]);
});

test("a letter of Windows-1252 is named at its line, with how to save the file again", () => {
	const given = asUtf8(Buffer.from(text.replace("Made up", "Caf\u00e9"), "latin1"));
	expect(readPasted(given).faults).toEqual([
		{
			line: 3,
			where: "",
			wrong:
				"A letter here could not be read: the file is not in UTF-8, but in another encoding such as Windows-1252",
			fix: expect.stringContaining("Save the file again as UTF-8"),
		},
	]);
});

test("a picture is no text", () => {
	expect(faultsIn(asUtf8(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 0x0a])))?.[0]?.[1]).toBe(
		"This is not a text: it has characters that no text has",
	);
});

test("a UTF-8 file may begin with the mark of Windows", () => {
	expect(faultsIn(`\ufeff${text}`)).toBeUndefined();
});

test.each([
	["where a line begins", "title: Made up", "\u00a0title: Made up", 3],
	["after a name", "title: Made up", "title:\u00a0Made up", 3],
	["in the indentation", "  one:", " \u00a0one:", 16],
])("a no-break space %s is named at its line", (_, good, wrong, line) => {
	expect(text).toContain(good);
	expect(faultsIn(text.replace(good, wrong))).toEqual([
		[
			line,
			"There is a no-break space or the like here, which looks like a space and is none to YAML",
		],
	]);
});

test("inside a sentence a no-break space is as good as any", () => {
	expect(faultsIn(text.replace("Made up", "Made\u00a0up"))).toBeUndefined();
});
