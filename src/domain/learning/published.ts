import type { Behind, ReportFigures } from "./report.ts";
import type { CountName, Figure, ReportTable, Sum } from "./report-table.ts";
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
};

/** What an earlier report showed and hid of counts that stand in this one too. */
export type ShownBefore = { shown: CountName[]; hidden: CountName[] };

/** A table is left out when fewer of its counts than this share are shown, of those that are not 0. */
const leastShown = 1 / 3;

/**
 * A report for its readers. The Business Unit has it whole. For all others small numbers are hidden, with what gives them
 * away: over all tables, along everything that their counts add up to. What is said of a hidden count, days or a change, is
 * hidden with it. What is not shown is not in it, so nothing that is made of it can tell.
 *
 * The public has no table of single agencies: those of sectors stand for them. Tables of which nearly nothing could be shown
 * are left out and named.
 *
 * @param threshold counts from 1 to one less are hidden
 * @see docs/decisions/small-numbers.md
 */
export function publishedFor(
	audience: Audience,
	{ figures, behind }: { figures: ReportFigures; behind: Behind },
	threshold: number,
	before: ShownBefore = { shown: [], hidden: [] },
): Published {
	if (audience === "business-unit") return { ...figures, audience, leftOut: [], givenAway: [] };
	const all = tablesOf(figures);
	const links = [...all.flatMap(({ sums }) => sums), ...unionsIn(all, behind, threshold)];
	const leftOut = new Set(all.filter(({ byAgency }) => byAgency && audience === "public"));
	let hidden: Hidden;
	for (;;) {
		const shown = all.filter((table) => !leftOut.has(table));
		hidden = hiddenIn(all, shown, links, before, threshold);
		const empty = shown.filter((table) => table.id !== "key" && isNearlyEmpty(table, hidden));
		if (empty.length === 0) break;
		for (const table of empty) leftOut.add(table);
	}
	const titles = (tables: ReportTable[]) => tables.map(({ title }) => title);
	return {
		period: figures.period,
		audience,
		leftOut: titles(all.filter((table) => leftOut.has(table))),
		givenAway: titles(
			all.filter((table) => countsIn(table).some(({ name }) => hidden.givenAway.has(name))),
		),
		sections: figures.sections
			.map((section) => ({
				...section,
				tables: section.tables
					.filter((table) => !leftOut.has(table))
					.map((table) => withoutHidden(table, hidden.counts, threshold)),
			}))
			.filter(({ tables }) => tables.length > 0),
	};
}

/** What a report tells of an earlier period: its counts as they are named there, and here. */
export function shownEarlier(earlier: Published, at: "before" | "year-ago"): ShownBefore {
	const told: ShownBefore = { shown: [], hidden: [] };
	for (const { id, rows } of tablesOf(earlier))
		if (id === "key" || id === "raisers")
			for (const { key, isTotal, figures } of rows) {
				const name = `${id}/${isTotal ? "all" : key}/${at}`;
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

/** Hides until every count and its like in the other unit are both shown or neither is. */
function hiddenIn(
	all: ReportTable[],
	shown: ReportTable[],
	sums: Sum[],
	before: ShownBefore,
	threshold: number,
): Hidden {
	const publication = publicationOf(all, shown, sums, before);
	const together = shown.flatMap((table) => table.together);
	const hiddenBefore = new Set(before.hidden.filter((name) => publication.counts.has(name)));
	for (;;) {
		const { hidden, givenAway } = suppress({ ...publication, hiddenBefore }, threshold);
		const more = together
			.filter(([one, other]) => hidden.has(one) !== hidden.has(other))
			.flat()
			.filter((name) => !hidden.has(name) && (publication.counts.get(name) ?? 0) > 0)
			.filter((name) => !hiddenBefore.has(name));
		if (more.length === 0) return { counts: hidden, givenAway: new Set(givenAway) };
		for (const name of more) hiddenBefore.add(name);
	}
}

/** Everything that readers have: what is not shown stands in the sums only. */
export function publicationOf(
	all: ReportTable[],
	shown: ReportTable[],
	sums: Sum[],
	before: ShownBefore,
): Publication {
	const counts = new Map(all.flatMap(countsIn).map(({ name, n }) => [name, n]));
	for (const { whole, parts } of sums)
		if (!counts.has(whole))
			counts.set(
				whole,
				parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0),
			);
	const has = (name: CountName) => counts.has(name);
	return {
		counts,
		shown: new Set(shown.flatMap(countsIn).map(({ name }) => name)),
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
	const counts = [...all.keys()].flatMap((name) => {
		const ids = idsOf(name);
		return ids && ids.length >= threshold ? [{ name, ids }] : [];
	});
	return tables.flatMap(({ sums }) =>
		sums.flatMap(({ whole, parts, mayOverlap, mayMiss }) => {
			if (mayOverlap || mayMiss || parts.length < 2) return [];
			const partOf = new Map(parts.flatMap((part) => (idsOf(part) ?? []).map((id) => [id, part])));
			return counts.flatMap(({ name, ids }): Sum[] => {
				if (name === whole || parts.includes(name)) return [];
				const of = new Map<CountName, number>();
				for (const id of ids) {
					const part = partOf.get(id);
					if (part === undefined) return [];
					of.set(part, (of.get(part) ?? 0) + 1);
				}
				const isUnion = [...of].every(([part, n]) => idsOf(part)?.length === n);
				return isUnion ? [{ whole: name, parts: [...of.keys()] }] : [];
			});
		}),
	);
}

function isNearlyEmpty(table: ReportTable, { counts }: Hidden): boolean {
	const told = countsIn(table).filter(({ n }) => n > 0);
	const shown = told.filter(({ name }) => !counts.has(name));
	return told.length > 0 && shown.length < told.length * leastShown;
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
