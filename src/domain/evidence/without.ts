/**
 * A record out of which something was taken: whatever is drawn of it cannot say what is not there. Answers that were taken out,
 * in part or as a whole, are texts in it, whatever they were before.
 */
import type { Difference, RecordedEvent } from "../difference/difference.ts";
import type { Names } from "../difference/told/words.ts";
import type { Answer, Answers } from "../protocol/answers.ts";
import { fieldOf, type Protocol } from "../protocol/protocol.ts";
import { sayAnswer } from "../protocol/told/say-answer.ts";
import {
	answersHeld,
	type DecidedPiece,
	pieceKey,
	takenOut,
	withTakenOut,
} from "../redaction/pieces.ts";

type Recorded = { protocol: Protocol; difference: Difference; entries: readonly RecordedEvent[] };

/**
 * @param difference what the entries add up to
 * @param decided by the key of a piece; what is not in it stays
 * @param names for what stays and is to be a text
 */
export function recordWithout(
	{ protocol, difference, entries }: Recorded,
	decided: ReadonlyMap<string, Pick<DecidedPiece<string>, "decision" | "text">>,
	names: Names,
): { protocol: Protocol; difference: Difference; entries: RecordedEvent[] } {
	const { id } = difference;
	const outOf = (seq: number, field: string) => {
		const said = decided.get(pieceKey(id, seq, field));
		return said && said.decision !== "give" ? said : undefined;
	};
	const changed = new Set(
		entries.flatMap((entry) =>
			"answers" in entry && entry.answers
				? Object.keys(entry.answers).filter((field) => outOf(entry.seq, field))
				: [],
		),
	);
	const left = (seq: number, field: string, answer: Answer): Answer => {
		const out = outOf(seq, field);
		if (out) return withTakenOut(out.decision === "redact" ? out.text : takenOut, names);
		return changed.has(field)
			? sayAnswer(protocol, fieldOf(protocol, field), answer, names)
			: answer;
	};
	const held = answersHeld(protocol, entries);
	const leftOf = (seq: number): Answers =>
		Object.fromEntries(
			(held.get(seq) ?? []).map(([field, answer]) => [field, left(seq, field, answer)]),
		);
	/** Which entry gave the answer that an act has by now. */
	const givenIn = (seq: number, field: string): number =>
		difference.corrections.findLast((each) => each.corrects === seq && each.field === field)?.seq ??
		seq;
	const ofAct = <Act extends { seq: number; answers: Answers }>(act: Act): Act => ({
		...act,
		answers: Object.fromEntries(
			Object.entries(act.answers).map(([field, answer]) => [
				field,
				left(givenIn(act.seq, field), field, answer),
			]),
		),
	});
	const before = new Map<string, number>();
	const corrections = difference.corrections.map((correction) => {
		const place = `${correction.corrects} ${correction.field}`;
		const was = before.get(place) ?? correction.corrects;
		before.set(place, correction.seq);
		return {
			...correction,
			was: correction.was && left(was, correction.field, correction.was),
			answer: left(correction.seq, correction.field, correction.answer),
		};
	});
	return {
		protocol: {
			...protocol,
			fields: Object.fromEntries(
				Object.entries(protocol.fields).map(([field, asked]) => [
					field,
					changed.has(field)
						? ({ ...asked, type: "long-text" } as unknown as Protocol["fields"][string])
						: asked,
				]),
			),
		},
		difference: {
			...difference,
			done: difference.done.map((act) => ({
				...ofAct(act),
				files: act.files.filter(({ id: file }) => !outOf(act.seq, `file.${file}`)),
			})),
			moves: difference.moves.map(ofAct),
			corrections,
			// What is drawn stands in what was done; here it would stand a second time.
			answers: {},
		},
		entries: entries.flatMap((entry): RecordedEvent[] => {
			if (outOf(entry.seq, "said")?.decision === "withhold") return [];
			const files = entry.files?.filter(({ id: file }) => !outOf(entry.seq, `file.${file}`));
			return [
				{
					...entry,
					...("answers" in entry && entry.answers && { answers: leftOf(entry.seq) }),
					...(files && { files }),
				} as RecordedEvent,
			];
		}),
	};
}
