import type { IsoDay } from "../calendar/iso-day.ts";
import { startingLarge } from "../english.ts";
import type { Protocol } from "../protocol/protocol.ts";
import { asOf, lastDayIn } from "./as-of.ts";
import type { Case } from "./case.ts";
import { changeForChildTables } from "./change-for-child-tables.ts";
import { endingTables } from "./ending-tables.ts";
import type { Facts } from "./facts.ts";
import type { ReleasedFeedback } from "./feedback.ts";
import { feedbackTables } from "./feedback-tables.ts";
import { keyFigures } from "./key-figures.ts";
import { isIn, type Period, periodBefore, yearBefore } from "./period.ts";
import { raisedTables } from "./raised-tables.ts";
import { raiserTables } from "./raiser-tables.ts";
import type { CountName, ReportTable, Tallied } from "./report-table.ts";
import type { PeriodCases, Reported, ReportWords } from "./reported.ts";
import { speedTables } from "./speed-tables.ts";

/** The figures of a report, in the order in which it tells them. */
export type ReportFigures = {
	period: Period;
	sections: { id: SectionId; title: string; tables: ReportTable[] }[];
};
export type SectionId = "short" | "raised" | "speed" | "ended" | "changed" | "feedback" | "raisers";

/** Which differences each count counts, by its name. */
export type Behind = Map<CountName, string[]>;

/**
 * A period's figures. They are the same however late they are made.
 *
 * @param cases every difference of the protocol that was raised by the end of the period, or that was still open a year before it
 * @see Somerset protocol, section on monitoring; docs/decisions/the-report.md
 */
export function figuresOf(
	of: Pick<Reported, "protocol" | "calendar" | "agencies"> & {
		period: Period;
		cases: Case[];
		feedback?: ReleasedFeedback[];
	},
): { figures: ReportFigures; behind: Behind } {
	const { period, feedback = [], ...rest } = of;
	const cases = of.cases.map((one) => ({ one, last: lastDayIn(one.facts) }));
	const reported: Reported = {
		...rest,
		feedback,
		...casesIn(cases, period),
		words: wordsOf(of.protocol),
		earlier: {
			before: casesIn(cases, periodBefore(period)),
			yearAgo: casesIn(cases, yearBefore(period)),
		},
	};
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
			period,
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

/** What was raised, what ended and what was open, as was known at the end of a period. */
function casesIn(cases: { one: Case; last: IsoDay }[], period: Period): PeriodCases {
	const known: Case[] = [];
	const going: Case[] = [];
	for (const { one, last } of cases) {
		const facts = asOf(one.facts, period.until, last);
		if (!facts) continue;
		const then = facts === one.facts ? one : { ...one, facts };
		known.push(then);
		if (last >= period.from || isOwedStill(facts)) going.push(then);
	}
	return {
		period,
		known,
		going,
		raised: known.filter(({ facts }) => isIn(facts.raisedOn, period)),
		ended: known.filter(({ facts }) => isIn(facts.endedOn, period)),
		open: known.filter(({ facts }) => facts.endedOn === null),
	};
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
