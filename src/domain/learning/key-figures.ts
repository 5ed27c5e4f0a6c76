import { type Said, said } from "../said.ts";
import type { KeyName } from "./key-counts.ts";
import { type KeyCounts, keyOfImport } from "./key-counts.ts";
import { type CountName, type Figure, type Sum, saidOf, type Tallied } from "./report-table.ts";
import { inEnglishAnd } from "./report-words.ts";
import type { Reported, ReportWords } from "./reported.ts";

type Key = { key: string; label: (words: ReportWords) => Said; people?: true };

const keys: (Key & { key: KeyName })[] = [
	{ key: "raised", label: ({ Differences }) => said`${Differences} raised` },
	{ key: "people", label: (words) => said`${words.People} whom these are about`, people: true },
	{ key: "formal", label: () => said`Of these, sent to the Business Unit` },
	{ key: "ended", label: () => said`Ended` },
	{ key: "open", label: () => said`Open at the end` },
	{ key: "overdue", label: () => said`Of these, past a time limit` },
	{ key: "late", label: () => said`In which a time limit was missed` },
	{
		key: "not-safe",
		label: (words) => said`Raised, and the ${words.person} said not to be safe`,
	},
];

/** What a 0 may mean where an old log was imported. */
export const notTold = said`What an imported log does not tell, such as how many children or which time limits, counts as 0.`;

/** A row for each import of an old log that counts in one of the periods: whoever reads knows what the figures rest on. */
const importedKeys = (periods: KeyCounts[]): Key[] =>
	[...new Map(periods.flatMap(({ imports }) => [...imports]))].map(
		([id, { title, isUndated }]) => ({
			key: keyOfImport(id),
			label: () =>
				isUndated
					? said`Of those raised, imported from ${title} (where it tells only a year, counted on 1 April)`
					: said`Of those raised, imported from ${title}`,
		}),
	);

/** The key figures of a period beside those of the period before and of the same period a year before. */
export function keyFigures({ words, keyCounts, earlier }: Reported): Tallied {
	const behind = new Map<CountName, string[]>();
	const imported = importedKeys([keyCounts, earlier.before, earlier.yearAgo]);
	const figure = (
		{ key, people }: Key,
		at: At,
		{ counts }: KeyCounts,
	): Figure & { is: "count" } => {
		const name = nameOf(key, at);
		const count = counts.get(key) ?? { ids: [], people: 0 };
		behind.set(name, count.ids);
		return { is: "count", name, n: people ? count.people : count.ids.length };
	};
	const { english, saidAs } = inEnglishAnd();
	const rows = [...keys, ...imported].map((key) => {
		const figures = [
			figure(key, "now", keyCounts),
			figure(key, "before", earlier.before),
			figure(key, "year-ago", earlier.yearAgo),
		];
		const [here, before, yearAgo] = figures;
		const change = (earlier: (typeof figures)[number] | undefined) =>
			saidOf(saidOfChange(here?.n ?? 0, earlier?.n ?? 0), [here?.name ?? "", earlier?.name ?? ""]);
		return {
			key: key.key,
			label: english(key.label(words)),
			figures: [...figures, change(before), change(yearAgo)],
		};
	});
	return {
		behind,
		table: {
			id: "key",
			title: english(said`In short`),
			says: english(
				imported.length > 0
					? said`This period, the period before, and the same period a year before: each as it was known at its end. ${notTold}`
					: said`This period, the period before, and the same period a year before: each as it was known at its end.`,
			),
			rowsAre: english(said`What is counted`),
			columns: [
				said`This period`,
				said`Period before`,
				said`A year before`,
				said`Change`,
				said`Change on a year before`,
			].map(english),
			rows,
			said: saidAs,
			sums: [
				...times.flatMap((at) => [
					partOf("raised", "formal", at),
					partOf("raised", "not-safe", at),
					partOf("open", "overdue", at),
					...imported.map(({ key }) => partOf("raised", key, at)),
				]),
				// What was open, with what was raised since, is what ended and what is open now.
				{ whole: inHand, parts: [nameOf("open", "before"), nameOf("raised", "now")] },
				{ whole: inHand, parts: [nameOf("open", "now"), nameOf("ended", "now")] },
			],
			together: times.map((at) => [nameOf("raised", at), nameOf("people", at)]),
		},
	};
}

const times = ["now", "before", "year-ago"] as const;
type At = (typeof times)[number];

/** Everything that was in hand in the period; no table shows it. */
const inHand = "in-hand";

const nameOf = (key: string, at: At): CountName =>
	namesElsewhere[`${key}/${at}`] ?? `key/${key}/${at}`;

const partOf = (whole: string, part: string, at: At): Sum => ({
	whole: nameOf(whole, at),
	parts: [nameOf(part, at)],
	mayMiss: true,
});

/** The same counts in other tables, so that what is hidden in one is hidden in the other. */
const namesElsewhere: Record<string, CountName> = {
	"raised/now": "raised/differences",
	"people/now": "raised/people",
	"ended/now": "ended/differences",
	"open/now": "open/differences",
	"overdue/now": "open/overdue",
	"not-safe/now": "raised-unusual/not-safe/differences",
};

/** Fewer than this, and a change says nothing. */
const tooFew = 10;

/**
 * What a change of a count means. Two counts of things that happen by themselves differ by chance alone by up to twice the
 * root of their sum, nineteen times in twenty.
 *
 * @see Office for National Statistics on comparing small counts: a Poisson count's variance is the count
 */
export function saidOfChange(now: number, before: number): Said {
	if (now === before) return said`The same`;
	const by = now > before ? said`${now - before} more` : said`${before - now} fewer`;
	if (Math.max(now, before) < tooFew) return said`${by}: too few to mean anything`;
	return Math.abs(now - before) > 2 * Math.sqrt(now + before)
		? said`${by}: more than chance would explain`
		: said`${by}: chance alone could explain it`;
}
