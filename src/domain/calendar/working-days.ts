import { Refusal } from "../refusal.ts";
import { said } from "../said.ts";
import { type Calendar, daysOff } from "./calendar.ts";
import {
	dayNumber,
	dayNumberOf,
	type IsoDay,
	isoDay,
	isWithinSpan,
	weekdayNames,
	weekdayOf,
	yearSpan,
} from "./iso-day.ts";
import { type Counting, checkedAmount } from "./limit.ts";

/**
 * The day some working days after (or, negative, before) another. Some millions a second.
 *
 * @param amount 0 is day 0 itself; at most 100,000 either way
 * @returns a working day, except that with `day0` an amount of 0 gives `day` back
 * @throws Refusal 'wrong-day' | 'wrong-amount' | 'too-far'
 */
export const addWorkingDays = (
	day: IsoDay,
	amount: number,
	calendar: Calendar,
	counting: Counting = "day0",
): IsoDay => {
	const start = dayNumber(day);
	checkedAmount(amount);
	const dayZero = counting === "deemed" ? workingDayFrom(start, amount, calendar) : start;
	return isoDay(countWorkingDays(dayZero, amount, calendar));
};

export const isWorkingDay = (day: IsoDay, calendar: Calendar): boolean =>
	nameOfDayOff(dayNumber(day), calendar) === undefined;

/** The first working day after `day`, which is never `day` itself. */
export const nextWorkingDay = (day: IsoDay, calendar: Calendar): IsoDay =>
	addWorkingDays(day, 1, calendar);

/**
 * How many working days `to` lies after `from`, not counting `from`; negative when before.
 * The reverse of `addWorkingDays` with `day0`.
 */
export function workingDaysBetween(from: IsoDay, to: IsoDay, calendar: Calendar): number {
	const [start, end] = [dayNumber(from), dayNumber(to)];
	const table = tableWith(calendar, start, end);
	return end >= start
		? workedBefore(table, end + 1) - workedBefore(table, start + 1)
		: workedBefore(table, end) - workedBefore(table, start);
}

/** `day` if it is worked, else the nearest working day in the direction of counting. */
export const workingDayFrom = (day: number, direction: number, calendar: Calendar): number =>
	direction < 0 ? countWorkingDays(day + 1, -1, calendar) : countWorkingDays(day - 1, 1, calendar);

/** `addWorkingDays` by `day0` on day numbers, for those who count much. */
export function countWorkingDays(day: number, amount: number, calendar: Calendar): number {
	if (amount === 0) return day;
	for (let table = tableWith(calendar, day); ; ) {
		const rank =
			amount > 0 ? workedBefore(table, day + 1) + amount - 1 : workedBefore(table, day) + amount;
		const found = table.workingDays[rank];
		if (found !== undefined) return found;
		const beyond = amount > 0 ? table.lastDay + 1 : table.firstDay - 1;
		table = tableWith(calendar, day, beyond);
	}
}

/** Why a day is not worked: the name of the holiday or closure, else Saturday or Sunday. */
export function nameOfDayOff(day: number, calendar: Calendar): string | undefined {
	const weekday = weekdayOf(day);
	return (
		tableWith(calendar, day).daysOff.get(day) ??
		(weekday > 5 ? weekdayNames[weekday - 1] : undefined)
	);
}

/** Where every working day of some years stands in the row of working days. */
type Table = {
	/** Years, and their outermost days as day numbers. */
	first: number;
	last: number;
	firstDay: number;
	lastDay: number;
	/** By day since `firstDay`: the number of working days before it. One longer than the days. */
	before: Int32Array;
	/** Day numbers of the working days, in order. */
	workingDays: Int32Array;
	daysOff: Map<number, string>;
};

const tables = new WeakMap<Calendar, Table>();
/** The first table of a calendar holds what nearly every question asks for. */
const usualYears = { first: 2000, last: 2050 };
/** A table that falls short grows by more than it must, so that a long count grows it seldom. */
const yearsToSpare = 50;

const workedBefore = (table: Table, day: number): number =>
	table.before[day - table.firstDay] as number;

/**
 * The calendar's table, made or made larger so that it holds these days.
 *
 * @throws Refusal 'too-far'
 */
function tableWith(calendar: Calendar, ...days: number[]): Table {
	const table = tables.get(calendar);
	if (table && days.every((day) => holds(table, day))) return table;
	if (!days.every(isWithinSpan))
		throw new Refusal(
			"too-far",
			said`That counts to a day outside ${String(yearSpan.first)} to ${String(yearSpan.last)}, which is further than days are worked out.`,
		);
	let { first, last } = table ?? usualYears;
	for (const year of days.map(yearOf)) {
		if (year < first) first = Math.max(year - yearsToSpare, yearSpan.first);
		if (year > last) last = Math.min(year + yearsToSpare, yearSpan.last);
	}
	const larger = buildTable(calendar, first, last);
	tables.set(calendar, larger);
	return larger;
}

const holds = ({ firstDay, lastDay }: Table, day: number): boolean =>
	day >= firstDay && day <= lastDay;

const yearOf = (day: number): number => Number(isoDay(day).slice(0, 4));

function buildTable(calendar: Calendar, first: number, last: number): Table {
	const firstDay = dayNumberOf(first, 1, 1);
	const lastDay = dayNumberOf(last, 12, 31);
	const off = daysOff(calendar, first, last);
	const before = new Int32Array(lastDay - firstDay + 2);
	const workingDays: number[] = [];
	for (let day = firstDay; day <= lastDay; day += 1) {
		if (weekdayOf(day) < 6 && !off.has(day)) workingDays.push(day);
		before[day - firstDay + 1] = workingDays.length;
	}
	return {
		first,
		last,
		firstDay,
		lastDay,
		before,
		workingDays: Int32Array.from(workingDays),
		daysOff: off,
	};
}
