import { isNoAnswer } from "../../domain/learning/change-for-child-tables.ts";
import { monthsIn, type Period } from "../../domain/learning/period.ts";
import type { Figure, ReportTable } from "../../domain/learning/report-table.ts";
import type { Protocol } from "../../domain/protocol/protocol.ts";
import { sayText as say } from "../../language/say.ts";
import { barChart, comparedChart, type SayMost, stackedChart } from "../chart/bars.ts";
import type { Chart, Counted, Figure as Drawn } from "../chart/chart.ts";
import { fills } from "../chart/drawing.ts";
import { monthsChart } from "../chart/months.ts";

/** What a chart of a report has to know besides its table. */
export type ChartedReport = { period: Period; words: Protocol["words"] };

/** How many bars a chart has at most: what more there is, its table has. */
const mostBars = 12;

/**
 * The chart of a table as its readers have it; undefined where a table says it better, or there is nothing to draw. A chart
 * holds nothing that the table does not.
 */
export function chartOfTable(
	table: ReportTable,
	{ period, words }: ChartedReport,
): Chart | undefined {
	const counted = { one: words.difference, many: words.differences };
	const chart = charted(table, counted, period);
	return chart?.drawn ? chart : undefined;
}

function charted(table: ReportTable, counted: Counted, period: Period): Chart | undefined {
	const { id, title, rowsAre } = table;
	switch (id) {
		case "raised-months": {
			const months = monthsIn(period).map((month) => Temporal.PlainYearMonth.from(month));
			const values = new Map(bars(table, 0).map(({ key, value }) => [key, value]));
			return monthsChart({
				title,
				counted,
				months: months.map((month) => ({ month, value: values.get(month.toString()) ?? 0 })),
			});
		}
		case "limits":
		case "targets":
			return stackedChart({
				title,
				counted: {
					one: say`time limit`,
					many: id === "limits" ? say`time limits` : say`targets`,
				},
				rowsAre,
				groups: table.columns.slice(0, 3),
				rows: table.rows.map(({ label, figures }) => ({
					label,
					values: figures.slice(0, 3).map(drawn),
				})),
			});
		case "changed": {
			// Each time at which it is asked, in parts by what was answered; who has not answered stands in the table.
			const answers = table.rows.filter(({ key, isTotal }) => !isTotal && !isNoAnswer(key));
			if (answers.length > fills.length) return undefined;
			return stackedChart({
				title,
				counted: { one: say`answer`, many: say`answers` },
				rowsAre: say`Asked`,
				groups: answers.map(({ label }) => label),
				rows: table.columns.map((label, at) => ({
					label,
					values: answers.map(({ figures }) => drawn(figures[at])),
				})),
			});
		}
		case "raisers":
			return comparedChart({
				title,
				counted,
				rowsAre,
				rows: table.rows
					.filter(({ isTotal }) => !isTotal)
					.map(({ label, figures }) => ({
						label,
						now: drawn(figures[0]),
						before: drawn(figures[1]),
					})),
			});
		case "waiting":
			return barred(table, table.columns.length - 1, {
				counted: { one: say`working day`, many: say`working days` },
				most: (names) => say`It waited longest for ${names}`,
				phrases: true,
			});
		case "endings":
			return barred(table, table.across ?? 0, {
				counted,
				most: (names, isOne) =>
					isOne
						? say`The ending most often was ${names}`
						: say`The endings most often were ${names}`,
			});
		case "raised-themes":
			return barred(table, 0, {
				counted,
				most: (names, isOne) =>
					isOne
						? say`The theme raised most was ${names}`
						: say`The themes raised most were ${names}`,
			});
		case "raised-by-sector":
			return barred(table, 0, {
				counted,
				most: (names) => say`Most were raised by ${names}`,
			});
		case "raised-stage":
			return barred(table, 0, {
				counted,
				most: (names) => say`Most came as far as ${names}`,
			});
		case "open":
			return barred(table, 0, {
				counted,
				most: (names) => say`Most were open at ${names}`,
			});
		default:
			return undefined;
	}
}

const barred = (
	table: ReportTable,
	column: number,
	said: { counted: Counted; most: SayMost; phrases?: true },
): Chart => {
	const { title, rowsAre, rows } = table;
	const whole = rows.find(({ isTotal }) => isTotal)?.figures[column];
	const all = bars(table, column).filter(({ value }) => value !== 0);
	return barChart({
		title,
		rowsAre,
		bars: all.length > mostBars ? all.slice(0, mostBars) : all,
		...(whole && { whole: drawn(whole) }),
		...said,
	});
};

const bars = ({ rows }: ReportTable, column: number) =>
	rows
		.filter(({ isTotal }) => !isTotal)
		.map(({ key, label, figures }) => ({ key, label, value: drawn(figures[column]) }));

const drawn = (figure: Figure | undefined): Drawn => {
	if (figure?.is === "count") return figure.n;
	if (figure?.is === "days") return figure.value ?? 0;
	return figure?.is === "hidden" ? "hidden" : 0;
};
