import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { calendarNamed } from "../calendar/calendar.ts";
import { readProtocol } from "../protocol/read-protocol.ts";
import { zone } from "../time.ts";
import { inWorkingHours, reminderFor } from "./reminders.ts";

const { protocol } = readProtocol(
	readFileSync("protocols/somerset/2021-04.yaml", "utf8"),
);
if (!protocol) throw new Error("Somerset's protocol cannot be read");
const calendar = calendarNamed("england-and-wales");
const local = (moment: string) =>
	Temporal.PlainDateTime.from(moment).toZonedDateTime(zone);
const instant = (moment: string) => local(moment).toInstant().toString();

/** The response over Easter 2026: forwarded on Monday 30 March, due on Wednesday 15 April. */
const response = {
	openedAt: instant("2026-03-30T11:00"),
	dueAt: instant("2026-04-15T23:59:59"),
};
const ruleAt = (
	moment: string,
	obligation: Parameters<typeof reminderFor>[2] = response,
) => reminderFor(protocol, calendar, obligation, local(moment))?.rule;

test("a reminder goes two working days before the end, on the day, and every second working day while it is late", () => {
	expect(ruleAt("2026-04-10T09:00")).toBeUndefined();
	expect(ruleAt("2026-04-13T09:00")).toBe("before");
	expect(ruleAt("2026-04-14T09:00")).toBe("before");
	expect(ruleAt("2026-04-15T09:00")).toBe("due");
	expect(ruleAt("2026-04-16T09:00")).toBe("late-0");
	expect(ruleAt("2026-04-17T09:00")).toBe("late-0");
	expect(ruleAt("2026-04-20T09:00")).toBe("late-1");
	expect(ruleAt("2026-04-22T09:00")).toBe("late-2");
});

test("two working days before are counted over Easter", () => {
	const due = {
		openedAt: instant("2026-03-20T11:00"),
		dueAt: instant("2026-04-07T23:59:59"),
	};
	expect(ruleAt("2026-03-31T09:00", due)).toBeUndefined();
	expect(ruleAt("2026-04-01T09:00", due)).toBe("before");
});

test("whoever was told today that it is their turn is not reminded of it today", () => {
	const forward = {
		openedAt: instant("2026-04-13T09:30"),
		dueAt: instant("2026-04-15T23:59:59"),
	};
	expect(ruleAt("2026-04-13T16:00", forward)).toBeUndefined();
	expect(ruleAt("2026-04-14T09:00", forward)).toBe("before");
});

test("a step without a clock is asked about every five working days", () => {
	const open = { openedAt: instant("2026-03-30T11:00"), dueAt: null };
	expect(ruleAt("2026-04-07T16:00", open)).toBeUndefined();
	expect(ruleAt("2026-04-08T09:00", open)).toBe("waiting-1");
	expect(ruleAt("2026-04-14T09:00", open)).toBe("waiting-1");
	expect(ruleAt("2026-04-15T09:00", open)).toBe("waiting-2");
});

test("people are reminded in working hours of working days", () => {
	expect(inWorkingHours(calendar, local("2026-04-02T08:59"))).toBe(false);
	expect(inWorkingHours(calendar, local("2026-04-02T09:00"))).toBe(true);
	expect(inWorkingHours(calendar, local("2026-04-02T17:00"))).toBe(false);
	expect(inWorkingHours(calendar, local("2026-04-03T10:00"))).toBe(false);
	expect(inWorkingHours(calendar, local("2026-04-04T10:00"))).toBe(false);
});
