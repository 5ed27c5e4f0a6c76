import type { Calendar } from "../../calendar/calendar.ts";
import type { IsoDay } from "../../calendar/iso-day.ts";
import type { Limit } from "../../calendar/limit.ts";
import {
	addWorkingDays,
	isWorkingDay,
	nextWorkingDay,
	workingDaysBetween,
} from "../../calendar/working-days.ts";
import { nextWorkingMoment, type WorkingHours } from "../../people/working-hours.ts";
import type { Binding, Protocol } from "../../protocol/protocol.ts";
import { londonDay, londonTime, zone } from "../../time.ts";

/** Something that is owed, as a reminder looks at it. */
export type Obligation = {
	/** The day on which it began to be owed. */
	openedOn: IsoDay;
	/** ISO instant; null when no clock runs on it. */
	dueAt: string | null;
	/** Its clock stands still: nobody is reminded of it. */
	paused?: boolean | undefined;
	/** What its date is: left out, a limit. Nobody is reminded of a window that has passed. */
	binding?: Binding | undefined;
	/** The child is said not to be safe now: whoever owes it is reminded every working day. */
	notSafe?: boolean | undefined;
};

/**
 * One reminder of an obligation. `rule` names it once and for all: it goes once to each person,
 * however often it is asked for.
 */
export type Reminder = {
	rule: string;
	kind: "reminder-before" | "reminder-due" | "reminder-late" | "your-turn";
};

/** A reminder with the moment at which it goes: local time. */
export type PlannedReminder = Reminder & { at: Temporal.ZonedDateTime };

/**
 * The reminder that an obligation calls for at this moment: before its clock ends, on the day, and then
 * every so often while it is late; without a clock, every so often since it opened; every working day while the child
 * is not safe. Only the latest one counts, so that after an outage one reminder catches up, not a burst.
 *
 * @param now local time, in working hours
 * @see protocol file, "reminders"
 */
export function reminderFor(
	protocol: Protocol,
	calendar: Calendar,
	{ openedOn: opened, dueAt, paused, binding, notSafe = false }: Obligation,
	now: Temporal.ZonedDateTime,
): Reminder | undefined {
	if (paused) return undefined;
	const { before, lateEvery, noClockEvery } = howOften(protocol, notSafe);
	const today = now.toPlainDate().toString();
	if (dueAt === null) {
		const times = Math.floor(workingDaysBetween(opened, today, calendar) / noClockEvery);
		return times >= 1 ? waiting(times, notSafe) : undefined;
	}
	const due = londonDay(dueAt);
	if (Temporal.Instant.compare(now.toInstant(), dueAt) > 0) {
		if (binding === "window") return undefined;
		const since = Math.max(0, workingDaysBetween(due, today, calendar) - 1);
		return late(Math.floor(since / lateEvery), notSafe);
	}
	// Whoever was told today that it is their turn is not reminded of it today.
	if (today <= opened) return undefined;
	if (today === due) return onTheDay;
	if (notSafe) return aheadDaily(workingDaysBetween(opened, today, calendar));
	return today >= addWorkingDays(due, -before, calendar) ? ahead : undefined;
}

/** How long before and how often people are reminded, in working days: every day while the child is not safe. */
function howOften({ reminders }: Protocol, notSafe: boolean) {
	const { before, lateEvery, noClockEvery } = reminders;
	return {
		before: inWorkingDays(before),
		lateEvery: notSafe ? 1 : inWorkingDays(lateEvery),
		noClockEvery: notSafe ? 1 : inWorkingDays(noClockEvery),
	};
}

const ahead: Reminder = { rule: "before", kind: "reminder-before" };
const onTheDay: Reminder = { rule: "due", kind: "reminder-due" };
// What goes daily counts its own times: those that went before it did are others.
const daily = (rule: string, isDaily: boolean): string => (isDaily ? `daily-${rule}` : rule);
const aheadDaily = (time: number): Reminder => ({
	rule: daily(`before-${time}`, true),
	kind: "reminder-before",
});
const late = (time: number, isDaily: boolean): Reminder => ({
	rule: daily(`late-${time}`, isDaily && time > 0),
	kind: "reminder-late",
});
const waiting = (time: number, isDaily: boolean): Reminder => ({
	rule: daily(`waiting-${time}`, isDaily),
	kind: "your-turn",
});

/**
 * The reminders that an obligation will call for after `now`, soonest first, while it stays as it is. Those of
 * what is late or has no clock never end.
 *
 * @param now local time; what is called for at this moment is not among them
 */
export function* remindersAfter(
	protocol: Protocol,
	calendar: Calendar,
	hours: WorkingHours,
	obligation: Obligation,
	now: Temporal.ZonedDateTime,
): Generator<PlannedReminder> {
	if (obligation.paused) return;
	for (const planned of startsNear(
		protocol,
		calendar,
		hours,
		obligation,
		now.toPlainDate().toString(),
	))
		if (Temporal.ZonedDateTime.compare(planned.at, now) > 0) yield planned;
}

/**
 * The moments from which each reminder is the one called for, in order: all that come after `today`, and some
 * before.
 */
function* startsNear(
	protocol: Protocol,
	calendar: Calendar,
	hours: WorkingHours,
	{ openedOn: opened, dueAt, binding, notSafe = false }: Obligation,
	today: string,
): Generator<PlannedReminder> {
	const { before, lateEvery: every, noClockEvery } = howOften(protocol, notSafe);
	const opening = (day: string) =>
		Temporal.PlainDate.from(day).toZonedDateTime({
			timeZone: zone,
			plainTime: hours.from,
		});
	if (dueAt === null) {
		const sofar = Math.floor(workingDaysBetween(opened, today, calendar) / noClockEvery);
		for (let time = Math.max(1, sofar); ; time++)
			yield {
				...waiting(time, notSafe),
				at: opening(addWorkingDays(opened, time * noClockEvery, calendar)),
			};
	}
	const due = londonTime(dueAt);
	const dueOn = londonDay(dueAt);
	const from = later(addWorkingDays(dueOn, -before, calendar), nextWorkingDay(opened, calendar));
	if (notSafe) {
		const sofar = workingDaysBetween(opened, today < dueOn ? today : dueOn, calendar);
		for (let time = Math.max(1, sofar); ; time++) {
			const day = addWorkingDays(opened, time, calendar);
			if (day >= dueOn) break;
			yield { ...aheadDaily(time), at: opening(day) };
		}
	} else if (from < dueOn) yield { ...ahead, at: opening(from) };
	if (
		dueOn > opened &&
		isWorkingDay(dueOn, calendar) &&
		Temporal.ZonedDateTime.compare(opening(dueOn), due) <= 0
	)
		yield { ...onTheDay, at: opening(dueOn) };
	if (binding === "window") return;
	yield {
		...late(0, notSafe),
		at: nextWorkingMoment(calendar, hours, due.add({ milliseconds: 1 })),
	};
	const sofar = Math.floor((workingDaysBetween(dueOn, today, calendar) - 1) / every);
	for (let time = Math.max(1, sofar); ; time++)
		yield {
			...late(time, notSafe),
			at: opening(addWorkingDays(dueOn, time * every + 1, calendar)),
		};
}

/** What will be sent about an obligation, while it stays as it is. */
export type ReminderPlan = {
	/** Soonest first; the last of them is the first of those that go on and on. */
	coming: PlannedReminder[];
	/** In working days: how often they go on after the last of `coming`. */
	thenEvery: number;
};

/**
 * Every reminder of an obligation that is to come, as people are shown it before it fires.
 *
 * @param went the rules of those that went already
 * @param now local time
 * @returns undefined for what stands still: nobody is reminded of it
 */
export function reminderPlan(
	protocol: Protocol,
	calendar: Calendar,
	hours: WorkingHours,
	obligation: Obligation,
	went: readonly string[],
	now: Temporal.ZonedDateTime,
): ReminderPlan | undefined {
	if (obligation.paused) return undefined;
	const { lateEvery, noClockEvery } = howOften(protocol, obligation.notSafe === true);
	const coming: PlannedReminder[] = [];
	// One that should have gone goes as soon as people may be reminded at all.
	const first = nextWorkingMoment(calendar, hours, now);
	const overdue = reminderFor(protocol, calendar, obligation, first);
	if (overdue && !went.includes(overdue.rule)) coming.push({ ...overdue, at: first });
	const goesOn = ({ kind }: Reminder) => kind === "reminder-late" || kind === "your-turn";
	const isWhole = () => coming.some(goesOn);
	for (const next of remindersAfter(protocol, calendar, hours, obligation, first)) {
		if (isWhole()) break;
		coming.push(next);
	}
	return {
		coming,
		thenEvery: obligation.dueAt === null ? noClockEvery : lateEvery,
	};
}

const later = (one: string, other: string): string => (one > other ? one : other);

/** A length of time in working days, at least one: reminders go on working days only. */
const inWorkingDays = (limit: Limit): number =>
	limit.unit === "working-days"
		? Math.max(1, limit.amount)
		: limit.unit === "weeks"
			? Math.max(1, limit.amount) * 5
			: 1;
