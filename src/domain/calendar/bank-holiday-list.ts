import { z } from "zod";
import { type Said, said, saidWhole } from "../said.ts";
import { type Holiday, type Nation, publishedYears, regularBankHolidays } from "./bank-holidays.ts";
import {
	knownBankHolidays,
	knownTo,
	type NationHoliday,
	nationTitles,
	type OwnDays,
} from "./calendar.ts";
import { saidDay } from "./day-in-words.ts";
import { dayNumber, type IsoDay, isWithinSpan, weekdayOf } from "./iso-day.ts";

/** The bank holidays of every nation, as GOV.UK publishes them at www.gov.uk/bank-holidays.json. */
export type BankHolidayList = Readonly<Record<Nation, readonly Holiday[]>>;

/** What a list adds to what is known. */
export type Additions = {
	holidays: NationHoliday[];
	/** Nations whose bank holidays are known for longer by it, and to which day. */
	knownTo: Partial<Record<Nation, IsoDay>>;
};

const nations = Object.keys(nationTitles) as Nation[];

/** A list says this much about a year beyond or short of the regular bank holidays, and is believed; more is checked by a person. */
const most = { added: 3, missing: 2 };
/** Of as many faults of a kind as this, one learns nothing more. */
const faultsShown = 10;

const event = z.object({
	title: z.string().trim().min(1).max(200),
	date: z.string(),
});
const division = z.object({ events: z.array(z.unknown()).max(2000) });

/**
 * Reads the text of a list. Every fault is a sentence for people; with one fault nothing of it is used.
 *
 * @param text of any kind and length
 */
export function readBankHolidayList(
	text: string,
): { list: BankHolidayList; faults?: undefined } | { list?: undefined; faults: Said[] } {
	if (text.trim() === "") return { faults: [said`It is empty.`] };
	let json: unknown;
	try {
		json = JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return {
			faults: [said`It is not JSON, or it was cut off before its end.`],
		};
	}
	if (typeof json !== "object" || json === null || Array.isArray(json))
		return { faults: [said`It is JSON, but has no divisions.`] };
	const faults: Said[] = [];
	const given = json as Record<string, unknown>;
	const eventsIn = (nation: Nation) => eventsOf(nation, given[nation], faults);
	const list = {
		"england-and-wales": eventsIn("england-and-wales"),
		scotland: eventsIn("scotland"),
		"northern-ireland": eventsIn("northern-ireland"),
	};
	return faults.length > 0 ? { faults: shortened(faults) } : { list };
}

function eventsOf(nation: Nation, given: unknown, faults: Said[]): Holiday[] {
	const say = (fault: Said) => faults.push(said`${saidWhole(nationTitles[nation])}: ${fault}`);
	if (given === undefined) {
		say(said`the division “${nation}” is missing.`);
		return [];
	}
	const read = division.safeParse(given);
	if (!read.success || read.data.events.length === 0) {
		say(
			read.success
				? said`it has no bank holidays.`
				: said`its bank holidays are not a list of events.`,
		);
		return [];
	}
	const seen = new Set<IsoDay>();
	return read.data.events.flatMap((each, index) => {
		const known = event.safeParse(each);
		const wrong = known.success ? faultOfDay(known.data.date) : said`it has no title or no date`;
		if (!known.success || wrong) {
			say(said`event ${index + 1} is wrong: ${wrong ?? ""}.`);
			return [];
		}
		const { title, date } = known.data;
		if (seen.has(date)) {
			say(said`${saidDay(date)} is in it twice.`);
			return [];
		}
		seen.add(date);
		return [{ day: date, name: title.replaceAll(/[\p{Cc}<>]/gu, " ") }];
	});
}

function faultOfDay(day: string): Said | undefined {
	if (!isDay(day)) return said`“${day.slice(0, 30)}” is no date like 2026-04-03`;
	return weekdayOf(dayNumber(day)) > 5
		? said`${saidDay(day)} is at a weekend, and lists name the weekday instead`
		: undefined;
}

function isDay(day: string): boolean {
	try {
		return isWithinSpan(dayNumber(day));
	} catch {
		return false;
	}
}

/**
 * Holds a list against what is known. A list may add days and further years. It is not believed when it takes
 * away a day that is known, ends before what is known ends, leaves out a year, or has a year that looks cut or
 * invented: a bank holiday that was truly moved is changed by a person.
 *
 * @param today a list of coming years alone was cut
 */
export function compareList(
	list: BankHolidayList,
	own: OwnDays,
	today: IsoDay,
	source: string,
): { additions: Additions; faults: Said[] } {
	const additions: Additions = { holidays: [], knownTo: {} };
	const faults: Said[] = [];
	for (const nation of nations) {
		const say = (fault: Said) => faults.push(said`${saidWhole(nationTitles[nation])}: ${fault}`);
		const listed = new Map(list[nation].map(({ day, name }) => [day, name]));
		const years = [...new Set([...listed.keys()].map(yearOf))].sort();
		const [first = 0, last = 0] = [years[0], years.at(-1)];
		const horizon = knownTo(nation, own);
		if (first > yearOf(today))
			say(said`it begins in ${String(first)}, and leaves out ${String(yearOf(today))}.`);
		if (last < yearOf(horizon))
			say(
				said`it ends in ${String(last)}, and bank holidays are known to ${String(yearOf(horizon))}.`,
			);
		for (let year = first; year < last; year += 1)
			if (!years.includes(year)) say(said`it leaves out ${String(year)}.`);

		const known = knownBankHolidays(nation, own);
		const knownDays = new Set(known.map(({ day }) => day));
		const entered = new Set(
			own.bankHolidays
				.filter((each) => each.nation === nation && each.from === "entered")
				.map(({ day }) => day),
		);
		const worked = new Set(
			own.workedAfterAll.filter((each) => each.nation === nation).map(({ day }) => day),
		);
		for (const { day, name } of known)
			if (years.includes(yearOf(day)) && !listed.has(day) && !entered.has(day))
				say(said`it does not have ${saidDay(day)}, ${saidWhole(name)}.`);

		for (const year of years.filter((each) => each >= publishedYears.first)) {
			const ofYear = [...listed.keys()].filter((day) => yearOf(day) === year);
			const isKnown = year <= yearOf(horizon);
			const expected = isKnown
				? [...knownDays].filter((day) => yearOf(day) === year)
				: regularBankHolidays(nation, year).map(({ day }) => day);
			const added = ofYear.filter((day) => !expected.includes(day) && !worked.has(day));
			const missing = expected.filter((day) => !listed.has(day));
			if (added.length > most.added)
				say(
					said`it has ${added.length} days in ${String(year)} that nobody would expect, such as ${saidDay(added[0] as IsoDay)}.`,
				);
			if (!isKnown && (missing.length > most.missing || ofYear.length < expected.length))
				say(
					said`${String(year)} has ${ofYear.length} bank holidays where ${expected.length} come every year: it was cut.`,
				);
			additions.holidays.push(
				...ofYear
					.filter((day) => !knownDays.has(day) && !worked.has(day))
					.map((day) => ({
						nation,
						day,
						name: listed.get(day) ?? "Bank holiday",
						from: "list" as const,
						source,
					})),
			);
		}
		if (last > yearOf(horizon)) additions.knownTo[nation] = `${last}-12-31`;
	}
	return { additions, faults: shortened(faults) };
}

/** The days with what a list adds; the same object when it adds nothing. */
export const withAdditions = (own: OwnDays, { holidays, knownTo }: Additions): OwnDays =>
	holidays.length === 0 && Object.keys(knownTo).length === 0
		? own
		: {
				...own,
				bankHolidays: [...own.bankHolidays, ...holidays],
				knownTo: { ...own.knownTo, ...knownTo },
			};

const yearOf = (day: IsoDay): number => Number(day.slice(0, 4));

const shortened = (faults: Said[]): Said[] =>
	faults.length <= faultsShown
		? faults
		: [...faults.slice(0, faultsShown), said`And ${faults.length - faultsShown} more.`];
