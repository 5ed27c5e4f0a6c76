import { expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { aCase } from "./a-case.fixture.ts";
import type { CountedClock } from "./facts.ts";
import { figuresOf } from "./report.ts";

const period = { from: "2026-04-01", until: "2026-09-30" };

const response = (due: string): CountedClock => ({
	clock: "response",
	side: "receiving",
	strength: "hard",
	standing: "running",
	from: "2026-05-01",
	due,
	until: null,
	held: { from: "2026-05-01", until: null },
	pauses: [],
	extended: 0,
});
const open = (id: string, due: string) =>
	aCase(id, { endedOn: null, ending: null, clocks: [response(due)] });
const cases = [
	open("past", "2026-05-18"),
	open("today", "2026-05-20"),
	open("next-month", "2026-06-18"),
];

const onDay = (today: string) => {
	const { behind } = figuresOf({ ...somerset, cases, agencies: [], period, today });
	return {
		open: behind.get("open/differences"),
		overdue: behind.get("open/overdue"),
		late: behind.get("key/late/now"),
	};
};

test("in a period that is under way nobody is late with what is due later than today", () => {
	expect(onDay("2026-05-20")).toEqual({
		open: ["past", "today", "next-month"],
		overdue: ["past"],
		late: ["past"],
	});
});

test("of a period that is over, all that was due by its last day counts, on whatever later day it is made", () => {
	const late = ["past", "today", "next-month"];
	for (const today of ["2026-09-30", "2026-12-24"])
		expect(onDay(today)).toEqual({ open: late, overdue: late, late });
});

test("of a period that has not begun, what is open today is open, and nothing else has happened in it", () => {
	expect(onDay("2026-03-31")).toEqual({
		open: cases.map(({ id }) => id),
		overdue: [],
		late: [],
	});
});
