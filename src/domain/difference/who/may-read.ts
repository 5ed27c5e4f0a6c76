import {
	clockRule,
	type Move,
	type Protocol,
	type Side,
	type Step,
	stepsHeld,
} from "../../protocol/protocol.ts";
import { type Difference, holdersOfForms, type RecordedEvent } from "../difference.ts";

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

/** The sides that may read that a move was made: its maker's and, unless it is private, all that know. */
export const audienceOfMove = (difference: Difference, move: Move, own: Side): Side[] =>
	move.private ? [own] : union([own], knowing(difference));

/** Every side that knows of the difference. */
export const knowing = (difference: Difference): Side[] => Object.keys(difference.known);

export const union = (...sides: Side[][]): Side[] => [...new Set(sides.flat())];

/**
 * The entries of the record that these sides may read, in order: their own, and what was enclosed in
 * something that was sent to them. Of what was recalled from a side nothing is left to it but what it is sent later.
 */
export function entriesFor<Event extends RecordedEvent>(events: Event[], sides: Side[]): Event[] {
	const closedUntil = (side: Side) =>
		events.findLast((event) => event.type === "recalled" && event.from === side)?.seq ?? 0;
	const since = new Map(sides.map((side) => [side, closedUntil(side)]));
	const isTheirs = (seq: number) => (side: Side) => seq > (since.get(side) ?? seq);
	const enclosed = new Set(
		events.flatMap((event) =>
			event.type === "sent" && event.to.some(isTheirs(event.seq)) ? event.encloses : [],
		),
	);
	return events.filter(({ seq, audience }) => enclosed.has(seq) || audience.some(isTheirs(seq)));
}
