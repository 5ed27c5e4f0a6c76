import { type Answers, readAnswers } from "../../../domain/protocol/answers.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import {
	type DatePart,
	dateOf,
	type FormError,
	type FormErrors,
	type FormValues,
	parseTime,
	typedList,
	typedText,
} from "../../kit/form.ts";
import { listsPeople, somebodyElse } from "./person-input.tsx";
import type { Question } from "./question.ts";
import { countRows } from "./rows.ts";

/** What was entered for one question, and which of its inputs cannot be understood. */
type Entered = { given: unknown; faults: Record<string, FormError> };

/**
 * Reads what was typed into the answers that the rules take.
 *
 * @returns every answer, or what is wrong, by input and in the order of the questions
 */
export function readQuestions(
	protocol: Protocol,
	questions: Question[],
	values: FormValues,
): { answers: Answers; errors?: undefined } | { answers?: undefined; errors: FormErrors } {
	const answers: Answers = {};
	const errors: Record<string, FormError> = {};
	for (const question of questions) {
		const { field, name, label } = question;
		const { given, faults } = readEntered(question, values);
		const read = readAnswers(protocol, [field.id], { [field.id]: given });
		for (const [at, text] of Object.entries(read.errors ?? {})) {
			const input = hasRows(question) ? name + at.slice(field.id.length) : name;
			errors[input] = faults[input] ?? {
				text: whichRow(text, at).replace(field.label, label),
				href: `#${firstInputOf(question, input)}`,
			};
		}
		Object.assign(errors, faults);
		if (read.answers) Object.assign(answers, read.answers);
	}
	return Object.keys(errors).length > 0 ? { errors } : { answers };
}

/** Of several people, the one of whom it is not said who they are. */
const whichRow = (text: string, at: string): string => {
	const row = /-(\d+)-who/.exec(at)?.[1];
	return row === undefined ? text : `Say who person ${Number(row) + 1} is`;
};

const hasRows = ({ field }: Question): boolean =>
	["children", "adults", "members", "actions"].includes(field.type);

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
		case "person":
			return { given: readPerson(question, values), faults: {} };
		case "members":
			return readRows(values, name, (row) => ({
				given: readMember(question, values, row),
				faults: {},
			}));
		case "children":
		case "adults":
			return readRows(values, name, (row) => {
				const born = readDay(values, `${row}-dateOfBirth`, "Date of birth");
				return {
					given: {
						name: typedText(values, `${row}-name`),
						dateOfBirth: born.given,
						identifier: typedText(values, `${row}-identifier`),
						...(typedText(values, `${row}-unborn`) === "yes" && { unborn: true }),
					},
					faults: born.faults,
				};
			});
		case "actions":
			return readRows(values, name, (row) => {
				const by = readDay(values, `${row}-by`, "By when");
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

/** Somebody of the directory, with the agency they are of; else a name, with an agency that may be one of the partnership’s. */
function readMember({ people, members }: Question, values: FormValues, row: string) {
	const text = (column: string) => typedText(values, `${row}-${column}`).trim();
	const there = { as: text("as"), interest: text("interest") };
	const person = people.find(({ id }) => id === text("who"));
	if (person) return { who: { id: person.id }, agency: person.agencyId, ...there };
	const typed = text("agency");
	const agency = members?.agencies.find(({ name }) => name.toLowerCase() === typed.toLowerCase());
	return {
		who: { name: text("name") },
		agency: agency?.id ?? typed,
		...(agency && { agencyName: agency.name }),
		...there,
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
				text: issue?.message ?? `${called} must be a real date`,
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
	const time = parseTime(typed);
	if (Object.keys(faults).length > 0 || (day === "" && typed.trim() === ""))
		return { given: "", faults };
	if (day === "")
		return {
			given: "",
			faults: { [name]: { text: `“${label}” must include a date`, href: `#${name}-day` } },
		};
	if (!time)
		return {
			given: "",
			faults: {
				[name]: {
					text: `“${label}” must include a time, like 2:15pm or 14:15`,
					href: `#${name}-time`,
					parts: [],
				},
			},
		};
	return { given: `${day}T${time}`, faults: {} };
}

/** Only somebody who was on offer is taken by identifier: a page that was tampered with names nobody. */
function readPerson({ name, people }: Question, values: FormValues): unknown {
	const chosen = typedText(values, name);
	const other = typedText(values, `${name}-name`);
	const isChosen = people.some(({ id }) => id === chosen);
	if (isChosen && !(listsPeople(people) && other.trim())) return { id: chosen };
	if (people.length > 0 && chosen !== somebodyElse && !listsPeople(people)) return undefined;
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
export function firstInputOf({ field, name, people }: Question, at = name): string {
	switch (field.type) {
		case "day":
		case "moment":
			return `${name}-day`;
		case "person":
			return people.length === 0 ? `${name}-name` : name;
		case "members": {
			const input = at === name ? `${name}-0-who` : at;
			return people.length > 0
				? input.replace(/-who-name$/, "-who")
				: input.replace(/-who(?:-name)?$/, "-name");
		}
		case "children":
		case "adults":
			if (at === name) return `${name}-0-name`;
			return at.endsWith("-dateOfBirth") ? `${at}-day` : at;
		case "actions":
			if (at === name) return `${name}-0-what`;
			return at.endsWith("-by") ? `${at}-day` : at;
		default:
			return name;
	}
}
