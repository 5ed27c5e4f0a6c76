import type { Actor } from "../../people/viewer.ts";
import { type Answer, type Answers, isSameAnswer } from "../../protocol/answers.ts";
import {
	attended,
	type Clock,
	correctionReason,
	type Protocol,
	panelMembers,
	stepOf,
} from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { londonTime } from "../../time.ts";
import { countedAnew, goesBy, isPast, isSetByPerson } from "../consequences/clock-dates.ts";
import { doneAt } from "../consequences/clocks.ts";
import { Transition } from "../consequences/transition.ts";
import {
	clockOf,
	type Difference,
	isOpenClock,
	type RecordedEvent,
	type RunningClock,
} from "../difference.ts";
import type { Rules } from "../rules.ts";
import { answersToCorrect } from "../who/may-put-right.ts";
import { audienceOfClock, entriesFor, knowing, readersUpTo, union } from "../who/may-read.ts";
import { checkAttendance } from "./attendance.ts";
import { checkAnswers } from "./check-answers.ts";
import { involveInstead } from "./involve.ts";
import { notOpen } from "./not-open.ts";

/** Which answer is put right, and under its own name and `correction-reason` what it is and why. */
export type Corrects = { field: string; answers: Answers };

/**
 * An answer that stands is put right beside the original, which stays as it is. Whoever may read the one reads the other,
 * and it is the corrected one that goes on to whoever is sent it later. A time limit that goes by it is counted again; one
 * that was met already, or whose date somebody set, stays, and the record says so.
 *
 * @param entries the whole record: who may read the original is who may read this
 * @throws Refusal 'not-open' | 'nothing-new' | 'wrong-answers', and those of `checkAttendance` and `involveInstead`
 * @see docs/decisions/put-right.md
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
	const corrects = given.corrects ?? given.seq;
	const original = entries.find(({ seq }) => seq === corrects);
	const entered = checkCorrection(rules, difference, field, answers, now, original?.at ?? given.at);
	const is = entered[field];
	if (is === undefined || isSameAnswer(is, given.answer))
		throw new Refusal("nothing-new", "This is what it says already. Change it, or leave it.");
	if (original?.type === "step-done" && (field === attended || field === panelMembers))
		checkAttendance(protocol, difference, stepOf(protocol, original.step), {
			...original.answers,
			[field]: is,
		});
	const side = open.as ?? open.given.by.side;
	const transition = new Transition(rules, difference, now, { by: { person: by.id, side } });
	involveInstead(transition, protocol, { field, was: given.answer, is });
	const readers = knowing(difference).filter((each) =>
		entriesFor(entries, readersUpTo(each, "director")).some(
			(entry) => entry.seq === corrects || (entry.type === "sent" && field in entry.answers),
		),
	);
	if (open.as && !readers.includes(open.as)) throw notOpen();
	transition.add(
		{ type: "corrected", corrects, field, answers: entered },
		union([side], readers),
		original?.keptTo,
	);
	for (const clock of protocol.clocks)
		if (goesBy(clock, field)) countAgain(transition, rules, clock, { field, was: given.answer });
	return transition.events;
}

/**
 * What is entered, read by what could be entered when the answer was. A reason that a sooner day needs was given with it.
 *
 * @param entered ISO instant at which the answer was entered first
 */
function checkCorrection(
	rules: Rules,
	difference: Difference,
	field: string,
	answers: Answers,
	now: Temporal.ZonedDateTime,
	entered: string,
): Answers {
	const because = rules.protocol.clocks.flatMap(({ limit }) =>
		"orSooner" in limit && limit.orSooner?.on === field ? limit.orSooner.because : [],
	);
	const before = Object.fromEntries(
		because.flatMap((id) => {
			const reason = difference.answers[id]?.answer;
			return reason === undefined ? [] : [[id, reason]];
		}),
	);
	const asked = [field, correctionReason];
	const read = checkAnswers(
		rules,
		[...Object.keys(before), ...asked],
		{ ...answers, ...before },
		now,
		londonTime(entered),
	);
	return Object.fromEntries(Object.entries(read).filter(([id]) => asked.includes(id)));
}

/** Counts a clock again that goes by what was put right. What only its lateness had opened is dropped where it is late no more. */
function countAgain(
	transition: Transition,
	rules: Rules,
	rule: Clock,
	{ field, was }: { field: string; was: Answer },
): void {
	const running = clockOf(transition.difference, rule.id);
	if (!running || running.state === "dropped") return;
	const due = countedAnew(rules, transition.difference, running, rule, { field, was });
	if (!due) return;
	if (!isOpenClock(running)) {
		leaveMet(transition, rules.protocol, rule, running, { ...running, due });
		return;
	}
	if (due.due === running.due.due) return;
	const audience = audienceOfClock(rules.protocol, transition.difference, rule.id);
	if (isSetByPerson(running)) {
		transition.add({ type: "clock-left", clock: rule.id, because: "set" }, audience);
		return;
	}
	transition.changeClock(running, "corrected", due, {});
	if (running.state === "ran-out" && clockOf(transition.difference, rule.id)?.state === "running")
		for (const target of rule.late) if (target.go === "step") transition.drop(target.step);
}

/** A clock that was met stays as it was recorded; where its date or its verdict would be another, the record says so. */
function leaveMet(
	transition: Transition,
	protocol: Protocol,
	rule: Clock,
	met: RunningClock,
	anew: RunningClock,
): void {
	const wasLate = met.state === "met-late";
	const { difference } = transition;
	const late = isPast(anew, doneAt(difference, rule) ?? londonTime(met.endedAt ?? met.due.due));
	if (anew.due.due === met.due.due && late === wasLate) return;
	transition.add(
		{ type: "clock-left", clock: rule.id, because: "met", wasLate, late },
		audienceOfClock(protocol, difference, rule.id),
	);
}
