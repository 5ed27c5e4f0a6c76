import { expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { someFacts } from "./a-case.fixture.ts";
import type { CountedClock, Facts } from "./facts.ts";
import { oversee } from "./oversight.ts";

const facts = (given: Partial<Facts>): Facts =>
	someFacts({
		raisedOn: "2026-03-02",
		receivedOn: "2026-03-03",
		endedOn: null,
		ending: null,
		...given,
	});
const clock = (given: Partial<CountedClock>): CountedClock => ({
	clock: "formal-resolution.respond",
	side: "receiving",
	strength: "hard",
	standing: "missed",
	from: "2026-03-03",
	due: "2026-03-17",
	until: null,
	held: { from: "2026-03-03", until: null },
	pauses: [],
	extended: 0,
	...given,
});
const seen = (...all: Partial<Facts>[]) =>
	oversee(
		all.map((given, index) => ({ id: `d${index}`, ...somerset, facts: facts(given) })),
		"2025-03-24",
		"2026-03-24",
	);

test("a limit that is past and not met is late; what is met, stands still or is a target is not", () => {
	const { late } = seen(
		{ clocks: [clock({})] },
		{ clocks: [clock({ until: "2026-03-20", standing: "met-late" })] },
		{ clocks: [clock({ standing: "paused" })] },
		{ clocks: [clock({ strength: "soft", standing: "target-passed" })] },
		{ clocks: [clock({ due: "2026-03-24", standing: "running" })] },
	);
	expect(late).toEqual([
		{
			id: "d0",
			what: "Answer in part two of the form",
			side: "receiving",
			due: "2026-03-17",
			workingDays: 5,
		},
	]);
});

test("what was asked after the end and is not answered is told apart from what is late", () => {
	const asked = clock({ clock: "afterwards.changed-after-three-months", side: "raising" });
	const { late, notSaid } = seen(
		{ endedOn: "2025-12-01", clocks: [asked] },
		{ clocks: [clock({})] },
	);
	expect(late.map(({ id }) => id)).toEqual(["d1"]);
	expect(notSaid).toMatchObject([{ id: "d0", due: "2026-03-17", workingDays: 5 }]);
});

test("an open one in which nobody did anything for twenty working days is stuck", () => {
	const done = (on: string) => [{ step: "formal-resolution.forward", outcome: "forwarded", on }];
	const { stuck } = seen(
		{ done: done("2026-02-24") },
		{ raisedOn: "2026-02-02", done: done("2026-02-24") },
		{ raisedOn: "2026-02-02", done: done("2026-02-25") },
		{ raisedOn: "2026-02-02", endedOn: "2026-02-03" },
	);
	expect(stuck.map(({ id, since, workingDays }) => [id, since, workingDays])).toEqual([
		["d1", "2026-02-24", 20],
	]);
});

test("stages that were passed over are named, and themes counted, from the day on", () => {
	const { skipped, themes } = seen(
		{
			stages: [{ stage: "formal-resolution", on: "2026-03-02", skipped: ["informal-resolution"] }],
		},
		{ stages: [{ stage: "formal-resolution", on: "2025-03-02", skipped: ["early-resolution"] }] },
		{ raisedOn: "2025-01-02", themes: ["roles"] },
		{ themes: ["roles", "thresholds"] },
	);
	expect(skipped).toEqual([
		{ id: "d0", stages: ["Stage 2: Informal resolution"], on: "2026-03-02" },
	]);
	expect(themes).toEqual([
		{ theme: "Application of thresholds", count: 3 },
		{ theme: "Roles and responsibilities", count: 1 },
	]);
});
