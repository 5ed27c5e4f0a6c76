/** Charts of rows: bars, bars in parts, and pairs of two periods, each with the sentence that says what it shows. */
import { startingLarge, startingSmall } from "../../domain/english.ts";
import { sayText as say } from "../../language/say.ts";
import {
	type Chart,
	type Counted,
	chartOf,
	type Figure,
	isShown,
	noneOf,
	noneShown,
	sayCount,
	sayFigure,
	sayHidden,
	sayNames,
	sayNothing,
	sayPart,
} from "./chart.ts";
import { drawRows } from "./draw-rows.ts";
import { fillOf } from "./drawing.ts";

/** What has most, as one clause: "The theme raised most was Neglect", "The themes raised most were Neglect and Sleep". */
export type SayMost = (names: string, isOne: boolean) => string;

/**
 * One bar for each thing, in the order given.
 *
 * @param most begins the sentence
 * @param phrases what the bars are called is no names, and begins small inside the sentence
 * @param whole of how many it is; left out where nobody knows or it is hidden
 */
export function barChart({
	title,
	counted,
	rowsAre,
	bars,
	whole,
	most,
	phrases = false,
}: {
	title: string;
	counted: Counted;
	rowsAre: string;
	bars: { label: string; value: Figure }[];
	whole?: Figure;
	most: SayMost;
	phrases?: boolean;
}): Chart {
	const values = bars.map(({ value }) => value);
	const table = {
		columns: [rowsAre, startingLarge(counted.many)],
		rows: bars.map(({ label, value }) => [label, sayFigure(value)]),
	};
	const sentence = sayMost(bars, whole, counted, { most, phrases });
	return chartOf(title, sentence, table, values, () =>
		drawRows(
			bars.map(({ label, value }) => ({ label, parts: [[{ value, fill: fillOf(0) }]] })),
			[],
		),
	);
}

/** "The theme raised most was Neglect: 14 of 40 differences." */
function sayMost(
	bars: { label: string; value: Figure }[],
	whole: Figure | undefined,
	counted: Counted,
	{ most, phrases }: { most: SayMost; phrases: boolean },
): string {
	const shown = bars.flatMap(({ label, value }) => (isShown(value) ? [{ label, value }] : []));
	const hidden = bars.flatMap(({ label, value }) => (isShown(value) ? [] : [label]));
	if (shown.length === 0) return hidden.length > 0 ? noneShown() : noneOf(counted);
	const top = Math.max(...shown.map(({ value }) => value));
	if (top === 0) return sayNothing(hidden, counted);
	const first = shown
		.filter(({ value }) => value === top)
		.map(({ label }) => (phrases ? startingSmall(label) : label));
	const isOne = first.length === 1;
	const begins = most(sayNames(first), isOne);
	const part = sayPart(top, whole, counted);
	// One that is hidden may be the greatest.
	const isAmong = hidden.length > 0;
	const says = isOne
		? isAmong
			? say`Of those shown, ${startingSmall(begins)}: ${part}.`
			: say`${begins}: ${part}.`
		: isAmong
			? say`Of those shown, ${startingSmall(begins)}: ${part} each.`
			: say`${begins}: ${part} each.`;
	const othersHaveNone =
		!isAmong &&
		bars.length > first.length &&
		shown.every(({ value }) => value === top || value === 0);
	return [says, ...(othersHaveNone ? [say`The others had none.`] : []), ...sayHidden(hidden)].join(
		" ",
	);
}

/**
 * A bar for each thing, made of groups that add up to it.
 *
 * @param groups at most four; the sentence is about the first: "In time: 41 of 60 time limits. Least at Stage 2: 5 of 9."
 */
export function stackedChart({
	title,
	counted,
	rowsAre,
	groups,
	rows,
}: {
	title: string;
	counted: Counted;
	rowsAre: string;
	groups: string[];
	rows: { label: string; values: Figure[] }[];
}): Chart {
	const table = tableOf(rowsAre, groups, rows);
	return chartOf(
		title,
		sayShare(groups[0] ?? "", rows, counted),
		table,
		rows.flatMap(({ values }) => values),
		() =>
			drawRows(
				rows.map(({ label, values }) => ({
					label,
					parts: [values.map((value, index) => ({ value, fill: fillOf(index) }))],
				})),
				groups,
			),
	);
}

function sayShare(
	group: string,
	rows: { label: string; values: Figure[] }[],
	counted: Counted,
): string {
	const whole = rows.flatMap(({ label, values }) => {
		const known = values.filter(isShown);
		const [part = 0] = known;
		return known.length === values.length ? [{ label, part, of: sum(known) }] : [];
	});
	const hidden = rows
		.map(({ label }) => label)
		.filter((name) => !whole.some((row) => row.label === name));
	if (whole.length === 0) return hidden.length > 0 ? sayInPart(group, rows) : noneOf(counted);
	const of = sum(whole.map((row) => row.of));
	if (of === 0) return sayNothing(hidden, counted);
	const part = sayPart(sum(whole.map((row) => row.part)), of, counted);
	const says =
		hidden.length > 0
			? say`Of those shown in full, ${startingSmall(group)}: ${part}.`
			: say`${group}: ${part}.`;
	const any = whole.filter((row) => row.of > 0);
	const least = Math.min(...any.map((row) => row.part / row.of));
	const lowest = any.filter((row) => row.part / row.of === least);
	return [
		says,
		...(any.length < 2 || lowest.length === any.length ? [] : [saySmallest(lowest)]),
		...sayNotInFull(hidden),
	].join(" ");
}

/** Of a row that is not shown in full some parts may be. */
const sayNotInFull = (names: string[]): string[] =>
	names.length === 0
		? []
		: [
				names.length === 1
					? say`${sayNames(names)} is not shown in full, so that no small number can be worked out.`
					: say`${sayNames(names)} are not shown in full, so that no small number can be worked out.`,
			];

/** Where something of each row is hidden, what is shown of the first group. */
function sayInPart(group: string, rows: { label: string; values: Figure[] }[]): string {
	if (!rows.some(({ values }) => values.some(isShown))) return noneShown();
	const first = rows.flatMap(({ label, values: [figure = "hidden"] }) =>
		isShown(figure) ? [say`“${label}” (${sayFigure(figure)})`] : [],
	);
	return [
		...(first.length > 0 ? [say`${group}: ${sayNames(first)}.`] : []),
		say`No row is shown whole, so that no small number can be worked out.`,
	].join(" ");
}

const saySmallest = (lowest: { label: string; part: number; of: number }[]): string => {
	const [one] = lowest;
	return one && lowest.length === 1
		? say`The smallest share was at “${one.label}”: ${sayFigure(one.part)} of ${sayFigure(one.of)}.`
		: say`The smallest shares were at ${sayNames(lowest.map(({ label, part, of }) => say`“${label}” (${sayFigure(part)} of ${sayFigure(of)})`))}.`;
};

/** A period beside the one before it. */
export function comparedChart({
	title,
	counted,
	rowsAre,
	rows,
}: {
	title: string;
	counted: Counted;
	rowsAre: string;
	rows: { label: string; now: Figure; before: Figure }[];
}): Chart {
	const pairs = rows.map(({ label, now, before }) => ({ label, values: [now, before] }));
	const called = [say`This period`, say`The period before`];
	const most = new Set(
		pairs.toSorted((one, other) => mostOf(other) - mostOf(one)).slice(0, mostPairs),
	);
	return chartOf(
		title,
		[
			sayChange(rows, counted),
			...(pairs.length > mostPairs
				? [say`Drawn are the ${mostPairs} with most; the table has all ${pairs.length}.`]
				: []),
		].join(" "),
		tableOf(rowsAre, called, pairs),
		pairs.flatMap(({ values }) => values),
		() =>
			drawRows(
				pairs
					.filter((pair) => most.has(pair))
					.map(({ label, values }) => ({
						label,
						parts: values.map((value, index) => [{ value, fill: fillOf(index) }]),
					})),
				called,
			),
	);
}

/** So many rows are drawn at most: more are no picture on a page. */
const mostPairs = 20;

const mostOf = ({ values }: { values: Figure[] }): number =>
	Math.max(...values.map((value) => (isShown(value) ? value : 0)));

function sayChange(
	rows: { label: string; now: Figure; before: Figure }[],
	counted: Counted,
): string {
	const known = rows.flatMap(({ label, now, before }) =>
		isShown(now) && isShown(before) ? [{ label, now, before, change: now - before }] : [],
	);
	const hidden = rows
		.filter(({ now, before }) => !isShown(now) || !isShown(before))
		.map(({ label }) => label);
	if (known.length === 0) return hidden.length > 0 ? noneShown() : noneOf(counted);
	const changes = known.map(({ change }) => change);
	const largest = (change: number) =>
		change === 0 ? [] : known.filter((row) => row.change === change);
	const now = sum(known.map((row) => row.now));
	const before = sum(known.map((row) => row.before));
	const count = sayCount(now, counted);
	const by = sayFigure(Math.abs(now - before));
	const says =
		now === before
			? say`${count}, as many as in the period before.`
			: now > before
				? say`${count}, ${by} more than in the period before.`
				: say`${count}, ${by} fewer than in the period before.`;
	return [
		hidden.length > 0 ? say`Of those shown in both: ${says}` : says,
		...sayLargest("rise", largest(Math.max(0, ...changes))),
		...sayLargest("fall", largest(Math.min(0, ...changes))),
		...sayHidden(hidden),
	].join(" ");
}

/** "The largest rise was Police: from 3 to 5." Nothing where nothing rose, or fell. */
function sayLargest(
	which: "rise" | "fall",
	rows: { label: string; now: number; before: number }[],
): string[] {
	const [one] = rows;
	if (!one) return [];
	const each = sayNames(
		rows.map(
			({ label, before, now }) => say`${label} (from ${sayFigure(before)} to ${sayFigure(now)})`,
		),
	);
	const [from, to] = [sayFigure(one.before), sayFigure(one.now)];
	if (which === "rise")
		return [
			rows.length === 1
				? say`The largest rise was ${one.label}: from ${from} to ${to}.`
				: say`The largest rises were ${each}.`,
		];
	return [
		rows.length === 1
			? say`The largest fall was ${one.label}: from ${from} to ${to}.`
			: say`The largest falls were ${each}.`,
	];
}

const tableOf = (
	rowsAre: string,
	groups: string[],
	rows: { label: string; values: Figure[] }[],
) => ({
	columns: [rowsAre, ...groups],
	rows: rows.map(({ label, values }) => [label, ...values.map(sayFigure)]),
});

const sum = (numbers: number[]): number => numbers.reduce((all, number) => all + number, 0);
