import type { IsoDay } from "../calendar/iso-day.ts";
import { startingLarge } from "../english.ts";
import type { Protocol } from "../protocol/protocol.ts";
import { asOf, lastDayIn } from "./as-of.ts";
import type { Case } from "./case.ts";
import { changeForChildTables, saysWhatChanged } from "./change-for-child-tables.ts";
import { endingTables } from "./ending-tables.ts";
import type { Facts } from "./facts.ts";
import type { ReleasedFeedback } from "./feedback.ts";
import { feedbackTables } from "./feedback-tables.ts";
import { addToKeyCounts, type KeyCounts, noKeyCounts, type StoodIn } from "./key-counts.ts";
import { keyFigures } from "./key-figures.ts";
import { isIn, type Period, periodBefore, yearBefore } from "./period.ts";
import { raisedTables } from "./raised-tables.ts";
import { raiserTables } from "./raiser-tables.ts";
import type { CountName, ReportTable, Tallied } from "./report-table.ts";
import type { Reported, ReportWords } from "./reported.ts";
import { speedTables } from "./speed-tables.ts";

/** The figures of a report, in the order in which it tells them. */
export type ReportFigures = {
	period: Period;
	sections: { id: SectionId; title: string; tables: ReportTable[] }[];
};
export type SectionId = "short" | "raised" | "speed" | "ended" | "changed" | "feedback" | "raisers";

/** Which differences each count counts, by its name. */
export type Behind = Map<CountName, string[]>;

/** What figures are made of besides the differences. */
type ReportedOn = Pick<Reported, "protocol" | "calendar" | "agencies"> & {
	period: Period;
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
export function countingFor({ period, feedback = [], ...rest }: ReportedOn): {
	add: (one: Case) => void;
	figures: () => FiguresAndBehind;
} {
	const reported = {
		...rest,
		period,
		feedback,
		words: wordsOf(rest.protocol),
		raised: [] as Case[],
		ended: [] as Case[],
		open: [] as Case[],
		going: [] as Case[],
		changed: [] as Case[],
		keyCounts: noKeyCounts(),
		earlier: { before: noKeyCounts(), yearAgo: noKeyCounts() },
	};
	const versions = new Set<Protocol>();
	const compared: [KeyCounts, Period][] = [
		[reported.earlier.before, periodBefore(period)],
		[reported.earlier.yearAgo, yearBefore(period)],
	];
	return {
		add: (one) => {
			const last = lastDayIn(one.facts);
			for (const [counts, earlier] of compared) {
				const then = asKnownIn(one, last, earlier);
				if (then) addToKeyCounts(counts, ...then);
			}
			const then = asKnownIn(one, last, period);
			if (!then) return;
			const [known, stood] = then;
			addToKeyCounts(reported.keyCounts, known, stood);
			versions.add(known.protocol);
			for (const how of ["raised", "ended", "open", "going"] as const)
				if (stood[how]) reported[how].push(known);
			if (saysWhatChanged(known, reported)) reported.changed.push(known);
		},
		figures: () => tabulated({ ...reported, versions }),
	};
}

function tabulated(reported: Reported): FiguresAndBehind {
	const sections: [SectionId, string, Tallied[]][] = [
		["short", "In short", [keyFigures(reported)]],
		["raised", "What was raised", raisedTables(reported)],
		["speed", "How fast it went", speedTables(reported)],
		["ended", "How it ended", endingTables(reported)],
		["changed", `What changed for the ${reported.words.person}`, changeForChildTables(reported)],
		["feedback", "What those who took part say", feedbackTables(reported)],
		["raisers", "Who raises, and who does not", raiserTables(reported)],
	];
	return {
		figures: {
			period: reported.period,
			sections: sections
				.map(([id, title, tables]) => ({
					id,
					title,
					tables: tables.map(({ table }) => table).filter(({ rows }) => rows.length > 0),
				}))
				.filter(({ tables }) => tables.length > 0),
		},
		behind: new Map(
			sections.flatMap(([, , tables]) => tables.flatMap(({ behind }) => [...behind])),
		),
	};
}

/**
 * A difference as was known at the end of a period, and how it stood then; undefined where it had not been raised.
 *
 * @param last the last day in its facts
 */
function asKnownIn(one: Case, last: IsoDay, period: Period): [Case, StoodIn] | undefined {
	const facts = asOf(one.facts, period.until, last);
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

const isOwedStill = ({ endedOn, followed }: Facts): boolean =>
	endedOn === null || followed.some(({ doneOn }) => doneOn === null);

function wordsOf({ words, fields }: Protocol): ReportWords {
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
