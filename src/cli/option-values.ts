import type { Counting } from "../domain/calendar/limit.ts";
import { WrongCall } from "./command.ts";

/** @throws WrongCall */
export function wholeNumber(text: string): number {
	if (!/^[+-]?\d+$/.test(text)) throw new WrongCall(`‘${text}’ is not a whole number.`);
	return Number(text);
}

/** @throws WrongCall */
export function countingOf(text: string): Counting {
	if (text !== "day0" && text !== "deemed")
		throw new WrongCall(`‘${text}’ is not a way of counting. Use day0 or deemed.`);
	return text;
}

/**
 * @param text a day, or a day and a time of the United Kingdom: 2022-09-16T16:30
 * @throws WrongCall
 */
export function dayAndTime(text: string): { day: string; time: string } {
	const [day = "", time = "00:00", ...more] = text.split("T");
	if (more.length > 0 || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time))
		throw new WrongCall(
			`‘${text}’ is not a day, or a day and a time. Write it like 2022-09-16 or 2022-09-16T16:30.`,
		);
	return { day, time };
}
