import { mostValues } from "./mapping.ts";
import type { TypedRow } from "./typed-table.ts";

/** What stands in a column, each once, with how many lines have it, the most frequent first; null of more than `mostValues`. */
export type WordsOfColumn = { value: string; lines: number }[] | null;

/** Counts what stands in each column of a table, once for all of them. Lines may come in any number of pieces. */
export class CountedWords {
	readonly #columns: (Map<string, number> | null)[];

	/** @param columns how many there are */
	constructor(columns: number) {
		this.#columns = Array.from({ length: columns }, () => new Map());
	}

	add(rows: readonly TypedRow[]): void {
		for (const { cells } of rows)
			for (const [at, counts] of this.#columns.entries()) {
				const value = cells[at];
				if (!value || !counts) continue;
				counts.set(value, (counts.get(value) ?? 0) + 1);
				// They are no kinds of anything, and nobody is asked what they mean.
				if (counts.size > mostValues) this.#columns[at] = null;
			}
	}

	get words(): WordsOfColumn[] {
		return this.#columns.map(
			(counts) =>
				counts &&
				[...counts]
					.map(([value, lines]) => ({ value, lines }))
					.sort((one, other) => other.lines - one.lines || (one.value < other.value ? -1 : 1)),
		);
	}
}
