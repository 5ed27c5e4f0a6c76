import fc from "fast-check";
import { expect, test } from "vitest";
import type { Child } from "../protocol/answers.ts";
import { codesOf } from "./find-child.ts";
import { codesOfSame, isSameChild } from "./same-child.ts";

const casey: Child = { name: "Casey Example", dateOfBirth: "2015-05-03", identifier: "" };

test.each([
	["the same name and date", {}, true],
	["a name with other capitals, accents and spaces", { name: "cásey  EXAMPLE\u200B" }, true],
	["another identifier", { identifier: "943 476 5919" }, true],
	["another name", { name: "Cassie Example" }, false],
	["another date", { dateOfBirth: "2015-05-04" }, false],
	["no date", { dateOfBirth: "" }, false],
	["a child who is not born yet", { unborn: true }, false],
])("with %s it is one child: %s %s", (_, other, same) => {
	expect(isSameChild(casey, { ...casey, ...other })).toBe(same);
});

test("two without a date of birth are not known to be one", () => {
	const unknown = { ...casey, dateOfBirth: "" };
	expect(isSameChild(unknown, unknown)).toBe(false);
});

test.each([
	["one identifier, whatever else was typed", "943 476 5919", "943-476-5919", true],
	["another identifier", "943 476 5919", "943 476 5918", false],
	["what says that there is none", "not known", "not known", false],
])("under another name, with %s: %s and %s are one child: %s", (_, one, other, same) => {
	expect(
		isSameChild(
			{ ...casey, identifier: one },
			{ name: "K. Sample", dateOfBirth: "", identifier: other },
		),
	).toBe(same);
});

test("whoever is one child is found under all codes of one list", () => {
	const children = [
		{ ...casey, identifier: "943 476 5919" },
		{ name: "", dateOfBirth: "2014-01-02", identifier: "" },
		{ name: "Sam", dateOfBirth: "", identifier: "not known" },
	];
	const lists = codesOfSame(children);
	expect(lists).toEqual([
		[
			{ kind: "born", text: "2015-05-03" },
			{ kind: "name", text: "cas" },
		],
		[{ kind: "born", text: "2014-01-02" }],
		[{ kind: "identifier", text: "9434765919" }],
	]);
});

test("a child who is the same by any way to type the name is found under what is looked for", () => {
	const way = fc.constantFrom(
		"Casey Example",
		"cásey-EXAMPLE",
		"Ca sey Example",
		"C. A'sey/Example",
		"caseyexample",
	);
	const child = fc.record({
		name: way,
		dateOfBirth: fc.constantFrom("2015-05-03", ""),
		identifier: fc.constantFrom("", "943 476 5919", "943-4765919"),
	});
	fc.assert(
		fc.property(child, child, (one, other) => {
			const under = codesOf(other).map(({ kind, text }) => `${kind} ${text}`);
			const found = codesOfSame([one]).some((all) =>
				all.every(({ kind, text }) => under.includes(`${kind} ${text}`)),
			);
			if (isSameChild(one, other)) expect(found).toBe(true);
		}),
	);
});
