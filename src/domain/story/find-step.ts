import type { Difference } from "../difference/difference.ts";
import type { Protocol, Step } from "../protocol/protocol.ts";

/** A step by its full id, or by its short name: one that is open first, then one of the stage. */
export function findStep(
	protocol: Protocol,
	difference: Difference,
	said: string,
): Step | undefined {
	const named = Object.values(protocol.steps).filter(({ id, name, writtenAs, stage }) =>
		[id, name, writtenAs, `${stage}.${writtenAs}`].includes(said),
	);
	return (
		named.find(({ id }) => id === said) ??
		named.find(({ id }) => difference.open.some(({ step }) => step === id)) ??
		named.find(({ stage }) => stage === difference.stage) ??
		named[0]
	);
}
