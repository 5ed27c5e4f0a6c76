import { expect, test } from "vitest";
import { type Calendar, calendarNamed, daysOff, noOwnDays, withOwnDays } from "./calendar.ts";
import { isoDay, weekdayOf } from "./iso-day.ts";
import { changeDays, type DayChange } from "./own-days.ts";

const today = "2026-03-30";
const holiday: DayChange = {
	what: "bank-holiday",
	nations: ["england-and-wales", "scotland"],
	day: "2026-04-13",
	name: "A day of thanks",
	source: "Proclamation",
};
const closure: DayChange = {
	what: "closure",
	day: "2026-12-24",
	until: "2027-01-01",
	name: "Closed over Christmas",
};
const english = calendarNamed("england-and-wales");

/** The weekdays that one of two calendars works and the other does not. */
function daysThatDiffer(before: Calendar, after: Calendar) {
	const [was, is] = [before, after].map((each) => daysOff(each, 2026, 2027)) as [
		Map<number, string>,
		Map<number, string>,
	];
	const only = (these: typeof was, others: typeof was, off: boolean) =>
		[...these]
			.filter(([day]) => !others.has(day) && weekdayOf(day) < 6)
			.map(([day, name]) => ({ day: isoDay(day), name, off }));
	return [...only(is, was, true), ...only(was, is, false)];
}

test("a bank holiday is added for the nations that have it, and taken out again leaves nothing behind", () => {
	const added = changeDays(noOwnDays, holiday, today);
	const after = withOwnDays(english, added, "1", { closed: false });
	expect(daysThatDiffer(english, after)).toEqual([
		{ day: "2026-04-13", name: "A day of thanks", off: true },
	]);
	const union = calendarNamed("uk-union");
	expect(daysThatDiffer(union, withOwnDays(union, added, "1", { closed: false }))).toMatchObject([
		{ name: "A day of thanks (England and Wales, Scotland)" },
	]);
	expect(changeDays(added, { ...holiday, what: "no-bank-holiday" }, today)).toEqual(noOwnDays);
});

test("a bank holiday that was moved is worked on its old day, and can be put back", () => {
	const moved = changeDays(
		noOwnDays,
		{
			what: "no-bank-holiday",
			nations: ["england-and-wales"],
			day: "2026-05-04",
			source: "Moved to 8 May",
		},
		today,
	);
	expect(daysThatDiffer(english, withOwnDays(english, moved, "1", { closed: false }))).toEqual([
		{ day: "2026-05-04", name: "Early May bank holiday", off: false },
	]);
	expect(
		changeDays(moved, { ...holiday, nations: ["england-and-wales"], day: "2026-05-04" }, today),
	).toEqual(noOwnDays);
});

test("a closure is entered by its first and last day, and leaves weekends out", () => {
	const closed = changeDays(noOwnDays, closure, today);
	expect(closed.closureDays.map(({ day }) => day)).toEqual([
		"2026-12-24",
		"2026-12-25",
		"2026-12-28",
		"2026-12-29",
		"2026-12-30",
		"2026-12-31",
		"2027-01-01",
	]);
	expect(
		daysThatDiffer(english, withOwnDays(english, closed, "1", { closed: true })).map(
			({ day }) => day,
		),
	).toEqual(["2026-12-24", "2026-12-29", "2026-12-30", "2026-12-31"]);
	expect(
		changeDays(closed, { what: "no-closure", day: "2026-12-29" }, today).closureDays,
	).toHaveLength(6);
});

test.each<[string, DayChange, string]>([
	["at a weekend", { ...holiday, day: "2026-04-11" }, "weekend"],
	["that is one already", { ...holiday, day: "2026-12-25" }, "known-already"],
	["in no nation", { ...holiday, nations: [] }, "no-nation"],
	["in a mistyped year", { ...holiday, day: "2206-04-14" }, "too-far"],
	["that is no day", { ...holiday, day: "2026-02-30" }, "wrong-day"],
	["that is none, taken out", { ...holiday, what: "no-bank-holiday" }, "not-known"],
])("a bank holiday %s is refused", (_, change, code) => {
	expect(() => changeDays(noOwnDays, change, today)).toThrow(expect.objectContaining({ code }));
});

test.each<[string, DayChange, string]>([
	["that ends before it begins", { ...closure, until: "2026-12-01" }, "wrong-order"],
	["of months", { ...closure, until: "2027-03-01" }, "too-long"],
	["of a weekend", { ...closure, day: "2026-12-26", until: "2026-12-27" }, "known-already"],
	["that is none, taken back", { what: "no-closure", day: "2026-12-29" }, "not-known"],
])("a closure %s is refused", (_, change, code) => {
	expect(() => changeDays(noOwnDays, change, today)).toThrow(expect.objectContaining({ code }));
});
