import { expect, test } from "vitest";
import { inEnglish } from "../said.ts";
import { calendarNamed } from "./calendar.ts";
import { dueDate } from "./due-date.ts";
import type { Limit } from "./limit.ts";
import { saidRule } from "./rule-read-back.ts";

const calendar = calendarNamed("england-and-wales");
const rules = (
	[
		{ unit: "working-days", amount: 10 },
		{ unit: "working-days", amount: 1, cutOff: "16:00", dueTime: "17:00" },
		{ unit: "working-days", amount: 2, counting: "deemed" },
		{ unit: "working-days", amount: -5 },
		{ unit: "working-days", amount: 0, dueTime: "12:00" },
		{ unit: "calendar-days", amount: 1 },
		{ unit: "calendar-days", amount: 4000 },
		{ unit: "weeks", amount: 2 },
		{ unit: "weeks", amount: -1 },
		{ unit: "calendar-months", amount: 3 },
		{ unit: "hours", amount: 24 },
		{ unit: "hours", amount: -1 },
		{ unit: "immediately" },
	] as Limit[]
).flatMap((limit) =>
	["2026-03-26T10:00", "2026-04-04T17:30", "2026-04-03T00:00"].map(
		(start) =>
			dueDate(Temporal.ZonedDateTime.from(`${start}[Europe/London]`), limit, calendar).rule,
	),
);

test.each([
	...new Set(rules),
	"The day that was agreed: the end of Thursday 26 November 2026.",
	"The last day by which an action is to be done: 2pm on Friday 1 May 2026.",
	"2 working days after Friday 3 April 2026. Due by the end of that day. It stood still from Monday 6 April 2026 to Tuesday 7 April 2026, and that time was added.",
])("%s", (rule) => {
	const read = saidRule(rule);
	expect(read.map(inEnglish).join(" ")).toBe(rule);
	// Each was known: what is not has no more than its own text.
	expect(read.filter(({ strings, values }) => strings[0] === rule && values.length === 0)).toEqual(
		[],
	);
	for (const one of read) expect(inEnglish(one).match(/\d/) && one.values.length === 0).toBeFalsy();
});

test("what is none of these stays as it was recorded", () => {
	const rule =
		"More time was given, with a reason, from Friday 1 May 2026. On Friday 1 May 2026 itself.";
	const [first, second] = saidRule(rule);
	expect(first?.values).toEqual([]);
	expect(second?.values).toHaveLength(1);
});
