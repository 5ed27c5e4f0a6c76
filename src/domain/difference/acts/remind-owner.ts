import type { Actor } from "../../people/viewer.ts";
import { type Side, type StepId, stepOf } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { londonTime } from "../../time.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { audienceOfStep, union } from "../who/may-read.ts";
import { notOpen } from "./not-open.ts";

/**
 * An office reminds whoever owes a step that they owe it: at most once a day, besides what Concord sends by itself. The
 * office and the side that owes it read that.
 *
 * @param office that which reminds
 * @throws Refusal 'not-open' | 'reminded-today'
 * @see Somerset 2021, section 6: the Business Unit tracks progress and follows up
 */
export function remindOwner(
	rules: Rules,
	difference: Difference,
	{ step, office }: { step: StepId; office: string },
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const isOpen = difference.open.some((open) => open.step === step);
	const owed = isOpen ? stepOf(protocol, step) : undefined;
	const own: Side | undefined = Object.keys(difference.known).find(
		(side) => protocol.roles[side]?.office === office,
	);
	if (
		!owed ||
		own === undefined ||
		own === owed.by.side ||
		!by.offices.includes(office) ||
		!audienceOfStep(protocol, difference, owed).includes(own)
	)
		throw notOpen();
	const today = now.toPlainDate();
	if (
		difference.reminded.some(
			(made) => made.step === step && londonTime(made.at).toPlainDate().equals(today),
		)
	)
		throw new Refusal("reminded-today", "They were reminded of this today already.");
	const transition = new Transition(rules, difference, now, { by: { person: by.id, side: own } });
	transition.add({ type: "reminded", step }, union([own], [owed.by.side]));
	return transition.events;
}
