/**
 * Dates and times as people read them on screen, in the GOV.UK style:
 * "30 March 2026", "Thursday 9 April 2026". A day with a time is `sayMoment`, in the domain.
 */

import { dayNumber, type IsoDay } from "../../domain/calendar/iso-day.ts";
import { saidDue } from "../../domain/difference/told/words.ts";
import type { Binding } from "../../domain/protocol/protocol.ts";
import {
	sayCounted as counted,
	sayDate,
	sayDay,
	sayWhen,
	shortDate,
	sayTime as timeInWords,
} from "../../language/say.ts";
import { say } from "./say.tsx";

export { counted, timeInWords };

/** A day: a `Temporal.PlainDate`, or ISO 8601 text as a row holds it. */
export type Day = Temporal.PlainDate | string;

/** A local time. Give a `ZonedDateTime`, so that the zone has been chosen by the caller. */
export type Moment = Temporal.ZonedDateTime | Temporal.PlainDateTime;

/** As rows hold it. Whoever has a row's own text gives it as it is: a long list asks this of every line. */
const isoOf = (day: Day): IsoDay =>
	typeof day === "string" && day.length === 10 ? day : Temporal.PlainDate.from(day).toString();

/** "30 March 2026" */
export const dayInWords = (day: Day): string => sayDate(isoOf(day));

/** "Thursday 9 April 2026" */
export const weekdayInWords = (day: Day): string => sayDay(isoOf(day));

/** "9 Apr 2026", for tables where room is short. */
export const shortDay = (day: Day): string => shortDate(isoOf(day));

/** The last moment that is in time: "Thursday 9 April 2026", with the time of day unless the whole day is left. */
export const sayDue = (due: Parameters<typeof saidDue>[0]): string => sayWhen(saidDue(due));

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
	dayNumber(isoOf(to)) - dayNumber(isoOf(from));

/**
 * How long there is, in calendar days: "overdue by 3 days", "due today", "due tomorrow", "due in 4 days"; of a target
 * "3 days after the target", "target in 4 days"; of a time that nobody need use "optional, 4 days left".
 *
 * Where the limit is in working days, these are said: "overdue by 3 working days", "10 working days left".
 *
 * @param due the last day on which it is in time
 * @param workingDays how many there are until then, negative when it was earlier; where the limit is counted in them
 */
export function dueInWords(
	due: Day,
	today: Day,
	binding: Binding = "limit",
	workingDays?: number,
): string {
	const days = daysBetween(today, due);
	const ago = workingDays ? counted(-workingDays, "working day") : counted(-days, "day");
	if (days < 0)
		return {
			limit: say`overdue by ${ago}`,
			target: say`${ago} after the target`,
			window: say`time is over`,
		}[binding];
	const left =
		workingDays === undefined ? undefined : say`${counted(workingDays, "working day")} left`;
	if (binding === "window")
		return days === 0
			? say`optional, last day today`
			: say`optional, ${left ?? say`${counted(days, "day")} left`}`;
	if (days > 1 && left) return binding === "target" ? say`target: ${left}` : left;
	const when =
		days === 0 ? say`today` : days === 1 ? say`tomorrow` : say`in ${counted(days, "day")}`;
	return binding === "target" ? say`target ${when}` : say`due ${when}`;
}

/** The least of which it is told how many there are, to somebody who may not know of each. */
const leastTold = 5;

/** Whether there are so many that it is told how many, to somebody who may not know of each. */
export const isToldOfAll = (count: number): boolean => count >= leastTold;

/** "12 differences", "fewer than 5 differences": of what somebody may not know each of. */
export const countedOfAll = (count: number, one: string, many = `${one}s`): string =>
	isToldOfAll(count) ? counted(count, one, many) : say`fewer than ${counted(leastTold, one, many)}`;
