import type { IsoDay } from "../calendar/iso-day.ts";
import { startingLarge } from "../english.ts";
import type { Protocol, StepId } from "../protocol/protocol.ts";
import { inEnglish, type Said, said } from "../said.ts";
import { asOf, lastDayIn } from "./as-of.ts";
import type { Case } from "./case.ts";
import { changeForChildTables, saidToHaveChanged, whatChanged } from "./change-for-child-tables.ts";
import { isDecidedIn, isMissedAndOpen } from "./decided.ts";
import { endingTables, stepsJudged } from "./ending-tables.ts";
import type { Facts } from "./facts.ts";
import type { ReleasedFeedback } from "./feedback.ts";
import { feedbackTables } from "./feedback-tables.ts";
import { addToKeyCounts, type KeyCounts, noKeyCounts, type StoodIn } from "./key-counts.ts";
import { keyFigures } from "./key-figures.ts";
import { isIn, type Period, periodBefore, yearBefore } from "./period.ts";
import { raisedTables } from "./raised-tables.ts";
import { raiserTables } from "./raiser-tables.ts";
import type { CountName, ReportTable, Tallied } from "./report-table.ts";
import type { Decided, Reported, ReportWords } from "./reported.ts";
import { speedTables } from "./speed-tables.ts";
import { daysTaken, type WaitedFor, waitsOf } from "./waiting.ts";

/** The figures of a report, in the order in which it tells them. */
export type ReportFigures = {
	period: Period;
	sections: {
		id: SectionId;
		title: string;
		/** The title, as a `said` of its tables. */
		said?: Said;
		tables: ReportTable[];
	}[];
};
export type SectionId = "short" | "raised" | "speed" | "ended" | "changed" | "feedback" | "raisers";

/** Which differences each count counts, by its name. */
export type Behind = Map<CountName, string[]>;

/** What figures are made of besides the differences. */
type ReportedOn = Pick<Reported, "protocol" | "calendar" | "agencies"> & {
	period: Period;
	/** Of a period that is not over, what had happened by this ISO day: what is due later is not late. */
	today: IsoDay;
	feedback?: ReleasedFeedback[];
};

/** A period's figures, with the differences behind them. */
export type FiguresAndBehind = { figures: ReportFigures; behind: Behind };

/**
 * A period's figures. They are the same however late they are made.
 *
 * @param cases every difference of the protocol that was raised by the end of the period, or that was still open a year before it
 * @see Somerset protocol, section on monitoring; docs/decisions/the-report.md
 */
export function figuresOf({ cases, ...of }: ReportedOn & { cases: Case[] }): FiguresAndBehind {
	const counting = countingFor(of);
	for (const one of cases) counting.add(one);
	return counting.figures();
}

/**
 * The same of differences that are given one after the other, so that they can be read in pieces: of each, only what the
 * three periods ask is kept.
 */
export function countingFor({ period, today, feedback = [], ...rest }: ReportedOn): {
	add: (one: Case) => void;
	figures: () => FiguresAndBehind;
} {
	const reported = {
		...rest,
		period,
		feedback,
		words: reportWords(rest.protocol),
		raised: [] as Case[],
		ended: [] as Case[],
		open: [] as Case[],
		going: [] as Case[],
		decided: new Map<string, Map<Case, Decided[]>>(),
		waits: new Map<Case, Record<WaitedFor, number>>(),
		changed: new Map<Case, Map<string, string>>(),
		keyCounts: noKeyCounts(),
		earlier: { before: noKeyCounts(), yearAgo: noKeyCounts() },
	};
	const versions = new Set<Protocol>();
	const asked = new Set(
		[...stepsJudged(rest.protocol), ...rest.protocol.afterwards].map(({ id }) => id),
	);
	const compared: [KeyCounts, Period][] = [
		[reported.earlier.before, periodBefore(period)],
		[reported.earlier.yearAgo, yearBefore(period)],
	];
	return {
		add: (one) => {
			const last = lastDayIn(one.facts);
			for (const [counts, earlier] of compared) {
				// Most of what one period is compared by was over before the other began.
				if (isOverBefore(one.facts, last, earlier)) continue;
				const then = asKnownIn(one, last, earlier, today);
				if (then) addToKeyCounts(counts, ...then);
			}
			const then = asKnownIn(one, last, period, today);
			if (!then) return;
			const [whole, stood] = then;
			addToKeyCounts(reported.keyCounts, whole, stood);
			versions.add(whole.protocol);
			const answers = saidToHaveChanged(whole, reported);
			if (!stood.going && !answers) return;
			const known = asTablesAsk(whole, stood, asked);
			for (const how of ["raised", "ended", "open", "going"] as const)
				if (stood[how]) reported[how].push(known);
			if (answers) reported.changed.set(known, answers);
			if (stood.ended) reported.waits.set(known, waitsOf(whole.facts, period.until, rest.calendar));
			for (const clock of whole.facts.clocks) {
				if (!isDecidedIn(clock, period)) continue;
				const { standing, until, isUndated } = clock;
				const days =
					until === null || isUndated ? null : daysTaken(clock, period.until, rest.calendar);
				const inThese = reported.decided.get(clock.clock) ?? new Map<Case, Decided[]>();
				reported.decided.set(clock.clock, inThese);
				const rounds = inThese.get(known);
				if (rounds) rounds.push({ standing, days });
				else inThese.set(known, [{ standing, days }]);
			}
		},
		figures: () => tabulated({ ...reported, versions }),
	};
}

function tabulated(reported: Reported): FiguresAndBehind {
	const sections: [SectionId, Said, Tallied[]][] = [
		["short", said`In short`, [keyFigures(reported)]],
		["raised", said`What was raised`, raisedTables(reported)],
		["speed", said`How fast it went`, speedTables(reported)],
		["ended", said`How it ended`, endingTables(reported)],
		["changed", whatChanged(reported.words), changeForChildTables(reported)],
		["feedback", said`What those who took part say`, feedbackTables(reported)],
		["raisers", said`Who raises, and who does not`, raiserTables(reported)],
	];
	return {
		figures: {
			period: reported.period,
			sections: sections
				.map(([id, title, tables]) => ({
					id,
					title: inEnglish(title),
					said: title,
					tables: tables.map(({ table }) => table).filter(({ rows }) => rows.length > 0),
				}))
				.filter(({ tables }) => tables.length > 0),
		},
		behind: new Map(
			sections.flatMap(([, , tables]) => tables.flatMap(({ behind }) => [...behind])),
		),
	};
}

/** Whether nothing was raised or ended in a report's period, and nothing was open at its end; what is hidden is not nothing. */
export const isNothingIn = ({ sections }: Pick<ReportFigures, "sections">): boolean =>
	["raised/differences", "ended/differences", "open/differences"].every((name) =>
		sections.some(({ tables }) =>
			tables.some(({ rows }) =>
				rows.some(({ figures }) =>
					figures.some((each) => each.is === "count" && each.name === name && each.n === 0),
				),
			),
		),
	);

/**
 * A difference as was known at the end of a period, or on the day until which that lasted so far, and how it stood then;
 * undefined where it had not been raised.
 *
 * @param last the last day in its facts
 */
function asKnownIn(
	one: Case,
	last: IsoDay,
	period: Period,
	today: IsoDay,
): [Case, StoodIn] | undefined {
	const facts = asOf(one.facts, today < period.until ? today : period.until, last);
	return (
		facts && [
			facts === one.facts ? one : { ...one, facts },
			{
				period,
				raised: isIn(facts.raisedOn, period),
				ended: isIn(facts.endedOn, period),
				open: facts.endedOn === null,
				going: last >= period.from || isOwedStill(facts),
			},
		]
	);
}

/**
 * A difference with what the tables of a period ask of it: what they never look at, or have in `decided` and `waits`, would be
 * held of thousands until the last is counted.
 *
 * @param asked the steps of which it is told how they were done
 */
const asTablesAsk = (
	one: Case,
	{ period, raised, open }: StoodIn,
	asked: ReadonlySet<StepId>,
): Case => {
	const { facts } = one;
	return {
		...one,
		facts: {
			...facts,
			stages: raised ? orNone(facts.stages.filter(({ skipped }) => skipped.length > 0)) : none,
			moves: raised ? orNone(facts.moves) : none,
			done: orNone(facts.done.filter(({ step, on }) => asked.has(step) && isIn(on, period))),
			clocks: open ? orNone(facts.clocks.filter(isMissedAndOpen)) : none,
			owed: none,
		},
	};
};
/** Nothing, and one and the same for all that have nothing. */
const none: never[] = [];
const orNone = <Thing>(some: Thing[]): Thing[] => (some.length > 0 ? some : none);

/** Whether it had ended before a period, and all that it names had happened. @param last the last day in its facts */
const isOverBefore = ({ endedOn }: Facts, last: IsoDay, { from }: Period): boolean =>
	endedOn !== null && endedOn < from && last < from;

const isOwedStill = ({ endedOn, followed }: Facts): boolean =>
	endedOn === null || followed.some(({ doneOn }) => doneOn === null);

/** The words of a protocol as its tables use them. */
export function reportWords({ words, fields }: Pick<Protocol, "words" | "fields">): ReportWords {
	const people = Object.values(fields).some(({ type }) => type === "adults")
		? "adults"
		: "children";
	return {
		difference: words.difference,
		differences: words.differences,
		Difference: startingLarge(words.difference),
		Differences: startingLarge(words.differences),
		stage: words.stage.toLowerCase(),
		Stage: startingLarge(words.stage),
		person: words.child,
		people,
		People: startingLarge(people),
	};
}
