import { expect, test } from "vitest";
import { z } from "zod";
import {
	checkboxesField,
	choiceOf,
	dateField,
	dateOf,
	dateValues,
	listOf,
	newForm,
	optionalDateOf,
	optionalText,
	radiosField,
	readForm,
	requiredText,
	textField,
	timeOf,
} from "./form.ts";

const talk = z.object({
	outcome: choiceOf(["resolved", "not-resolved"], "Select whether it was resolved"),
	on: dateOf({
		name: "Date of the talk",
		missing: "Enter the date of the talk",
	}),
	at: timeOf({
		name: "Time of the talk",
		missing: "Enter the time of the talk",
	}),
	wanted: requiredText({
		missing: "Enter the outcome wanted for the child",
		name: "Outcome wanted",
		max: 20,
	}),
	themes: listOf(choiceOf(["thresholds", "timeliness"], "Select a theme from the list")),
	replyBy: optionalDateOf({ name: "Reply date" }),
	note: optionalText({ name: "Note", max: 10 }),
});

const sent = {
	outcome: "resolved",
	"on-day": "9",
	"on-month": "4",
	"on-year": "2026",
	at: "2.15pm",
	wanted: "  A plan\r\nby Friday ",
	themes: "timeliness",
	"replyBy-day": "",
	"replyBy-month": "",
	"replyBy-year": "",
	note: "",
};

test("a form that is filled in well is read", () => {
	expect(readForm(talk, sent).data).toEqual({
		outcome: "resolved",
		on: "2026-04-09",
		at: "14:15",
		wanted: "A plan\nby Friday",
		themes: ["timeliness"],
		replyBy: undefined,
		note: undefined,
	});
});

test("an empty form gets one error per question, in the order of the questions", () => {
	const { errors, data } = readForm(talk, {});
	expect(data).toBeUndefined();
	expect(Object.entries(errors ?? {}).map(([, error]) => error?.text)).toEqual([
		"Select whether it was resolved",
		"Enter the date of the talk",
		"Enter the time of the talk",
		"Enter the outcome wanted for the child",
	]);
});

test("what was typed is kept as it was typed", () => {
	const { values, errors } = readForm(talk, { ...sent, "on-month": "13" });
	expect(errors?.on).toEqual({
		text: "Date of the talk must be a real date",
		href: "#on-month",
		parts: ["month"],
	});
	const form = { values, errors: errors ?? {} };
	expect(textField(form, "wanted").value).toBe("  A plan\nby Friday ");
	expect(radiosField(form, "outcome").value).toBe("resolved");
	expect(checkboxesField(form, "themes").values).toEqual(["timeliness"]);
	expect(dateField(form, "on").items).toEqual([
		{ name: "day", value: "9", error: false },
		{ name: "month", value: "13", error: true },
		{ name: "year", value: "2026", error: false },
	]);
});

test.each([
	[["", "4", "2026"], "Date of the talk must include a day", ["day"]],
	[["9", "", ""], "Date of the talk must include a month and year", ["month", "year"]],
	[["9", "4", "26"], "Year must include 4 numbers", ["year"]],
	[["31", "4", "2026"], "Date of the talk must be a real date", ["day", "month", "year"]],
	[["32", "4", "2026"], "Date of the talk must be a real date", ["day"]],
	[["9", "Brumaire", "2026"], "Date of the talk must be a real date", ["month"]],
])(
	"the date %j is not taken, and the part at fault is named",
	([day, month, year], text, parts) => {
		const { errors } = readForm(talk, {
			...sent,
			"on-day": day,
			"on-month": month,
			"on-year": year,
		});
		expect(errors?.on).toEqual({ text, parts, href: `#on-${parts[0]}` });
	},
);

test("a month may be written as a word", () => {
	for (const month of ["april", "Apr", "APR.", "04"])
		expect(readForm(talk, { ...sent, "on-month": month }).data?.on).toBe("2026-04-09");
});

test("a known day fills in the three inputs of a date", () => {
	const form = newForm(dateValues("on", "2026-04-09"));
	expect(dateField(form, "on").items.map(({ value }) => value)).toEqual(["9", "4", "2026"]);
});

test.each([
	null,
	"text",
	4,
	[],
	{ outcome: ["resolved", "resolved"] },
	{ on: "x", themes: { a: 1 } },
	{ wanted: "\0\ud800" },
])("a body that no form of ours would send (%j) is answered with errors, not a crash", (body) => {
	expect(readForm(talk, body).errors).toBeDefined();
});

test("text that is too long is kept, and the limit is named", () => {
	const { errors, values } = readForm(talk, {
		...sent,
		wanted: "x".repeat(21),
	});
	expect(errors?.wanted?.text).toBe("Outcome wanted must be 20 characters or less");
	expect(values.wanted).toHaveLength(21);
});
