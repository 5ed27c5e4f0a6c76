import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarNamed, noOwnDays, withOwnDays } from "./calendar.ts";
import { type DueDate, dueDate } from "./due-date.ts";
import type { Limit } from "./limit.ts";
import { isWorkingDay } from "./working-days.ts";

const english = calendarNamed("england-and-wales");
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`);
const due = (start: string, limit: Limit): DueDate => dueDate(at(start), limit, english);

test("ten working days over the State Funeral say which days were passed over, and why", () => {
	expect(due("2022-09-16T10:00", { amount: 2, unit: "working-days" })).toEqual({
		due: "2022-09-21T22:59:59Z",
		day: "2022-09-21",
		rule: "2 working days after Friday 16 September 2022. Due by the end of that day.",
		start: "2022-09-16T09:00:00Z",
		dayZero: "2022-09-16",
		counted: ["2022-09-20", "2022-09-21"],
		skipped: [
			{ day: "2022-09-17", name: "Saturday" },
			{ day: "2022-09-18", name: "Sunday" },
			{
				day: "2022-09-19",
				name: "Bank Holiday for the State Funeral of Queen Elizabeth II",
			},
		],
		calendar: "england-and-wales",
		version: english.version,
		provisional: false,
	});
});

test.each([
	["the clocks go back inside the span", "2024-10-24", 5, "2024-10-31T23:59:59Z"],
	["the clocks go forward, over Easter", "2024-03-28", 5, "2024-04-08T22:59:59Z"],
	["over the spring bank holiday", "2024-05-23", 5, "2024-05-31T22:59:59Z"],
	["over a weekend", "2024-09-27", 5, "2024-10-04T22:59:59Z"],
])("due at the end of the day in London: %s", (_, start, amount, instant) => {
	expect(due(`${start}T10:00`, { amount, unit: "working-days" }).due).toBe(instant);
});

test("the day is that of London, wherever the start was written down", () => {
	const lateEvening = Temporal.ZonedDateTime.from("2026-06-30T18:30[America/New_York]");
	expect(dueDate(lateEvening, { amount: 1, unit: "working-days" }, english)).toMatchObject({
		dayZero: "2026-06-30",
		day: "2026-07-01",
	});
	const afterMidnight = Temporal.Instant.from("2026-06-30T23:30:00Z");
	expect(
		dueDate(afterMidnight.toZonedDateTimeISO("UTC"), { amount: 1, unit: "working-days" }, english),
	).toMatchObject({ dayZero: "2026-07-01", day: "2026-07-02" });
});

test("a form received on a Saturday and deemed received on Monday says so", () => {
	const answer = due("2020-01-04T10:00", {
		amount: 2,
		unit: "working-days",
		counting: "deemed",
	});
	expect(answer).toMatchObject({ dayZero: "2020-01-06", day: "2020-01-08" });
	expect(answer.skipped.map(({ name }) => name)).toEqual(["Saturday", "Sunday"]);
	expect(answer.rule).toBe(
		"Saturday 4 January 2020 is not a working day, so it counts as Monday 6 January 2020. 2 working days after Monday 6 January 2020. Due by the end of that day.",
	);
});

test("a form at the cut-off hour counts as the next day; a minute before, as the same day", () => {
	const limit: Limit = {
		amount: 1,
		unit: "working-days",
		cutOff: "17:00",
	};
	expect(due("2026-07-01T16:59", limit).day).toBe("2026-07-02");
	expect(due("2026-07-01T17:00", limit).day).toBe("2026-07-03");
	expect(due("2026-07-01T17:00", limit).rule).toContain(
		"It started at or after 5pm, so it counts as Thursday 2 July 2026.",
	);
});

test("the cut-off says nothing when counting back from a meeting", () => {
	expect(
		due("2026-07-02T17:30", {
			amount: -1,
			unit: "working-days",
			cutOff: "17:00",
		}).day,
	).toBe("2026-07-01");
});

test("a Friday form after the cut-off is deemed received on Monday", () => {
	expect(
		due("2026-07-03T17:30", {
			amount: 1,
			unit: "working-days",
			cutOff: "17:00",
			counting: "deemed",
		}),
	).toMatchObject({ dayZero: "2026-07-06", day: "2026-07-07" });
});

test("a due time of 18:00 is kept by the clock on the wall, in summer and winter", () => {
	const limit: Limit = {
		amount: 6,
		unit: "working-days",
		dueTime: "18:00",
	};
	expect(due("2022-10-13T20:00", limit).due).toBe("2022-10-21T17:00:00Z");
	expect(due("2022-11-10T20:00", limit).due).toBe("2022-11-18T18:00:00Z");
});

test("a due time that passed before the start makes it due at once, not before it started", () => {
	const answer = due("2026-07-01T20:00", {
		amount: 0,
		unit: "working-days",
		dueTime: "18:00",
	});
	expect(answer.due).toBe(answer.start);
	expect(answer.rule).toContain("had already passed");
});

test.each([
	["2026-03-28T16:00", "2026-03-29T16:00:00Z", "2026-03-29"], // 17:00 on the wall
	["2026-10-24T16:00", "2026-10-25T15:00:00Z", "2026-10-25"], // 15:00 on the wall
	["2026-07-03T16:00", "2026-07-04T15:00:00Z", "2026-07-04"],
])("24 hours from %s are 24 hours, whatever the clocks do", (start, instant, day) => {
	expect(due(start, { amount: 24, unit: "hours" })).toMatchObject({
		due: instant,
		day,
		counted: [],
		skipped: [],
	});
});

test("calendar days count weekends and bank holidays too", () => {
	expect(due("2026-04-02T10:00", { amount: 3, unit: "calendar-days" })).toMatchObject({
		day: "2026-04-05",
		counted: ["2026-04-03", "2026-04-04", "2026-04-05"],
		skipped: [],
	});
});

test("one week is the same weekday next week, or the next working day after that", () => {
	const week: Limit = { amount: 1, unit: "weeks" };
	expect(due("2026-07-01T10:00", week).day).toBe("2026-07-08");
	expect(due("2026-03-27T10:00", week)).toMatchObject({
		day: "2026-04-07",
		skipped: [
			{ day: "2026-04-03", name: "Good Friday" },
			{ day: "2026-04-04", name: "Saturday" },
			{ day: "2026-04-05", name: "Sunday" },
			{ day: "2026-04-06", name: "Easter Monday" },
		],
	});
	expect(due("2026-04-13T10:00", { amount: -1, unit: "weeks" }).day).toBe("2026-04-02");
});

test("immediately is the same day, whatever kind of day it is: it is late once that day has ended", () => {
	expect(due("2026-07-04T10:15:30", { unit: "immediately" })).toMatchObject({
		due: "2026-07-04T22:59:59Z",
		day: "2026-07-04",
		rule: "At once, from 10:15am on Saturday 4 July 2026; late when that day has ended.",
	});
});

test.each([
	["2026-01-31T09:00", 1, "2026-02-28"],
	["2026-03-14T09:00", 3, "2026-06-14"],
	["2027-11-30T09:00", 3, "2028-02-29"],
	["2026-03-31T09:00", -1, "2026-02-28"],
])(
	"months from %s by %i end on the same day of the month, or its last: %s",
	(start, amount, day) => {
		const found = due(start, { unit: "calendar-months", amount });
		expect(found).toMatchObject({ day, skipped: [], provisional: false });
	},
);

test("counting backwards lists the days in the order they were counted", () => {
	expect(due("2026-04-08T10:00", { amount: -2, unit: "working-days" })).toMatchObject({
		day: "2026-04-02",
		counted: ["2026-04-07", "2026-04-02"],
		rule: "2 working days before Wednesday 8 April 2026. Due by the end of that day.",
	});
});

test("beyond the published bank holidays a date is provisional, and the regular ones are assumed", () => {
	const answer = due("2028-12-20T10:00", { amount: 8, unit: "working-days" });
	expect(answer).toMatchObject({ day: "2029-01-04", provisional: true });
	expect(answer.skipped).toContainEqual({
		day: "2029-01-01",
		name: "New Year's Day",
	});
	expect(answer.rule).toContain("This may change");
	expect(due("2028-12-20T10:00", { amount: 480, unit: "hours" }).provisional).toBe(false);
});

test("before the known years a date is provisional too", () => {
	expect(due("2002-01-02T10:00", { amount: -1, unit: "working-days" })).toMatchObject({
		day: "2001-12-31",
		provisional: true,
	});
});

test("calendar days are provisional only where a bank holiday could move their start", () => {
	const limit: Limit = { amount: 3, unit: "calendar-days" };
	expect(due("2030-01-02T10:00", limit).provisional).toBe(false);
	expect(due("2030-01-02T10:00", { ...limit, counting: "deemed" }).provisional).toBe(true);
});

test("a closure day of the partnership is named among the days passed over", () => {
	const closed = withOwnDays(
		english,
		{
			...noOwnDays,
			closureDays: [{ day: "2026-07-02", name: "Council closed" }],
		},
		"1",
		{ closed: true },
	);
	expect(
		dueDate(at("2026-07-01T10:00"), { amount: 1, unit: "working-days" }, closed).skipped,
	).toEqual([{ day: "2026-07-02", name: "Council closed" }]);
});

test.each<[string, Limit | { unit: string; amount: number }, string]>([
	["half a day", { amount: 0.5, unit: "working-days" }, "wrong-amount"],
	["too many hours", { amount: 1e9, unit: "hours" }, "wrong-amount"],
	["a time that is none", { amount: 1, unit: "weeks", dueTime: "24:00" }, "wrong-time"],
	["a cut-off that is none", { amount: 1, unit: "weeks", cutOff: "5pm" }, "wrong-time"],
	["an unknown unit", { amount: 1, unit: "fortnights" }, "wrong-limit"],
])("%s is refused", (_, limit, code) => {
	expect(() => due("2026-07-01T10:00", limit as Limit)).toThrow(expect.objectContaining({ code }));
});

test("a hundred thousand days or hours are answered; as many weeks are too far away", () => {
	const amount = 100_000;
	const day = (unit: "working-days" | "calendar-days" | "hours") =>
		due("2026-07-01T10:00", { amount, unit }).day;
	expect(day("working-days").slice(0, 2)).toBe("24");
	expect(day("calendar-days")).toBe("2300-04-16");
	expect(day("hours")).toBe("2037-11-27");
	expect(() => due("2026-07-01T10:00", { amount, unit: "weeks" })).toThrow(
		expect.objectContaining({ code: "too-far" }),
	);
});

const anyStart = fc
	.integer({ min: 1_167_609_600, max: 1_924_991_999 }) // 2007 to 2030, in seconds
	.map((seconds) =>
		Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO("Europe/London"),
	);
const anyLimit = fc.record({
	amount: fc.integer({ min: -60, max: 60 }),
	unit: fc.constantFrom<("working-days" | "calendar-days" | "weeks" | "hours")[]>(
		"working-days",
		"calendar-days",
		"weeks",
		"hours",
	),
	counting: fc.constantFrom("day0" as const, "deemed" as const),
	cutOff: fc.constantFrom(undefined, "00:00", "17:00"),
	dueTime: fc.constantFrom(undefined, "09:00"),
});

test("property: nothing is due before it starts", () => {
	fc.assert(
		fc.property(anyStart, anyLimit, (start, limit) => {
			const forwards = { ...limit, amount: Math.abs(limit.amount) };
			const { due } = dueDate(start, forwards, english);
			return Temporal.Instant.compare(Temporal.Instant.from(due), start.toInstant()) >= 0;
		}),
	);
});

test("property: counted and skipped together are all the days from the start to the due day", () => {
	fc.assert(
		fc.property(anyStart, anyLimit, (start, limit) => {
			if (limit.unit === "hours") return;
			const { counted, skipped, day, dayZero } = dueDate(start, limit, english);
			const days = [...counted, ...skipped.map(({ day }) => day)].sort();
			expect(new Set(days).size).toBe(days.length);
			if (limit.unit === "working-days") expect(counted).toHaveLength(Math.abs(limit.amount));
			if (limit.amount !== 0) expect(counted.at(-1)).toBe(day);
			else expect(day).toBe(dayZero);
			if (limit.unit !== "calendar-days")
				for (const { day } of skipped) expect(isWorkingDay(day, english)).toBe(false);
		}),
	);
});

test("property: an answer comes back from JSON as it was", () => {
	fc.assert(
		fc.property(anyStart, anyLimit, (start, limit) => {
			const answer = dueDate(start, limit, english);
			expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
		}),
	);
});
