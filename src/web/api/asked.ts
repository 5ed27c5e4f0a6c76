/**
 * Questions of a protocol as the API asks them, and answers as it takes them: put in the inputs that a page has, and read by
 * the pages' own reading, so that both take and refuse the same.
 */
import { z } from "zod";
import type { Answer, Answers } from "../../domain/protocol/answers.ts";
import { cellsOf, type Field, type Protocol } from "../../domain/protocol/protocol.ts";
import type { FormErrors, FormValues } from "../kit/form.ts";
import { columnOf } from "../parts/fields/columns.ts";
import { inputsOf } from "../parts/fields/inputs-of.ts";
import { isInputOf, isRight, type Question } from "../parts/fields/question.ts";
import { readQuestions } from "../parts/fields/read-questions.ts";
import { doesNotFit, type Found, faultsIn } from "./problem.ts";
import { anAnswer, answersGiven, aPerson, shapeOfAnswer } from "./schemas.ts";

const option = z.object({ value: z.string(), text: z.string() });

export const aQuestion = z
	.object({
		field: z.string().describe("Its answer stands under this name."),
		label: z.string(),
		hint: z.string().nullable(),
		type: z.string(),
		optional: z.boolean(),
		when: z
			.record(z.string(), z.array(z.string()))
			.nullable()
			.describe("It is asked only where each of these has one of these answers."),
		options: z.array(option).nullable().describe("Of a choice, choices or themes."),
		people: z.array(aPerson).nullable().describe("Who may be named by `id`."),
		agencies: z.array(aPerson).nullable().describe("Which agencies may be named by `id`."),
		columns: z
			.array(z.object({ name: z.string(), label: z.string(), type: z.string() }))
			.nullable()
			.describe("What is asked in each row; of children and adults, under `facts`."),
		offered: anAnswer.nullable().describe("What a page begins with: send it if it is right."),
	})
	.meta({ id: "Question" });

type AsQuestion = z.input<typeof aQuestion>;

/** @param offered the answers that a page would begin with, by field */
export function questionTold(
	{ themes }: Protocol,
	{ field, label, when, people, agencies }: Question,
	offered: Answers = {},
): AsQuestion {
	const cells = Object.entries(cellsOf(field));
	return {
		field: field.id,
		label,
		hint: field.hint ?? null,
		type: field.type,
		optional: field.optional,
		when: when ?? null,
		options: optionsOf(field, themes),
		people:
			field.type === "person" || field.type === "members"
				? people.map(({ id, name }) => ({ id, name }))
				: null,
		agencies: agencies ? agencies.map(({ id, name }) => ({ id, name })) : null,
		columns:
			cells.length > 0
				? cells.map(([name, cell]) => ({ name, label: cell.label, type: cell.type }))
				: null,
		offered: (offered[field.id] as AsQuestion["offered"]) ?? null,
	};
}

function optionsOf(field: Field, themes: Record<string, string>): AsQuestion["options"] {
	const all =
		field.type === "themes"
			? themes
			: field.type === "choice" || field.type === "choices"
				? field.options
				: undefined;
	return all ? Object.entries(all).map(([value, text]) => ({ value, text })) : null;
}

/** Answers, and what was doubted of them and is right all the same. */
export const answering = {
	answers: answersGiven.default({}),
	confirms: z
		.record(z.string().max(400), z.string().max(100_000))
		.default({})
		.describe("Of faults that only ask to `confirm`: that text, under the place where it was."),
};

export type Given = { answers: Record<string, unknown>; confirms: Record<string, string> };

/** Reads answers as a page reads its form. @throws Problem 422 with every fault, each at its place */
export function readGiven(
	protocol: Protocol,
	questions: Question[],
	{ answers, confirms }: Given,
): Answers {
	const { values, faults } = inputsGiven(questions, answers);
	for (const [at, text] of Object.entries(confirms)) {
		const input = inputAtPlace(questions, at);
		if (input) values[isRight(input)] = text;
	}
	const read = readQuestions(protocol, questions, values);
	const found = [
		...faults,
		...foundIn(questions, withoutFaulty(read.errors ?? {}, questions, faults)),
	];
	if (!read.answers || found.length > 0) throw doesNotFit(found);
	return read.answers;
}

/** What is wrong in the inputs of a page, at its place in what was sent. */
export const foundIn = (questions: Question[], errors: FormErrors): Found[] =>
	Object.entries(errors).flatMap(([input, error]) =>
		error
			? {
					at: placeOf(questions, input),
					says: error.text,
					...(error.doubted !== undefined && { confirm: error.doubted }),
				}
			: [],
	);

/** What was said of an answer whose shape is wrong is said once. */
const withoutFaulty = (errors: FormErrors, questions: Question[], faults: Found[]): FormErrors =>
	Object.fromEntries(
		Object.entries(errors).filter(
			([input]) => !faults.some(({ at }) => at.startsWith(rootOf(placeOf(questions, input)))),
		),
	);

const rootOf = (place: string): string => place.split("/").slice(0, 3).join("/");

/** The inputs that a page would send for these answers; what has no place on it is a fault, and never lost. */
export function inputsGiven(
	questions: Question[],
	answers: Given["answers"],
): { values: Record<string, FormValues[string]>; faults: Found[] } {
	const values: Record<string, FormValues[string]> = {};
	const faults: Found[] = [];
	for (const field of Object.keys(answers))
		if (!questions.some((question) => question.field.id === field))
			faults.push({ at: `#/answers/${field}`, says: "This is not asked here" });
	for (const question of questions) {
		const { field } = question;
		const given = answers[field.id];
		if (given === undefined) continue;
		const under = `#/answers/${field.id}`;
		const { data, error } = shapeOfAnswer[field.type].safeParse(given);
		if (error) {
			faults.push(...faultsIn(error, under));
			continue;
		}
		faults.push(...unknownCells(field, data, under));
		try {
			Object.assign(values, inputsOf(question, data as Answer));
		} catch (problem) {
			if (!(problem instanceof RangeError)) throw problem;
			faults.push({
				at: under,
				says: "Write a day as 2026-03-26, a moment as 2026-03-26T14:15 and a time as 14:15",
			});
		}
	}
	return { values, faults };
}

/** Columns that a row has and its question does not. */
function unknownCells(field: Field, answer: unknown, under: string): Found[] {
	if (!["table", "children", "adults"].includes(field.type)) return [];
	const known = cellsOf(field);
	return (answer as Record<string, unknown>[]).flatMap((row, nth) => {
		const [cells, inside] =
			field.type === "table" ? [row, ""] : [(row.facts ?? {}) as object, "/facts"];
		return Object.keys(cells)
			.filter((cell) => !Object.hasOwn(known, cell))
			.map((cell) => ({ at: `${under}/${nth}${inside}/${cell}`, says: "This is not asked here" }));
	});
}

/** Where in what was sent an input of a page is: `#/answers/children/0/dateOfBirth`. */
function placeOf(questions: Question[], input: string): string {
	const question = questions.find(({ name }) => isInputOf(name, input));
	if (!question) return "#";
	const { field, name } = question;
	const [, row, column] = /^-(\d+)-(.+)$/.exec(input.slice(name.length)) ?? [];
	const at = `#/answers/${field.id}`;
	if (row === undefined || column === undefined) return at;
	const cell = Object.keys(cellsOf(field)).find((each) => columnOf(field, each) === column);
	if (cell === undefined) return `${at}/${row}/${column}`;
	return `${at}/${row}/${field.type === "table" ? cell : `facts/${cell}`}`;
}

/** The input of a page that such a place names; undefined for none. */
function inputAtPlace(questions: Question[], at: string): string | undefined {
	const [, id, row, first, second] =
		/^#\/answers\/([^/]+)(?:\/(\d+)\/([^/]+)(?:\/([^/]+))?)?$/.exec(at) ?? [];
	const question = questions.find(({ field }) => field.id === id);
	if (!question) return undefined;
	const { field, name } = question;
	if (row === undefined || first === undefined) return name;
	const cell = field.type === "table" ? first : second;
	return `${name}-${row}-${cell === undefined ? first : columnOf(field, cell)}`;
}
