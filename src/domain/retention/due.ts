import type { IsoDay } from "../calendar/iso-day.ts";
import { type EndedAs, type Rule, ruleFor, type Schedule } from "./schedule.ts";

/** Something that ended, as its schedule sees it. */
export type Ended = EndedAs & {
	endedOn: IsoDay;
	/** The days on which those were born whom it is about, as far as they are known and have come. */
	born: readonly IsoDay[];
	/** Everybody whom it is about was born on a day that is known. */
	isEveryBirthKnown: boolean;
};

/**
 * The day on which its time is over: the first of the year after the one in which its years end, so that nobody reads a
 * birthday from it and a year's records are looked at together. Where somebody's day of birth is not known, the years of a
 * birth are counted from the end: rather too long than too short.
 *
 * @returns null where it is kept
 */
export function dueOn(schedule: Schedule, ended: Ended): IsoDay | null {
	const rule = ruleFor(schedule, ended);
	if (rule.afterwards === "keep") return null;
	return `${lastYear(rule, ended) + 1}-01-01`;
}

function lastYear({ years, from, atLeast }: Rule, { endedOn, born, isEveryBirthKnown }: Ended) {
	const end = yearOf(endedOn);
	if (from === "end") return end + years;
	const youngest = born.toSorted().at(-1);
	const counted = isEveryBirthKnown && youngest !== undefined ? yearOf(youngest) : end;
	return Math.max(counted + years, end + atLeast);
}

const yearOf = (day: IsoDay): number => Number(day.slice(0, 4));
