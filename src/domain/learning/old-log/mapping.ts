import type { Sector } from "../../people/viewer.ts";
import { type Said, said } from "../../said.ts";
import { likeness } from "../../typed-text.ts";

/**
 * What a line of an old log may tell, in the order in which it is asked. What a partnership’s own columns are called is
 * guessed from the words in `known`.
 */
export const oldLogColumns = {
	reference: {
		title: said`Reference`,
		hint: said`The old log’s own, one for each form. It must not be a name or initials.`,
		is: "reference",
		known: ["reference", "ref", "case number", "id", "number", "log number"],
	},
	raisedBy: {
		title: said`Raised by`,
		hint: said`The agency that raised it.`,
		is: "agency",
		known: ["raised by", "raising agency", "from", "agency", "escalated by", "referring agency"],
	},
	raisedWith: {
		title: said`Raised with`,
		hint: said`The agency with which it was raised.`,
		is: "agency",
		known: [
			"raised with",
			"receiving agency",
			"to",
			"with",
			"escalated to",
			"against",
			"other agency",
		],
	},
	raised: {
		title: said`Raised on`,
		hint: said`A date, or a year such as 2023/24 where no more is known.`,
		is: "day",
		known: ["raised", "raised on", "date raised", "date", "year", "date of escalation"],
	},
	received: {
		title: said`Received on`,
		hint: said`When the Business Unit had it.`,
		is: "day",
		known: ["received", "date received", "received on", "date form received"],
	},
	forwarded: {
		title: said`Sent on`,
		hint: said`When the Business Unit sent it to the other agency.`,
		is: "day",
		known: ["forwarded", "sent on", "date sent", "date forwarded", "acknowledged and sent on"],
	},
	due: {
		title: said`Response due`,
		hint: said`The last day on which the response was in time.`,
		is: "day",
		known: ["due", "response due", "due date", "date due", "deadline"],
	},
	responded: {
		title: said`Responded on`,
		hint: null,
		is: "day",
		known: ["responded", "response received", "date of response", "date responded", "responded on"],
	},
	ended: {
		title: said`Ended on`,
		hint: null,
		is: "day",
		known: [
			"ended",
			"closed",
			"date closed",
			"date ended",
			"resolved",
			"date resolved",
			"ended on",
		],
	},
	themes: {
		title: said`What it was about`,
		hint: said`Several in one cell stand apart by a semicolon.`,
		is: "theme",
		known: ["theme", "themes", "about", "reason", "category", "issue type"],
	},
	stage: {
		title: said`Stage that it reached`,
		hint: null,
		is: "stage",
		known: ["stage", "stage reached", "level", "where it stands", "tier"],
	},
	ending: {
		title: said`How it ended`,
		hint: null,
		is: "ending",
		known: ["ending", "outcome", "result", "how it ended", "status", "resolution"],
	},
	people: {
		title: said`How many children`,
		hint: said`A number; of all the forms of the line where it stands for several.`,
		is: "number",
		known: ["children", "number of children", "how many children", "no of children"],
	},
	late: {
		title: said`Late`,
		hint: said`Yes or no: whether the response was late. Where a line stands for several forms, how many were.`,
		is: "late",
		known: ["late", "overdue", "out of time", "response late", "number late"],
	},
	forms: {
		title: said`How many forms`,
		hint: said`Only where a line stands for several, as in a published table.`,
		is: "count",
		known: [
			"forms",
			"how many forms",
			"count",
			"total",
			"escalations",
			"number of escalations",
			"number raised",
		],
	},
} as const satisfies Record<
	string,
	{
		title: Said;
		hint: Said | null;
		is: "reference" | "agency" | "day" | "theme" | "stage" | "ending" | "number" | "late" | "count";
		known: readonly string[];
	}
>;

export type OldLogColumn = keyof typeof oldLogColumns;
export const oldLogColumnNames = Object.keys(oldLogColumns) as OldLogColumn[];

/** More values than these are no kinds of anything: the wrong column was selected. */
export const mostValues = 200;

/** What the values of such a column mean has to be said once. */
export const valueKinds = ["agency", "theme", "stage", "ending"] as const;
export type ValueKind = (typeof valueKinds)[number];

/**
 * What a value of the file means: an agency or office of the directory by its identifier, one that is not in it by its
 * sector, a theme, stage or ending of the protocol by its name.
 */
export type Meaning =
	| { is: "agency"; id: string }
	| { is: "sector"; sector: Sector }
	| { is: "named"; id: string }
	/** The file’s own words stand: themes and endings of the past. */
	| { is: "own-words" }
	/** Nothing is said: no other agency, no theme, no stage. */
	| { is: "nothing" }
	/** An ending that is none: it had not ended. */
	| { is: "open" };

/** How the columns and values of an old log are read. It is kept, and offered again for the next file. */
export type Mapping = {
	/** The heading of each column that is read. */
	columns: Partial<Record<OldLogColumn, string>>;
	/** Which of two numbers comes first in a date that is written with strokes. */
	dates: "day-first" | "month-first";
	/** What a line without a day of its end is. */
	withoutEnd: "ended" | "open";
	/** By kind and by `valueKey`. */
	values: Record<ValueKind, Record<string, Meaning>>;
};

export const noMapping: Mapping = {
	columns: {},
	dates: "day-first",
	withoutEnd: "ended",
	values: { agency: {}, theme: {}, stage: {}, ending: {} },
};

/** Values that people would call the same are one: capitals, accents, marks and spaces tell no two apart. */
export const valueKey = (value: string): string => likeness(value) || value.trim();

/** What is written in one cell of several themes. */
export const splitThemes = (cell: string): string[] =>
	cell
		.split(/[;\n]/)
		.map((theme) => theme.trim())
		.filter((theme) => theme !== "");

/** Which headings are meant, as far as they are known from the file before, or by what such columns are often called. */
export function guessColumns(headings: string[], before: Mapping["columns"]): Mapping["columns"] {
	const free = new Set(headings);
	const guessed: Mapping["columns"] = {};
	const take = (column: OldLogColumn, wanted: readonly string[]) => {
		const keys = wanted.map(valueKey);
		const found = keys.flatMap((key) =>
			[...free].filter((heading) => valueKey(heading) === key),
		)[0];
		if (found === undefined || guessed[column] !== undefined) return;
		guessed[column] = found;
		free.delete(found);
	};
	for (const column of oldLogColumnNames)
		if (before[column] !== undefined) take(column, [before[column]]);
	for (const column of oldLogColumnNames) take(column, oldLogColumns[column].known);
	return guessed;
}

/**
 * Which order the dates of a column are in, from those that can be read in one way only.
 *
 * @returns undefined where all could be read in both, or some in each alone; where none is written with strokes, the usual
 */
export function guessDates(cells: Iterable<string>): Mapping["dates"] | undefined {
	let isWritten = false;
	let dayFirst = false;
	let monthFirst = false;
	for (const cell of cells) {
		const [, first, second] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{2}|\d{4})\b/.exec(cell) ?? [];
		if (first) isWritten = true;
		if (Number(first) > 12) dayFirst = true;
		if (Number(second) > 12) monthFirst = true;
	}
	if (!isWritten) return "day-first";
	if (dayFirst === monthFirst) return undefined;
	return dayFirst ? "day-first" : "month-first";
}

/** What is missing before a file can be read by a mapping, by column; empty where nothing is. */
export function missingIn({
	columns,
}: Pick<Mapping, "columns">): Partial<Record<OldLogColumn, Said>> {
	const missing: Partial<Record<OldLogColumn, Said>> = {};
	if (!columns.raisedBy) missing.raisedBy = said`Select the column with the agency that raised it`;
	if (!columns.raised && !columns.received)
		missing.raised = said`Select the column with the day on which it was raised, or received`;
	const taken = new Map<string, OldLogColumn>();
	for (const column of oldLogColumnNames) {
		const heading = columns[column];
		if (heading === undefined) continue;
		const other = taken.get(heading);
		if (other)
			missing[column] ??=
				said`“${heading}” is selected for “${oldLogColumns[other].title}” already`;
		taken.set(heading, column);
	}
	if (columns.forms && columns.reference)
		missing.forms ??= said`A line with a reference is one form: leave one of the two columns out`;
	return missing;
}
