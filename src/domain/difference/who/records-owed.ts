import type { Duty } from "../../people/who-answers.ts";
import {
	isAgencySide,
	type Protocol,
	type Side,
	type Step,
	stepOf,
} from "../../protocol/protocol.ts";
import { type Difference, lastDone, nowWith } from "../difference.ts";
import { agencyOf, namedOn } from "./duties.ts";
import { audienceOfStep } from "./may-read.ts";

/** What an agency has yet to put on the child's own record, in its own system: one duty for each step and agency. */
export type RecordOwed = {
	step: Step;
	/** The side of the agency that owes it; its own where both sides of one agency may read of the step. */
	side: Side;
	/** Every side of this agency that may read of the step. */
	sides: Side[];
	/** ISO instant: when the step was done, or the side heard of the difference. */
	since: string;
	duty: Duty;
};

/**
 * Which agencies still owe a step to the child's own record: each that may read of a step that belongs there, until it
 * says that it stands there, and after the end, too. It is asked of whoever did the step; of another agency's people of
 * whoever acted for it last; once these have left, of whoever has what was theirs.
 *
 * @see Somerset 2021, section 4: every step is documented
 */
export function recordsOwed(protocol: Protocol, difference: Difference): RecordOwed[] {
	const steps = [...new Set(difference.done.map(({ step }) => step))]
		.map((id) => stepOf(protocol, id))
		.filter(({ recordOnChildsRecord }) => recordOnChildsRecord);
	return steps.flatMap((step) => {
		const done = lastDone(difference, step.id);
		const readers = audienceOfStep(protocol, difference, step).filter(
			(side) => side in difference.known && isAgencySide(side),
		);
		const agencies = Map.groupBy(readers, (side) => agencyOf(difference, side));
		return [...agencies].flatMap(([agency, sides]): RecordOwed[] => {
			const side = sides.find((each) => each === step.by.side) ?? sides[0];
			const isMade = difference.onChildsRecord.some(
				(made) => made.step === step.id && agencyOf(difference, made.side) === agency,
			);
			if (!done || side === undefined || agency === null || isMade) return [];
			const named = [...new Set(sides.flatMap((each) => namedOn(difference, each)))];
			// What is kept to a level of the side is theirs of that level, whoever was named in it.
			const level = step.keptTo[side] ?? "practitioner";
			const acted = whoActed(difference, step, sides);
			const isTheirs = level === "practitioner" && acted !== undefined && named.includes(acted);
			const person = isTheirs ? acted : null;
			const known = difference.known[side] ?? done.at;
			return [
				{
					step,
					side,
					sides,
					since: known > done.at ? known : done.at,
					duty: {
						agency,
						office: null,
						level,
						posts: [],
						post: null,
						proxy: true,
						person,
						named,
						barred: [],
						knownOnlyTo: difference.sealed?.to,
					},
				},
			];
		});
	});
}

/** Of the people of these sides whoever did the step last, else whoever did anything last. */
function whoActed(difference: Difference, step: Step, sides: Side[]): string | undefined {
	const { done, moves } = difference;
	const acted = [...done, ...moves]
		.filter(({ by }) => sides.includes(by.side))
		.sort((one, other) => one.seq - other.seq);
	const theirs = done.findLast((each) => each.step === step.id && sides.includes(each.by.side));
	const person = (theirs ?? acted.at(-1))?.by.person;
	return person ? nowWith(difference, person) : undefined;
}
