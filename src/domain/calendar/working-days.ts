import { type Calendar, daysOff } from "./calendar.ts";
import {
	dayNumber,
	dayNumberOf,
	type IsoDay,
	isoDay,
	weekdayNames,
	weekdayOf,
} from "./iso-day.ts";
import { checkedAmount } from "./limit.ts";

/**
 * `day0`: the day of the start is day 0 whatever kind of day it is.
 * `deemed`: a start on a day that is not worked counts as the next working day (the one
 * before, when counting backwards), and that is day 0.
 */
export type Counting = "day0" | "deemed";

/**
 * The day some working days after (or, negative, before) another. Some millions a second.
 *
 * @param amount 0 is day 0 itself; at most 100,000 either way
 * @returns a working day, except that with `day0` an amount of 0 gives `day` back
 * @throws Refusal 'wrong-day' | 'wrong-amount'
 */
export const addWorkingDays = (
	day: IsoDay,
	amount: number,
	calendar: Calendar,
	counting: Counting = "day0",
): IsoDay => {
	const start = dayNumber(day);
	const dayZero =
		counting === "deemed"
			? workingDayFrom(start, checkedAmount(amount), calendar)
			: start;
	return isoDay(countWorkingDays(dayZero, checkedAmount(amount), calendar));
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
export function workingDaysBetween(
	from: IsoDay,
	to: IsoDay,
	calendar: Calendar,
): number {
	const [start, end] = [dayNumber(from), dayNumber(to)];
	const table = tableWith(calendar, Math.min(start, end), Math.max(start, end));
	return end >= start
		? workedBefore(table, end + 1) - workedBefore(table, start + 1)
		: workedBefore(table, end) - workedBefore(table, start);
}

/** `day` if it is worked, else the nearest working day in the direction of counting. */
export const workingDayFrom = (
	day: number,
	direction: number,
	calendar: Calendar,
): number =>
	direction < 0
		? countWorkingDays(day + 1, -1, calendar)
		: countWorkingDays(day - 1, 1, calendar);

/** `addWorkingDays` by `day0` on day numbers, for those who count much. */
export function countWorkingDays(
	day: number,
	amount: number,
	calendar: Calendar,
): number {
	if (amount === 0) return day;
	for (let table = tableWith(calendar, day, day); ; ) {
		const rank =
			amount > 0
				? workedBefore(table, day + 1) + amount - 1
				: workedBefore(table, day) + amount;
		const found = table.workingDays[rank];
		if (found !== undefined) return found;
		table =
			amount > 0
				? tableWith(calendar, day, table.lastDay + growth)
				: tableWith(calendar, table.firstDay - growth, day);
	}
}

/** Why a day is not worked: the name of the holiday or closure, else Saturday or Sunday. */
export function nameOfDayOff(
	day: number,
	calendar: Calendar,
): string | undefined {
	const weekday = weekdayOf(day);
	return (
		tableWith(calendar, day, day).daysOff.get(day) ??
		(weekday > 5 ? weekdayNames[weekday - 1] : undefined)
	);
}

/** Where every working day of some years stands in the row of working days. */
type Table = {
	firstDay: number;
	lastDay: number;
	/** By day since `firstDay`: the number of working days before it. One longer than the days. */
	before: Int32Array;
	/** Day numbers of the working days, in order. */
	workingDays: Int32Array;
	daysOff: Map<number, string>;
};

const tables = new WeakMap<Calendar, Table>();
const growth = 36_525; // days: a century at a time

const workedBefore = (table: Table, day: number): number =>
	table.before[day - table.firstDay] as number;

/** The calendar's table, made or made larger so that both days lie well inside it. */
function tableWith(calendar: Calendar, first: number, last: number): Table {
	const table = tables.get(calendar);
	if (table && first > table.firstDay && last < table.lastDay) return table;
	const larger = buildTable(
		calendar,
		Math.min(yearOf(first) - 1, table ? yearOf(table.firstDay) : 2000),
		Math.max(yearOf(last) + 1, table ? yearOf(table.lastDay) : 2050),
	);
	tables.set(calendar, larger);
	return larger;
}

const yearOf = (day: number): number => Number(isoDay(day).slice(0, 4));

function buildTable(
	calendar: Calendar,
	firstYear: number,
	lastYear: number,
): Table {
	const firstDay = dayNumberOf(firstYear, 1, 1);
	const lastDay = dayNumberOf(lastYear, 12, 31);
	const off = daysOff(calendar, firstYear, lastYear);
	const before = new Int32Array(lastDay - firstDay + 2);
	const workingDays = new Int32Array(lastDay - firstDay + 1);
	let worked = 0;
	for (let day = firstDay; day <= lastDay; day += 1) {
		before[day - firstDay] = worked;
		if (weekdayOf(day) < 6 && !off.has(day)) {
			workingDays[worked] = day;
			worked += 1;
		}
	}
	before[lastDay - firstDay + 1] = worked;
	return {
		firstDay,
		lastDay,
		before,
		workingDays: workingDays.slice(0, worked),
		daysOff: off,
	};
}
