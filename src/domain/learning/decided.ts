import type { Case } from "./case.ts";
import type { CountedClock } from "./facts.ts";
import { isIn, type Period } from "./period.ts";

/** Whether a round of a time limit was decided in a period: met in it, or due in it and not met before. */
export const isDecidedIn = ({ standing, until, due }: CountedClock, period: Period): boolean =>
	isIn(until ?? due, period) && !undecided.has(standing);

const undecided = new Set(["running", "paused", "dropped", "used", "unused"]);

/** Somebody is late with it. */
export const isOverdue = ({ facts }: Case): boolean => facts.clocks.some(isMissedAndOpen);

export const isMissedAndOpen = ({ standing, until }: CountedClock): boolean =>
	standing === "missed" && until === null;
