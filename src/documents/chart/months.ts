import type { Drawing, Shape } from "../../domain/drawing.ts";
import { startingLarge } from "../../domain/english.ts";
import { hiddenMark } from "../../domain/learning/suppress.ts";
import { widthOf } from "../../domain/protocol/told/draw/draw-text.ts";
import { withoutMarks } from "../../language/marks.ts";
import { sayText as say, sayMonth, shortDate } from "../../language/say.ts";
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
} from "./chart.ts";
import { chartWidth, fillOf, ink, stepsTo } from "./drawing.ts";

const text = 16;
const box = { left: 44, right: 44, top: 28, height: 220 };

/**
 * A line over months, each with its count.
 *
 * @param months in order, without a gap: a month in which nothing happened is a 0
 */
export function monthsChart({
	title,
	counted,
	months,
}: {
	title: string;
	counted: Counted;
	months: { month: Temporal.PlainYearMonth; value: Figure }[];
}): Chart {
	const named = months.map(({ month, value }) => ({
		label: sayMonth(month.toString()),
		month,
		value,
	}));
	return chartOf(
		title,
		sayMonths(named, counted),
		{
			columns: [say`Month`, startingLarge(counted.many)],
			rows: named.map(({ label, value }) => [label, sayFigure(value)]),
		},
		months.map(({ value }) => value),
		() => drawMonths(named),
	);
}

/** "40 differences in 12 months. Most in March 2026: 9. Fewest in August 2025: 0." */
function sayMonths(months: { label: string; value: Figure }[], counted: Counted): string {
	const shown = months.flatMap(({ label, value }) => (isShown(value) ? [{ label, value }] : []));
	const hidden = months.flatMap(({ label, value }) => (isShown(value) ? [] : [label]));
	if (shown.length === 0) return hidden.length > 0 ? noneShown() : noneOf(counted);
	const all = shown.reduce((sum, { value }) => sum + value, 0);
	if (all === 0 && hidden.length === 0) return noneOf(counted);
	const values = shown.map(({ value }) => value);
	const at = (value: number) => {
		const names = shown.filter((month) => month.value === value).map(({ label }) => label);
		return names.length > 1
			? say`${sayNames(names)}: ${sayFigure(value)} each`
			: say`${sayNames(names)}: ${sayFigure(value)}`;
	};
	const [most, least] = [Math.max(...values), Math.min(...values)];
	const count = sayCount(all, counted);
	const [only] = shown;
	const says =
		only && shown.length === 1
			? say`${count} in ${only.label}.`
			: say`${count} in ${shown.length} months.`;
	return [
		hidden.length > 0 ? say`Of those shown: ${says}` : says,
		...(shown.length < 2
			? []
			: most === least
				? [say`As many in each: ${sayFigure(most)}.`]
				: [say`Most in ${at(most)}.`, say`Fewest in ${at(least)}.`]),
		...sayHidden(hidden),
	].join(" ");
}

type Month = { month: Temporal.PlainYearMonth; value: Figure };

function drawMonths(months: Month[]): Drawing {
	const steps = stepsTo(Math.max(1, ...months.map(({ value }) => (isShown(value) ? value : 0))), 4);
	const most = steps.at(-1) ?? 1;
	const foot = box.top + box.height;
	const apart = (chartWidth - box.left - box.right) / Math.max(1, months.length - 1);
	const x = (index: number) => box.left + index * apart;
	const y = (value: number) => foot - (value / most) * box.height;
	return {
		width: chartWidth,
		height: foot + 50,
		shapes: [
			...steps.flatMap((step) => drawStep(step, y(step))),
			...lines(months, x, y),
			...months.flatMap((month, index) => drawMonth(month, months, index, x(index), y)),
			...namesOf(months, x, foot),
		],
	};
}

function drawStep(step: number, y: number): Shape[] {
	const colour = step === 0 ? ink.axis : ink.grid;
	return [
		{
			is: "line",
			points: [
				[box.left - 8, y],
				[chartWidth - box.right + 8, y],
			],
			colour,
			width: 1,
		},
		{
			is: "text",
			x: box.left - 14,
			y: y + 5,
			text: sayFigure(step),
			size: text,
			anchor: "end",
			colour: ink.quiet,
		},
	];
}

/** The line stops where a month is hidden, and goes on after it. */
function lines(
	months: Month[],
	x: (index: number) => number,
	y: (value: number) => number,
): Shape[] {
	const runs: [number, number][][] = [[]];
	for (const [index, { value }] of months.entries())
		if (isShown(value)) runs.at(-1)?.push([x(index), y(value)]);
		else runs.push([]);
	return runs
		.filter((run) => run.length > 1)
		.map((points) => ({ is: "line", points, colour: fillOf(0).colour, width: 3 }));
}

/** A dot and its count beside the line; where months are more than a year, the dot alone. */
function drawMonth(
	{ value }: Month,
	months: Month[],
	index: number,
	x: number,
	y: (value: number) => number,
): Shape[] {
	if (!isShown(value))
		return [
			{
				is: "text",
				x,
				y: y(0) - 8,
				text: hiddenMark,
				size: text,
				anchor: "middle",
				colour: ink.quiet,
			},
		];
	const dot: Shape = { is: "dot", x, y: y(value), radius: 5, colour: fillOf(0).colour };
	// At 0 the axis says it already, and the line would run through the figure.
	if (months.length > 13 || value === 0) return [dot];
	const near = (other: number) => {
		const figure = months[other]?.value ?? value;
		return isShown(figure) ? figure : value;
	};
	const [before, after] = [near(index - 1), near(index + 1)];
	const isValley = before >= value && after >= value && y(0) - y(value) > 34;
	const isOnSlope = (before - value) * (after - value) < 0;
	const aside = isOnSlope ? (before < after ? -6 : 6) : 0;
	return [
		dot,
		{
			is: "text",
			x: x + aside,
			y: y(value) + (isValley ? 24 : -11),
			text: sayFigure(value),
			size: text,
			bold: true,
			...(aside <= 0 && { anchor: aside < 0 ? "end" : "middle" }),
			...(aside === 0 && { on: "#ffffff" }),
		},
	];
}

/** "Jan", and the year under the first of each; where there is no room for all, every third. */
function namesOf(months: Month[], x: (index: number) => number, foot: number): Shape[] {
	const every = x(1) - x(0) < widthOf("May", text) + 10 ? 3 : 1;
	let year = 0;
	return months.flatMap(({ month }, index): Shape[] => {
		if (index % every !== 0) return [];
		const isNewYear = month.year !== year;
		year = month.year;
		const [, short = ""] = withoutMarks(shortDate(month.toPlainDate({ day: 1 }).toString())).split(
			" ",
		);
		const at = { is: "text" as const, x: x(index), size: text, anchor: "middle" as const };
		return [
			{ ...at, y: foot + 22, text: short },
			...(isNewYear ? [{ ...at, y: foot + 42, text: String(month.year), colour: ink.quiet }] : []),
		];
	});
}
