import { expect, test } from "vitest";
import type { Child } from "../protocol/answers.ts";
import { isSameChild } from "./same-child.ts";

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
