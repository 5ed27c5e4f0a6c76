import { describe, expect, test } from "vitest";
import { knownFrom, namesInText, vocabularyOf, withoutFindings } from "./names-in-text.ts";

const known = knownFrom({
	names: ["Ella-May Brook", "Tom Brook", "Will Grace", "Mr Denny O’Shea"],
	texts: [
		"Ella was seen at home. Her aunt Rosalind lives in Marsh Lane. The school rang Monday.",
		"She lives near the lane with her aunt.",
	],
	places: ["Saltmarsh Primary School"],
	datesOfBirth: ["2015-03-04"],
	identifiers: ["943 476 5919", "AB/1234"],
	vocabulary: [vocabularyOf("The Business Unit and the Executive")],
	openDays: ["2026-04-01", "2026-09-30"],
});
const found = (text: string) =>
	namesInText(text, known).map(({ kind, text: said }) => [kind, said]);

describe("names", () => {
	test.each([
		["a child by the whole name", "We saw Tom Brook.", [["name", "Tom Brook"]]],
		["by the first name alone, of somebody", "Tom’s mother", [["name", "Tom"]]],
		["typed in haste", "we saw ella at home", [["name", "ella"]]],
		["with another apostrophe", "Mr O'Shea came", [["name", "O'Shea"]]],
		["by initials", "E.M.B. was safe", [["name", "E.M.B."]]],
		["in capital letters", "BROOK family", [["name", "BROOK"]]],
	])("%s", (_, text, expected) => {
		expect(found(text)).toEqual(expected);
	});

	test("words that are also names are found with a capital letter only", () => {
		expect(found("It will help, and grace is needed.")).toEqual([]);
		expect(found("We met Will and Grace.")).toEqual([
			["name", "Will"],
			["name", "Grace"],
		]);
	});
});

test("people and places that only the story names are found by how they are written there", () => {
	expect(found("The aunt, Rosalind, moved to Marsh Road.")).toEqual([
		["name-or-place", "Rosalind"],
		["name-or-place", "Marsh"],
	]);
	expect(found("The Business Unit met on Monday in a lane with an aunt.")).toEqual([]);
});

test("an agency is found as a whole, and not by its words", () => {
	expect(found("Saltmarsh primary school asked; a primary school near Saltmarsh did not.")).toEqual(
		[["place", "Saltmarsh primary school"]],
	);
});

describe("dates", () => {
	test.each([
		["4 March 2015", "date-of-birth"],
		["4th of March, 2015", "date-of-birth"],
		["04/03/2015", "date-of-birth"],
		["4.3.15", "date-of-birth"],
		["2015-03-04", "date-of-birth"],
		["March 4, 2015", "date-of-birth"],
		["5 March 2015", "date"],
	])("%s", (text, kind) => {
		expect(found(`She was born on ${text}.`)).toEqual([[kind, text]]);
	});

	test("the days of the period, a month and a year are no dates of birth", () => {
		expect(
			found("From 1 April 2026 to 30 September 2026; in June 2026; 12/2026; 2 of 12."),
		).toEqual([]);
	});
});

test("identifiers of the differences and whatever can be an NHS number are found, other numbers are not", () => {
	expect(found("Numbers 943-476-5919, 4010232137, ab 1234.")).toEqual([
		["identifier", "943-476-5919"],
		["identifier", "4010232137"],
		["identifier", "ab 1234"],
	]);
	expect(found("There were 1234567890 pages.")).toEqual([]);
});

test("telephone numbers, e-mail addresses and postcodes are found", () => {
	expect(found("Ring 01632 960123 or write to a.b@school.example; HV1 2AB.")).toEqual([
		["contact", "01632 960123"],
		["contact", "a.b@school.example"],
		["contact", "HV1 2AB"],
	]);
});

test("each is said once, in the order of the text, and nothing of them is left when they are taken out", () => {
	const text = "Tom rang on 4 March 2015. TOM said that Tom Brook was safe.";
	const findings = namesInText(text, known);
	expect(findings.map((each) => each.text)).toEqual(["Tom", "4 March 2015", "Tom Brook"]);
	const left = withoutFindings(text.replace("TOM", "He"), findings, () => "[…]");
	expect(left).toBe("[…] rang on […]. He said that […] was safe.");
	expect(namesInText(left, known)).toEqual([]);
});
