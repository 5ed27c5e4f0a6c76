import { Refusal } from "../refusal.ts";

/** A day as ISO 8601 writes it, such as `2026-04-03`: what events, rows and JSON hold. */
export type IsoDay = string;

const millisecondsInADay = 86_400_000;
const months =
	"January February March April May June July August September October November December".split(
		" ",
	);
export const weekdayNames =
	"Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** Days since 1 January 1970: integers are what the rules count with. */
export const dayNumberOf = (year: number, month: number, day: number): number =>
	Date.UTC(year, month - 1, day) / millisecondsInADay;

/**
 * The span in which days are worked out: wide enough for any case, narrow enough that the
 * regular bank holidays make sense and the work of an answer is bounded.
 */
export const yearSpan = { first: 1900, last: 2499 } as const;

/** @throws Refusal 'wrong-day' for anything but a day within `yearSpan` written as 2026-04-03 */
export function dayNumber(day: IsoDay): number {
	const written = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
	const number = written
		? dayNumberOf(Number(written[1]), Number(written[2]), Number(written[3]))
		: Number.NaN;
	// Date.UTC rolls 30 February into March, so an impossible day does not come back as written.
	if (!isWithinSpan(number) || isoDay(number) !== day)
		throw new Refusal(
			"wrong-day",
			`‘${day}’ is not a day from ${yearSpan.first} to ${yearSpan.last}. Write it like 2026-04-03.`,
		);
	return number;
}

const firstDay = dayNumberOf(yearSpan.first, 1, 1);
const lastDay = dayNumberOf(yearSpan.last, 12, 31);

export const isWithinSpan = (number: number): boolean =>
	number >= firstDay && number <= lastDay;

export const isoDay = (number: number): IsoDay =>
	Temporal.Instant.fromEpochMilliseconds(number * millisecondsInADay)
		.toString()
		.slice(0, 10);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (number: number): number =>
	((((number + 3) % 7) + 7) % 7) + 1; // 1 January 1970 was a Thursday

/** The day as people say it: `Friday 3 April 2026`. */
export function sayDay(day: IsoDay): string {
	const [year, month, date] = day.split("-").map(Number) as [
		number,
		number,
		number,
	];
	const weekday = weekdayOf(dayNumberOf(year, month, date));
	return `${weekdayNames[weekday - 1]} ${date} ${months[month - 1]} ${year}`;
}
