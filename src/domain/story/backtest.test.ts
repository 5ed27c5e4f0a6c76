import { describe, expect, test } from "vitest";
import {
	at,
	Course,
	header,
	rulesFrom,
	somebody,
	somerset,
	somersetText,
} from "../../../protocols/somerset.fixture.ts";
import type { Rules } from "../difference/rules.ts";
import type { Actor } from "../people/viewer.ts";
import { backtest, wouldDiffer } from "./backtest.ts";

const people = new Map(
	[
		"raising practitioner",
		"raising manager",
		"raising senior-manager",
		"receiving manager",
		"receiving senior-manager",
		"business-unit",
		"executive",
	].map((said): [string, Actor] => {
		const person = somebody(said);
		return [person.id, person];
	}),
);

/** Answered on the eighth working day of ten. */
const answered = () =>
	new Course()
		.raised("2026-03-02 10:00")
		.does("2026-03-02 11:00", "raising practitioner", "early-resolution.talk not-resolved")
		.does("2026-03-03 11:00", "raising manager", "informal-resolution.talk not-resolved")
		.does("2026-03-04 11:00", "raising practitioner", "formal-resolution.raise submitted")
		.does("2026-03-04 12:00", "raising senior-manager", "formal-resolution.sign-off signed")
		.does("2026-03-05 10:00", "business-unit", "formal-resolution.forward forwarded")
		.does("2026-03-17 10:00", "receiving senior-manager", "formal-resolution.respond responded")
		.does("2026-03-18 10:00", "raising senior-manager", "formal-resolution.consider resolved");

const somersetWith = (...changes: [string, string][]): Rules =>
	rulesFrom(
		changes.reduce((text, [good, bad]) => {
			expect(text).toContain(good);
			return text.replace(good, bad);
		}, somersetText),
	);
const tried = (other: Rules, course = answered()) =>
	backtest(
		somerset,
		other,
		{ header, entries: course.events, actors: people },
		"2025-04-01",
		at("2026-04-01 10:00"),
	);

describe("a version tried on a difference that was", () => {
	test("that changes no rule changes nothing", () => {
		const same = tried(somersetWith(["title: Early resolution", 'title: "First, the two of you"']));
		expect(same).toEqual({
			dates: [],
			reminders: {
				went: same.reminders.went,
				wouldHaveGone: same.reminders.went,
				days: [],
			},
			refused: [],
			asksMore: [],
		});
		expect(same.reminders.went).toBeGreaterThan(0);
		expect(wouldDiffer(same)).toBe(false);
	});

	test("with a shorter limit moves the date, makes late what was in time, and reminds on other days", () => {
		const shorter = tried(somersetWith(["within: 10 working days", "within: 5 working days"]));
		expect(shorter.dates).toEqual([
			{
				title: "Answer in part two of the form",
				from: "2026-03-19",
				to: "2026-03-12",
				wasLate: false,
				wouldBeLate: true,
			},
		]);
		// Before: 17 March. Five days: two days before, on the day, and when it was late.
		expect(shorter.reminders.days).toContain("2026-03-10");
		expect(shorter.reminders.days).toContain("2026-03-12");
		expect(shorter.reminders.wouldHaveGone).toBeGreaterThan(shorter.reminders.went);
		expect(wouldDiffer(shorter)).toBe(true);
	});

	test("with a date where there was none says so", () => {
		const dated = tried(
			somersetWith([
				"        title: Say whether the response resolves it\n",
				"        title: Say whether the response resolves it\n        due: { within: 3 working days, from: respond.responded }\n",
			]),
		);
		expect(dated.dates).toEqual([
			{
				title: "Say whether the response resolves it",
				from: null,
				to: "2026-03-20",
				wasLate: false,
				wouldBeLate: false,
			},
		]);
	});

	test("that does not allow what was done says which act, and why", () => {
		const stricter = tried(
			somersetWith([
				"by: [practitioner, manager, senior-manager]",
				"by: [manager, senior-manager]",
			]),
		);
		expect(stricter.refused).toEqual([
			{
				day: "2026-03-02",
				title: "Raise a professional difference",
				why: "Your role does not raise differences under this protocol.",
			},
		]);
		expect([stricter.dates, stricter.reminders.days]).toEqual([[], []]);
	});

	test("that asks for more says what, and goes on", () => {
		const asking = tried(
			somersetWith(
				["asks: [sent-to]", "asks: [sent-to, why-them]"],
				["fields:\n", "fields:\n  why-them: { type: text, label: Why them? }\n"],
			),
		);
		expect(asking.asksMore).toEqual(["Why them?"]);
		expect(asking.refused).toEqual([]);
		expect(asking.dates).toEqual([]);
	});

	test("says nothing that anybody entered", () => {
		const course = new Course()
			.raised("2026-03-02 10:00")
			.does("2026-03-02 11:00", "raising practitioner", "early-resolution.talk not-resolved", {
				"why-not-resolved": "Canary: no coat again",
			});
		const told = tried(
			somersetWith([
				'outcomes:\n          resolved:\n            say: We agreed what should happen\n            asks: [talked-at, what-was-said, agreed-outcome, learning]\n            then: end resolved\n          not-resolved:\n            say: "We talked, and did not agree: it goes on to my manager"',
				'outcomes:\n          resolved:\n            say: We agreed what should happen\n            asks: [talked-at, what-was-said, agreed-outcome, learning]\n            then: end resolved\n          not-agreed:\n            say: "We talked, and did not agree: it goes on to my manager"',
			]),
			course,
		);
		expect(told.refused).toHaveLength(1);
		expect(JSON.stringify(told)).not.toMatch(/canary/i);
	});
});
