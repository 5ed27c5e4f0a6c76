import { hiddenMark } from "../../domain/learning/suppress.ts";
import { sayText as say, sayCounted } from "../../language/say.ts";
import {
	type Chart,
	type Counted,
	chartOf,
	noneOf,
	sayCount,
	sayFigure,
	sayNames,
} from "./chart.ts";
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
			columns: [
				say`Time limit`,
				say`Times`,
				say`Limit`,
				say`Quickest`,
				say`Median`,
				say`Middle half`,
				say`Slowest`,
			],
			rows: rows.map(({ label, limit, days }) => [
				label,
				...(days === "hidden"
					? [hiddenMark, sayLimit(limit), hiddenMark, hiddenMark, hiddenMark, hiddenMark]
					: [
							sayFigure(days.times),
							sayLimit(limit),
							sayDays(days.least),
							sayDays(days.median),
							say`${sayDays(days.quarter)} to ${sayDays(days.threeQuarters)}`,
							sayDays(days.most),
						]),
			]),
		},
		rows.map(({ days }) => (days === "hidden" ? "hidden" : days.times)),
		() => drawTimes(rows),
	);
}

const sayLimit = (limit: number | undefined) => (limit === undefined ? say`none` : sayDays(limit));

/** "Half of the steps took no longer than the limit at 3 of 4 time limits. At “Stage 3”, the median was 12 working days and the limit 10." */
function sayTimes(rows: Took[], counted: Counted): string {
	const known = rows.flatMap(({ label, limit, days }) =>
		days === "hidden" ? [] : [{ label, limit, ...days }],
	);
	const hidden = rows.filter(({ days }) => days === "hidden").map(({ label }) => label);
	const notShown =
		hidden.length > 0
			? [
					say`No times are shown for ${sayNames(hidden)}, so that no small number can be worked out.`,
				]
			: [];
	if (known.length === 0)
		return hidden.length > 0
			? say`None of these times is shown, so that no small number can be worked out.`
			: noneOf(counted);
	const limited = known.flatMap((row) =>
		row.limit === undefined ? [] : [{ ...row, limit: row.limit }],
	);
	const times = sayCount(
		known.reduce((sum, row) => sum + row.times, 0),
		counted,
	);
	return [say`${times}.`, sayMedians(known, limited), ...notShown].join(" ");
}

type Known = { label: string; median: number };

/** Which median was past its limit; where nothing has one, which was the longest. */
function sayMedians(known: Known[], limited: (Known & { limit: number })[]): string {
	if (limited.length === 0) {
		const { label, median } = known.reduce((slow, row) => (row.median > slow.median ? row : slow));
		return say`The longest median was at ${label}: ${sayWorkingDays(median)}.`;
	}
	const over = limited.filter(({ median, limit }) => median > limit);
	if (over.length > 0) {
		const where = sayNames(
			over.map(
				({ label, median, limit }) =>
					say`${label} (median ${sayWorkingDays(median)}, limit ${sayDays(limit)})`,
			),
		);
		return say`The median was past the limit at ${over.length} of ${limited.length} time limits: ${where}.`;
	}
	const [only] = limited;
	return only && limited.length === 1
		? say`The median was within the limit at ${only.label}.`
		: say`The median was within the limit at each of ${limited.length} time limits.`;
}

/** To a tenth of a day. */
const sayWorkingDays = (days: number) =>
	days === 1 ? sayCounted(1, "working day") : say`${sayDays(days)} working days`;
