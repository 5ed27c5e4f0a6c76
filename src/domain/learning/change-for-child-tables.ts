import type { ReportRule } from "../protocol/protocol.ts";
import { type Said, said } from "../said.ts";
import type { Case, Unit } from "./case.ts";
import { isIn, type Period } from "./period.ts";
import { byMost, inPeople, themesIn } from "./raised-tables.ts";
import {
	alike,
	calledAll,
	everyOne,
	type Group,
	mostFirst,
	type Tallied,
	tallied,
} from "./report-table.ts";
import type { Reported, ReportWords } from "./reported.ts";
import { limitsToldApart } from "./speed-tables.ts";
import { stepsAsking } from "./what-changed.ts";

/** Asked, and answered with none of the options. */
const tooEarly = "too-early";
const owed = "not-answered";
/** What is told of it is called so. */
export const whatChanged = ({ person }: Pick<ReportWords, "person">): Said =>
	said`What changed for the ${person}`;

/** Whether a row counts those of whom nobody has said what changed. */
export const isNoAnswer = (key: string): boolean => key === tooEarly || key === owed;

/**
 * What changed for those whom it is about, as whoever sees them says: each time at which the protocol asks beside the
 * others. Which fields ask is the protocol's (`report: changed:`).
 */
export function changeForChildTables(reported: Reported): Tallied[] {
	const { protocol, changed: standing, words } = reported;
	const cases = [...standing.keys()];
	const asked = protocol.report?.changed ?? [];
	if (asked.length === 0) return [];
	const limits = limitsToldApart(reported);
	if (cases.length === 0) return limits;
	const stands = (one: Case, { field }: ReportRule["changed"][number]) =>
		standing.get(one)?.get(field);
	const options = optionsOfAll(reported);
	const answers = [
		...options,
		{ key: tooEarly, label: said`Too early to say: asked again later` },
		{ key: owed, label: said`Asked, and not answered yet` },
	];
	const table = (id: string, title: Said, unit: Unit, counts: string) =>
		tallied({
			id,
			title,
			says: said`${counts} in which this was answered in the period, or was asked by its end and not answered yet. One ${words.difference} stands once in each column in which it was asked, so the columns overlap.`,
			rowsAre: said`Answer`,
			cases,
			rows: answers.map(({ key, label }) => ({
				key,
				label,
				has: (one: Case) => asked.some((each) => stands(one, each) === key),
			})),
			columns: asked.map((each) => ({
				key: `${each.field}-${unit}`,
				label: each.title,
				unit,
				has: (one: Case, row?: Group) => {
					const answer = stands(one, each);
					return answer !== undefined && (row === undefined || answer === row.key);
				},
			})),
			whole: { label: said`All who were asked`, name: `${id}/total` },
		});
	const title = whatChanged(words);
	const byDifference = table("changed", title, "differences", words.Differences);
	const given = new Map(cases.map((one) => [one, latestOf(one, reported)]));
	const latest = (one: Case) => given.get(one);
	const answered = cases.filter((one) => latest(one) !== undefined);
	return [
		byDifference,
		// Where each is about one child, the two are the same table.
		...(cases.some(({ facts }) => facts.people > 1)
			? [
					alike(
						byDifference,
						table("changed-people", inPeople(title, words), "people", words.People),
					),
				]
			: []),
		mostFirst(
			tallied({
				id: "changed-themes",
				title: said`${title}, by theme`,
				says: said`${words.Differences} in which it was answered in the period, each with the latest of these answers. One may have several themes, so the rows add up to more than all.`,
				rowsAre: said`Theme`,
				cases: answered,
				rows: byMost(answered, themesIn(protocol, answered)),
				columns: [
					...options.map(({ key, label }) => ({
						key,
						label,
						unit: "differences" as const,
						has: (one: Case) => latest(one) === key,
					})),
					{ key: "differences", label: calledAll, unit: "differences", has: everyOne },
				],
				across: "differences",
				whole: { label: calledAll, name: "changed-answered" },
				rowsOverlap: true,
			}),
		),
		...limits,
	];
}

/** The options of all these fields, by their names, those that only earlier versions had last: the first that has one says it. */
function optionsOfAll({ protocol, versions }: Reported): { key: string; label: string }[] {
	const labels = new Map<string, string>();
	for (const version of new Set([protocol, ...versions]))
		for (const { field } of protocol.report?.changed ?? []) {
			const asks = version.fields[field];
			for (const [key, label] of Object.entries(asks?.type === "choice" ? asks.options : {}))
				if (!labels.has(key)) labels.set(key, label);
		}
	return [...labels].map(([key, label]) => ({ key, label }));
}

/**
 * What stands for each field that was asked: what changed, or that it was asked. Undefined where there is nothing that a
 * period's tables of what changed would count.
 */
export function saidToHaveChanged(
	one: Case,
	{ protocol, period }: Pick<Reported, "protocol" | "period">,
): Map<string, string> | undefined {
	let answers: Map<string, string> | undefined;
	for (const { field } of protocol.report?.changed ?? []) {
		const answer = answerIn(one, field, period);
		if (answer === undefined) continue;
		answers ??= new Map();
		answers.set(field, answer);
	}
	return answers;
}

/**
 * What stands for a field at the end of the period: the option that was chosen in it, that it was too early to say, or that
 * nobody has answered yet. Undefined where it was not asked by then, or was answered in an earlier period.
 */
function answerIn({ facts, protocol }: Case, field: string, period: Period) {
	const chosen = facts.choices.findLast((each) => each.field === field);
	if (chosen) return isIn(chosen.on, period) ? chosen.option : undefined;
	if (facts.followed.length === 0) return undefined;
	const asking = stepsAsking(protocol, field);
	const asked = facts.followed.filter(({ step }) => asking.includes(step));
	if (asked.some(({ doneOn }) => doneOn === null)) return owed;
	return asked.length > 0 ? tooEarly : undefined;
}

/** The latest answer that was given in the period to any of the fields. */
const latestOf = ({ facts }: Case, { protocol, period }: Reported): string | undefined =>
	facts.choices.findLast(
		({ field, on }) =>
			isIn(on, period) && protocol.report?.changed.some((each) => each.field === field),
	)?.option;
