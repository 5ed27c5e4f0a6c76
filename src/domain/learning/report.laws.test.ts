import fc from "fast-check";
import { expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import { play, turns } from "../difference/any-play.fixture.ts";
import { anyProtocolText, rulesOfText } from "../difference/any-protocol.fixture.ts";
import { type RecordedEvent, replay } from "../difference/difference.ts";
import type { Rules } from "../difference/rules.ts";
import { londonTime } from "../time.ts";
import { asOf } from "./as-of.ts";
import type { Case } from "./case.ts";
import { factsOf } from "./facts.ts";
import type { Period } from "./period.ts";
import { publicationOf } from "./published.ts";
import { figuresOf, type ReportFigures } from "./report.ts";
import { waitsOf } from "./waiting.ts";

const school = { id: "raising", name: "A school", sector: "education" as const };
const care = { id: "receiving", name: "Social care", sector: "social-care" as const };

/** What random people did in some differences of one protocol, each with its record. */
type Played = { id: string; events: RecordedEvent[]; header: Parameters<typeof replay>[1] }[];

const casesOf = ({ protocol }: Rules, played: Played, until?: string): Case[] =>
	played.flatMap(({ id, header, events }) => {
		const entries = events.filter(
			({ at }) => until === undefined || londonTime(at).toPlainDate().toString() <= until,
		);
		return entries.length === 0
			? []
			: [
					{
						id,
						raising: school,
						receiving: care,
						protocol,
						facts: factsOf(protocol, replay(protocol, header, entries), entries),
					},
				];
	});

const figures = (rules: Rules, cases: Case[], period: Period): ReportFigures =>
	figuresOf({
		...rules,
		cases,
		period,
		today: period.until,
		agencies: [
			{ ...school, people: 3 },
			{ ...care, people: 5 },
		],
	}).figures;

const courses = fc.array(fc.tuple(turns, fc.nat(3)), { minLength: 1, maxLength: 4 });
const rules = fc.oneof(
	fc.constant(somerset),
	anyProtocolText.map((text) => rulesOfText(text)),
);
const playedBy = (given: Rules, all: [Parameters<typeof play>[1], number][]): Played =>
	all.map(([turned, begin], nth) => {
		const { header, events } = play(given, turned, begin);
		return { id: `d${nth}`, header, events };
	});
/** Everything in a course lies in these months. */
const period = { from: "2026-03-01", until: "2026-05-31" };

test("a period's figures are the same whether they are made at its end or years after, but for what moved a date since", () => {
	fc.assert(
		fc.property(rules, courses, (given, all) => {
			const played = playedBy(given, all);
			// A date that was moved since, for a calendar, a reason or a choice, counts as it stands.
			fc.pre(!played.some(({ events }) => events.some(({ type }) => type === "clock-changed")));
			expect(figures(given, casesOf(given, played), period)).toEqual(
				figures(given, casesOf(given, played, period.until), period),
			);
		}),
		{ numRuns: 25 },
	);
});

test("the days for which one waited for whom add up to the days that it took", () => {
	fc.assert(
		fc.property(rules, courses, (given, all) => {
			for (const { facts } of casesOf(given, playedBy(given, all))) {
				const last = facts.endedOn ?? "2027-12-31";
				const waits = waitsOf(facts, "2027-12-31", given.calendar);
				expect(Object.values(waits).reduce((sum, days) => sum + days, 0)).toBe(
					workingDaysBetween(facts.raisedOn, last, given.calendar),
				);
			}
		}),
		{ numRuns: 25 },
	);
});

test("parts add up to the whole, or to at least the whole where they may overlap, and no count stands with two values", () => {
	fc.assert(
		fc.property(rules, courses, (given, all) => {
			const { sections } = figures(given, casesOf(given, playedBy(given, all)), period);
			const tables = sections.flatMap((section) => section.tables);
			const counts = new Map<string, number>();
			for (const { rows } of tables)
				for (const figure of rows.flatMap((row) => row.figures))
					if (figure.is === "count") {
						expect(counts.get(figure.name) ?? figure.n).toBe(figure.n);
						counts.set(figure.name, figure.n);
					}
			const sums = tables.flatMap((table) => table.sums);
			const known = publicationOf(tables, sums);
			for (const { whole, parts, mayOverlap, mayMiss } of known.sums) {
				const each = parts.map((part) => known.counts.get(part) ?? 0);
				const sum = each.reduce((so, n) => so + n, 0);
				const all = known.counts.get(whole) ?? 0;
				if (mayOverlap) for (const n of each) expect([whole, n <= all]).toEqual([whole, true]);
				else if (mayMiss) expect([whole, sum <= all]).toEqual([whole, true]);
				else expect([whole, sum]).toEqual([whole, all]);
				if (mayOverlap && !mayMiss) expect([whole, sum >= all]).toEqual([whole, true]);
			}
		}),
		{ numRuns: 25 },
	);
});

test("what was known on a day is what the record held by then", () => {
	fc.assert(
		fc.property(turns, (given) => {
			const played = playedBy(somerset, [[given, 0]]);
			fc.pre(!played.some(({ events }) => events.some(({ type }) => type === "clock-changed")));
			const [then] = casesOf(somerset, played, "2026-04-15");
			const [since] = casesOf(somerset, played);
			expect(since && asOf(since.facts, "2026-04-15")).toEqual(
				then && asOf(then.facts, "2026-04-15"),
			);
		}),
		{ numRuns: 25 },
	);
});
