import type { Difference, RecordedEvent } from "../difference.ts";
import type { ClockChange } from "../events.ts";
import type { Rules } from "../rules.ts";
import { Transition } from "./transition.ts";

/**
 * Counts every open clock of a difference again, from where it began: after a change of the calendar,
 * of the protocol's version, or of what its length depends on. A clock whose day stays is left alone.
 */
export function recalculateClocks(
	rules: Rules,
	difference: Difference,
	now: Temporal.ZonedDateTime,
	how: Extract<ClockChange, "calendar" | "version">,
): RecordedEvent[] {
	const transition = new Transition(rules, difference, now);
	for (const { clock } of difference.clocks) transition.recalculate(clock, how);
	return transition.events;
}
