/** What a protocol can ask: a shape for each type of field, and for what is asked of each row of a list. */

import { z } from "zod";
import { sayNumber } from "../../english.ts";
import { called, id, party, words } from "./texts.ts";

/** The most that an answer may hold, in characters, by the type of its field. */
export const longest = { text: 200, "long-text": 20_000 } as const;
/** The most rows that a table may have. */
const mostRows = 100;

const fieldBase = {
	label: words,
	"read-as": words
		.optional()
		.describe(
			"What the question is called where its answer is shown to others: `By when agency B replies` for `By when will they reply?`. Left out, its `label`.",
		),
	hint: words.optional(),
	optional: z.boolean().default(false),
	from: id.optional().describe("The field whose earlier answer is offered as a start."),
};

const atMost = (most: number, instead: string) =>
	z
		.int("Write a whole number of characters, such as 500")
		.min(1, "Write a whole number of characters, such as 500")
		.max(most, `It holds ${sayNumber(most)} characters at the most: ${instead}`)
		.optional()
		.describe("The most that may be entered, in characters.");

const rowCount = z
	.int("Write a whole number of rows, such as 3")
	.min(1, "Write a whole number of rows, such as 3")
	.max(mostRows, `Write ${mostRows} or fewer: a longer list is a document of its own`);

const plausible = z
	.strictObject({
		ahead: words
			.optional()
			.describe("How far ahead of today it may lie: `20 working days`, or `today` for not at all."),
		back: words
			.optional()
			.describe(
				"How far back it may lie: `2 years`, `today` for not at all, or `raised` for not before it was raised.",
			),
	})
	.describe(
		"Where the day is to be expected. Whoever enters another is asked once whether it is right, and goes on.",
	);

const cellInFull = z.strictObject({
	label: called,
	hint: words.optional(),
	type: z
		.enum(["text", "long-text", "day", "choice"])
		.optional()
		.describe("How it is answered. Left out: `choice` where it has options, else `text`."),
	options: z.record(id, words).optional().describe("What can be chosen."),
	optional: z.boolean().default(false),
});

/** One thing asked in every row of a list. A text alone is its label: `school: School`. */
const cell = z.union([called, cellInFull]).transform((given) =>
	typeof given === "string"
		? { label: given, type: "text" as const, optional: false }
		: {
				...given,
				type: given.type ?? (given.options ? ("choice" as const) : ("text" as const)),
			},
);

const people = {
	complete: z
		.boolean()
		.default(false)
		.describe(
			"Asks for name and date of birth, not only enough to recognise them. Where there is no date, their age or that it is not known.",
		),
	facts: z
		.record(id, cell)
		.optional()
		.describe(
			"What else is asked about each of them, such as the school: each a text, a day, or one of `options`. `school: School` is short for `school: { label: School }`.",
		),
};

/** A field of a protocol file, as it is written. */
export const field = z.discriminatedUnion("type", [
	z.strictObject({
		type: z.literal("text"),
		...fieldBase,
		"at-most": atMost(longest.text, "write “type: long-text” for more"),
	}),
	z.strictObject({
		type: z.literal("long-text"),
		...fieldBase,
		"at-most": atMost(longest["long-text"], "write a smaller number, or take it out"),
		"history-of": id.optional().describe("The stage whose record is offered as a start."),
	}),
	z.strictObject({ type: z.literal("day"), ...fieldBase, plausible: plausible.optional() }),
	z.strictObject({
		type: z.literal("moment"),
		...fieldBase,
		ahead: z
			.boolean()
			.optional()
			.describe(
				"It may lie ahead, such as when a meeting is to be. Left out, it must have passed, unless a clock goes by it.",
			),
		plausible: plausible.optional(),
	}),
	z.strictObject({
		type: z.literal("time").describe("A time of day alone: `2:15pm`."),
		...fieldBase,
	}),
	z.strictObject({ type: z.literal("themes"), ...fieldBase }),
	z.strictObject({
		type: z.literal("choice"),
		...fieldBase,
		options: z.record(id, words),
		"ring-first": z
			.array(id)
			.min(1)
			.optional()
			.describe(
				"Options after which whom to ring is shown before anything else, such as that a child is not safe and nobody was told. What was typed is kept.",
			),
		"not-safe": z
			.array(id)
			.min(1)
			.optional()
			.describe(
				"Options that say that the child is not safe now. From then on it stands in words at the top, comes first in every list, and whoever owes something is reminded daily, until another answer, or anybody who knows, says otherwise.",
			),
	}),
	z.strictObject({
		type: z.literal("person"),
		...fieldBase,
		of: party,
		"whose-decision": z
			.boolean()
			.optional()
			.describe(
				"They made the decision that is challenged. They sign off, judge and decide nothing in it, do nothing of what an office of the partnership does, and sit on no panel.",
			),
	}),
	z.strictObject({
		type: z
			.literal("agency")
			.describe("An agency of the partnership, or one that is written by its name."),
		...fieldBase,
	}),
	z.strictObject({ type: z.literal("agencies").describe("One or several of them."), ...fieldBase }),
	z.strictObject({
		type: z.literal("children"),
		...fieldBase,
		...people,
		unborn: z
			.boolean()
			.default(false)
			.describe("A child may be unborn: then the date is the expected one."),
	}),
	z.strictObject({ type: z.literal("adults"), ...fieldBase, ...people }),
	z.strictObject({ type: z.literal("actions"), ...fieldBase }),
	z.strictObject({
		type: z.literal("table").describe("Rows with columns of the protocol's own."),
		...fieldBase,
		row: called.default("Row").describe("What one row is called: `Event`, `Visit`, `Contact`."),
		columns: z
			.record(id, cell)
			.describe(
				"What each row holds, in order: each a text, a day, or one of `options`. `what: What happened` is short for `what: { label: What happened }`.",
			),
		rows: z
			.strictObject({
				"at-least": rowCount.optional(),
				"at-most": rowCount.optional(),
			})
			.optional()
			.describe("How many rows there must be, and may be. Left out: 1 to 50."),
	}),
	z.strictObject({
		type: z.literal("choices"),
		...fieldBase,
		options: z.record(id, words),
	}),
	z.strictObject({ type: z.literal("number"), ...fieldBase }),
	z.strictObject({ type: z.literal("members"), ...fieldBase }),
]);

export type FieldFile = z.infer<typeof field>;
/** What is asked in every row of a list, once it is read. */
export type Cell = z.infer<typeof cell>;
