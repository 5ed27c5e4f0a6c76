import { dayAfter, isSame, isWithin, lastOfMonth, type Period } from "./period.ts";
import { type Published, type ShownBefore, tablesOf } from "./published.ts";
import { monthsTableId } from "./raised-tables.ts";
import type { ReportFigures } from "./report.ts";
import type { CountName } from "./report-table.ts";

/** A report that its readers have had: its figures whole, and as they were shown. */
export type ShownReport = { period: Period; figures: ReportFigures; shown: Published };

/**
 * What reports on other periods showed that can be laid beside this one: a half year taken from its year leaves the other half,
 * and half a year less five of its months leaves the sixth. Where all but one of what adds up is known, that one follows: so a
 * count is hidden here where it would tell a hidden one of another report, or a small number that is left.
 *
 * Tables are looked at that count what was raised or ended in a period (`addsOverTime`). What was put right since another was
 * presented may make its count larger than it can be: then they tell nothing together.
 *
 * @param others of the same protocol, each period once; one that only overlaps with this tells nothing by subtraction
 * @param threshold counts from 1 to one less are small
 * @see docs/decisions/small-numbers.md
 */
export function shownOfOthers(
	figures: ReportFigures,
	others: readonly ShownReport[],
	threshold: number,
): Required<ShownBefore> {
	const { period } = figures;
	const told = {
		shown: [] as CountName[],
		hidden: [] as CountName[],
		givenAway: [] as CountName[],
	};
	const these = others.map((other) => ({ period: other.period, ...countsOf(other) }));
	const inside = apart(these.filter((other) => isWithin(other.period, period)));
	const around = these
		.filter((other) => isWithin(period, other.period))
		.map((larger) => ({
			larger,
			beside: apart(
				these.filter(
					(other) => isWithin(other.period, larger.period) && isApart(other.period, period),
				),
			),
		}));
	for (const table of tablesOf(figures))
		for (const { key, isTotal, figures: cells } of table.rows)
			for (const here of cells) {
				if (here.is !== "count") continue;
				const { name, n } = here;
				for (const other of these)
					if (isSame(other.period, period) && other.valueOf(name) === n)
						told[other.isShown(name) ? "shown" : "hidden"].push(name);
				if (!table.addsOverTime) continue;
				/** Whether what is counted is in all of these periods: one of its months may be. */
				const isInEach = (...periods: readonly Period[]) =>
					table.id === monthsTableId &&
					!isTotal &&
					periods.every(({ from, until }) => from <= `${key}-01` && lastOfMonth(key) <= until);
				/** @param left of the whole without its parts @param isWhole whether the parts have all its days */
				const lay = (left: number, isWhole: boolean, those: typeof these) => {
					if (left < 0) return;
					const unknown = those.filter((other) => !other.isShown(name) && other.valueOf(name) > 0);
					const isExact = isWhole && left === 0;
					const follows = isExact ? unknown.length === 1 : unknown.length === 0 && isSmall(left);
					if (follows) told.hidden.push(name);
					else if (isExact && unknown.length === 0 && n > 0)
						told[isSmall(n) ? "givenAway" : "shown"].push(name);
				};
				const isSmall = (count: number) => count > 0 && count < threshold;
				const sumOf = (some: typeof these) =>
					some.reduce((sum, other) => sum + other.valueOf(name), 0);
				for (const some of inside)
					lay(
						n - sumOf(some),
						isAllOf(period, some) || (some.length === 1 && isInEach(period, ...periodsOf(some))),
						some,
					);
				for (const { larger, beside } of around)
					for (const some of [[], ...beside])
						lay(
							larger.valueOf(name) - n - sumOf(some),
							isAllOf(larger.period, [{ period }, ...some]) ||
								(some.length === 0 && isInEach(period, larger.period)),
							[larger, ...some],
						);
			}
	return told;
}

/** The counts of a report: each with its value, and whether it was shown. What no row is of is 0, and no secret. */
function countsOf({ figures, shown }: ShownReport) {
	const counted = (tables: ReturnType<typeof tablesOf>) =>
		tables.flatMap(({ rows }) =>
			rows.flatMap(({ figures }) => figures.filter((figure) => figure.is === "count")),
		);
	const values = new Map(counted(tablesOf(figures)).map(({ name, n }) => [name, n]));
	const names = new Set(counted(tablesOf(shown)).map(({ name }) => name));
	return {
		valueOf: (name: CountName) => values.get(name) ?? 0,
		isShown: (name: CountName) => names.has(name) || !values.has(name),
	};
}

type OfPeriod = { period: Period };

/** Each of some reports by itself, and together as many as have no day in common. */
function apart<Of extends OfPeriod>(some: readonly Of[]): Of[][] {
	const together: Of[] = [];
	for (const one of some.toSorted(byFirstDay))
		if (together.every((other) => isApart(one.period, other.period))) together.push(one);
	return [...some.map((one) => [one]), ...(together.length > 1 ? [together] : [])];
}

const byFirstDay = (one: OfPeriod, other: OfPeriod): number =>
	one.period.from.localeCompare(other.period.from) ||
	one.period.until.localeCompare(other.period.until);

const isApart = (one: Period, other: Period): boolean =>
	one.until < other.from || other.until < one.from;

/** Whether some periods without a day in common have all days of another. */
function isAllOf({ from, until }: Period, parts: readonly OfPeriod[]): boolean {
	let next = from;
	for (const { period } of parts.toSorted(byFirstDay)) {
		if (period.from !== next) return false;
		next = dayAfter(period);
	}
	return next === dayAfter({ from, until });
}

const periodsOf = (some: readonly OfPeriod[]): Period[] => some.map(({ period }) => period);
