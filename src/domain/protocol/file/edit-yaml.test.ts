import { describe, expect, test } from "vitest";
import { type Edit, editableYaml } from "./edit-yaml.ts";

const edited = (source: string, ...edits: Edit[]) => editableYaml(source).edited(edits);

describe("another text takes the place of one that is there, written as the old one was", () => {
	test.each([
		["plain", "a: one # why\n", "two", "a: two # why\n"],
		["plain, where it needs quotes", "a: one # why\n", "two: three", 'a: "two: three" # why\n'],
		["in double quotes", 'a: "one"\n', "two", 'a: "two"\n'],
		["in single quotes", "a: 'one'\n", "it’s two", "a: 'it’s two'\n"],
		["a number in quotes", 'a: "999"\n', "0300 123", 'a: "0300 123"\n'],
		["between { and }", "{ a: one, b: x }\n", "two, three", '{ a: "two, three", b: x }\n'],
		["on several lines", "a: one\n  two\nb: x\n", "three", "a: three\nb: x\n"],
		[
			"folded",
			"a: >- # why\n    one\n    two\n\nb: x\n",
			"three",
			"a: >- # why\n    three\n\nb: x\n",
		],
		[
			"folded, of two paragraphs",
			"a: >-\n  one\nb: x\n",
			"two\nthree",
			"a: >-\n  two\n\n  three\nb: x\n",
		],
		["with its lines", "a: |\n  one\n  two\nb: x\n", "1\n\n2", "a: |\n  1\n\n  2\nb: x\n"],
		["of several lines now", "a: one\nb: x\n", "1\n2", "a: |-\n  1\n  2\nb: x\n"],
		["of several lines before a comment", "a: one # why\n", "1\n2", 'a: "1\\n2" # why\n'],
		["at the end of a file without a last line end", "b: x\na: one", "two", "b: x\na: two"],
	])("%s", (_, source, write, after) => {
		expect(edited(source, { at: ["a"], write })).toBe(after);
	});

	test("long texts are wrapped where they were", () => {
		const after = edited("in:\n  a: >-\n    one\n", {
			at: ["in", "a"],
			write: "word ".repeat(40).trim(),
		});
		const lines = after?.trimEnd().split("\n").slice(2) ?? [];
		expect(lines.length).toBeGreaterThan(1);
		for (const line of lines) expect(line).toMatch(/^ {4}word.{0,96}$/);
	});
});

describe("a new word", () => {
	test.each([
		["after another, on a line", "a: 1 # why\nb: 2\n", "a: 1 # why\nn: new\nb: 2\n"],
		["between { and }", "{ a: 1, b: 2 }\n", "{ a: 1, n: new, b: 2 }\n"],
		["after a text in a block", "a: >-\n  1\n\n# b\nb: 2\n", "a: >-\n  1\nn: new\n\n# b\nb: 2\n"],
		["after a group", "a:\n  c: 1 # c\n# b\nb: 2\n", "a:\n  c: 1 # c\nn: new\n# b\nb: 2\n"],
		["after the last line", "a: 1", "a: 1\nn: new\n"],
	])("is put %s", (_, source, after) => {
		expect(edited(source, { at: ["n"], write: "new", after: "a" })).toBe(after);
	});

	test("becomes the last where nothing is said of its place, and brings the groups that it needs", () => {
		expect(
			edited(
				"a: { b: 1 }\n",
				{ at: ["n", "one"], write: "1 day" },
				{ at: ["n", "two"], write: "2 days" },
			),
		).toBe("a: { b: 1 }\nn: { one: 1 day, two: 2 days }\n");
	});

	test("in a list stands under the last item", () => {
		const item = { at: ["a", 1], write: { if: "x, y", call: "999" } };
		expect(edited("a:\n  - { if: x } # why\n\nb: 1\n", item)).toBe(
			'a:\n  - { if: x } # why\n  - { if: "x, y", call: "999" }\n\nb: 1\n',
		);
		expect(edited("a: [{ if: x }]\n", item)).toBe('a: [{ if: x }, { if: "x, y", call: "999" }]\n');
	});
});

describe("what is taken out", () => {
	test.each<[string, string, string[], string]>([
		[
			"goes with its line and its own comment",
			"# a\na: 1 # why\n# b\nb: 2\n",
			["a"],
			"# a\n# b\nb: 2\n",
		],
		["goes with its comma", "{ a: 1, b: 2, c: 3 }\n", ["b"], "{ a: 1, c: 3 }\n"],
		["may be the first", "{ a: 1, b: 2, c: 3 }\n", ["a", "b"], "{ c: 3 }\n"],
		["may be the last", "{ a: 1, b: 2, c: 3 }\n", ["b", "c"], "{ a: 1 }\n"],
		[
			"leaves the comments of other lines",
			"{ a: 1, # a\n  b: 2, # b\n  c: 3 }\n",
			["b"],
			"{ a: 1, # a\n  # b\n  c: 3 }\n",
		],
	])("%s", (_, source, words, after) => {
		expect(edited(source, ...words.map((word) => ({ at: [word], write: undefined })))).toBe(after);
	});

	test("takes with it a group of which nothing is left", () => {
		const gone = { at: ["a", "in", "x"], write: undefined };
		expect(edited("a:\n  b: 1\n  in:\n    x: 1\nc: 2\n", gone)).toBe("a:\n  b: 1\nc: 2\n");
		expect(edited("a: { b: 1, in: { x: 1 } }\n", gone)).toBe("a: { b: 1 }\n");
	});

	test("leaves room for what comes at the same time", () => {
		expect(
			edited(
				"a: { one: 1 } # why\n",
				{ at: ["a", "two"], write: "2" },
				{ at: ["a", "one"], write: undefined },
			),
		).toBe('a: { two: "2" } # why\n');
	});

	test("was perhaps never there", () => {
		expect(edited("a: 1\n", { at: ["b", "c"], write: undefined })).toBe("a: 1\n");
	});
});

test("what the file says once for several places is known", () => {
	const { isShared } = editableYaml("a: &x { b: 1 }\nc: *x\nd: { e: &y 1 }\nf: 1\n");
	expect([["a", "b"], ["c", "b"], ["c"], ["d", "e"]].map(isShared)).toEqual([
		true,
		true,
		true,
		true,
	]);
	expect([["d"], ["f"], ["nowhere"]].map(isShared)).toEqual([false, false, false]);
});

test.each([
	["an older YAML, in which “yes” is no text", "%YAML 1.1\n---\na: one\n", "yes"],
	["a group with marks for its words", "? a\n: ? b\n  : one\n", undefined],
])(
	"a file that is written in a way that would come out otherwise stays as it is: %s",
	(_, source, write) => {
		expect(edited(source, { at: write ? ["a"] : ["a", "b"], write })).toBeUndefined();
	},
);
