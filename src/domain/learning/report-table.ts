import { type Case, type Unit, weightOf } from "./case.ts";

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
	/** A number of working days that says something of those that `of` counts; null where there is none. */
	| { is: "days"; value: number | null; of: CountName; n: number }
	/** Text that tells no count of its own. */
	| { is: "text"; text: string };

/** That counts add up to another; what may overlap is counted in several parts. */
export type Sum = { whole: CountName; parts: CountName[]; mayOverlap?: true };

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
	sums: Sum[];
};

/** A table with the differences that each of its counts counts. */
export type Tallied = { table: ReportTable; behind: Map<CountName, string[]> };

/** A row: what it is called, and which differences belong to it. */
export type Group = { key: string; label: string; has: (one: Case) => boolean };
/** A column of counts; `row` is undefined in the last row, which counts all. */
export type CountColumn = {
	key: string;
	label: string;
	unit: Unit;
	has: (one: Case, row?: Group) => boolean;
};

/** All of a column, whatever it is of. */
export const everyOne = (): true => true;

/**
 * Counts differences by rows and columns.
 *
 * @param whole names the counts of the last row, which counts all `cases`; left out, there is no such row
 * @param rowsOverlap one difference may stand in several rows
 * @param across names the column that the others add up to, where they do
 * @param statistics columns of days, each of one column's differences, with what each says
 */
export function tallied({
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
	title: string;
	says: string;
	rowsAre: string;
	cases: Case[];
	rows: Group[];
	columns: CountColumn[];
	whole?: { label: string; name: string } | undefined;
	rowsOverlap?: boolean;
	across?: string | undefined;
	statistics?: {
		title: string;
		of: string;
		value: (these: Case[], row?: Group) => number | null;
	}[];
}): Tallied {
	const behind = new Map<CountName, string[]>();
	const line = (name: string, of: Case[], row?: Group) => {
		const counts = columns.map((column) => {
			const counted = of.filter((one) => column.has(one, row));
			const count = `${name}/${column.key}`;
			behind.set(
				count,
				counted.map(({ id }) => id),
			);
			return {
				is: "count" as const,
				name: count,
				n: counted.reduce((sum, one) => sum + weightOf(one, column.unit), 0),
			};
		});
		const days = statistics.map(({ of: key, value }) => {
			const column = columns.find((each) => each.key === key);
			const these = of.filter((one) => column?.has(one, row) ?? true);
			return {
				is: "days" as const,
				value: value(these, row),
				of: `${name}/${key}`,
				n: these.length,
			};
		});
		return [...counts, ...days];
	};
	const nameOf = (row: Group) => `${id}/${row.key}`;
	const inside = rows.map((row) => ({
		key: row.key,
		label: row.label,
		figures: line(nameOf(row), cases.filter(row.has), row),
	}));
	const all = whole && {
		key: "total",
		label: whole.label,
		isTotal: true as const,
		figures: line(whole.name, cases),
	};
	const names = [...rows.map(nameOf), ...(whole ? [whole.name] : [])];
	return {
		behind,
		table: {
			id,
			title,
			says,
			rowsAre,
			columns: [...columns.map(({ label }) => label), ...statistics.map(({ title }) => title)],
			rows: [...inside, ...(all ? [all] : [])],
			sums: [
				...(whole
					? columns.map(({ key }) => ({
							whole: `${whole.name}/${key}`,
							parts: rows.map((row) => `${nameOf(row)}/${key}`),
							...(rowsOverlap && { mayOverlap: true as const }),
						}))
					: []),
				...(across
					? names.map((name) => ({
							whole: `${name}/${across}`,
							parts: columns.filter(({ key }) => key !== across).map(({ key }) => `${name}/${key}`),
						}))
					: []),
			],
		},
	};
}

/** A row for each thing of which every difference has one, in the order of their names. */
export function groupsBy<Thing extends { key: string; label: string }>(
	cases: Case[],
	thingOf: (one: Case) => Thing,
): Group[] {
	const things = new Map<string, Group>();
	for (const one of cases) {
		const { key, label } = thingOf(one);
		if (!things.has(key))
			things.set(key, { key, label, has: (other) => thingOf(other).key === key });
	}
	return [...things.values()].sort((one, other) => one.label.localeCompare(other.label, "en-GB"));
}
