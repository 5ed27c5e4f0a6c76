import { expect, test } from "vitest";
import { mostCounted, partOf, readFor } from "./where-to-look.ts";

const rows = (count: number) => Array.from({ length: count }, (_, nth) => nth);

test("a part has its rows, and says how many there are in all as far as they are counted", () => {
	const which = { offset: 20, limit: 10 };
	expect(partOf(rows(25), which)).toEqual({
		rows: [20, 21, 22, 23, 24],
		total: 25,
		isMore: false,
	});
	expect(partOf(rows(mostCounted), which)).toMatchObject({ total: mostCounted, isMore: false });
	expect(partOf(rows(mostCounted + 1), which)).toMatchObject({ total: mostCounted, isMore: true });
});

test("no row is out of reach: a part beyond what is counted is read to its end, and says whether more follow", () => {
	const which = { offset: 1_000, limit: 50 };
	expect(readFor(which)).toBe(1_051);
	expect(partOf(rows(1_051), which)).toEqual({
		rows: rows(1_050).slice(1_000),
		total: 1_050,
		isMore: true,
	});
	expect(partOf(rows(1_050), which)).toMatchObject({ total: 1_050, isMore: false });
});
