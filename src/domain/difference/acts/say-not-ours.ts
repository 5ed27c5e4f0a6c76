import type { Actor } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import { notOursBecause } from "../../protocol/protocol.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { enteredForThem } from "../who/may-put-right.ts";
import { union } from "../who/may-read.ts";
import { checkAnswers } from "./check-answers.ts";
import { notOpen } from "./not-open.ts";

/** Which act was entered for them, by the number of its entry, and under `not-ours-because` why it is not theirs. */
export type SaysNotOurs = { entry: number; answers: Answers };

/**
 * An agency says that what an office entered for it from paper is not theirs. The office is told and sees to it; what is
 * owed stays as it is until then.
 *
 * @throws Refusal 'not-open' | 'wrong-answers'
 */
export function sayNotOurs(
	rules: Rules,
	difference: Difference,
	{ entry, answers }: SaysNotOurs,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const done = enteredForThem(rules.protocol, difference, by).find(({ seq }) => seq === entry);
	if (!done) throw notOpen();
	const read = checkAnswers(rules, [notOursBecause], answers, now);
	const { side } = done.by;
	const transition = new Transition(rules, difference, now, { by: { person: by.id, side } });
	transition.add(
		{ type: "said-not-ours", entry, office: done.entered.by.side, answers: read },
		union([side], [done.entered.by.side]),
	);
	return transition.events;
}
