import { type Actor, atLeast } from "../access/viewer.ts";
import { type Answers, readAnswers } from "../protocol/answers.ts";
import { fieldOf } from "../protocol/protocol.ts";
import { Refusal } from "../refusal.ts";
import { zone } from "../time.ts";
import { beginning, type Numbered, type Opening } from "./difference.ts";
import type { Rules } from "./rules.ts";
import { Unfolding } from "./unfold.ts";

/** An emergency contact that was rung before or while the difference was raised. */
export type UrgentContact = {
	/** The number, as the protocol gives it. */
	call: string;
	/** Local date and time, ISO without zone. */
	madeAt: string;
};

/**
 * A difference begins.
 *
 * @param opening its identity, and the two agencies
 * @throws Refusal 'same-agency' | 'not-your-agency' | 'not-yours' | 'wrong-answers'
 * @see protocol file, "raise"
 */
export function raise(
	rules: Rules,
	opening: Opening,
	answers: Answers,
	urgentContacts: UrgentContact[],
	by: Actor,
	now: Temporal.ZonedDateTime,
): Numbered[] {
	const { protocol } = rules;
	if (opening.raisingAgency === opening.receivingAgency)
		throw new Refusal(
			"same-agency",
			"A difference inside one agency is settled inside that agency, with your manager or safeguarding lead.",
		);
	if (by.agencyId !== opening.raisingAgency)
		throw new Refusal(
			"not-your-agency",
			"You can raise a difference only for your own agency.",
		);
	const may = protocol.raise.by.some((role) => {
		const level = protocol.roles[role]?.level;
		return level !== undefined && atLeast(by.level, level);
	});
	if (!may)
		throw new Refusal(
			"not-yours",
			"Your role does not raise differences under this protocol.",
		);

	const unfolding = new Unfolding(rules, beginning(opening), now, {
		person: by.id,
		side: "raising",
	});
	unfolding.add(
		{
			type: "raised",
			answers: checked(rules, protocol.raise.asks, answers, now),
		},
		["raising"],
	);
	for (const contact of urgentContacts)
		unfolding.add({ type: "urgent-contact-made", ...contact }, ["raising"]);
	unfolding.follow([protocol.raise.start]);
	return unfolding.events;
}

/**
 * The answers, read once more by the rules themselves: no mouth can pass in what a page would refuse.
 * A day that a clock hangs on cannot be one that has passed: nobody could keep it. A talk cannot have
 * been in the future.
 *
 * @throws Refusal 'wrong-answers' with the first thing to mend
 */
export function checked(
	rules: Rules,
	fields: string[],
	given: Answers,
	now: Temporal.ZonedDateTime,
): Answers {
	const { protocol } = rules;
	const { answers, errors } = readAnswers(protocol, fields, given);
	if (errors)
		throw new Refusal(
			"wrong-answers",
			Object.values(errors)[0] ?? "Check your answers.",
		);
	const today = now.withTimeZone(zone).toPlainDate().toString();
	for (const { limit } of protocol.clocks) {
		const day = "on" in limit ? answers[limit.on] : undefined;
		if ("on" in limit && typeof day === "string" && day < today)
			throw new Refusal(
				"wrong-answers",
				`“${fieldOf(protocol, limit.on).label}” must be today or a later day.`,
			);
	}
	const localNow = now.withTimeZone(zone).toPlainDateTime().toString();
	for (const [id, answer] of Object.entries(answers)) {
		const field = fieldOf(protocol, id);
		if (field.type === "moment" && String(answer) > localNow)
			throw new Refusal(
				"wrong-answers",
				`“${field.label}” must be now or earlier.`,
			);
	}
	return answers;
}
