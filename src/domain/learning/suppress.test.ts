import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	addsUp,
	type CountedTable,
	crossTable,
	type Publication,
	publicationOf,
} from "./published-table.ts";
import { suppress } from "./suppress.ts";

const lettered = (count: number, letter: string) =>
	Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

const tableOf = (counts: number[][], name = "t") =>
	crossTable({
		name,
		title: "Themes by sector",
		rowsAre: "Theme",
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
		CountedTable,
		CountedTable,
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

/** All values that each hidden count can have, up to a little more than the largest count there is. */
function everyValue({ counts, sums }: Publication, hidden: ReadonlySet<string>) {
	const unknown = [...hidden].sort(
		(a, b) => Number(a.includes("Total")) - Number(b.includes("Total")),
	);
	const found = new Map(unknown.map((name) => [name, new Set<number>()]));
	const most = Math.max(...counts.values()) + 4;
	const known = new Map([...counts].filter(([name]) => !hidden.has(name)));
	const ways = sums.map(({ whole, parts }) => ({ whole, parts }));
	const agrees = () =>
		ways.every(({ whole, parts }) => {
			const open = parts.filter((part) => !known.has(part)).length;
			const soFar = parts.reduce((sum, part) => sum + (known.get(part) ?? 0), 0) + open;
			const of = known.get(whole);
			if (of === undefined) return true;
			return open === 0 ? soFar === of : soFar <= of;
		});
	const tryFrom = (at: number) => {
		const name = unknown[at];
		if (name === undefined) {
			for (const each of unknown) found.get(each)?.add(known.get(each) ?? 0);
			return;
		}
		const total = ways.find(
			({ whole, parts }) => whole === name && parts.every((part) => known.has(part)),
		);
		const only = total?.parts.reduce((sum, part) => sum + (known.get(part) ?? 0), 0);
		for (let value = only ?? 1; value <= (only ?? most); value += 1) {
			known.set(name, value);
			if (value > 0 && agrees()) tryFrom(at + 1);
		}
		known.delete(name);
	};
	tryFrom(0);
	return found;
}

/** The hidden counts that the equations alone settle: Gaussian elimination in the numbers up to a prime. */
function solved({ counts, sums }: Publication, hidden: ReadonlySet<string>): string[] {
	const prime = 1_000_003;
	const names = [...hidden];
	const inverse = (value: number): number => {
		let result = 1;
		for (let power = prime - 2, base = value; power > 0; power = Math.floor(power / 2)) {
			if (power % 2 === 1) result = (result * base) % prime;
			base = (base * base) % prime;
		}
		return result;
	};
	expect([...counts.values()].every((count) => count < prime)).toBe(true);
	const rows = sums.map(({ whole, parts }) =>
		names.map((name) => (name === whole ? prime - 1 : parts.includes(name) ? 1 : 0)),
	);
	let done = 0;
	for (const column of names.keys()) {
		const at = rows.findIndex((row, index) => index >= done && row[column] !== 0);
		const pivot = rows[at];
		if (!pivot) continue;
		rows.splice(at, 1);
		const share = inverse(pivot[column] ?? 1);
		const unit = pivot.map((value) => (value * share) % prime);
		rows.splice(done, 0, unit);
		for (const [index, row] of rows.entries()) {
			const times = row[column] ?? 0;
			if (index === done || times === 0) continue;
			rows[index] = row.map((value, c) => (value + (prime - times) * (unit[c] ?? 0)) % prime);
		}
		done += 1;
	}
	return rows.flatMap((row) => {
		const left = names.filter((_, index) => row[index] !== 0);
		return left.length === 1 ? left : [];
	});
}

/** The hidden counts that are pinned down by what each sum leaves them: at least 1, at most what is left over, again and again. */
function narrowedDown({ counts, sums }: Publication, hidden: ReadonlySet<string>): string[] {
	const ranges = new Map(
		[...counts].map(([name, count]) => [
			name,
			hidden.has(name) ? { from: 1, to: Number.POSITIVE_INFINITY } : { from: count, to: count },
		]),
	);
	const rangeOf = (name: string) => ranges.get(name) ?? { from: 0, to: 0 };
	for (let rounds = 0; rounds < 50; rounds += 1)
		for (const { whole, parts } of sums) {
			const of = rangeOf(whole);
			const least = parts.reduce((sum, part) => sum + rangeOf(part).from, 0);
			const most = parts.reduce((sum, part) => sum + rangeOf(part).to, 0);
			of.from = Math.max(of.from, least);
			of.to = Math.min(of.to, most);
			for (const part of parts) {
				const range = rangeOf(part);
				const others = parts.filter((other) => other !== part);
				const othersMost = others.reduce((sum, other) => sum + rangeOf(other).to, 0);
				const othersLeast = others.reduce((sum, other) => sum + rangeOf(other).from, 0);
				range.to = Math.min(range.to, of.to - othersLeast);
				if (Number.isFinite(othersMost)) range.from = Math.max(range.from, of.from - othersMost);
			}
		}
	return [...hidden].filter((name) => {
		const { from, to } = rangeOf(name);
		return to - from < ((counts.get(name) ?? 0) < 5 ? 3 : 1);
	});
}
