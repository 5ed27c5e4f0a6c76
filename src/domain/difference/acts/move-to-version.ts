/**
 * A difference under way goes on under another version of its protocol. That version must have all that the record names,
 * in the words that were sent.
 */

import type { Actor } from "../../people/viewer.ts";
import {
	cellsOf,
	type Form,
	involvedSides,
	type Letter,
	type Protocol,
	type Role,
	reasonForChange,
	roleOf,
	type Side,
	type StepId,
	slotOf,
	stageOf,
	waysOf,
} from "../../protocol/protocol.ts";
import { withWords } from "../../protocol/told/table/ways.ts";
import { Refusal } from "../../refusal.ts";
import { allOf, inEnglish, type Said, said } from "../../said.ts";
import { recalculateClocks } from "../consequences/recalculate-clocks.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { readersOf, sidesOf } from "../who/may-act.ts";
import { entriesFor, knowing, union } from "../who/may-read.ts";
import { checkAnswers } from "./check-answers.ts";

/** The office that moves differences to another version of their protocol. */
const office = "business-unit";

/** A version of a protocol by its identifier, with the rules that it makes. */
type Version = { id: string; rules: Rules };

/**
 * A difference under way goes on under another version of its protocol, with a reason. What happened stays as it
 * happened; open clocks are counted again, from where they began.
 *
 * @param entries its whole record: everything that it names must be in the new version
 * @throws Refusal 'not-yours' | 'same-version' | 'other-protocol' | 'has-ended' | 'does-not-fit' | 'wrong-answers'
 */
export function moveToVersion(
	from: Version,
	to: Version,
	difference: Difference,
	entries: RecordedEvent[],
	given: { reason: string },
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const side = sideThatMoves(from.rules.protocol, difference, by);
	checkFits(from, to, difference, entries, by);
	const answers = checkAnswers(
		to.rules,
		[reasonForChange],
		{ [reasonForChange]: given.reason },
		now,
	);
	const transition = new Transition(to.rules, difference, now, {
		by: { person: by.id, side },
	});
	transition.add(
		{ type: "moved-to-version", from: from.id, to: to.id, answers },
		union([side], knowing(difference)),
	);
	return [
		...transition.events,
		...recalculateClocks(to.rules, transition.difference, now, "version"),
	];
}

/** Whether this person may move the difference to another version. */
export const mayMoveToVersion = (protocol: Protocol, difference: Difference, by: Actor): boolean =>
	sideOfOffice(protocol, difference, by) !== undefined;

/** @throws Refusal 'not-yours' */
function sideThatMoves(protocol: Protocol, difference: Difference, by: Actor): Side {
	const side = sideOfOffice(protocol, difference, by);
	if (side === undefined)
		throw new Refusal(
			"not-yours",
			said`It is for the ${protocol.words.businessUnit} to move it to another version.`,
		);
	return side;
}

const sideOfOffice = (protocol: Protocol, difference: Difference, by: Actor): Side | undefined =>
	by.offices.includes(office)
		? sidesOf(protocol, difference, by).find((side) => protocol.roles[side]?.office === office)
		: undefined;

/** @throws Refusal 'same-version' | 'other-protocol' | 'has-ended' | 'does-not-fit' */
function checkFits(
	from: Version,
	to: Version,
	difference: Difference,
	entries: RecordedEvent[],
	by: Actor,
): void {
	const { protocol } = to.rules;
	if (from.id === to.id)
		throw new Refusal("same-version", said`It runs under version ${protocol.version} already.`);
	if (from.rules.protocol.id !== protocol.id)
		throw new Refusal(
			"other-protocol",
			"It can be moved to another version of its own protocol only.",
		);
	if (difference.status.is === "ended")
		throw new Refusal(
			"has-ended",
			"It has ended, so it stays under the version that it ran under.",
		);
	const before = from.rules.protocol;
	if (missingIn(before, protocol, entries).length === 0) return;
	// What an agency keeps to itself is not told by what does not fit.
	const seen = entriesFor(entries, readersOf(before, difference, by));
	const missing = missingIn(before, protocol, seen);
	throw new Refusal(
		"does-not-fit",
		missing.length > 0
			? said`It cannot be moved: version ${protocol.version} has not got ${allOf(missing)}, which its record names.`
			: said`It cannot be moved: version ${protocol.version} has not got everything that an agency’s own part of its record names.`,
	);
}

/**
 * What a record names and another version of the protocol has not got, or has as something else: in words,
 * each once.
 */
export function missingIn(before: Protocol, after: Protocol, entries: RecordedEvent[]): Said[] {
	const missing = new Map<string, Said>();
	const need = (has: unknown, what: Said) => {
		if (!has) missing.set(inEnglish(what), what);
	};
	const titleOf = (step: StepId) => said`the step “${before.steps[step]?.title ?? step}”`;
	const needStep = (id: StepId) => {
		const [old, step] = [before.steps[id], after.steps[id]];
		need(step, titleOf(id));
		if (old && step)
			need(
				old.by.side === step.by.side && isSameRole(before, after, old.by.role, step.by.role),
				said`${titleOf(id)} for the same people`,
			);
	};
	const needStage = (id: string) =>
		need(stageOf(after, id), said`the stage “${stageOf(before, id)?.title ?? id}”`);
	const needSide = (side: Side) => {
		if (slotOf(side) !== undefined)
			need(involvedSides(after).includes(side), said`room for as many agencies that are involved`);
		need(
			!(side in before.roles) || isSameRole(before, after, side, side),
			said`the role “${before.roles[side]?.called ?? side}”`,
		);
	};
	const needField = (id: string) => {
		const [old, field] = [before.fields[id], after.fields[id]];
		const what = said`the question “${old?.label ?? id}”`;
		need(field, what);
		if (old && field)
			need(
				old.type === field.type &&
					(old.type !== "person" || (field.type === "person" && old.of === field.of)),
				said`${what} with the same kind of answer`,
			);
		// What is asked in each row is said by its name in the file.
		const now = field ? cellsOf(field) : {};
		for (const [cell, { label, type }] of Object.entries(old ? cellsOf(old) : {}))
			need(now[cell]?.type === type, said`“${label}” in ${what}`);
	};
	// What was sent is drawn from its version each time it is read, so its words must stay those that were sent.
	const needForm = (id: string) => {
		const [old, form] = [before.forms[id], after.forms[id]];
		const what = said`the form “${old?.title ?? id}”`;
		need(form, what);
		if (old && form)
			need(
				wordsOfForm(before, old) === wordsOfForm(after, form),
				said`${what} in the words that were sent`,
			);
	};
	const needLetter = (id: string) => {
		const [old, letter] = [before.letters[id], after.letters[id]];
		need(
			wordsOfLetter(old) === wordsOfLetter(letter),
			said`the letter “${old?.title ?? id}” in the words that were sent`,
		);
	};
	for (const event of entries) {
		if (event.by) needSide(event.by.side);
		if ("answers" in event) Object.keys(event.answers).forEach(needField);
		switch (event.type) {
			case "raised": {
				const [old, way] = [before, after].map((each) =>
					waysOf(each).find(({ id }) => id === event.way),
				);
				const words = withWords[old?.with ?? "another-agency"];
				need(
					words === undefined || way?.with === old?.with,
					said`a way to begin it ${words ?? ""}`,
				);
				break;
			}
			case "agency-involved":
				needSide(event.side);
				break;
			case "stage-entered":
				needStage(event.stage);
				event.skipped.forEach(needStage);
				break;
			case "went-on":
				needStage(event.stage);
				break;
			case "step-opened":
			case "step-awaited":
			case "step-dropped":
			case "begun-elsewhere":
			case "recorded-on-childs-record":
			case "step-given":
			case "reminded":
				needStep(event.step);
				break;
			case "step-done": {
				const letter = before.steps[event.step]?.letter;
				if (letter !== undefined) needLetter(letter);
				needStep(event.step);
				need(
					!after.steps[event.step] ||
						after.steps[event.step]?.outcomes.some(({ id }) => id === event.outcome),
					said`the outcome “${
						before.steps[event.step]?.outcomes.find(({ id }) => id === event.outcome)?.say ??
						event.outcome
					}” of ${titleOf(event.step)}`,
				);
				break;
			}
			case "vouched":
			case "handed-over":
				if (event.step !== undefined) needStep(event.step);
				break;
			case "sent":
				needStage(event.stage);
				event.to.forEach(needSide);
				for (const what of event.what)
					if (Object.hasOwn(before.forms, what)) needForm(what);
					else needField(what);
				break;
			case "move-made": {
				const move = after.moves.find(({ id }) => id === event.move);
				const { outcome } = event;
				need(
					move && (outcome === undefined || move.outcomes.some(({ id }) => id === outcome)),
					said`“${before.moves.find(({ id }) => id === event.move)?.title ?? event.move}”`,
				);
				break;
			}
			case "clock-started": {
				const old = before.clocks.find(({ id }) => id === event.clock);
				need(
					(old?.step && !after.steps[old.step]) ||
						after.clocks.some(({ id, step }) => id === event.clock && step === old?.step),
					said`the time limit of “${old?.title ?? event.clock}”`,
				);
				break;
			}
			case "copied":
				needSide(event.to.side);
				break;
			case "question-asked":
				needSide(event.to);
				break;
			case "said-not-ours":
				needSide(event.office);
				break;
			case "ended":
				need(
					after.endings[event.ending],
					said`the ending “${before.endings[event.ending]?.title ?? event.ending}”`,
				);
				break;
		}
	}
	return [...missing.values()];
}

/** All that a form says, with its questions: equal when it reads the same. */
const wordsOfForm = ({ fields }: Protocol, { title, inCase, parts }: Form): string =>
	JSON.stringify([
		title,
		inCase,
		parts.map((part) => [
			part.title,
			part.inCase,
			part.sections.map((section) => [
				section.title,
				section.asks.map((id) => [fields[id], section.askedIf[id]]),
			]),
		]),
	]);

/** All that a letter says, in every case. */
const wordsOfLetter = (letter: Letter | undefined): string =>
	JSON.stringify(letter && [letter.title, letter.to, letter.text, letter.inCase]);

/** Whether a role means the same people in both versions. */
function isSameRole(before: Protocol, after: Protocol, old: string, now: string): boolean {
	if (!before.roles[old] || !after.roles[now]) return false;
	const one = roleOf(before, { side: old, role: old });
	const other = roleOf(after, { side: now, role: now });
	const whoIs = ({ office, level }: Role) => [office, level?.level, level?.posts.toSorted()];
	return JSON.stringify(whoIs(one)) === JSON.stringify(whoIs(other));
}

/** A date as it would move. */
export type MovedDate = {
	/** What is owed by then. */
	title: string;
	/** ISO days. */
	from: string;
	to: string;
};

/** Which dates a move would change, each once: read from the entries that it would add. */
export const datesMoved = ({ clocks }: Protocol, happened: RecordedEvent[]): MovedDate[] =>
	happened.flatMap((event) =>
		event.type === "clock-changed"
			? [
					{
						title: clocks.find(({ id }) => id === event.clock)?.title ?? event.clock,
						from: event.was,
						to: event.due.day,
					},
				]
			: [],
	);
