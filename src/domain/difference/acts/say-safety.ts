import type { Actor } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import { aboutSafety } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { zone } from "../../time.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { saysSafetyFor } from "../who/may-put-right.ts";
import { knowing } from "../who/may-read.ts";
import { checkAnswers } from "./check-answers.ts";
import { notOpen } from "./not-open.ts";
import type { UrgentContact } from "./raise.ts";

/** Whether the child is safe now, the calls that were made about it, and what was done, under `about-safety`. */
export type SafetySaid = { safe: boolean; calls: UrgentContact[]; answers: Answers };

/**
 * Somebody who knows of the difference says whether the child is safe now: at any stage, whosever turn it is. Every side
 * that knows of it reads that.
 *
 * @throws Refusal 'not-open' | 'wrong-answers'
 * @see Somerset 2021, principle 1: the child's safety comes first
 */
export function saySafety(
	rules: Rules,
	difference: Difference,
	{ safe, calls, answers }: SafetySaid,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const side = saysSafetyFor(rules.protocol, difference, by);
	if (side === undefined) throw notOpen();
	const local = now.withTimeZone(zone).toPlainDateTime().toString();
	if (calls.some(({ madeAt }) => madeAt > local))
		throw new Refusal("wrong-answers", "The time of the call must be now or earlier.");
	const entered = checkAnswers(rules, [aboutSafety], answers, now);
	const transition = new Transition(rules, difference, now, {
		by: { person: by.id, side },
	});
	const readers = knowing(difference);
	for (const call of calls) transition.add({ type: "urgent-contact-made", ...call }, readers);
	transition.add({ type: "safety-said", safe, answers: entered }, readers);
	return transition.events;
}
