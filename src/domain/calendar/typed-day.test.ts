import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTypedDay, readTypedTime } from "./typed-day.ts";

const typed = (day: string, month = "", year = "") => readTypedDay({ day, month, year });

describe("a day in its three inputs", () => {
	test.each([
		["1st", "4", "2026"],
		["01", "April", "2026"],
		[" 1 ", "apr.", " 2 0 2 6"],
		["\u00A01", "0 4", "2026"],
		["1 st", "APR", "２０２６"],
	])("%j %j %j is 1 April 2026", (day, month, year) => {
		expect(typed(day, month, year)).toEqual({ is: "day", day: "2026-04-01" });
	});

	test.each([
		[["", "4", "2026"], "incomplete", ["day"]],
		[["9", "", ""], "incomplete", ["month", "year"]],
		[["1 2", "", ""], "incomplete", ["month", "year"]],
		[["9", "4", "26"], "no-year", ["year"]],
		[["9", "4", "0016"], "no-year", ["year"]],
		[["31", "4", "2026"], "not-real", ["day", "month", "year"]],
		[["32", "4", "2026"], "not-real", ["day"]],
		[["9", "Brumaire", "2026"], "not-real", ["month"]],
		[["9", "ju", "2026"], "not-real", ["month"]],
		[["31/4/26", "", ""], "not-real", ["day"]],
		[["", "", ""], "nothing", ["day", "month", "year"]],
	])("%j is %s, at %j", ([day = "", month, year], is, parts) => {
		expect(typed(day, month, year)).toEqual({ is, parts });
	});
});

describe("a day that is pasted whole into the first input", () => {
	const monthNames =
		"January February March April May June July August September October November December".split(
			" ",
		);
	const weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
	const ordinal = (day: number) =>
		`${day}${day < 11 || day > 13 ? (["th", "st", "nd", "rd"][day % 10] ?? "th") : "th"}`;
	const two = (number: number) => String(number).padStart(2, "0");
	const ways: ((date: Temporal.PlainDate, month: string) => string)[] = [
		({ day, month, year }) => `${day}/${month}/${year}`,
		({ day, month, year }) => `${two(day)}.${two(month)}.${year}`,
		({ day, month, year }) => `${day} - ${month} - ${year}`,
		({ day, month, year }) => `${day} ${month} ${year}`,
		({ day, year }, month) => `${day} ${month} ${year}`,
		({ day, year }, month) => `${ordinal(day)} of ${month}, ${year}`,
		({ day, year }, month) => `${day}-${month.slice(0, 3)}-${year}`,
		({ day, year }, month) => `${month} ${ordinal(day)}, ${year}`,
		({ day, year, dayOfWeek }, month) => `${weekdays[dayOfWeek - 1]} ${day} ${month} ${year}`,
		({ day, month, year, dayOfWeek }) =>
			`${weekdays[dayOfWeek - 1]?.slice(0, 3)}, ${day}/${month}/${year}`,
		(date) => date.toString(),
		(date) => `${date}T10:30`,
	];

	test("is read however it is written", () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }),
				fc.constantFrom(...ways),
				(given, write) => {
					const date = Temporal.PlainDate.from(given.toISOString().slice(0, 10));
					const text = write(date, monthNames[date.month - 1] ?? "");
					expect(typed(text), text).toEqual({ is: "day", day: date.toString() });
				},
			),
			{ numRuns: 500 },
		);
	});

	test.each([
		["1/4/26", "2026-04-01"],
		["1.4.'26", "2026-04-01"],
		["1apr26", "2026-04-01"],
		["1/4/68", "2068-04-01"],
		["1/4/69", "1969-04-01"],
	])("%s has a year of two numbers: %s", (text, day) => {
		expect(typed(text)).toEqual({ is: "day", day });
	});
});

test("whatever is typed is a real day or a fault, never a crash", () => {
	const text = fc.oneof(
		fc.string({ unit: "binary", maxLength: 12 }),
		fc.string({ unit: fc.constantFrom(..."0123456789/.- april"), maxLength: 12 }),
	);
	fc.assert(
		fc.property(text, text, text, (day, month, year) => {
			const read = typed(day, month, year);
			if (read.is === "day") expect(Temporal.PlainDate.from(read.day).toString()).toBe(read.day);
			else expect(read.parts.length).toBeGreaterThan(0);
		}),
		{ numRuns: 200 },
	);
});

describe("a time of day", () => {
	test.each([
		["2pm", "14:00"],
		["2 PM", "14:00"],
		["2.30 p.m.", "14:30"],
		["2.30 p.m", "14:30"],
		["14:00", "14:00"],
		["1430hrs", "14:30"],
		["14:30 hours", "14:30"],
		["1430 h", "14:30"],
		["14h30", "14:30"],
		["1 4 : 3 0", "14:30"],
		["14:30:00", "14:30"],
		["at 9.15am", "09:15"],
		["0905", "09:05"],
		["12am", "00:00"],
		["12pm", "12:00"],
		["noon", "12:00"],
		["12 midnight", "00:00"],
		["2", undefined],
		["14hrs", undefined],
		["25:00", undefined],
		["13pm", undefined],
		["10:60", undefined],
		["soon", undefined],
	])("%s is read as %s", (text, time) => {
		expect(readTypedTime(text)).toBe(time);
	});
});
