/**
 * A report as its readers have it: whole for the office, for all others without small numbers and what gives them away. How these
 * are found is suppress.ts; here is what is one system with what, and what is left when they are hidden.
 */
import type { Behind, ReportFigures } from "./report.ts";
import type { CountName, Figure, ReportTable, Sum } from "./report-table.ts";
import type { SaidAs } from "./report-words.ts";
import { type Publication, suppress } from "./suppress.ts";

/** For whom a report is made, from the office that makes it outwards. */
export const audiences = ["business-unit", "subgroup", "partnership", "public"] as const;
export type Audience = (typeof audiences)[number];

/** A report as its readers have it: every output is made of this and of nothing else. */
export type Published = ReportFigures & {
	audience: Audience;
	/** The titles of tables that are not in it, since nearly nothing of them could be shown. */
	leftOut: string[];
	/** The titles of tables of which a small number follows from what an earlier report showed. */
	givenAway: string[];
	/** How these titles are said, as a `said` of their tables. */
	said?: SaidAs;
};

/** What other reports showed and hid of counts that stand in this one too. */
export type ShownBefore = {
	shown: CountName[];
	hidden: CountName[];
	/** What follows from others without this one. */
	givenAway?: CountName[];
};

/** A table is left out when fewer of its counts than this share are shown, of those that are not 0. */
const leastShown = 1 / 3;

/** A report for its readers. @param threshold see `shownOutside` */
export const publishedFor = (
	audience: Audience,
	whole: { figures: ReportFigures; behind: Behind },
	threshold: number,
	before?: ShownBefore,
): Published =>
	audience === "business-unit"
		? asOfficeHas(whole.figures)
		: forReaders(audience, {
				figures: whole.figures,
				shown: shownOutside(whole, threshold, before),
			});

const asOfficeHas = (figures: ReportFigures): Published => ({
	...figures,
	audience: "business-unit",
	leftOut: [],
	givenAway: [],
});

/**
 * Figures as their readers have them. The Business Unit has them whole. All others have what is shown outside it, the public
 * less the tables of single agencies, for which those of sectors stand: two ways to hide the same numbers could be laid beside
 * each other.
 */
export function forReaders(
	audience: Audience,
	{ figures, shown }: { figures: ReportFigures; shown: Published },
): Published {
	if (audience === "business-unit") return asOfficeHas(figures);
	if (audience !== "public") return { ...shown, audience };
	const byAgency = tablesOf(shown).filter((table) => table.byAgency);
	return {
		...shown,
		audience,
		leftOut: [...shown.leftOut, ...byAgency.map(({ title }) => title)],
		said: { ...shown.said, ...titlesSaid(byAgency) },
		sections: shown.sections
			.map((section) => ({
				...section,
				tables: section.tables.filter((table) => !table.byAgency),
			}))
			.filter(({ tables }) => tables.length > 0),
	};
}

/**
 * A report as everybody outside the Business Unit may have it: small numbers are hidden, with what gives them away, over all
 * tables, along everything that their counts add up to. What is said of a hidden count, days or a change, is hidden with it.
 * What is not shown is not in it, so nothing that is made of it can tell. A table of which nearly nothing could be shown is told
 * by its totals alone, or left out and named.
 *
 * @param threshold counts from 1 to one less are hidden
 * @see docs/decisions/small-numbers.md
 */
export function shownOutside(
	{ figures, behind }: { figures: ReportFigures; behind: Behind },
	threshold: number,
	before: ShownBefore = { shown: [], hidden: [] },
): Published {
	const all = tablesOf(figures);
	const links = [...all.flatMap(({ sums }) => sums), ...unionsIn(all, behind, threshold)];
	const tables = [...all];
	let hidden = hiddenIn(tables, links, before, threshold);
	for (;;) {
		// One at a time: what was hidden for its sake is shown then.
		const [emptiest] = tables
			.map((table, at) => ({ table, at, share: shareShown(table, hidden) }))
			.filter(({ table, share }) => table.id !== "key" && share < leastShown)
			.sort((one, other) => one.share - other.share);
		if (!emptiest) break;
		tables.splice(emptiest.at, 1, ...coarser(emptiest.table));
		hidden = hiddenIn(tables, links, before, threshold);
	}
	const shown = new Map(tables.map((table) => [table.id, table]));
	const leftOut = all.filter(({ id }) => !shown.has(id));
	const given = hidden.givenAway.union(new Set(before.givenAway));
	const givenAway = all.filter((table) => countsIn(table).some(({ name }) => given.has(name)));
	return {
		period: figures.period,
		audience: "subgroup",
		leftOut: leftOut.map(({ title }) => title),
		givenAway: givenAway.map(({ title }) => title),
		said: titlesSaid([...leftOut, ...givenAway]),
		sections: figures.sections
			.map((section) => ({
				...section,
				tables: section.tables.flatMap(({ id }) => {
					const table = shown.get(id);
					return table ? [withoutHidden(table, hidden.counts, threshold)] : [];
				}),
			}))
			.filter(({ tables }) => tables.length > 0),
	};
}

/** How the titles of tables are said, and nothing else of them. */
export const titlesSaid = (tables: readonly ReportTable[]): SaidAs =>
	Object.fromEntries(
		tables.flatMap(({ title, said }) => {
			const its = said?.[title];
			return its ? [[title, its]] : [];
		}),
	);

/** What a report tells of an earlier period: its counts as they are named there, and here. */
export function shownEarlier(earlier: Published, at: "before" | "year-ago"): ShownBefore {
	const told: ShownBefore = { shown: [], hidden: [] };
	for (const { id, rows } of tablesOf(earlier))
		if (id === "key" || id.startsWith("raisers"))
			for (const { key, isTotal, figures } of rows) {
				// Agencies and sectors have one and the same sum.
				const name = isTotal ? `raisers/all/${at}` : `${id}/${key}/${at}`;
				if (figures[0]?.is === "hidden") told.hidden.push(name);
				if (figures[0]?.is === "count") told.shown.push(name);
			}
	return told;
}

export const tablesOf = ({ sections }: Pick<ReportFigures, "sections">): ReportTable[] =>
	sections.flatMap(({ tables }) => tables);

const countsIn = ({ rows }: ReportTable) =>
	rows.flatMap(({ figures }) => figures.filter((figure) => figure.is === "count"));

type Hidden = { counts: ReadonlySet<CountName>; givenAway: ReadonlySet<CountName> };

/**
 * Hides until no count is shown whose like in the other unit is hidden. Not the other way round: who takes each difference to
 * be about one child then has nothing but the counts of differences, of which none can be worked out.
 */
function hiddenIn(
	shown: ReportTable[],
	sums: Sum[],
	before: ShownBefore,
	threshold: number,
): Hidden {
	const publication = publicationOf(shown, sums, before);
	const together = shown.flatMap((table) => table.together);
	const hiddenBefore = new Set(publication.hiddenBefore);
	for (;;) {
		const { hidden, givenAway } = suppress({ ...publication, hiddenBefore }, threshold);
		const more = together.flatMap(([one, other]) =>
			hidden.has(one) &&
			!hidden.has(other) &&
			!hiddenBefore.has(other) &&
			publication.counts.get(other)
				? [other]
				: [],
		);
		if (more.length === 0) return { counts: hidden, givenAway: new Set(givenAway) };
		for (const name of more) hiddenBefore.add(name);
	}
}

/**
 * Everything that readers have together. A whole that no table shows, such as all that was in hand, stands in the sums only;
 * counts of tables that they do not have are left out with their sums.
 */
export function publicationOf(
	tables: ReportTable[],
	sums: Sum[],
	before: ShownBefore = { shown: [], hidden: [] },
): Publication {
	const counts = new Map(tables.flatMap(countsIn).map(({ name, n }) => [name, n]));
	const shown = new Set(counts.keys());
	const has = (name: CountName) => counts.has(name);
	for (const { whole, parts, mayOverlap, mayMiss } of sums)
		if (!has(whole) && !mayOverlap && !mayMiss && parts.every(has))
			counts.set(
				whole,
				parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0),
			);
	return {
		counts,
		shown,
		sums: sums.filter(({ whole, parts }) => has(whole) && parts.every(has)),
		shownBefore: new Set(before.shown.filter(has)),
		hiddenBefore: new Set(before.hidden.filter(has)),
	};
}

/**
 * Counts that are whole rows of another table put together: who knows the protocol knows that what was sent to the Business
 * Unit is what came as far as its stages. They are found by what they count, so that no such knowledge has to be written down;
 * one that is so by chance alone hides a little more.
 *
 * @param threshold smaller ones are hidden anyway
 */
export function unionsIn(tables: ReportTable[], behind: Behind, threshold: number): Sum[] {
	const all = new Map(tables.flatMap(countsIn).map(({ name, n }) => [name, n]));
	/** The differences of a count, unless it counts something else. */
	const idsOf = (name: CountName) => {
		const ids = behind.get(name);
		return ids?.length === all.get(name) ? ids : undefined;
	};
	/** Each difference by a number of its own: each table is held against each count, so this is asked most. */
	const numbers = new Map<string, number>();
	const numberOf = (id: string) => {
		const number = numbers.get(id) ?? numbers.size;
		numbers.set(id, number);
		return number;
	};
	const known = new Map<CountName, Int32Array>();
	const numbersOf = (name: CountName): Int32Array => {
		const before = known.get(name) ?? Int32Array.from(idsOf(name) ?? [], numberOf);
		known.set(name, before);
		return before;
	};
	const counts = [...all.keys()].flatMap((name) =>
		(idsOf(name)?.length ?? 0) >= threshold ? [{ name, ids: numbersOf(name) }] : [],
	);
	return tables.flatMap(({ sums }) =>
		sums.flatMap(({ whole, parts, mayOverlap, mayMiss }) => {
			if (mayOverlap || mayMiss || parts.length < 2) return [];
			const members = parts.map(numbersOf);
			const most = members.reduce((sum, { length }) => sum + length, 0);
			/** Which part a difference is in, the first being 1; 0 for none. */
			const partOf = new Int32Array(numbers.size);
			for (const [nth, ids] of members.entries()) for (const id of ids) partOf[id] = nth + 1;
			/** How many of each part a count has. */
			const has = new Int32Array(parts.length + 1);
			return counts.flatMap(({ name, ids }): Sum[] => {
				if (ids.length > most || name === whole || parts.includes(name)) return [];
				has.fill(0);
				/** The parts of which it has some, in the order in which they come. */
				const of: number[] = [];
				for (const id of ids) {
					const part = partOf[id] ?? 0;
					// One that is larger than the count is not whole in it.
					if (part === 0 || (members[part - 1]?.length ?? 0) > ids.length) return [];
					const before = has[part] ?? 0;
					if (before === 0) of.push(part);
					has[part] = before + 1;
				}
				const isUnion = of.every((part) => members[part - 1]?.length === has[part]);
				return isUnion ? [{ whole: name, parts: of.map((part) => parts[part - 1] ?? "") }] : [];
			});
		}),
	);
}

/** A table with nothing but the column that its others add up to; nothing where that would be agencies once more. */
function coarser({ across, ...table }: ReportTable): ReportTable[] {
	if (across === undefined || table.byAgency) return [];
	return [
		{
			...table,
			columns: [table.columns[across] ?? ""],
			rows: table.rows.map((row) => ({ ...row, figures: row.figures.slice(across, across + 1) })),
		},
	];
}

/** How much of what is not 0 in a table is shown. */
function shareShown(table: ReportTable, { counts }: Hidden): number {
	const told = countsIn(table).filter(({ n }) => n > 0);
	const shown = told.filter(({ name }) => !counts.has(name));
	return told.length === 0 ? 1 : shown.length / told.length;
}

function withoutHidden(
	table: ReportTable,
	hidden: ReadonlySet<CountName>,
	threshold: number,
): ReportTable {
	const isHidden = (figure: Figure): boolean => {
		if (figure.is === "count") return hidden.has(figure.name);
		if (figure.is === "days")
			return hidden.has(figure.of) || (figure.n > 0 && figure.n < threshold);
		return figure.is === "said" && figure.of.some((name) => hidden.has(name));
	};
	// Where days add up, the total would give the only hidden one away.
	const isTold = (at: number) =>
		table.rows.some(({ figures }) => figures[at] && isHidden(figures[at]));
	const rows = table.rows.map((row) => ({
		...row,
		figures: row.figures.map((figure, at): Figure => {
			const isSumOfHidden = figure.is === "days" && figure.adds && row.isTotal && isTold(at);
			return isHidden(figure) || isSumOfHidden ? { is: "hidden" } : figure;
		}),
	}));
	return { ...table, rows: table.mostFirst ? withHiddenLast(rows) : rows, together: [], sums: [] };
}

/** Where most come first, what is hidden would be known to lie between its neighbours. */
function withHiddenLast(rows: ReportTable["rows"]): ReportTable["rows"] {
	const place = ({ isTotal, figures }: ReportTable["rows"][number]) =>
		isTotal ? 2 : figures.some(({ is }) => is === "hidden") ? 1 : 0;
	return rows.toSorted(
		(one, other) =>
			place(one) - place(other) ||
			(place(one) === 1 ? one.label.localeCompare(other.label, "en-GB") : 0),
	);
}
