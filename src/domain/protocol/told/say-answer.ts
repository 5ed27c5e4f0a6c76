import { saidDate, saidMoment, saidTime } from "../../calendar/day-in-words.ts";
import { withColon } from "../../english.ts";
import { sayIdentifier } from "../../nhs-number.ts";
import { type SpokenTo, sayTo, timeTo } from "../../said.ts";
import type {
	Answer,
	Child,
	Member,
	NamedAgency,
	NamedPerson,
	PromisedAction,
	TableRow,
} from "../answers.ts";
import type { Cell } from "../file/field.ts";
import { cellsOf, type Field, isAgencySide, type Protocol, sayParty } from "../protocol.ts";

/** Whom identifiers of people stand for, and how whoever reads the answer is spoken to. */
export type AnswerNames = SpokenTo & {
	people: ReadonlyMap<string, { name: string; jobTitle: string; agencyName: string }>;
};

/** More facts of a child than this have no column each: they would not fit across a page beside name, birth and identifier. */
const mostFactsAcross = 3;

/** An answer that is a list of rows, under the names of its columns. */
export type AnswerTable = { columns: string[]; rows: string[][] };

/**
 * An answer as plain text, for a page, a letter or a child's record.
 *
 * @returns lists have one line for each row; text keeps the line breaks it was typed with
 */
export function sayAnswer(
	protocol: Protocol,
	field: Field,
	answer: Answer,
	names: AnswerNames,
): string {
	switch (field.type) {
		case "text":
		case "long-text":
			return answer as string;
		case "day":
			return timeTo(names, saidDate(answer as string));
		case "moment":
			return timeTo(names, saidMoment(Temporal.PlainDateTime.from(answer as string)));
		case "time":
			return timeTo(names, saidTime(Temporal.PlainTime.from(answer as string)));
		case "choice":
			return field.options[answer as string] ?? (answer as string);
		case "choices":
			return (answer as string[]).map((option) => field.options[option] ?? option).join("; ");
		case "number":
			return answer as string;
		case "members":
			return (answer as Member[]).map((member) => sayMember(protocol, member, names)).join("\n");
		case "themes":
			return (answer as string[]).map((theme) => protocol.themes[theme] ?? theme).join("; ");
		case "person":
			return sayNamedPerson(answer as NamedPerson, names);
		case "agency":
			return (answer as NamedAgency).name;
		case "agencies":
			return (answer as NamedAgency[]).map(({ name }) => name).join("; ");
		case "children":
		case "adults":
			return (answer as Child[]).map((child) => sayChild(field, child, names)).join("\n");
		case "table":
			return (answer as TableRow[])
				.map((row) => sayCells(cellsOf(field), row, names).join("; "))
				.join("\n");
		case "actions":
			return (answer as PromisedAction[])
				.map(({ what, who, by }) => sayTo(names)`${what} (${who}, by ${saidDate(by)})`)
				.join("\n");
	}
}

/** The rows of an answer that is a list, for a table; undefined for every other. A column that nobody filled in is left out. */
export function tableOfAnswer(
	protocol: Protocol,
	field: Field,
	answer: Answer,
	names: AnswerNames,
): AnswerTable | undefined {
	const say = sayTo(names);
	if (field.type === "members")
		return withoutEmptyColumns({
			columns: [say`Who`, say`As`, say`Interest declared`],
			rows: (answer as Member[]).map((member) => [
				sayWho(member, names),
				sayAs(protocol, member.as),
				member.interest,
			]),
		});
	const cells = Object.entries(cellsOf(field));
	const isFolded = field.type !== "table" && cells.length > mostFactsAcross;
	const labels = isFolded ? [say`What else is known`] : cells.map(([, { label }]) => label);
	const inCells = (row: Record<string, string> = {}) =>
		isFolded
			? [sayCells(cellsOf(field), row, names).join("; ")]
			: cells.map(([name, cell]) => sayCell(cell, row[name], names));
	if (field.type === "table")
		return withoutEmptyColumns({ columns: labels, rows: (answer as TableRow[]).map(inCells) });
	if (field.type === "children" || field.type === "adults")
		return withoutEmptyColumns({
			columns: [say`Name`, say`Date of birth or age`, say`Identifier`, ...labels],
			rows: (answer as Child[]).map((child) => [
				child.name,
				sayBirth(child, names),
				sayIdentifier(child.identifier),
				...inCells(child.facts),
			]),
		});
	if (field.type === "actions")
		return {
			columns: [say`Action`, say`Who`, say`By when`],
			rows: (answer as PromisedAction[]).map(({ what, who, by }) => [
				what,
				who,
				timeTo(names, saidDate(by)),
			]),
		};
	return undefined;
}

function sayNamedPerson(named: NamedPerson, names: AnswerNames): string {
	if ("name" in named) return named.name;
	const person = names.people.get(named.id);
	return person
		? `${person.name}, ${person.jobTitle}, ${person.agencyName}`
		: sayTo(names)`Somebody who is not in the directory`;
}

/** "Ian Cole, Business Unit Manager, Harbour Vale Council" or "Dr Example, Northside Trust" */
const sayWho = ({ who, agency, agencyName = agency }: Member, names: AnswerNames): string =>
	"id" in who ? sayNamedPerson(who, names) : [who.name, agencyName].filter(Boolean).join(", ");

function sayMember(protocol: Protocol, member: Member, names: AnswerNames): string {
	const say = sayTo(names);
	const who = sayWho(member, names);
	const there = member.as ? say`${who}, as ${sayAs(protocol, member.as)}` : who;
	return member.interest ? say`${there}; declared an interest: ${member.interest}` : there;
}

/** In what somebody is there: a party or a role in words; what is neither, as it is. */
export function sayAs(protocol: Protocol, as: string): string {
	const [side = "", role = ""] = as.split(" ");
	if (isAgencySide(side) && Object.hasOwn(protocol.roles, role))
		return sayParty(protocol, { side, role });
	return Object.hasOwn(protocol.roles, as) ? (protocol.roles[as]?.called ?? as) : as;
}

/** "14 September 2018", "unborn, expected 3 May 2026", "about 7 years old", "not known" */
function sayBirth(child: Child, names: AnswerNames): string {
	const { dateOfBirth, unborn, age, birthUnknown } = child;
	const say = sayTo(names);
	if (unborn && dateOfBirth) return say`unborn, expected ${saidDate(dateOfBirth)}`;
	if (unborn) return birthUnknown ? say`unborn, expected date not known` : say`unborn`;
	if (dateOfBirth) return timeTo(names, saidDate(dateOfBirth));
	if (age) return sayAge(age, names);
	return birthUnknown ? say`not known` : "";
}

function sayAge(years: string, names: SpokenTo): string {
	const say = sayTo(names);
	if (Number(years) === 0) return say`under 1 year old`;
	return years === "1" ? say`about 1 year old` : say`about ${years} years old`;
}

function sayChild(field: Field, child: Child, names: AnswerNames): string {
	const say = sayTo(names);
	const { dateOfBirth, unborn, birthUnknown, age } = child;
	const birth =
		!unborn && dateOfBirth
			? say`born ${saidDate(dateOfBirth)}`
			: !unborn && birthUnknown && !age
				? say`date of birth not known`
				: sayBirth(child, names);
	return [
		child.name,
		birth,
		sayIdentifier(child.identifier),
		...sayCells(cellsOf(field), child.facts, names),
	]
		.filter(Boolean)
		.join(", ");
}

/** "School: Oakfield Primary School", for each that was filled in. */
const sayCells = (
	cells: Record<string, Cell>,
	row: Record<string, string> | undefined,
	names: AnswerNames,
): string[] =>
	Object.entries(cells).flatMap(([name, cell]) => {
		const said = sayCell(cell, row?.[name], names);
		return said ? [`${withColon(cell.label)} ${said}`] : [];
	});

const sayCell = (
	{ type, options = {} }: Cell,
	given: string | undefined,
	names: AnswerNames,
): string => {
	if (!given) return "";
	if (type === "day") return timeTo(names, saidDate(given));
	return type === "choice" ? (options[given] ?? given) : given;
};

function withoutEmptyColumns({ columns, rows }: AnswerTable): AnswerTable {
	const isFilledIn = (_: string, index: number) => rows.some((row) => row[index]);
	return {
		columns: columns.filter(isFilledIn),
		rows: rows.map((row) => row.filter(isFilledIn)),
	};
}
