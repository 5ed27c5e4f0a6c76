/**
 * Tables of counts as a report shows them, and how their counts hang together: what is a total of
 * what, in one table, between tables and between periods. Whoever reads a report can add up and
 * subtract along all of it.
 */
export type Publication = {
	tables: PublishedTable[];
	/** Every count that a table shows or a sum names. */
	counts: ReadonlyMap<CountName, number>;
	sums: Sum[];
	/** What an earlier report showed: it cannot be hidden any more, and readers have it. */
	shownBefore: ReadonlySet<CountName>;
	/** What an earlier report hid. */
	hiddenBefore: ReadonlySet<CountName>;
};

/**
 * Names one count. What bears the same name in two tables is the same count: it is shown in both or
 * hidden in both.
 */
export type CountName = string;

export type PublishedTable = {
	title: string;
	/** What a row is: "Theme". */
	rowsAre: string;
	columns: string[];
	rows: { label: string; counts: CountName[] }[];
};

/** A count that others add up to. A sum of one part says that two counts are the same. */
export type Sum = {
	whole: CountName;
	parts: CountName[];
	/**
	 * One thing may be counted in several parts, such as a difference with two themes: each part is at
	 * most the whole, and together they are at least the whole.
	 */
	mayOverlap?: true;
};

/** A table with what its counts are and what they add up to. */
export type CountedTable = PublishedTable & {
	name: string;
	values: [CountName, number][];
	sums: Sum[];
};

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
	title,
	rowsAre,
	rows,
	columns,
	counts,
}: {
	name: string;
	title: string;
	rowsAre: string;
	rows: string[];
	columns: string[];
	counts: number[][];
}): CountedTable {
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
		title,
		rowsAre,
		columns: across,
		rows: down.map((label) => ({ label, counts: across.map((column) => nameOf(label, column)) })),
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
export function addsUp(year: CountedTable, periods: CountedTable[]): Sum[] {
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
	tables: CountedTable[],
	links: Sum[] = [],
	before: { shown: Iterable<CountName>; hidden: Iterable<CountName> } = { shown: [], hidden: [] },
): Publication => ({
	tables,
	counts: new Map(tables.flatMap(({ values }) => values)),
	sums: [...tables.flatMap(({ sums }) => sums), ...links],
	shownBefore: new Set(before.shown),
	hiddenBefore: new Set(before.hidden),
});

const sumOf = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0);
