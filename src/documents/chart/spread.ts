import { hiddenMark } from "../../domain/learning/suppress.ts";
import { type Chart, type Counted, chartOf, sayCount, sayFigure, sayNames } from "./chart.ts";
import { drawTimes, sayDays, type Took } from "./draw-times.ts";

/**
 * Median and spread for each time limit: a thin line from the quickest to the slowest, a bar over the
 * middle half, and a mark at the median.
 */
export function spreadChart({
	title,
	counted,
	rows,
}: {
	title: string;
	counted: Counted;
	rows: Took[];
}): Chart {
	return chartOf(
		title,
		sayTimes(rows, counted),
		{
			columns: ["Time limit", "Times", "Limit", "Quickest", "Median", "Middle half", "Slowest"],
			rows: rows.map(({ label, limit, days }) => [
				label,
				...(days === "hidden"
					? [hiddenMark, sayLimit(limit), hiddenMark, hiddenMark, hiddenMark, hiddenMark]
					: [
							sayFigure(days.times),
							sayLimit(limit),
							sayDays(days.least),
							sayDays(days.median),
							`${sayDays(days.quarter)} to ${sayDays(days.threeQuarters)}`,
							sayDays(days.most),
						]),
			]),
		},
		rows.map(({ days }) => (days === "hidden" ? "hidden" : days.times)),
		() => drawTimes(rows),
	);
}

const sayLimit = (limit: number | undefined) => (limit === undefined ? "none" : sayDays(limit));

/** "Half of the steps took no longer than the limit at 3 of 4 time limits. At “Stage 3”, the median was 12 working days and the limit 10." */
function sayTimes(rows: Took[], counted: Counted): string {
	const known = rows.flatMap(({ label, limit, days }) =>
		days === "hidden" ? [] : [{ label, limit, ...days }],
	);
	const hidden = rows.filter(({ days }) => days === "hidden").map(({ label }) => label);
	const notShown =
		hidden.length > 0
			? ` No times are shown for ${sayNames(hidden)}, so that no small number can be worked out.`
			: "";
	if (known.length === 0)
		return hidden.length > 0
			? "None of these times is shown, so that no small number can be worked out."
			: `There were no ${counted.many}.`;
	const limited = known.flatMap((row) =>
		row.limit === undefined ? [] : [{ ...row, limit: row.limit }],
	);
	const over = limited.filter(({ median, limit }) => median > limit);
	const times = sayCount(
		known.reduce((sum, row) => sum + row.times, 0),
		counted,
	);
	if (limited.length === 0) {
		const slowest = known.reduce((slow, row) => (row.median > slow.median ? row : slow));
		return `${times}. The longest median was at ${slowest.label}: ${sayWorkingDays(slowest.median)}.${notShown}`;
	}
	if (over.length === 0)
		return `${times}. The median was within the limit at ${limited.length === 1 ? limited[0]?.label : `each of ${limited.length} time limits`}.${notShown}`;
	const where = sayNames(
		over.map(
			({ label, median, limit }) =>
				`${label} (median ${sayWorkingDays(median)}, limit ${sayDays(limit)})`,
		),
	);
	return `${times}. The median was past the limit at ${over.length} of ${limited.length} time limits: ${where}.${notShown}`;
}

const sayWorkingDays = (days: number) => `${sayDays(days)} working ${days === 1 ? "day" : "days"}`;
