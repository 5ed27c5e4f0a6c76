import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { anyCases, someAgencies, somePeriod } from "./any-cases.fixture.ts";
import { narrowedDown, solved } from "./attacker.fixture.ts";
import type { Case } from "./case.ts";
import { periodBefore } from "./period.ts";
import {
	type Audience,
	audiences,
	type Published,
	publicationOf,
	publishedFor,
	shownEarlier,
	tablesOf,
	unionsIn,
} from "./published.ts";
import { figuresOf } from "./report.ts";
import type { ReportTable, Sum } from "./report-table.ts";
import { usualThreshold } from "./suppress.ts";

const made = (cases: Case[], period = somePeriod) =>
	figuresOf({ ...somerset, cases, period, today: period.until, agencies: someAgencies });

const published = (audience: Audience, cases: Case[]): Published =>
	publishedFor(audience, made(cases), usualThreshold);

const outside = audiences.filter((audience) => audience !== "business-unit");

const anyOutside = fc.constantFrom(...outside);

/** Each cell of a report with what stands there when nothing is hidden. */
const cellsOf = (report: Published, whole: ReportTable[]) =>
	tablesOf(report).flatMap(({ id, rows }) =>
		rows.flatMap(({ key, figures }) =>
			figures.map((figure, at) => ({
				figure,
				really: whole.find((table) => table.id === id)?.rows.find((row) => row.key === key)
					?.figures[at],
			})),
		),
	);

/** What somebody knows who has the report, and knows how the process hangs together. */
function knownTo(report: Published, { figures, behind }: ReturnType<typeof made>) {
	const all = tablesOf(figures);
	const cells = cellsOf(report, all);
	const hidden = new Set(
		cells.flatMap(({ figure, really }) =>
			figure.is === "hidden" && really?.is === "count" ? [really.name] : [],
		),
	);
	const shown = new Set(
		cells.flatMap(({ figure }) => (figure.is === "count" ? [figure.name] : [])),
	);
	const has = (name: string) => shown.has(name) || hidden.has(name);
	const sums: Sum[] = [
		...all.flatMap((table) => table.sums),
		...unionsIn(all, behind, usualThreshold),
	];
	const publication = publicationOf(all, sums);
	return {
		cells,
		shown,
		hidden,
		publication: {
			...publication,
			counts: new Map([...publication.counts].filter(([name]) => has(name))),
			sums: publication.sums.filter(
				(sum) => !sum.mayOverlap && !sum.mayMiss && [sum.whole, ...sum.parts].every(has),
			),
		},
	};
}

describe("from everything in a report that leaves the Business Unit", () => {
	test("nobody works out a hidden count, over all of its tables and what links them", () => {
		let hiddenAtAll = 0;
		let shownAtAll = 0;
		fc.assert(
			fc.property(anyOutside, anyCases(160), (audience, cases) => {
				const whole = made(cases);
				const report = publishedFor(audience, whole, usualThreshold);
				const { publication, hidden, shown } = knownTo(report, whole);
				hiddenAtAll += hidden.size;
				shownAtAll += [...shown].filter((name) => (publication.counts.get(name) ?? 0) > 0).length;
				expect(report.givenAway).toEqual([]);
				expect(solved(publication, hidden)).toEqual([]);
				expect(narrowedDown(publication, hidden)).toEqual([]);
			}),
			{ numRuns: 25 },
		);
		// Neither is everything hidden nor nothing: else this would say little.
		expect(hiddenAtAll).toBeGreaterThan(100);
		expect(shownAtAll).toBeGreaterThan(100);
	});

	test("no count from 1 to 4 is shown, and children are hidden where their differences are", () => {
		fc.assert(
			fc.property(anyOutside, anyCases(120), (audience, cases) => {
				const whole = made(cases);
				const report = publishedFor(audience, whole, usualThreshold);
				const { shown, hidden, publication } = knownTo(report, whole);
				for (const name of shown) expect([1, 2, 3, 4]).not.toContain(publication.counts.get(name));
				for (const [one, other] of tablesOf(whole.figures).flatMap(({ together }) => together))
					if (hidden.has(one) && shown.has(other)) expect(publication.counts.get(other)).toBe(0);
			}),
			{ numRuns: 15 },
		);
	});

	test("nothing that is said, neither days nor a change, stands where its count is hidden", () => {
		fc.assert(
			fc.property(anyOutside, anyCases(120), (audience, cases) => {
				const whole = made(cases);
				const { cells, shown } = knownTo(publishedFor(audience, whole, usualThreshold), whole);
				for (const { figure } of cells) {
					if (figure.is === "days") {
						expect(figure.n === 0 || figure.n >= usualThreshold).toBe(true);
						expect(shown.has(figure.of)).toBe(true);
					}
					if (figure.is === "said")
						// A table of the public may be left out; what it counted is told by the key figures.
						for (const name of figure.of) expect(shown.has(name)).toBe(true);
				}
			}),
			{ numRuns: 15 },
		);
	});

	test("what an earlier report hid stays hidden among this one's earlier periods, and nothing is given away with it", () => {
		fc.assert(
			fc.property(anyOutside, anyCases(160), (audience, cases) => {
				const earlier = publishedFor(
					audience,
					made(cases, periodBefore(somePeriod)),
					usualThreshold,
				);
				const told = shownEarlier(earlier, "before");
				const whole = made(cases);
				const report = publishedFor(audience, whole, usualThreshold, told);
				const { shown, hidden, publication } = knownTo(report, whole);
				for (const name of told.hidden)
					if ((publication.counts.get(name) ?? 0) > 0) expect(shown.has(name)).toBe(false);
				const unknown = new Set([...hidden].filter((name) => !told.shown.includes(name)));
				if (report.givenAway.length === 0)
					expect(
						solved(publication, unknown).filter((name) => (publication.counts.get(name) ?? 0) < 5),
					).toEqual([]);
			}),
			{ numRuns: 15 },
		);
	});
});

/** Differences that are alike but for what is given. */
const alike = (
	count: number,
	with_: (nth: number) => Partial<Case["facts"]> = () => ({}),
): Case[] =>
	Array.from({ length: count }, (_, nth) => {
		const [one] = fc.sample(anyCases(1), { numRuns: 1, seed: 7 })[0] ?? [];
		if (!one) throw new Error("There is no case.");
		return {
			...one,
			id: `d${nth}`,
			facts: {
				...one.facts,
				raisedOn: "2026-05-04",
				endedOn: null,
				people: 1,
				themes: [],
				...with_(nth),
			},
		};
	});

const figureIn = (report: Published, id: string, key: string, at = 0) =>
	tablesOf(report)
		.find((table) => table.id === id)
		?.rows.find((row) => row.key === key)?.figures[at];

test("the Business Unit has every figure", () => {
	const cases = alike(3);
	expect(published("business-unit", cases)).toEqual({
		...made(cases).figures,
		audience: "business-unit",
		leftOut: [],
		givenAway: [],
	});
});

test("the change of a hidden count is hidden with it", () => {
	const report = published("subgroup", alike(3));
	expect(figureIn(report, "key", "raised")).toEqual({ is: "hidden" });
	expect(figureIn(report, "key", "raised", 3)).toEqual({ is: "hidden" });
});

test("what ended is hidden, too, where what was raised and what is open would tell of a small number", () => {
	const cases = alike(20, (nth) => (nth < 3 ? { endedOn: "2026-06-01", ending: "resolved" } : {}));
	const report = published("subgroup", cases);
	expect(figureIn(report, "key", "ended")).toEqual({ is: "hidden" });
	// 20 raised, none open before: one of these would tell that 3 ended.
	const others = [figureIn(report, "key", "raised"), figureIn(report, "key", "open")];
	expect(others).toContainEqual({ is: "hidden" });
});

test("the public has sectors and no single agency, and is told which tables it has not", () => {
	const report = published("public", alike(30));
	const ids = tablesOf(report).map(({ id }) => id);
	expect(ids).toContain("raised-by-sector");
	expect(ids).not.toContain("raised-by-whom");
	expect(ids).not.toContain("raisers");
	expect(report.leftOut).toContain("Who raised it, and with whom");
});

test("themes with something hidden come last, in the order of their names, so that no order tells", () => {
	const [first = "", second = "", third = ""] = Object.keys(somerset.protocol.themes);
	const cases = alike(30, (nth) => ({
		themes: [
			...(nth < 20 ? [first] : []),
			...(nth < 3 ? [second] : []),
			...(nth < 9 ? [third] : []),
		],
	}));
	const rows = tablesOf(published("subgroup", cases)).find(
		({ id }) => id === "raised-themes",
	)?.rows;
	expect(rows?.map(({ key }) => key)).toEqual([first, third, second, "total"]);
});
