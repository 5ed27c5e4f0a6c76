import type { Raised } from "./key-counts.ts";
import { type Figure, type Tallied, tallied } from "./report-table.ts";
import type { Reported, SizedAgency } from "./reported.ts";

/**
 * Who raises and who does not: against their own earlier periods, and against what their size would suggest. Silence is a
 * finding to ask about and not a score, and nobody is named.
 */
export function raiserTables(reported: Reported): Tallied[] {
	const { keyCounts, earlier, agencies, words } = reported;
	const { raised } = keyCounts;
	const people = agencies.reduce((sum, agency) => sum + agency.people, 0);
	// For a report of a year, the period before is the year before: each still counts once in each column.
	const cases = [
		...new Map(
			[...raised, ...earlier.before.raised, ...earlier.yearAgo.raised].map((one) => [one.id, one]),
		).values(),
	];
	const known = [
		...agencies.filter(
			({ id, sector }) =>
				sector !== "partnership" || cases.some(({ raising }) => raising.id === id),
		),
		...agenciesOfThePast(cases, agencies),
	];
	const base = tallied({
		id: "raisers",
		title: "Who raises, and who does not",
		says: `${words.Differences} raised in the period by each agency, beside its own earlier periods. “By its size” is what it would have raised if every person in the directory raised alike. An agency that raises nothing may have nothing to raise, or may not know how: ask it.`,
		rowsAre: "Agency",
		cases,
		rows: known.map(({ id, name }) => ({
			key: id,
			label: name,
			has: ({ raising }: Raised) => raising.id === id,
		})),
		columns: [
			column("now", "This period", raised),
			column("before", "Period before", earlier.before.raised),
			column("year-ago", "A year before", earlier.yearAgo.raised),
		],
		whole: { label: "All", name: "raisers/all" },
	});
	const size = (agency: SizedAgency): Figure => ({
		is: "said",
		of: ["raised/differences"],
		text:
			people === 0 || agency.people === 0
				? ""
				: `About ${round((raised.length * agency.people) / people)}`,
	});
	return [
		{
			...base,
			table: {
				...base.table,
				byAgency: true,
				sums: [
					...base.table.sums,
					{ whole: "raised/differences", parts: ["raisers/all/now"] },
					{ whole: "key/raised/before", parts: ["raisers/all/before"] },
					{ whole: "key/raised/year-ago", parts: ["raisers/all/year-ago"] },
					// What an agency raised stands in the first table too.
					...known
						.filter(({ id }) => raised.some(({ raising }) => raising.id === id))
						.map(({ id }) => ({
							whole: `raised-by-whom/${id}/differences`,
							parts: [`raisers/${id}/now`],
						})),
				],
				columns: [...base.table.columns, "By its size"],
				rows: base.table.rows.map((row) => {
					const agency = known.find(({ id }) => id === row.key);
					return {
						...row,
						figures: [
							...row.figures,
							agency ? size(agency) : { is: "said" as const, text: "", of: [] },
						],
					};
				}),
			},
		},
	];
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

const column = (key: string, label: string, cases: Raised[]) => {
	const these = new Set(cases.map(({ id }) => id));
	return { key, label, unit: "differences" as const, has: ({ id }: Raised) => these.has(id) };
};

const round = (number: number): string => (number < 1 ? "1 or fewer" : String(Math.round(number)));
