import type { Difference, Numbered } from "../difference.ts";
import type { ClockChange } from "../events.ts";
import type { Rules } from "../rules.ts";
import { Unfolding } from "./transition.ts";

/**
 * Counts every open clock of a difference again, from where it began: after a change of the calendar,
 * of the protocol's version, or of what its length depends on. A clock whose day stays is left alone.
 */
export function recountClocks(
	rules: Rules,
	difference: Difference,
	now: Temporal.ZonedDateTime,
	how: Extract<ClockChange, "calendar" | "version">,
): Numbered[] {
	const unfolding = new Unfolding(rules, difference, now);
	for (const { clock } of difference.clocks) unfolding.recount(clock, how);
	return unfolding.events;
}
