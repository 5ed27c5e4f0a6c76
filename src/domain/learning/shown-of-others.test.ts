import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { anyCases, someAgencies } from "./any-cases.fixture.ts";
import { solved } from "./attacker.fixture.ts";
import type { Case } from "./case.ts";
import type { Period } from "./period.ts";
import { publishedFor, shownOutside, tablesOf } from "./published.ts";
import { type FiguresAndBehind, figuresOf } from "./report.ts";
import type { CountName, Sum } from "./report-table.ts";
import { type ShownReport, shownOfOthers } from "./shown-of-others.ts";
import { type Publication, usualThreshold } from "./suppress.ts";

const made = (cases: Case[], period: Period): FiguresAndBehind =>
	figuresOf({ ...somerset, cases, period, today: "2026-12-31", agencies: someAgencies });

const first: Period = { from: "2025-10-01", until: "2026-03-31" };
const second: Period = { from: "2026-04-01", until: "2026-09-30" };
const year: Period = { from: "2025-10-01", until: "2026-09-30" };
const allButSeptember: Period = { from: "2026-04-01", until: "2026-08-31" };

/** Presents a report on each period, each beside those before it. */
function presented(cases: Case[], periods: Period[]) {
	const reports: (ShownReport & { givenAway: string[] })[] = [];
	for (const period of periods) {
		const whole = made(cases, period);
		const shown = shownOutside(
			whole,
			usualThreshold,
			shownOfOthers(whole.figures, reports, usualThreshold),
		);
		reports.push({ period, figures: whole.figures, shown, givenAway: shown.givenAway });
	}
	return reports;
}

const countsIn = (tables: ReturnType<typeof tablesOf>) =>
	tables.flatMap(({ rows }) =>
		rows.flatMap(({ figures }) => figures.filter((figure) => figure.is === "count")),
	);

/**
 * What somebody has of one table who has all of these: each report's own counts and sums, and what was raised or ended in one
 * period as the sum of others, with what is left.
 *
 * @param sums of periods, by their places: the first is the sum of the others, and of what is left where it has more days
 */
function known(
	id: string,
	reports: ShownReport[],
	sums: { of: [number, ...number[]]; leaves: boolean }[],
) {
	const counts = new Map<CountName, number>();
	const sumsOfAll: Sum[] = [];
	const hidden = new Set<CountName>();
	const at = (name: CountName, nth: number) => `${nth}: ${name}`;
	for (const [nth, { figures, shown }] of reports.entries()) {
		const told = new Set(countsIn(tablesOf(shown)).map(({ name }) => name));
		const its = tablesOf(figures).filter((table) => table.id === id);
		for (const { name, n } of countsIn(its)) {
			counts.set(at(name, nth), n);
			if (!told.has(name)) hidden.add(at(name, nth));
		}
		for (const { sums } of its)
			for (const { whole, parts, mayMiss, mayOverlap } of sums) {
				const has = (name: CountName) => counts.has(at(name, nth));
				if (!mayMiss && !mayOverlap && has(whole) && parts.every(has))
					sumsOfAll.push({
						whole: at(whole, nth),
						parts: parts.map((part) => at(part, nth)),
					});
			}
	}
	for (const {
		of: [whole, ...parts],
		leaves,
	} of sums)
		for (const table of tablesOf(reports[whole]?.figures ?? { sections: [] }))
			for (const { figures } of table.id === id ? table.rows : [])
				for (const figure of figures) {
					if (figure.is !== "count") continue;
					const there = parts.flatMap((part) =>
						counts.has(at(figure.name, part)) ? [at(figure.name, part)] : [],
					);
					const left = figure.n - there.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
					if (left < 0 || (left > 0 && !leaves)) continue;
					const rest = `left of ${at(figure.name, whole)} by ${parts}`;
					if (leaves) {
						counts.set(rest, left);
						if (left > 0) hidden.add(rest);
					}
					sumsOfAll.push({
						whole: at(figure.name, whole),
						parts: leaves ? [...there, rest] : there,
					});
				}
	const nothing = new Set<CountName>();
	const publication: Publication = {
		counts,
		sums: sumsOfAll,
		shown: nothing,
		shownBefore: nothing,
		hiddenBefore: nothing,
	};
	return { publication, hidden };
}

const small = ({ counts }: Publication, names: string[]) =>
	names.filter((name) => {
		const n = counts.get(name) ?? 0;
		return n > 0 && n < usualThreshold;
	});

describe("from reports on periods that lie in one another", () => {
	for (const [what, periods, sums] of [
		["two half years, then their year", [first, second, year], [{ of: [2, 0, 1], leaves: false }]],
		["a year, then its halves", [year, first, second], [{ of: [0, 1, 2], leaves: false }]],
		[
			"a half year, its year, the other half",
			[second, year, first],
			[{ of: [1, 0, 2], leaves: false }],
		],
		[
			"five months, then the sixth with them",
			[allButSeptember, second],
			[{ of: [1, 0], leaves: true }],
		],
		[
			"half a year, then five months of it",
			[second, allButSeptember],
			[{ of: [0, 1], leaves: true }],
		],
	] as [string, Period[], { of: [number, ...number[]]; leaves: boolean }[]][])
		test(`nobody works out a small number: ${what}`, () => {
			let wouldHave = 0;
			fc.assert(
				fc.property(anyCases(140), (cases) => {
					const reports = presented(cases, periods);
					if (reports.some(({ givenAway }) => givenAway.length > 0)) return;
					const added = new Set(
						reports.flatMap(({ figures }) =>
							tablesOf(figures).flatMap(({ id, addsOverTime }) => (addsOverTime ? [id] : [])),
						),
					);
					for (const id of added) {
						const { publication, hidden } = known(id, reports, sums);
						expect(small(publication, solved(publication, hidden))).toEqual([]);
					}
					const alone = periods.map((period) => {
						const whole = made(cases, period);
						return {
							period,
							figures: whole.figures,
							shown: publishedFor("subgroup", whole, usualThreshold),
						};
					});
					for (const id of added) {
						const { publication, hidden } = known(id, alone, sums);
						wouldHave += small(publication, solved(publication, hidden)).length;
					}
				}),
				{ numRuns: 8 },
			);
			// Reports that know nothing of each other tell small numbers: else this would say little.
			expect(wouldHave).toBeGreaterThan(0);
		});
});

test("what was put right since another report was presented tells nothing together with it, and stops no report", () => {
	const [cases = []] = fc.sample(anyCases(60), { numRuns: 1, seed: 3 });
	const [half] = presented(cases, [second]);
	const fewer = made(cases.slice(0, 20), year);
	expect(() =>
		shownOutside(
			fewer,
			usualThreshold,
			shownOfOthers(fewer.figures, half ? [half] : [], usualThreshold),
		),
	).not.toThrow();
});

test("a report that is presented anew shows and hides as the one before it did, where a number is the same", () => {
	const [cases = []] = fc.sample(anyCases(120), { numRuns: 1, seed: 5 });
	const [before, again] = presented(cases, [second, second]);
	expect(again?.shown).toEqual(before?.shown);
});
