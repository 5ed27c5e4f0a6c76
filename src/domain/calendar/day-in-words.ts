import type { SaidTime } from "../said.ts";
import { type IsoDay, sayDay } from "./iso-day.ts";

/** The day without its weekday, as an answer names it: "3 April 2026". */
export const sayDate = (day: IsoDay): string => sayDay(day).replace(/^\S+ /, "");

/** The time of day as people write it: "2pm", "9:05am", "midday", "midnight". */
export function sayTime({ hour, minute }: { hour: number; minute: number }): string {
	if (minute === 0 && hour === 0) return "midnight";
	if (minute === 0 && hour === 12) return "midday";
	const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
	return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** A time of day as files have it, such as `17:00`, as people write it: "5pm". */
export const sayHour = (time: string): string => sayTime(Temporal.PlainTime.from(time));

/** A moment on the wall clock: "2:15pm on Thursday 9 April 2026". */
export const sayMoment = (at: Temporal.PlainDateTime | Temporal.ZonedDateTime): string =>
	`${sayTime(at.toPlainTime())} on ${sayDay(at.toPlainDate().toString())}`;

/** A day in a sentence that may be said in another language. */
export const saidDay = (day: IsoDay): SaidTime => ({ english: sayDay(day), day });

/** A date without its weekday in such a sentence. */
export const saidDate = (date: IsoDay): SaidTime => ({ english: sayDate(date), date });

/** A time of day in such a sentence. */
export const saidTime = (time: { hour: number; minute: number }): SaidTime => ({
	english: sayTime(time),
	time,
});

/** A moment in such a sentence. */
export const saidMoment = (at: Temporal.PlainDateTime | Temporal.ZonedDateTime): SaidTime => ({
	english: sayMoment(at),
	at,
});
