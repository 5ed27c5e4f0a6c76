import { type Said, type SpokenTo, said, saidWhole, sayTo } from "../said.ts";
import type { Holiday, Nation } from "./bank-holidays.ts";
import { knownBankHolidays, knownTo, nationTitles, type OwnDays } from "./calendar.ts";
import { saidDay } from "./day-in-words.ts";
import type { IsoDay } from "./iso-day.ts";

const nations = Object.keys(nationTitles) as Nation[];

/**
 * What a change does to the days of a partnership, a line each:
 * "Monday 13 April 2026, A day of thanks, is a bank holiday in England and Wales".
 */
export function sayDayChanges(before: OwnDays, after: OwnDays, spoken: SpokenTo = {}): string[] {
	const say = sayTo(spoken);
	const [added, taken] = [new Map<string, Line>(), new Map<string, Line>()];
	for (const nation of nations) {
		const [was, is] = [before, after].map((own) => knownBankHolidays(nation, own)) as [
			Holiday[],
			Holiday[],
		];
		collect(added, nation, onlyIn(is, was));
		collect(taken, nation, onlyIn(was, is));
	}
	return [
		...inOrder(added).map(
			({ day, name, in: where }) =>
				say`${saidDay(day)}, ${saidWhole(name)}, is a bank holiday in ${saidNations(where)}`,
		),
		...inOrder(taken).map(
			({ day, name, in: where }) =>
				say`${saidDay(day)}, ${saidWhole(name)}, is not a bank holiday any more in ${saidNations(where)}`,
		),
		...onlyIn(after.closureDays, before.closureDays).map(
			({ day, name }) => say`${saidDay(day)} is a closure day: ${name}`,
		),
		...onlyIn(before.closureDays, after.closureDays).map(
			({ day, name }) => say`${saidDay(day)} is not a closure day any more: ${name}`,
		),
		...horizons(before, after).map(
			([to, where]) => say`Bank holidays are known to ${saidDay(to)} in ${saidNations(where)}`,
		),
	];
}

type Line = Holiday & { in: Nation[] };

function collect(lines: Map<string, Line>, nation: Nation, days: Holiday[]) {
	for (const { day, name } of days) {
		const line = lines.get(`${day} ${name}`) ?? { day, name, in: [] };
		line.in.push(nation);
		lines.set(`${day} ${name}`, line);
	}
}

const inOrder = (lines: Map<string, Line>): Line[] =>
	[...lines.values()].sort((a, b) => (a.day < b.day ? -1 : 1));

function onlyIn(these: readonly Holiday[], others: readonly Holiday[]): Holiday[] {
	const known = new Set(others.map(({ day }) => day));
	return these.filter(({ day }) => !known.has(day));
}

/** The days to which bank holidays are known now and were not before, each with where. */
function horizons(before: OwnDays, after: OwnDays): [to: IsoDay, where: Nation[]][] {
	const byDay = new Map<IsoDay, Nation[]>();
	for (const nation of nations) {
		const to = knownTo(nation, after);
		if (to !== knownTo(nation, before)) byDay.set(to, [...(byDay.get(to) ?? []), nation]);
	}
	return [...byDay];
}

/** "England and Wales, Scotland and Northern Ireland": one name has an "and" of its own, so a comma comes before the last. */
function saidNations(where: readonly Nation[]): Said {
	if (where.length === nations.length) return said`the whole United Kingdom`;
	const [first, ...others] = where.map((nation) => saidWhole(nationTitles[nation]));
	return others.reduce((before, one) => said`${before}, and ${one}`, first ?? said``);
}
