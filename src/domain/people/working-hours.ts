import type { Calendar } from "../calendar/calendar.ts";
import { isWorkingDay, nextWorkingDay } from "../calendar/working-days.ts";
import { Refusal } from "../refusal.ts";

/** The hours of a working day in which a partnership's people are reminded: local times HH:MM, `until` not included. */
export type WorkingHours = { readonly from: string; readonly until: string };

/** What a partnership begins with. */
export const usualHours: WorkingHours = { from: "09:00", until: "17:00" };

/** Times that may begin or end the hours: every half hour. Nobody is reminded at night. */
export const timesToChoose: readonly string[] = Array.from(
	{ length: 31 },
	(_, half) => `${String(6 + Math.floor(half / 2)).padStart(2, "0")}:${half % 2 ? "30" : "00"}`,
);

/** @throws Refusal 'wrong-time' | 'too-short' */
export function checkedHours({ from, until }: WorkingHours): WorkingHours {
	if (!timesToChoose.includes(from) || !timesToChoose.includes(until))
		throw new Refusal("wrong-time", "Choose a time between 6am and 9pm.");
	if (timesToChoose.indexOf(until) - timesToChoose.indexOf(from) < 2)
		throw new Refusal("too-short", "Choose an end that is at least an hour after the beginning.");
	return { from, until };
}

/** Whether people may be reminded at this moment, on whatever day it is. */
export function isWithinHours({ from, until }: WorkingHours, now: Temporal.ZonedDateTime): boolean {
	const time = `${String(now.hour).padStart(2, "0")}:${String(now.minute).padStart(2, "0")}`;
	return time >= from && time < until;
}

/** Whether people may be reminded at this moment: on a working day, in working hours. */
export const inWorkingHours = (
	calendar: Calendar,
	hours: WorkingHours,
	now: Temporal.ZonedDateTime,
): boolean => isWithinHours(hours, now) && isWorkingDay(now.toPlainDate().toString(), calendar);

/** The first moment, not before `now`, at which people may be reminded. */
export function nextWorkingMoment(
	calendar: Calendar,
	hours: WorkingHours,
	now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime {
	const today = now.toPlainDate();
	if (isWorkingDay(today.toString(), calendar)) {
		if (isWithinHours(hours, now)) return now;
		const opening = now.withPlainTime(hours.from);
		if (Temporal.ZonedDateTime.compare(opening, now) > 0) return opening;
	}
	return Temporal.PlainDate.from(nextWorkingDay(today.toString(), calendar)).toZonedDateTime({
		timeZone: now.timeZoneId,
		plainTime: hours.from,
	});
}
