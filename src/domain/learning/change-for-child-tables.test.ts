import { expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { aCase as one } from "./a-case.fixture.ts";
import { figuresOf } from "./report.ts";

const period = { from: "2026-04-01", until: "2026-09-30" };
const atEnd = "afterwards.changed";
const afterThree = "afterwards.changed-after-three-months";

const cases = [
	one("two-children", {
		people: 2,
		themes: ["thresholds", "roles"],
		choices: [
			{ field: "changed-at-end", option: "achieved", on: "2026-04-27" },
			{ field: "changed-after-three", option: "partly", on: "2026-07-22" },
		],
		followed: [
			{ step: atEnd, from: "2026-04-20", doneOn: "2026-04-27" },
			{ step: afterThree, from: "2026-07-20", doneOn: "2026-07-22" },
		],
	}),
	one("too-early", { followed: [{ step: atEnd, from: "2026-04-20", doneOn: "2026-04-30" }] }),
	one("not-answered", { followed: [{ step: atEnd, from: "2026-04-20", doneOn: null }] }),
	one("in-an-earlier-period", {
		endedOn: "2026-03-02",
		choices: [{ field: "changed-at-end", option: "achieved", on: "2026-03-05" }],
		followed: [{ step: atEnd, from: "2026-03-02", doneOn: "2026-03-05" }],
	}),
	one("after-the-period", {
		endedOn: "2026-09-29",
		choices: [{ field: "changed-at-end", option: "not-achieved", on: "2026-10-05" }],
		followed: [{ step: atEnd, from: "2026-09-29", doneOn: "2026-10-05" }],
	}),
];

const { figures, behind } = figuresOf({
	...somerset,
	agencies: [],
	period,
	today: period.until,
	cases,
});
const shown = (id: string) => {
	const table = figures.sections
		.find((section) => section.id === "changed")
		?.tables.find((each) => each.id === id);
	return Object.fromEntries(
		table?.rows.map((row) => [
			row.label,
			row.figures.map((figure) => (figure.is === "count" ? figure.n : undefined)),
		]) ?? [],
	);
};

test("each time at which it was asked stands beside the others, with what is not answered yet as it was at the period's end", () => {
	expect(shown("changed")).toEqual({
		Achieved: [1, 0, 0],
		"Partly achieved": [0, 1, 0],
		"Not achieved": [0, 0, 0],
		"It cannot be known": [0, 0, 0],
		"Too early to say: asked again later": [1, 0, 0],
		"Asked, and not answered yet": [2, 0, 0],
		"All who were asked": [4, 1, 0],
	});
	expect(behind.get("changed/not-answered/changed-at-end-differences")).toEqual([
		"not-answered",
		"after-the-period",
	]);
});

test("the same is counted in children where one difference may be about several", () => {
	expect(shown("changed-people")).toMatchObject({
		Achieved: [2, 0, 0],
		"Partly achieved": [0, 2, 0],
		"All who were asked": [5, 2, 0],
	});
});

test("by theme the latest answer of each counts", () => {
	expect(shown("changed-themes")).toEqual({
		"Application of thresholds": [0, 1, 0, 0, 1],
		"Roles and responsibilities": [0, 1, 0, 0, 1],
		All: [0, 1, 0, 0, 1],
	});
});

test("a protocol that asks nothing of the kind has no such table", () => {
	const { report, ...silent } = somerset.protocol;
	const without = figuresOf({
		...somerset,
		protocol: { ...silent, report: report && { ...report, changed: [] } },
		agencies: [],
		period,
		today: period.until,
		cases,
	});
	expect(without.figures.sections.find(({ id }) => id === "changed")).toBeUndefined();
});
