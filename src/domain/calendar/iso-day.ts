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
 * @param day between 1 January 1900 and 31 December 2499: the span for which the regular
 *   bank holidays make any sense, and a bound on the work an answer can take
 * @throws Refusal 'wrong-day' for anything but an existing day written as 2026-04-03
 */
export function dayNumber(day: IsoDay): number {
	const written = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
	if (!written) throw wrongDay(day);
	const [year, month, date] = written.slice(1).map(Number) as [
		number,
		number,
		number,
	];
	const number = dayNumberOf(year, month, date);
	// Date.UTC rolls 30 February into March, so an impossible day does not come back as written.
	if (year < 1900 || year > 2499 || isoDay(number) !== day) throw wrongDay(day);
	return number;
}

const wrongDay = (day: string) =>
	new Refusal(
		"wrong-day",
		`‘${day}’ is not a day between 1900-01-01 and 2499-12-31. Write it like 2026-04-03.`,
	);

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
