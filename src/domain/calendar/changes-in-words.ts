import type { Holiday, Nation } from "./bank-holidays.ts";
import { knownBankHolidays, knownTo, nationTitles, type OwnDays } from "./calendar.ts";
import { type IsoDay, sayDay } from "./iso-day.ts";

const nations = Object.keys(nationTitles) as Nation[];

/**
 * What a change does to the days of a partnership, a line each:
 * "Monday 13 April 2026, A day of thanks, is a bank holiday in England and Wales".
 */
export function sayDayChanges(before: OwnDays, after: OwnDays): string[] {
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
				`${sayDay(day)}, ${name}, is a bank holiday in ${sayNations(where)}`,
		),
		...inOrder(taken).map(
			({ day, name, in: where }) =>
				`${sayDay(day)}, ${name}, is not a bank holiday any more in ${sayNations(where)}`,
		),
		...onlyIn(after.closureDays, before.closureDays).map(
			({ day, name }) => `${sayDay(day)} is a closure day: ${name}`,
		),
		...onlyIn(before.closureDays, after.closureDays).map(
			({ day, name }) => `${sayDay(day)} is not a closure day any more: ${name}`,
		),
		...sayHorizons(before, after),
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

function sayHorizons(before: OwnDays, after: OwnDays): string[] {
	const byDay = new Map<IsoDay, Nation[]>();
	for (const nation of nations) {
		const to = knownTo(nation, after);
		if (to !== knownTo(nation, before)) byDay.set(to, [...(byDay.get(to) ?? []), nation]);
	}
	return [...byDay].map(
		([to, where]) => `Bank holidays are known to ${sayDay(to)} in ${sayNations(where)}`,
	);
}

/** "England and Wales, Scotland and Northern Ireland": one name has an "and" of its own, so a comma comes before the last. */
export function sayNations(where: readonly Nation[]): string {
	if (where.length === nations.length) return "the whole United Kingdom";
	return where.map((nation) => nationTitles[nation]).join(", and ");
}
