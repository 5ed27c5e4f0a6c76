import { expect, test } from "vitest";
import { dayNumber, dayNumberOf, isoDay, sayDay, weekdayOf, yearSpan } from "./iso-day.ts";

test("days of the whole span are written and read as Temporal has them", () => {
	const last = dayNumberOf(yearSpan.last, 12, 31);
	let expected = new Temporal.PlainDate(yearSpan.first, 1, 1);
	// Steps of 13 days come to every date of every month within a few years.
	for (let day = dayNumberOf(yearSpan.first, 1, 1); day <= last; day += 13) {
		if (
			isoDay(day) !== expected.toString() ||
			weekdayOf(day) !== expected.dayOfWeek ||
			dayNumber(isoDay(day)) !== day
		)
			expect.fail(`${expected} is day ${day}, but was written ${isoDay(day)}`);
		expected = expected.add({ days: 13 });
	}
});

test.each([
	"2026-02-29",
	"2026-02-30",
	"2026-04-31",
	"2026-13-01",
	"2026-00-10",
	"1899-12-31",
	"2500-01-01",
	"2026-2-3",
	"20260203",
	"2026-02-03T10:00",
	"tomorrow",
	"",
])("‘%s’ is not a day", (day) => {
	expect(() => dayNumber(day)).toThrow(expect.objectContaining({ code: "wrong-day" }));
});

test("29 February is a day in a leap year", () => {
	expect(isoDay(dayNumber("2028-02-29") + 1)).toBe("2028-03-01");
	expect(isoDay(dayNumber("2400-02-29") + 1)).toBe("2400-03-01");
	expect(isoDay(dayNumber("2100-02-28") + 1)).toBe("2100-03-01");
});

test("a day is said as people say it", () => {
	expect(sayDay("2026-04-03")).toBe("Friday 3 April 2026");
});
