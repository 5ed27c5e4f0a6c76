import {
	isAside,
	type Outcome,
	type Protocol,
	stepOf,
	type Target,
} from "../../protocol/protocol.ts";
import type { Difference, DoneStep } from "../difference.ts";

/**
 * Where an outcome leads, now that its step is done with it. One that waits for other steps leads nowhere while one of
 * them is open; the last of those joined leads on, to where the outcome that counts leads, whoever gave that one.
 *
 * @param difference with the step done or about to be
 */
export function leadsOn(
	protocol: Protocol,
	difference: Pick<Difference, "open" | "done" | "stages">,
	{ whenDone, counts, leadsTo }: Pick<Outcome, "whenDone" | "counts" | "leadsTo">,
): Target[] {
	if (whenDone.some((other) => difference.open.some(({ step }) => step === other))) return [];
	if (counts) return leadsTo;
	const [counted] = whenDone.flatMap((other) => {
		const done = difference.done.findLast(({ step }) => step === other);
		if (!done || !isOfThisTime(protocol, difference, done)) return [];
		return stepOf(protocol, other).outcomes.filter(
			(given) => given.id === done.outcome && given.counts,
		);
	});
	return counted?.leadsTo ?? leadsTo;
}

/** Whether a step was done since its stage began: what was said when it was here before counts no more. */
const isOfThisTime = (
	protocol: Protocol,
	{ stages }: Pick<Difference, "stages">,
	{ step, at }: DoneStep,
): boolean => {
	const began = stages.at(-1)?.at;
	return (
		isAside(stepOf(protocol, step)) ||
		began === undefined ||
		Temporal.Instant.compare(at, began) >= 0
	);
};
