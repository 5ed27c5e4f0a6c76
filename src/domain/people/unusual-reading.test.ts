import { describe, expect, test } from "vitest";
import { pointOut, type ReadingHour } from "./unusual-reading.ts";

const read = (given: Partial<ReadingHour>): ReadingHour => ({
	person: "lead",
	difference: "one",
	hour: "2026-03-26T11",
	times: 1,
	isOfTheCase: true,
	endedOn: null,
	...given,
});
const found = (...hours: ReadingHour[]) => pointOut(hours).map(({ why, on }) => `${why} ${on}`);

describe("what stands out in who looked", () => {
	test("nothing of a working day’s reading by whoever has a part in it", () => {
		expect(
			found(read({}), read({ hour: "2026-03-26T21" }), read({ hour: "2026-03-27T06" })),
		).toEqual([]);
	});
	test("reading at night, once for each day", () => {
		expect(
			found(
				read({ hour: "2026-03-26T22" }),
				read({ hour: "2026-03-26T23" }),
				read({ hour: "2026-03-27T05" }),
			),
		).toEqual(["at-night 2026-03-27", "at-night 2026-03-26"]);
	});
	test("fifteen differences within an hour, and not fourteen", () => {
		const hours = (count: number) =>
			Array.from({ length: count }, (_, nth) => read({ difference: `d${nth}` }));
		expect(found(...hours(14))).toEqual([]);
		expect(found(...hours(15))).toEqual(["many-in-an-hour 2026-03-26"]);
	});
	test("a difference that ended more than ninety days before", () => {
		expect(found(read({ endedOn: "2025-12-26" }))).toEqual([]);
		expect(found(read({ endedOn: "2025-12-25" }))).toEqual(["long-after-the-end 2026-03-26"]);
	});
	test("somebody with no part in it, on the third day", () => {
		const on = (day: string) => read({ hour: `${day}T11`, isOfTheCase: false });
		expect(found(on("2026-03-24"), on("2026-03-25"), on("2026-03-25"))).toEqual([]);
		expect(found(on("2026-03-24"), on("2026-03-25"), on("2026-03-26"))).toEqual([
			"not-of-the-case 2026-03-26",
		]);
	});
});
