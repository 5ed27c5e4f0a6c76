import { Refusal } from "../refusal.ts";
import { said } from "../said.ts";

/**
 * `day0`: the day of the start is day 0 whatever kind of day it is.
 * `deemed`: a start on a day that is not worked counts as the next working day (the one
 * before, when counting backwards), and that is day 0.
 */
export type Counting = "day0" | "deemed";

/**
 * How long somebody has.
 *
 * - `hours`: elapsed, nights and weekends included, also over a change of the clocks.
 * - `immediately`: at once; it counts as late once the day on which it starts has ended.
 */
export type Limit =
	| DayLimit
	| { readonly unit: "hours"; readonly amount: number }
	| { readonly unit: "immediately" };

/**
 * A limit that ends at a time of a day.
 *
 * - `working-days`: days that the calendar excludes are not counted.
 * - `weeks`: the same weekday so many weeks on; if that is not worked, the next working day
 *   (the one before, when counting backwards).
 * - `calendar-days`: every day counts, also the last.
 * - `calendar-months`: the same day of the month so many months on, or the last of a shorter month.
 */
export type DayLimit = {
	readonly unit: "working-days" | "calendar-days" | "calendar-months" | "weeks";
	/** Whole; 0 is day 0 itself; negative counts backwards; at most 100,000 either way. */
	readonly amount: number;
	/** `day0` unless given. */
	readonly counting?: Counting | undefined;
	/** Local time HH:MM; a start at or after it counts as the next day. Not used backwards. */
	readonly cutOff?: string | undefined;
	/** Local time HH:MM at which it is due; 23:59:59 unless given. */
	readonly dueTime?: string | undefined;
};

/** Whether a calendar has a say in where a limit ends: hours pass on any day. */
export const hasWorkingDays = (limit: Limit): boolean =>
	limit.unit === "working-days" ||
	limit.unit === "weeks" ||
	(limit.unit === "calendar-days" && limit.counting === "deemed");

const largestAmount = 100_000;

/** @throws Refusal 'wrong-amount' */
export function checkedAmount(amount: number): number {
	if (!Number.isInteger(amount) || Math.abs(amount) > largestAmount)
		throw new Refusal(
			"wrong-amount",
			said`‘${amount}’ is not a whole number between −100,000 and 100,000.`,
		);
	return amount;
}

/** @throws Refusal 'wrong-time' for anything but a local time such as 17:00 */
export function checkedTime(time: string): Temporal.PlainTime {
	if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
		throw new Refusal("wrong-time", said`‘${time}’ is not a time of day. Write it like 17:00.`);
	return Temporal.PlainTime.from(time);
}
