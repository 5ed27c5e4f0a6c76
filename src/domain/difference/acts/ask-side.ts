import type { Actor } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import { questionAnswer, questionAsked, type Side } from "../../protocol/protocol.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { questionsToAnswer, sidesToAsk, speaksFor } from "../who/may-put-right.ts";
import { union } from "../who/may-read.ts";
import { checkAnswers } from "./check-answers.ts";
import { notOpen } from "./not-open.ts";

/** A question, under `question-asked`, and the side that is asked. */
export type AsksSide = { to: Side; answers: Answers };

/**
 * One side asks another a question. The two read it, and its answer; no time limit changes by it.
 *
 * @throws Refusal 'not-open' | 'wrong-answers'
 */
export function askSide(
	rules: Rules,
	difference: Difference,
	{ to, answers }: AsksSide,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const side = speaksFor(rules.protocol, difference, by);
	const mayAsk = sidesToAsk(rules.protocol, difference, by).includes(to);
	if (side === undefined || !mayAsk || !(to in difference.known)) throw notOpen();
	const entered = checkAnswers(rules, [questionAsked], answers, now);
	const transition = new Transition(rules, difference, now, { by: { person: by.id, side } });
	transition.add({ type: "question-asked", to, answers: entered }, union([side], [to]));
	return transition.events;
}

/** An answer, under `question-answer`, to the question of this entry. */
export type AnswersSide = { question: number; answers: Answers };

/** The side that was asked answers. @throws Refusal 'not-open' | 'wrong-answers' */
export function answerSide(
	rules: Rules,
	difference: Difference,
	{ question, answers }: AnswersSide,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const asked = questionsToAnswer(rules.protocol, difference, by).find(
		({ seq }) => seq === question,
	);
	if (!asked) throw notOpen();
	const entered = checkAnswers(rules, [questionAnswer], answers, now);
	const transition = new Transition(rules, difference, now, {
		by: { person: by.id, side: asked.to },
	});
	transition.add(
		{ type: "question-answered", question, answers: entered },
		union([asked.to], [asked.by.side]),
	);
	return transition.events;
}
