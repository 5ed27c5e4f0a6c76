import { sayDate } from "../calendar/day-in-words.ts";
import type { IsoDay } from "../calendar/iso-day.ts";
import type { Protocol } from "../protocol/protocol.ts";

/** Days that a report is about, the first and the last included. */
export type Period = { from: IsoDay; until: IsoDay };

/** How long a report's period is, in whole months; six where the protocol does not say it in months. */
export function monthsOf(every: string | undefined): number {
	const [, amount, unit] = /^(\d+) (month|year)s?$/.exec(every ?? "") ?? [];
	return amount === undefined ? usualMonths : Number(amount) * (unit === "year" ? 12 : 1);
}
const usualMonths = 6;

/** The month in which a partnership's year begins: April, as the financial year that yearly reports follow. */
export const yearBegins = 4;

/**
 * The latest period that is over on `today`. Periods follow each other from April on, as partnerships report: of six
 * months, April to September and October to March.
 *
 * @param months must divide a year or be whole years
 */
export function lastPeriod(today: IsoDay, months: number): Period {
	const now = Temporal.PlainDate.from(today);
	let from = Temporal.PlainDate.from({ year: now.year - 1, month: yearBegins, day: 1 });
	while (from.year > now.year - 1 - Math.ceil(months / 12)) from = from.subtract({ months });
	while (Temporal.PlainDate.compare(from.add({ months: months * 2 }), now) <= 0)
		from = from.add({ months });
	return between(from, from.add({ months }));
}

/** A protocol that is reported on: its last period that is over, and the next with the day from which its report can be made. */
export type Reporting = {
	protocol: Protocol;
	last: Period;
	next: { period: Period; from: IsoDay };
};

/** Every protocol is reported on: where it says nothing of it, every six months. */
export function reportingOn(protocol: Protocol, today: IsoDay): Reporting {
	const last = lastPeriod(today, monthsOf(protocol.report?.every));
	const period = nextPeriod(last);
	return { protocol, last, next: { period, from: dayAfter(period) } };
}

/** The period after another, as long as it. */
export const nextPeriod = (period: Period): Period => {
	const length = lengthOf(period);
	return between(dateOf(period.from).add(length), dateAfter(period.until).add(length));
};

/** The period before another, as long as it. */
export const periodBefore = (period: Period): Period => {
	const length = lengthOf(period);
	return between(dateOf(period.from).subtract(length), dateOf(period.from));
};

/** The same days a year before. */
export const yearBefore = (period: Period): Period =>
	between(
		dateOf(period.from).subtract({ years: 1 }),
		dateAfter(period.until).subtract({ years: 1 }),
	);

/** Whether a day lies in a period. */
export const isIn = (day: IsoDay | null, { from, until }: Period): boolean =>
	day !== null && from <= day && day <= until;

/** Whether all days of a period lie in another, which has more. */
export const isWithin = (inner: Period, outer: Period): boolean =>
	outer.from <= inner.from && inner.until <= outer.until && !isSame(inner, outer);

export const isSame = (one: Period, other: Period): boolean =>
	one.from === other.from && one.until === other.until;

/** The first day of what comes after a period: its report can be made from then on. */
export const dayAfter = ({ until }: Period): IsoDay => dateAfter(until).toString();

/** @param month such as 2026-04 */
export const lastOfMonth = (month: string): IsoDay =>
	dateOf(`${month}-01`).add({ months: 1 }).subtract({ days: 1 }).toString();

/** The months of which a period has a day, such as 2026-04, in order. */
export function monthsIn({ from, until }: Period): string[] {
	const months: string[] = [];
	const last = Temporal.PlainYearMonth.from(until.slice(0, 7));
	for (
		let month = Temporal.PlainYearMonth.from(from.slice(0, 7));
		Temporal.PlainYearMonth.compare(month, last) <= 0;
		month = month.add({ months: 1 })
	)
		months.push(month.toString());
	return months;
}

/** "April 2026" */
export const sayMonth = (month: string): string => sayDate(`${month}-01`).replace(/^1 /, "");

/** @param after the first day that is in it no more */
const between = (from: Temporal.PlainDate, after: Temporal.PlainDate): Period => ({
	from: from.toString(),
	until: after.subtract({ days: 1 }).toString(),
});

/** Whole months where it begins and ends with one, so that half years stay half years; else days. */
function lengthOf({ from, until }: Period): { months: number } | { days: number } {
	const first = dateOf(from);
	const after = dateAfter(until);
	const months = (after.year - first.year) * 12 + after.month - first.month;
	return months > 0 && first.add({ months }).equals(after)
		? { months }
		: { days: first.until(after, { largestUnit: "days" }).days };
}

const dateOf = (day: IsoDay) => Temporal.PlainDate.from(day);
const dateAfter = (day: IsoDay) => dateOf(day).add({ days: 1 });

/** The partnership’s year that begins in April of this year: "2023/24". */
export const yearFrom = (year: number): Period =>
	between(
		Temporal.PlainDate.from({ year, month: yearBegins, day: 1 }),
		Temporal.PlainDate.from({ year: year + 1, month: yearBegins, day: 1 }),
	);

/** "2023/24": the partnership’s year in which a day lies. */
export function yearOf(day: IsoDay): string {
	const { year, month } = dateOf(day);
	const first = month >= yearBegins ? year : year - 1;
	return `${first}/${String((first + 1) % 100).padStart(2, "0")}`;
}
