import { clockRule, type Protocol, type StepId, stepsHeld } from "../protocol/protocol.ts";

/** The steps after the end that ask for a field, whatever or only in some way they are done. */
export const stepsAsking = ({ afterwards }: Protocol, field: string): StepId[] =>
	afterwards.flatMap(({ id, asks, outcomes }) =>
		[...asks, ...outcomes.flatMap((outcome) => outcome.asks)].includes(field) ? [id] : [],
	);

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
