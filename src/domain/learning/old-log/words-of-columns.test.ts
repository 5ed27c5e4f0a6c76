import { expect, test } from "vitest";
import { mostValues } from "./mapping.ts";
import { CountedWords } from "./words-of-columns.ts";

const rowsOf = (cells: string[][], from = 2) =>
	cells.map((each, nth) => ({ line: from + nth, cells: each }));

test("what stands in each column is counted over all pieces, the most frequent first; empty cells are nothing", () => {
	const counted = new CountedWords(2);
	counted.add(
		rowsOf([
			["School", "Plans"],
			["Police", ""],
		]),
	);
	counted.add(rowsOf([["Police", "Plans"]], 4));
	expect(counted.words).toEqual([
		[
			{ value: "Police", lines: 2 },
			{ value: "School", lines: 1 },
		],
		[{ value: "Plans", lines: 2 }],
	]);
});

test("of a column with more words than anybody says the meaning of, nothing is kept; one fewer is kept whole", () => {
	const counted = new CountedWords(2);
	counted.add(
		rowsOf(
			Array.from({ length: mostValues + 1 }, (_, nth) => [
				`word ${nth}`,
				`word ${Math.min(nth, mostValues - 1)}`,
			]),
		),
	);
	const [tooMany, kept] = counted.words;
	expect(tooMany).toBeNull();
	expect(kept).toHaveLength(mostValues);
});
