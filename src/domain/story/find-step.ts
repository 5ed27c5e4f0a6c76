import type { Difference } from "../difference/difference.ts";
import { dutyOfStep } from "../difference/who/duties.ts";
import type { Actor } from "../people/viewer.ts";
import { mayAnswer } from "../people/who-answers.ts";
import type { Protocol, Step } from "../protocol/protocol.ts";

/**
 * A step by its full id, or by its short name: one that is open and that this person may do first, then one that is
 * open, then one of the stage.
 */
export function findStep(
	protocol: Protocol,
	difference: Difference,
	said: string,
	by?: Actor,
): Step | undefined {
	const named = Object.values(protocol.steps).filter(({ id, name, writtenAs, stage }) =>
		[id, name, writtenAs, `${stage}.${writtenAs}`].includes(said),
	);
	const open = difference.open.filter(({ step }) => named.some(({ id }) => id === step));
	const theirs = by && open.find((each) => mayAnswer(dutyOfStep(protocol, difference, each), by));
	return (
		named.find(({ id }) => id === said) ??
		named.find(({ id }) => id === (theirs ?? open[0])?.step) ??
		named.find(({ stage }) => stage === difference.stage) ??
		named[0]
	);
}
