import { expect, test } from "vitest";
import type { Child } from "../protocol/answers.ts";
import { askedToFind, isSameChild } from "./same-child.ts";

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

test("children are looked for by each date of birth and each identifier once", () => {
	expect(
		askedToFind([
			{ ...casey, identifier: "943 476 5919" },
			{ ...casey, name: "Robin", identifier: "943-476-5919" },
			{ name: "Sam", dateOfBirth: "", identifier: "not known" },
		]),
	).toEqual([
		{ by: "born", day: "2015-05-03" },
		{ by: "identifier", identifier: "9434765919" },
	]);
});
