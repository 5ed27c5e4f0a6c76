import { Refusal } from "../refusal.ts";
import { said } from "../said.ts";

/** A day as ISO 8601 writes it, such as `2026-04-03`: what events, rows and JSON hold. */
export type IsoDay = string;

const millisecondsInADay = 86_400_000;
const months =
	"January February March April May June July August September October November December".split(
		" ",
	);
export const weekdayNames = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

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
			said`‘${day}’ is not a day of the years ${String(yearSpan.first)} to ${String(yearSpan.last)}. Write it like 2026-04-03.`,
		);
	return number;
}

const firstDay = dayNumberOf(yearSpan.first, 1, 1);
const lastDay = dayNumberOf(yearSpan.last, 12, 31);

export const isWithinSpan = (number: number): boolean => number >= firstDay && number <= lastDay;

/**
 * Written out, for this is the hot path and Temporal takes several times as long. Years are
 * counted from March, so that the leap day is the last of its year.
 *
 * @see Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, `civil_from_days`
 */
export function isoDay(number: number): IsoDay {
	const since = number + daysFromMarchOfYear0;
	const era = Math.floor(since / daysIn400Years);
	const dayOfEra = since - era * daysIn400Years;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1460) +
			Math.floor(dayOfEra / 36_524) -
			Math.floor(dayOfEra / 146_096)) /
			365,
	);
	const dayOfYear =
		dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
	const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	return `${year}-${twoDigits(month)}-${twoDigits(date)}`;
}

const daysFromMarchOfYear0 = 719_468; // 0000-03-01 to 1970-01-01
const daysIn400Years = 146_097;
const twoDigits = (number: number) => (number < 10 ? `0${number}` : number);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1; // 1 January 1970 was a Thursday

/** The day as people say it: `Friday 3 April 2026`. */
export function sayDay(day: IsoDay): string {
	const [year, month, date] = day.split("-").map(Number) as [number, number, number];
	const weekday = weekdayOf(dayNumberOf(year, month, date));
	return `${weekdayNames[weekday - 1]} ${date} ${months[month - 1]} ${year}`;
}
