import type { Answer, Answers } from "../protocol/answers.ts";
import { asksOf, type Protocol, stepOf } from "../protocol/protocol.ts";
import type { DifferenceEvent } from "./events.ts";

/** What an entry of the record holds, by field, in the order in which the protocol asks for it. */
export function enteredIn(
	protocol: Protocol,
	event: DifferenceEvent,
): [field: string, answer: Answer][] {
	switch (event.type) {
		case "raised":
			return inOrder(protocol.raise.asks, event.answers);
		case "step-done":
			return enteredInStep(protocol, event);
		case "move-made":
			return inOrder(
				protocol.moves.find(({ id }) => id === event.move)?.asks ?? [],
				event.answers,
			);
		case "clock-paused":
		case "clock-changed":
		case "moved-to-version":
			return Object.entries(event.answers);
		case "sent":
			return inOrder(event.what, event.answers);
		default:
			return [];
	}
}

/** The same, of a step that was done. */
export function enteredInStep(
	protocol: Protocol,
	done: { step: string; outcome: string; answers: Answers },
): [field: string, answer: Answer][] {
	const step = stepOf(protocol, done.step);
	const outcome = step.outcomes.find(({ id }) => id === done.outcome);
	return inOrder(outcome ? asksOf(step, outcome) : step.asks, done.answers);
}

const inOrder = (asks: string[], answers: Answers): [string, Answer][] =>
	asks.flatMap((field) => {
		const answer = answers[field];
		return answer === undefined ? [] : [[field, answer] as [string, Answer]];
	});
