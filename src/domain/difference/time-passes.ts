import { stepOf } from "../protocol/protocol.ts";
import { londonTime } from "../time.ts";
import { audienceOfStep } from "./audience.ts";
import type { Difference, Numbered } from "./difference.ts";
import type { Rules } from "./rules.ts";
import { isPast, Unfolding } from "./unfold.ts";

/**
 * What time alone has brought about by `now`: clocks that ran out, in the order in which they did,
 * each at the moment it did, and what their lateness opens. A date is a fact, so asking late loses nothing
 * and asking twice does nothing.
 */
export function timePasses(
	rules: Rules,
	difference: Difference,
	now: Temporal.ZonedDateTime,
): Numbered[] {
	const next = difference.clocks
		.filter((clock) => clock.state === "running" && isPast(clock, now))
		.sort((a, b) => Temporal.Instant.compare(a.due.due, b.due.due))[0];
	const rule =
		next && rules.protocol.clocks.find(({ id }) => id === next.clock);
	if (!rule) return [];

	const ranOutAt = londonTime(next.due.due).add({ seconds: 1 });
	const unfolding = new Unfolding(rules, difference, ranOutAt);
	const audience = audienceOfStep(
		rules.protocol,
		difference,
		stepOf(rules.protocol, rule.step),
	);
	unfolding.add({ type: "clock-ran-out", clock: next.clock }, audience);
	unfolding.follow(rule.late);
	return [...unfolding.events, ...timePasses(rules, unfolding.difference, now)];
}
