import type { Actor } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import { answersByLink, type StepId, stepOf, vouchedBecause } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { mayBeGiven, speaksFor } from "../who/may-put-right.ts";
import { audienceOfStep, union } from "../who/may-read.ts";
import { mayEndLinks, rolesOfOffice, sidesOfOffice, stepsToVouchFor } from "../who/may-vouch.ts";
import { checkAnswers } from "./check-answers.ts";
import { notOpen } from "./not-open.ts";

/** Whoever is to answer by a link, who they are in words, and under `vouched-because` how that is known. */
export type Vouches = { step: StepId; to: Actor; called: string; answers: Answers };

/**
 * Somebody without an account is vouched for and given a step: their side and the office read who they are and how that is
 * known, and whoever reads of the step that it is theirs. The time for it stays as it is. A step that is not open yet is given
 * to nobody: whoever sends it on can name them, and they hear of it then.
 *
 * @throws Refusal 'not-open' | 'not-a-colleague' | 'wrong-answers'
 */
export function vouch(
	rules: Rules,
	difference: Difference,
	{ step, to, called, answers }: Vouches,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const asSide = speaksFor(protocol, difference, by);
	const found = stepsToVouchFor(protocol, difference, by).find((each) => each.step === step);
	if (!found || asSide === undefined) throw notOpen();
	if (
		found.open &&
		found.open.person !== to.id &&
		!mayBeGiven(protocol, difference, found.open, { ...to, onlyIn: undefined })
	)
		throw new Refusal("not-a-colleague", "Choose somebody else, who may do this.");
	const entered = checkAnswers(
		rules,
		[answersByLink, vouchedBecause],
		{ ...answers, [answersByLink]: called },
		now,
	);
	const transition = new Transition(rules, difference, now, {
		by: { person: by.id, side: asSide },
	});
	transition.add(
		{ type: "vouched", step, person: to.id, answers: entered },
		union([found.side], rolesOfOffice(protocol)),
	);
	if (found.open)
		transition.add(
			{ type: "step-given", step, person: to.id, answers: {} },
			union([asSide], audienceOfStep(protocol, difference, stepOf(protocol, step))),
		);
	return transition.events;
}

/**
 * It was raised by a link: who did that in words, who of the office had vouched for them, and how that is known. Their side
 * reads it at once, the office as soon as it hears of the difference.
 *
 * @throws Refusal 'wrong-answers'
 */
export function raisedByLink(
	rules: Rules,
	difference: Difference,
	{ person, called, because, by }: { person: string; called: string; because: string; by: string },
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const [office] = rolesOfOffice(protocol);
	const answers = checkAnswers(
		rules,
		[answersByLink, vouchedBecause],
		{ [answersByLink]: called, [vouchedBecause]: because },
		now,
	);
	const transition = new Transition(rules, difference, now, {
		by: { person: by, side: office ?? "raising" },
	});
	transition.add({ type: "vouched", person, answers }, union(["raising"], rolesOfOffice(protocol)));
	return transition.events;
}

/** The office takes a link back. @throws Refusal 'not-open' */
export function takeBackLink(
	rules: Rules,
	difference: Difference,
	person: string,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	if (!mayEndLinks(rules.protocol, difference, by)) throw notOpen();
	return linkEnded(rules, difference, { person, because: "taken-back" }, now, by);
}

/** A link works no more. @param by who did that; left out where time did */
export function linkEnded(
	rules: Rules,
	difference: Difference,
	ended: { person: string; because: "taken-back" | "done" | "expired" },
	now: Temporal.ZonedDateTime,
	by?: Actor,
): RecordedEvent[] {
	const { protocol } = rules;
	const side = by && speaksFor(protocol, difference, by);
	const transition = new Transition(rules, difference, now, {
		...(by && side !== undefined && { by: { person: by.id, side } }),
	});
	transition.add(
		{ type: "link-ended", ...ended },
		union(
			Object.entries(difference.people).flatMap(([id, theirs]) =>
				id === ended.person && theirs in difference.known ? [theirs] : [],
			),
			sidesOfOffice(protocol, difference),
		),
	);
	return transition.events;
}
