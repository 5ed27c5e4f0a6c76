import type { Actor } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import { correctionReason } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { Transition } from "../consequences/transition.ts";
import { agenciesIn, type Difference, type RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { mayChangeAgency } from "../who/may-put-right.ts";
import { knowing, union } from "../who/may-read.ts";
import { checkAnswers } from "./check-answers.ts";
import { notOpen } from "./not-open.ts";

/** The agency that was meant, what the two are called, and under `correction-reason` why. */
export type ChangesAgency = { agency: string; name: string; was: string; answers: Answers };

/**
 * It was raised with an agency that was not meant, and which has heard nothing of it: it is with another from now on.
 * Whoever was named there is named no more. What the first has heard of is recalled instead.
 *
 * @throws Refusal 'not-open' | 'wrong-agency' | 'wrong-answers'
 */
export function changeAgency(
	rules: Rules,
	difference: Difference,
	{ agency, name, was, answers }: ChangesAgency,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	if (!mayChangeAgency(rules.protocol, difference, by)) throw notOpen();
	if (agenciesIn(difference).includes(agency))
		throw new Refusal("wrong-agency", "Choose another agency, which is not part of it yet.");
	const entered = checkAnswers(rules, [correctionReason], answers, now);
	const transition = new Transition(rules, difference, now, {
		by: { person: by.id, side: "raising" },
	});
	transition.add(
		{ type: "receiving-agency-changed", agency, name, was, answers: entered },
		union(["raising"], knowing(difference)),
	);
	return transition.events;
}
