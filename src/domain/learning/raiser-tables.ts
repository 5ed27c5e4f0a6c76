import { sectors } from "../people/viewer.ts";
import { sectorNames } from "../protocol/told/table/asked.ts";
import { inEnglish, type Said, said, saidWhole } from "../said.ts";
import type { Raised } from "./key-counts.ts";
import {
	byKey,
	calledAll,
	type Figure,
	type Sum,
	saidOf,
	type Tallied,
	tallied,
} from "./report-table.ts";
import type { Words } from "./report-words.ts";
import type { Reported, ReportWords, SizedAgency } from "./reported.ts";

/**
 * Who raises and who does not: agencies and sectors, against their own earlier periods and against what their size would
 * suggest. Silence is a finding to ask about and not a score, and nobody is named.
 */
export function raiserTables(reported: Reported): Tallied[] {
	const { keyCounts, earlier, agencies, words } = reported;
	// For a report of a year, the period before is the year before: each still counts once in each column.
	const cases = [
		...new Map(
			[...keyCounts.raised, ...earlier.before.raised, ...earlier.yearAgo.raised].map((one) => [
				one.id,
				one,
			]),
		).values(),
	];
	const raisedBy = byKey(cases, ({ raising }) => [raising.id]);
	const known = [
		...agencies.filter(({ id, sector }) => sector !== "partnership" || raisedBy.has(id)),
		...agenciesOfThePast(cases, agencies),
	];
	const sectorOf = new Map(known.map(({ id, sector }) => [id, sector]));
	const raisedIn = byKey(cases, ({ raising }) => [sectorOf.get(raising.id) ?? raising.sector]);
	const inSector = Map.groupBy(known, ({ sector }) => sector);
	return [
		raisersTable(reported, {
			id: "raisers",
			title: said`Who raises, and who does not`,
			says: saysOf("agency", words),
			rowsAre: said`Agency`,
			cases,
			rows: known.map(({ id, name, people }) => ({
				key: id,
				label: name,
				people,
				these: raisedBy.get(id) ?? [],
				// What an agency raised stands in the first table too.
				sums: keyCounts.raised.some(({ raising }) => raising.id === id)
					? [{ whole: `raised-by-whom/${id}/differences`, parts: [`raisers/${id}/now`] }]
					: [],
			})),
			isByAgency: true,
		}),
		raisersTable(reported, {
			id: sectorsId,
			title: said`Which sectors raise, and which do not`,
			says: saysOf("sector", words),
			rowsAre: said`Sector`,
			cases,
			rows: sectors.flatMap((sector) => {
				const its = inSector.get(sector);
				return its
					? [
							{
								key: sector,
								label: saidWhole(sectorNames[sector]),
								people: its.reduce((sum, { people }) => sum + people, 0),
								these: raisedIn.get(sector) ?? [],
								// A sector is the sum of its agencies.
								sums: times.map((at) => ({
									whole: `${sectorsId}/${sector}/${at}`,
									parts: its.map(({ id }) => `raisers/${id}/${at}`),
								})),
							},
						]
					: [];
			}),
			isByAgency: false,
		}),
	];
}

const sectorsId = "raisers-by-sector";
const times = ["now", "before", "year-ago"] as const;
const saysOf = (whom: "agency" | "sector", { Differences }: ReportWords): Said =>
	whom === "agency"
		? said`${Differences} raised in the period by each agency, beside its own earlier periods. “By its size” is what it would have raised if every person who was in the directory when this was made raised alike. An agency that raises nothing may have nothing to raise, or may not know how: ask it.`
		: said`${Differences} raised in the period by each sector, beside its own earlier periods. “By its size” is what it would have raised if every person who was in the directory when this was made raised alike.`;

/** How often each raised, in the period and before it, and what its size would suggest. */
function raisersTable(
	{ keyCounts: { raised }, earlier, agencies }: Reported,
	{
		rows,
		isByAgency,
		...of
	}: {
		id: string;
		title: Words;
		says: Words;
		rowsAre: Words;
		cases: Raised[];
		rows: {
			key: string;
			label: Words;
			/** In the directory. */
			people: number;
			these: Raised[];
			sums: Sum[];
		}[];
		isByAgency: boolean;
	},
): Tallied {
	const base = tallied({
		...of,
		rows: rows.map(({ key, label, these }) => {
			const own = new Set(these);
			return { key, label, these, has: (one: Raised) => own.has(one) };
		}),
		columns: [
			column("now", said`This period`, raised),
			column("before", said`Period before`, earlier.before.raised),
			column("year-ago", said`A year before`, earlier.yearAgo.raised),
		],
		whole: { label: calledAll, name: "raisers/all" },
	});
	const all = agencies.reduce((sum, { people }) => sum + people, 0);
	const size = (people: number): Figure => {
		const of = ["raised/differences"];
		return all === 0 || people === 0
			? { is: "said", text: "", of }
			: saidOf(about((raised.length * people) / all), of);
	};
	const people = new Map(rows.map((row) => [row.key, row.people]));
	return {
		...base,
		table: {
			...base.table,
			...(isByAgency && { byAgency: true as const }),
			sums: [
				...base.table.sums,
				{ whole: "raised/differences", parts: ["raisers/all/now"] },
				{ whole: "key/raised/before", parts: ["raisers/all/before"] },
				{ whole: "key/raised/year-ago", parts: ["raisers/all/year-ago"] },
				...rows.flatMap(({ sums }) => sums),
			],
			columns: [...base.table.columns, inEnglish(bySize)],
			said: { ...base.table.said, [inEnglish(bySize)]: bySize },
			rows: base.table.rows.map((row) => {
				const its = row.isTotal ? undefined : people.get(row.key);
				return {
					...row,
					figures: [
						...row.figures,
						its === undefined ? { is: "said" as const, text: "", of: [] } : size(its),
					],
				};
			}),
		},
	};
}

/** Agencies that an old log names and the directory does not, in the order of their names. */
function agenciesOfThePast(cases: Raised[], agencies: SizedAgency[]): SizedAgency[] {
	const known = new Set(agencies.map(({ id }) => id));
	const past = new Map(
		cases
			.filter(({ raising }) => !known.has(raising.id))
			.map(({ raising }) => [raising.id, raising]),
	);
	return [...past.values()]
		.map((agency) => ({ ...agency, people: 0 }))
		.sort((one, other) => one.name.localeCompare(other.name, "en-GB"));
}

const column = (key: string, label: Said, cases: Raised[]) => {
	const these = new Set(cases.map(({ id }) => id));
	return { key, label, unit: "differences" as const, has: ({ id }: Raised) => these.has(id) };
};

const bySize = said`By its size`;

const about = (number: number): Said =>
	number < 1 ? said`About 1 or fewer` : said`About ${String(Math.round(number))}`;
