import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { describe, expect, test } from "vitest";
import { barChart, comparedChart, type SayMost, stackedChart } from "./bars.ts";
import type { Chart, Figure } from "./chart.ts";
import { fills, ink, stepsTo } from "./drawing.ts";
import { monthsChart } from "./months.ts";
import { drawOnPdf } from "./on-pdf.ts";
import { pictureOf } from "./picture.ts";
import { spreadChart } from "./spread.ts";

const counted = { one: "difference", many: "differences" };
const most: SayMost = (names, isOne) =>
	isOne ? `The theme raised most was ${names}` : `The themes raised most were ${names}`;

const themes = (values: Record<string, Figure>, whole?: Figure): Chart =>
	barChart({
		title: "Themes",
		counted,
		rowsAre: "Theme",
		bars: Object.entries(values).map(([label, value]) => ({ label, value })),
		...(whole !== undefined && { whole }),
		most,
	});

describe("the sentence of bars", () => {
	test("begins small what is no name, and leaves what has its own capitals", () => {
		const waited = (bars: { label: string; value: Figure }[]) =>
			barChart({
				title: "For whom it waited",
				counted: { one: "working day", many: "working days" },
				rowsAre: "Waited for",
				bars,
				most: (names) => `It waited longest for ${names}`,
				phrases: true,
			}).sentence;
		const agency = { label: "The agency that raised it", value: 9 };
		expect(waited([agency, { label: "SSCP Executive", value: 2 }])).toBe(
			"It waited longest for the agency that raised it: 9 working days.",
		);
		expect(waited([agency, { label: "SSCP Executive", value: 12 }])).toBe(
			"It waited longest for SSCP Executive: 12 working days.",
		);
	});

	test.each([
		[
			"names the greatest",
			{ Neglect: 14, Sharing: 9 },
			40,
			"The theme raised most was Neglect: 14 of 40 differences.",
		],
		["knows one", { Neglect: 1 }, undefined, "The theme raised most was Neglect: 1 difference."],
		[
			"names all that tie",
			{ Neglect: 9, Sharing: 9, Birth: 2 },
			40,
			"The themes raised most were Neglect and Sharing: 9 of 40 differences each.",
		],
		[
			"counts those that tie when they are many",
			{ A: 2, B: 2, C: 2, D: 2, E: 2 },
			6,
			"The themes raised most were A, B, C and 2 others: 2 of 6 differences each.",
		],
		[
			"says when nothing else was raised",
			{ Neglect: 6, Sharing: 0 },
			6,
			"The theme raised most was Neglect: 6 of 6 differences. The others had none.",
		],
		["says that there was nothing", { Neglect: 0, Sharing: 0 }, 0, "There were no differences."],
		["says so of an empty list", {}, 0, "There were no differences."],
		[
			"claims no more than is shown",
			{ Neglect: 6, Birth: "hidden" },
			40,
			"Of those shown, the theme raised most was Neglect: 6 of 40 differences. The number of Birth is not shown, so that no small number can be worked out.",
		],
		[
			"leaves out a whole that is hidden",
			{ Neglect: 6, A: "hidden", B: "hidden" },
			"hidden",
			"Of those shown, the theme raised most was Neglect: 6 differences. The numbers of A and B are not shown, so that no small number can be worked out.",
		],
		[
			"says when all are hidden",
			{ A: "hidden", B: "hidden" },
			7,
			"None of these numbers is shown, so that no small number can be worked out.",
		],
	] as [string, Record<string, Figure>, Figure | undefined, string][])(
		"%s",
		(_, values, whole, said) => {
			expect(themes(values, whole).sentence).toBe(said);
		},
	);
});

test("the sentence of shares is about the first group, and names the smallest share", () => {
	const chart = (rows: [string, ...Figure[]][]) =>
		stackedChart({
			title: "Time limits",
			counted: { one: "time limit", many: "time limits" },
			rowsAre: "Stage",
			groups: ["In time", "Late"],
			rows: rows.map(([label, ...values]) => ({ label, values })),
		}).sentence;
	expect(
		chart([
			["Stage 1", 30, 5],
			["Stage 2", 9, 7],
		]),
	).toBe("In time: 39 of 51 time limits. The smallest share was at “Stage 2”: 9 of 16.");
	expect(
		chart([
			["Stage 1", 5, 5],
			["Stage 2", 7, 7],
			["Stage 3", 9, 0],
		]),
	).toBe(
		"In time: 21 of 33 time limits. The smallest shares were at “Stage 1” (5 of 10) and “Stage 2” (7 of 14).",
	);
	expect(
		chart([
			["Stage 1", 30, "hidden"],
			["Stage 2", 9, 7],
		]),
	).toBe(
		"Of those shown in full, in time: 9 of 16 time limits. Stage 1 is not shown in full, so that no small number can be worked out.",
	);
	expect(
		chart([
			["Stage 1", 30, "hidden"],
			["Stage 2", "hidden", 7],
			["Stage 3", 9, "hidden"],
		]),
	).toBe(
		"In time: “Stage 1” (30) and “Stage 3” (9). No row is shown whole, so that no small number can be worked out.",
	);
	expect(
		chart([
			["Stage 1", "hidden", "hidden"],
			["Stage 2", "hidden", "hidden"],
		]),
	).toBe("None of these numbers is shown, so that no small number can be worked out.");
});

test("the sentence of two periods says what rose and fell", () => {
	const chart = (rows: [string, Figure, Figure][]) =>
		comparedChart({
			title: "Who raised",
			counted,
			rowsAre: "Agency",
			rows: rows.map(([label, now, before]) => ({ label, now, before })),
		}).sentence;
	expect(
		chart([
			["Health", 12, 7],
			["Schools", 5, 8],
		]),
	).toBe(
		"17 differences, 2 more than in the period before. The largest rise was Health: from 7 to 12. The largest fall was Schools: from 8 to 5.",
	);
	expect(chart([["Health", 7, 7]])).toBe("7 differences, as many as in the period before.");
	expect(
		chart([
			["Health", 7, 9],
			["Police", "hidden", 6],
		]),
	).toBe(
		"Of those shown in both: 7 differences, 2 fewer than in the period before. The largest fall was Health: from 9 to 7. The number of Police is not shown, so that no small number can be worked out.",
	);
});

const months = (...values: Figure[]) =>
	monthsChart({
		title: "By month",
		counted,
		months: values.map((value, index) => ({
			month: Temporal.PlainYearMonth.from("2025-11").add({ months: index }),
			value,
		})),
	});

test("the sentence of months names the most and the fewest", () => {
	expect(months(5, 9, 0).sentence).toBe(
		"14 differences in 3 months. Most in December 2025: 9. Fewest in January 2026: 0.",
	);
	expect(months(5, 5).sentence).toBe("10 differences in 2 months. As many in each: 5.");
	expect(months(7, 5, 7).sentence).toBe(
		"19 differences in 3 months. Most in November 2025 and January 2026: 7 each. Fewest in December 2025: 5.",
	);
	expect(months(7, "hidden", 5).sentence).toBe(
		"Of those shown: 12 differences in 2 months. Most in November 2025: 7. Fewest in January 2026: 5. The number of December 2025 is not shown, so that no small number can be worked out.",
	);
});

const took = (label: string, limit: number, median: number) => ({
	label,
	limit,
	days: { times: 20, least: 0, quarter: median - 1, median, threeQuarters: median + 1, most: 20 },
});

test("the sentence of times says where the median was past the limit", () => {
	const chart = (rows: Parameters<typeof spreadChart>[0]["rows"]) =>
		spreadChart({ title: "How long", counted: { one: "step", many: "steps" }, rows }).sentence;
	expect(chart([took("Stage 1", 5, 3), took("Stage 2", 10, 12.5)])).toBe(
		"40 steps. The median was past the limit at 1 of 2 time limits: Stage 2 (median 12.5 working days, limit 10).",
	);
	expect(chart([took("Stage 1", 5, 3), { label: "Stage 2", days: "hidden" }])).toBe(
		"20 steps. The median was within the limit at Stage 1. No times are shown for Stage 2, so that no small number can be worked out.",
	);
});

describe("a drawing", () => {
	const all: [string, Chart][] = [
		["bars", themes({ Neglect: 14, "Sharing & <more>": 9, Birth: "hidden" }, 40)],
		[
			"groups",
			stackedChart({
				title: "Limits",
				counted,
				rowsAre: "Stage",
				groups: ["In time", "Late"],
				rows: [
					{ label: "A", values: [30, 5] },
					{ label: "B", values: [0, 7] },
				],
			}),
		],
		[
			"periods",
			comparedChart({
				title: "Raised",
				counted,
				rowsAre: "Agency",
				rows: [{ label: "A", now: 3, before: 5 }],
			}),
		],
		["months", months(5, "hidden", 0, 12, 7)],
		["times", spreadChart({ title: "Took", counted, rows: [took("A", 5, 3), took("B", 10, 12)] })],
	];
	test.each(all)(
		"of %s reads as its sentence, can stand in any page, and has no letters under 14 pixels",
		(_, chart) => {
			const svg = chart.drawn?.svg ?? "";
			expect(svg).toContain(`<title>${chart.title}</title><desc>`);
			expect(svg).not.toMatch(/<script|<style|\bid=|href|on\w+=|NaN|undefined|Infinity/);
			const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size));
			expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
		},
	);
	test.each(all)("of %s stays inside its sheet", (_, chart) => {
		const { width = 0, height = 0, shapes = [] } = chart.drawn?.drawing ?? {};
		for (const shape of shapes)
			for (const [x, y] of shape.is === "line" ? shape.points : [[shape.x, shape.y] as const]) {
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x).toBeLessThanOrEqual(width);
				expect(y).toBeGreaterThanOrEqual(0);
				expect(y).toBeLessThanOrEqual(height);
			}
	});
	test("is not made of nothing: fewer than two figures that are not 0", () => {
		expect(themes({ Neglect: 14, Sharing: 0 }, 14).drawn).toBeNull();
		expect(themes({ Neglect: 14, Sharing: "hidden" }, 40).drawn).toBeNull();
		expect(months(0, 0, 0).drawn).toBeNull();
	});
	test("shows nothing of what is hidden but its mark", () => {
		const { drawn, table } = themes({ Neglect: 14, Sharing: 9, Birth: "hidden" }, 40);
		expect(drawn?.drawing.shapes.filter(({ is }) => is === "bar")).toHaveLength(2);
		expect(table.rows).toEqual([
			["Neglect", "14"],
			["Sharing", "9"],
			["Birth", "[c]"],
		]);
	});
	test("stands on a page of a PDF in the width that it is given, its words as words", async () => {
		const doc = new PDFDocument({ size: "A4", compress: false });
		doc.registerFont("regular", "Helvetica").registerFont("bold", "Helvetica-Bold");
		const { drawn } = themes({ Neglect: 14, Sharing: 9 });
		if (!drawn) throw new Error("Nothing was drawn");
		const height = drawOnPdf(doc, drawn.drawing, { x: 54, y: 80, width: 360 });
		doc.end();
		expect(height).toBe(drawn.drawing.height / 2);
		const hex = Buffer.from("Sharing").toString("hex");
		// Letters are written in pieces with the room between them.
		const written = (await buffer(doc)).toString("latin1").replace(/> -?[\d.]+ </g, "");
		expect(written).toContain(hex);
	});
	test("becomes a picture of twice its size", () => {
		const png = pictureOf(themes({ Neglect: 14, Sharing: 9 }).drawn?.svg ?? "", 2);
		expect(png.subarray(1, 4).toString()).toBe("PNG");
		expect(png.readUInt32BE(16)).toBe(1440);
	});
});

/** @see WCAG 2.2, relative luminance and contrast ratio */
function contrast(one: string, other: string): number {
	const light = (colour: string) => {
		const [r = 0, g = 0, b = 0] = [1, 3, 5]
			.map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
			.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
	return (high + 0.05) / (low + 0.05);
}

test("bars have 3 to 1 to the paper, and letters 4.5 to 1 to what they stand on", () => {
	for (const { colour, letters } of fills) {
		expect(contrast(colour, "#ffffff")).toBeGreaterThanOrEqual(3);
		expect(contrast(letters, colour)).toBeGreaterThanOrEqual(4.5);
	}
	for (const colour of [ink.text, ink.quiet])
		expect(contrast(colour, "#ffffff")).toBeGreaterThanOrEqual(4.5);
});

test("an axis goes up in steps of 1, 2 or 5 times a power of ten, to at least the greatest", () => {
	expect(stepsTo(3, 4)).toEqual([0, 1, 2, 3]);
	expect(stepsTo(12, 4)).toEqual([0, 5, 10, 15]);
	expect(stepsTo(0, 4)).toEqual([0, 1]);
	expect(stepsTo(900, 4)).toEqual([0, 500, 1000]);
});
