import { expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { countsByRow, tableOn } from "./a-case.fixture.ts";
import type { Facts } from "./facts.ts";

const period = { from: "2026-04-01", until: "2026-09-30" };

const shown = (id: string, ...facts: Partial<Facts>[]) =>
	countsByRow(tableOn({ id, rules: somerset, period }, facts));

test("what was decided and is not to be done is not told as done, and what was too early to say is owed still", () => {
	const actions = "afterwards.actions";
	const changed = "afterwards.changed";
	const decided = { ending: "decided" };
	expect(
		shown(
			"followed",
			{
				...decided,
				people: 2,
				done: [{ step: actions, outcome: "done", on: "2026-06-01" }],
				followed: [{ step: actions, from: "2026-04-20", doneOn: "2026-06-01" }],
			},
			{
				...decided,
				done: [{ step: actions, outcome: "not-done", on: "2026-06-02" }],
				followed: [{ step: actions, from: "2026-04-20", doneOn: "2026-06-02" }],
			},
			{
				done: [{ step: changed, outcome: "too-early", on: "2026-05-01" }],
				followed: [
					{ step: changed, from: "2026-04-20", doneOn: "2026-05-01" },
					{ step: changed, from: "2026-09-01", doneOn: null },
				],
			},
			{
				done: [{ step: "afterwards.learning", outcome: "recorded", on: "2026-05-01" }],
				followed: [{ step: "afterwards.learning", from: "2026-04-20", doneOn: "2026-05-01" }],
			},
		),
	).toEqual({
		"Record what was learned: done": [1, 1],
		"Say what changed for the child: It is too early to say: ask me again": [1, 1],
		"Say what changed for the child: still owed": [1, 1],
		"Record what became of the Executive’s actions: All of them are done": [1, 2],
		"Record what became of the Executive’s actions: Not all of them will be done": [1, 1],
	});
});

test("endings are counted in children as well, and only the stages add up to all", () => {
	expect(
		shown("endings", { people: 3 }, { stage: "executive", ending: "decided" }, { people: 2 }),
	).toMatchObject({
		Resolved: [2, 0, 2, 5],
		"Decided by the Executive": [0, 1, 1, 1],
		All: [2, 1, 3, 6],
	});
});

test("each answer of a step in which somebody judges counts the differences in which it was given in the period", () => {
	const consider = (outcome: string, on: string) => ({
		step: "formal-resolution.consider",
		outcome,
		on,
	});
	expect(
		shown(
			"judgements",
			{ people: 2, done: [consider("resolved", "2026-04-20")] },
			// Judged twice in two ways, and twice in the same way.
			{
				done: [
					consider("not-resolved", "2026-04-02"),
					consider("not-resolved", "2026-04-09"),
					consider("resolved", "2026-04-20"),
				],
			},
			{
				done: [
					{ step: "executive.request", outcome: "requested", on: "2026-05-01" },
					{ step: "formal-resolution.respond", outcome: "responded", on: "2026-04-20" },
				],
			},
			{ endedOn: "2026-10-05", done: [consider("resolved", "2026-10-01")] },
			{ raisedOn: "2026-01-05", done: [consider("not-resolved", "2026-03-31")] },
		),
	).toEqual({
		"Say whether the response resolves it: Yes, it is resolved": [2, 3],
		"Say whether the response resolves it: No, it is not resolved": [1, 1],
		"Say whether the Executive should decide: Ask the Executive to decide": [1, 1],
	});
});
