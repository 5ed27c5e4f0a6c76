import { expect, test } from "vitest";
import { sayHour, sayMoment } from "./day-in-words.ts";

test.each([
	["2026-04-09T23:59:59", "11:59pm on Thursday 9 April 2026"],
	["2026-04-09T09:00", "9am on Thursday 9 April 2026"],
	["2026-04-12T12:00", "midday on Sunday 12 April 2026"],
	["2026-01-01T00:00", "midnight on Thursday 1 January 2026"],
])("%s is written as %s, with or without its zone", (moment, words) => {
	const local = Temporal.PlainDateTime.from(moment);
	expect(sayMoment(local)).toBe(words);
	expect(sayMoment(local.toZonedDateTime("Europe/London"))).toBe(words);
});

test("an hour of a protocol’s file is written as people write it", () => {
	expect(sayHour("16:00")).toBe("4pm");
	expect(sayHour("12:00")).toBe("midday");
	expect(sayHour("09:30")).toBe("9:30am");
});
