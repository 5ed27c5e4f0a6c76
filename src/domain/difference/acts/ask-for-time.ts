import type { Actor } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import { reasonForChange, timeWanted } from "../../protocol/protocol.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { conflictIn } from "../who/may-act.ts";
import { clocksToAskFor, speaksFor, timeToGrant } from "../who/may-put-right.ts";
import { audienceOfClock, union } from "../who/may-read.ts";
import { checkAnswers } from "./check-answers.ts";
import { notOpen } from "./not-open.ts";

/** The clock, and the reason under `reason-for-change`. */
export type AsksForTime = { clock: string; answers: Answers };

/**
 * Whoever is held to a clock asks those who may extend it for more time. Nothing moves until they say yes.
 *
 * @throws Refusal 'not-open' | 'wrong-answers'
 */
export function askForTime(
	rules: Rules,
	difference: Difference,
	given: AsksForTime,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const isOpen = clocksToAskFor(rules.protocol, difference, by).some(
		({ clock }) => clock === given.clock,
	);
	return say("time-asked", isOpen, rules, difference, given, by, now);
}

/** Whoever may extend the clock says no, with a reason. To say yes is to change it. @throws Refusal as above, and 'not-your-own' */
export function refuseTime(
	rules: Rules,
	difference: Difference,
	given: AsksForTime,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const isOpen = timeToGrant(rules.protocol, difference, by).some(
		({ clock }) => clock === given.clock,
	);
	return say("time-refused", isOpen, rules, difference, given, by, now);
}

function say(
	type: "time-asked" | "time-refused",
	isOpen: boolean,
	rules: Rules,
	difference: Difference,
	{ clock, answers }: AsksForTime,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const side = speaksFor(protocol, difference, by);
	if (!isOpen || side === undefined)
		throw notOpen(
			type === "time-refused" ? conflictIn(protocol, difference, { change: clock }, by) : undefined,
		);
	const reason = type === "time-asked" ? timeWanted : reasonForChange;
	const entered = checkAnswers(rules, [reason], answers, now);
	const transition = new Transition(rules, difference, now, { by: { person: by.id, side } });
	const grantors = (protocol.clockRights.extend?.by ?? [])
		.map((party) => party.side)
		.filter((each) => each in difference.known);
	transition.add(
		{ type, clock, answers: entered },
		union([side], grantors, audienceOfClock(protocol, difference, clock)),
	);
	return transition.events;
}
