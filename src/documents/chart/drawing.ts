import type { Drawing, Fill, Shape } from "../../domain/drawing.ts";
import { escaped, widthOf } from "../../domain/protocol/told/draw/draw-text.ts";
import { languageOf, withoutMarks } from "../../language/marks.ts";
import { speakingNow } from "../../language/speaking.ts";

/** Of every chart, in pixels. */
export const chartWidth = 720;

export const ink = { text: "#0b0c0c", quiet: "#505a5f", axis: "#0b0c0c", grid: "#d8dadb" };

/**
 * At most four groups, in this order: each has 3 to 1 to white, and a white gap is between neighbours.
 *
 * @see Analysis Function, “Data visualisation: colours in charts”, categorical palette
 */
export const fills: [Fill, Fill, Fill, Fill] = [
	{ colour: "#12436d", letters: "#ffffff" },
	{ colour: "#28a197", letters: "#0b0c0c", lines: "rising" },
	{ colour: "#801650", letters: "#ffffff", lines: "across" },
	{ colour: "#f46a25", letters: "#0b0c0c", lines: "upright" },
];

export const fillOf = (index: number): Fill => fills[index % fills.length] ?? fills[0];

/**
 * A drawing as one element with no script, style or identifier in it, so that it can stand in any page.
 *
 * @param said what is read instead of it
 */
export function svgOf(
	{ width, height, shapes }: Drawing,
	said: { title: string; description: string },
): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" role="img"${speakingNow().language === "cy" ? ' lang="cy"' : ""} width="${width}" height="${n(height)}" viewBox="0 0 ${width} ${n(height)}" font-family="'Source Sans 3', 'Source Sans Pro', arial, sans-serif">${saidAs("title", said.title)}${saidAs("desc", said.description)}${marksOf(shapes).map(markOf).join("")}</svg>`;
}

/** What is read instead of a drawing, in its language where that is not the reader’s. */
const saidAs = (element: "title" | "desc", text: string): string => {
	const language = languageOf(text);
	const lang = language && language !== speakingNow().language ? ` lang="${language}"` : "";
	return `<${element}${lang}>${escaped(withoutMarks(text))}</${element}>`;
};

/** The same as marks that need no more working out, in the order in which they are drawn. */
export const marksOf = (shapes: Shape[]): Shape[] =>
	shapes.flatMap((shape) => {
		if (shape.is === "bar") return [shape, ...linesOver(shape)];
		return shape.is === "text" && shape.on ? [patchUnder(shape, shape.on), shape] : [shape];
	});

function markOf(mark: Shape): string {
	switch (mark.is) {
		case "bar":
			return `<rect x="${n(mark.x)}" y="${n(mark.y)}" width="${n(mark.width)}" height="${n(mark.height)}" fill="${mark.fill.colour}"/>`;
		case "line": {
			const { points, colour, width, dashed } = mark;
			const path = points.map(([x, y]) => `${n(x)},${n(y)}`).join(" ");
			return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="${width}"${dashed ? ' stroke-dasharray="6 4"' : ""} stroke-linejoin="round"/>`;
		}
		case "dot":
			return `<circle cx="${n(mark.x)}" cy="${n(mark.y)}" r="${mark.radius}" fill="${mark.colour}" stroke="#ffffff" stroke-width="2"/>`;
		case "text": {
			const { x, y, text, size, bold, anchor, colour = ink.text } = mark;
			return `<text x="${n(x)}" y="${n(y)}" font-size="${size}"${bold ? ' font-weight="700"' : ""}${anchor ? ` text-anchor="${anchor}"` : ""} fill="${colour}">${escaped(text)}</text>`;
		}
	}
}

function patchUnder(
	{ x, y, text, size, bold, anchor }: Extract<Shape, { is: "text" }>,
	colour: string,
): Shape {
	const width = widthOf(text, size, bold) + 6;
	const left = anchor === "end" ? x - width + 3 : anchor === "middle" ? x - width / 2 : x - 3;
	return {
		is: "bar",
		x: left,
		y: y - size * 0.82,
		width,
		height: size * 1.06,
		fill: { colour, letters: colour },
	};
}

/** The lines drawn over a bar, each cut where the bar ends. */
function linesOver({ x, y, width, height, fill }: Extract<Shape, { is: "bar" }>): Shape[] {
	const line = (...points: [number, number][]): Shape => ({
		is: "line",
		points,
		colour: fill.letters,
		width: 1,
	});
	const each = (from: number, to: number, apart: number) =>
		Array.from(
			{ length: Math.max(0, Math.floor((to - from) / apart)) },
			(_, i) => from + (i + 1) * apart,
		);
	switch (fill.lines) {
		case "across":
			return each(y - 2, y + height, 6).map((at) => line([x, at], [x + width, at]));
		case "upright":
			return each(x - 2, x + width, 7).map((at) => line([at, y], [at, y + height]));
		case "rising":
			return each(x - height, x + width, 8).map((at) => {
				const [from, to] = [Math.max(x, at), Math.min(x + width, at + height)];
				return line([from, y + height - (from - at)], [to, y + height - (to - at)]);
			});
		default:
			return [];
	}
}

/** Steps of 1, 2 or 5 times a power of ten from 0 to at least `most`, about `about` of them. Counts have no half steps. */
export function stepsTo(most: number, about: number): number[] {
	const rough = Math.max(most, 1) / about;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = Math.max(
		1,
		[1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? 1,
	);
	return Array.from(
		{ length: Math.ceil(Math.max(most, 1) / step) + 1 },
		(_, index) => index * step,
	);
}

/** Coordinates to a tenth of a pixel. */
const n = (value: number): string => String(Math.round(value * 10) / 10);
