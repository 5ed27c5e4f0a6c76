import type { CountName, Sum } from "./report-table.ts";
import type { Publication } from "./suppress.ts";

/** A table of counts with what they are and what they add up to. */
export type CrossTable = { name: string; values: [CountName, number][]; sums: Sum[] };

const total = "Total";

/**
 * A table of rows and columns with a total to each, and one of all.
 *
 * @param name tells its counts from those of other tables: `2026 first half: theme by sector`
 * @param counts a row for each of `rows`, in it a whole number from 0 for each of `columns`; with one
 *   column there is no total to the right
 */
export function crossTable({
	name,
	rows,
	columns,
	counts,
}: {
	name: string;
	rows: string[];
	columns: string[];
	counts: number[][];
}): CrossTable {
	const hasRowTotals = columns.length > 1;
	const across = hasRowTotals ? [...columns, total] : columns;
	const down = [...rows, total];
	const nameOf = (row: string, column: string) => `${name}: ${row}, ${column}`;
	const inside = rows.map((_, r) => columns.map((_, c) => counts[r]?.[c] ?? 0));
	const withRowTotals = inside.map((row) => (hasRowTotals ? [...row, sumOf(row)] : row));
	const all = [
		...withRowTotals,
		across.map((_, c) => sumOf(withRowTotals.map((row) => row[c] ?? 0))),
	];
	return {
		name,
		values: down.flatMap((row, r) =>
			across.map((column, c): [CountName, number] => [nameOf(row, column), all[r]?.[c] ?? 0]),
		),
		sums: [
			...(hasRowTotals
				? down.map((row) => ({
						whole: nameOf(row, total),
						parts: columns.map((column) => nameOf(row, column)),
					}))
				: []),
			...across.map((column) => ({
				whole: nameOf(total, column),
				parts: rows.map((row) => nameOf(row, column)),
			})),
		],
	};
}

/** That a table of a year is the sum of those of its parts, count by count. Rows that only one of them has are none in the other. */
export function addsUp(year: CrossTable, periods: CrossTable[]): Sum[] {
	const known = new Set(periods.flatMap(({ values }) => values.map(([name]) => name)));
	return year.values.map(([whole]) => ({
		whole,
		parts: periods
			.map(({ name }) => name + whole.slice(year.name.length))
			.filter((part) => known.has(part)),
	}));
}

/**
 * Everything that readers will have together.
 *
 * @param before the counts of these tables that an earlier report had, and whether it showed them
 */
export const publicationOf = (
	tables: CrossTable[],
	links: Sum[] = [],
	before: { shown: Iterable<CountName>; hidden: Iterable<CountName> } = { shown: [], hidden: [] },
): Publication => ({
	counts: new Map(tables.flatMap(({ values }) => values)),
	shown: new Set(tables.flatMap(({ values }) => values.map(([name]) => name))),
	sums: [...tables.flatMap(({ sums }) => sums), ...links],
	shownBefore: new Set(before.shown),
	hiddenBefore: new Set(before.hidden),
});

const sumOf = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0);
