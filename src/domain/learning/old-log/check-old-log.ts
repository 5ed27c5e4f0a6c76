import type { IsoDay } from "../../calendar/iso-day.ts";
import { inEnglish, type Said, said } from "../../said.ts";
import { yearOf } from "../period.ts";
import { oldLogColumns } from "./mapping.ts";
import {
	type LineFault,
	lineFault,
	type OldForm,
	type ReadingBy,
	readOldForms,
} from "./old-form.ts";
import type { TypedRow } from "./typed-table.ts";

/** What a trial of an old log found: whatever is wrong in it, and what would be imported. */
export type CheckedLog = {
	lines: number;
	forms: number;
	faults: number;
	/** The first of them, in the order of the file. */
	firstFaults: LineFault[];
	/** Lines that may tell of a form that is there already: whoever imports says whether they do. */
	alike: number;
	firstAlike: LineFault[];
	/** Forms by the partnership's year in which they were raised, by raising agency and by theme, by their names. */
	years: Record<string, number>;
	agencies: Record<string, number>;
	themes: Record<string, number>;
	withoutTheme: number;
	/** Forms whose days are not known: how long they took is not counted. */
	undated: number;
	/** Forms that have not ended. */
	open: number;
};

/** Before the first line is read. What an older Concord found begins with it too. */
export const nothingFound = (): CheckedLog => ({
	lines: 0,
	forms: 0,
	faults: 0,
	firstFaults: [],
	alike: 0,
	firstAlike: [],
	years: {},
	agencies: {},
	themes: {},
	withoutTheme: 0,
	undated: 0,
	open: 0,
});

/** Forms of other logs that were imported and are alike in what `likenessOf` says: from which log, and where in it. */
export type ImportedAlike = {
	title: string;
	line: number;
	/** Whether one of them has no reference. */
	isWithoutReference: boolean;
};

/** What is the same in two lines that may tell of one form: the day, the agencies and what it was about. */
export const likenessOf = ({
	raisedOn,
	raising,
	receiving,
	themes,
}: {
	raisedOn: IsoDay;
	raising: string;
	receiving: string | null;
	themes: readonly string[];
}): string => JSON.stringify([raisedOn, raising, receiving, themes.toSorted()]);

/** What reports would count of each year after the import. @param before what they count by now */
export const afterImport = (
	before: Record<string, number>,
	{ years }: Pick<CheckedLog, "years">,
): Record<string, number> =>
	Object.fromEntries(
		Object.keys({ ...before, ...years }).map((year) => [
			year,
			(before[year] ?? 0) + (years[year] ?? 0),
		]),
	);

/** More than these are counted, and not shown. */
const mostShown = 500;

/** Reads an old log line by line, and keeps what it adds up to. Lines may come in any number of pieces. */
export class OldLogCheck {
	readonly found = nothingFound();
	readonly #by: ReadingBy;
	readonly #references = new Map<string, number>();
	readonly #lines = new Map<string, number>();
	/** By likeness the first line, and the first without a reference. */
	readonly #alike = new Map<string, { first: number; without: number | undefined }>();

	constructor(by: ReadingBy) {
		this.#by = by;
	}

	/**
	 * @param taken references that Concord has already, of those that these lines tell
	 * @param imported forms of other logs, by their likeness
	 * @returns the forms of the lines that have no fault
	 */
	add(
		rows: TypedRow[],
		taken: (reference: string) => boolean,
		imported: (likeness: string) => ImportedAlike | undefined = () => undefined,
	): OldForm[] {
		return rows.flatMap((row) => {
			this.found.lines += 1;
			const read = readOldForms(row, this.#by);
			const faults = read.faults ?? this.faultsBeside(row, read.forms, taken);
			if (faults.length > 0 || !read.forms) {
				this.found.faults += faults.length;
				const room = mostShown - this.found.firstFaults.length;
				this.found.firstFaults.push(...faults.slice(0, room));
				return [];
			}
			this.noteAlike(row.line, read.forms, imported);
			for (const form of read.forms) this.count(form);
			return read.forms;
		});
	}

	/** What is wrong with a line that is right by itself: it is there twice. */
	private faultsBeside(
		row: TypedRow,
		[form]: OldForm[],
		taken: (reference: string) => boolean,
	): LineFault[] {
		const column = this.#by.mapping.columns.reference ?? inEnglish(oldLogColumns.reference.title);
		const fault = (wrong: Said, fix: Said) => [lineFault(row.line, column, wrong, fix)];
		const reference = form?.reference ?? null;
		if (reference !== null) {
			const before = this.#references.get(reference);
			if (before !== undefined)
				return fault(
					said`“${reference}” is the reference of line ${String(before)} too`,
					said`Take one of the two lines out, or correct its reference`,
				);
			this.#references.set(reference, row.line);
			return taken(reference)
				? fault(
						said`Concord has a form “${reference}” already`,
						said`Take the line out. If it was imported before, undo that import first`,
					)
				: [];
		}
		const whole = JSON.stringify(row.cells);
		const before = this.#lines.get(whole);
		this.#lines.set(whole, row.line);
		return before === undefined
			? []
			: fault(
					said`It is the same as line ${String(before)} in every column`,
					said`Take one of the two out. If they are two forms, give each a reference in a column of its own`,
				);
	}

	/** Two that have each a reference of their own are two. */
	private noteAlike(
		line: number,
		[form]: OldForm[],
		imported: (likeness: string) => ImportedAlike | undefined,
	) {
		if (!form) return;
		const { reference, raising, receiving, facts } = form;
		const likeness = likenessOf({
			...facts,
			raising: raising.id ?? raising.name,
			receiving: receiving && (receiving.id ?? receiving.name),
		});
		const here = this.#alike.get(likeness);
		const other = imported(likeness);
		const before = reference === null ? here?.first : here?.without;
		const wrong =
			before !== undefined
				? said`It has the day, the agencies and the themes of line ${String(before)}`
				: other && (reference === null || other.isWithoutReference)
					? said`It has the day, the agencies and the themes of line ${String(other.line)} of “${other.title}”, which was imported`
					: undefined;
		this.#alike.set(likeness, {
			first: here?.first ?? line,
			without: here?.without ?? (reference === null ? line : undefined),
		});
		if (!wrong) return;
		this.found.alike += 1;
		if (this.found.firstAlike.length < mostShown)
			this.found.firstAlike.push(
				lineFault(
					line,
					this.#by.mapping.columns.raised ?? inEnglish(oldLogColumns.raised.title),
					wrong,
					said`If it is the same form, take this line out. If they are two, go on`,
				),
			);
	}

	private count({ facts, raising, daysKnown }: OldForm) {
		const { found } = this;
		found.forms += 1;
		add(found.years, yearOf(facts.raisedOn));
		add(found.agencies, raising.id ?? raising.name);
		for (const theme of facts.themes) add(found.themes, theme);
		if (facts.themes.length === 0) found.withoutTheme += 1;
		if (!daysKnown) found.undated += 1;
		if (facts.endedOn === null) found.open += 1;
	}
}

function add(counts: Record<string, number>, key: string) {
	counts[key] = (counts[key] ?? 0) + 1;
}
