import { describe, expect, test } from "vitest";
import { inEnglish } from "../said.ts";
import { eventOn, type PublishedList, publishedList } from "./bank-holiday-list.fixture.ts";
import { compareList, readBankHolidayList, withAdditions } from "./bank-holiday-list.ts";
import { calendarNamed, noOwnDays, type OwnDays, withOwnDays } from "./calendar.ts";
import { dueDate } from "./due-date.ts";
import { changeDays } from "./own-days.ts";

const today = "2026-03-30";

/** What is wrong with a list, and what it adds. */
function look(text: string, own: OwnDays = noOwnDays) {
	const { list, faults } = readBankHolidayList(text);
	if (!list) return { faults: faults.map(inEnglish), own };
	const compared = compareList(list, own, today, "A test");
	return {
		faults: compared.faults.map(inEnglish),
		own: compared.faults.length > 0 ? own : withAdditions(own, compared.additions),
	};
}
const changed = (change: (list: PublishedList) => unknown): string => {
	const list = publishedList(2019, 2028);
	const instead = change(list);
	return JSON.stringify(instead ?? list);
};
const scotland = (list: PublishedList) => list.scotland as PublishedList[string];

describe("a list that is not believed changes nothing, and says what is wrong", () => {
	const spoilt: [string, string, RegExp][] = [
		["empty", "", /It is empty/],
		["blank", " \n ", /It is empty/],
		["a web page", "<!doctype html><h1>Sorry</h1>", /not JSON/],
		["cut off in the middle", changed(() => undefined).slice(0, 5000), /cut off/],
		["no object", "[]", /no divisions/],
		["null", "null", /no divisions/],
		["a number", "12", /no divisions/],
		[
			"without anything in it",
			"{}",
			/England and Wales: the division “england-and-wales” is missing/,
		],
		[
			"without a nation",
			changed((list) => {
				delete list.scotland;
			}),
			/Scotland: the division “scotland” is missing/,
		],
		[
			"with a nation that has no events",
			changed((list) => {
				scotland(list).events = [];
			}),
			/Scotland: it has no bank holidays/,
		],
		[
			"with events that are no list",
			changed((list) => ({ ...list, scotland: { events: "none" } })),
			/Scotland: its bank holidays are not a list/,
		],
		[
			"with an event that is none",
			changed((list) => {
				scotland(list).events.push(null as never);
			}),
			/Scotland: event \d+ is wrong: it has no title or no date/,
		],
		[
			"with a day that does not exist",
			changed((list) => {
				scotland(list).events.push(eventOn("2027-02-30"));
			}),
			/“2027-02-30” is no date/,
		],
		[
			"with dates in another form",
			changed((list) => {
				for (const event of scotland(list).events)
					event.date = event.date.split("-").reverse().join("/");
			}),
			/is no date like 2026-04-03/,
		],
		[
			"with a day at a weekend",
			changed((list) => {
				scotland(list).events.push(eventOn("2027-05-08"));
			}),
			/Saturday 8 May 2027 is at a weekend/,
		],
		[
			"with a day twice",
			changed((list) => {
				scotland(list).events.push(eventOn("2027-12-27"));
			}),
			/Monday 27 December 2027 is in it twice/,
		],
		[
			"that lacks a day that is known",
			changed((list) => {
				scotland(list).events = scotland(list).events.filter(({ date }) => date !== "2026-06-15");
			}),
			/Scotland: it does not have Monday 15 June 2026, World Cup bank holiday/,
		],
		[
			"with fewer days in a known year",
			changed((list) => {
				scotland(list).events.splice(0, 5);
			}),
			/it does not have/,
		],
		[
			"that ends before what is known",
			JSON.stringify(publishedList(2019, 2027)),
			/it ends in 2027, and bank holidays are known to 2028/,
		],
		[
			"that begins in a coming year",
			JSON.stringify(publishedList(2027, 2028)),
			/it begins in 2027, and leaves out 2026/,
		],
		[
			"that leaves out a year",
			changed((list) => {
				scotland(list).events = scotland(list).events.filter(
					({ date }) => !date.startsWith("2025"),
				);
			}),
			/it leaves out 2025/,
		],
		[
			"whose new last year was cut",
			(() => {
				const list = publishedList(2019, 2029);
				scotland(list).events.splice(-3);
				return JSON.stringify(list);
			})(),
			/Scotland: 2029 has 6 bank holidays where 9 come every year: it was cut/,
		],
		[
			"whose new year is another year's",
			(() => {
				const list = publishedList(2019, 2028);
				for (const nation of Object.values(list))
					nation.events.push(
						...nation.events
							.filter(({ date }) => date.startsWith("2028"))
							.map((event) => ({
								...event,
								date: event.date.replace("2028-", "2029-"),
							}))
							.filter(({ date }) => new Date(date).getUTCDay() % 6 !== 0),
					);
				return JSON.stringify(list);
			})(),
			/2029 .*(cut|nobody would expect)/,
		],
		[
			"with many days that nobody expects",
			changed((list) => {
				scotland(list).events.push(
					...["2027-02-01", "2027-02-02", "2027-02-03", "2027-02-04"].map((day) => eventOn(day)),
				);
			}),
			/Scotland: it has 4 days in 2027 that nobody would expect/,
		],
		["far too deep", `${"[".repeat(50_000)}${"]".repeat(50_000)}`, /no divisions|not JSON/],
	];
	test.each(spoilt)("%s", (_, text, wrong) => {
		const { faults, own } = look(text);
		expect(faults.join("\n")).toMatch(wrong);
		expect(faults.length).toBeLessThanOrEqual(11);
		expect(own).toBe(noOwnDays);
	});
});

describe("a good list", () => {
	test("that says what is known adds nothing", () => {
		expect(look(changed(() => undefined))).toEqual({
			faults: [],
			own: noOwnDays,
		});
	});

	test("may begin later than what is known, have other words for a day, and divisions that nobody knows", () => {
		const list = publishedList(2024, 2028);
		for (const event of scotland(list).events) event.title = `${event.title} ’`;
		expect(look(JSON.stringify({ ...list, wales: 1 }))).toEqual({
			faults: [],
			own: noOwnDays,
		});
	});

	test("adds a day, with its source", () => {
		const { faults, own } = look(
			changed((list) => {
				scotland(list).events.push(eventOn("2027-02-01"));
			}),
		);
		expect(faults).toEqual([]);
		expect(own.bankHolidays).toEqual([
			{
				nation: "scotland",
				day: "2027-02-01",
				name: "A day of thanks",
				from: "list",
				source: "A test",
			},
		]);
	});

	test("adds a year, and dates in it are no longer provisional", () => {
		const { own } = look(JSON.stringify(publishedList(2019, 2029)));
		expect(own.knownTo).toEqual({
			"england-and-wales": "2029-12-31",
			scotland: "2029-12-31",
			"northern-ireland": "2029-12-31",
		});
		const calendar = calendarNamed("uk-union");
		const due = (by: typeof calendar) =>
			dueDate(
				Temporal.ZonedDateTime.from("2029-03-20T10:00[Europe/London]"),
				{ unit: "working-days", amount: 10 },
				by,
			);
		expect(due(calendar)).toMatchObject({ provisional: true });
		expect(due(withOwnDays(calendar, own, "1", { closed: true }))).toMatchObject({
			day: due(calendar).day,
			provisional: false,
		});
	});

	test("keeps what a person entered, and does not bring back what a person took out", () => {
		const entered = changeDays(
			changeDays(
				noOwnDays,
				{
					what: "bank-holiday",
					nations: ["scotland"],
					day: "2027-02-01",
					name: "A day of thanks",
					source: "Proclamation",
				},
				today,
			),
			{
				what: "no-bank-holiday",
				nations: ["scotland"],
				day: "2027-05-03",
				source: "Moved",
			},
			today,
		);
		expect(
			look(
				changed(() => undefined),
				entered,
			),
		).toEqual({
			faults: [],
			own: entered,
		});
	});

	test("that once added a day is missed when it lacks it later", () => {
		const { own } = look(
			changed((list) => {
				scotland(list).events.push(eventOn("2027-02-01"));
			}),
		);
		expect(
			look(
				changed(() => undefined),
				own,
			).faults,
		).toEqual(["Scotland: it does not have Monday 1 February 2027, A day of thanks."]);
	});
});
