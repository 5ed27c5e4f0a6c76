import { type Party, type Protocol, type StepId, stepOf } from "../../protocol/protocol.ts";

/** Something that is owed: a step, a step to put on the child's own record, or a time limit of no one step. */
type Owed = {
	step: StepId | null;
	toRecord: StepId | null;
	clock: string | null;
	/** At which the difference stands. */
	stage: string;
};

/** The step, or the time limit that is to be kept: at which stage, and who is held to it. */
export function whatIsOwed(
	protocol: Protocol,
	{ step: open, toRecord, clock, stage }: Owed,
): { stage: string; title: string; by: Party } {
	const step = open ?? toRecord;
	if (step) return stepOf(protocol, step);
	const rule = protocol.clocks.find(({ id }) => id === clock);
	if (!rule?.by) throw new RangeError(`No clock ${clock} that somebody sees to in ${protocol.id}`);
	return { stage, title: rule.title, by: rule.by };
}
