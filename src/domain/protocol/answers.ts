/**
 * What people enter: the shape of an answer to each type of field, and the reading of one, so that every mouth takes
 * and refuses the same. How answers are said is in told/say-answer.ts.
 */

import { z } from "zod";
import { inEnglish, type Said, said, saidWhole } from "../said.ts";
import { cleanLine, cleanText, saysSomething } from "../typed-text.ts";
import { type Cell, longest } from "./file/field.ts";
import { cellsOf, type Field, fieldOf, type Protocol } from "./protocol.ts";
import { whatToEnter } from "./what-to-enter.ts";

/** A child as a form names one. All of it identifies: it is kept with the narrative. */
export type Child = {
	name: string;
	/** ISO day; empty when not known or not asked. */
	dateOfBirth: string;
	/** The identifier that agencies share, such as an NHS number; may be empty. */
	identifier: string;
	/** Not yet born: the date is the expected one. */
	unborn?: boolean | undefined;
	/** About how old, in whole years, where there is no date of birth; empty when not known or not asked. */
	age?: string | undefined;
	/** Somebody said that the date of birth is not known. */
	birthUnknown?: boolean | undefined;
	/** The facts that the protocol asks about each, by their names; one that is not known is empty. */
	facts?: Record<string, string> | undefined;
};

/** A row of a table, by the names of its columns; what was left blank is empty. */
export type TableRow = Record<string, string>;

/** An agency of the partnership, with its name as it was then, or one that is not in the directory. */
export type NamedAgency = { id: string; name: string } | { name: string };

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

export type Answer =
	| string
	| string[]
	| NamedPerson
	| NamedAgency
	| NamedAgency[]
	| Child[]
	| PromisedAction[]
	| Member[]
	| TableRow[];

/** What was entered, by field. */
export type Answers = Record<string, Answer>;

/** The most that a text in a row of a list may hold, in characters. */
const longestInRow = { text: longest.text, "long-text": 2_000 } as const;
/** The most rows of a table whose protocol does not say. */
const usualMostRows = 50;
const oldest = 120;

/** The most that a text may hold, in characters. */
export const mostCharacters = (field: Extract<Field, { type: "text" | "long-text" }>): number =>
	field["at-most"] ?? longest[field.type];

/** How many rows a table must and may have; one that is optional may be left blank all the same. */
export const rowsAllowed = ({
	rows = {},
}: Extract<Field, { type: "table" }>): { least: number; most: number } => {
	const least = rows["at-least"] ?? 1;
	return { least, most: rows["at-most"] ?? Math.max(least, usualMostRows) };
};

/**
 * Keeps what is said of a fault, so that it can be said in another language: zod knows it as it is in English alone.
 *
 * @returns it in English
 */
type Faulting = (sentence: Said) => string;

/** @param label of the question, where it says which answer is too long */
const text = (
	fault: Faulting,
	most: number,
	missing: Said,
	clean = (given: string) => cleanText(given).trim(),
	label?: string,
) =>
	z
		.string({ error: fault(missing) })
		.transform(clean)
		.pipe(
			z
				.string()
				.min(1, fault(missing))
				.max(
					most,
					fault(
						label === undefined
							? said`Shorten this to ${most} characters or fewer`
							: said`Shorten “${label}” to ${most} characters or fewer`,
					),
				),
		);

/** A name that can be said: not a dash, a dot or a bullet alone. */
const name = (fault: Faulting, missing: Said) =>
	text(fault, longest.text, missing, cleanLine).refine(saysSomething, {
		error: fault(missing),
		abort: true,
	});

/** A text of one line that may be left empty. */
const line = (most: number) => z.string().transform(cleanLine).pipe(z.string().max(most));

const isoDay = (fault: Faulting, missing: Said) =>
	z
		.string({ error: fault(missing) })
		.refine((given) => given !== "", fault(missing))
		.refine(
			(given) => given === "" || isDay(given),
			fault(said`Enter a real date, such as 9 4 2026`),
		);

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

const isTime = (given: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(given);

const namedPerson = (fault: Faulting, missing: Said) =>
	z.union([z.strictObject({ id: z.uuid() }), z.strictObject({ name: name(fault, missing) })], {
		error: fault(missing),
	});

/** What a field takes, and its faults by how they are said in English. */
type AnswerSchema = { schema: z.ZodType<Answer>; faults: ReadonlyMap<string, Said> };

/** Schemas once made, for making one costs more than reading a hundred answers with it. */
const schemas = new WeakMap<Field, AnswerSchema>();

function answerSchema(protocol: Protocol, field: Field): AnswerSchema {
	const known = schemas.get(field);
	if (known) return known;
	const faults = new Map<string, Said>();
	const fault = (sentence: Said) => {
		const english = inEnglish(sentence);
		faults.set(english, sentence);
		return english;
	};
	const made = { schema: makeAnswerSchema(protocol, field, fault), faults };
	schemas.set(field, made);
	return made;
}

/** What a field takes, and what it says when it is given something else. */
function makeAnswerSchema(protocol: Protocol, field: Field, fault: Faulting): z.ZodType<Answer> {
	const toEnter = whatToEnter(field);
	const missing = fault(toEnter);
	switch (field.type) {
		case "text":
			return text(fault, mostCharacters(field), toEnter, cleanLine, field.label);
		case "long-text":
			return text(fault, mostCharacters(field), toEnter, undefined, field.label);
		case "day":
			return isoDay(fault, toEnter);
		case "moment":
			return z
				.string({ error: missing })
				.min(1, missing)
				.refine(
					(given) => given === "" || isMoment(given),
					fault(said`Enter a real date and time`),
				);
		case "time":
			return z
				.string({ error: missing })
				.min(1, missing)
				.refine(
					(given) => given === "" || isTime(given),
					fault(said`Enter a time, like 2:15pm or 14:15`),
				);
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
				.regex(/^\d{1,9}$/, fault(said`Enter a whole number, such as 3`));
		case "themes":
			return z
				.array(z.enum(Object.keys(protocol.themes)), { error: missing })
				.min(1, missing)
				.transform((given) => [...new Set(given)]);
		case "person":
			return namedPerson(fault, toEnter);
		case "agency":
			return namedAgency(fault, toEnter);
		case "agencies":
			return z
				.array(namedAgency(fault, said`Select which agency`), { error: missing })
				.min(1, missing)
				.max(50, fault(said`Name 50 agencies or fewer`))
				.transform(eachOnce);
		case "children":
		case "adults":
			return z
				.array(childSchema(field, fault), { error: missing })
				.min(1, missing)
				.max(
					20,
					fault(
						field.type === "children"
							? said`Name 20 children or fewer`
							: said`Name 20 people or fewer`,
					),
				);
		case "table": {
			const { least, most } = rowsAllowed(field);
			return z
				.array(cellsSchema(cellsOf(field), fault), { error: missing })
				.min(least, least === 1 ? missing : fault(said`Fill in ${least} rows or more`))
				.max(
					most,
					fault(most === 1 ? said`Fill in 1 row only` : said`Fill in ${most} rows or fewer`),
				);
		}
		case "members":
			return z
				.array(
					z.strictObject({
						who: namedPerson(fault, said`Enter who it is`),
						agency: line(longest.text).default(""),
						agencyName: line(longest.text).optional(),
						as: line(longest.text).default(""),
						interest: line(2_000).default(""),
					}),
					{ error: missing },
				)
				.min(1, missing)
				.max(30, fault(said`Name 30 people or fewer`));
		case "actions":
			return z
				.array(
					z.strictObject({
						what: text(fault, 2_000, said`Enter what will be done`, undefined, "What will be done"),
						who: name(fault, said`Enter who will do it`),
						by: isoDay(fault, said`Enter the day by which it will be done`),
					}),
					{ error: missing },
				)
				.min(1, missing)
				.max(50, fault(said`List 50 actions or fewer`));
	}
}

/** Somebody whom it is about: named, with what is known of their birth, and the protocol's facts. */
function childSchema(field: Extract<Field, { type: "children" | "adults" }>, fault: Faulting) {
	const isChild = field.type === "children";
	const facts = cellsOf(field);
	return z
		.strictObject({
			name: name(fault, isChild ? said`Enter the child’s name` : said`Enter their name`),
			dateOfBirth: z.union([z.literal(""), isoDay(fault, said``)]).default(""),
			identifier: line(longest.text).default(""),
			unborn: isChild && field.unborn ? z.boolean().optional() : z.literal(false).optional(),
			age: z
				.string()
				.trim()
				.refine(
					(given) => given === "" || isAge(given),
					fault(said`Enter an age in whole years, such as 7`),
				)
				.optional(),
			birthUnknown: z.boolean().optional(),
			...(Object.keys(facts).length > 0 && { facts: cellsSchema(facts, fault).prefault({}) }),
		})
		.superRefine((row, context) => {
			const wrong = birthFault(row, isChild, field.complete);
			if (wrong)
				context.addIssue({ code: "custom", message: fault(wrong.says), path: [wrong.path] });
		});
}

/** What is said of somebody's birth must be said once; where it must be said, that it is not known is enough. */
function birthFault(
	{
		dateOfBirth,
		age = "",
		unborn,
		birthUnknown,
	}: Pick<Child, "dateOfBirth" | "age" | "unborn" | "birthUnknown">,
	isChild: boolean,
	complete: boolean,
): { path: string; says: Said } | undefined {
	if (dateOfBirth !== "" && birthUnknown)
		return {
			path: "dateOfBirth",
			says: unborn
				? said`Enter the expected date, or say that it is not known, not both`
				: said`Enter the date of birth, or say that it is not known, not both`,
		};
	if (age !== "" && unborn)
		return { path: "age", says: said`Leave the age empty for a child who is not born yet` };
	if (age !== "" && dateOfBirth !== "")
		return { path: "age", says: said`Leave the age empty where you enter the date of birth` };
	if (complete && dateOfBirth === "" && age === "" && !unborn && !birthUnknown)
		return {
			path: "dateOfBirth",
			says: isChild
				? said`Enter the child’s date of birth, or their age, or say that it is not known`
				: said`Enter their date of birth, or their age, or say that it is not known`,
		};
	return undefined;
}

const isAge = (given: string): boolean => /^\d{1,3}$/.test(given) && Number(given) <= oldest;

/** One row of a list, by the names of what is asked in it. */
const cellsSchema = (
	cells: Record<string, Cell>,
	fault: Faulting,
): z.ZodType<Record<string, string>> =>
	z.strictObject(
		Object.fromEntries(
			Object.entries(cells).map(([name, cell]) => [name, cellSchema(cell, fault)]),
		),
	);

function cellSchema(cell: Cell, fault: Faulting): z.ZodType<string> {
	const filledIn = filledInCell(cell, fault);
	if (!cell.optional) return filledIn;
	return z
		.string()
		.trim()
		.default("")
		.superRefine((given, context) => {
			const wrong = given === "" ? undefined : filledIn.safeParse(given).error?.issues[0];
			if (wrong) context.addIssue({ code: "custom", message: wrong.message });
		});
}

function filledInCell({ label, type, options = {} }: Cell, fault: Faulting): z.ZodType<string> {
	const missing = said`Enter “${label}”`;
	switch (type) {
		case "text":
			return text(fault, longestInRow.text, missing, cleanLine, label);
		case "long-text":
			return text(fault, longestInRow[type], missing, undefined, label);
		case "day":
			return isoDay(fault, missing);
		case "choice":
			return z.enum(Object.keys(options), { error: fault(said`Choose “${label}”`) });
	}
}

const namedAgency = (fault: Faulting, missing: Said) =>
	z.union(
		[
			z.strictObject({
				id: z.string().min(1).max(longest.text),
				name: name(fault, missing),
			}),
			z.strictObject({ name: name(fault, missing) }),
		],
		{ error: fault(missing) },
	);

/** Agencies without those that were named before. */
const eachOnce = (agencies: NamedAgency[]): NamedAgency[] => {
	const known = agencies.map((agency) => ("id" in agency ? agency.id : agency.name.toLowerCase()));
	return agencies.filter((_, index) => known.indexOf(known[index] ?? "") === index);
};

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
): { answers: Answers; errors?: never } | { errors: Record<string, Said>; answers?: never } {
	const answers: Answers = {};
	const errors: Record<string, Said> = {};
	for (const id of fields) {
		const field = fieldOf(protocol, id);
		if (field.optional && isBlank(given[id])) continue;
		const { schema, faults } = answerSchema(protocol, field);
		const read = schema.safeParse(given[id]);
		if (read.success) answers[id] = read.data;
		else
			for (const { path, message } of read.error.issues)
				errors[[id, ...path.map(String)].join("-")] ??= faults.get(message) ?? saidWhole(message);
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
		case "table":
			return true;
		case "agency":
		case "agencies":
			return [answer as NamedAgency | NamedAgency[]].flat().some((agency) => !("id" in agency));
		case "person":
			return !(typeof answer === "object" && "id" in answer);
		case "day":
		case "moment":
		case "themes":
		case "choice":
		case "choices":
		case "number":
		case "time":
			return false;
	}
}

/** Whether two answers say the same. What a row holds has no order: the database gives it back in its own. */
export const isSameAnswer = (one: Answer | undefined, other: Answer): boolean =>
	JSON.stringify(one, inOneOrder) === JSON.stringify(other, inOneOrder);

const inOneOrder = (_key: string, value: unknown): unknown =>
	typeof value === "object" && value !== null && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
		: value;
