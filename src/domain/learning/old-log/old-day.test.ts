import { expect, test } from "vitest";
import { inEnglish } from "../../said.ts";
import { readOldDay } from "./old-day.ts";

const today = "2026-03-30";

test.each([
	["2024-04-09", "day-first", "2024-04-09"],
	["2024-04-09", "month-first", "2024-04-09"],
	["09/04/2024", "day-first", "2024-04-09"],
	["09/04/2024", "month-first", "2024-09-04"],
	["4/9/24", "month-first", "2024-04-09"],
	["9.4.24", "day-first", "2024-04-09"],
	["9 April 2024", "month-first", "2024-04-09"],
	["09/04/2024 14:15", "day-first", "2024-04-09"],
] as const)("“%s” with the %s is %s", (cell, dates, day) => {
	expect(readOldDay(cell, dates, today)).toEqual({ from: day, until: day });
});

test.each(["2023/24", "2023-24", "2023/2024", "2023 – 24"])("“%s” is a year from April", (cell) => {
	expect(readOldDay(cell, "day-first", today)).toEqual({ from: "2023-04-01", until: "2024-03-31" });
});

test("a year that is not over goes up to today", () => {
	expect(readOldDay("2025/26", "day-first", today)).toEqual({
		from: "2025-04-01",
		until: "2026-03-30",
	});
});

test.each([
	["45387", "day-first", /is a number, not a date/],
	["31/02/2024", "day-first", /is not a date/],
	["04/13/2024", "day-first", /is not a date/],
	["13/04/2024", "month-first", /is not a date/],
	["soon", "day-first", /is not a date/],
	["2024/26", "day-first", /is not a date/],
	["01/04/2026", "day-first", /has not come yet/],
	["2026/27", "day-first", /has not come yet/],
	["01/01/1904", "day-first", /long before/],
] as const)("“%s” with the %s is refused with what to do", (cell, dates, wrong) => {
	const read = readOldDay(cell, dates, today);
	expect("wrong" in read && { wrong: inEnglish(read.wrong), fix: inEnglish(read.fix) }).toEqual({
		wrong: expect.stringMatching(wrong),
		fix: expect.stringMatching(/\w/),
	});
});

test("a due date may lie ahead", () => {
	expect(readOldDay("01/04/2026", "day-first", undefined)).toMatchObject({ from: "2026-04-01" });
});
