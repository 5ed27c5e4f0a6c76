import { type Nation, publishedBankHolidays, regularBankHolidays } from "./bank-holidays.ts";

type Event = { title: string; date: string; notes: string; bunting: boolean };
/** A list as GOV.UK publishes it. */
export type PublishedList = Record<string, { division: string; events: Event[] }>;

export const nations: readonly Nation[] = ["england-and-wales", "scotland", "northern-ireland"];

/** The list of these years; beyond 2028 with the bank holidays that come every year. */
export const publishedList = (first: number, last: number): PublishedList =>
	Object.fromEntries(
		nations.map((nation) => [
			nation,
			{
				division: nation,
				events: Array.from({ length: last - first + 1 }, (_, index) =>
					first + index > 2028
						? regularBankHolidays(nation, first + index)
						: publishedBankHolidays(nation, first + index),
				)
					.flat()
					.map(({ day, name }) => ({
						title: name,
						date: day,
						notes: "",
						bunting: true,
					})),
			},
		]),
	);

/** A day that is added to a list. */
export const eventOn = (date: string, title = "A day of thanks"): Event => ({
	title,
	date,
	notes: "",
	bunting: true,
});
