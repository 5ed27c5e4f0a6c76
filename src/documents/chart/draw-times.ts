import type { Drawing, Fill, Shape } from "../../domain/drawing.ts";
import { hiddenMark } from "../../domain/learning/suppress.ts";
import { heightOf, setText, widthOf } from "../../domain/protocol/told/draw/draw-text.ts";
import { withoutMarks } from "../../language/marks.ts";
import { sayText as say } from "../../language/say.ts";
import { chartWidth, ink, stepsTo } from "./drawing.ts";

/** How long something took, over all times that it was done, in working days. */
export type Took = {
	label: string;
	/** The working days that were allowed; left out where there is no one number. */
	limit?: number;
	/** Hidden where too few were done to say: then nothing else of it is known. */
	days:
		| {
				times: number;
				least: number;
				quarter: number;
				median: number;
				threeQuarters: number;
				most: number;
		  }
		| "hidden";
};

const text = 16;
const range = "#12436d";
/** Light enough that the limit is seen on it. */
const middleHalf: Fill = { colour: "#28a197", letters: "#0b0c0c" };
const rowHeight = 50;

/** "6.5"; whole days without the point. */
export const sayDays = (days: number): string => String(Math.round(days * 10) / 10);

export function drawTimes(rows: Took[]): Drawing {
	const labels = rows.map(({ label }) => setText(withoutMarks(label), 200, { size: text }));
	const left = Math.ceil(
		Math.max(60, ...labels.flat().map((line) => widthOf(line.text, text))) + 20,
	);
	const longest = Math.max(
		...rows.map(({ limit = 0, days }) => Math.max(limit, days === "hidden" ? 0 : days.most)),
	);
	const steps = stepsTo(longest, 6);
	const scale = (chartWidth - left - 24) / (steps.at(-1) ?? 1);
	const x = (days: number) => left + days * scale;
	const top = 40;
	const foot = top + rows.length * rowHeight;
	return {
		width: chartWidth,
		height: foot + 50,
		shapes: [
			...drawKey(),
			...steps.flatMap((step): Shape[] => [
				{
					is: "line",
					points: [
						[x(step), top],
						[x(step), foot],
					],
					colour: step === 0 ? ink.axis : ink.grid,
					width: 1,
				},
				{
					is: "text",
					x: x(step),
					y: foot + 20,
					text: String(step),
					size: text,
					anchor: "middle",
					colour: ink.quiet,
				},
			]),
			{
				is: "text",
				x: (left + chartWidth - 24) / 2,
				y: foot + 42,
				text: withoutMarks(say`Working days`),
				size: text,
				anchor: "middle",
				colour: ink.quiet,
			},
			...rows.flatMap((row, index) =>
				drawRow(row, labels[index] ?? [], top + index * rowHeight, left, x),
			),
		],
	};
}

function drawRow(
	{ limit, days }: Took,
	lines: { text: string; size: number }[],
	y: number,
	left: number,
	x: (days: number) => number,
): Shape[] {
	const middle = y + rowHeight / 2;
	const shapes: Shape[] = lines.map((line, index) => ({
		is: "text",
		x: left - 12,
		y: middle - heightOf(lines) / 2 + index * 20 + 16,
		text: line.text,
		size: text,
		anchor: "end",
	}));
	if (days === "hidden")
		shapes.push({
			is: "text",
			x: left + 8,
			y: middle + 5,
			text: hiddenMark,
			size: text,
			colour: ink.quiet,
			on: "#ffffff",
		});
	else shapes.push(...spreadOf(days, middle, x));
	if (limit !== undefined) shapes.push(limitAt(x(limit), middle));
	// Last, so that no limit runs through the figure.
	if (days !== "hidden") shapes.push(medianOf(days.median, middle, x));
	return shapes;
}

function spreadOf(
	days: Exclude<Took["days"], "hidden">,
	y: number,
	x: (days: number) => number,
): Shape[] {
	const width = Math.max(4, x(days.threeQuarters) - x(days.quarter));
	return [
		{
			is: "line",
			points: [
				[x(days.least), y],
				[x(days.most), y],
			],
			colour: range,
			width: 2,
		},
		...[days.least, days.most].map(
			(at): Shape => ({
				is: "line",
				points: [
					[x(at), y - 5],
					[x(at), y + 5],
				],
				colour: range,
				width: 2,
			}),
		),
		{ is: "bar", x: x(days.quarter), y: y - 9, width, height: 18, fill: middleHalf },
		{
			is: "line",
			points: [
				[x(days.median), y - 9],
				[x(days.median), y + 9],
			],
			colour: "#ffffff",
			width: 4,
		},
	];
}

const medianOf = (median: number, y: number, x: (days: number) => number): Shape => ({
	is: "text",
	x: x(median),
	y: y - 14,
	text: sayDays(median),
	size: text,
	bold: true,
	anchor: "middle",
	on: "#ffffff",
});

const limitAt = (x: number, y: number, half = 20): Shape => ({
	is: "line",
	points: [
		[x, y - half],
		[x, y + half],
	],
	colour: ink.text,
	width: 3,
	dashed: true,
});

/** One row of the chart, drawn small, with what each piece of it means. */
function drawKey(): Shape[] {
	const y = 16;
	const said = (x: number, words: string): Shape => ({
		is: "text",
		x,
		y: y + 5,
		text: withoutMarks(words),
		size: text,
	});
	return [
		{
			is: "line",
			points: [
				[4, y],
				[40, y],
			],
			colour: range,
			width: 2,
		},
		{
			is: "line",
			points: [
				[4, y - 5],
				[4, y + 5],
			],
			colour: range,
			width: 2,
		},
		{
			is: "line",
			points: [
				[40, y - 5],
				[40, y + 5],
			],
			colour: range,
			width: 2,
		},
		said(48, say`quickest to slowest`),
		{ is: "bar", x: 216, y: y - 9, width: 30, height: 18, fill: middleHalf },
		said(254, say`middle half`),
		{ is: "bar", x: 362, y: y - 9, width: 30, height: 18, fill: middleHalf },
		{
			is: "line",
			points: [
				[377, y - 9],
				[377, y + 9],
			],
			colour: "#ffffff",
			width: 4,
		},
		said(400, say`median`),
		limitAt(482, y, 12),
		said(494, say`limit`),
	];
}
