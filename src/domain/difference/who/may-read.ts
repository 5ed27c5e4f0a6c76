import { type Level, levels } from "../../people/viewer.ts";
import {
	clockRule,
	isAgencySide,
	type KeptTo,
	type Move,
	type Protocol,
	type Side,
	type Step,
	stepOf,
	stepsHeld,
} from "../../protocol/protocol.ts";
import { type Difference, holdersOfForms, type RecordedEvent } from "../difference.ts";
import type { EventBody } from "../events.ts";

/** Whoever of a side answers at a level or above: `receiving:manager`; a side alone is everybody of it. */
export type Reader = string;

const [lowest] = levels;

export const readerOf = (side: Side, level: Level = lowest): Reader =>
	level === lowest ? side : `${side}:${level}`;

export const sideOfReader = (reader: Reader): Side => reader.split(":")[0] ?? reader;

/** What somebody of a side reads who reaches a level: what is for all of it, and for each level up to theirs. */
export const readersUpTo = (side: Side, level: Level = lowest): Reader[] =>
	levels.slice(0, levels.indexOf(level) + 1).map((each) => readerOf(side, each));

/** Whether something is for one of these readers: it is for a side of theirs, and not kept to a level above them. */
export const isFor = (
	readers: readonly Reader[],
	{ audience, keptTo }: { audience: readonly Side[]; keptTo?: KeptTo | undefined },
): boolean => audience.some((side) => readers.includes(readerOf(side, keptTo?.[side])));

/** The levels of a side that read different things: all of it, and each to which the protocol or the record keeps something. */
export function readingLevels(
	{ steps }: Pick<Protocol, "steps">,
	entries: readonly Pick<RecordedEvent, "keptTo">[],
	side: Side,
): Level[] {
	if (!isAgencySide(side)) return [lowest];
	const kept = [...Object.values(steps), ...entries].flatMap(({ keptTo }) => keptTo?.[side] ?? []);
	return levels.filter((level) => level === lowest || kept.includes(level));
}

/** Whether a stage goes on where these readers are not part: of each of their sides it is kept to a level above them. */
export const isKeptFrom = (
	{ keptTo }: Pick<Step, "keptTo">,
	sides: readonly Side[],
	readers: readonly Reader[],
): boolean =>
	sides.length > 0 &&
	sides.every((side) => side in keptTo && !readers.includes(readerOf(side, keptTo[side])));

/**
 * The sides that may read what happens in a step.
 *
 * Talks and notes are their own side's. A form is its own side's until it is sent, then of all who hold it.
 * The rest is for every side that knows of the difference: the receiving agency is none of them
 * until something is sent to it.
 *
 * @see docs/architecture.md, "Who answers, who sees, who is told"
 */
export function audienceOfStep(protocol: Protocol, difference: Difference, step: Step): Side[] {
	const own = step.by.side;
	if (step.private) return [own];
	switch (step.kind) {
		case "discussion":
		case "note":
			return [own];
		case "form":
		case "sign-off":
		case "forward":
			return union([own], holdersOfForms(protocol, difference));
		default:
			return union([own], knowing(difference));
	}
}

/**
 * The sides that may read of a clock: those of its steps, or all that know. A clock may start before its step
 * is owed, and then also before the side that will owe it knows of the difference.
 */
export function audienceOfClock(protocol: Protocol, difference: Difference, clock: string): Side[] {
	const rule = clockRule(protocol, clock);
	const known = knowing(difference);
	const held = (rule ? stepsHeld(rule) : [clock]).flatMap((id) => protocol.steps[id] ?? []);
	if (held.length === 0) return known;
	const readers = union(...held.map((step) => audienceOfStep(protocol, difference, step)));
	return readers.filter((side) => known.includes(side));
}

/** Who of a side reads what belongs to several steps: whoever reads one of them. */
export function keptToAny(steps: readonly Step[]): KeptTo {
	const [first, ...others] = steps;
	return Object.fromEntries(
		Object.entries(first?.keptTo ?? {}).flatMap(([side, level]) => {
			const each = others.map(({ keptTo }) => keptTo[side] ?? lowest);
			const least = levels.find((one) => one === level || each.includes(one)) ?? level;
			return least === lowest ? [] : [[side, least]];
		}),
	);
}

/** Who of a side reads of a clock: whoever reads a step that is held to it. */
export function keptToOfClock(protocol: Protocol, clock: string): KeptTo {
	const rule = clockRule(protocol, clock);
	return keptToAny((rule ? stepsHeld(rule) : [clock]).flatMap((id) => protocol.steps[id] ?? []));
}

/**
 * Who of a side reads an entry: of a step or a clock those whom the protocol lets read it, of all else those who read
 * what it follows from. That a stage was entered, that an agency is involved, whether the child is safe, and that it
 * ended, all of every side that knows hear.
 *
 * @param cause what the step, the move or the clock that it follows from is kept to
 */
export function keptToOf(protocol: Protocol, happening: EventBody, cause: KeptTo): KeptTo {
	switch (happening.type) {
		case "step-opened":
		case "step-awaited":
		case "step-done":
		case "step-dropped":
		case "begun-elsewhere":
		case "recorded-on-childs-record":
		case "step-given":
		case "vouched":
		case "reminded":
			return stepOf(protocol, happening.step).keptTo;
		case "handed-over":
			return happening.step === undefined ? {} : stepOf(protocol, happening.step).keptTo;
		case "clock-started":
		case "clock-met":
		case "clock-ran-out":
		case "clock-dropped":
		case "clock-paused":
		case "clock-changed":
		case "clock-left":
		case "time-asked":
		case "time-refused":
			return keptToOfClock(protocol, happening.clock);
		case "sent":
		case "copied":
		case "move-made":
		case "corrected":
			return cause;
		case "raised":
		case "stage-entered":
		case "went-on":
		case "moved-to-version":
		case "urgent-contact-made":
		case "safety-said":
		case "agency-involved":
		case "note-added":
		case "said-not-ours":
		case "question-asked":
		case "question-answered":
		case "recalled":
		case "receiving-agency-changed":
		case "link-ended":
		case "conflict-declared":
		case "conflict-over":
		case "sealed":
		case "unsealed":
		case "glass-broken":
		case "ended":
			return {};
	}
}

/** The sides that may read that a move was made: its maker's and, unless it is private, all that know. */
export const audienceOfMove = (difference: Difference, move: Move, own: Side): Side[] =>
	move.private ? [own] : union([own], knowing(difference));

/** Every side that knows of the difference. */
export const knowing = (difference: Difference): Side[] => Object.keys(difference.known);

export const union = (...sides: Side[][]): Side[] => [...new Set(sides.flat())];

/** What is enclosed to all of a side with whatever is sent there: who is involved, whether the child is safe, who may know. */
export const isForAll = (type: RecordedEvent["type"]): boolean =>
	type === "agency-involved" || type === "safety-said" || type === "sealed" || type === "unsealed";

/**
 * The entries of the record that these readers may read, in order: their own, and what was enclosed in
 * something that was sent to them. What is kept to a level stays so when it is enclosed. Which agencies are involved and
 * whether the child is safe is enclosed to all of a side: those to whom nothing was sent yet see nothing of it before.
 * Of what was recalled from a side nothing is left to it but what it is sent later.
 */
export function entriesFor<Event extends RecordedEvent>(
	events: Event[],
	readers: readonly Reader[],
): Event[] {
	const forAll = new Set(events.filter(({ type }) => isForAll(type)).map(({ seq }) => seq));
	const closed = new Map<Side, number>();
	for (const event of events) if (event.type === "recalled") closed.set(event.from, event.seq);
	const isLeft = (seq: number) => (side: Side) => seq > (closed.get(side) ?? 0);
	const enclosedTo = new Map<number, Side[]>();
	for (const event of events)
		if (event.type === "sent") {
			const toAll = event.to.filter((side) => readers.includes(side)).filter(isLeft(event.seq));
			const toThem = toAll.filter((side) => isFor(readers, { ...event, audience: [side] }));
			for (const seq of event.encloses) {
				const sides = forAll.has(seq) ? toAll : toThem;
				enclosedTo.set(seq, union(enclosedTo.get(seq) ?? [], sides));
			}
		}
	return events.filter(({ seq, audience, keptTo }) =>
		isFor(readers, {
			audience: union(audience.filter(isLeft(seq)), enclosedTo.get(seq) ?? []),
			keptTo,
		}),
	);
}
