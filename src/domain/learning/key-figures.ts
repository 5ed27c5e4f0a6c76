import { bindingOf } from "../protocol/protocol.ts";
import type { Case } from "./case.ts";
import type { CountName, Figure, Sum, Tallied } from "./report-table.ts";
import type { PeriodCases, Reported, ReportWords } from "./reported.ts";
import { isDecidedIn, isOverdue } from "./speed-tables.ts";
import { isOnWhatChanged } from "./what-changed.ts";

type Key = {
	key: string;
	label: (words: ReportWords) => string;
	of: (period: PeriodCases) => Case[];
	people?: true;
};

const keys: Key[] = [
	{ key: "raised", label: (words) => `${words.Differences} raised`, of: ({ raised }) => raised },
	{
		key: "people",
		label: (words) => `${words.People} whom these are about`,
		of: ({ raised }) => raised,
		people: true,
	},
	{
		key: "formal",
		label: () => "Of these, sent to the Business Unit",
		of: ({ raised }) => raised.filter(({ facts }) => facts.receivedOn !== null),
	},
	{ key: "ended", label: () => "Ended", of: ({ ended }) => ended },
	{ key: "open", label: () => "Open at the end", of: ({ open }) => open },
	{
		key: "overdue",
		label: () => "Of these, past a time limit",
		of: ({ open }) => open.filter(isOverdue),
	},
	{ key: "late", label: () => "In which a time limit was missed", of: withMissedLimit },
	{
		key: "not-safe",
		label: (words) => `Raised, and the ${words.person} said not to be safe`,
		of: ({ raised }) => raised.filter(({ facts }) => facts.notSafeOn !== null),
	},
];

/** A row for each import of an old log that counts in one of the periods: whoever reads knows what the figures rest on. */
function importedKeys(periods: PeriodCases[]): Key[] {
	const all = periods.flatMap(({ raised }) => raised.flatMap(({ imported }) => imported ?? []));
	const imports = new Map(all.map(({ from }) => [from.id, from.title]));
	const isUndated = (id: string) => all.some(({ from, daysKnown }) => from.id === id && !daysKnown);
	return [...imports].map(([id, title]) => ({
		key: `imported-${id}`,
		label: () =>
			`Of those raised, imported from ${title}${isUndated(id) ? " (where it tells only a year, counted on 1 April)" : ""}`,
		of: ({ raised }) => raised.filter(({ imported }) => imported?.from.id === id),
	}));
}

/** The key figures of a period beside those of the period before and of the same period a year before. */
export function keyFigures({ words, earlier, ...now }: Reported): Tallied {
	const behind = new Map<CountName, string[]>();
	const imported = importedKeys([now, earlier.before, earlier.yearAgo]);
	const figure = (key: string, at: At, cases: Case[], people?: true): Figure & { is: "count" } => {
		const name = nameOf(key, at);
		behind.set(
			name,
			cases.map(({ id }) => id),
		);
		return {
			is: "count",
			name,
			n: people ? cases.reduce((sum, { facts }) => sum + facts.people, 0) : cases.length,
		};
	};
	return {
		behind,
		table: {
			id: "key",
			title: "In short",
			says: `This period, the period before, and the same period a year before: each as it was known at its end.`,
			rowsAre: "What is counted",
			columns: ["This period", "Period before", "A year before", "Change"],
			rows: [...keys, ...imported].map(({ key, label, of, people }) => {
				const figures = [
					figure(key, "now", of(now), people),
					figure(key, "before", of(earlier.before), people),
					figure(key, "year-ago", of(earlier.yearAgo), people),
				];
				const [here, before] = figures;
				return {
					key,
					label: label(words),
					figures: [
						...figures,
						{
							is: "said" as const,
							text: changeInWords(here?.n ?? 0, before?.n ?? 0),
							of: [here?.name ?? "", before?.name ?? ""],
						},
					],
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

function withMissedLimit({ going, period }: PeriodCases): Case[] {
	return going.filter(({ facts, protocol }) =>
		facts.clocks.some(
			(clock) =>
				(clock.standing === "missed" || clock.standing === "met-late") &&
				bindingOf(clock.strength) === "limit" &&
				isDecidedIn(clock, period) &&
				!isOnWhatChanged(protocol, clock.clock),
		),
	);
}

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
