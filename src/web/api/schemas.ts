/** What several operations ask or answer. Each named schema stands once in the OpenAPI document. */
import { z } from "zod";
import type { Field } from "../../domain/protocol/protocol.ts";

export const instant = z.iso.datetime().describe("An instant in UTC.");
export const day = z.iso.date().describe("A day in the United Kingdom.");

/** What stands in the path of whatever is of one difference. */
export const ofOne = z.object({ id: z.uuid() });
/** A step, a clock or a protocol by its name. */
export const aName = z.string().min(1).max(200);

export const aPerson = z
	.object({ id: z.uuid(), name: z.string() })
	.meta({ id: "PersonNamed", description: "Somebody of the directory." });

export const aBinding = z.enum(["limit", "target", "window"]).meta({
	id: "Binding",
	description:
		"What a date is: a limit that is missed, a target, or a window for what may be done.",
});

const text = z.string().max(100_000);
const line = z.string().max(400);
const person = z.union([z.strictObject({ id: z.uuid() }), z.strictObject({ name: line })]);
const agency = z.union([
	z.strictObject({ id: z.uuid(), name: line.optional() }),
	z.strictObject({ name: line }),
]);
const cells = z.record(z.string().max(200), text);
const texts = z.array(line).max(500);
const agencies = z.array(agency).max(100);
const people = z
	.array(
		z.strictObject({
			name: line,
			dateOfBirth: z.string().max(20),
			identifier: line,
			unborn: z.boolean().optional(),
			age: z.string().max(20).optional(),
			birthUnknown: z.boolean().optional(),
			facts: cells.optional(),
		}),
	)
	.max(100);
const actions = z.array(z.strictObject({ what: text, who: line, by: z.string().max(20) })).max(500);
const members = z
	.array(
		z.strictObject({
			who: person,
			agency: line,
			agencyName: line.optional(),
			as: line,
			interest: text,
		}),
	)
	.max(500);
const rows = z.array(cells).max(500);

/** The shape of an answer by the type of its question; what it may say, the pages' own reading says. */
export const shapeOfAnswer: Record<Field["type"], z.ZodType> = {
	text,
	"long-text": text,
	day: text,
	moment: text,
	time: text,
	number: text,
	choice: text,
	choices: texts,
	themes: texts,
	person: z.union([person, z.strictObject({ id: z.uuid(), name: line })]),
	agency,
	agencies,
	children: people,
	adults: people,
	actions,
	members,
	table: rows,
};

/** An answer to a question of a protocol. */
export const anAnswer = z
	.union([text, texts, agency, agencies, people, actions, members, rows])
	.meta({
		id: "Answer",
		description:
			"By the type of its question: a text, an option, a day (2026-03-26), a moment (2026-03-26T14:15, local), a time (14:15) or a number in digits as a string; options and themes as a list; a person or an agency as `{id}` or `{name}`; children, adults, members, actions and tables as a list of rows.",
	});

export const answersGiven = z
	.record(z.string().max(200), anAnswer)
	.meta({ id: "Answers", description: "Answers by the field that each is to." });

/** Whom a difference is about, as the partnership has its lists say it. */
export const shownAbout = z
	.array(z.string())
	.describe("Whom it is about, as the partnership’s lists say it: their names, or their initials.");

/** Where a list goes on, and how much of it is asked for. */
export const pageAsked = {
	limit: z.coerce.number().int().min(1).max(100).default(20).describe("So many at most."),
	cursor: z
		.string()
		.max(500)
		.optional()
		.describe("`next` of the answer before, with everything else as it was asked then."),
};

export const nextCursor = z
	.string()
	.nullable()
	.describe("Ask again with this as `cursor` for what follows; null at the end.");
