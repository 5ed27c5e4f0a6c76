import { expect, test } from "vitest";
import { foundByLetters, namedInFull } from "./find-by-letters.ts";

const people = [
	{ name: "Zoë Hartnell", jobTitle: "Class teacher" },
	{ name: "Zoe Hart", jobTitle: "Team manager" },
	{ name: "Siân O’Brien-Llŷr", jobTitle: "Social worker" },
	{ name: "محمد علي", jobTitle: "Social worker" },
	{ name: "Sam Lee", jobTitle: "Police constable" },
	{ name: "Sam Lee", jobTitle: "Police sergeant" },
];
const found = (typed: string) => foundByLetters(people, typed).map(({ name }) => name);

test.each([
	["zoe", ["Zoë Hartnell", "Zoe Hart"]],
	["hart man", ["Zoe Hart"]],
	["obrien", ["Siân O’Brien-Llŷr"]],
	["O'Brien", ["Siân O’Brien-Llŷr"]],
	["llyr sian", ["Siân O’Brien-Llŷr"]],
	["soc", ["Siân O’Brien-Llŷr", "محمد علي"]],
	["محم", ["محمد علي"]],
	["artnell", []],
	["", []],
	[" , ", []],
])("%j finds %j", (typed, names) => {
	expect(found(typed)).toEqual(names);
});

test("somebody named in full is one person, unless there are several", () => {
	expect(namedInFull(people, "zoë hartnell")?.jobTitle).toBe("Class teacher");
	expect(namedInFull(people, "Sam Lee")).toBeUndefined();
	expect(namedInFull(people, "Sam Lee, Police sergeant")?.jobTitle).toBe("Police sergeant");
	expect(namedInFull(people, "Zoe")).toBeUndefined();
	expect(namedInFull(people, "")).toBeUndefined();
});
