import type { Difference } from "../difference/difference.ts";
import type { Answer, Answers } from "../protocol/answers.ts";
import { type Field, fieldOf, type Protocol } from "../protocol/protocol.ts";
import type { CountName } from "./report-table.ts";

/** What was written of why, by the question. */
export type Reason = { field: Field; answer: Answer };

/** What a figure counts that somebody gave a reason for: a stage that was left out, a move, or an end. */
const reasoned = /^(?:raised-unusual\/(?<what>left-out|move)-(?<name>[^/]+)|(?<end>endings))\//;

export const hasReasons = (count: CountName): boolean => reasoned.test(count);

/**
 * Why a figure counts a difference: what was written in the act that brought it about, as far as whoever reads it may. Where
 * the act itself is not for them, what a form that they were sent says of the stage that was left out.
 */
export function reasonsBehind(
	count: CountName,
	protocol: Protocol,
	{ stages, status, done, moves, answers }: Difference,
): Reason[] {
	const { what, name, end } = reasoned.exec(count)?.groups ?? {};
	const acts = [...done, ...moves];
	const given = (at: readonly string[]) =>
		acts.filter((act) => at.includes(act.at)).flatMap((act) => textsIn(protocol, act.answers));
	if (what === "move")
		return moves
			.filter(({ move }) => move === name)
			.flatMap((move) => textsIn(protocol, move.answers));
	if (end !== undefined) return status.is === "ended" ? given([status.at]) : [];
	const own = given(
		stages.filter(({ skipped }) => skipped.includes(name ?? "")).map(({ at }) => at),
	);
	return own.length > 0
		? own
		: Object.values(protocol.fields).flatMap((field) => {
				const told = answers[field.id];
				return field.type === "long-text" && field["history-of"] === name && told
					? [{ field, answer: told.answer }]
					: [];
			});
}

/** What was written in words, or chosen, in an act. */
const textsIn = (protocol: Protocol, answers: Answers): Reason[] =>
	Object.entries(answers).flatMap(([id, answer]) => {
		const field = fieldOf(protocol, id);
		return field.type === "long-text" || field.type === "choice" ? [{ field, answer }] : [];
	});
