import { fieldOf, type Protocol, readAs, stageTitle } from "../protocol/protocol.ts";
import { type Said, said } from "../said.ts";
import type { Case } from "./case.ts";
import { stageNotSaid } from "./facts.ts";
import { monthsIn, sayMonth } from "./period.ts";
import {
	addsOverTime,
	byKey,
	byLabel,
	type CountColumn,
	calledAll,
	everyOne,
	type Group,
	groupsBy,
	mostFirst,
	type Tallied,
	tallied,
} from "./report-table.ts";
import type { Words } from "./report-words.ts";
import type { Reported, ReportWords } from "./reported.ts";
import { sectorTable } from "./sector-table.ts";

/** What was raised in the period: by whom, with whom, about what, how far it came, and what was out of the ordinary. */
export function raisedTables(reported: Reported): Tallied[] {
	const { raised, protocol, words } = reported;
	const whole = { label: calledAll, name: "raised" };
	const columns = differencesAnd(words);
	return [
		...monthsTable(reported).map(addsOverTime),
		addsOverTime(
			byAgency({
				id: "raised-by-whom",
				title: said`Who raised it, and with whom`,
				says: said`${words.Differences} raised in the period. A row is the agency that raised them, a column the agency with which.`,
				rowsAre: said`Raised by`,
				cases: raised,
				rows: groupsBy(raised, ({ raising }) => ({ key: raising.id, label: raising.name })),
				columns: [
					...groupsBy(raised, withWhom).map((group) => ({
						...group,
						unit: "differences" as const,
					})),
					...allAnd(words),
				],
				whole,
				across: "differences",
			}),
		),
		addsOverTime(sectorTable(reported)),
		addsOverTime(
			mostFirst(
				tallied({
					id: "raised-themes",
					title: said`What it was about`,
					says: said`${words.Differences} raised in the period. One may have several themes, so the rows add up to more than all.`,
					rowsAre: said`Theme`,
					cases: raised,
					rows: byMost(raised, themesIn(protocol, raised)),
					columns,
					whole,
					rowsOverlap: true,
				}),
			),
		),
		tallied({
			id: "raised-stage",
			title: said`How far it came by the end of the period`,
			says: said`${words.Differences} raised in the period, each in the last ${words.stage} that it reached. What was settled between the agencies is counted, and not described.`,
			rowsAre: words.Stage,
			cases: raised,
			rows: stagesIn(protocol, raised, ({ facts }) => facts.stage),
			columns: [
				...columns,
				{
					key: "open",
					label: said`Of these still open`,
					has: ({ facts }) => facts.endedOn === null,
					unit: "differences",
					within: "differences",
				},
			],
			whole,
		}),
		...(protocol.report?.dimensions ?? []).map((field) =>
			addsOverTime(
				tallied({
					id: `raised-${field}`,
					title: readAs(fieldOf(protocol, field)),
					says: said`${words.Differences} raised in the period.`,
					rowsAre: said`Answer`,
					cases: raised,
					rows: optionsOf(protocol, field),
					columns,
					whole,
				}),
			),
		),
		...waysTable(reported).map(addsOverTime),
		addsOverTime(
			tallied({
				id: "raised-unusual",
				title: said`What was out of the ordinary`,
				says: said`${words.Differences} raised in the period. One may stand in several rows or in none. Where a reason was given, the Business Unit can read it behind the number, as far as it was sent to it.`,
				rowsAre: said`What happened`,
				cases: raised,
				rows: unusual(protocol, raised),
				columns,
				whole: { name: "raised" },
				rowsOverlap: true,
			}),
		),
	];
}

/** Of the table with a row for each month. */
export const monthsTableId = "raised-months";

/** When it was raised, where the period is of more than one month and not of many years. */
function monthsTable({ raised, period, words }: Reported): Tallied[] {
	const months = monthsIn(period);
	return months.length < 2 || months.length > 24
		? []
		: [
				tallied({
					id: monthsTableId,
					title: said`When it was raised`,
					says: said`${words.Differences} raised in the period, by month.`,
					rowsAre: said`Month`,
					cases: raised,
					rows: months.map((month) => ({
						key: month,
						label: { english: sayMonth(month), month },
						has: ({ facts }: Case) => facts.raisedOn.startsWith(month),
					})),
					columns: differencesAnd(words),
					whole: { label: calledAll, name: "raised" },
				}),
			];
}

const byAgency = (of: Parameters<typeof tallied<Case>>[0]): Tallied => {
	const { behind, table } = tallied(of);
	return { behind, table: { ...table, byAgency: true } };
};

/** Challenges and records of good practice, where the protocol knows more than one way to begin. */
const waysTable = ({ raised, protocol, words }: Reported): Tallied[] =>
	protocol.raise.ways.length === 0
		? []
		: [
				tallied({
					id: "raised-ways",
					title: said`How it began`,
					says: said`${words.Differences} raised in the period.`,
					rowsAre: said`Way`,
					cases: raised,
					rows: [
						{ key: "usual", label: words.Difference, has: ({ facts }) => facts.way === null },
						...protocol.raise.ways.map(({ id = "", title = id }) => ({
							key: id,
							label: title,
							has: ({ facts }: Case) => facts.way === id,
						})),
					],
					columns: differencesAnd(words),
					whole: { label: calledAll, name: "raised" },
				}),
			];

const withWhom = ({ receiving }: Case) =>
	receiving
		? { key: receiving.id, label: receiving.name }
		: { key: "no-agency", label: said`No other agency` };

/** Counted as differences, and as the children that they are about. */
export const differencesAnd = (words: ReportWords): CountColumn[] => [
	{ key: "differences", label: words.Differences, has: everyOne, unit: "differences" },
	{ key: "people", label: words.People, has: everyOne, unit: "people", alike: "differences" },
];

/** The same after columns that add up to all of them. */
export const allAnd = (words: ReportWords): CountColumn[] =>
	differencesAnd(words).map((column) =>
		column.key === "differences" ? { ...column, label: calledAll } : column,
	);

/** The title of a table once more, counted as those whom it is about. */
export const inPeople = (title: Said, { people }: ReportWords): Said =>
	people === "children" ? said`${title}, by children` : said`${title}, by adults`;

/** A row for each theme that some of these have. */
export const themesIn = (protocol: Protocol, cases: Case[]): Group[] =>
	[...byKey(cases, ({ facts }) => facts.themes)].map(([theme, these]) => ({
		key: theme,
		label:
			protocol.themes[theme] ??
			cases.find((one) => one.protocol.themes[theme])?.protocol.themes[theme] ??
			theme,
		has: ({ facts }) => facts.themes.includes(theme),
		these,
	}));

/** What most have first. */
export const byMost = (cases: Case[], groups: Group[]): Group[] => {
	const sizes = new Map(
		groups.map(({ key, these, has }) => [key, (these ?? cases.filter(has)).length]),
	);
	return groups.toSorted(
		(one, other) => (sizes.get(other.key) ?? 0) - (sizes.get(one.key) ?? 0) || byLabel(one, other),
	);
};

/** The stages of the protocol in order, and those that only earlier versions had. */
export function stagesIn(
	protocol: Protocol,
	cases: Case[],
	stageOf: (one: Case) => string,
): Group[] {
	const titles = new Map<string, Words>(
		protocol.stages.map(({ id }) => [id, stageTitle(protocol, id)]),
	);
	const found = byKey(cases, (one) => [stageOf(one)]);
	for (const [stage, [first]] of found)
		if (first && !titles.has(stage))
			titles.set(stage, stage === stageNotSaid ? notSaid : stageTitle(first.protocol, stage));
	return [...titles].map(([key, label]) => ({
		key,
		label,
		has: (one) => stageOf(one) === key,
		these: found.get(key) ?? [],
	}));
}

const notSaid = said`Not said`;

/** Each option of a choice, and whoever was not asked. */
export const optionsOf = (protocol: Protocol, id: string): Group[] => {
	const field = fieldOf(protocol, id);
	const options = field.type === "choice" ? Object.entries(field.options) : [];
	/** Looked up for each row, and looked for once. */
	const chosen = new Map<Case, string | undefined>();
	const choiceOf = (one: Case) => {
		if (!chosen.has(one)) chosen.set(one, choiceIn(one, id));
		return chosen.get(one);
	};
	return [
		...options.map(([key, label]) => ({
			key,
			label,
			has: (one: Case) => choiceOf(one) === key,
		})),
		{
			key: "not-said",
			label: notSaid,
			has: (one: Case) => !options.some(([key]) => key === choiceOf(one)),
		},
	];
};

/** The choice of a field that stands. */
export const choiceIn = ({ facts }: Case, id: string): string | undefined =>
	facts.choices.findLast(({ field }) => field === id)?.option;

function unusual(protocol: Protocol, cases: Case[]): Group[] {
	const left = new Set(
		cases.flatMap(({ facts }) => facts.stages.flatMap(({ skipped }) => skipped)),
	);
	return [
		...protocol.stages
			.filter(({ id }) => left.has(id))
			.map(({ id }) => ({
				key: `left-out-${id}`,
				label: said`Left out: ${stageTitle(protocol, id)}`,
				has: ({ facts }: Case) => facts.stages.some(({ skipped }) => skipped.includes(id)),
			})),
		...protocol.moves
			.filter(({ id }) => cases.some(({ facts }) => facts.moves.some(({ move }) => move === id)))
			.map(({ id, title }) => ({
				key: `move-${id}`,
				label: title,
				has: ({ facts }: Case) => facts.moves.some(({ move }) => move === id),
			})),
		{
			key: "not-safe",
			label: said`The ${protocol.words.child} was said not to be safe`,
			has: ({ facts }) => facts.notSafeOn !== null,
		},
		{
			key: "called",
			label: said`Social care or the police were rung about it`,
			has: ({ facts }) => facts.calledOn !== null,
		},
	];
}
