/**
 * People in a table, as a partnership keeps them in a spreadsheet: which column is which, and what each line says. A line
 * with a fault brings nobody, and says what is wrong in its own words.
 */

import type { TypedRow } from "../learning/old-log/typed-table.ts";
import { type Level, levels } from "../people/viewer.ts";
import { type Said, said, saidOfIssue, saidWhole } from "../said.ts";
import { likeness } from "../typed-text.ts";
import {
	type AddressHeld,
	faultOfAddress,
	inviteQuestions,
	levelNames,
	type OfficeToGive,
	type ToInvite,
} from "./invitation.ts";

export const peopleColumns = [
	"name",
	"email",
	"job",
	"agency",
	"level",
	"lead",
	"offices",
] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

export const peopleColumnNames: Record<PeopleColumn, string> = {
	name: "Name",
	email: "Work address",
	job: "Job",
	agency: "Agency",
	level: "Level",
	lead: "Safeguarding lead",
	offices: "Offices and posts",
};

/** Without these nobody can be read. */
export const columnsNeeded = [
	"name",
	"email",
	"job",
	"agency",
	"level",
] as const satisfies PeopleColumn[];

/** By their headings; what a file has not is left out. */
export type ColumnsOfPeople = Partial<Record<PeopleColumn, string>>;

const headings: Record<PeopleColumn, string[]> = {
	name: ["name", "fullname", "person"],
	email: ["workaddress", "email", "emailaddress", "workemail", "address", "mail"],
	job: ["job", "jobtitle", "post", "role", "title"],
	agency: ["agency", "organisation", "organization", "school", "employer"],
	level: ["level", "grade", "seniority"],
	lead: ["safeguardinglead", "lead", "dsl"],
	offices: ["officesandposts", "offices", "office", "posts"],
};

/** Which column is probably which, by its heading. */
export function guessPeopleColumns(given: readonly string[]): ColumnsOfPeople {
	const columns: ColumnsOfPeople = {};
	for (const column of peopleColumns) {
		const found = given.find((heading) => headings[column].includes(likeness(heading)));
		if (found !== undefined) columns[column] = found;
	}
	return columns;
}

/** By what lines are read. */
export type ReadingPeople = {
	headings: readonly string[];
	columns: ColumnsOfPeople;
	agencies: readonly { id: string; name: string }[];
	offices: readonly OfficeToGive[];
	/** By whom of the partnership the addresses of the file are held. */
	held: readonly AddressHeld[];
};

/** A line of the file that brings nobody, and why. */
export type PersonFault = { line: number; wrong: Said };
export type PeopleRead = { people: (ToInvite & { line: number })[]; faults: PersonFault[] };

/** Reads all lines: nothing is imported by that. */
export function readPeople(rows: readonly TypedRow[], by: ReadingPeople): PeopleRead {
	const missing = columnsNeeded.filter((column) => by.columns[column] === undefined);
	if (missing.length > 0)
		return {
			people: [],
			faults: [
				{
					line: 1,
					wrong: said`No column is chosen for ${inRow(missing.map((column) => saidWhole(peopleColumnNames[column])))}`,
				},
			],
		};
	const held: AddressHeld[] = [...by.held];
	const read: PeopleRead = { people: [], faults: [] };
	for (const { line, cells } of rows) {
		const cell = (column: PeopleColumn) => {
			const heading = by.columns[column];
			return heading === undefined ? "" : (cells[by.headings.indexOf(heading)] ?? "").trim();
		};
		const { person, wrong } = personIn(cell, by);
		const fault = wrong ?? (person && faultOfAddress(person, held));
		if (fault !== undefined || !person) {
			read.faults.push({ line, wrong: fault ?? said`This line cannot be read` });
			continue;
		}
		held.push({ ...person, left: false });
		read.people.push({ ...person, line });
	}
	return read;
}

function personIn(
	cell: (column: PeopleColumn) => string,
	{ agencies, offices }: ReadingPeople,
): { person?: ToInvite; wrong?: Said } {
	const wrongs: Said[] = [];
	const take = <Read>(
		schema: {
			safeParse: (typed: unknown) => {
				success: boolean;
				data?: Read;
				error?: { issues: { message: string; params?: unknown }[] };
			};
		},
		typed: string,
	): Read | undefined => {
		const read = schema.safeParse(typed);
		const [issue] = read.error?.issues ?? [];
		if (!read.success) wrongs.push(issue ? saidOfIssue(issue) : said`It cannot be read`);
		return read.data;
	};
	const name = take<string>(inviteQuestions.name, cell("name"));
	const email = take<string>(inviteQuestions.email, cell("email"));
	const jobTitle = take<string>(inviteQuestions.jobTitle, cell("job"));
	const agency = agencies.find((each) => likeness(each.name) === likeness(cell("agency")));
	if (!agency)
		wrongs.push(
			cell("agency") === ""
				? said`Enter their agency`
				: said`There is no agency “${cell("agency")}”. Enter its name as it stands in Concord`,
		);
	const level = levelIn(cell("level"));
	if (!level)
		wrongs.push(
			said`“${cell("level")}” is no level. Enter ${inRow(levels.map((each) => saidWhole(levelNames[each])))}`,
		);
	const lead = yesOrNo(cell("lead"));
	if (lead === undefined)
		wrongs.push(
			said`“${cell("lead")}” does not say whether they are a safeguarding lead: enter yes or no`,
		);
	const given = cell("offices")
		.split(/[;,\n]/)
		.map((each) => each.trim())
		.filter(Boolean);
	const found = given.map((each) =>
		offices.find(({ id, called }) =>
			[id, called].some((word) => likeness(word) === likeness(each)),
		),
	);
	for (const [at, office] of found.entries())
		if (!office) wrongs.push(said`There is no office or post “${given[at] ?? ""}”`);
	const [first, ...rest] = wrongs;
	if (first || !name || !email || !jobTitle || !agency || !level || lead === undefined)
		return {
			wrong: rest.reduce(
				(before, one) => said`${before}. ${one}`,
				first ?? said`It cannot be read`,
			),
		};
	return {
		person: {
			name,
			email,
			jobTitle,
			agencyId: agency.id,
			level,
			safeguardingLead: lead,
			offices: found.flatMap((office) => office?.id ?? []),
		},
	};
}

const inRow = ([first, ...rest]: readonly Said[]): Said =>
	rest.reduce((before, one) => said`${before}, ${one}`, first ?? said``);

const levelIn = (typed: string): Level | undefined =>
	levels.find((level) =>
		[level, levelNames[level], ...(otherWords[level] ?? [])].some(
			(word) => likeness(word) === likeness(typed),
		),
	);
const otherWords: Partial<Record<Level, string[]>> = {
	practitioner: ["worker", "staff"],
	"senior-manager": ["senior"],
	director: ["director", "chief officer", "executive"],
};

const yesOrNo = (typed: string): boolean | undefined => {
	const said = likeness(typed);
	if (["", "no", "n", "false", "0"].includes(said)) return false;
	return ["yes", "y", "true", "1", "x"].includes(said) ? true : undefined;
};
