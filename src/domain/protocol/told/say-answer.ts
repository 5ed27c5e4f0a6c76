import { sayDate, sayMoment, sayTime } from "../../calendar/day-in-words.ts";
import { sayIdentifier } from "../../nhs-number.ts";
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

/** Whom identifiers of people stand for. */
export type People = ReadonlyMap<string, { name: string; jobTitle: string; agencyName: string }>;

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
	people: People,
): string {
	switch (field.type) {
		case "text":
		case "long-text":
			return answer as string;
		case "day":
			return sayDate(answer as string);
		case "moment":
			return sayMoment(Temporal.PlainDateTime.from(answer as string));
		case "time":
			return sayTime(Temporal.PlainTime.from(answer as string));
		case "choice":
			return field.options[answer as string] ?? (answer as string);
		case "choices":
			return (answer as string[]).map((option) => field.options[option] ?? option).join("; ");
		case "number":
			return answer as string;
		case "members":
			return (answer as Member[]).map((member) => sayMember(protocol, member, people)).join("\n");
		case "themes":
			return (answer as string[]).map((theme) => protocol.themes[theme] ?? theme).join("; ");
		case "person":
			return sayNamedPerson(answer as NamedPerson, people);
		case "agency":
			return (answer as NamedAgency).name;
		case "agencies":
			return (answer as NamedAgency[]).map(({ name }) => name).join("; ");
		case "children":
		case "adults":
			return (answer as Child[]).map((child) => sayChild(field, child)).join("\n");
		case "table":
			return (answer as TableRow[])
				.map((row) => sayCells(cellsOf(field), row).join("; "))
				.join("\n");
		case "actions":
			return (answer as PromisedAction[])
				.map(({ what, who, by }) => `${what} (${who}, by ${sayDate(by)})`)
				.join("\n");
	}
}

/** The rows of an answer that is a list, for a table; undefined for every other. A column that nobody filled in is left out. */
export function tableOfAnswer(
	protocol: Protocol,
	field: Field,
	answer: Answer,
	people: People,
): AnswerTable | undefined {
	if (field.type === "members")
		return withoutEmptyColumns({
			columns: ["Who", "As", "Interest declared"],
			rows: (answer as Member[]).map((member) => [
				sayWho(member, people),
				sayAs(protocol, member.as),
				member.interest,
			]),
		});
	const cells = Object.entries(cellsOf(field));
	const isFolded = field.type !== "table" && cells.length > mostFactsAcross;
	const labels = isFolded ? ["What else is known"] : cells.map(([, { label }]) => label);
	const inCells = (row: Record<string, string> = {}) =>
		isFolded
			? [sayCells(cellsOf(field), row).join("; ")]
			: cells.map(([name, cell]) => sayCell(cell, row[name]));
	if (field.type === "table")
		return withoutEmptyColumns({ columns: labels, rows: (answer as TableRow[]).map(inCells) });
	if (field.type === "children" || field.type === "adults")
		return withoutEmptyColumns({
			columns: ["Name", "Date of birth or age", "Identifier", ...labels],
			rows: (answer as Child[]).map((child) => [
				child.name,
				sayBirth(child),
				sayIdentifier(child.identifier),
				...inCells(child.facts),
			]),
		});
	if (field.type === "actions")
		return {
			columns: ["Action", "Who", "By when"],
			rows: (answer as PromisedAction[]).map(({ what, who, by }) => [what, who, sayDate(by)]),
		};
	return undefined;
}

function sayNamedPerson(named: NamedPerson, people: People): string {
	if ("name" in named) return named.name;
	const person = people.get(named.id);
	return person
		? `${person.name}, ${person.jobTitle}, ${person.agencyName}`
		: "Somebody who is not in the directory";
}

/** "Ian Cole, Business Unit Manager, Harbour Vale Council" or "Dr Example, Northside Trust" */
const sayWho = ({ who, agency, agencyName = agency }: Member, people: People): string =>
	"id" in who ? sayNamedPerson(who, people) : [who.name, agencyName].filter(Boolean).join(", ");

const sayMember = (protocol: Protocol, member: Member, people: People): string =>
	`${sayWho(member, people)}${member.as && `, as ${sayAs(protocol, member.as)}`}${
		member.interest ? `; declared an interest: ${member.interest}` : ""
	}`;

/** In what somebody is there: a party or a role in words; what is neither, as it is. */
export function sayAs(protocol: Protocol, as: string): string {
	const [side = "", role = ""] = as.split(" ");
	if (isAgencySide(side) && Object.hasOwn(protocol.roles, role))
		return sayParty(protocol, { side, role });
	return Object.hasOwn(protocol.roles, as) ? (protocol.roles[as]?.called ?? as) : as;
}

/** "14 September 2018", "unborn, expected 3 May 2026", "about 7 years old", "not known" */
function sayBirth({ dateOfBirth, unborn, age, birthUnknown }: Child): string {
	if (unborn)
		return `unborn${dateOfBirth ? `, expected ${sayDate(dateOfBirth)}` : birthUnknown ? ", expected date not known" : ""}`;
	if (dateOfBirth) return sayDate(dateOfBirth);
	if (age) return sayAge(age);
	return birthUnknown ? "not known" : "";
}

const sayAge = (years: string): string =>
	Number(years) === 0
		? "under 1 year old"
		: `about ${years} ${years === "1" ? "year" : "years"} old`;

function sayChild(field: Field, child: Child): string {
	const { dateOfBirth, unborn, birthUnknown, age } = child;
	const birth = sayBirth(child);
	return [
		child.name,
		!unborn && dateOfBirth
			? `born ${birth}`
			: !unborn && birthUnknown && !age
				? "date of birth not known"
				: birth,
		sayIdentifier(child.identifier),
		...sayCells(cellsOf(field), child.facts),
	]
		.filter(Boolean)
		.join(", ");
}

/** "School: Oakfield Primary School", for each that was filled in. */
const sayCells = (cells: Record<string, Cell>, row: Record<string, string> = {}): string[] =>
	Object.entries(cells).flatMap(([name, cell]) => {
		const said = sayCell(cell, row[name]);
		return said ? [`${cell.label}${/[?:.]$/.test(cell.label) ? "" : ":"} ${said}`] : [];
	});

const sayCell = ({ type, options = {} }: Cell, given = ""): string =>
	type === "day" && given ? sayDate(given) : type === "choice" ? (options[given] ?? given) : given;

function withoutEmptyColumns({ columns, rows }: AnswerTable): AnswerTable {
	const isFilledIn = (_: string, index: number) => rows.some((row) => row[index]);
	return {
		columns: columns.filter(isFilledIn),
		rows: rows.map((row) => row.filter(isFilledIn)),
	};
}
