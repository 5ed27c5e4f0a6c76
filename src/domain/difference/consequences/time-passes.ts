import type { Clock, Protocol, StepId } from "../../protocol/protocol.ts";
import { londonTime } from "../../time.ts";
import { type Difference, isOwed, type RecordedEvent, type RunningClock } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { audienceOfClock, keptToOfClock } from "../who/may-read.ts";
import { firstLateMoment, isPast } from "./clock-dates.ts";
import { Transition } from "./transition.ts";

/**
 * What time alone has brought about by `now`: clocks that ran out and steps whose day has come, in the order in which they
 * did, each at the moment it did, and what that opens. A date is a fact, so asking late loses nothing
 * and asking twice does nothing.
 */
export function timePasses(
	rules: Rules,
	difference: Difference,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const events: RecordedEvent[] = [];
	for (;;) {
		const clock = firstToRunOut(protocol, difference, now);
		const opening = firstToOpen(difference, now);
		if (
			opening &&
			!(clock && Temporal.ZonedDateTime.compare(clock.lateFrom, opening.opensAt) < 0)
		) {
			const transition = new Transition(rules, difference, opening.opensAt);
			transition.open(opening.step);
			events.push(...transition.events);
			difference = transition.difference;
			continue;
		}
		if (!clock) return events;
		const { id, late, lateSends } = clock.rule;
		const transition = new Transition(rules, difference, clock.lateFrom, {
			lapsed: clock.running,
			keptTo: keptToOfClock(protocol, id),
		});
		transition.add({ type: "clock-ran-out", clock: id }, audienceOfClock(protocol, difference, id));
		transition.send(lateSends);
		transition.follow(late);
		events.push(...transition.events);
		difference = transition.difference;
	}
}

/** The step that opened first of those whose day has come. */
const firstToOpen = (
	{ awaited }: Difference,
	now: Temporal.ZonedDateTime,
): { step: StepId; opensAt: Temporal.ZonedDateTime } | undefined =>
	awaited
		.map(({ step, opensAt }) => ({ step, opensAt: londonTime(opensAt) }))
		.filter(({ opensAt }) => Temporal.ZonedDateTime.compare(opensAt, now) <= 0)
		.sort((a, b) => Temporal.ZonedDateTime.compare(a.opensAt, b.opensAt))[0];

/**
 * The clock that ran out first of those that have, but did not say so yet. That of a step that nobody owes never does:
 * whoever was not asked was not silent.
 */
function firstToRunOut(
	protocol: Protocol,
	difference: Difference,
	now: Temporal.ZonedDateTime,
): { rule: Clock; running: RunningClock; lateFrom: Temporal.ZonedDateTime } | undefined {
	return difference.clocks
		.filter((clock) => clock.state === "running" && isPast(clock, now))
		.flatMap((clock) =>
			protocol.clocks
				.filter((rule) => rule.id === clock.clock && isOwed(difference, rule, clock))
				.map((rule) => ({ rule, running: clock, lateFrom: lateFrom(clock) })),
		)
		.sort((a, b) => Temporal.ZonedDateTime.compare(a.lateFrom, b.lateFrom))[0];
}

/** A clock whose date had passed when it was started or moved there is late from then on, not before. */
function lateFrom({ due, startedAt, changes }: RunningClock): Temporal.ZonedDateTime {
	const moment = firstLateMoment(due);
	const since = changes.at(-1)?.at ?? startedAt;
	return Temporal.Instant.compare(moment.toInstant(), since) >= 0 ? moment : londonTime(since);
}
