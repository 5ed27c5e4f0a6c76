import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { doStep, freshKey, testPartnership } from "../../../../test/support/partnership.ts";
import { faultsIn, type Visitor } from "../../../../test/support/visitor.ts";
import { raiseDifference } from "../../../actions/raise-difference.ts";

const pack = readFileSync("protocols/chronology-and-facts/2026-01.yaml", "utf8");
const partnership = officeForEach({
	at: "2026-03-26T10:00",
	make: (db, number) => testPartnership(db, number, [pack]),
});
let head: Visitor;
let id: string;

beforeEach(async () => {
	const { app, people, agencies } = partnership;
	id = await raiseDifference(app, people.teacher, {
		key: freshKey(),
		receivingAgency: agencies.socialCare,
		answers: {
			children: [{ name: "Tomos", dateOfBirth: "", identifier: "", age: "7" }],
			"decided-on": "2026-03-20",
			"in-short": "No visit",
		},
		urgentContacts: [],
	});
	await doStep(partnership, id, people.teacher, "talk.talk", "not-resolved", {
		"talked-at": "2026-03-26T10:00",
	});
	head = await partnership.visitor(people.headteacher);
});

const form = (section: string | number) =>
	`/differences/${id}/steps/written.write?section=${section}`;
const day = (input: string, date: number, year = "2026") => ({
	[`${input}-day`]: String(date),
	[`${input}-month`]: "3",
	[`${input}-year`]: year,
});

test("a section with a day that is asked about is incomplete until the day is right, and then it is sent", async () => {
	let page = await head.open(form(1));
	expect(page.form["children-in-full-0-age"]).toEqual(["7"]);
	page = await head.send(page, {
		"children-in-full-0-fact.school": "Oakfield",
		"children-in-full-0-fact.plan": "none",
	});
	expect(page.url).toBe(form(2));
	page = await head.send(page, {
		...day("chronology-0-on", 2),
		"chronology-0-what": "Nobody in",
		"chronology-0-source": "seen",
		...day("chronology-1-on", 9),
		"chronology-1-what": "Closed",
		"chronology-1-source": "told",
		...day("decided-on", 20, "2025"),
	});
	expect(page.words).toContain("Thursday 20 March 2025 is before Wednesday 26 March 2025");
	expect(page.form["chronology-1-what"]).toEqual(["Closed"]);
	expect(await faultsIn(page.body)).toEqual([]);
	const list = `/differences/${id}/steps/written.write`;
	expect((await head.open(list)).words).toContain("What happened and when Incomplete");

	page = await head.send(page, { "decided-on-right": "2025-03-20" });
	expect((await head.open(list)).words).toContain("What happened and when Completed");
	expect((await head.open(form(2))).form["decided-on-right"]).toEqual(["2025-03-20"]);
	page = await head.send(page, { "ring-at": "8.30am", "involved-0-name": "Elm Nursery" });
	page = await head.send(page, { "outcome-wanted": "A visit" });
	expect(page.words).toContain("Check your answers");
	expect(page.words).toContain("20 March 2025");
	page = await head.send(page);
	expect(page.url).toContain("?done=");

	const other = await partnership.visitor(partnership.people.teamManager);
	const sent = await other.open(`/differences/${id}/form`);
	expect(sent.words).toContain(
		"Tomos (date of birth or age: about 7 years old; what else is known: School or nursery: Oakfield; Plan: No plan)",
	);
	expect(sent.words).toContain(
		"2 March 2026 (what happened: Nobody in; how you know: We saw or heard it)",
	);
	expect(sent.words).toContain("At what time can Oakfield Primary School best be rung? 8:30am");
});
