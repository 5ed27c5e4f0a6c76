import type { Actor } from "../../people/viewer.ts";
import { stepOf } from "../../protocol/protocol.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, OpenStep, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { mayBeGiven } from "../who/may-put-right.ts";
import { audienceOfStep, union } from "../who/may-read.ts";
import { recordsOwed } from "../who/records-owed.ts";

/** What somebody owes in one difference by themself, and not as one of their agency or office. */
export type OwedBy = {
	steps: OpenStep[];
	/** Steps that they have yet to put on the child's own record. */
	records: number;
};

export const owedBy = (
	{ protocol }: Pick<Rules, "protocol">,
	difference: Difference,
	person: string,
): OwedBy => ({
	steps: difference.open.filter((open) => open.person === person),
	records: recordsOwed(protocol, difference).filter(({ duty }) => duty.person === person).length,
});

/** Who goes, who has what was theirs from now on, and who arranged it. */
export type HandsOver = {
	from: string;
	/** Null: what was theirs is for whoever answers in their role. */
	to: Actor | null;
	arrangedBy: string;
};

/**
 * Somebody goes, and what they owe in a difference goes over to a colleague, who is named in it from now on; what that
 * colleague may not do is for whoever answers in the role. Nobody acts for a side by it: whoever arranges it need not know
 * of the difference, and does not get to know of it.
 *
 * @returns nothing where they have no part in it
 */
export function handOver(
	rules: Rules,
	difference: Difference,
	{ from, to, arrangedBy }: HandsOver,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const side = difference.people[from];
	const { steps } = owedBy(rules, difference, from);
	if (side === undefined && steps.length === 0) return [];
	const transition = new Transition(rules, difference, now);
	const handed = { type: "handed-over" as const, from, arrangedBy };
	if (side !== undefined) transition.add({ ...handed, to: to?.id ?? null }, [side]);
	for (const open of steps) {
		const step = stepOf(protocol, open.step);
		const gets = to !== null && mayBeGiven(protocol, transition.difference, open, to);
		transition.add(
			{ ...handed, to: gets ? to.id : null, step: open.step },
			union([step.by.side], audienceOfStep(protocol, difference, step)),
		);
	}
	return transition.events;
}
