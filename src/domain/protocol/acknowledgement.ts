import {
	isAgencySide,
	type MoveOutcome,
	type Protocol,
	type Step,
	stageOf,
	stepOf,
} from "./protocol.ts";

/** What one agency is told when something of its own was taken in hand. */
export type Acknowledgement = { to: "raising" | "receiving" } & (
	| /** To whom it was sent: whoever of the other agency owes this step. */ {
			is: "sent-on";
			step: Step;
	  }
	| /** That it was received, and who owes what before it goes on. */ {
			is: "receipt";
			step?: Step | undefined;
	  }
);

/**
 * What a way on acknowledges. It says to whom something was sent only where it was: where the other agency owes what it
 * leads to.
 *
 * @see Somerset's protocol of April 2021, section 3 (stage three) and section 5: receipt is acknowledged with the
 *   timescales, and the agency is told to whom its form was sent
 */
export function acknowledgementOf(
	protocol: Protocol,
	{ acknowledges: to, leadsTo }: Pick<MoveOutcome, "acknowledges" | "leadsTo">,
): Acknowledgement | undefined {
	if (!to) return undefined;
	const step = leadsTo
		.flatMap((target): Step[] =>
			target.go === "step"
				? [stepOf(protocol, target.step)]
				: target.go === "stage"
					? (stageOf(protocol, target.stage)?.steps.slice(0, 1) ?? [])
					: [],
		)
		.at(-1);
	return step && isAgencySide(step.by.side) && step.by.side !== to
		? { to, is: "sent-on", step }
		: { to, is: "receipt", step };
}

/** The step of the other agency that a side will be told of, once a step that it was told of is done; undefined where none is. */
export const toBeSentOn = (
	protocol: Protocol,
	{ to, step }: Pick<Acknowledgement, "to" | "step">,
): Step | undefined =>
	step?.outcomes
		.map((outcome) => acknowledgementOf(protocol, outcome))
		.find((later) => later?.is === "sent-on" && later.to === to)?.step;
