import type { Actor } from "../../people/viewer.ts";
import { type Side, type StepId, stepOf } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { said } from "../../said.ts";
import { Transition } from "../consequences/transition.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { allowedActs, sidesOf } from "../who/may-act.ts";
import { audienceOfStep, union } from "../who/may-read.ts";
import { notOpen } from "./not-open.ts";

/**
 * An agency says that a step stands on the child's own record, in its own system.
 *
 * @throws Refusal 'already-recorded' | 'not-open'
 * @see Somerset 2021, section 4: every step is documented
 */
export function recordOnChildsRecord(
	rules: Rules,
	difference: Difference,
	given: { step: StepId; side: Side },
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const open = allowedActs(rules.protocol, difference, by).some(
		(act) =>
			act.act === "record-on-childs-record" &&
			act.step.id === given.step &&
			act.side === given.side,
	);
	if (!open)
		throw difference.onChildsRecord.some(
			({ step, side }) => step === given.step && side === given.side,
		) && sidesOf(rules.protocol, difference, by).includes(given.side)
			? new Refusal(
					"already-recorded",
					said`This is already marked as recorded on the ${rules.protocol.words.child}’s record.`,
				)
			: notOpen();
	const transition = new Transition(rules, difference, now, {
		by: { person: by.id, side: given.side },
	});
	transition.add(
		{ type: "recorded-on-childs-record", ...given },
		union(
			[given.side],
			audienceOfStep(rules.protocol, difference, stepOf(rules.protocol, given.step)),
		),
	);
	return transition.events;
}
