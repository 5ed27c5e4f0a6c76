import type { Calendar } from "../calendar/calendar.ts";
import type { Protocol } from "../protocol/protocol.ts";
import type { Case, CountedAgency } from "./case.ts";
import type { CountedClock } from "./facts.ts";
import type { ReleasedFeedback } from "./feedback.ts";
import type { KeyCounts } from "./key-counts.ts";
import type { Period } from "./period.ts";
import type { WaitedFor } from "./waiting.ts";

/** The protocol's words as tables use them. */
export type ReportWords = {
	difference: string;
	differences: string;
	Difference: string;
	Differences: string;
	stage: string;
	Stage: string;
	person: string;
	people: "children" | "adults";
	People: string;
};

/** An agency of the partnership and how many people it has in the directory. */
export type SizedAgency = CountedAgency & { people: number };

/**
 * A round of a time limit that was decided in a period, and how many working days it took; null where it is not over, or where
 * an old log told nothing of its days.
 */
export type Decided = Pick<CountedClock, "standing"> & { days: number | null };

/** What a report's tables are made of. */
export type Reported = {
	period: Period;
	/** Raised in it, ended in it, and open at its end, each as was known at its end. */
	raised: Case[];
	ended: Case[];
	open: Case[];
	/** Of all that was known at its end, what was not over before it began: whatever happened in it is in one of them. */
	going: Case[];
	/** Of these, the rounds of each time limit that were decided in it, by its name and by difference. */
	decided: ReadonlyMap<string, ReadonlyMap<Case, readonly Decided[]>>;
	/** For whom what ended in it had waited. */
	waits: ReadonlyMap<Case, Record<WaitedFor, number>>;
	/** Of all that was known at its end, what stands of what changed for the child, by the field that asks (`saidToHaveChanged`). */
	changed: ReadonlyMap<Case, ReadonlyMap<string, string>>;
	/** The versions of the protocol under which all that was known ran, in the order in which they first came. */
	versions: ReadonlySet<Protocol>;
	keyCounts: KeyCounts;
	/** The latest version; its words are the report's. */
	protocol: Protocol;
	words: ReportWords;
	calendar: Calendar;
	earlier: { before: KeyCounts; yearAgo: KeyCounts };
	agencies: SizedAgency[];
	/** What people said of differences that ended, as far as it is released, whenever that was. */
	feedback: ReleasedFeedback[];
};
