import { z } from "zod";
import { type Field, fieldOf, type Protocol } from "./protocol.ts";

/** A child as a form names one. All of it identifies: it is kept with the narrative. */
export type Child = {
	name: string;
	/** ISO day; empty when not known or not asked. */
	dateOfBirth: string;
	/** The identifier that agencies share, such as an NHS number; may be empty. */
	identifier: string;
	/** Not yet born: the date is the expected one. */
	unborn?: boolean | undefined;
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

/** Somebody who attended a meeting, or who decides with others. */
export type Member = {
	who: NamedPerson;
	/** The agency they are from: its identifier where it is one of the partnership's, else its name. */
	agency: string;
	/** Its name beside its identifier, for somebody who is not in the directory. */
	agencyName?: string | undefined;
	/** The party or role in which they are there: `raising manager`, `independent chair`; may be empty. */
	as: string;
	/** The interest that they declared; empty for none. Who has one does not count towards a quorum. */
	interest: string;
};

export type Answer = string | string[] | NamedPerson | Child[] | PromisedAction[] | Member[];

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
				.max(most, `Shorten this to ${most.toLocaleString("en-GB")} characters or fewer`),
		);

const isoDay = (missing: string) =>
	z
		.string({ error: missing })
		.refine((given) => given !== "", missing)
		.refine((given) => given === "" || isDay(given), "Enter a real date, such as 9 4 2026");

function isDay(given: string): boolean {
	try {
		return /^\d{4}-\d\d-\d\d$/.test(given) && Boolean(Temporal.PlainDate.from(given));
	} catch {
		return false;
	}
}

function isMoment(given: string): boolean {
	try {
		return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(given) && Boolean(Temporal.PlainDateTime.from(given));
	} catch {
		return false;
	}
}

const namedPerson = (missing: string) =>
	z.union(
		[z.strictObject({ id: z.uuid() }), z.strictObject({ name: text(longest.text, missing) })],
		{ error: missing },
	);

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
				.refine((given) => given === "" || isMoment(given), "Enter a real date and time");
		case "choice":
			return z.enum(Object.keys(field.options), { error: missing });
		case "choices":
			return z
				.array(z.enum(Object.keys(field.options)), { error: missing })
				.min(1, missing)
				.transform((given) => [...new Set(given)]);
		case "number":
			return z
				.string({ error: missing })
				.trim()
				.min(1, missing)
				.regex(/^\d{1,9}$/, "Enter a whole number, such as 3");
		case "themes":
			return z
				.array(z.enum(Object.keys(protocol.themes)), { error: missing })
				.min(1, missing)
				.transform((given) => [...new Set(given)]);
		case "person":
			return namedPerson(missing);
		case "children":
		case "adults": {
			const unborn = field.type === "children" && field.unborn;
			const whose = field.type === "children" ? "the child’s" : "their";
			return z
				.array(
					z
						.strictObject({
							name: text(longest.text, `Enter ${whose} name`),
							dateOfBirth: z.union([z.literal(""), isoDay("")]).default(""),
							identifier: z.string().trim().max(longest.text).default(""),
							unborn: unborn ? z.boolean().optional() : z.literal(false).optional(),
						})
						.superRefine((row, context) => {
							if (field.complete && row.dateOfBirth === "" && !row.unborn)
								context.addIssue({
									code: "custom",
									path: ["dateOfBirth"],
									message: `Enter ${whose} date of birth`,
								});
						}),
					{ error: missing },
				)
				.min(1, missing)
				.max(20, `Name 20 ${field.type === "children" ? "children" : "people"} or fewer`);
		}
		case "members":
			return z
				.array(
					z.strictObject({
						who: namedPerson("Say who"),
						agency: z.string().trim().max(longest.text).default(""),
						agencyName: z.string().trim().max(longest.text).optional(),
						as: z.string().trim().max(longest.text).default(""),
						interest: z.string().trim().max(2_000).default(""),
					}),
					{ error: missing },
				)
				.min(1, missing)
				.max(30, "Name 30 people or fewer");
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
): { answers: Answers; errors?: never } | { errors: Record<string, string>; answers?: never } {
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

/** People whom an answer names, by their identifier. */
export const peopleNamedIn = (field: Field, answer: Answer): string[] =>
	field.type === "person"
		? identified([answer as NamedPerson])
		: field.type === "members"
			? identified((answer as Member[]).map(({ who }) => who))
			: [];

const identified = (named: NamedPerson[]): string[] =>
	named.flatMap((each) => ("id" in each ? [each.id] : []));

/**
 * Whether an answer tells a story or identifies somebody, and so is kept apart from what is indexed. A new type of
 * field does not compile until it says so here.
 */
export function isNarrative(field: Field, answer: Answer): boolean {
	switch (field.type) {
		case "text":
		case "long-text":
		case "children":
		case "adults":
		case "members":
		case "actions":
			return true;
		case "person":
			return !(typeof answer === "object" && "id" in answer);
		case "day":
		case "moment":
		case "themes":
		case "choice":
		case "choices":
		case "number":
			return false;
	}
}
