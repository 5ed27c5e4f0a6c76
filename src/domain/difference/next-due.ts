import { type Binding, bindingOf, type Strength } from "../protocol/protocol.ts";
import type { RunningClock } from "./difference.ts";

/** A date that somebody is held to, as some reader knows it. */
export type Dated = {
	/** ISO instant. */
	due: string;
	strength: Strength;
	state: RunningClock["state"];
};

/**
 * The date that a list shows of a difference: the one that comes next. What stands still is none, and what is past its target
 * or its window comes last, so that it hides no limit.
 *
 * @param dates those that somebody is still held to
 */
export function nextDue(dates: readonly Dated[]): { due: string; is: Binding } | undefined {
	const isPast = ({ strength, state }: Dated) =>
		Number(bindingOf(strength) !== "limit" && state === "ran-out");
	const instant = ({ due }: Dated) => Temporal.Instant.from(due).epochMilliseconds;
	const [next] = dates
		.filter(({ state }) => state !== "paused")
		.toSorted((a, b) => isPast(a) - isPast(b) || instant(a) - instant(b));
	return next && { due: next.due, is: bindingOf(next.strength) };
}
