import { Refusal } from "../refusal.ts";
import { said, saidWhole } from "../said.ts";
import type { Nation } from "./bank-holidays.ts";
import { knownBankHolidays, type NationHoliday, nationTitles, type OwnDays } from "./calendar.ts";
import { saidDay } from "./day-in-words.ts";
import { dayNumber, type IsoDay, isoDay, weekdayOf } from "./iso-day.ts";

/** One change that a person makes by hand. */
export type DayChange =
	| {
			what: "bank-holiday";
			nations: readonly Nation[];
			day: IsoDay;
			name: string;
			source: string;
	  }
	/** A bank holiday that was moved to another day or taken back. */
	| {
			what: "no-bank-holiday";
			nations: readonly Nation[];
			day: IsoDay;
			source: string;
	  }
	/** The partnership is closed on each working day from `day` to `until`. */
	| { what: "closure"; day: IsoDay; until: IsoDay; name: string }
	| { what: "no-closure"; day: IsoDay };

/** How many days one closure may last, and how many years ahead a day may lie: a longer one was mistyped. */
export const longestClosure = 31;
const yearsAhead = 10;

/**
 * The days after a change.
 *
 * @param today a day that lies too far from it is refused
 * @throws Refusal 'wrong-day' | 'weekend' | 'too-far' | 'known-already' | 'not-known' | 'wrong-order' | 'too-long' |
 * 'no-nation'
 */
export function changeDays(own: OwnDays, change: DayChange, today: IsoDay): OwnDays {
	if (change.what === "no-closure") return withoutClosure(own, change.day);
	mustBeNear(change.day, today);
	if (change.what === "closure") return withClosure(own, change, today);
	mustBeWeekday(change.day);
	if (change.nations.length === 0)
		throw new Refusal("no-nation", "Choose where it is a bank holiday.");
	return change.nations.reduce(
		(days, nation) =>
			change.what === "bank-holiday"
				? withBankHoliday(days, nation, change)
				: withoutBankHoliday(days, nation, change),
		own,
	);
}

function withBankHoliday(
	own: OwnDays,
	nation: Nation,
	{ day, name, source }: { day: IsoDay; name: string; source: string },
): OwnDays {
	const known = knownBankHolidays(nation, own).find((each) => each.day === day);
	if (known)
		throw new Refusal(
			"known-already",
			said`${saidDay(day)} is a bank holiday in ${saidWhole(nationTitles[nation])} already: ${saidWhole(known.name)}.`,
		);
	const others = without(own, nation, day);
	// One that was taken out and is put back by its own name is as it was before.
	const back = knownBankHolidays(nation, others).some((each) => each.day === day);
	return back
		? others
		: {
				...others,
				bankHolidays: [...others.bankHolidays, { nation, day, name, from: "entered", source }],
			};
}

function withoutBankHoliday(
	own: OwnDays,
	nation: Nation,
	{ day, source }: { day: IsoDay; source: string },
): OwnDays {
	const known = knownBankHolidays(nation, own).find((each) => each.day === day);
	if (!known)
		throw new Refusal(
			"not-known",
			said`${saidDay(day)} is no bank holiday in ${saidWhole(nationTitles[nation])}.`,
		);
	const { name } = known;
	const entered = own.bankHolidays.some(
		(each) => each.nation === nation && each.day === day && each.from === "entered",
	);
	const others = without(own, nation, day);
	return entered
		? others
		: {
				...others,
				workedAfterAll: [...others.workedAfterAll, { nation, day, name, from: "entered", source }],
			};
}

/** Nothing of one's own about a nation's day any more. */
const without = (own: OwnDays, nation: Nation, day: IsoDay): OwnDays => {
	const isOther = (each: NationHoliday) => each.nation !== nation || each.day !== day;
	return {
		...own,
		bankHolidays: own.bankHolidays.filter(isOther),
		workedAfterAll: own.workedAfterAll.filter(isOther),
	};
};

function withClosure(
	own: OwnDays,
	{ day, until, name }: { day: IsoDay; until: IsoDay; name: string },
	today: IsoDay,
): OwnDays {
	mustBeNear(until, today);
	const [first, last] = [dayNumber(day), dayNumber(until)];
	if (last < first)
		throw new Refusal(
			"wrong-order",
			"The last day is before the first. Enter the first day first.",
		);
	if (last - first >= longestClosure)
		throw new Refusal(
			"too-long",
			said`That is ${last - first + 1} days. Enter a closure of ${longestClosure} days at most.`,
		);
	const closed = new Set(own.closureDays.map((each) => each.day));
	const days = Array.from({ length: last - first + 1 }, (_, index) => first + index)
		.filter((number) => weekdayOf(number) < 6)
		.map(isoDay)
		.filter((each) => !closed.has(each));
	if (days.length === 0)
		throw new Refusal(
			"known-already",
			day === until
				? closed.has(day)
					? said`${saidDay(day)} is a closure day already.`
					: said`${saidDay(day)} is not a working day already.`
				: said`None of these days is a working day of yours.`,
		);
	return {
		...own,
		closureDays: [...own.closureDays, ...days.map((each) => ({ day: each, name }))].sort((a, b) =>
			a.day < b.day ? -1 : 1,
		),
	};
}

function withoutClosure(own: OwnDays, day: IsoDay): OwnDays {
	const left = own.closureDays.filter((each) => each.day !== day);
	if (left.length === own.closureDays.length)
		throw new Refusal("not-known", said`${saidDay(day)} is no closure day.`);
	return { ...own, closureDays: left };
}

function mustBeNear(day: IsoDay, today: IsoDay) {
	dayNumber(day);
	const years = Number(day.slice(0, 4)) - Number(today.slice(0, 4));
	if (Math.abs(years) > yearsAhead)
		throw new Refusal(
			"too-far",
			said`${saidDay(day)} is more than ${yearsAhead} years from now. Check the year.`,
		);
}

function mustBeWeekday(day: IsoDay) {
	if (weekdayOf(dayNumber(day)) > 5)
		throw new Refusal(
			"weekend",
			said`${saidDay(day)} is not a working day already. When a bank holiday falls on a weekend, enter the weekday that replaces it.`,
		);
}
