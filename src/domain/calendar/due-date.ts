import { Refusal } from "../refusal.ts";
import { said } from "../said.ts";
import { zone } from "../time.ts";
import type { Holiday } from "./bank-holidays.ts";
import type { Calendar } from "./calendar.ts";
import { dayNumber, type IsoDay, isoDay } from "./iso-day.ts";
import { checkedAmount, checkedTime, type DayLimit, type Limit } from "./limit.ts";
import { dayRuleInWords, hoursRuleInWords, immediateRuleInWords } from "./rule-in-words.ts";
import { countWorkingDays, nameOfDayOff, workingDayFrom } from "./working-days.ts";

/** When something is due and why: plain JSON, kept in events and shown to who asks "why that date?". */
export type DueDate = {
	/** ISO 8601 instant in UTC: the last moment that is in time. */
	readonly due: string;
	/** The day of `due` in the United Kingdom. */
	readonly day: IsoDay;
	/** The rule as it was applied, in one or more plain sentences. */
	readonly rule: string;
	/** ISO 8601 instant in UTC of what started it. */
	readonly start: string;
	/** The day counted from: that of `start`, unless a cut-off or `deemed` moved it. */
	readonly dayZero: IsoDay;
	/** Days counted after day 0, in the order of counting; none for hours. */
	readonly counted: readonly IsoDay[];
	/** Days passed over, in the order of counting: a holiday by its name, else Saturday or Sunday. */
	readonly skipped: readonly Holiday[];
	/** Name of the calendar, and its version. */
	readonly calendar: string;
	readonly version: string;
	/** The calendar had a say outside the dates it is known for, so this may move. */
	readonly provisional: boolean;
};

/**
 * Works out when something is due.
 *
 * @param start in any time zone; days and times of day are read in that of the United Kingdom
 * @returns never due before `start`, unless the limit counts backwards
 * @throws Refusal 'wrong-amount' | 'wrong-time' | 'wrong-day' | 'wrong-limit' | 'too-far'
 */
export function dueDate(start: Temporal.ZonedDateTime, limit: Limit, calendar: Calendar): DueDate {
	const local = start.withTimeZone(zone);
	switch (limit.unit) {
		case "working-days":
		case "calendar-days":
		case "calendar-months":
		case "weeks":
			return afterDays(local, limit, calendar);
		case "hours": {
			const hours = checkedAmount(limit.amount);
			return {
				...answer(local, local.add({ hours }), calendar),
				rule: hoursRuleInWords(hours, local),
			};
		}
		case "immediately":
			return {
				...answer(local, local.withPlainTime(endOfDay), calendar),
				rule: immediateRuleInWords(local),
			};
		default:
			throw new Refusal(
				"wrong-limit",
				said`‘${String((limit as { unit: unknown }).unit)}’ is not a unit of time. Use working-days, calendar-days, weeks, hours or immediately.`,
			);
	}
}

const answer = (
	start: Temporal.ZonedDateTime,
	due: Temporal.ZonedDateTime,
	calendar: Calendar,
) => ({
	due: due.toInstant().toString(),
	day: due.toPlainDate().toString(),
	start: start.toInstant().toString(),
	dayZero: start.toPlainDate().toString(),
	counted: [],
	skipped: [],
	calendar: calendar.name,
	version: calendar.version,
	provisional: false,
});

function afterDays(start: Temporal.ZonedDateTime, limit: DayLimit, calendar: Calendar): DueDate {
	const amount = checkedAmount(limit.amount);
	const startDay = dayNumber(start.toPlainDate().toString());
	const afterCutOff =
		limit.cutOff !== undefined &&
		!isBefore(start.toPlainTime(), checkedTime(limit.cutOff)) &&
		amount >= 0;
	const received = afterCutOff ? startDay + 1 : startDay;
	const dayZero =
		limit.counting === "deemed" ? workingDayFrom(received, amount, calendar) : received;
	const dueDay = lastDay(dayZero, limit, calendar);

	const atDueTime = Temporal.PlainDate.from(isoDay(dueDay)).toZonedDateTime({
		timeZone: zone,
		plainTime: limit.dueTime === undefined ? endOfDay : checkedTime(limit.dueTime),
	});
	const missed = amount >= 0 && Temporal.ZonedDateTime.compare(atDueTime, start) < 0;
	const provisional =
		((limit.unit !== "calendar-days" && limit.unit !== "calendar-months") ||
			limit.counting === "deemed") &&
		[startDay, dueDay].some((day) => !isKnown(isoDay(day), calendar));

	return {
		...answer(start, missed ? start : atDueTime, calendar),
		rule: dayRuleInWords(
			limit,
			{
				received: isoDay(received),
				afterCutOff,
				dayZero: isoDay(dayZero),
				missed,
				provisional,
			},
			calendar,
		),
		dayZero: isoDay(dayZero),
		...daysPassed(received, dayZero, dueDay, limit, calendar),
		provisional,
	};
}

const endOfDay = Temporal.PlainTime.from("23:59:59");

const isBefore = (a: Temporal.PlainTime, b: Temporal.PlainTime): boolean =>
	Temporal.PlainTime.compare(a, b) < 0;

const isKnown = (day: IsoDay, { knownFrom, horizon }: Calendar): boolean =>
	day >= knownFrom && day <= horizon;

function lastDay(dayZero: number, { unit, amount }: DayLimit, calendar: Calendar): number {
	if (unit === "working-days") return countWorkingDays(dayZero, amount, calendar);
	if (unit === "calendar-months")
		return dayNumber(Temporal.PlainDate.from(isoDay(dayZero)).add({ months: amount }).toString());
	if (unit === "calendar-days" || amount === 0) return dayZero + amount;
	return workingDayFrom(dayZero + 7 * amount, amount, calendar);
}

/** Every day from the start to the due day but day 0 itself, either as counted or as skipped. */
function daysPassed(
	received: number,
	dayZero: number,
	dueDay: number,
	{ unit, amount }: DayLimit,
	calendar: Calendar,
): Pick<DueDate, "counted" | "skipped"> {
	const step = amount < 0 ? -1 : 1;
	const counted: IsoDay[] = [];
	const skipped: Holiday[] = [];
	const pass = (day: number, countsAnyway: boolean) => {
		const name = nameOfDayOff(day, calendar);
		if (countsAnyway || name === undefined) counted.push(isoDay(day));
		else skipped.push({ day: isoDay(day), name });
	};
	for (let day = received; day !== dayZero; day += step) pass(day, false);
	for (let day = dayZero; day !== dueDay; ) {
		day += step;
		const insideWeeks = Math.abs(day - dayZero) < 7 * Math.abs(amount);
		pass(
			day,
			unit === "calendar-days" || unit === "calendar-months" || (unit === "weeks" && insideWeeks),
		);
	}
	return { counted, skipped };
}
