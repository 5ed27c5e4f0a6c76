import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { everyConstructText } from "../../../../protocols/every-construct.fixture.ts";
import { rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import type { Answer } from "../answers.ts";
import type { Cell } from "../file/field.ts";
import { cellsOf, fieldOf } from "../protocol.ts";
import { readProtocol } from "../reading/read-protocol.ts";
import { sayAnswer, tableOfAnswer } from "./say-answer.ts";

const { protocol } = readProtocol(readFileSync("protocols/somerset/2021-04.yaml", "utf8"));
if (!protocol) throw new Error("The protocol has faults");

const ruth = "6a1c3a52-7f0e-4c5b-9d8e-0c6a4f1e2b3d";
const names = {
	people: new Map([
		[
			ruth,
			{
				name: "Ruth Bell",
				jobTitle: "Head of service",
				agencyName: "Larkhill Health Visiting",
			},
		],
	]),
};
const say = (field: string, answer: Answer) =>
	sayAnswer(protocol, fieldOf(protocol, field), answer, names);

test("text is said as it was typed, line by line", () => {
	expect(say("issue", "No visit.\n\nNo call.")).toBe("No visit.\n\nNo call.");
});

test("days and times are said as people say them", () => {
	expect(say("reply-by", "2026-04-09")).toBe("9 April 2026");
	expect(say("talked-at", "2026-04-09T14:15")).toBe("2:15pm on Thursday 9 April 2026");
	expect(say("talked-at", "2026-04-09T00:00")).toBe("midnight on Thursday 9 April 2026");
	expect(say("talked-at", "2026-04-09T12:00")).toBe("midday on Thursday 9 April 2026");
});

test("choices and themes are said in the protocol’s words", () => {
	expect(say("position", "in-part")).toBe("In part");
	expect(say("themes", ["thresholds", "timeliness"])).toBe(
		"Application of thresholds; Timeliness of interventions",
	);
});

test("a person is said with role and agency, or by the name that was typed", () => {
	expect(say("sent-to", { id: ruth })).toBe("Ruth Bell, Head of service, Larkhill Health Visiting");
	expect(say("sent-to", { name: "The duty manager" })).toBe("The duty manager");
	expect(say("sent-to", { id: "nobody" })).toBe("Somebody who is not in the directory");
});

test("each child has a line, with no more than was entered", () => {
	const children = [
		{ name: "Tomos", dateOfBirth: "2018-09-14", identifier: "SYN-4471" },
		{ name: "Mair", dateOfBirth: "", identifier: "9434765919" },
		{ name: "Efa", dateOfBirth: "", identifier: "" },
	];
	expect(say("children", children)).toBe(
		"Tomos, born 14 September 2018, SYN-4471\nMair, 943 476 5919\nEfa",
	);
});

describe("what a protocol makes up itself", () => {
	const { protocol } = rulesFrom(everyConstructText);
	const sayIn = (field: string, answer: Answer) =>
		sayAnswer(protocol, fieldOf(protocol, field), answer, names);
	const children = [
		{ name: "Tomos", dateOfBirth: "", identifier: "", age: "7", facts: { school: "Oakfield" } },
		{ name: "Mair", dateOfBirth: "", identifier: "", birthUnknown: true },
		{
			name: "Baby Example",
			dateOfBirth: "2026-09-14",
			identifier: "",
			unborn: true,
			facts: { "plan-status": "child-in-need", "seen-on": "2026-03-02" },
		},
		{ name: "Ada", dateOfBirth: "", identifier: "", age: "0" },
	];
	const visits = [
		{ on: "2026-03-02", what: "Nobody in", how: "announced", "by-whom": "" },
		{ on: "2026-03-09", what: "Both seen", how: "not-announced", "by-whom": "" },
	];

	test("what is known of each child, and its facts", () => {
		expect(sayIn("siblings", children).split("\n")).toEqual([
			"Tomos, about 7 years old, School: Oakfield",
			"Mair, date of birth not known",
			"Baby Example, unborn, expected 14 September 2026, Plan: Child in need, Last seen on: 2 March 2026",
			"Ada, under 1 year old",
		]);
		expect(tableOfAnswer(protocol, fieldOf(protocol, "siblings"), children, names)).toEqual({
			columns: ["Name", "Date of birth or age", "School", "Plan", "Last seen on"],
			rows: [
				["Tomos", "about 7 years old", "Oakfield", "", ""],
				["Mair", "not known", "", "", ""],
				["Baby Example", "unborn, expected 14 September 2026", "", "Child in need", "2 March 2026"],
				["Ada", "under 1 year old", "", "", ""],
			],
		});
	});

	test("facts that do not fit across a page stand together", () => {
		const field = fieldOf(protocol, "siblings");
		if (field.type !== "children") throw new RangeError("Siblings are children");
		const withMore = {
			...field,
			facts: { ...field.facts, address: cellsOf(field).school as Cell },
		};
		expect(tableOfAnswer(protocol, withMore, children.slice(2, 3), names)).toEqual({
			columns: ["Name", "Date of birth or age", "What else is known"],
			rows: [
				[
					"Baby Example",
					"unborn, expected 14 September 2026",
					"Plan: Child in need; Last seen on: 2 March 2026",
				],
			],
		});
	});

	test("the rows of a table, under its columns", () => {
		expect(sayIn("visits", visits)).toBe(
			"Day: 2 March 2026; What was seen: Nobody in; How: Announced\nDay: 9 March 2026; What was seen: Both seen; How: Not announced",
		);
		expect(tableOfAnswer(protocol, fieldOf(protocol, "visits"), visits, names)).toEqual({
			columns: ["Day", "What was seen", "How"],
			rows: [
				["2 March 2026", "Nobody in", "Announced"],
				["9 March 2026", "Both seen", "Not announced"],
			],
		});
	});

	test("agencies by their names, and a time as people say it", () => {
		expect(sayIn("agencies-there", [{ id: "b", name: "Larkhill" }, { name: "Elm" }])).toBe(
			"Larkhill; Elm",
		);
		expect(sayIn("led-by", { name: "Elm" })).toBe("Elm");
		expect(sayIn("call-at", "14:15")).toBe("2:15pm");
	});
});

test("a list is a table without the columns that nobody filled in", () => {
	const field = fieldOf(protocol, "children");
	expect(
		tableOfAnswer(protocol, field, [{ name: "Mair", dateOfBirth: "", identifier: "" }], {
			people: new Map(),
		}),
	).toEqual({ columns: ["Name"], rows: [["Mair"]] });
	expect(
		tableOfAnswer(protocol, fieldOf(protocol, "issue"), "No visit.", { people: new Map() }),
	).toBe(undefined);
});

test("promised actions say what, who and by when", () => {
	const actions = [
		{ what: "Visit", who: "Adaeze Okonkwo", by: "2026-05-07" },
		{ what: "Ring the school", who: "Priya", by: "2026-05-08" },
	];
	expect(say("further-actions", actions)).toBe(
		"Visit (Adaeze Okonkwo, by 7 May 2026)\nRing the school (Priya, by 8 May 2026)",
	);
	expect(
		tableOfAnswer(protocol, fieldOf(protocol, "further-actions"), actions, { people: new Map() })
			?.rows[0],
	).toEqual(["Visit", "Adaeze Okonkwo", "7 May 2026"]);
});
