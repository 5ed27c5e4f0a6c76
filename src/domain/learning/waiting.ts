import type { Calendar } from "../calendar/calendar.ts";
import type { IsoDay } from "../calendar/iso-day.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import type { Side } from "../protocol/protocol.ts";
import type { CountedClock, Facts } from "./facts.ts";

/** For whom a difference waited: a side, several at once, or nobody. */
export type WaitedFor = Side | typeof several | typeof nobody;
export const several = "several-at-once";
export const nobody = "nobody";

/**
 * How many working days a difference waited for whom, from when it was raised until it ended or `today`. Each day is counted
 * once, so the parts add up to the whole: while two sides owe something, it is neither's alone.
 */
export function waitsOf(
	{ raisedOn, endedOn, owed }: Pick<Facts, "raisedOn" | "endedOn" | "owed">,
	today: IsoDay,
	calendar: Calendar,
): Record<WaitedFor, number> {
	const last = endedOn ?? today;
	const within = (day: IsoDay) => (day < raisedOn ? raisedOn : day > last ? last : day);
	const intervals = owed.map(({ side, from, until }) => ({
		side,
		from: within(from),
		until: within(until ?? last),
	}));
	const days = [
		...new Set([raisedOn, last, ...intervals.flatMap(({ from, until }) => [from, until])]),
	].sort();
	const waits: Record<WaitedFor, number> = {};
	for (const [nth, from] of days.slice(0, -1).entries()) {
		const until = days[nth + 1] ?? last;
		const sides = new Set(
			intervals.filter((each) => each.from <= from && each.until >= until).map(({ side }) => side),
		);
		const [only = nobody] = sides;
		const whom = sides.size > 1 ? several : only;
		waits[whom] = (waits[whom] ?? 0) + workingDaysBetween(from, until, calendar);
	}
	return waits;
}

/** Working days from when a time limit began until it was met, or `today`; days on which it stood still are not counted. */
export function daysTaken(
	{ from, until, pauses }: Pick<CountedClock, "from" | "until" | "pauses">,
	today: IsoDay,
	calendar: Calendar,
): number {
	const stood = pauses.reduce(
		(days, pause) => days + workingDaysBetween(pause.from, pause.until, calendar),
		0,
	);
	return Math.max(0, workingDaysBetween(from, until ?? today, calendar) - stood);
}

/** The middle of some numbers, the mean of the two middle ones where there are two; undefined of none. */
export function medianOf(numbers: readonly number[]): number | undefined {
	return quantileOf(numbers, 0.5);
}

/**
 * The value below which a share of some numbers lies, between two of them in proportion; undefined of none.
 *
 * @param share from 0 to 1
 * @see Hyndman and Fan, 1996, definition 7
 */
export function quantileOf(numbers: readonly number[], share: number): number | undefined {
	if (numbers.length === 0) return undefined;
	const sorted = numbers.toSorted((a, b) => a - b);
	const at = (sorted.length - 1) * share;
	const below = sorted[Math.floor(at)] ?? 0;
	const above = sorted[Math.ceil(at)] ?? below;
	return below + (above - below) * (at - Math.floor(at));
}
