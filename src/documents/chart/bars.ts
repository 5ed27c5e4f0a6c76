import { startingLarge, startingSmall } from "../../domain/english.ts";
import {
	type Chart,
	type Counted,
	chartOf,
	type Figure,
	isShown,
	noneShown,
	sayCount,
	sayFigure,
	sayHidden,
	sayNames,
	sayPart,
} from "./chart.ts";
import { drawRows } from "./draw-rows.ts";
import { fillOf } from "./drawing.ts";

/**
 * One bar for each thing, in the order given.
 *
 * @param most begins the sentence: `{ one: "The theme raised most was", many: "The themes raised most were" }`; `phrases` where
 *   what follows is no names, and begins small inside it
 * @param whole of how many it is; left out where nobody knows or it is hidden
 */
export function barChart({
	title,
	counted,
	rowsAre,
	bars,
	whole,
	most,
}: {
	title: string;
	counted: Counted;
	rowsAre: string;
	bars: { label: string; value: Figure }[];
	whole?: Figure;
	most: { one: string; many: string; phrases?: true };
}): Chart {
	const values = bars.map(({ value }) => value);
	const table = {
		columns: [rowsAre, startingLarge(counted.many)],
		rows: bars.map(({ label, value }) => [label, sayFigure(value)]),
	};
	const sentence = sayMost(bars, whole, counted, most);
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
	most: { one: string; many: string; phrases?: true },
): string {
	const shown = bars.flatMap(({ label, value }) => (isShown(value) ? [{ label, value }] : []));
	const hidden = bars.flatMap(({ label, value }) => (isShown(value) ? [] : [label]));
	if (shown.length === 0) return hidden.length > 0 ? noneShown : `There were no ${counted.many}.`;
	const top = Math.max(...shown.map(({ value }) => value));
	if (top === 0)
		return hidden.length > 0
			? `Those that are shown are 0.${sayHidden(hidden)}`
			: `There were no ${counted.many}.`;
	const first = shown.filter(({ value }) => value === top).map(({ label }) => label);
	// One that is hidden may be the greatest.
	const among = hidden.length > 0 ? "Of those shown, " : "";
	const begins = first.length === 1 ? most.one : most.many;
	const each = first.length > 1 ? " each" : "";
	const others =
		hidden.length === 0 &&
		bars.length > first.length &&
		shown.every(({ value }) => value === top || value === 0)
			? " The others had none."
			: "";
	return `${among}${among ? startingSmall(begins) : begins} ${sayNames(most.phrases ? first.map(startingSmall) : first)}: ${sayPart(top, whole, counted)}${each}.${others}${sayHidden(hidden)}`;
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
	if (whole.length === 0) return hidden.length > 0 ? noneShown : `There were no ${counted.many}.`;
	const of = sum(whole.map((row) => row.of));
	const among = hidden.length > 0 ? "Of those shown in full, " : "";
	if (of === 0)
		return hidden.length > 0
			? `Those that are shown are 0.${sayHidden(hidden)}`
			: `There were no ${counted.many}.`;
	const part = sum(whole.map((row) => row.part));
	const says = `${among}${among ? startingSmall(group) : group}: ${sayPart(part, of, counted)}.`;
	const any = whole.filter((row) => row.of > 0);
	const least = Math.min(...any.map((row) => row.part / row.of));
	const lowest = any.filter((row) => row.part / row.of === least);
	const [one] = lowest;
	const where =
		any.length < 2 || !one || lowest.length === any.length
			? ""
			: lowest.length === 1
				? ` The smallest share was at “${one.label}”: ${sayFigure(one.part)} of ${sayFigure(one.of)}.`
				: ` The smallest shares were at ${sayNames(lowest.map(({ label, part, of }) => `“${label}” (${sayFigure(part)} of ${sayFigure(of)})`))}.`;
	return says + where + sayHidden(hidden);
}

/**
 * Two periods side by side.
 *
 * @param periods how each is called, the one that the report is about first
 */
export function comparedChart({
	title,
	counted,
	rowsAre,
	periods,
	rows,
}: {
	title: string;
	counted: Counted;
	rowsAre: string;
	periods: [now: string, before: string];
	rows: { label: string; now: Figure; before: Figure }[];
}): Chart {
	const pairs = rows.map(({ label, now, before }) => ({ label, values: [now, before] }));
	const called = periods.map(startingLarge);
	return chartOf(
		title,
		sayChange(periods, rows, counted),
		tableOf(rowsAre, called, pairs),
		pairs.flatMap(({ values }) => values),
		() =>
			drawRows(
				pairs.map(({ label, values }) => ({
					label,
					parts: values.map((value, index) => [{ value, fill: fillOf(index) }]),
				})),
				called,
			),
	);
}

function sayChange(
	[, earlier]: [string, string],
	rows: { label: string; now: Figure; before: Figure }[],
	counted: Counted,
): string {
	const known = rows.flatMap(({ label, now, before }) =>
		isShown(now) && isShown(before) ? [{ label, now, before, change: now - before }] : [],
	);
	const hidden = rows
		.filter(({ now, before }) => !isShown(now) || !isShown(before))
		.map(({ label }) => label);
	if (known.length === 0) return hidden.length > 0 ? noneShown : `There were no ${counted.many}.`;
	const says = (which: "rise" | "fall", change: number) => {
		const all = known.filter((row) => row.change === change);
		const [one] = all;
		if (!one || change === 0) return "";
		return all.length === 1
			? ` The largest ${which} was ${one.label}: from ${sayFigure(one.before)} to ${sayFigure(one.now)}.`
			: ` The largest ${which}s were ${sayNames(all.map(({ label, before, now }) => `${label} (from ${sayFigure(before)} to ${sayFigure(now)})`))}.`;
	};
	const changes = known.map(({ change }) => change);
	const now = sum(known.map((row) => row.now));
	const before = sum(known.map((row) => row.before));
	const among = hidden.length > 0 ? "Of those shown in both: " : "";
	const against =
		now === before
			? `as many as in ${earlier}`
			: `${sayFigure(Math.abs(now - before))} ${now > before ? "more" : "fewer"} than in ${earlier}`;
	return `${among}${sayCount(now, counted)}, ${against}.${says("rise", Math.max(0, ...changes))}${says("fall", Math.min(0, ...changes))}${sayHidden(hidden)}`;
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
