import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { NextStep } from "../../../domain/difference/told/whats-next.ts";

/**
 * Whose turn a step is, for the reader: theirs where they are among those who are asked for it and reminded; that of
 * somebody else for whom they may step in; or one that they may not do.
 */
export function whoseTurn(
	{ acts, asked, viewer }: OpenedDifference,
	{ step }: Pick<NextStep, "step">,
): "mine" | "may-step-in" | "others" {
	if (!acts.some((act) => act.act === "step" && act.step.id === step.id)) return "others";
	const people = asked.get(step.id) ?? [];
	return people.length === 0 || people.includes(viewer.id) ? "mine" : "may-step-in";
}
