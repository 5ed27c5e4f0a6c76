import { type Answers, readAnswers } from "../../protocol/answers.ts";
import { askedNow, type WhatIsAsked } from "../../protocol/condition.ts";
import { fieldOf } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { said } from "../../said.ts";
import { knownOf } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { impossibleTime } from "./findings.ts";

/** The fields that an act asks in this difference: its follow-ups only where their questions are answered so. */
export const askedIn = (
	difference: Parameters<typeof knownOf>[0],
	what: WhatIsAsked,
	given: Record<string, unknown>,
): string[] => askedNow(what, knownOf(difference), given);

/**
 * The answers, read once more by the rules themselves: no mouth can pass in what a page would refuse.
 * A day that a clock hangs on cannot be one that has passed: nobody could keep it. A talk cannot have
 * been in the future.
 *
 * @param entered when an answer that is put right was entered first
 * @throws Refusal 'wrong-answers' with the first thing to mend
 */
export function checkAnswers(
	rules: Rules,
	fields: string[],
	given: Answers,
	now: Temporal.ZonedDateTime,
	entered?: Temporal.ZonedDateTime | undefined,
): Answers {
	const { protocol } = rules;
	const { answers, errors } = readAnswers(protocol, fields, given);
	if (errors)
		throw new Refusal("wrong-answers", Object.values(errors)[0] ?? said`Check your answers.`);
	for (const [id, answer] of Object.entries(answers)) {
		const wrong = impossibleTime(protocol, fieldOf(protocol, id), answer, now, entered);
		if (wrong) throw new Refusal("wrong-answers", said`${wrong}.`);
	}
	for (const { limit } of protocol.clocks) {
		const field = "on" in limit ? limit.on : limit.orSooner?.on;
		if (!field || typeof answers[field] !== "string") continue;
		const reason = "on" in limit ? undefined : limit.orSooner?.because;
		if (reason && answers[reason] === undefined)
			throw new Refusal(
				"wrong-answers",
				said`Say why it is needed sooner: answer “${fieldOf(protocol, reason).label}”.`,
			);
	}
	return answers;
}
