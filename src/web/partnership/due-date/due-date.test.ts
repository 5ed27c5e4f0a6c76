import { expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { applyCalendarChange, proposeCalendarChange } from "../../../actions/change-calendar.ts";

const partnership = officeForAll();
const { read, words: wordsOf } = partnership;

const asked = (fields: Record<string, string>) =>
	`/due-date?${new URLSearchParams({
		"from-day": "16",
		"from-month": "9",
		"from-year": "2022",
		amount: "2",
		unit: "working-days",
		calendar: "england-and-wales",
		counting: "day0",
		...fields,
	})}`;
const words = (fields: Record<string, string>) =>
	wordsOf(partnership.people.teacher, asked(fields));

test("the page asks, beginning with today and the protocol’s own calendar", async () => {
	partnership.at("2026-03-30T10:00");
	const { body } = await read(partnership.people.teacher, "/due-date");
	expect(body).toContain('value="2026"');
	expect(body).toContain('<option value="england-and-wales" selected="">England and Wales');
	expect(body).not.toContain('id="answer"');
	expect(await faultsIn(body)).toEqual([]);
});

test("it answers with the day and why: what was counted, and what was left out by name", async () => {
	const page = await words({});
	expect(page).toContain("Wednesday 21 September 2022");
	expect(page).toContain("2 working days after Friday 16 September 2022");
	expect(page).toContain(
		"Monday 19 September 2022, Bank Holiday for the State Funeral of Queen Elizabeth II",
	);
	expect(page).toContain("Days that were counted (2)");
	expect(page).toContain("version 2028.1");
});

test.each([
	[{ amount: "-10" }, "Friday 2 September 2022"],
	[{ amount: "48", unit: "hours", time: "4:30pm" }, "4:30pm on Sunday 18 September 2022"],
	[{ amount: "3", unit: "calendar-days" }, "Monday 19 September 2022"],
	[{ amount: "1", unit: "calendar-months" }, "Sunday 16 October 2022"],
	[{ amount: "1", unit: "weeks" }, "Friday 23 September 2022"],
	[{ "from-year": "2035", amount: "10" }, "(provisional)"],
])("%o is %s", async (fields, answer) => {
	expect(await words(fields)).toContain(answer);
});

test.each([
	[{ amount: "" }, "Enter how long"],
	[{ amount: "ten" }, "How long must be a whole number, like 10 or -5"],
	[{ amount: "5000" }, "How long must be 1,000 working days or less"],
	[{ "from-day": "31" }, "Day must be a real date"],
	[{ "from-year": "1066" }, "not a day of the years 1900 to 2499"],
	[{ time: "noonish" }, "Time must be a time"],
	[{ calendar: "wales" }, "Choose whose bank holidays count"],
	[{ unit: "fortnights" }, "Choose a unit"],
])("%o is asked for again: %s", async (fields, fault) => {
	const { statusCode, body } = await read(partnership.people.teacher, asked(fields));
	expect(statusCode).toBe(200);
	expect(body).toContain(fault);
	expect(body).not.toContain('id="answer"');
	expect(await faultsIn(body)).toEqual([]);
});

test("it counts by the partnership’s calendar as it is now", async () => {
	partnership.at("2026-03-30T10:00");
	const by = partnership.people.administrator;
	await applyCalendarChange(
		partnership.app,
		by,
		await proposeCalendarChange(partnership.app, by, {
			what: "bank-holiday",
			nations: ["england-and-wales"],
			day: "2026-04-13",
			name: "A day of thanks",
			source: "Proclamation",
			why: "Proclamation",
		}),
	);
	const page = await words({
		"from-day": "30",
		"from-month": "3",
		"from-year": "2026",
		amount: "10",
	});
	expect(page).toContain("Thursday 16 April 2026");
	expect(page).toContain("Monday 13 April 2026, A day of thanks");
	expect(page).toContain("version 2028.1+1");
});
