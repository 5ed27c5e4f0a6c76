/** Days, times and lists in Welsh. Which form of a word goes with a number, Intl knows from CLDR. */
import { sayTime } from "../domain/calendar/day-in-words.ts";
import { dayNumber, type IsoDay, weekdayOf } from "../domain/calendar/iso-day.ts";

const months =
	"Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(
		" ",
	);
const shortMonths = "Ion Chwef Maw Ebr Mai Meh Gorff Awst Medi Hyd Tach Rhag".split(" ");
const weekdays = [
	"Dydd Llun",
	"Dydd Mawrth",
	"Dydd Mercher",
	"Dydd Iau",
	"Dydd Gwener",
	"Dydd Sadwrn",
	"Dydd Sul",
];

const partsOf = (day: IsoDay) => day.split("-").map(Number) as [number, number, number];

/** "30 Mawrth 2026" */
export function welshDate(day: IsoDay): string {
	const [year, month, date] = partsOf(day);
	return `${date} ${months[month - 1]} ${year}`;
}

/** "Mawrth 2026". @param month such as 2026-03 */
export const welshMonth = (month: string): string => welshDate(`${month}-01`).replace(/^1 /, "");

/** "30 Maw 2026" */
export function welshShortDate(day: IsoDay): string {
	const [year, month, date] = partsOf(day);
	return `${date} ${shortMonths[month - 1]} ${year}`;
}

/** "Dydd Iau 9 Ebrill 2026" */
export const welshDay = (day: IsoDay): string =>
	`${weekdays[weekdayOf(dayNumber(day)) - 1]} ${welshDate(day)}`;

/** "2pm", "9:05am", "hanner dydd", "hanner nos": councils in Wales write the hours as in English. */
export const welshTime = (at: { hour: number; minute: number }): string =>
	sayTime(at).replace("midday", "hanner dydd").replace("midnight", "hanner nos");

/** "2:15pm ar Ddydd Iau 9 Ebrill 2026" */
export const welshMoment = (at: Temporal.PlainDateTime | Temporal.ZonedDateTime): string =>
	`${welshTime(at.toPlainTime())} ar ${welshDay(at.toPlainDate().toString()).replace("Dydd", "Ddydd")}`;

/** "A", "A a B", "A, B ac E": `ac` stands before a vowel. */
export const welshList = (items: readonly string[]): string => joined(items, "a", "ac");

/** "A", "A neu B" */
export const welshAny = (items: readonly string[]): string => joined(items, "neu", "neu");

function joined(items: readonly string[], before: string, beforeVowel: string): string {
	const last = items.at(-1) ?? "";
	if (items.length < 2) return last;
	const word = /^[^\p{L}]*[aeiouwyâêîôûŵŷ]/iu.test(last) ? beforeVowel : before;
	return `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

const plurals = new Intl.PluralRules("cy");

/** Which form goes with a number: in Welsh there may be six. */
export const welshForm = (count: number): Intl.LDMLPluralRule => plurals.select(count);
