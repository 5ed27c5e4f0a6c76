import type { Calendar } from "../calendar/calendar.ts";
import { type DueDate, dueDate } from "../calendar/due-date.ts";
import { sayDay } from "../calendar/iso-day.ts";
import type { Limit } from "../calendar/limit.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import type { Clock, Protocol } from "../protocol/protocol.ts";
import { stepOf } from "../protocol/protocol.ts";
import { londonTime, zone } from "../time.ts";
import { audienceOfStep } from "./audience.ts";
import {
	type Difference,
	isOpenClock,
	type Numbered,
	type Pause,
	type RunningClock,
} from "./difference.ts";
import type { ClockChange } from "./events.ts";
import type { Rules } from "./rules.ts";
import { Unfolding } from "./unfold.ts";

/**
 * When a limit ends that stood still for a while: the time of each pause is added at its end, counted as the
 * limit is counted. A pause that begins and ends on one day adds nothing to days.
 */
export function dueWithPauses(
	start: Temporal.ZonedDateTime,
	limit: Limit,
	pauses: Pause[],
	calendar: Calendar,
): DueDate {
	const base = dueDate(start, limit, calendar);
	return pauses.reduce(
		(due, pause) => addPause(due, limit, pause, calendar),
		base,
	);
}

function addPause(
	due: DueDate,
	limit: Limit,
	pause: Pause,
	calendar: Calendar,
): DueDate {
	const [from, until] = [londonTime(pause.from), londonTime(pause.until)];
	const [fromDay, untilDay] = [from, until].map((at) =>
		at.toPlainDate().toString(),
	) as [string, string];
	if (limit.unit === "hours") {
		const end = londonTime(due.due).add(from.until(until));
		return pausedTo(due, end, fromDay, untilDay);
	}
	const local = londonTime(due.due);
	if (limit.unit === "working-days") {
		const days = workingDaysBetween(fromDay, untilDay, calendar);
		if (days === 0) return due;
		const more = dueDate(
			londonTime(due.due),
			{ unit: "working-days", amount: days },
			calendar,
		);
		const end = Temporal.PlainDate.from(more.day).toZonedDateTime({
			timeZone: zone,
			plainTime: local.toPlainTime(),
		});
		return {
			...pausedTo(due, end, fromDay, untilDay),
			counted: [...due.counted, ...more.counted],
			skipped: [...due.skipped, ...more.skipped],
			provisional: due.provisional || more.provisional,
		};
	}
	const days = from.toPlainDate().until(until.toPlainDate()).days;
	return days === 0
		? due
		: pausedTo(due, local.add({ days }), fromDay, untilDay);
}

const pausedTo = (
	due: DueDate,
	end: Temporal.ZonedDateTime,
	from: string,
	until: string,
): DueDate => ({
	...due,
	due: end.toInstant().toString(),
	day: end.toPlainDate().toString(),
	rule: `${due.rule} It stood still from ${sayDay(from)} to ${sayDay(until)}, and that time was added.`,
});

/** A date that a person set stands, whatever the calendar says: only what is counted is counted again. */
const isCounted = ({ changes }: RunningClock): boolean =>
	!changes.some(({ how }) => how === "extended" || how === "brought-forward");

/**
 * Counts every open clock of a difference again, from where it began: after a change of the calendar,
 * of the protocol's version, or of what its length depends on. A clock whose day stays is left alone.
 */
export function recountClocks(
	rules: Rules,
	difference: Difference,
	now: Temporal.ZonedDateTime,
	how: Extract<ClockChange, "calendar" | "version" | "depends-on">,
): Numbered[] {
	const unfolding = new Unfolding(rules, difference, now);
	for (const clock of difference.clocks) {
		const rule = ruleOf(rules.protocol, clock);
		if (!rule || !isOpenClock(clock) || !isCounted(clock)) continue;
		if (!("within" in rule.limit)) continue;
		const due = dueWithPauses(
			londonTime(clock.due.start),
			rule.limit.within,
			clock.pauses,
			rules.calendar,
		);
		if (due.due === clock.due.due) continue;
		unfolding.add(
			{
				type: "clock-changed",
				clock: clock.clock,
				how,
				was: clock.due.day,
				due,
				answers: {},
			},
			audienceOfStep(
				rules.protocol,
				difference,
				stepOf(rules.protocol, rule.step),
			),
		);
	}
	return unfolding.events;
}

const ruleOf = (
	protocol: Protocol,
	{ clock }: RunningClock,
): Clock | undefined => protocol.clocks.find(({ id }) => id === clock);
