/** Days and times of day as people write them, read in one way everywhere. */

export const dateParts = ["day", "month", "year"] as const;
export type DatePart = (typeof dateParts)[number];

/** A day that was read, or what is wrong with what was typed and in which parts. */
export type TypedDay =
	/** `day` is ISO 8601. */
	| { is: "day"; day: string; parts?: undefined }
	/** `incomplete`: these parts were left empty. `no-year`: the year has no four numbers. `not-real`: there is no such day. */
	| { is: "nothing" | "incomplete" | "no-year" | "not-real"; parts: readonly DatePart[] };

/**
 * Reads a day that was typed in three inputs, or whole in the first: `1st`, `Apr`, `2 0 2 6`; `1/4/26`, `1st April 2026`,
 * `Wednesday, 1 April 2026`, `2026-04-01`. A whole day may have a year of two numbers: 69 and before are of this century.
 */
export function readTypedDay(typed: Partial<Record<DatePart, string>> | undefined): TypedDay {
	const given = { day: plain(typed?.day), month: plain(typed?.month), year: plain(typed?.year) };
	const whole = given.month || given.year ? undefined : wholeDay(given.day);
	const read = readParts(whole ?? given);
	return whole && read.is !== "day" ? { ...read, parts: ["day"] } : read;
}

function readParts({ day, month, year }: Record<DatePart, string>): TypedDay {
	const missing = dateParts.filter((part) => !{ day, month, year }[part]);
	if (missing.length === dateParts.length) return { is: "nothing", parts: dateParts };
	if (missing.length > 0) return { is: "incomplete", parts: missing };
	const numbers = {
		day: Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(unspaced(day))?.[1] ?? 0),
		month: monthNumber(unspaced(month)),
		year: Number(unspaced(year)),
	};
	if (!/^[1-9]\d{3}$/.test(unspaced(year))) return { is: "no-year", parts: ["year"] };
	const wrong = dateParts.filter(
		(part) =>
			(part === "day" && (numbers.day < 1 || numbers.day > 31)) ||
			(part === "month" && (numbers.month < 1 || numbers.month > 12)),
	);
	if (wrong.length > 0) return { is: "not-real", parts: wrong };
	const { daysInMonth } = Temporal.PlainYearMonth.from(numbers);
	if (numbers.day > daysInMonth) return { is: "not-real", parts: dateParts };
	return { is: "day", day: Temporal.PlainDate.from(numbers).toString() };
}

/** Numbers of every width as the usual ones; small letters, and a space for every run of them. */
const plain = (typed = ""): string =>
	typed.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

const unspaced = (text: string): string => text.replaceAll(" ", "");

/** Between the parts of a day that is written whole. */
const between = String.raw`(?: ?[/.,\-–] ?| of | )`;
const number = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const word = String.raw`([a-z]{3,9})\.?`;
const yearNumber = String.raw`(\d{4}|'?\d\d)`;
const weekday = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? ?(?:the )?)?`;

const dayFirst = new RegExp(
	`^${weekday}${number}${between}?(?:(?<=${between})(\\d{1,2})|${word})${between}?(?<!\\d)${yearNumber}$`,
);
const monthFirst = new RegExp(`^${weekday}${word} ${number}${between}${yearNumber}$`);
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t.*)?$/;

/** A day that is written whole; undefined where it is none. */
function wholeDay(text: string): Record<DatePart, string> | undefined {
	const [, day, number, word, year] = dayFirst.exec(text) ?? [];
	if (day && year) return { day, month: number ?? word ?? "", year: inCentury(year) };
	const [, month, ofMonth, ofYear] = monthFirst.exec(text) ?? [];
	if (month && ofMonth && ofYear) return { day: ofMonth, month, year: inCentury(ofYear) };
	const [, isoYear, isoMonth, isoDay] = yearFirst.exec(text) ?? [];
	return isoYear && isoMonth && isoDay
		? { day: isoDay, month: isoMonth, year: isoYear }
		: undefined;
}

/** As POSIX reads two numbers of a year. */
const inCentury = (year: string): string => {
	const numbers = year.replace("'", "");
	return numbers.length === 4 ? numbers : `${Number(numbers) < 69 ? 20 : 19}${numbers}`;
};

const monthNames = [
	"january",
	"february",
	"march",
	"april",
	"may",
	"june",
	"july",
	"august",
	"september",
	"october",
	"november",
	"december",
];

/** 1 to 12 for "4", "04", "apr", "sept." or "april"; 0 when it is no month. */
function monthNumber(text: string): number {
	if (/^\d{1,2}$/.test(text)) return Number(text);
	const [, letters] = /^([a-z]{3,9})\.?$/.exec(text) ?? [];
	return letters ? monthNames.findIndex((month) => month.startsWith(letters)) + 1 : 0;
}

/**
 * A time of day as people write it: "2pm", "2.30 pm", "14:00", "1400", "1430hrs", "14h30", "midday", "midnight".
 *
 * @returns "HH:MM", or undefined when it is no time; a bare "2" is none, for it may be am or pm
 */
export function readTypedTime(text: string): string | undefined {
	const given = unspaced(plain(text)).replace(/^at(?=\d)/, "");
	if (/^(?:12)?(?:midday|noon)$/.test(given)) return "12:00";
	if (/^(?:12)?midnight$/.test(given)) return "00:00";
	const match =
		/^(\d{1,2})(?:[:.h]?(\d{2}))?(?:[:.]00)?(?:(am|pm|a\.m\.?|p\.m\.?)|h|hrs?\.?|hours)?$/.exec(
			given,
		);
	if (!match) return undefined;
	const [, hours = "", minutes, half] = match;
	if (!half && minutes === undefined) return undefined;
	const hour = Number(hours);
	const minute = Number(minutes ?? 0);
	if (minute > 59 || hour > 23) return undefined;
	if (half && (hour < 1 || hour > 12)) return undefined;
	const inDay = half ? (hour % 12) + (half.startsWith("p") ? 12 : 0) : hour;
	return `${String(inDay).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
