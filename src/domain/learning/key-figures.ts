import type { KeyName } from "./key-counts.ts";
import { type KeyCounts, keyOfImport } from "./key-counts.ts";
import type { CountName, Figure, Sum, Tallied } from "./report-table.ts";
import type { Reported, ReportWords } from "./reported.ts";

type Key = { key: string; label: (words: ReportWords) => string; people?: true };

const keys: (Key & { key: KeyName })[] = [
	{ key: "raised", label: (words) => `${words.Differences} raised` },
	{ key: "people", label: (words) => `${words.People} whom these are about`, people: true },
	{ key: "formal", label: () => "Of these, sent to the Business Unit" },
	{ key: "ended", label: () => "Ended" },
	{ key: "open", label: () => "Open at the end" },
	{ key: "overdue", label: () => "Of these, past a time limit" },
	{ key: "late", label: () => "In which a time limit was missed" },
	{
		key: "not-safe",
		label: (words) => `Raised, and the ${words.person} said not to be safe`,
	},
];

/** What a 0 may mean where an old log was imported. */
export const notTold =
	"What an imported log does not tell, such as how many children or which time limits, counts as 0.";

/** A row for each import of an old log that counts in one of the periods: whoever reads knows what the figures rest on. */
const importedKeys = (periods: KeyCounts[]): Key[] =>
	[...new Map(periods.flatMap(({ imports }) => [...imports]))].map(
		([id, { title, isUndated }]) => ({
			key: keyOfImport(id),
			label: () =>
				`Of those raised, imported from ${title}${isUndated ? " (where it tells only a year, counted on 1 April)" : ""}`,
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
	return {
		behind,
		table: {
			id: "key",
			title: "In short",
			says: [
				"This period, the period before, and the same period a year before: each as it was known at its end.",
				...(imported.length > 0 ? [notTold] : []),
			].join(" "),
			rowsAre: "What is counted",
			columns: [
				"This period",
				"Period before",
				"A year before",
				"Change",
				"Change on a year before",
			],
			rows: [...keys, ...imported].map((key) => {
				const figures = [
					figure(key, "now", keyCounts),
					figure(key, "before", earlier.before),
					figure(key, "year-ago", earlier.yearAgo),
				];
				const [here, before, yearAgo] = figures;
				const change = (earlier: (typeof figures)[number] | undefined) => ({
					is: "said" as const,
					text: changeInWords(here?.n ?? 0, earlier?.n ?? 0),
					of: [here?.name ?? "", earlier?.name ?? ""],
				});
				return {
					key: key.key,
					label: key.label(words),
					figures: [...figures, change(before), change(yearAgo)],
				};
			}),
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
export function changeInWords(now: number, before: number): string {
	if (now === before) return "The same";
	const by = now > before ? `${now - before} more` : `${before - now} fewer`;
	if (Math.max(now, before) < tooFew) return `${by}: too few to mean anything`;
	return Math.abs(now - before) > 2 * Math.sqrt(now + before)
		? `${by}: more than chance would explain`
		: `${by}: chance alone could explain it`;
}
