import type { RunningClock } from "../difference/difference.ts";
import { type Standing, standingOf } from "../difference/standing.ts";
import { clockRule, type Protocol, strengthOf } from "../protocol/protocol.ts";
import { type Said, type SpokenTo, said, sayItTo } from "../said.ts";

/** What a date has come to, in words that blame nobody. */
const inWords: Record<Standing, Said> = {
	running: said`Not yet due`,
	paused: said`Stands still`,
	met: said`In time`,
	"met-late": said`Late`,
	missed: said`Not done in time`,
	"target-met": said`By its target`,
	"target-passed": said`Target has passed`,
	"after-target": said`After its target`,
	used: said`Used`,
	unused: said`Not used`,
	dropped: said`No longer needed`,
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

export function timelinessOf(
	protocol: Protocol,
	clock: RunningClock,
	spoken: SpokenTo = {},
): Timeliness {
	const standing = standingOf(clock, strengthOf(protocol, clock));
	return {
		what: clockRule(protocol, clock.clock)?.title ?? clock.clock,
		rule: clock.due.rule,
		over: clock.endedAt,
		standing: sayItTo(spoken, inWords[standing]),
		moved: clock.changes.length,
		isLate: standing === "met-late" || standing === "missed",
	};
}
