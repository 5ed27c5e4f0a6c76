import type { Actor } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import { givenBecause, type StepId, stepOf } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { mayBeGiven, speaksFor, stepsToPassOn } from "../who/may-put-right.ts";
import { audienceOfStep, union } from "../who/may-read.ts";
import { checkAnswers } from "./check-answers.ts";
import { notOpen } from "./not-open.ts";

/** The step, the colleague who gets it, and why, under `given-because`. */
export type PassesOn = { step: StepId; to: Actor; answers: Answers };

/**
 * A step is given to a colleague of the same side who may do it: it was the wrong person, or they cannot. The time for it
 * stays as it is.
 *
 * @throws Refusal 'not-open' | 'not-a-colleague' | 'wrong-answers'
 */
export function passOn(
	rules: Rules,
	difference: Difference,
	{ step, to, answers }: PassesOn,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const side = speaksFor(protocol, difference, by);
	const open = stepsToPassOn(protocol, difference, by).find((each) => each.step === step);
	if (!open || side === undefined) throw notOpen();
	if (!mayBeGiven(protocol, difference, open, to))
		throw new Refusal("not-a-colleague", "Choose somebody else, who may do this.");
	const entered = checkAnswers(rules, [givenBecause], answers, now);
	const transition = new Transition(rules, difference, now, { by: { person: by.id, side } });
	transition.add(
		{ type: "step-given", step, person: to.id, answers: entered },
		union([side], audienceOfStep(protocol, difference, stepOf(protocol, step))),
	);
	return transition.events;
}
