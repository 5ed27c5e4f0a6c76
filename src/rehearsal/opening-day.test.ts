import { describe, expect, test } from "vitest";
import { calendarNamed } from "../domain/calendar/calendar.ts";
import { zone } from "../domain/time.ts";
import { openingMoment } from "./opening-day.ts";

const calendar = calendarNamed("england-and-wales");
const local = (moment: string) => Temporal.PlainDateTime.from(moment).toZonedDateTime(zone);
const opensAt = (moment: string) =>
	openingMoment(local(moment), calendar).toPlainDateTime().toString();

describe("a rehearsal opens in working hours, at once or as soon as they come", () => {
	test.each([
		["a Tuesday afternoon", "2026-11-24T14:05:00", "2026-11-24T14:05:00"],
		["a Tuesday before anybody works", "2026-11-24T06:30:00", "2026-11-24T10:00:00"],
		["a Tuesday evening", "2026-11-24T21:00:00", "2026-11-25T10:00:00"],
		["a Friday night", "2026-11-27T23:59:00", "2026-11-30T10:00:00"],
		["a Sunday", "2026-11-29T12:00:00", "2026-11-30T10:00:00"],
		["Christmas Day", "2026-12-25T11:00:00", "2026-12-29T10:00:00"],
		["Good Friday", "2026-04-03T11:00:00", "2026-04-07T10:00:00"],
	])("%s", (_, now, header) => {
		expect(opensAt(now)).toBe(header);
	});
});
