import type { Calendar } from "../calendar/calendar.ts";
import type { Limit } from "../calendar/limit.ts";
import {
	addWorkingDays,
	isWorkingDay,
	workingDaysBetween,
} from "../calendar/working-days.ts";
import type { Protocol } from "../protocol/protocol.ts";
import { londonTime } from "../time.ts";

/** Something that is owed, as a reminder looks at it. */
export type Obligation = {
	/** ISO instant. */
	openedAt: string;
	/** ISO instant; null when no clock runs on it. */
	dueAt: string | null;
};

/**
 * One reminder of an obligation. `rule` names it once and for all: it goes once to each person,
 * however often it is asked for.
 */
export type Reminder = {
	rule: string;
	kind: "reminder-before" | "reminder-due" | "reminder-late" | "your-turn";
};

/** Hours in which a partnership's people are reminded. */
const hours = { from: 9, until: 17 };

/** Whether people may be reminded at this moment: on a working day, in working hours. */
export const inWorkingHours = (
	calendar: Calendar,
	now: Temporal.ZonedDateTime,
): boolean =>
	now.hour >= hours.from &&
	now.hour < hours.until &&
	isWorkingDay(now.toPlainDate().toString(), calendar);

/**
 * The reminder that an obligation calls for at this moment: before its clock ends, on the day, and then
 * every so often while it is late; without a clock, every so often since it opened. Only the latest one
 * counts, so that after an outage one reminder catches up, not a burst.
 *
 * @param now local time, in working hours
 * @see protocol file, "reminders"
 */
export function reminderFor(
	protocol: Protocol,
	calendar: Calendar,
	{ openedAt, dueAt }: Obligation,
	now: Temporal.ZonedDateTime,
): Reminder | undefined {
	const { before, lateEvery, noClockEvery } = protocol.reminders;
	const today = now.toPlainDate().toString();
	const opened = londonTime(openedAt).toPlainDate().toString();
	if (dueAt === null) {
		const times = Math.floor(
			workingDaysBetween(opened, today, calendar) / daysOf(noClockEvery),
		);
		return times >= 1
			? { rule: `waiting-${times}`, kind: "your-turn" }
			: undefined;
	}
	const due = londonTime(dueAt).toPlainDate().toString();
	if (
		Temporal.Instant.compare(now.toInstant(), Temporal.Instant.from(dueAt)) > 0
	) {
		const late = Math.max(0, workingDaysBetween(due, today, calendar) - 1);
		return {
			rule: `late-${Math.floor(late / daysOf(lateEvery))}`,
			kind: "reminder-late",
		};
	}
	if (today === due) return { rule: "due", kind: "reminder-due" };
	// Whoever was told today that it is their turn is not reminded of it today.
	const from = addWorkingDays(due, -daysOf(before), calendar);
	return today >= from && today > opened
		? { rule: "before", kind: "reminder-before" }
		: undefined;
}

/** A length of time in working days, at least one: reminders go on working days only. */
const daysOf = (limit: Limit): number =>
	limit.unit === "working-days"
		? Math.max(1, limit.amount)
		: limit.unit === "weeks"
			? Math.max(1, limit.amount) * 5
			: 1;
