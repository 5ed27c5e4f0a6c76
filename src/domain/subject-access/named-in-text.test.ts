import { expect, test } from "vitest";
import { lookFor } from "./named-in-text.ts";

const child = { dateOfBirth: "2018-05-14", identifier: "943 476 5919" };
const looking = lookFor(child, ["Zoë O’Brien-Hughes", "Zo Hughes"]);

test.each([
	["Her sister Zoë O’Brien-Hughes was cold", ["name"]],
	["HUGHES-OBRIEN, Zoe", ["name"]],
	["We saw zoe. Mrs O’Brien and Mr Hughes came", ["name"]],
	["Zo Hughes was there", ["name"]],
	["zo hughes was there", ["name"]],
	["Zoë was cold", []],
	["Mrs Hughes rang", []],
	["born on 14 May 2018", ["birth"]],
	["born on 15 May 2018", []],
	["NHS 943-476-5919", ["identifier"]],
	["NHS 987 654 4321", []],
	["", []],
])("“%s” may tell of her by: %s", (text, ways) => {
	expect(looking?.waysIn(text)).toEqual(ways);
});

test("a first name alone is looked for where it is one of the names", () => {
	expect(lookFor(child, ["Zoë"])?.waysIn("Zoë was cold")).toEqual(["name"]);
});

test("of a text the parts are found that have any of it", () => {
	const parts = ["Zoë was cold.", "Nobody came.", "She was born on 14/05/2018."];
	expect(parts.map((part) => looking?.isIn(part))).toEqual([true, false, true]);
});

test("names without a word that can be looked for are none", () => {
	expect(lookFor({ dateOfBirth: "", identifier: "" }, ["-", "Baby"])).toBeUndefined();
});
