import type { Answer, Answers } from "../../protocol/answers.ts";
import { askedToRaise, asksOf, type Protocol, stepOf } from "../../protocol/protocol.ts";
import type { DifferenceEvent } from "../events.ts";

/** What an entry of the record holds, by field, in the order in which the protocol asks for it. */
export function answersOfEntry(
	protocol: Protocol,
	event: DifferenceEvent,
): [field: string, answer: Answer][] {
	switch (event.type) {
		case "raised":
			return inOrder(askedToRaise(protocol), event.answers);
		case "step-done":
			return answersOfStep(protocol, event);
		case "move-made":
			return answersOfMove(protocol, event);
		case "clock-paused":
		case "clock-changed":
		case "moved-to-version":
		case "safety-said":
		case "note-added":
		case "corrected":
		case "said-not-ours":
		case "question-asked":
		case "question-answered":
		case "step-given":
		case "vouched":
		case "time-asked":
		case "time-refused":
		case "recalled":
		case "conflict-declared":
		case "conflict-over":
		case "sealed":
		case "unsealed":
		case "glass-broken":
			return Object.entries(event.answers);
		case "receiving-agency-changed":
			return Object.entries(event.answers ?? {});
		case "sent":
			return inOrder(event.what, event.answers);
		default:
			return [];
	}
}

/** The same, of a step that was done. */
export function answersOfStep(
	protocol: Protocol,
	done: { step: string; outcome: string; answers: Answers },
): [field: string, answer: Answer][] {
	const step = stepOf(protocol, done.step);
	const outcome = step.outcomes.find(({ id }) => id === done.outcome);
	return inOrder(outcome ? asksOf(step, outcome).asks : step.asks, done.answers);
}

/** The same, of a move that was made. */
function answersOfMove(
	protocol: Protocol,
	made: { move: string; outcome?: string | undefined; answers: Answers },
): [field: string, answer: Answer][] {
	const move = protocol.moves.find(({ id }) => id === made.move);
	if (!move) return [];
	const outcome =
		move.outcomes.length === 1
			? move.outcomes[0]
			: move.outcomes.find(({ id }) => id === made.outcome);
	return inOrder(outcome ? asksOf(move, outcome).asks : move.asks, made.answers);
}

const inOrder = (asks: string[], answers: Answers): [string, Answer][] =>
	asks.flatMap((field) => {
		const answer = answers[field];
		return answer === undefined ? [] : [[field, answer] as [string, Answer]];
	});
