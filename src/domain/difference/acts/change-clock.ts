import { type DueDate, dueDate } from "../../calendar/due-date.ts";
import { sayDay } from "../../calendar/iso-day.ts";
import type { Limit } from "../../calendar/limit.ts";
import type { Actor } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import { type Clock, reasonForChange } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { said } from "../../said.ts";
import { londonTime } from "../../time.ts";
import { addPause, agreedTime, limitNow } from "../consequences/clock-dates.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent, RunningClock } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { type AllowedAct, allowedActs, conflictIn, type WayToChange } from "../who/may-act.ts";
import { audienceOfClock } from "../who/may-read.ts";
import { checkAnswers } from "./check-answers.ts";
import { notOpen } from "./not-open.ts";

/** What somebody with the right asks of a clock. */
export type ChangeOfClock = {
	clock: string;
	how: WayToChange;
	/** The new day, or local day and time, for `extend` and `bring-forward`. */
	until?: string | undefined;
	/** The reason, under `reason-for-change`. */
	answers: Answers;
};

/**
 * Somebody gives more time, asks for it sooner, lets a clock stand still or run on: always with a reason.
 * The first date stays on the record. What is counted while it stood still is added at its end.
 *
 * @throws Refusal 'not-open' | 'not-your-own' | 'wrong-answers' | 'date-missing' | 'not-later' | 'not-sooner' | 'too-far'
 * @see protocol file, "clock-changes"
 */
export function changeClock(
	rules: Rules,
	difference: Difference,
	given: ChangeOfClock,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const open = openChange(allowedActs(protocol, difference, by), given.clock, given.how);
	if (!open) throw notOpen(conflictIn(protocol, difference, { change: given.clock }, by));
	const { clock, rule } = open;
	const answers = checkAnswers(rules, [reasonForChange], given.answers, now);
	const transition = new Transition(rules, difference, now, {
		by: { person: by.id, side: open.by.side },
	});
	switch (given.how) {
		case "pause":
			transition.add(
				{ type: "clock-paused", clock: clock.clock, answers },
				audienceOfClock(protocol, difference, clock.clock),
			);
			return transition.events;
		case "resume":
			transition.changeClock(
				clock,
				"resumed",
				addPause(
					clock.due,
					"within" in rule.limit ? limitNow(rule.limit, difference) : agreedDays,
					{
						from: clock.pausedAt ?? clock.startedAt,
						until: now.toInstant().toString(),
					},
					rules.calendar,
				),
				answers,
			);
			return transition.events;
		case "extend": {
			const due = setTo(rules, clock, rule, given.until, "Extended");
			if (Temporal.Instant.compare(due.due, clock.due.due) <= 0)
				throw new Refusal(
					"not-later",
					said`Choose a day after ${sayDay(clock.due.day)}, when it is due now.`,
				);
			const { atMost } = protocol.clockRights.extend ?? {};
			const last = atMost && dueDate(londonTime(clock.firstDue.due), atMost, rules.calendar);
			if (last && Temporal.Instant.compare(due.due, last.due) > 0)
				throw new Refusal(
					"too-far",
					said`It can be extended to ${sayDay(last.day)} at the latest.`,
				);
			transition.changeClock(clock, "extended", due, answers);
			for (const target of rule.late) if (target.go === "step") transition.drop(target.step);
			return transition.events;
		}
		case "bring-forward": {
			const due = setTo(rules, clock, rule, given.until, "Brought forward");
			if (
				Temporal.Instant.compare(due.due, clock.due.due) >= 0 ||
				Temporal.Instant.compare(due.due, now.toInstant()) < 0
			)
				throw new Refusal(
					"not-sooner",
					said`Choose a day from today and before ${sayDay(clock.due.day)}, when it is due now.`,
				);
			transition.changeClock(clock, "brought-forward", due, answers);
			return transition.events;
		}
	}
}

/** The change that is open to somebody, and the party as which they make it. */
function openChange(
	acts: AllowedAct[],
	clock: string,
	how: WayToChange,
): Extract<AllowedAct, { act: "change-clock" }> | undefined {
	return acts.find(
		(act): act is Extract<AllowedAct, { act: "change-clock" }> =>
			act.act === "change-clock" && act.clock.clock === clock && act.ways.includes(how),
	);
}

/** A date that people agreed is put off by whole days. */
const agreedDays: Limit = { unit: "calendar-days", amount: 1 };

/** A date that somebody with the right set; a day alone is due when the protocol says that days are. @throws Refusal 'date-missing' */
function setTo(
	{ calendar }: Rules,
	clock: RunningClock,
	{ limit }: Clock,
	until: string | undefined,
	what: string,
): DueDate {
	if (!until || !/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(until))
		throw new Refusal("date-missing", "Enter the new day.");
	const dueTime = "within" in limit && "dueTime" in limit.within ? limit.within.dueTime : undefined;
	const due = agreedTime(
		londonTime(clock.due.start),
		until.includes("T") || dueTime === undefined ? until : `${until}T${dueTime}`,
		calendar.name,
		calendar.version,
	);
	return {
		...due,
		rule: `${what}, with a reason, from ${sayDay(clock.due.day)} to ${sayDay(due.day)}. The first date was ${sayDay(clock.firstDue.day)}: ${clock.firstDue.rule}`,
	};
}
