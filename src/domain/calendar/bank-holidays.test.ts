import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Nation, publishedBankHolidays, regularBankHolidays } from "./bank-holidays.ts";

const published = readFileSync(
	new URL("fixtures/bank-holidays-published.csv", import.meta.url),
	"utf8",
)
	.trim()
	.split("\n")
	.slice(1)
	.map((line) => {
		const [nation, day, name] = line.split(",") as [string, string, string];
		return { nation, day, name: name.replaceAll('"', "") };
	});

const nations: Nation[] = ["england-and-wales", "scotland", "northern-ireland"];
const years = Array.from({ length: 17 }, (_, index) => 2012 + index);

test.each(nations.flatMap((nation) => years.map((year) => ({ nation, year }))))(
	"$nation $year has the bank holidays that were published, and no others",
	({ nation, year }) => {
		expect(publishedBankHolidays(nation, year)).toEqual(
			published
				.filter((row) => row.nation === nation && row.day.startsWith(`${year}`))
				.map(({ day, name }) => ({ day, name })),
		);
	},
);

const daysOf = (nation: Nation, year: number) =>
	publishedBankHolidays(nation, year).map(({ day }) => day.slice(5));

test.each([
	[2007, "01-01 04-06 04-09 05-07 05-28 08-27 12-25 12-26"],
	[2008, "01-01 03-21 03-24 05-05 05-26 08-25 12-25 12-26"],
	[2009, "01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28"],
	[2010, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"],
	[2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27"],
])("England and Wales, before the published lists: %i", (year, days) => {
	expect(daysOf("england-and-wales", year).join(" ")).toBe(days);
});

test.each([
	[2007, "01-01 01-02 04-06 05-07 05-28 08-06 11-30 12-25 12-26"],
	[2009, "01-01 01-02 04-10 05-04 05-25 08-03 11-30 12-25 12-28"],
	[2010, "01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28"],
	[2011, "01-03 01-04 04-22 04-29 05-02 05-30 08-01 11-30 12-26 12-27"],
])("Scotland, before the published lists: %i", (year, days) => {
	expect(daysOf("scotland", year).join(" ")).toBe(days);
});

test.each([
	[2007, "01-01 03-19 04-06 04-09 05-07 05-28 07-12 08-27 12-25 12-26"],
	[2008, "01-01 03-17 03-21 03-24 05-05 05-26 07-14 08-25 12-25 12-26"],
	[2009, "01-01 03-17 04-10 04-13 05-04 05-25 07-13 08-31 12-25 12-28"],
])("Northern Ireland, before the published lists: %i", (year, days) => {
	expect(daysOf("northern-ireland", year).join(" ")).toBe(days);
});

test("the Golden Jubilee of 2002 moved the spring bank holiday into June", () => {
	expect(daysOf("england-and-wales", 2002)).toEqual(expect.arrayContaining(["06-03", "06-04"]));
	expect(daysOf("england-and-wales", 2002)).not.toContain("05-27");
});

test("St Andrew's Day is a bank holiday in Scotland only since 2007", () => {
	expect(daysOf("scotland", 2006)).not.toContain("11-30");
	expect(daysOf("scotland", 2007)).toContain("11-30");
});

test("the regular rules know nothing of one-off days", () => {
	const days = regularBankHolidays("england-and-wales", 2022).map(({ day }) => day);
	expect(days).toContain("2022-05-30");
	expect(days).not.toContain("2022-09-19");
});
