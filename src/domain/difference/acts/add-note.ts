import type { Actor } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import { noteMoment, noteText } from "../../protocol/protocol.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { speaksFor } from "../who/may-put-right.ts";
import { knowing, union } from "../who/may-read.ts";
import { checkAnswers } from "./check-answers.ts";
import { notOpen } from "./not-open.ts";

/** A note, under `note-text` and, where it is about a moment, `note-moment`; and whether every side that knows reads it. */
export type NoteAdded = { answers: Answers; forAll: boolean };

/**
 * Somebody who sees the difference adds a note, at any time, also once it has ended: another attempt to reach somebody,
 * or what a letter said. Nothing follows from it.
 *
 * @throws Refusal 'not-open' | 'wrong-answers'
 */
export function addNote(
	rules: Rules,
	difference: Difference,
	{ answers, forAll }: NoteAdded,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const side = speaksFor(rules.protocol, difference, by);
	if (side === undefined) throw notOpen();
	const entered = checkAnswers(rules, [noteText, noteMoment], answers, now);
	const transition = new Transition(rules, difference, now, { by: { person: by.id, side } });
	transition.add(
		{ type: "note-added", answers: entered },
		forAll ? union([side], knowing(difference)) : [side],
	);
	return transition.events;
}
