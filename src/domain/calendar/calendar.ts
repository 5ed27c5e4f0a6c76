import { Refusal } from "../refusal.ts";
import { said } from "../said.ts";
import {
	type Holiday,
	type Nation,
	publishedBankHolidays,
	publishedYears,
	regularBankHolidays,
} from "./bank-holidays.ts";
import { dayNumber, type IsoDay } from "./iso-day.ts";

/**
 * Which days are not worked, and how surely that is known. Plain data: it can be stored
 * and compared. Treat it as frozen, for its table of working days is built once per object.
 */
export type Calendar = {
	readonly name: string;
	/** Changes whenever any day of it changes; kept with every date worked out by it. */
	readonly version: string;
	readonly source: string;
	/** Whose bank holidays count, and whose regular rules stand in outside the published years. */
	readonly nations: readonly Nation[];
	/** First day for which `bankHolidays` is complete. */
	readonly knownFrom: IsoDay;
	/** Last day for which `bankHolidays` is complete; a date beyond it is provisional. */
	readonly horizon: IsoDay;
	readonly bankHolidays: readonly Holiday[];
	/** Days on which the partnership itself is closed. */
	readonly closureDays: readonly Holiday[];
};

/** A bank holiday of one nation, and how it is known. */
export type NationHoliday = Holiday & {
	readonly nation: Nation;
	/** `entered` by a person, or read in a `list`: a list that lacks what a person entered is no fault. */
	readonly from: "entered" | "list";
	/** Where it is published, for people: "Royal proclamation of 10 September 2022". */
	readonly source: string;
};

/** What a partnership knows of its calendar beyond what comes with Concord: plain JSON, as it is stored. */
export type OwnDays = {
	readonly bankHolidays: readonly NationHoliday[];
	/** Bank holidays that were moved to another day or taken back: they are worked after all. */
	readonly workedAfterAll: readonly NationHoliday[];
	/** Where a nation's bank holidays are known for longer than Concord itself knows them. */
	readonly knownTo: Partial<Record<Nation, IsoDay>>;
	/** Days on which the partnership itself is closed. */
	readonly closureDays: readonly Holiday[];
};

/** What is known beyond what comes with Concord, in the beginning. */
export const noOwnDays: OwnDays = {
	bankHolidays: [],
	workedAfterAll: [],
	knownTo: {},
	closureDays: [],
};

export const nationTitles: Record<Nation, string> = {
	"england-and-wales": "England and Wales",
	scotland: "Scotland",
	"northern-ireland": "Northern Ireland",
};

/** Whose bank holidays a calendar holds, in words. */
export const calendarTitles: Readonly<Record<string, string>> = {
	...nationTitles,
	"uk-union": "any part of the United Kingdom",
};

/** The last day for which the bank holidays that come with Concord are complete. */
const horizon: IsoDay = `${publishedYears.last}-12-31`;

/** The version of the calendars that come with Concord. */
export const publishedCalendar = "2028.1";

const calendarOf = (name: string, nations: readonly Nation[]): Calendar => ({
	name,
	version: publishedCalendar,
	source:
		"The lists at www.gov.uk/bank-holidays (2012 to 2028); before those, the Banking and Financial Dealings Act 1971 and royal proclamations",
	nations,
	knownFrom: `${publishedYears.first}-01-01`,
	horizon,
	bankHolidays: together(nations, publishedBetween),
	closureDays: [],
});

/** Every bank holiday that comes with Concord. */
function publishedBetween(nation: Nation): Holiday[] {
	return yearsBetween(publishedYears.first, publishedYears.last).flatMap((year) =>
		publishedBankHolidays(nation, year),
	);
}

/** In `uk-union` a bank holiday of any nation is not a working day. */
const calendars: ReadonlyMap<string, Calendar> = new Map(
	(
		[
			["england-and-wales", ["england-and-wales"]],
			["scotland", ["scotland"]],
			["northern-ireland", ["northern-ireland"]],
			["uk-union", ["england-and-wales", "scotland", "northern-ireland"]],
		] as const
	).map(([name, nations]) => [name, calendarOf(name, nations)]),
);

export const calendarNames: readonly string[] = [...calendars.keys()];

/** @throws Refusal 'unknown-calendar' */
export function calendarNamed(name: string): Calendar {
	const calendar = calendars.get(name);
	if (!calendar)
		throw new Refusal(
			"unknown-calendar",
			said`There is no calendar ‘${name}’. The calendars are ${calendarNames.join(", ")}.`,
		);
	return calendar;
}

/**
 * The same calendar with what a partnership knows beyond it.
 *
 * @param version of the partnership's own days, such as `3`; becomes part of the calendar's
 * @param closed whether the partnership's closure days count as days off
 * @throws Refusal 'wrong-day'
 */
export function withOwnDays(
	calendar: Calendar,
	own: OwnDays,
	version: string,
	{ closed }: { closed: boolean },
): Calendar {
	const bankHolidays = together(calendar.nations, (nation) => knownBankHolidays(nation, own));
	const closureDays = closed ? own.closureDays : [];
	for (const { day } of [...bankHolidays, ...closureDays]) dayNumber(day);
	return {
		...calendar,
		version: `${calendar.version}+${version}${closed ? "-closures" : ""}`,
		horizon: calendar.nations.map((nation) => knownTo(nation, own)).sort()[0] as IsoDay,
		bankHolidays,
		closureDays,
	};
}

/** Every bank holiday of a nation that is known, in order of day: those that come with Concord and the partnership's. */
export function knownBankHolidays(nation: Nation, own: OwnDays): Holiday[] {
	const isTheirs = (holiday: { nation: Nation }) => holiday.nation === nation;
	const worked = new Set(own.workedAfterAll.filter(isTheirs).map(({ day }) => day));
	const published = publishedBetween(nation);
	const known = new Set(published.map(({ day }) => day));
	return [
		...published,
		...own.bankHolidays
			.filter((holiday) => isTheirs(holiday) && !known.has(holiday.day))
			.map(({ day, name }) => ({ day, name })),
	]
		.filter(({ day }) => !worked.has(day))
		.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The last day for which a nation's bank holidays are complete. */
export function knownTo(nation: Nation, own: OwnDays): IsoDay {
	const theirs = own.knownTo[nation] ?? horizon;
	return theirs > horizon ? theirs : horizon;
}

/**
 * Every day of these years that is off for a reason other than the weekend, as day numbers
 * with their names. Outside the published span the regular rules stand in.
 */
export function daysOff(
	calendar: Calendar,
	firstYear: number,
	lastYear: number,
): Map<number, string> {
	const published = (day: IsoDay) => day >= calendar.knownFrom && day <= calendar.horizon;
	const assumed = yearsBetween(firstYear, lastYear)
		.flatMap((year) => together(calendar.nations, (nation) => regularBankHolidays(nation, year)))
		.filter(({ day }) => !published(day));
	return new Map(
		// The last of several names wins: a bank holiday keeps its own beside a closure.
		[...calendar.closureDays, ...assumed, ...calendar.bankHolidays].map(({ day, name }) => [
			dayNumber(day),
			name,
		]),
	);
}

/** One list of several nations' holidays; a name says whose it is unless it is everybody's. */
function together(
	nations: readonly Nation[],
	holidaysOf: (nation: Nation) => Holiday[],
): Holiday[] {
	const byDay = new Map<IsoDay, Map<string, Nation[]>>();
	for (const nation of nations)
		for (const { day, name } of holidaysOf(nation)) {
			const names = byDay.get(day) ?? new Map<string, Nation[]>();
			names.set(name, [...(names.get(name) ?? []), nation]);
			byDay.set(day, names);
		}
	return [...byDay]
		.map(([day, names]) => ({
			day,
			name: [...names]
				.map(([name, whose]) =>
					whose.length === nations.length
						? name
						: `${name} (${whose.map((nation) => nationTitles[nation]).join(", ")})`,
				)
				.join("; "),
		}))
		.sort((a, b) => (a.day < b.day ? -1 : 1));
}

function yearsBetween(first: number, last: number): number[] {
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
