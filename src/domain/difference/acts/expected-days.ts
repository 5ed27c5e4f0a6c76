import { sayMoment } from "../../calendar/day-in-words.ts";
import { dueDate } from "../../calendar/due-date.ts";
import { sayDay } from "../../calendar/iso-day.ts";
import type { Limit } from "../../calendar/limit.ts";
import { sayHolidays } from "../../calendar/say-holidays.ts";
import type { Field } from "../../protocol/protocol.ts";
import { sayWithin } from "../../protocol/within.ts";
import { londonTime, zone } from "../../time.ts";
import type { Rules } from "../rules.ts";

/** The first or the last moment at which an answer is to be expected. */
type Bound = {
	/** Local date and time, ISO without zone. */
	at: string;
	/** Which day that is, and why: "Thursday 23 April 2026, 20 working days from today". */
	says: string;
};

/** From when until when an answer is to be expected; whoever enters another day is asked whether it is right. */
export type ExpectedDays = { first?: Bound | undefined; last?: Bound | undefined };

/**
 * Works out when the answer to a field is to be expected.
 *
 * @param raisedAt ISO instant; undefined while it is being raised
 * @returns undefined where the protocol expects nothing
 * @see protocol file, "plausible"
 */
export function expectedDays(
	{ calendar }: Pick<Rules, "calendar">,
	field: Field,
	raisedAt: string | undefined,
	now: Temporal.ZonedDateTime,
): ExpectedDays | undefined {
	if ((field.type !== "day" && field.type !== "moment") || !field.plausible) return undefined;
	const { ahead, back } = field.plausible;
	const bound = (limit: Limit | "today", way: "ahead" | "back"): Bound => {
		if (limit === "today") return { at: edgeOf(now, way), says: "today" };
		const counted = dueDate(now, way === "back" ? backwards(limit) : limit, calendar);
		const end = londonTime(counted.due);
		return {
			at: limit.unit === "hours" ? minuteOf(end) : edgeOf(end, way),
			says: `${sayDay(counted.day)}, ${sayWithin(limit)} ${way === "back" ? "before" : "from"} ${limit.unit === "hours" ? "now" : "today"}${sayHolidays(counted)}`,
		};
	};
	return {
		first:
			back === "raised"
				? sinceRaised(raisedAt ? londonTime(raisedAt) : now)
				: back && bound(back, "back"),
		last: ahead && bound(ahead, "ahead"),
	};
}

/**
 * Why an answer is not one to be expected, with the day worked out, as a question to whoever entered it.
 *
 * @returns undefined for an answer that is to be expected
 */
export function doubtAbout(
	{ first, last }: ExpectedDays,
	{ label }: Pick<Field, "label">,
	answer: string,
): string | undefined {
	const isMoment = answer.includes("T");
	const lies = (bound: Bound) => (isMoment ? bound.at : bound.at.slice(0, 10));
	const why =
		first && answer < lies(first)
			? `before ${first.says}`
			: last && answer > lies(last)
				? `after ${last.says}`
				: undefined;
	return why && `Check “${label}”: ${sayGiven(answer)} is ${why}`;
}

/** "Monday 4 May 2026", or with its time. */
export const sayGiven = (answer: string): string =>
	answer.includes("T") ? sayMoment(Temporal.PlainDateTime.from(answer)) : sayDay(answer);

const sinceRaised = (raised: Temporal.ZonedDateTime): Bound => ({
	at: minuteOf(raised),
	says: `${sayDay(raised.toPlainDate().toString())}, when it was raised`,
});

const backwards = (limit: Limit): Limit =>
	limit.unit === "immediately" ? limit : { ...limit, amount: -limit.amount };

/** The first minute of a day, or its last. */
const edgeOf = (at: Temporal.ZonedDateTime, way: "ahead" | "back"): string =>
	`${at.withTimeZone(zone).toPlainDate()}T${way === "back" ? "00:00" : "23:59"}`;

const minuteOf = (at: Temporal.ZonedDateTime): string =>
	at.withTimeZone(zone).toPlainDateTime().toString({ smallestUnit: "minute" });
