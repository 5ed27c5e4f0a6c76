import { type Actor, answersForAgency } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import { conflictBecause, conflictOverBecause, isAgencySide } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { keptFromDeclaring, mayDeclare } from "../who/conflicts.ts";
import { sidesOf } from "../who/may-act.ts";
import { speaksFor } from "../who/may-put-right.ts";
import { knowing, union } from "../who/may-read.ts";
import { checkAnswers } from "./check-answers.ts";
import { notOpen } from "./not-open.ts";

/** Of whom a conflict is said, and why: under `conflict-because`, or taken back under `conflict-over-because`. */
export type SaysConflict = { of: Actor; answers: Answers };

/**
 * Somebody says that they have a conflict of interest, or it is said of them: they do nothing in the difference from now on,
 * are not asked and not reminded, and what was theirs goes to whoever else answers for it. The reason is read on their own
 * side, on that of whoever says so, and by the offices that know.
 *
 * @throws Refusal 'not-open' | 'not-your-own' | 'nothing-new' | 'wrong-answers'
 */
export const declareConflict = (
	rules: Rules,
	difference: Difference,
	said: SaysConflict,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] => {
	if (said.of.id in difference.conflicts)
		throw new Refusal("nothing-new", "That they have a conflict of interest is recorded already.");
	return say(rules, difference, said, by, now, "conflict-declared");
};

/**
 * Takes back that somebody has a conflict of interest. Nobody takes back what another said of them.
 *
 * @throws Refusal 'not-open' | 'not-your-own' | 'nothing-new' | 'wrong-answers'
 */
export const takeBackConflict = (
	rules: Rules,
	difference: Difference,
	said: SaysConflict,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] => {
	if (!(said.of.id in difference.conflicts))
		throw new Refusal("nothing-new", "That they have a conflict of interest is not recorded.");
	return say(rules, difference, said, by, now, "conflict-over");
};

function say(
	rules: Rules,
	difference: Difference,
	{ of, answers }: SaysConflict,
	by: Actor,
	now: Temporal.ZonedDateTime,
	type: "conflict-declared" | "conflict-over",
): RecordedEvent[] {
	const { protocol } = rules;
	const side = speaksFor(protocol, difference, by);
	const sides = sidesOf(protocol, difference, by);
	if (side !== undefined && by.id === of.id && !mayDeclare(protocol, difference, sides, by, of))
		throw new Refusal(
			"not-your-own",
			"Somebody else said that you have one, so you cannot take it back yourself.",
		);
	if (side === undefined || !mayDeclare(protocol, difference, sides, by, of))
		throw notOpen(keptFromDeclaring(protocol, difference, sides, by, of));
	const because = type === "conflict-declared" ? conflictBecause : conflictOverBecause;
	const entered = checkAnswers(rules, [because], answers, now);
	const transition = new Transition(rules, difference, now, { by: { person: by.id, side } });
	const readers = union(
		[side],
		sidesOf(protocol, difference, of),
		knowing(difference).filter((each) => !isAgencySide(each)),
	);
	transition.add({ type, person: of.id, answers: entered }, readers);
	return transition.events;
}

/** Whether somebody can be said to have a conflict at all: only whoever could be asked for something. */
export const couldAct = (one: Actor): boolean =>
	one.onlyIn === undefined && (answersForAgency(one) || one.offices.length > 0);
