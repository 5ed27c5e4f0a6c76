import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyValue, narrowedDown, solved } from "./attacker.fixture.ts";
import { addsUp, type CrossTable, crossTable, publicationOf } from "./cross-table.fixture.ts";
import { type Publication, suppress } from "./suppress.ts";

const lettered = (count: number, letter: string) =>
	Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

const tableOf = (counts: number[][], name = "t") =>
	crossTable({
		name,
		rows: lettered(counts.length, "r"),
		columns: lettered(counts[0]?.length ?? 0, "c"),
		counts,
	});

const hiddenIn = (publication: Publication, threshold?: number) =>
	[...suppress(publication, threshold).hidden].sort();

describe("what is hidden", () => {
	test("a count from 1 to 4 is hidden, and 0 and 5 are shown", () => {
		const { hidden } = suppress(publicationOf([tableOf([[0], [1], [4], [5], [30]])]));
		expect([...hidden].sort()).toEqual(["t: r2, c1", "t: r3, c1"]);
	});

	test("the threshold is a setting", () => {
		const table = tableOf([[8], [9], [10], [30]]);
		expect(hiddenIn(publicationOf([table]))).toEqual([]);
		expect(hiddenIn(publicationOf([table]), 10)).toEqual(["t: r1, c1", "t: r2, c1"]);
	});

	test("the only small count of a row takes the smallest other one with it, not the total", () => {
		expect(hiddenIn(publicationOf([tableOf([[3], [9], [20]])]))).toEqual([
			"t: r1, c1",
			"t: r2, c1",
		]);
	});

	test("in rows and columns, four hidden counts hold each other", () => {
		const table = tableOf([
			[3, 10, 20],
			[9, 10, 20],
			[30, 31, 32],
		]);
		expect(hiddenIn(publicationOf([table]))).toEqual([
			"t: r1, c1",
			"t: r1, c2",
			"t: r2, c1",
			"t: r2, c2",
		]);
	});

	test("five hidden counts with a total of five would all be 1, as a 0 is shown: more is hidden", () => {
		expect(hiddenIn(publicationOf([tableOf([[1], [1], [1], [1], [1], [0]])]))).toContain(
			"t: Total, c1",
		);
	});

	test("two counts that are the same are hidden together", () => {
		const stages = tableOf([[2], [7], [30]], "stages");
		const themes = tableOf([[12], [20], [7]], "themes");
		const same = [{ whole: "themes: r3, c1", parts: ["stages: r2, c1"] }];
		const { hidden } = suppress(publicationOf([stages, themes], same));
		expect(hidden.has("themes: r3, c1")).toBe(hidden.has("stages: r2, c1"));
		expect(hidden).toContain("stages: r1, c1");
	});

	test("what is hidden in half a year is not found by taking the other half from the year", () => {
		const first = tableOf([[3], [9], [20]], "first");
		const second = tableOf([[8], [9], [20]], "second");
		const year = tableOf([[11], [18], [40]], "year");
		const links = addsUp(year, [first, second]);
		const { hidden } = suppress(publicationOf([first, second, year], links));
		expect(hidden).toContain("first: r1, c1");
		expect(hidden.has("second: r1, c1") || hidden.has("year: r1, c1")).toBe(true);
	});

	test("parts that overlap give away what nearly all have in common", () => {
		const table = tableOf([[3], [40]], "t");
		const apart: Publication = {
			...publicationOf([table]),
			counts: new Map([...table.values, ["t: Total, c1", 40]]),
			sums: [{ whole: "t: Total, c1", parts: ["t: r1, c1", "t: r2, c1"], mayOverlap: true }],
		};
		expect(hiddenIn(apart)).toEqual(["t: r1, c1"]);
		const capped: Publication = {
			...publicationOf([table]),
			counts: new Map([
				["t: r1, c1", 3],
				["t: r2, c1", 5],
				["t: Total, c1", 8],
			]),
			sums: [{ whole: "t: Total, c1", parts: ["t: r1, c1", "t: r2, c1"], mayOverlap: true }],
		};
		// At least 8 − 5 and at most 8: from 3 to 8 is wide enough.
		expect(hiddenIn(capped)).toEqual(["t: r1, c1"]);
	});
});

describe("what an earlier report showed", () => {
	test("is not hidden now, and what it hid is not given away by the next report", () => {
		const first = tableOf([[3], [9], [20]], "first");
		const second = tableOf([[8], [9], [20]], "second");
		const year = tableOf([[11], [18], [40]], "year");
		const before = suppress(publicationOf([first])).hidden;
		const shownBefore = first.values.map(([name]) => name).filter((name) => !before.has(name));
		const { hidden, givenAway } = suppress(
			publicationOf([first, second, year], addsUp(year, [first, second]), {
				shown: shownBefore,
				hidden: before,
			}),
		);
		expect(givenAway).toEqual([]);
		expect(shownBefore.filter((name) => hidden.has(name))).toEqual([]);
		expect([...before].filter((name) => !hidden.has(name))).toEqual([]);
	});

	test("is named where it gives a small count away, so that somebody can be told", () => {
		const table = tableOf([[3], [9], [20]]);
		const shownBefore = ["t: r2, c1", "t: r3, c1", "t: Total, c1"];
		expect(
			suppress(publicationOf([table], [], { shown: shownBefore, hidden: [] })).givenAway,
		).toEqual(["t: r1, c1"]);
	});
});

test("a sum that does not add up is refused: nothing could be said of what it reveals", () => {
	const table = tableOf([[3], [9]]);
	const wrong = {
		...publicationOf([table]),
		counts: new Map([...table.values, ["t: r1, c1", 4]] as const),
	};
	expect(() => suppress(wrong)).toThrow("“t: Total, c1” is not what it is the sum of.");
});

/** Two halves and their year, or one table alone: small counts often, none as often, large ones now and then. */
const anyCount = fc.oneof(
	fc.constant(0),
	fc.integer({ min: 0, max: 6 }),
	fc.integer({ min: 0, max: 30 }),
);
const anyTable = (rows: number, columns: number) =>
	fc.array(fc.array(anyCount, { minLength: columns, maxLength: columns }), {
		minLength: rows,
		maxLength: rows,
	});

function yearOf(halves: number[][][]): Publication {
	const [first, second] = halves.map((counts, index) => tableOf(counts, `half ${index + 1}`)) as [
		CrossTable,
		CrossTable,
	];
	const year = tableOf(
		(halves[0] ?? []).map((row, r) => row.map((count, c) => count + (halves[1]?.[r]?.[c] ?? 0))),
		"year",
	);
	return publicationOf([first, second, year], addsUp(year, [first, second]));
}

describe("from everything that is published, nobody can work out a hidden count", () => {
	test("by trying every number (small tables)", () => {
		fc.assert(
			fc.property(anyTable(2, 2), (counts) => {
				const publication = publicationOf([tableOf(counts)]);
				const { hidden, givenAway } = suppress(publication);
				expect(givenAway).toEqual([]);
				for (const [name, values] of everyValue(publication, hidden)) {
					const isSmall = (publication.counts.get(name) ?? 0) < 5;
					expect(Math.max(...values) - Math.min(...values), name).toBeGreaterThanOrEqual(
						isSmall ? 3 : 1,
					);
				}
			}),
			{ numRuns: 60 },
		);
	});

	test("not with two reports either: half a year, and then the other half and the year", () => {
		fc.assert(
			fc.property(fc.array(anyTable(4, 3), { minLength: 2, maxLength: 2 }), (halves) => {
				const first = suppress(publicationOf([tableOf(halves[0] ?? [], "half 1")])).hidden;
				const year = yearOf(halves);
				const ofFirst = [...year.counts.keys()].filter((name) => name.startsWith("half 1"));
				const both = {
					...year,
					shownBefore: new Set(ofFirst.filter((name) => !first.has(name))),
					hiddenBefore: first,
				};
				const { hidden, givenAway } = suppress(both);
				const isSmall = (name: string) => (year.counts.get(name) ?? 0) < 5;
				expect(givenAway.filter(isSmall)).toEqual([]);
				expect(solved(both, hidden).filter(isSmall)).toEqual([]);
				expect(narrowedDown(both, hidden).filter(isSmall)).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});

	test("by solving the equations, or by narrowing each count down (two halves and their year)", () => {
		fc.assert(
			fc.property(fc.array(anyTable(5, 4), { minLength: 2, maxLength: 2 }), (halves) => {
				const publication = yearOf(halves);
				const { hidden, givenAway } = suppress(publication);
				expect(givenAway).toEqual([]);
				expect(solved(publication, hidden)).toEqual([]);
				expect(narrowedDown(publication, hidden)).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});

	test("and nothing is hidden where every count is 0 or at least 5", () => {
		fc.assert(
			fc.property(anyTable(4, 3), (counts) => {
				const large = counts.map((row) => row.map((count) => (count === 0 ? 0 : count + 4)));
				expect(hiddenIn(publicationOf([tableOf(large)]))).toEqual([]);
			}),
			{ numRuns: 50 },
		);
	});
});
