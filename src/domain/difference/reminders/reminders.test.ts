import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarNamed } from "../../calendar/calendar.ts";
import {
	checkedHours,
	inWorkingHours,
	nextWorkingMoment,
	timesToChoose,
} from "../../people/working-hours.ts";
import { readProtocol } from "../../protocol/reading/read-protocol.ts";
import { zone } from "../../time.ts";
import { type Obligation, reminderFor, reminderPlan, remindersAfter } from "./reminders.ts";

const { protocol } = readProtocol(readFileSync("protocols/somerset/2021-04.yaml", "utf8"));
if (!protocol) throw new Error("Somerset's protocol cannot be read");
const calendar = calendarNamed("england-and-wales");
const hours = { from: "09:00", until: "17:00" };
const local = (moment: string) => Temporal.PlainDateTime.from(moment).toZonedDateTime(zone);
const instant = (moment: string) => local(moment).toInstant().toString();

/** The response over Easter 2026: forwarded on Monday 30 March, due on Wednesday 15 April. */
const response = {
	openedOn: "2026-03-30",
	dueAt: instant("2026-04-15T23:59:59"),
};
const ruleAt = (moment: string, obligation: Parameters<typeof reminderFor>[2] = response) =>
	reminderFor(protocol, calendar, obligation, local(moment))?.rule;

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
		openedOn: "2026-03-20",
		dueAt: instant("2026-04-07T23:59:59"),
	};
	expect(ruleAt("2026-03-31T09:00", due)).toBeUndefined();
	expect(ruleAt("2026-04-01T09:00", due)).toBe("before");
});

test("whoever was told today that it is their turn is not reminded of it today", () => {
	const forward = {
		openedOn: "2026-04-13",
		dueAt: instant("2026-04-15T23:59:59"),
	};
	expect(ruleAt("2026-04-13T16:00", forward)).toBeUndefined();
	expect(ruleAt("2026-04-14T09:00", forward)).toBe("before");
});

test("a step without a clock is asked about every five working days", () => {
	const open = { openedOn: "2026-03-30", dueAt: null };
	expect(ruleAt("2026-04-07T16:00", open)).toBeUndefined();
	expect(ruleAt("2026-04-08T09:00", open)).toBe("waiting-1");
	expect(ruleAt("2026-04-14T09:00", open)).toBe("waiting-1");
	expect(ruleAt("2026-04-15T09:00", open)).toBe("waiting-2");
});

test("whoever was given until tonight is not reminded today; until yesterday morning, they are as soon as it has passed", () => {
	const atOnce = {
		openedOn: "2026-04-13",
		dueAt: instant("2026-04-13T23:59:59"),
	};
	expect(ruleAt("2026-04-13T12:00", atOnce)).toBeUndefined();
	expect(ruleAt("2026-04-14T09:00", atOnce)).toBe("late-0");
	const oneDay = {
		openedOn: "2026-04-13",
		dueAt: instant("2026-04-14T10:00"),
	};
	expect(ruleAt("2026-04-14T09:00", oneDay)).toBe("due");
	expect(ruleAt("2026-04-14T10:00", oneDay)).toBe("due");
	expect(ruleAt("2026-04-14T10:01", oneDay)).toBe("late-0");
});

test("what stands still reminds nobody", () => {
	for (const dueAt of [null, response.dueAt])
		expect(ruleAt("2026-05-20T09:00", { ...response, dueAt, paused: true })).toBeUndefined();
});

test("people are reminded in working hours of working days", () => {
	const may = (moment: string) => inWorkingHours(calendar, hours, local(moment));
	expect(may("2026-04-02T08:59")).toBe(false);
	expect(may("2026-04-02T09:00")).toBe(true);
	expect(may("2026-04-02T17:00")).toBe(false);
	expect(may("2026-04-03T10:00")).toBe(false);
	expect(may("2026-04-04T10:00")).toBe(false);
});

test("the next moment at which people may be reminded is now, this morning or on the next working day", () => {
	const next = (moment: string) =>
		nextWorkingMoment(calendar, hours, local(moment))
			.toPlainDateTime()
			.toString({ smallestUnit: "minute" });
	expect(next("2026-04-02T10:20")).toBe("2026-04-02T10:20");
	expect(next("2026-04-02T03:00")).toBe("2026-04-02T09:00");
	expect(next("2026-04-02T17:00")).toBe("2026-04-07T09:00");
	expect(next("2026-04-04T10:00")).toBe("2026-04-07T09:00");
});

test("working hours begin and end at a half hour of the day, at least one hour apart", () => {
	expect(timesToChoose.at(0)).toBe("06:00");
	expect(timesToChoose.at(-1)).toBe("21:00");
	expect(checkedHours({ from: "08:30", until: "16:30" })).toEqual({
		from: "08:30",
		until: "16:30",
	});
	for (const wrong of [
		{ from: "09:00", until: "09:30" },
		{ from: "17:00", until: "09:00" },
		{ from: "02:00", until: "17:00" },
		{ from: "9am", until: "17:00" },
	])
		expect(() => checkedHours(wrong)).toThrow();
});

describe("what will be sent is known before it goes", () => {
	const planAt = (moment: string, obligation: Obligation = response, went: string[] = []) => {
		const plan = reminderPlan(protocol, calendar, hours, obligation, went, local(moment));
		return (
			plan && {
				...plan,
				coming: plan.coming.map(
					({ rule, at }) => `${rule} ${at.toPlainDateTime().toString({ smallestUnit: "minute" })}`,
				),
			}
		);
	};

	test("before, on the day, when it is late, and how it goes on", () => {
		expect(planAt("2026-03-31T12:00")).toEqual({
			coming: ["before 2026-04-13T09:00", "due 2026-04-15T09:00", "late-0 2026-04-16T09:00"],
			thenEvery: 2,
		});
		expect(planAt("2026-04-17T12:00", response, ["late-0"])).toEqual({
			coming: ["late-1 2026-04-20T09:00"],
			thenEvery: 2,
		});
	});

	test("what did not go yet goes as soon as people may be reminded", () => {
		expect(planAt("2026-04-18T12:00")?.coming).toEqual(["late-1 2026-04-20T09:00"]);
		expect(planAt("2026-04-13T14:10")?.coming[0]).toBe("before 2026-04-13T14:10");
	});

	test("without a clock, the next and how often", () => {
		expect(planAt("2026-04-01T12:00", { ...response, dueAt: null })).toEqual({
			coming: ["waiting-1 2026-04-08T09:00"],
			thenEvery: 5,
		});
	});

	test("nothing, of what stands still", () => {
		expect(planAt("2026-04-01T12:00", { ...response, paused: true })).toBeUndefined();
	});

	const halfHours = (days: number) =>
		fc.integer({ min: 0, max: days * 48 }).map((half) => ({ minutes: half * 30 }));
	const anyMoment = halfHours(4 * 365).map((passed) => local("2024-01-01T00:00").add(passed));
	const anyHours = fc
		.tuple(
			fc.integer({ min: 0, max: timesToChoose.length - 3 }),
			fc.integer({ min: 2, max: timesToChoose.length }),
		)
		.map(([from, length]) => ({
			from: timesToChoose[from] ?? "",
			until: timesToChoose[Math.min(from + length, timesToChoose.length - 1)] ?? "",
		}));
	const anyCalendar = fc.constantFrom(
		...["england-and-wales", "scotland", "uk-union"].map(calendarNamed),
	);
	const anyReminders = fc.record({
		before: fc.constantFrom(...lengths()),
		lateEvery: fc.constantFrom(...lengths()),
		noClockEvery: fc.constantFrom(...lengths()),
	});
	const anyCase = fc.record({
		opened: anyMoment,
		lasts: fc.option(halfHours(20), { nil: null }),
		looked: halfHours(30),
		hours: anyHours,
		calendar: anyCalendar,
		reminders: anyReminders,
	});

	test("exactly what is shown is what goes, whatever is owed, seen every half hour", () => {
		fc.assert(
			fc.property(anyCase, ({ opened, lasts, looked, ...by }) => {
				const rules = { ...protocol, reminders: by.reminders };
				const obligation = {
					openedOn: opened.toPlainDate().toString(),
					dueAt: lasts === null ? null : opened.add(lasts).toInstant().toString(),
				};
				// What went before it was looked at is known, as the page knows it.
				const went: string[] = [];
				const gone: string[] = [];
				const now = opened.add(looked);
				const end = now.add({ days: 30 });
				let plan: string[] | undefined;
				for (
					let look = opened.add({ minutes: 29 });
					Temporal.ZonedDateTime.compare(look, end) <= 0;
					look = look.add({ minutes: 30 })
				) {
					if (!plan && Temporal.ZonedDateTime.compare(look, now) >= 0)
						plan = shownAt(rules, by, obligation, went, look, end);
					if (!inWorkingHours(by.calendar, by.hours, look)) continue;
					const reminder = reminderFor(rules, by.calendar, obligation, look);
					if (!reminder || went.includes(reminder.rule)) continue;
					went.push(reminder.rule);
					if (plan) gone.push(`${reminder.rule} ${look}`);
				}
				expect(gone).toEqual(plan);
			}),
			{ numRuns: 80, seed: 20260324 },
		);
	});

	/** What is shown, with all that goes on, each at the next moment at which somebody looks. */
	function shownAt(
		rules: typeof protocol & {},
		by: { hours: typeof hours; calendar: typeof calendar },
		obligation: Obligation,
		went: string[],
		now: Temporal.ZonedDateTime,
		end: Temporal.ZonedDateTime,
	): string[] {
		const plan = reminderPlan(rules, by.calendar, by.hours, obligation, went, now);
		const last = plan?.coming.at(-1);
		if (!plan || !last) throw new Error("Something is owed");
		const shown = [...plan.coming];
		let day = last.at;
		for (const next of remindersAfter(rules, by.calendar, by.hours, obligation, last.at)) {
			day = next.at;
			if (Temporal.ZonedDateTime.compare(day, end) > 0) break;
			shown.push(next);
		}
		return shown
			.map(({ rule, at }) => {
				const half = at
					.add({ minutes: 1 })
					.round({
						smallestUnit: "minute",
						roundingIncrement: 30,
						roundingMode: "ceil",
					})
					.subtract({ minutes: 1 });
				return { rule, half };
			})
			.filter(({ half }) => Temporal.ZonedDateTime.compare(half, end) <= 0)
			.map(({ rule, half }) => `${rule} ${half}`);
	}
});

function lengths() {
	return [
		{ unit: "working-days", amount: 1 },
		{ unit: "working-days", amount: 2 },
		{ unit: "working-days", amount: 5 },
		{ unit: "weeks", amount: 1 },
		{ unit: "hours", amount: 24 },
	] as const;
}

describe("while the child is not safe", () => {
	const unsafe = { ...response, notSafe: true };

	test("whoever owes something is reminded every working day, ahead and late", () => {
		expect(ruleAt("2026-03-30T14:00", unsafe)).toBeUndefined();
		expect(ruleAt("2026-03-31T09:00", unsafe)).toBe("daily-before-1");
		expect(ruleAt("2026-04-10T09:00", unsafe)).toBe("daily-before-7");
		expect(ruleAt("2026-04-15T09:00", unsafe)).toBe("due");
		expect(ruleAt("2026-04-16T09:00", unsafe)).toBe("late-0");
		expect(ruleAt("2026-04-17T09:00", unsafe)).toBe("daily-late-1");
		expect(ruleAt("2026-04-20T09:00", unsafe)).toBe("daily-late-2");
	});

	test("what has no time is reminded of daily too; what stands still is not", () => {
		const open = { openedOn: "2026-03-30", dueAt: null, notSafe: true };
		expect(ruleAt("2026-03-31T09:00", open)).toBe("daily-waiting-1");
		expect(ruleAt("2026-04-02T09:00", open)).toBe("daily-waiting-3");
		expect(ruleAt("2026-04-02T09:00", { ...open, paused: true })).toBeUndefined();
	});

	test.each([
		["with a date", unsafe],
		["without one", { openedOn: "2026-03-30", dueAt: null, notSafe: true }],
	])("what is planned is what is then called for, %s", (_, obligation) => {
		const planned = remindersAfter(
			protocol,
			calendar,
			hours,
			obligation,
			local("2026-03-30T10:00"),
		).take(20);
		for (const { at, rule } of planned)
			expect(reminderFor(protocol, calendar, obligation, at)?.rule).toBe(rule);
	});
});
