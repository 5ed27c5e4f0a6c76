import { expect, test } from "vitest";
import { carriesWhiteText, contrastWithWhite, pathNameOf, readColour } from "./identity.ts";

test.each([
	["Northfield Safeguarding Children Partnership", "northfield-safeguarding-children-partnership"],
	["  Ynys Môn & Gwynedd ", "ynys-mon-gwynedd"],
	["安全", "partnership"],
	[`${"Long ".repeat(30)}`, "long-long-long-long-long-long-long-long-long-long-long-long"],
])("%j stands in an address as %j", (name, path) => expect(pathNameOf(name)).toBe(path));

test.each([
	["#12343B", "#12343b"],
	["abc", "#aabbcc"],
	[" 5b2a86 ", "#5b2a86"],
	["red", undefined],
	["#12345", undefined],
])("%j is the colour %j", (typed, colour) => expect(readColour(typed)).toBe(colour));

// The figures of WCAG 2.2 for grey, the lightest that carries white text being #767676.
test.each([
	["#000000", 21, true],
	["#ffffff", 1, false],
	["#767676", 4.54, true],
	["#777777", 4.48, false],
	["#12343b", 13.3, true],
])("white stands on %s with %d to 1", (colour, contrast, carries) => {
	expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 1);
	expect(carriesWhiteText(colour)).toBe(carries);
});
