import { describe, expect, test } from "vitest";
import { everyConstructText } from "../../../protocols/every-construct.fixture.ts";
import { rulesFrom } from "../../../protocols/somerset.fixture.ts";
import { inEnglish } from "../said.ts";
import { isNarrative, readAnswers } from "./answers.ts";
import { fieldOf } from "./protocol.ts";

const { protocol } = rulesFrom(everyConstructText);
const read = (field: string, given: unknown) => {
	const { answers, errors } = readAnswers(protocol, [field], { [field]: given });
	return {
		answers,
		errors:
			errors &&
			Object.fromEntries(Object.entries(errors).map(([at, says]) => [at, inEnglish(says)])),
	};
};

test("what nobody sees, and what cannot be said, is no name", () => {
	for (const name of ["\u200B", "\u2060\u00AD", "\uF0B7\t", "\u00A0", "–", "."])
		expect(
			read("siblings", [{ name, unborn: true, facts: { school: "Oakfield" } }]).errors,
		).toEqual({
			"siblings-0-name": "Enter the child’s name",
		});
	expect(
		read("siblings", [
			{
				name: "\u200EZoe\u0308\u00A0 Hart\u200Bnell\n",
				unborn: true,
				facts: { school: "Oakfield" },
			},
		]).answers,
	).toMatchObject({ siblings: [{ name: "Zoe\u0308 Hartnell" }] });
});

describe("a child in full", () => {
	const child = (also: object) =>
		read("siblings", [
			{
				name: "Mair",
				dateOfBirth: "",
				identifier: "",
				facts: { school: "Oakfield" },
				...also,
			},
		]);

	test.each([
		["the date of birth", { dateOfBirth: "2018-09-14" }],
		["about how old", { age: "7" }],
		["that the date of birth is not known", { birthUnknown: true }],
		["that, and about how old", { birthUnknown: true, age: "0" }],
		["that the child is not born", { unborn: true }],
		["that, and when it is expected", { unborn: true, dateOfBirth: "2026-09-14" }],
	])("has one of these said: %s", (_, also) => {
		expect(child(also).errors).toBeUndefined();
	});

	test.each([
		[
			"nothing",
			{},
			"dateOfBirth",
			"Enter the child’s date of birth, or their age, or say that it is not known",
		],
		[
			"a date that is not known",
			{ dateOfBirth: "2018-09-14", birthUnknown: true },
			"dateOfBirth",
			"Enter the date of birth, or say that it is not known, not both",
		],
		[
			"a date and an age",
			{ dateOfBirth: "2018-09-14", age: "7" },
			"age",
			"Leave the age empty where you enter the date of birth",
		],
		[
			"an age before birth",
			{ unborn: true, age: "0" },
			"age",
			"Leave the age empty for a child who is not born yet",
		],
		["an age that is none", { age: "seven" }, "age", "Enter an age in whole years, such as 7"],
	])("does not have this said: %s", (_, also, at, message) => {
		expect(child(also).errors).toEqual({ [`siblings-0-${at}`]: message });
	});

	test("has the facts of the protocol, each text, day or one of its options", () => {
		expect(child({ unborn: true, facts: {} }).errors).toEqual({
			"siblings-0-facts-school": "Enter “School”",
		});
		expect(
			child({ unborn: true, facts: { school: "Oakfield", "plan-status": "adopted" } }).errors,
		).toEqual({ "siblings-0-facts-plan-status": "Choose “Plan”" });
		expect(child({ unborn: true }).answers?.siblings).toMatchObject([
			{ facts: { school: "Oakfield", "plan-status": "", "seen-on": "" } },
		]);
	});
});

test("where it need not be complete, nothing is asked but the name", () => {
	expect(read("adults", [{ name: "Pat" }]).errors).toBeUndefined();
});

describe("a table", () => {
	const visit = { on: "2026-03-02", what: "Nobody in", how: "announced" };

	test("has as many rows as the protocol says", () => {
		expect(read("visits", [visit]).errors).toEqual({ visits: "Fill in 2 rows or more" });
		expect(read("visits", [visit, visit]).errors).toBeUndefined();
		expect(read("visits", Array(6).fill(visit)).errors).toEqual({
			visits: "Fill in 5 rows or fewer",
		});
	});

	test("has in each row what its columns ask, and no more", () => {
		expect(read("visits", [visit, { on: "2026-02-30", what: " ", how: "" }]).errors).toEqual({
			"visits-1-on": "Enter a real date, such as 9 4 2026",
			"visits-1-what": "Enter “What was seen”",
			"visits-1-how": "Choose “How”",
		});
		expect(read("visits", [visit, { ...visit, who: "Ada" }]).errors).toBeDefined();
	});

	test("that is optional may be left blank, whatever its least rows", () => {
		expect(read("visits", []).answers).toEqual({});
	});
});

test("a time is one of a day", () => {
	expect(read("call-at", "14:15").answers).toEqual({ "call-at": "14:15" });
	expect(read("call-at", "24:00").errors).toEqual({
		"call-at": "Enter a time, like 2:15pm or 14:15",
	});
});

test("an agency that is named twice counts once", () => {
	const larkhill = { id: "b", name: "Larkhill" };
	expect(
		read("agencies-there", [larkhill, { name: "Elm Nursery" }, larkhill, { name: "elm nursery" }])
			.answers,
	).toEqual({ "agencies-there": [larkhill, { name: "Elm Nursery" }] });
});

test("an agency of the directory is no narrative, one that was typed is", () => {
	const field = fieldOf(protocol, "agencies-there");
	expect(isNarrative(field, [{ id: "b", name: "Larkhill" }])).toBe(false);
	expect(isNarrative(field, [{ id: "b", name: "Larkhill" }, { name: "Elm" }])).toBe(true);
	expect(isNarrative(fieldOf(protocol, "led-by"), { name: "Elm" })).toBe(true);
});

test("a text is as long as its protocol lets it be", () => {
	expect(read("in-short", "x".repeat(60)).errors).toBeUndefined();
	expect(read("in-short", "x".repeat(61)).errors).toEqual({
		"in-short": "Shorten “Mediation in a few words” to 60 characters or fewer",
	});
});
