import { clockRule, type Protocol, type StepId, stepsHeld } from "../protocol/protocol.ts";

/** The steps after the end that ask for a field, whatever or only in some way they are done. */
export function stepsAsking(protocol: Protocol, field: string): readonly StepId[] {
	const steps = askedIn.get(protocol) ?? stepsByField(protocol);
	askedIn.set(protocol, steps);
	return steps.get(field) ?? [];
}

/** Asked of each difference of a report, and the same for all of a version. */
const askedIn = new WeakMap<Protocol, ReadonlyMap<string, StepId[]>>();

function stepsByField({ afterwards }: Protocol): ReadonlyMap<string, StepId[]> {
	const steps = new Map<string, StepId[]>();
	for (const { id, asks, outcomes } of afterwards)
		for (const field of new Set([...asks, ...outcomes.flatMap((outcome) => outcome.asks)]))
			steps.set(field, [...(steps.get(field) ?? []), id]);
	return steps;
}

/** The steps in which somebody says what changed. */
export const stepsOnWhatChanged = (protocol: Protocol): StepId[] =>
	(protocol.report?.changed ?? []).flatMap(({ field }) => stepsAsking(protocol, field));

/** Whether a time limit is for saying what changed: it begins after the end, and none of the stages is late by it. */
export function isOnWhatChanged(protocol: Protocol, clock: string): boolean {
	const rule = clockRule(protocol, clock);
	const steps = rule ? stepsHeld(rule) : [];
	if (steps.length === 0) return false;
	const asking = stepsOnWhatChanged(protocol);
	return steps.every((step) => asking.includes(step));
}
