import fc from "fast-check";
import { expect, test } from "vitest";
import { type Calendar, calendarNamed, noOwnDays, withOwnDays } from "./calendar.ts";
import cases from "./fixtures/deadline-cases.json" with { type: "json" };
import { isoDay } from "./iso-day.ts";
import type { Counting } from "./limit.ts";
import {
	addWorkingDays,
	isWorkingDay,
	nextWorkingDay,
	workingDaysBetween,
} from "./working-days.ts";

const english = calendarNamed("england-and-wales");
const calendarsOfCases: Record<string, Calendar> = {
	EW: english,
	"UK-union": calendarNamed("uk-union"),
	"UK-union (fixture 2007-10)": calendarNamed("uk-union"),
};
const countingOfCases: Record<string, Counting> = {
	day0: "day0",
	deemed: "deemed",
	"before (Sat first rolled back to Fri)": "deemed",
};

test.each(cases.cases)(
	"$id: received $received, $workingDays working days, due $expected",
	(given) => {
		expect(
			addWorkingDays(
				given.received,
				given.workingDays,
				calendarsOfCases[given.calendar] as Calendar,
				countingOfCases[given.rule] as Counting,
			),
		).toBe(given.expected);
	},
);

test.each([
	["2026-04-02", 1, "2026-04-07"],
	["2026-04-04", 1, "2026-04-07"],
	["2026-04-07", -1, "2026-04-02"],
	["2026-12-24", 2, "2026-12-30"],
])("over Easter and Christmas: %s and %i working days is %s", (day, amount, due) => {
	expect(addWorkingDays(day, amount, english)).toBe(due);
});

test("no working days from a Saturday is that Saturday, or the Monday it is deemed to be", () => {
	expect(addWorkingDays("2026-01-10", 0, english)).toBe("2026-01-10");
	expect(addWorkingDays("2026-01-10", 0, english, "deemed")).toBe("2026-01-12");
});

test("Scotland works on Easter Monday and rests on St Andrew's Day", () => {
	const scottish = calendarNamed("scotland");
	expect(isWorkingDay("2026-04-06", scottish)).toBe(true);
	expect(isWorkingDay("2026-04-06", english)).toBe(false);
	expect(nextWorkingDay("2026-11-27", scottish)).toBe("2026-12-01");
});

test.each(["2012-05-28", "2020-05-04", "2022-05-30"])(
	"%s is worked, for its bank holiday was moved to another day",
	(day) => {
		expect(isWorkingDay(day, english)).toBe(true);
	},
);

test("working days between two days are those after the first, up to the second", () => {
	expect(workingDaysBetween("2026-04-02", "2026-04-07", english)).toBe(1);
	expect(workingDaysBetween("2026-04-07", "2026-04-02", english)).toBe(-1);
	expect(workingDaysBetween("2026-04-04", "2026-04-05", english)).toBe(0);
});

test.each([
	["2026-02-30", 1, "wrong-day"],
	["2026-2-3", 1, "wrong-day"],
	["1899-12-31", 1, "wrong-day"],
	["2500-01-01", 1, "wrong-day"],
	["tomorrow", 1, "wrong-day"],
	["2026-04-02", 1.5, "wrong-amount"],
	["2026-04-02", Number.NaN, "wrong-amount"],
	["2026-04-02", 100_001, "wrong-amount"],
])("%s and %d working days is refused: %s", (day, amount, code) => {
	expect(() => addWorkingDays(day, amount, english)).toThrow(expect.objectContaining({ code }));
});

test("a calendar that nobody made is refused, naming those there are", () => {
	expect(() => calendarNamed("wales")).toThrow(/england-and-wales, scotland/);
});

test("a hundred thousand working days is answered at once", () => {
	const due = addWorkingDays("2026-01-01", 100_000, calendarNamed("scotland"));
	expect(workingDaysBetween("2026-01-01", due, calendarNamed("scotland"))).toBe(100_000);
});

test("a closure day of the partnership is not a working day, and gives the calendar another version", () => {
	const own = {
		...noOwnDays,
		closureDays: [{ day: "2026-12-29", name: "Council closed" }],
	};
	const closed = withOwnDays(english, own, "1", { closed: true });
	expect(addWorkingDays("2026-12-24", 1, closed)).toBe("2026-12-30");
	expect(closed.version).toBe(`${english.version}+1-closures`);
	const open = withOwnDays(english, own, "1", { closed: false });
	expect(addWorkingDays("2026-12-24", 1, open)).toBe("2026-12-29");
	expect(open.version).not.toBe(closed.version);
});

test("a bank holiday that nations share keeps its plain name; another says whose it is", () => {
	const names = Object.fromEntries(
		calendarNamed("uk-union").bankHolidays.map(({ day, name }) => [day, name]),
	);
	expect(names["2026-12-25"]).toBe("Christmas Day");
	expect(names["2026-11-30"]).toBe("St Andrew's Day (Scotland)");
	expect(names["2012-01-02"]).toBe(
		"New Year's Day (England and Wales, Northern Ireland); 2nd January (Scotland)",
	);
});

const anyDay = fc.integer({ min: 13_514, max: 22_000 }).map(isoDay); // 2007 to 2030
const anyAmount = fc.integer({ min: -300, max: 300 });
const anyCounting = fc.constantFrom<Counting>("day0", "deemed");
const anyCalendar = fc.constantFrom(
	...["england-and-wales", "scotland", "northern-ireland", "uk-union"].map(calendarNamed),
);

test("property: counting forwards never ends before the start", () => {
	fc.assert(
		fc.property(
			anyDay,
			anyAmount,
			anyCalendar,
			anyCounting,
			(day, amount, calendar, counting) =>
				addWorkingDays(day, Math.abs(amount), calendar, counting) >= day,
		),
	);
});

test("property: more working days never end earlier", () => {
	fc.assert(
		fc.property(
			anyDay,
			anyAmount,
			anyCalendar,
			anyCounting,
			(day, amount, calendar, counting) =>
				addWorkingDays(day, amount + 1, calendar, counting) >=
				addWorkingDays(day, amount, calendar, counting),
		),
	);
});

test("property: day 0 counting never ends after deemed counting, forwards", () => {
	fc.assert(
		fc.property(
			anyDay,
			anyAmount,
			anyCalendar,
			(day, amount, calendar) =>
				addWorkingDays(day, Math.abs(amount), calendar) <=
				addWorkingDays(day, Math.abs(amount), calendar, "deemed"),
		),
	);
});

test("property: the last day of one or more is a working day", () => {
	fc.assert(
		fc.property(
			anyDay,
			anyAmount.filter((amount) => amount !== 0),
			anyCalendar,
			anyCounting,
			(day, amount, calendar, counting) =>
				isWorkingDay(addWorkingDays(day, amount, calendar, counting), calendar),
		),
	);
});

test("property: another closure day never makes a date earlier, and without it the date is as before", () => {
	fc.assert(
		fc.property(
			anyDay,
			anyAmount.map(Math.abs),
			anyCounting,
			fc.array(anyDay, { maxLength: 5 }),
			(day, amount, counting, closed) => {
				const before = addWorkingDays(day, amount, english, counting);
				const own = {
					...noOwnDays,
					closureDays: closed.map((day) => ({ day, name: "Closed" })),
				};
				const longer = withOwnDays(english, own, "1", { closed: true });
				expect(addWorkingDays(day, amount, longer, counting) >= before).toBe(true);
				const restored: Calendar = { ...longer, closureDays: [] };
				expect(addWorkingDays(day, amount, restored, counting)).toBe(before);
			},
		),
		// Each run makes two calendars, and so two tables.
		{ numRuns: 50 },
	);
});

test("property: counting there and measuring the way back agree", () => {
	fc.assert(
		fc.property(
			anyDay,
			anyAmount,
			anyCalendar,
			(day, amount, calendar) =>
				workingDaysBetween(day, addWorkingDays(day, amount, calendar), calendar) === amount,
		),
	);
});
