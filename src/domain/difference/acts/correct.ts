import type { Actor } from "../../people/viewer.ts";
import { type Answers, isSameAnswer } from "../../protocol/answers.ts";
import { correctionReason } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { answersToCorrect } from "../who/may-put-right.ts";
import { entriesFor, knowing, readersUpTo, union } from "../who/may-read.ts";
import { checkAnswers } from "./check-answers.ts";
import { notOpen } from "./not-open.ts";

/** Which answer is put right, and under its own name and `correction-reason` what it is and why. */
export type Corrects = { field: string; answers: Answers };

/**
 * An answer that stands is put right beside the original, which stays as it is. Whoever may read the one reads the other,
 * and it is the corrected one that goes on to whoever is sent it later.
 *
 * @param entries the whole record: who may read the original is who may read this
 * @throws Refusal 'not-open' | 'nothing-new' | 'wrong-answers'
 */
export function correct(
	rules: Rules,
	difference: Difference,
	entries: RecordedEvent[],
	{ field, answers }: Corrects,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const open = answersToCorrect(protocol, difference, by).find((each) => each.field.id === field);
	if (!open?.given.by) throw notOpen();
	const { given } = open;
	const entered = checkAnswers(rules, [field, correctionReason], answers, now);
	if (isSameAnswer(entered[field], given.answer))
		throw new Refusal("nothing-new", "This is what it says already. Change it, or leave it.");
	const corrects = given.corrects ?? given.seq;
	const { side } = open.given.by;
	const transition = new Transition(rules, difference, now, { by: { person: by.id, side } });
	const readers = knowing(difference).filter((each) =>
		entriesFor(entries, readersUpTo(each, "director")).some(
			(entry) => entry.seq === corrects || (entry.type === "sent" && field in entry.answers),
		),
	);
	transition.add(
		{ type: "corrected", corrects, field, answers: entered },
		union([side], readers),
		entries.find(({ seq }) => seq === corrects)?.keptTo,
	);
	return transition.events;
}
