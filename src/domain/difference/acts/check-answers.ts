import { type Answers, readAnswers } from "../../protocol/answers.ts";
import { askedNow, type WhatIsAsked } from "../../protocol/condition.ts";
import { fieldOf, mayLieAhead } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { zone } from "../../time.ts";
import { knownOf } from "../difference.ts";
import type { Rules } from "../rules.ts";

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
 * @throws Refusal 'wrong-answers' with the first thing to mend
 */
export function checkAnswers(
	rules: Rules,
	fields: string[],
	given: Answers,
	now: Temporal.ZonedDateTime,
): Answers {
	const { protocol } = rules;
	const { answers, errors } = readAnswers(protocol, fields, given);
	if (errors) throw new Refusal("wrong-answers", Object.values(errors)[0] ?? "Check your answers.");
	const local = now.withTimeZone(zone).toPlainDateTime();
	for (const { limit } of protocol.clocks) {
		const field = "on" in limit ? limit.on : limit.orSooner?.on;
		const set = field && answers[field];
		if (!field || typeof set !== "string") continue;
		const present = set.includes("T")
			? local.toString({ smallestUnit: "minute" })
			: local.toPlainDate().toString();
		if (set < present)
			throw new Refusal(
				"wrong-answers",
				`“${fieldOf(protocol, field).label}” must be today or a later day.`,
			);
		const reason = "on" in limit ? undefined : limit.orSooner?.because;
		if (reason && answers[reason] === undefined)
			throw new Refusal(
				"wrong-answers",
				`Say why it is needed sooner: answer “${fieldOf(protocol, reason).label}”.`,
			);
	}
	for (const [id, answer] of Object.entries(answers)) {
		const field = fieldOf(protocol, id);
		if (
			field.type === "moment" &&
			!mayLieAhead(protocol, field) &&
			String(answer) > local.toString()
		)
			throw new Refusal("wrong-answers", `“${field.label}” must be now or earlier.`);
	}
	return answers;
}
