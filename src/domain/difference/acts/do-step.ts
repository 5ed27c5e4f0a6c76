import type { Actor } from "../../people/viewer.ts";
import { isTheirs, mayAnswer, wasGiven } from "../../people/who-answers.ts";
import type { Answers } from "../../protocol/answers.ts";
import {
	asksOf,
	noOriginal,
	type Outcome,
	type Protocol,
	type Step,
	type StepId,
	sayParty,
	sentNow,
	stepOf,
} from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { type Said, said } from "../../said.ts";
import { londonTime } from "../../time.ts";
import { leadsOn } from "../consequences/leads-on.ts";
import { Transition } from "../consequences/transition.ts";
import { type Difference, knownThen, type OpenStep, type RecordedEvent } from "../difference.ts";
import type { By, Entered } from "../events.ts";
import type { Rules } from "../rules.ts";
import { dutyOfStep, keptFrom, onOtherSide } from "../who/duties.ts";
import { readersOf } from "../who/may-act.ts";
import { audienceOfStep, isFor, union } from "../who/may-read.ts";
import { checkAttendance } from "./attendance.ts";
import { askedIn, checkAnswers } from "./check-answers.ts";
import { involve } from "./involve.ts";
import { notOpen } from "./not-open.ts";

/** What somebody says when they have done a step. */
export type StepDone = { step: StepId; outcome: string; answers: Answers };

/**
 * Somebody does a step that was open: the answers are kept as they are, and its outcome leads on.
 * Whoever may not read the step is told no more than that it is not open to them.
 *
 * @throws Refusal 'not-open' | 'not-yours' | 'not-your-own' | 'unknown-outcome' | 'wrong-answers', and those of `checkAttendance`
 */
export function doStep(
	rules: Rules,
	difference: Difference,
	given: StepDone,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const open = difference.open.find(({ step }) => step === given.step);
	if (!open) throw notOpen();
	const step = stepOf(protocol, given.step);
	const readers = audienceOfStep(protocol, difference, step);
	const duty = dutyOfStep(protocol, difference, open);
	if (
		!wasGiven(duty, by) &&
		!isFor(readersOf(protocol, difference, by), { audience: readers, keptTo: step.keptTo })
	)
		throw notOpen();
	if (!isTheirs(duty, by))
		throw new Refusal("not-yours", said`This is for ${sayParty(protocol, step.by)} to do.`);
	if (!mayAnswer(duty, by))
		throw new Refusal("not-your-own", whyNot(protocol, difference, open, by));
	const outcome = step.outcomes.find(({ id }) => id === given.outcome);
	if (!outcome) throw new Refusal("unknown-outcome", "Choose one of the outcomes.");

	return stepDone(
		rules,
		difference,
		{ step, outcome, answers: given.answers },
		{ person: by.id, side: step.by.side },
		now,
	);
}

/** Why somebody in the role of a step may not do it, in a sentence. */
function whyNot(protocol: Protocol, difference: Difference, open: OpenStep, by: Actor): Said {
	const { by: party } = stepOf(protocol, open.step);
	const others = said`It is for somebody else of ${sayParty(protocol, party)} to do.`;
	switch (keptFrom(protocol, difference, open, by)) {
		case "sealed":
			return said`This is sealed, and you only read it. It is for those who were named.`;
		case "declared":
			return said`You have a conflict of interest. ${others}`;
		case "their-decision":
			return said`It challenges a decision of yours. ${others}`;
		case "their-agency":
			return said`Your agency is part of this. ${others}`;
		default:
			return onOtherSide(protocol, difference, party.side).includes(by.id)
				? said`You have a part on the other side of this. Ask a colleague in the same role.`
				: said`Somebody who had no part in it so far must do this. Ask a colleague in the same role.`;
	}
}

/**
 * What follows once somebody did a step who may: their answers are read, and its outcome leads on.
 *
 * @param entered where it came on paper: who entered it, and when it was received
 * @throws Refusal 'wrong-answers', and those of `checkAttendance`
 */
export function stepDone(
	rules: Rules,
	difference: Difference,
	{ step, outcome, answers: given }: { step: Step; outcome: Outcome; answers: Answers },
	by: By,
	now: Temporal.ZonedDateTime,
	entered?: Entered | undefined,
): RecordedEvent[] {
	const { protocol } = rules;
	const readers = audienceOfStep(protocol, difference, step);
	const answers = checkAnswers(
		rules,
		[
			...askedIn(difference, asksOf(step, outcome), given),
			...(entered && given[noOriginal] !== undefined ? [noOriginal] : []),
		],
		given,
		now,
		entered && londonTime(entered.receivedAt),
	);
	if (!outcome.blank) checkAttendance(protocol, difference, step, answers);
	const transition = new Transition(rules, difference, now, {
		by,
		entered,
		keptTo: step.keptTo,
	});
	involve(transition, protocol, answers);
	const sends = sentNow(outcome.sends, knownThen(transition.difference, answers));
	const told = step.private || step.kind === "discussion" ? [] : (sends?.to ?? []);
	const of = { step: step.id, outcome: outcome.id };
	transition.add(
		{ type: "step-done", step: step.id, outcome: outcome.id, answers },
		union(readers, told),
	);
	transition.answered(answers);
	// What leads back to itself is still to be done: a meeting that did not take place. On a later day it is asked anew.
	const isStillOwed =
		outcome.stillDue ||
		outcome.leadsTo.some(
			(target) => target.go === "step" && target.step === step.id && !target.opens,
		);
	if (!isStillOwed) transition.settle(step.id);
	transition.send(sends, of);
	transition.copy(outcome.copies, outcome.sends, of);
	transition.happened({ is: "event", event: `${step.id}.${outcome.id}` });
	transition.follow(leadsOn(protocol, transition.difference, outcome));
	return transition.events;
}
