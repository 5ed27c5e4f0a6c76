import { describe, expect, test } from "vitest";
import { calendarNamed } from "../calendar/calendar.ts";
import { sentencesNaming } from "./pieces.ts";
import { alikeBy, answerDue, isToBeReminded } from "./request.ts";

const calendar = calendarNamed("england-and-wales");

describe("by when it is answered", () => {
	test.each([
		["2026-09-03", "2026-10-05", "the same day of the next month is a Saturday"],
		["2026-03-30", "2026-04-30", "the same day of the next month"],
		["2026-01-31", "2026-03-02", "the last day of a shorter month is a Saturday"],
		["2026-11-25", "2026-12-29", "Christmas Day, Boxing Day and their weekend are over"],
	])("received on %s: %s, for %s", (received, due) => {
		expect(answerDue(received, calendar)).toBe(due);
	});

	test("three months for what is complex", () => {
		expect(answerDue("2026-03-30", calendar, 3)).toBe("2026-06-30");
	});
});

describe("whether a child of a record may be the one who is asked for", () => {
	const asked = {
		name: "Zoë O’Brien-Hughes",
		dateOfBirth: "2018-05-14",
		identifier: "943 476 5919",
	};
	test.each([
		[{ ...asked, name: "zoe obrien hughes" }, ["identifier", "name-and-birth"]],
		[{ ...asked, identifier: "", name: "Zoey Hughes" }, ["birth"]],
		[{ ...asked, identifier: "", dateOfBirth: "" }, ["name"]],
		[{ name: "Zoe O'Brian Hughs", dateOfBirth: "", identifier: "" }, ["like-name"]],
		[{ name: "Hughes O’Brien Zoë", dateOfBirth: "", identifier: "" }, ["like-name"]],
		[{ name: "Tom Brook", dateOfBirth: "", identifier: "" }, []],
		[{ name: "", dateOfBirth: "", identifier: "" }, []],
	])("%o: %o", (child, ways) => {
		expect(alikeBy(asked, child)).toEqual(ways);
	});
});

test("of a text that names somebody, they are given the sentences that do", () => {
	expect(
		sentencesNaming(
			"Ella was cold. I told Amy Okafor. She rang. Nobody came. Ms Okafor wrote.",
			"Amy Okafor",
		),
	).toBe("[taken out] I told Amy Okafor. [taken out] Ms Okafor wrote.");
	expect(sentencesNaming("Ella was cold.", "Amy Okafor")).toBe("");
});

test("whoever answers is reminded a week before, two days before, on the day and each week after, once each", () => {
	const dueOn = "2026-04-27";
	const remindedOver = (days: readonly string[]) => {
		let remindedOn: string | null = null;
		return days.filter((today) => {
			const is = isToBeReminded(today, { dueOn, remindedOn });
			if (is) remindedOn = today;
			return is;
		});
	};
	const all = Array.from({ length: 40 }, (_, nth) =>
		Temporal.PlainDate.from("2026-04-10").add({ days: nth }).toString(),
	);
	expect(remindedOver(all)).toEqual([
		"2026-04-20",
		"2026-04-25",
		"2026-04-27",
		"2026-05-04",
		"2026-05-11",
		"2026-05-18",
	]);
	// Nobody looks at weekends: what came due then is said on the next day on which somebody does.
	const weekdays = all.filter((day) => Temporal.PlainDate.from(day).dayOfWeek < 6);
	expect(remindedOver(weekdays)).toEqual([
		"2026-04-20",
		"2026-04-27",
		"2026-05-04",
		"2026-05-11",
		"2026-05-18",
	]);
	expect(remindedOver(["2026-05-06", "2026-05-07"])).toEqual(["2026-05-06"]);
});
