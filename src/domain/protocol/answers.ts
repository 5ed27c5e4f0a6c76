import { z } from "zod";
import { type Field, fieldOf, type Protocol } from "./protocol.ts";

/** A child as a form names one. All of it identifies: it is kept with the narrative. */
export type Child = {
	name: string;
	/** ISO day; empty when not known or not asked. */
	dateOfBirth: string;
	/** The identifier that agencies share, such as an NHS number; may be empty. */
	identifier: string;
};

/** One thing somebody promised to do. */
export type PromisedAction = {
	what: string;
	who: string;
	/** ISO day. */
	by: string;
};

/** Somebody of the directory, or a name that is not in it. */
export type NamedPerson = { id: string } | { name: string };

export type Answer =
	| string
	| string[]
	| NamedPerson
	| Child[]
	| PromisedAction[];

/** What was entered, by field. */
export type Answers = Record<string, Answer>;

/** The most that an answer may hold, in characters, by the type of its field. */
export const longest = { text: 200, "long-text": 20_000 } as const;

const text = (most: number, missing: string) =>
	z
		.string({ error: missing })
		.transform((given) => given.replaceAll("\r\n", "\n").trim())
		.pipe(
			z
				.string()
				.min(1, missing)
				.max(
					most,
					`Shorten this to ${most.toLocaleString("en-GB")} characters or fewer`,
				),
		);

const isoDay = (missing: string) =>
	z
		.string({ error: missing })
		.refine((given) => given !== "", missing)
		.refine(
			(given) => given === "" || isDay(given),
			"Enter a real date, such as 9 4 2026",
		);

function isDay(given: string): boolean {
	try {
		return (
			/^\d{4}-\d\d-\d\d$/.test(given) && Boolean(Temporal.PlainDate.from(given))
		);
	} catch {
		return false;
	}
}

function isMoment(given: string): boolean {
	try {
		return (
			/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(given) &&
			Boolean(Temporal.PlainDateTime.from(given))
		);
	} catch {
		return false;
	}
}

/** Schemas once made, for making one costs more than reading a hundred answers with it. */
const schemas = new WeakMap<Field, z.ZodType<Answer>>();

function answerSchema(protocol: Protocol, field: Field): z.ZodType<Answer> {
	const made = schemas.get(field) ?? makeAnswerSchema(protocol, field);
	schemas.set(field, made);
	return made;
}

/** What a field takes, and what it says when it is given something else. */
function makeAnswerSchema(protocol: Protocol, field: Field): z.ZodType<Answer> {
	const missing = `Answer “${field.label}”`;
	switch (field.type) {
		case "text":
		case "long-text":
			return text(longest[field.type], missing);
		case "day":
			return isoDay(missing);
		case "moment":
			return z
				.string({ error: missing })
				.min(1, missing)
				.refine(
					(given) => given === "" || isMoment(given),
					"Enter a real date and time",
				);
		case "choice":
			return z.enum(Object.keys(field.options), { error: missing });
		case "themes":
			return z
				.array(z.enum(Object.keys(protocol.themes)), { error: missing })
				.min(1, missing)
				.transform((given) => [...new Set(given)]);
		case "person":
			return z.union(
				[
					z.strictObject({ id: z.uuid() }),
					z.strictObject({ name: text(longest.text, missing) }),
				],
				{ error: missing },
			);
		case "children":
			return z
				.array(
					z.strictObject({
						name: text(longest.text, "Enter the child’s name"),
						dateOfBirth: field.complete
							? isoDay("Enter the child’s date of birth")
							: z.union([z.literal(""), isoDay("")]).default(""),
						identifier: z.string().trim().max(longest.text).default(""),
					}),
					{ error: missing },
				)
				.min(1, missing)
				.max(20, "Name 20 children or fewer");
		case "actions":
			return z
				.array(
					z.strictObject({
						what: text(2_000, "Say what will be done"),
						who: text(longest.text, "Say who will do it"),
						by: isoDay("Enter the day by which it will be done"),
					}),
					{ error: missing },
				)
				.min(1, missing)
				.max(50, "List 50 actions or fewer");
	}
}

/** Nothing was entered: what an optional field may be. */
const isBlank = (given: unknown): boolean =>
	given === undefined ||
	given === null ||
	(typeof given === "string" && given.trim() === "") ||
	(Array.isArray(given) && given.length === 0);

/**
 * Reads what was entered for some fields.
 *
 * @param given by field; other keys are ignored
 * @returns every answer, or for each field that is wrong what to do about it. A fault inside a list is
 *   named `field-row-column`, such as `children-0-name`
 */
export function readAnswers(
	protocol: Protocol,
	fields: string[],
	given: Record<string, unknown>,
):
	| { answers: Answers; errors?: never }
	| { errors: Record<string, string>; answers?: never } {
	const answers: Answers = {};
	const errors: Record<string, string> = {};
	for (const id of fields) {
		const field = fieldOf(protocol, id);
		if (field.optional && isBlank(given[id])) continue;
		const read = answerSchema(protocol, field).safeParse(given[id]);
		if (read.success) answers[id] = read.data;
		else
			for (const { path, message } of read.error.issues)
				errors[[id, ...path.map(String)].join("-")] ??= message;
	}
	return Object.keys(errors).length > 0 ? { errors } : { answers };
}

/**
 * Whether an answer tells a story or identifies somebody, and so is kept apart from what is indexed.
 */
export function isNarrative(field: Field, answer: Answer): boolean {
	switch (field.type) {
		case "text":
		case "long-text":
		case "children":
		case "actions":
			return true;
		case "person":
			return !(typeof answer === "object" && "id" in answer);
		default:
			return false;
	}
}
