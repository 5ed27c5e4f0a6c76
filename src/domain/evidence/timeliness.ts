import type { RunningClock } from "../difference/difference.ts";
import { type Standing, standingOf } from "../difference/standing.ts";
import { clockRule, type Protocol, strengthOf } from "../protocol/protocol.ts";

/** What a date has come to, in words that blame nobody. */
const inWords: Record<Standing, string> = {
	running: "Not yet due",
	paused: "Stands still",
	met: "In time",
	"met-late": "Late",
	missed: "Not done in time",
	"target-met": "By its target",
	"target-passed": "Target has passed",
	"after-target": "After its target",
	used: "Used",
	unused: "Not used",
	dropped: "No longer needed",
};

/** A date of a difference: what was due, when, by which rule, when it was done or given up, and whether it was in time. */
export type Timeliness = {
	what: string;
	rule: string;
	/** ISO instant; undefined while it runs. */
	over: string | undefined;
	standing: string;
	/** How often the date moved. */
	moved: number;
	/** Somebody was late for a date that they are held to. */
	isLate: boolean;
};

export function timelinessOf(protocol: Protocol, clock: RunningClock): Timeliness {
	const standing = standingOf(clock, strengthOf(protocol, clock));
	return {
		what: clockRule(protocol, clock.clock)?.title ?? clock.clock,
		rule: clock.due.rule,
		over: clock.endedAt,
		standing: inWords[standing],
		moved: clock.changes.length,
		isLate: standing === "met-late" || standing === "missed",
	};
}
