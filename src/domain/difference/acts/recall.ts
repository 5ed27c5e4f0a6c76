import type { Actor } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import { isAgencySide, isAside, recallReason, type Side, stepOf } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { Transition } from "../consequences/transition.ts";
import { agenciesIn, type Difference, type RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { agencyOf } from "../who/duties.ts";
import { sidesToRecallFrom, speaksFor } from "../who/may-put-right.ts";
import { knowing, union } from "../who/may-read.ts";
import { checkAnswers } from "./check-answers.ts";
import { notOpen } from "./not-open.ts";

/** From which side, why, under `recall-reason`; and the agency that it should have gone to, where that is known. */
export type Recalls = {
	from: Side;
	answers: Answers;
	/** `was` is what the agency is called from which it is recalled. */
	instead?: { agency: string; name: string; was: string } | undefined;
};

/**
 * What went to the wrong agency is recalled: it reads nothing of it any more and owes nothing. The senders and the offices
 * that know have it on their record as a data breach. Where the wrong agency was to do what comes next, the step that sent
 * it there is owed again, with its time from now on, so that it can be sent to the right one.
 *
 * @throws Refusal 'not-open' | 'wrong-agency' | 'wrong-answers'
 */
export function recall(
	rules: Rules,
	difference: Difference,
	{ from, answers, instead }: Recalls,
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const side = speaksFor(protocol, difference, by);
	if (side === undefined || !sidesToRecallFrom(protocol, difference, by).includes(from))
		throw notOpen();
	if (instead && (from !== "receiving" || agenciesIn(difference).includes(instead.agency)))
		throw new Refusal("wrong-agency", "Choose another agency, which is not part of it yet.");
	const entered = checkAnswers(rules, [recallReason], answers, now);
	const transition = new Transition(rules, difference, now, { by: { person: by.id, side } });
	const theirs = difference.open.filter(({ step }) => stepOf(protocol, step).by.side === from);
	const wasNext = theirs.some(({ step }) => !isAside(stepOf(protocol, step)));
	for (const { step } of theirs) transition.drop(step);
	const readers = union(
		[side],
		knowing(difference).filter(
			(each) =>
				each !== from &&
				(!isAgencySide(each) ||
					each === "raising" ||
					difference.sent.some((sent) => sent.by?.side === each && sent.to.includes(from))),
		),
	);
	const agency = agencyOf(difference, from) ?? "";
	transition.add({ type: "recalled", from, agency, answers: entered }, readers);
	if (instead)
		transition.add(
			{ type: "receiving-agency-changed", ...instead },
			knowing(transition.difference),
		);
	const sending = difference.done.findLast(({ step, outcome }) =>
		stepOf(protocol, step)
			.outcomes.find(({ id }) => id === outcome)
			?.sends?.to.includes(from),
	);
	if (wasNext && sending && difference.status.is === "open") {
		transition.dropStages();
		transition.follow([{ go: "step", step: sending.step }]);
		transition.startAgain(sending.step);
	}
	return transition.events;
}
