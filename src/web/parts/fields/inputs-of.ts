import type {
	Answer,
	Answers,
	Child,
	Member,
	NamedAgency,
	NamedPerson,
	PromisedAction,
	TableRow,
} from "../../../domain/protocol/answers.ts";
import { cellsOf, type Field } from "../../../domain/protocol/protocol.ts";
import { timeInWords } from "../../kit/dates.ts";
import { dateValues, type FormValues } from "../../kit/form.ts";
import { columnOf } from "./columns.ts";
import { somebodyElse } from "./person-input.tsx";
import { isInputOf, type Question } from "./question.ts";

/** The inputs of a question, filled in with an answer. */
export function inputsOf(question: Question, answer: Answer): FormValues {
	const { field, name } = question;
	switch (field.type) {
		case "text":
		case "long-text":
		case "choice":
		case "number":
			return { [name]: answer as string };
		case "choices":
		case "themes":
			return { [name]: answer as string[] };
		case "day":
			return dateValues(name, answer as string);
		case "moment": {
			const moment = Temporal.PlainDateTime.from(answer as string);
			return { ...dateValues(name, moment.toPlainDate()), [`${name}-time`]: timeInWords(moment) };
		}
		case "time":
			return { [name]: timeInWords(Temporal.PlainTime.from(answer as string)) };
		case "agency": {
			const agency = answer as NamedAgency;
			return "id" in agency ? { [name]: agency.id } : { [`${name}-name`]: agency.name };
		}
		case "agencies":
			return inRows(
				name,
				(answer as NamedAgency[]).map((agency) =>
					"id" in agency ? { agency: agency.id, name: "" } : { agency: "", name: agency.name },
				),
				[],
			);
		case "person": {
			const person = answer as NamedPerson;
			if ("id" in person) return { [name]: person.id };
			return {
				[name]: somebodyElse,
				[`${name}-name`]: person.name,
			};
		}
		case "children":
		case "adults":
			return inRows(
				name,
				(answer as Child[]).map(({ unborn, birthUnknown, facts, age, ...child }) => ({
					...child,
					...(age && { age }),
					...(unborn && { unborn: "yes" }),
					...(birthUnknown && { birthUnknown: "yes" }),
					...inColumns(field, facts),
				})),
				["dateOfBirth", ...dayColumns(field)],
			);
		case "table":
			return inRows(
				name,
				(answer as TableRow[]).map((row) => inColumns(field, row)),
				dayColumns(field),
			);
		case "members":
			return inRows(
				name,
				(answer as Member[]).map(({ who, agency, agencyName = agency, as, interest }) => ({
					...("id" in who ? { who: who.id } : { who: "", name: who.name, agency: agencyName }),
					as,
					interest,
				})),
				[],
			);
		case "actions":
			return inRows(name, answer as PromisedAction[], ["by"]);
	}
}

/** What was answered in a row, by the columns that its page has. */
const inColumns = (field: Field, row: TableRow = {}): Record<string, string> =>
	Object.fromEntries(
		Object.keys(cellsOf(field)).map((cell) => [columnOf(field, cell), row[cell] ?? ""]),
	);

const dayColumns = (field: Field): string[] =>
	Object.entries(cellsOf(field)).flatMap(([name, { type }]) =>
		type === "day" ? [columnOf(field, name)] : [],
	);

const inRows = (name: string, rows: Record<string, string>[], days: string[]): FormValues =>
	Object.assign(
		{},
		...rows.flatMap((row, index) =>
			Object.entries(row).map(([column, text]) => {
				const input = `${name}-${index}-${column}`;
				if (!days.includes(column)) return { [input]: text };
				return text ? dateValues(input, text) : {};
			}),
		),
	);

/** What a page starts with: what was typed in its questions before, as it was typed, else the answers offered. */
export const startingValues = (
	questions: Question[],
	typed: FormValues,
	offered: Answers,
): FormValues =>
	Object.assign(
		{},
		...questions.map((question) => {
			const own = Object.entries(typed).filter(([input]) => isInputOf(question.name, input));
			if (own.length > 0) return Object.fromEntries(own);
			const answer = offered[question.field.id];
			return answer === undefined ? rowsToBeginWith(question) : inputsOf(question, answer);
		}),
	);

/** A row for each who must be there. */
const rowsToBeginWith = ({ name, members }: Question): FormValues =>
	inRows(
		name,
		(members?.rows ?? []).map((as) => ({ who: "", as })),
		[],
	);
