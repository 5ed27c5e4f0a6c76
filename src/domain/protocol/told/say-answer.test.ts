import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Answer } from "../answers.ts";
import { fieldOf } from "../protocol.ts";
import { readProtocol } from "../reading/read-protocol.ts";
import { sayAnswer, tableOfAnswer } from "./say-answer.ts";

const { protocol } = readProtocol(readFileSync("protocols/somerset/2021-04.yaml", "utf8"));
if (!protocol) throw new Error("The protocol has faults");

const ruth = "6a1c3a52-7f0e-4c5b-9d8e-0c6a4f1e2b3d";
const people = new Map([
	[
		ruth,
		{
			name: "Ruth Bell",
			jobTitle: "Head of service",
			agencyName: "Larkhill Health Visiting",
		},
	],
]);
const say = (field: string, answer: Answer) =>
	sayAnswer(protocol, fieldOf(protocol, field), answer, people);

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
		{ name: "Mair", dateOfBirth: "", identifier: "" },
	];
	expect(say("children", children)).toBe("Tomos, born 14 September 2018, SYN-4471\nMair");
});

test("a list is a table without the columns that nobody filled in", () => {
	const field = fieldOf(protocol, "children");
	expect(
		tableOfAnswer(protocol, field, [{ name: "Mair", dateOfBirth: "", identifier: "" }], new Map()),
	).toEqual({ columns: ["Name"], rows: [["Mair"]] });
	expect(tableOfAnswer(protocol, fieldOf(protocol, "issue"), "No visit.", new Map())).toBe(
		undefined,
	);
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
		tableOfAnswer(protocol, fieldOf(protocol, "further-actions"), actions, new Map())?.rows[0],
	).toEqual(["Visit", "Adaeze Okonkwo", "7 May 2026"]);
});
