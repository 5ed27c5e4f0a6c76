import { bindingOf, type Protocol, type Strength, strengthOf } from "../protocol/protocol.ts";
import type { Difference, RunningClock } from "./difference.ts";

/**
 * What a clock has come to, in one word for each state of each kind of date: a limit is met or missed, a target is
 * aimed at and never missed, a window is used or not.
 */
export const everyStanding = [
	"running",
	"paused",
	"met",
	"met-late",
	"missed",
	"target-met",
	"target-passed",
	"after-target",
	"used",
	"unused",
	/** Over before its date, without a verdict: what it waited for is not needed any more. */
	"dropped",
] as const;
export type Standing = (typeof everyStanding)[number];

const standings = {
	limit: { met: "met", "met-late": "met-late", passed: "missed" },
	target: { met: "target-met", "met-late": "after-target", passed: "target-passed" },
	window: { met: "used", "met-late": "used", passed: "unused" },
} as const;

/**
 * What passed stays passed, also where the thing is not needed any more since.
 *
 * @see protocol file, "strength"
 */
export function standingOf(
	{ state, missed }: Pick<RunningClock, "state" | "missed">,
	strength: Strength,
): Standing {
	const words = standings[bindingOf(strength)];
	if (state === "met" || state === "met-late") return words[state];
	if (state === "ran-out" || (state === "dropped" && missed)) return words.passed;
	return state;
}

/** How often somebody was late for a date that the protocol holds them to. One clock is missed once a round. */
export const breachesIn = (protocol: Protocol, { clocks }: Difference): number =>
	clocks.filter(
		(clock) =>
			bindingOf(strengthOf(protocol, clock)) === "limit" &&
			(clock.missed || clock.state === "met-late"),
	).length;
