import { describe, expect, test } from "vitest";
import { calendarNamed } from "../../calendar/calendar.ts";
import type { Field, PlausibleDays } from "../../protocol/protocol.ts";
import { inEnglish } from "../../said.ts";
import { doubtAbout, expectedDays, reachOf } from "./expected-days.ts";

const calendar = calendarNamed("england-and-wales");
/** A Thursday, eight days before Good Friday. */
const now = Temporal.ZonedDateTime.from("2026-03-26T10:00[Europe/London]");
const raisedAt = "2026-03-11T14:30:00Z";

const fieldWith = (
	type: "day" | "moment",
	plausible?: PlausibleDays,
): Extract<Field, { type: "day" | "moment" }> => ({
	id: "met-on",
	type,
	label: "When did you meet?",
	optional: false,
	plausible,
});

function doubt(plausible: PlausibleDays, answer: string, raised: string | undefined = raisedAt) {
	const field = fieldWith(answer.includes("T") ? "moment" : "day", plausible);
	const expected = expectedDays(calendar, reachOf({ clocks: [] }, field), raised, now);
	const says = doubtAbout(expected, `“${field.label}”`, answer);
	return says && inEnglish(says);
}

describe("the last day", () => {
	const ahead: PlausibleDays = { ahead: { unit: "working-days", amount: 10 } };

	test("is worked out with the holidays that it passes over", () => {
		expect(doubt(ahead, "2026-04-13")).toBeUndefined();
		expect(doubt(ahead, "2026-04-14")).toBe(
			"Check “When did you meet?”: Tuesday 14 April 2026 is after Monday 13 April 2026, 10 working days from today, with Good Friday and Easter Monday not counted",
		);
	});

	test("is expected to its last minute", () => {
		expect(doubt(ahead, "2026-04-13T23:59")).toBeUndefined();
		expect(doubt(ahead, "2026-04-14T00:00")).toContain(
			"midnight on Tuesday 14 April 2026 is after",
		);
	});

	test("may be today", () => {
		expect(doubt({ ahead: "today" }, "2026-03-26")).toBeUndefined();
		expect(doubt({ ahead: "today" }, "2026-03-27")).toContain(
			"Friday 27 March 2026 is after today",
		);
	});

	test("may be a number of hours away", () => {
		const hours: PlausibleDays = { ahead: { unit: "hours", amount: 24 } };
		expect(doubt(hours, "2026-03-27T10:00")).toBeUndefined();
		expect(doubt(hours, "2026-03-27T10:01")).toContain(
			"is after Friday 27 March 2026, 24 hours from now",
		);
	});
});

describe("the first day", () => {
	test("is worked out backwards", () => {
		const back: PlausibleDays = { back: { unit: "calendar-months", amount: 24 } };
		expect(doubt(back, "2024-03-26")).toBeUndefined();
		expect(doubt(back, "2024-03-25")).toContain(
			"Monday 25 March 2024 is before Tuesday 26 March 2024, 2 years before today",
		);
	});

	test("may be that on which it was raised, to the minute where a time is asked", () => {
		expect(doubt({ back: "raised" }, "2026-03-11")).toBeUndefined();
		expect(doubt({ back: "raised" }, "2026-03-10")).toContain(
			"is before Wednesday 11 March 2026, when it was raised",
		);
		expect(doubt({ back: "raised" }, "2026-03-11T14:30")).toBeUndefined();
		expect(doubt({ back: "raised" }, "2026-03-11T14:29")).toContain("when it was raised");
	});

	test("is today while it is being raised", () => {
		const expected = expectedDays(calendar, { back: "raised" }, undefined, now);
		expect(expected.first?.at).toBe("2026-03-26T10:00");
	});
});
