import { expect, test } from "vitest";
import { sayNumber } from "../../domain/english.ts";
import { counted, dayInWords, dueInWords, shortDay, timeInWords, weekdayInWords } from "./dates.ts";

test("a day is written with its month in full, and with its weekday where people plan", () => {
	expect(dayInWords("2026-03-30")).toBe("30 March 2026");
	expect(weekdayInWords(Temporal.PlainDate.from("2026-04-09"))).toBe("Thursday 9 April 2026");
	expect(shortDay("2026-09-01")).toBe("1 Sep 2026");
});

test.each([
	["00:00", "midnight"],
	["00:05", "12:05am"],
	["09:00", "9am"],
	["12:00", "midday"],
	["12:30", "12:30pm"],
	["14:05", "2:05pm"],
	["23:59", "11:59pm"],
])("%s is written as %s", (time, words) => {
	expect(timeInWords(Temporal.PlainTime.from(time))).toBe(words);
});

test.each([
	["2026-04-06", "overdue by 3 days"],
	["2026-04-08", "overdue by 1 day"],
	["2026-04-09", "due today"],
	["2026-04-10", "due tomorrow"],
	["2026-04-19", "due in 10 days"],
	["2026-06-09", "due in 61 days"],
])("on 9 April what falls on %s is %s", (due, words) => {
	expect(dueInWords(due, "2026-04-09")).toBe(words);
});

test.each([
	["2026-04-06", "3 days after the target", "time is over"],
	["2026-04-09", "target today", "optional, last day today"],
	["2026-04-10", "target tomorrow", "optional, 1 day left"],
	["2026-04-13", "target in 4 days", "optional, 4 days left"],
])("nobody is late for a target, and nobody need use a window: %s", (due, target, window) => {
	expect(dueInWords(due, "2026-04-09", "target")).toBe(target);
	expect(dueInWords(due, "2026-04-09", "window")).toBe(window);
});

test("one day, two days, no agencies, a thousand entries", () => {
	expect(counted(1, "day")).toBe("1 day");
	expect(counted(2, "day")).toBe("2 days");
	expect(counted(0, "agency", "agencies")).toBe("0 agencies");
	expect(counted(1000, "entry", "entries")).toBe("1,000 entries");
});

test("numbers from a thousand have a comma, and no half is lost", () => {
	expect([0, 1, 999, 1000, 20_000].map((count) => counted(count, "day"))).toEqual([
		"0 days",
		"1 day",
		"999 days",
		"1,000 days",
		"20,000 days",
	]);
	expect(sayNumber(2.5)).toBe("2.5");
	expect(sayNumber(-1234)).toBe("-1,234");
});
