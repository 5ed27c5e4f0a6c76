/**
 * A table of a report: what stands in it, how its counts hang together, and how differences are counted into one by rows and
 * columns.
 */
import { inEnglish, type Said, said } from "../said.ts";
import { type Case, type Unit, type Weighed, weightOf } from "./case.ts";
import { inEnglishAnd, type SaidAs, type Words, wordsInEnglish } from "./report-words.ts";

/** Names one count; tables that show the same count name it alike. */
export type CountName = string;

/** What stands in a cell of a report. */
export type Figure =
	| {
			is: "count";
			name: CountName;
			n: number;
			/** It counts what nobody may look behind, such as people who answered without their names. */
			nothingBehind?: true;
	  }
	/**
	 * A number of working days, worked out of `n` that belong to what `of` counts; null where there is none.
	 * `adds` where the days of all rows add up to those of the last.
	 */
	| { is: "days"; value: number | null; of: CountName; n: number; adds?: true }
	/** What is said of counts, such as a change. */
	| { is: "said"; text: string; said?: Said; of: CountName[] }
	/** What is not shown to readers outside the Business Unit. */
	| { is: "hidden" };

/**
 * That counts add up to another. A sum of one part says that two counts are the same.
 *
 * One thing may be counted in several parts, such as a difference with two themes (`mayOverlap`): then
 * each part is at most the whole, and together they are at least the whole. Some of the whole may be
 * in no part (`mayMiss`): then they are not.
 */
export type Sum = { whole: CountName; parts: CountName[]; mayOverlap?: true; mayMiss?: true };

/** A table of a report, from which every output is made. */
export type ReportTable = {
	/** In addresses and file names; unique in a report. */
	id: string;
	title: string;
	/** What the numbers count and out of what, and why parts overlap where they do. */
	says: string;
	rowsAre: string;
	columns: string[];
	rows: { key: string; label: string; isTotal?: true; figures: Figure[] }[];
	/** Left out in figures that were kept before Concord spoke Welsh in reports. */
	said?: SaidAs;
	sums: Sum[];
	/** The same things counted in two units: whoever has the second nearly has the first, so it is hidden with it. */
	together: [CountName, CountName][];
	/** Its rows are in the order of what they count, which tells something of each. */
	mostFirst?: true;
	/** The column that the others before it add up to, from 0. */
	across?: number;
	/** Its rows or columns are single agencies. */
	byAgency?: true;
	/** What it counts happened in the period, so that its counts of periods that follow one another add up to those of all. */
	addsOverTime?: true;
};

/** A table with the differences that each of its counts counts. */
export type Tallied = { table: ReportTable; behind: Map<CountName, string[]> };

/** A figure that is said of counts. */
export const saidOf = (words: Said, of: CountName[]): Figure & { is: "said" } => ({
	is: "said",
	text: inEnglish(words),
	said: words,
	of,
});

/** A row: what it is called, and which differences belong to it. */
export type Group<One = Case> = {
	key: string;
	label: Words;
	has: (one: One) => boolean;
	/** Those of the table's differences that belong to it, in their order, where they were found in one pass. */
	these?: readonly One[];
};
/** A column of counts; `row` is undefined in the last row, which counts all. */
export type CountColumn<One = Case> = {
	key: string;
	label: Words;
	unit: Unit;
	has: (one: One, row?: Group<One>) => boolean;
	/** The column of which it counts a part. */
	within?: string;
	/** The column that counts the same in the other unit. */
	alike?: string;
};

/** What the row and the column of all are called. */
export const calledAll = said`All`;

/** All of a column, whatever it is of. */
export const everyOne = (): true => true;

/**
 * Which differences belong to each key, each once and in their order. One pass finds them for all rows: there may be ten
 * thousand differences, and dozens of rows.
 */
export function byKey<One>(
	cases: readonly One[],
	keysOf: (one: One) => readonly string[],
): Map<string, One[]> {
	const found = new Map<string, One[]>();
	for (const one of cases)
		for (const key of keysOf(one)) {
			const there = found.get(key);
			if (!there) found.set(key, [one]);
			else if (there.at(-1) !== one) there.push(one);
		}
	return found;
}

/**
 * Counts differences by rows and columns.
 *
 * @param whole names the counts of all `cases`, and what the last row is called; without a label, another table shows them
 * @param rowsOverlap one difference may stand in several rows
 * @param across names the column that the others of its unit add up to, where they do
 * @param statistics columns worked out of days: `days` of one column's differences, and the `value` that is told of them;
 * days that several are worked out of are asked for once
 */
export function tallied<One extends Weighed = Case>({
	id,
	title,
	says,
	rowsAre,
	cases,
	rows,
	columns,
	whole,
	rowsOverlap = false,
	across,
	statistics = [],
}: {
	id: string;
	title: Words;
	says: Words;
	rowsAre: Words;
	cases: One[];
	rows: Group<One>[];
	columns: CountColumn<One>[];
	whole?: { label?: Words; name: string } | undefined;
	rowsOverlap?: boolean;
	across?: string | undefined;
	statistics?: {
		title: Words;
		of: string;
		days: (these: readonly One[], row?: Group<One>) => number[];
		value: (days: number[]) => number | undefined;
		adds?: true;
	}[];
}): Tallied {
	const behind = new Map<CountName, string[]>();
	const { english, saidAs } = inEnglishAnd();
	const line = (name: string, of: readonly One[], row?: Group<One>) => {
		/** Of all of them, the same for each column that counts all. */
		const all = of.map(({ id }) => id);
		const inColumn = (column: CountColumn<One> | undefined) =>
			column === undefined || column.has === everyOne
				? of
				: of.filter((one) => column.has(one, row));
		const counts = columns.map((column) => {
			const counted = inColumn(column);
			const count = `${name}/${column.key}`;
			behind.set(count, counted === of ? all : counted.map(({ id }) => id));
			return {
				is: "count" as const,
				name: count,
				n: counted.reduce((sum, one) => sum + weightOf(one, column.unit), 0),
			};
		});
		const known = new Map<string, Map<unknown, number[]>>();
		const daysIn = (key: string, daysOf: (typeof statistics)[number]["days"]) => {
			const ofColumn = known.get(key) ?? new Map<unknown, number[]>();
			known.set(key, ofColumn);
			const days =
				ofColumn.get(daysOf) ?? daysOf(inColumn(columns.find((each) => each.key === key)), row);
			ofColumn.set(daysOf, days);
			return days;
		};
		const days = statistics.map(({ of: key, days: daysOf, value, adds }) => {
			const each = daysIn(key, daysOf);
			return {
				is: "days" as const,
				value: value(each) ?? null,
				of: `${name}/${key}`,
				n: each.length,
				...(adds && { adds }),
			};
		});
		return [...counts, ...days];
	};
	const nameOf = (row: Group<One>) => `${id}/${row.key}`;
	const inside = rows.map((row) => ({
		key: row.key,
		label: english(row.label),
		figures: line(nameOf(row), row.these ?? cases.filter(row.has), row),
	}));
	const all = whole?.label !== undefined && {
		key: "total",
		label: english(whole.label),
		isTotal: true as const,
		figures: line(whole.name, cases),
	};
	const unitAcross = columns.find(({ key }) => key === across)?.unit;
	const names = [...rows.map(nameOf), ...(all ? [whole.name] : [])];
	const misses = (column: CountColumn<One>) => {
		const inRows = rows.flatMap((row) => behind.get(`${nameOf(row)}/${column.key}`) ?? []);
		const whole = cases.filter((one) => column.has(one));
		if (!rowsOverlap) return inRows.length < whole.length;
		const found = new Set(inRows);
		return whole.some(({ id }) => !found.has(id));
	};
	return {
		behind,
		table: {
			id,
			title: english(title),
			says: english(says),
			rowsAre: english(rowsAre),
			columns: [
				...columns.map(({ label }) => english(label)),
				...statistics.map(({ title }) => english(title)),
			],
			said: saidAs,
			rows: [...inside, ...(all ? [all] : [])],
			...(across !== undefined && { across: columns.findIndex(({ key }) => key === across) }),
			sums: [
				...(whole
					? columns.map((column) => ({
							whole: `${whole.name}/${column.key}`,
							parts: rows.map((row) => `${nameOf(row)}/${column.key}`),
							...(rowsOverlap && { mayOverlap: true as const }),
							...(misses(column) && { mayMiss: true as const }),
						}))
					: []),
				...(across
					? names.map((name) => ({
							whole: `${name}/${across}`,
							parts: columns
								.filter(({ key, unit }) => key !== across && unit === unitAcross)
								.map(({ key }) => `${name}/${key}`),
						}))
					: []),
				...columns.flatMap(({ key, within }) =>
					within === undefined
						? []
						: names.map((name) => ({
								whole: `${name}/${within}`,
								parts: [`${name}/${key}`],
								mayMiss: true as const,
							})),
				),
			],
			together: columns.flatMap(({ key, alike }) =>
				alike === undefined
					? []
					: names.map((name): [CountName, CountName] => [`${name}/${alike}`, `${name}/${key}`]),
			),
		},
	};
}

/** A row for each thing of which every difference has one, in the order of their names. */
export function groupsBy<Thing extends { key: string; label: Words }>(
	cases: Case[],
	thingOf: (one: Case) => Thing,
): Group[] {
	const labels = new Map<string, Words>();
	const keys = new Map<Case, string>();
	for (const one of cases) {
		const { key, label } = thingOf(one);
		if (!labels.has(key)) labels.set(key, label);
		keys.set(one, key);
	}
	const found = byKey(cases, (one) => [keys.get(one) ?? ""]);
	return [...labels]
		.map(([key, label]) => ({
			key,
			label,
			has: (one: Case) => keys.get(one) === key,
			these: found.get(key) ?? [],
		}))
		.sort(byLabel);
}

/** In the order of the alphabet, of what they are called in English. */
export const byLabel = (one: { label: Words }, other: { label: Words }): number =>
	wordsInEnglish(one.label).localeCompare(wordsInEnglish(other.label), "en-GB");

/** The second table with what it counts in another unit than the first, cell by cell. */
export function alike(first: Tallied, second: Tallied): Tallied {
	const namesIn = ({ table }: Tallied) =>
		table.rows.flatMap(({ figures }) =>
			figures.flatMap((figure) => (figure.is === "count" ? [figure.name] : [])),
		);
	const names = namesIn(first);
	return {
		...second,
		table: {
			...second.table,
			together: namesIn(second).map((name, at) => [names[at] ?? name, name]),
		},
	};
}

/** A table of what happened in the period. */
export const addsOverTime = ({ behind, table }: Tallied): Tallied => ({
	behind,
	table: { ...table, addsOverTime: true },
});

/** A table whose rows were put in the order of what they count. */
export const mostFirst = ({ behind, table }: Tallied): Tallied => ({
	behind,
	table: { ...table, mostFirst: true },
});
