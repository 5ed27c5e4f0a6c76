import type { Drawing, Fill, Shape } from "../../domain/drawing.ts";
import { hiddenMark } from "../../domain/learning/suppress.ts";
import { heightOf, setText, widthOf } from "../../domain/protocol/told/draw/draw-text.ts";
import { withoutMarks } from "../../language/marks.ts";
import { sayText as say } from "../../language/say.ts";
import { type Figure, isShown, sayFigure } from "./chart.ts";
import { chartWidth, fillOf, ink } from "./drawing.ts";

const text = 16;
const barHeight = 24;

type Row = {
	label: string;
	/** Bars one under the other, each of one piece or several. */
	parts: { value: Figure; fill: Fill }[][];
};

/** Labels at the left, bars from one line, figures at their ends: no axis is needed to read them. */
export function drawRows(rows: Row[], groups: string[]): Drawing {
	const labels = rows.map(({ label }) => setText(withoutMarks(label), 230, { size: text }));
	const left = Math.ceil(
		Math.max(60, ...labels.flat().map((line) => widthOf(line.text, text))) + 12,
	);
	const most = Math.max(
		1,
		...rows.flatMap(({ parts }) =>
			parts.map((bar) => sum(bar.map(({ value }) => (isShown(value) ? value : 0)))),
		),
	);
	const scale = (chartWidth - left - 74) / most;
	const shapes: Shape[] = keyOf(groups.map(withoutMarks), left);
	const top = groups.length > 0 ? 40 : 4;
	let y = top;
	for (const [index, { parts }] of rows.entries()) {
		const lines = labels[index] ?? [];
		const height = Math.max(heightOf(lines), parts.length * (barHeight + 2) - 2);
		shapes.push(...linesOf(lines, left - 12, y + (height - heightOf(lines)) / 2));
		let barAt = y + (height - (parts.length * (barHeight + 2) - 2)) / 2;
		for (const bar of parts) {
			shapes.push(...drawBar(bar, left, barAt, scale));
			barAt += barHeight + 2;
		}
		y += height + (parts.length > 1 ? 16 : 10);
	}
	const foot = y - 4;
	shapes.push({
		is: "line",
		points: [
			[left, top - 4],
			[left, foot],
		],
		colour: ink.axis,
		width: 1,
	});
	return { width: chartWidth, height: foot + 4, shapes };
}

const linesOf = (lines: { text: string }[], x: number, y: number): Shape[] =>
	lines.map(({ text: said }, index) => ({
		is: "text",
		x,
		y: y + index * 20 + 16,
		text: said,
		size: text,
		anchor: "end",
	}));

/** Which colour is which group, in the order of the bars: from where these begin, or further left where it needs the room. */
function keyOf(groups: string[], left: number): Shape[] {
	const needs = groups.reduce((sum, group) => sum + 20 + 8 + widthOf(group, text) + 24, 0);
	let x = Math.max(0, Math.min(left, chartWidth - needs));
	return groups.flatMap((group, index): Shape[] => {
		const at = x;
		x += 20 + 8 + widthOf(group, text) + 24;
		return [
			{ is: "bar", x: at, y: 4, width: 20, height: 16, fill: fillOf(index) },
			{ is: "text", x: at + 28, y: 18, text: group, size: text },
		];
	});
}

function drawBar(bar: Row["parts"][number], left: number, y: number, scale: number): Shape[] {
	const shapes: Shape[] = [];
	const gap = bar.length > 1 ? 2 : 0;
	let x = left + 0.5;
	for (const { value, fill } of bar) {
		if (!isShown(value) || value === 0) continue;
		const width = Math.max(1, value * scale - gap);
		shapes.push({ is: "bar", x, y, width, height: barHeight, fill });
		const says = sayFigure(value);
		if (bar.length > 1 && widthOf(says, text, true) + 10 <= width)
			shapes.push({
				is: "text",
				x: x + width / 2,
				y: y + 18,
				text: says,
				size: text,
				bold: true,
				anchor: "middle",
				colour: fill.letters,
				on: fill.colour,
			});
		x += width + gap;
	}
	const shown = bar.map(({ value }) => value).filter(isShown);
	const isHidden = shown.length < bar.length;
	const says = isHidden
		? sum(shown) > 0
			? withoutMarks(say`part ${hiddenMark}`)
			: hiddenMark
		: sayFigure(sum(shown));
	shapes.push({
		is: "text",
		x: x + 6,
		y: y + 18,
		text: says,
		size: text,
		...(!isHidden && { bold: true as const }),
		colour: isHidden ? ink.quiet : ink.text,
	});
	return shapes;
}

const sum = (numbers: number[]): number => numbers.reduce((all, number) => all + number, 0);
