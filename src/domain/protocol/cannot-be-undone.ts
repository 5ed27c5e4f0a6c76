import type { Move, MoveOutcome, Step } from "./protocol.ts";

/**
 * Whether an act that ends in this way cannot be gone back on: it ends the difference, it is final or decides, it signs a
 * form, or something that was written goes to others. Whoever does it reads it once more first.
 */
export function cannotBeUndone(
	act: { step: Step } | { move: Move },
	{ leadsTo, sends }: Pick<MoveOutcome, "leadsTo" | "sends">,
): boolean {
	const own = "step" in act ? [act.step.by.side] : act.move.by.map(({ side }) => side);
	const isSent =
		sends !== undefined &&
		sends.what.length > 0 &&
		sends.to.some((side) => own.some((doer) => doer !== side));
	return (
		isSent ||
		leadsTo.some(({ go }) => go === "end") ||
		("step" in act && settles(act.step, leadsTo))
	);
}

/** What is decided or signed stands; a meeting that decided nothing, and a form that is handed back, settle nothing. */
const settles = ({ kind, final, of }: Step, leadsTo: MoveOutcome["leadsTo"]): boolean =>
	(final || kind === "decision" || kind === "sign-off") &&
	leadsTo.some((target) => target.go !== "stay" && !(target.go === "step" && target.step === of));
