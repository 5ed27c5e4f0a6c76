import type { Actor } from "../../people/viewer.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";

/**
 * What ended by going on under another protocol was begun there: nobody owes the beginning any more. Whoever of the agency
 * begins it has done it, whoever owed it.
 *
 * @returns nothing where nobody owes it, such as when it was said that it would not be begun
 */
export function beginElsewhere(
	rules: Rules,
	difference: Difference,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { status } = difference;
	const ending = status.is === "ended" ? rules.protocol.endings[status.ending] : undefined;
	const open = difference.open.find(({ step }) => step === ending?.handsOff?.step);
	if (!open) return [];
	const transition = new Transition(rules, difference, now, {
		by: { person: by.id, side: "raising" },
	});
	transition.add({ type: "begun-elsewhere", step: open.step }, Object.keys(difference.known));
	transition.settle(open.step);
	return transition.events;
}
