/**
 * Reads the inputs of questions into the answers that the rules take, and leads each fault to the input that it is in.
 * What an answer may be, the rules say; what a page fills its inputs with is in inputs-of.ts.
 */

import { type DatePart, readTypedTime } from "../../../domain/calendar/typed-day.ts";
import { startingSmall } from "../../../domain/english.ts";
import { namedInFull } from "../../../domain/people/find-by-letters.ts";
import { type Answer, type Answers, readAnswers } from "../../../domain/protocol/answers.ts";
import { cellsOf, type Protocol } from "../../../domain/protocol/protocol.ts";
import type { Said } from "../../../domain/said.ts";
import {
	dateOf,
	type FormError,
	type FormErrors,
	type FormValues,
	typedList,
	typedText,
} from "../../kit/form.ts";
import { say, sayIt } from "../../kit/say.tsx";
import { cellAt, columnOf, firstColumnOf, inputAt, rowCalled } from "./columns.ts";
import { findInput, listsPeople, somebodyElse } from "./person-input.tsx";
import { isAsked, isRight, type Question } from "./question.ts";
import { countRows } from "./rows.ts";

/** What was entered for one question, and which of its inputs cannot be understood. */
type Entered = { given: unknown; faults: Record<string, FormError> };

/**
 * Reads what was typed into the answers that the rules take.
 *
 * @returns every answer, or what is wrong, by input and in the order of the questions; a follow-up is read only where
 *   its question is answered so, and else neither kept nor wrong
 */
export function readQuestions(
	protocol: Protocol,
	questions: Question[],
	values: FormValues,
): { answers: Answers; errors?: undefined } | { answers?: undefined; errors: FormErrors } {
	const answers: Answers = {};
	const errors: Record<string, FormError> = {};
	for (const question of questions) {
		if (!isAsked(question, questions, answers)) continue;
		const { field, name, label } = question;
		const { given, faults } = readEntered(question, values);
		const read = readAnswers(protocol, [field.id], { [field.id]: given });
		for (const [at, text] of Object.entries(read.errors ?? {})) {
			const input = hasRows(question) ? inputAt(field, name, at) : name;
			errors[input] = faults[input] ?? {
				text: whichRow(question, sayIt(labelled(text, field.label, label)), at, given),
				href: `#${firstInputOf(question, input)}`,
			};
		}
		Object.assign(errors, faults, foundIn(question, read.answers?.[field.id], values));
		if (read.answers) Object.assign(answers, read.answers);
	}
	return Object.keys(errors).length > 0 ? { errors } : { answers };
}

/** Every answer that reads well, whatever is wrong with the others. */
export function answersSoFar(
	protocol: Protocol,
	questions: Question[],
	values: FormValues,
): Answers {
	const answers: Answers = {};
	for (const question of questions)
		if (isAsked(question, questions, answers))
			Object.assign(answers, readQuestions(protocol, [question], values).answers);
	return answers;
}

/** The questions that are asked, by what is typed in them so far. */
export function questionsAsked(
	protocol: Protocol,
	questions: Question[],
	values: FormValues,
): Question[] {
	const answers = answersSoFar(protocol, questions, values);
	return questions.filter((question) => isAsked(question, questions, answers));
}

/** What is found in an answer, at its inputs; what somebody said is right is not asked about again until it changes. */
function foundIn(
	question: Question,
	answer: Answer | undefined,
	values: FormValues,
): Record<string, FormError> {
	const { field, name, findings } = question;
	const errors: Record<string, FormError> = {};
	for (const { at, says, doubted } of (answer !== undefined && findings?.(answer)) || []) {
		const fault = at === "" ? field.id : `${field.id}-${at}`;
		const input = at === "" ? name : inputAt(field, name, fault);
		if (doubted !== undefined && typedText(values, isRight(input)) === doubted) continue;
		errors[input] ??= {
			text: whichRow(question, sayIt(says), fault, answer),
			...(doubted === undefined
				? { href: `#${firstInputOf(question, input)}` }
				: { href: `#${isRight(input)}`, parts: [], doubted }),
		};
	}
	return errors;
}

/** A fault with the question as its page asks it, with names in it. */
const labelled = ({ strings, values }: Said, label: string, asked: string): Said => ({
	strings,
	values: values.map((value) => (value === label ? asked : value)),
});

/** A fault in a row, with which of several it is in. */
function whichRow({ field }: Question, text: string, at: string, given: unknown): string {
	const who = /-(\d+)-who/.exec(at)?.[1];
	if (who !== undefined) return say`Say who person ${Number(who) + 1} is`;
	const row = /^-(\d+)-/.exec(at.slice(field.id.length))?.[1];
	return row === undefined || !Array.isArray(given) || given.length < 2
		? text
		: say`${text} (${startingSmall(rowCalled(field))} ${Number(row) + 1})`;
}

const hasRows = ({ field }: Question): boolean => firstColumnOf(field) !== undefined;

function readEntered(question: Question, values: FormValues): Entered {
	const { field, name, label } = question;
	const text = (column = "") => typedText(values, name + column);
	switch (field.type) {
		case "text":
		case "long-text":
		case "choice":
		case "number":
			return { given: text(), faults: {} };
		case "choices":
		case "themes":
			return { given: typedList(values, name).filter(Boolean), faults: {} };
		case "day":
			return readDay(values, name, `“${label}”`);
		case "moment":
			return readMoment(values, name, label);
		case "person": {
			const given = readPerson(question, values);
			const letters = lettersIn(question, values, name);
			return { given, faults: given === undefined ? choseNobody(name, letters) : {} };
		}
		case "members":
			return readRows(values, name, (row) => readMember(question, values, row));
		case "time":
			return readTime(values, name, label);
		case "agency":
			return { given: readAgency(question, text(), text("-name")), faults: {} };
		case "agencies":
			return readRows(values, name, (row) => ({
				given: readAgency(
					question,
					typedText(values, `${row}-agency`),
					typedText(values, `${row}-name`),
				) ?? { name: "" },
				faults: {},
			}));
		case "children":
		case "adults":
			return readRows(values, name, (row) => {
				const text = (column: string) => typedText(values, `${row}-${column}`);
				const born = readDay(values, `${row}-dateOfBirth`, say`Date of birth`);
				const facts = readCells(question, values, row);
				return {
					given: {
						name: text("name"),
						dateOfBirth: born.given,
						identifier: text("identifier"),
						...(text("unborn") === "yes" && { unborn: true }),
						...(text("birthUnknown") === "yes" && { birthUnknown: true }),
						...(text("age").trim() !== "" && { age: text("age") }),
						...(Object.keys(facts.given).length > 0 && { facts: facts.given }),
					},
					faults: { ...born.faults, ...facts.faults },
				};
			});
		case "table":
			return readRows(values, name, (row) => readCells(question, values, row));
		case "actions":
			return readRows(values, name, (row) => {
				const by = readDay(values, `${row}-by`, say`By when`);
				return {
					given: {
						what: typedText(values, `${row}-what`),
						who: typedText(values, `${row}-who`),
						by: by.given,
					},
					faults: by.faults,
				};
			});
	}
}

/** What was entered in a row for each thing that the protocol asks in it. */
function readCells({ field }: Question, values: FormValues, row: string) {
	const given: Record<string, string> = {};
	const faults: Record<string, FormError> = {};
	for (const [name, { type, label }] of Object.entries(cellsOf(field))) {
		const input = `${row}-${columnOf(field, name)}`;
		if (type !== "day") given[name] = typedText(values, input);
		else {
			const day = readDay(values, input, `“${label}”`);
			given[name] = day.given;
			Object.assign(faults, day.faults);
		}
	}
	return { given, faults };
}

/** An agency of the directory; typed by its name it is the same one. What is typed goes before what is chosen. */
function readAgency({ agencies = [] }: Question, chosen: string, name: string) {
	const typed = name.trim();
	const agency = agencies.find((each) =>
		typed ? each.name.toLowerCase() === typed.toLowerCase() : each.id === chosen,
	);
	if (agency) return { id: agency.id, name: agency.name };
	return typed ? { name: typed } : undefined;
}

function readTime(values: FormValues, name: string, label: string): Entered {
	const typed = typedText(values, name);
	const given = readTypedTime(typed) ?? "";
	return {
		given,
		faults:
			given === "" && typed.trim() !== ""
				? {
						[name]: {
							text: say`“${label}” must be a time, like 2:15pm or 14:15`,
							href: `#${name}`,
						},
					}
				: {},
	};
}

/**
 * Somebody of the directory, with the agency they are of; else a name, with an agency that may be one of the partnership’s.
 * Letters of a name alone are nobody yet.
 */
function readMember(
	question: Question,
	values: FormValues,
	row: string,
): Entered & { given: Record<string, unknown> } {
	const { people } = question;
	const text = (column: string) => typedText(values, `${row}-${column}`).trim();
	const there = { as: text("as"), interest: text("interest") };
	const letters = lettersIn(question, values, row);
	const person = namedInFull(people, letters) ?? people.find(({ id }) => id === text("who"));
	if (person)
		return { given: { who: { id: person.id }, agency: person.agencyId, ...there }, faults: {} };
	return {
		given: { ...outsider(question, text), ...there },
		faults: text("name") === "" ? choseNobody(`${row}-who`, letters, findInput(row)) : {},
	};
}

/** What was typed to find somebody of many. @param name of the input of whom is chosen */
const lettersIn = ({ people }: Question, values: FormValues, name: string): string =>
	listsPeople(people) ? typedText(values, findInput(name)).trim() : "";

/** Letters that chose nobody are not lost without a word, also where nobody need be named. */
const choseNobody = (
	input: string,
	letters: string,
	find = findInput(input),
): Record<string, FormError> =>
	letters === "" ? {} : { [input]: { text: say`Choose who “${letters}” is`, href: `#${find}` } };

function outsider({ members }: Question, text: (column: string) => string) {
	const typed = text("agency");
	const agency = members?.agencies.find(({ name }) => name.toLowerCase() === typed.toLowerCase());
	return {
		who: { name: text("name") },
		agency: agency?.id ?? typed,
		...(agency && { agencyName: agency.name }),
	};
}

/** @returns `given` is an ISO day, or empty where nothing or nonsense was entered */
function readDay(values: FormValues, name: string, called: string) {
	const typed = {
		day: typedText(values, `${name}-day`).trim(),
		month: typedText(values, `${name}-month`).trim(),
		year: typedText(values, `${name}-year`).trim(),
	};
	if (Object.values(typed).every((part) => part === "")) return { given: "", faults: {} };
	const read = dateOf({ name: called, missing: "" }).safeParse(typed);
	if (read.success) return { given: read.data, faults: {} };
	const [issue] = read.error.issues;
	const parts = (issue as { params?: { parts?: DatePart[] } } | undefined)?.params?.parts ?? [
		"day",
	];
	return {
		given: "",
		faults: {
			[name]: {
				text: issue?.message ?? say`${called} must be a real date`,
				href: `#${name}-${parts[0]}`,
				parts,
			},
		},
	};
}

/** @returns `given` is a local date and time, ISO without zone, or empty */
export function readMoment(
	values: FormValues,
	name: string,
	label: string,
): { given: string; faults: Record<string, FormError> } {
	const { given: day, faults } = readDay(values, name, `“${label}”`);
	const typed = typedText(values, `${name}-time`);
	const time = readTypedTime(typed);
	if (Object.keys(faults).length > 0 || (day === "" && typed.trim() === ""))
		return { given: "", faults };
	if (day === "")
		return {
			given: "",
			faults: { [name]: { text: say`“${label}” must include a date`, href: `#${name}-day` } },
		};
	if (!time)
		return {
			given: "",
			faults: {
				[name]: {
					text: say`“${label}” must include a time, like 2:15pm or 14:15`,
					href: `#${name}-time`,
					parts: [],
				},
			},
		};
	return { given: `${day}T${time}`, faults: {} };
}

/** Only somebody who was on offer is taken by identifier: a page that was tampered with names nobody. */
function readPerson(question: Question, values: FormValues): unknown {
	const { name, people } = question;
	const chosen = typedText(values, name);
	const other = typedText(values, `${name}-name`);
	const named = namedInFull(people, lettersIn(question, values, name));
	if (named) return { id: named.id };
	if (people.some(({ id }) => id === chosen)) return { id: chosen };
	if (people.length > 0 && chosen !== somebodyElse) return undefined;
	return other.trim() ? { name: other } : undefined;
}

/** A first row in which nothing was entered is none: whether there must be one is for the rules to say. */
function readRows(
	values: FormValues,
	name: string,
	read: (row: string) => Entered & { given: Record<string, unknown> },
): Entered {
	const rows = Array.from({ length: countRows(values, name) }, (_, index) =>
		read(`${name}-${index}`),
	).filter(
		({ given, faults }) => Object.keys(faults).length > 0 || Object.values(given).some(isFilledIn),
	);
	return {
		given: rows.map(({ given }) => given),
		faults: Object.assign({}, ...rows.map(({ faults }) => faults)),
	};
}

const isFilledIn = (given: unknown): boolean =>
	typeof given === "string"
		? given.trim() !== ""
		: given === true ||
			(typeof given === "object" && given !== null && Object.values(given).some(isFilledIn));

/** The input that an error leads to. @param at where in a list, such as `children-0-name` */
export function firstInputOf(question: Question, at = question.name): string {
	const { field, name, people, agencies = [] } = question;
	const asked = cellAt(field, name, at);
	if (asked) return asked.type === "day" ? `${at}-day` : at;
	switch (field.type) {
		case "day":
		case "moment":
			return `${name}-day`;
		case "person":
			return people.length === 0 ? `${name}-name` : listsPeople(people) ? findInput(name) : name;
		case "members": {
			const input = at === name ? `${name}-0-who` : at;
			return people.length > 0
				? input.replace(/-who(?:-name)?$/, listsPeople(people) ? "-find" : "-who")
				: input.replace(/-who(?:-name)?$/, "-name");
		}
		case "children":
		case "adults":
			if (at === name) return `${name}-0-name`;
			return at.endsWith("-dateOfBirth") ? `${at}-day` : at;
		case "agency":
			return agencies.length === 0 ? `${name}-name` : name;
		case "agencies": {
			const row = at === name ? `${name}-0` : at.replace(/-agency$/, "");
			return `${row}-${agencies.length === 0 ? "name" : "agency"}`;
		}
		case "table":
			return at === name ? firstInputOf(question, `${name}-0-${firstColumnOf(field)}`) : at;
		case "actions":
			if (at === name) return `${name}-0-what`;
			return at.endsWith("-by") ? `${at}-day` : at;
		default:
			return name;
	}
}
