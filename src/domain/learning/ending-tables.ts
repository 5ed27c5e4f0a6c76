import { type Field, type Protocol, readAs, type Step } from "../protocol/protocol.ts";
import { said } from "../said.ts";
import type { Case } from "./case.ts";
import { isIn } from "./period.ts";
import { allAnd, differencesAnd, optionsOf, stagesIn } from "./raised-tables.ts";
import {
	addsOverTime,
	byKey,
	calledAll,
	type Group,
	type Tallied,
	tallied,
} from "./report-table.ts";
import type { Words } from "./report-words.ts";
import type { Reported } from "./reported.ts";

/** How it ended, what was judged and decided on the way, and what became of that. */
export function endingTables(reported: Reported): Tallied[] {
	const { ended, going, protocol, period, words } = reported;
	// Gone through once for all rows: there may be ten thousand differences.
	const done = byKey(going, ({ facts }) =>
		facts.done.flatMap(({ step, outcome, on }) => (isIn(on, period) ? [`${step}/${outcome}`] : [])),
	);
	const owed = byKey(going, ({ facts }) =>
		facts.followed.flatMap(({ step, doneOn }) => (doneOn === null ? [step] : [])),
	);
	const stages = stagesIn(protocol, ended, ({ facts }) => facts.stage).filter(({ has }) =>
		ended.some(has),
	);
	return [
		addsOverTime(
			tallied({
				id: "endings",
				title: said`How it ended, and at which stage`,
				says: said`${words.Differences} that ended in the period, whenever they were raised.`,
				rowsAre: said`Ending`,
				cases: ended,
				rows: endingsIn(protocol, ended),
				columns: [
					...stages.map((stage) => ({ ...stage, unit: "differences" as const })),
					...allAnd(words),
				],
				whole: { label: calledAll, name: "ended" },
				across: "differences",
			}),
		),
		tallied({
			id: "judgements",
			title: said`What was judged and decided`,
			says: said`${words.Differences} in which it was judged or decided in the period. One may stand in several rows.`,
			rowsAre: said`Question, and answer`,
			cases: going,
			rows: stepsJudged(protocol).flatMap((step) => outcomesOf(step, done)),
			columns: differencesAnd(words),
		}),
		...answeredChoices(reported).map(({ field, cases }) =>
			tallied({
				id: `answered-${field.id}`,
				title: readAs(field),
				says: said`${words.Differences} in which this was answered in the period.`,
				rowsAre: said`Answer`,
				cases,
				rows: optionsOf(protocol, field.id).filter(({ key }) => key !== "not-said"),
				columns: differencesAnd(words),
				whole: { label: calledAll, name: `answered-${field.id}/total` },
			}),
		),
		tallied({
			id: "followed",
			title: said`What was to be done afterwards, and what came of it`,
			says: said`${words.Differences} after whose end this was done or said in the period, or was still owed at its end. One may stand in several rows.`,
			rowsAre: said`What was owed, and what came of it`,
			cases: going,
			rows: protocol.afterwards.flatMap((step) => [
				...outcomesOf(step, done),
				...owedStill(step, owed),
			]),
			columns: differencesAnd(words),
		}),
	];
}

function endingsIn(protocol: Protocol, cases: Case[]): Group[] {
	const titles = new Map(Object.values(protocol.endings).map(({ id, title }) => [id, title]));
	for (const { facts, protocol: own } of cases)
		if (facts.ending !== null && !titles.has(facts.ending))
			titles.set(facts.ending, own.endings[facts.ending]?.title ?? facts.ending);
	return [...titles].map(([key, label]) => ({
		key,
		label,
		has: ({ facts }) => facts.ending === key,
	}));
}

/** A row for each outcome that a step had in the period. @param done by step and outcome */
const outcomesOf = ({ id, title, outcomes }: Step, done: ReadonlyMap<string, Case[]>): Group[] =>
	outcomes.flatMap((outcome) => {
		const key = `${id}/${outcome.id}`;
		const these = done.get(key);
		return these
			? [
					group(
						key,
						outcomes.length > 1 ? said`${title}: ${outcome.say}` : said`${title}: done`,
						these,
					),
				]
			: [];
	});

/** A row for what of a step is owed at the end of the period. @param owed by step */
const owedStill = ({ id, title }: Step, owed: ReadonlyMap<string, Case[]>): Group[] => {
	const these = owed.get(id);
	return these ? [group(`${id}/owed`, said`${title}: still owed`, these)] : [];
};

function group(key: string, label: Words, these: Case[]): Group {
	const has = new Set(these);
	return { key, label, has: (one) => has.has(one), these };
}

/** The steps inside the stages in which somebody judges or decides. */
export const stepsJudged = ({ steps }: Protocol): Step[] =>
	Object.values(steps).filter(
		({ kind, outcomes }) => (kind === "judgement" || kind === "decision") && outcomes.length > 1,
	);

/**
 * Choices that somebody made in the period, other than what the protocol counts by, whether the child is safe and what
 * changed, each with the differences in which it was made.
 */
function answeredChoices({ protocol, going, period }: Reported): { field: Field; cases: Case[] }[] {
	const answered = byKey(going, ({ facts }) =>
		facts.choices.flatMap(({ field, on }) => (isIn(on, period) ? [field] : [])),
	);
	return Object.values(protocol.fields).flatMap((field) => {
		const cases = answered.get(field.id);
		return cases &&
			field.type === "choice" &&
			!field["not-safe"] &&
			!protocol.report?.dimensions.includes(field.id) &&
			!protocol.report?.changed.some((each) => each.field === field.id)
			? [{ field, cases }]
			: [];
	});
}
