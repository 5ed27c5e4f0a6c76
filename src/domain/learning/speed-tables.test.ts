import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rulesFrom, somerset } from "../../../protocols/somerset.fixture.ts";
import type { Rules } from "../difference/rules.ts";
import { tableOn } from "./a-case.fixture.ts";
import type { CountedClock, Facts } from "./facts.ts";

const adults = rulesFrom(
	readFileSync(
		new URL("../../../protocols/adults-with-panel/2026-01.yaml", import.meta.url),
		"utf8",
	),
);
const period = { from: "2026-04-01", until: "2026-06-30" };

/** A round that began on Monday 20 April. */
const round = (
	clock: string,
	standing: CountedClock["standing"],
	due: string,
	until: string | null,
): CountedClock => ({
	clock,
	side: "receiving",
	strength: clock === "talk.talk" ? "soft" : "hard",
	standing,
	from: "2026-04-20",
	due,
	until,
	held: { from: "2026-04-20", until },
	pauses: [],
	extended: 0,
});

/** Counts, and days worked out of them, row by row. */
const shown = (id: string, rules: Rules, ...facts: Partial<Facts>[]) => {
	const table = tableOn(
		{ id, rules, period },
		facts.map((each) => ({ endedOn: null, ending: null, ...each })),
	);
	return table?.rows.map(({ key, figures }) => [
		key,
		...figures.map((figure) =>
			figure.is === "count" ? figure.n : figure.is === "days" ? figure.value : undefined,
		),
	]);
};

const respond = "formal-resolution.respond";
const due = "2026-05-05"; // ten working days on, with the bank holiday of 4 May

test("a time limit counts what was in time, late, and late and not done, with the median and what nine in ten took", () => {
	// After 1, 2, 5, 11 and 13 working days.
	expect(
		shown(
			"limits",
			somerset,
			{ clocks: [round(respond, "met", due, "2026-04-22")] },
			{ clocks: [round(respond, "met", due, "2026-04-27")] },
			{ clocks: [round(respond, "met-late", due, "2026-05-08")] },
			{ clocks: [round(respond, "missed", due, null)] },
			// By its worst round once, and the days of both.
			{
				clocks: [
					round(respond, "met", due, "2026-04-21"),
					round(respond, "met-late", due, "2026-05-06"),
				],
			},
			// Due after the period, and met in none.
			{ clocks: [round(respond, "running", "2026-07-08", null)] },
		),
	).toEqual([[respond, 2, 2, 1, 5, 5, 12.2]]);
});

test("a target is counted by itself, and passing one is no limit missed", () => {
	const talk = (standing: CountedClock["standing"], until: string | null) => ({
		clocks: [round("talk.talk", standing, "2026-04-22", until)],
	});
	const cases = [
		talk("target-met", "2026-04-21"),
		talk("target-met", "2026-04-22"),
		talk("after-target", "2026-04-27"),
		talk("target-passed", null),
	];
	expect(shown("targets", adults, ...cases)).toEqual([["talk.talk", 2, 1, 1, 4, 2, 4.4]]);
	expect(shown("limits", adults, ...cases)).toBeUndefined();
	expect(shown("key", adults, ...cases)?.find(([key]) => key === "late")?.[1]).toBe(0);
});

test("where one is about several children, a time limit stands once more counted in children", () => {
	const cases = [
		{ people: 3, clocks: [round(respond, "met", due, "2026-04-22")] },
		{ people: 1, clocks: [round(respond, "met-late", due, "2026-05-08")] },
	];
	expect(shown("limits", somerset, ...cases)).toEqual([[respond, 1, 1, 0, 2, 7.5, 11.9]]);
	expect(shown("limits-people", somerset, ...cases)?.[0]?.slice(0, 5)).toEqual([
		respond,
		3,
		1,
		0,
		4,
	]);
});
