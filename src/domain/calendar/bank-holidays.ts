import { dayNumber, dayNumberOf, type IsoDay, isoDay, weekdayOf } from "./iso-day.ts";

/** The parts of the United Kingdom that have bank holidays of their own. */
export type Nation = "england-and-wales" | "scotland" | "northern-ireland";

export type Holiday = { readonly day: IsoDay; readonly name: string };

/** The exceptions below are complete for these years; before and after, only the regular rules are known. */
export const publishedYears = { first: 2002, last: 2028 } as const;

/** A holiday that returns every year, on a day before any move off a weekend. */
type Regular = {
	name: string;
	nations: readonly Nation[];
	since?: number;
	on: (year: number) => number;
};

/** What a proclamation or an act changed: a holiday of its own, or one `instead` of a regular day. */
type Exception = {
	day: IsoDay;
	name: string;
	instead?: IsoDay;
	nations?: readonly Nation[];
};

const allNations: readonly Nation[] = ["england-and-wales", "scotland", "northern-ireland"];
const scotland: readonly Nation[] = ["scotland"];
const northernIreland: readonly Nation[] = ["northern-ireland"];
const notScotland: readonly Nation[] = ["england-and-wales", "northern-ireland"];

const monday = 1;
const fixed = (month: number, day: number) => (year: number) => dayNumberOf(year, month, day);
const mondayOnOrAfter = (month: number, day: number) => (year: number) => {
	const earliest = dayNumberOf(year, month, day);
	return earliest + ((monday - weekdayOf(earliest) + 7) % 7);
};
const firstMonday = (month: number) => mondayOnOrAfter(month, 1);
/** Of a month of 31 days. */
const lastMonday = (month: number) => mondayOnOrAfter(month, 25);
const easter = (offset: number) => (year: number) => easterSunday(year) + offset;

/** @see Banking and Financial Dealings Act 1971, schedule 1, and the yearly royal proclamations */
const regularHolidays: readonly Regular[] = [
	{ name: "New Year's Day", nations: allNations, on: fixed(1, 1) },
	{ name: "2nd January", nations: scotland, on: fixed(1, 2) },
	{ name: "St Patrick's Day", nations: northernIreland, on: fixed(3, 17) },
	{ name: "Good Friday", nations: allNations, on: easter(-2) },
	{ name: "Easter Monday", nations: notScotland, on: easter(1) },
	{ name: "Early May bank holiday", nations: allNations, on: firstMonday(5) },
	{ name: "Spring bank holiday", nations: allNations, on: lastMonday(5) },
	{
		name: "Battle of the Boyne (Orangemen's Day)",
		nations: northernIreland,
		on: fixed(7, 12),
	},
	{ name: "Summer bank holiday", nations: scotland, on: firstMonday(8) },
	{ name: "Summer bank holiday", nations: notScotland, on: lastMonday(8) },
	{
		name: "St Andrew's Day",
		nations: scotland,
		since: 2007,
		on: fixed(11, 30),
	},
	{ name: "Christmas Day", nations: allNations, on: fixed(12, 25) },
	{ name: "Boxing Day", nations: allNations, on: fixed(12, 26) },
];

const exceptions: readonly Exception[] = [
	{ day: "2002-06-03", name: "Queen's Golden Jubilee" },
	{
		day: "2002-06-04",
		name: "Spring bank holiday",
		instead: "2002-05-27",
	},
	{ day: "2011-04-29", name: "Royal Wedding" },
	{
		day: "2012-06-04",
		name: "Spring bank holiday",
		instead: "2012-05-28",
	},
	{ day: "2012-06-05", name: "Queen's Diamond Jubilee" },
	{
		day: "2020-05-08",
		name: "Early May bank holiday (VE day)",
		instead: "2020-05-04",
	},
	{
		day: "2022-06-02",
		name: "Spring bank holiday",
		instead: "2022-05-30",
	},
	{ day: "2022-06-03", name: "Platinum Jubilee bank holiday" },
	{
		day: "2022-09-19",
		name: "Bank Holiday for the State Funeral of Queen Elizabeth II",
	},
	// Scotland published the two substitute days of this year under each other's name.
	{
		day: "2023-01-02",
		name: "New Year's Day",
		instead: "2023-01-02",
		nations: scotland,
	},
	{
		day: "2023-01-03",
		name: "2nd January",
		instead: "2023-01-03",
		nations: scotland,
	},
	{
		day: "2023-05-08",
		name: "Bank holiday for the coronation of King Charles III",
	},
	{ day: "2026-06-15", name: "World Cup bank holiday", nations: scotland },
];

/**
 * What the regular rules alone say of a year. A holiday on a weekend moves to the next
 * weekday that no other holiday has: Christmas Day on a Sunday goes past Boxing Day to Tuesday.
 *
 * @returns in order of day
 */
export function regularBankHolidays(nation: Nation, year: number): Holiday[] {
	const ours = regularHolidays
		.filter(({ nations, since = 0 }) => nations.includes(nation) && since <= year)
		.map(({ name, on }) => ({ name, number: on(year) }));
	const taken = new Set(ours.map(({ number }) => number).filter((number) => weekdayOf(number) < 6));
	for (const holiday of ours) {
		if (weekdayOf(holiday.number) < 6) continue;
		while (weekdayOf(holiday.number) > 5 || taken.has(holiday.number)) holiday.number += 1;
		taken.add(holiday.number);
	}
	return ours
		.sort((a, b) => a.number - b.number)
		.map(({ name, number }) => ({ day: isoDay(number), name }));
}

/**
 * The bank holidays as published: the regular ones with the exceptions of that year.
 *
 * @param year within `publishedYears`
 * @returns in order of day
 */
export function publishedBankHolidays(nation: Nation, year: number): Holiday[] {
	const changes = exceptions.filter(
		({ day, nations = allNations }) => day.startsWith(`${year}-`) && nations.includes(nation),
	);
	const replaced = new Set(changes.map(({ instead }) => instead));
	return [
		...regularBankHolidays(nation, year).filter(({ day }) => !replaced.has(day)),
		...changes.map(({ day, name }) => ({ day, name })),
	].sort((a, b) => dayNumber(a.day) - dayNumber(b.day));
}

/** Easter of the Gregorian calendar, as Meeus gives it (Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): number {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const d = Math.floor(b / 4);
	const e = b % 4;
	const f = Math.floor((b + 8) / 25);
	const g = Math.floor((b - f + 1) / 3);
	const h = (19 * a + b - d - g + 15) % 30;
	const i = Math.floor(c / 4);
	const k = c % 4;
	const l = (32 + 2 * e + 2 * i - h - k) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const n = h + l - 7 * m + 114;
	return dayNumberOf(year, Math.floor(n / 31), (n % 31) + 1);
}
