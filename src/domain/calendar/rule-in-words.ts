import { sayNumber } from "../english.ts";
import type { Calendar } from "./calendar.ts";
import { sayHour, sayMoment } from "./day-in-words.ts";
import { type IsoDay, sayDay } from "./iso-day.ts";
import type { DayLimit } from "./limit.ts";

/** What became of a limit in days once it met a start and a calendar. */
type Outcome = {
	/** Day of the start, moved on by the cut-off if it came after that. */
	received: IsoDay;
	afterCutOff: boolean;
	dayZero: IsoDay;
	/** The due time had passed when it started. */
	missed: boolean;
	provisional: boolean;
};

export function dayRuleInWords(
	limit: DayLimit,
	{ received, afterCutOff, dayZero, missed, provisional }: Outcome,
	calendar: Calendar,
): string {
	const sentences = [sayCount(limit, dayZero)];
	if (dayZero !== received)
		sentences.unshift(
			`${sayDay(received)} is not a working day, so it counts as ${sayDay(dayZero)}.`,
		);
	if (afterCutOff)
		sentences.unshift(
			`It started at or after ${sayHour(limit.cutOff ?? "")}, so it counts as ${sayDay(received)}.`,
		);
	if (missed)
		sentences.push(
			`The due time, ${sayHour(limit.dueTime ?? "")}, had already passed, so it is due at once.`,
		);
	else
		sentences.push(
			limit.dueTime === undefined
				? "Due by the end of that day."
				: `Due by ${sayHour(limit.dueTime)} on that day.`,
		);
	if (provisional)
		sentences.push(
			`This may change: bank holidays are known from ${sayDay(calendar.knownFrom)} to ${sayDay(calendar.horizon)}; outside those dates only the regular ones are assumed.`,
		);
	return sentences.join(" ");
}

export const hoursRuleInWords = (hours: number, start: Temporal.ZonedDateTime): string =>
	`${sayAmount(hours, "hour")} ${side(hours)} ${sayMoment(start)}, counting nights, weekends and bank holidays.`;

export const immediateRuleInWords = (start: Temporal.ZonedDateTime): string =>
	`At once, from ${sayMoment(start)}; late when that day has ended.`;

function sayCount({ amount, unit }: DayLimit, dayZero: IsoDay): string {
	if (amount === 0) return `On ${sayDay(dayZero)} itself.`;
	const count = `${sayAmount(amount, unitNames[unit])} ${side(amount)} ${sayDay(dayZero)}`;
	return unit === "weeks"
		? `${count}, or the ${amount < 0 ? "last working day before" : "next working day"} if that is not a working day.`
		: `${count}.`;
}

const unitNames: Record<DayLimit["unit"], string> = {
	"working-days": "working day",
	"calendar-days": "calendar day",
	"calendar-months": "month",
	weeks: "week",
};

const side = (amount: number): string => (amount < 0 ? "before" : "after");

function sayAmount(amount: number, unit: string): string {
	const size = Math.abs(amount);
	return `${sayNumber(size)} ${unit}${size === 1 ? "" : "s"}`;
}
