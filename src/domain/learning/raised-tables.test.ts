import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rulesFrom, somerset } from "../../../protocols/somerset.fixture.ts";
import type { Rules } from "../difference/rules.ts";
import { countsByRow, tableOn } from "./a-case.fixture.ts";
import type { Facts } from "./facts.ts";

const adults = rulesFrom(
	readFileSync(
		new URL("../../../protocols/adults-with-panel/2026-01.yaml", import.meta.url),
		"utf8",
	),
);
const period = { from: "2026-04-01", until: "2026-06-30" };
const inPeriod = { raisedOn: "2026-04-10", endedOn: null, ending: null };

const shown = (id: string, rules: Rules, ...facts: Partial<Facts>[]) =>
	countsByRow(
		tableOn(
			{ id, rules, period },
			facts.map((each) => ({ ...inPeriod, ...each })),
		),
	);
const chosen = (field: string, option: string) => ({ field, option, on: "2026-04-10" });

test("a dimension that the protocol names counts differences and people by what was last answered, and what was not said", () => {
	const raised = [
		{ people: 1, choices: [chosen("locality", "north"), chosen("setting", "home")] },
		{ people: 2, choices: [chosen("locality", "south"), chosen("locality", "north")] },
		{ people: 1, choices: [chosen("locality", "south")] },
		{ people: 0 },
		// Raised in another period.
		{ raisedOn: "2026-03-31", choices: [chosen("locality", "north")] },
	];
	expect(shown("raised-locality", adults, ...raised)).toEqual({
		North: [2, 3],
		South: [1, 1],
		"The whole area": [0, 0],
		"Not said": [1, 0],
		All: [4, 4],
	});
	expect(shown("raised-setting", adults, ...raised)).toMatchObject({
		"At home": [1, 1],
		"Not said": [3, 3],
	});
	expect(shown("raised-locality", somerset, ...raised)).toEqual({});
});

test("good practice stands beside what was raised, where the protocol has that way to begin", () => {
	const raised = [
		{ people: 2 },
		{ people: 1 },
		{ way: "good-practice", people: 0 },
		{ way: "good-practice", people: 0 },
		{ way: "thematic", people: 0 },
	];
	expect(shown("raised-ways", adults, ...raised)).toEqual({
		Escalation: [2, 3],
		"Raise an issue that is not about one adult": [1, 0],
		"Record good practice": [2, 0],
		All: [5, 3],
	});
	expect(shown("raised-ways", somerset, ...raised)).toEqual({});
});

test("what was out of the ordinary counts each difference once in each row that it belongs to", () => {
	const skipped = {
		stage: "formal-resolution",
		on: "2026-04-10",
		skipped: ["informal-resolution"],
	};
	const straight = { move: "straight-to-formal", on: "2026-04-10" };
	expect(
		shown(
			"raised-unusual",
			somerset,
			{ people: 2, stages: [skipped], moves: [straight, straight], notSafeOn: "2026-04-10" },
			{ moves: [{ move: "no-reply", on: "2026-04-20" }], calledOn: "2026-04-21" },
			{ moves: [straight] },
			{},
			// In the next period: not known at the end of this one.
			{ notSafeOn: "2026-07-01", calledOn: "2026-07-01" },
			{ raisedOn: "2026-03-31", moves: [straight] },
		),
	).toEqual({
		"Left out: Stage 2: Informal resolution": [1, 2],
		"Go straight to formal resolution": [2, 3],
		"No reply came": [1, 1],
		"The child was said not to be safe": [1, 2],
		"Social care or the police were rung about it": [1, 1],
	});
});
