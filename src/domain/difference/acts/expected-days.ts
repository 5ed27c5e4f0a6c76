import type { Calendar } from "../../calendar/calendar.ts";
import { saidDay, saidMoment } from "../../calendar/day-in-words.ts";
import { dueDate } from "../../calendar/due-date.ts";
import { dayNumber, sayDay } from "../../calendar/iso-day.ts";
import type { Limit } from "../../calendar/limit.ts";
import { saidHolidays } from "../../calendar/say-holidays.ts";
import { nameOfDayOff } from "../../calendar/working-days.ts";
import {
	type Field,
	isDueDay,
	mayLieAhead,
	type PlausibleDays,
	type Protocol,
} from "../../protocol/protocol.ts";
import { saidWithin } from "../../protocol/within.ts";
import { type Said, type SaidTime, said, saidWhole } from "../../said.ts";
import { londonTime, zone } from "../../time.ts";

/** The first or the last moment at which an answer is to be expected. */
type Bound = {
	/** Local date and time, ISO without zone. */
	at: string;
	/** Which day that is, and why: "Thursday 23 April 2026, 20 working days from today". */
	says: Said;
};

/** From when until when an answer is to be expected; whoever enters another day is asked whether it is right. */
export type ExpectedDays = {
	first?: Bound | undefined;
	last?: Bound | undefined;
	/** Why nobody works on a day, where the day is one that somebody is to keep; the name of the holiday, or Saturday. */
	dayOff?: ((day: string) => string | undefined) | undefined;
};

/** How far from the day of asking an answer may lie, either way. */
export type Reach = PlausibleDays & { worked?: boolean };

const years = (amount: number): Limit => ({ unit: "calendar-months", amount: amount * 12 });

/**
 * What is to be expected where the protocol says nothing: wide enough that hardly anybody is asked, narrow enough that
 * a wrong year is always found. None is a rule of any protocol; whoever means another day says so once.
 *
 * @see docs/decisions/doubtful-days.md
 */
export const usualReach = {
	/** A day that people agree on, or on which they are to meet. */
	agreed: { ahead: { unit: "working-days", amount: 60 }, worked: true },
	/** When something was done in this difference. */
	happened: { back: years(1) },
	/** Any other day that is asked. */
	any: { back: years(5), ahead: years(2) },
	/** In a row of a table, such as a chronology, or a fact about a child. */
	inRow: { back: years(20), ahead: years(2) },
	/** By when somebody will do something. */
	action: { back: "today", ahead: years(1) },
	childsBirth: { back: years(20), ahead: "today" },
	expectedBirth: {
		back: { unit: "calendar-months", amount: 1 },
		ahead: { unit: "calendar-months", amount: 10 },
	},
	adultsBirth: { back: years(110), ahead: "today" },
} as const satisfies Record<string, Reach>;

/** How far the answer to a day or a moment may lie: as the protocol says, else as is usual for such a day. */
export function reachOf(
	protocol: Pick<Protocol, "clocks">,
	field: Extract<Field, { type: "day" | "moment" }>,
): Reach {
	const usual: Reach =
		isDueDay(protocol, field.id) || (field.type === "moment" && field.ahead)
			? usualReach.agreed
			: field.type === "moment" && !mayLieAhead(protocol, field)
				? usualReach.happened
				: usualReach.any;
	const { ahead = usual.ahead, back = usual.back } = field.plausible ?? {};
	return { ...usual, ahead, back };
}

/**
 * Works out when an answer is to be expected.
 *
 * @param raisedAt ISO instant; undefined while it is being raised
 * @see protocol file, "plausible"
 */
export function expectedDays(
	calendar: Calendar,
	{ ahead, back, worked }: Reach,
	raisedAt: string | undefined,
	now: Temporal.ZonedDateTime,
): ExpectedDays {
	const bound = (limit: Limit | "today", way: "ahead" | "back"): Bound => {
		if (limit === "today") return { at: edgeOf(now, way), says: said`today` };
		const counted = dueDate(now, way === "back" ? backwards(limit) : limit, calendar);
		const end = londonTime(counted.due);
		const [day, length] = [saidDay(counted.day), saidWithin(limit)];
		const without = saidHolidays(counted);
		if (limit.unit === "hours")
			return {
				at: minuteOf(end),
				says:
					way === "back"
						? said`${day}, ${length} before now${without}`
						: said`${day}, ${length} from now${without}`,
			};
		return {
			at: edgeOf(end, way),
			says:
				way === "back"
					? said`${day}, ${length} before today${without}`
					: said`${day}, ${length} from today${without}`,
		};
	};
	return {
		first:
			back === "raised"
				? sinceRaised(raisedAt ? londonTime(raisedAt) : now)
				: back && bound(back, "back"),
		last: ahead && bound(ahead, "ahead"),
		dayOff: worked ? (day) => nameOfDayOff(dayNumber(day), calendar) : undefined,
	};
}

/**
 * Why an answer is not one to be expected, with the day worked out, as a question to whoever entered it.
 *
 * @returns undefined for an answer that is to be expected
 */
export function doubtAbout(
	{ first, last, dayOff }: ExpectedDays,
	label: string | Said,
	answer: string,
): Said | undefined {
	const isMoment = answer.includes("T");
	const lies = (bound: Bound) => (isMoment ? bound.at : bound.at.slice(0, 10));
	const day = answer.slice(0, 10);
	const given = saidTyped(answer);
	if (first && answer < lies(first)) return said`Check ${label}: ${given} is before ${first.says}`;
	if (last && answer > lies(last)) return said`Check ${label}: ${given} is after ${last.says}`;
	const off = dayOff?.(day);
	if (!off) return undefined;
	// A Saturday is said to be one already.
	return sayDay(day).startsWith(off)
		? said`Check ${label}: ${given} is not a working day`
		: said`Check ${label}: ${given} is ${saidWhole(off)}, not a working day`;
}

/** "Monday 4 May 2026", or with its time. */
export const saidTyped = (answer: string): SaidTime =>
	answer.includes("T") ? saidMoment(Temporal.PlainDateTime.from(answer)) : saidDay(answer);

const sinceRaised = (raised: Temporal.ZonedDateTime): Bound => ({
	at: minuteOf(raised),
	says: said`${saidDay(raised.toPlainDate().toString())}, when it was raised`,
});

const backwards = (limit: Limit): Limit =>
	limit.unit === "immediately" ? limit : { ...limit, amount: -limit.amount };

/** The first minute of a day, or its last. */
const edgeOf = (at: Temporal.ZonedDateTime, way: "ahead" | "back"): string =>
	`${at.withTimeZone(zone).toPlainDate()}T${way === "back" ? "00:00" : "23:59"}`;

const minuteOf = (at: Temporal.ZonedDateTime): string =>
	at.withTimeZone(zone).toPlainDateTime().toString({ smallestUnit: "minute" });
