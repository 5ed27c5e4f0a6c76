/**
 * What one line of an old log tells: the forms that it stands for, each as a report counts it, or all that is wrong with it.
 * Nothing is made up: what a line does not say, a form does not have.
 */

import type { IsoDay } from "../../calendar/iso-day.ts";
import { sayNumber } from "../../english.ts";
import type { Sector } from "../../people/viewer.ts";
import { bindingOf } from "../../protocol/protocol.ts";
import { inEnglish, type Said, said } from "../../said.ts";
import type { CountedClock, Facts } from "../facts.ts";
import { stageNotSaid } from "../facts.ts";
import {
	type Mapping,
	type Meaning,
	type OldLogColumn,
	oldLogColumns,
	splitThemes,
	type ValueKind,
	valueKey,
} from "./mapping.ts";
import { type OldDay, readOldDay } from "./old-day.ts";
import type { TypedRow } from "./typed-table.ts";

/** An agency as a line of an old log means it. */
export type OldAgency =
	/** One of the directory. */
	| { id: string; name?: undefined; sector?: undefined }
	/** One that is in the directory no more, or a kind of agency, by the log’s own word. */
	| { id?: undefined; name: string; sector: Sector };

/** One form of an old log: what a report counts of it, and nothing else. */
export type OldForm = {
	line: number;
	reference: string | null;
	raising: OldAgency;
	receiving: OldAgency | null;
	/** Whether its days are told; a line that says only the year tells none, and says nothing of how long it took. */
	daysKnown: boolean;
	facts: Facts;
};

/** What is wrong in a line: where, and what to do. `column` is as the file calls it. */
export type LineFault = {
	line: number;
	column: string;
	wrong: string;
	fix: string;
	/** The same, for whoever reads it in another language; left out in what was found before Concord knew that. */
	said?: { wrong: Said; fix: Said };
};

/** A fault of a line. */
export const lineFault = (line: number, column: string, wrong: Said, fix: Said): LineFault => ({
	line,
	column,
	wrong: inEnglish(wrong),
	fix: inEnglish(fix),
	said: { wrong, fix },
});

/** What a log is read by, besides its mapping. */
export type ReadingBy = {
	headings: string[];
	mapping: Mapping;
	today: IsoDay;
	/** The time limit of the other agency’s response, where the protocol has one. */
	response: Pick<CountedClock, "clock" | "side" | "strength"> | undefined;
};

const mostForms = 5_000;
const mostPeople = 50;
/** An ending of which nothing is told. */
const endingNotSaid = "Not said";

/** @returns the forms of one line, or all that is wrong in it */
export function readOldForms(
	row: TypedRow,
	by: ReadingBy,
): { forms: OldForm[]; faults?: undefined } | { faults: LineFault[]; forms?: undefined } {
	const line = new Line(row, by);
	const times = line.number("forms", mostForms, 1) ?? 1;
	const raisedOn = line.day("raised");
	const received = line.day("received");
	const days = {
		forwarded: line.day("forwarded"),
		due: line.day("due"),
		responded: line.day("responded"),
		ended: line.day("ended"),
	};
	const began = raisedOn ?? received;
	if (!began && line.faults.length === 0)
		line.fault(
			by.mapping.columns.raised ? "raised" : "received",
			said`There is no date`,
			said`Enter when it was raised`,
		);
	if (began)
		for (const [column, day] of Object.entries({ received, ...days }))
			if (day && day.until < began.from)
				line.fault(
					column as OldLogColumn,
					said`This is before it was raised`,
					said`Correct one of the two dates`,
				);
	const raising = line.agency("raisedBy");
	if (!raising && !line.isAtFault("raisedBy"))
		line.fault("raisedBy", said`No agency is said`, said`Enter the agency that raised it`);
	const receiving = line.agency("raisedWith");
	if (raising?.id !== undefined && raising.id === receiving?.id)
		line.fault("raisedWith", said`This is the agency that raised it`, said`Correct one of the two`);
	const reference = line.reference();
	const people = line.number("people", mostPeople * times, 0) ?? 0;
	const late = line.late(times);
	const themes = line.themes();
	const stage = line.named("stage")?.id ?? stageNotSaid;
	const ending = line.named("ending");
	if (line.faults.length > 0 || !began || !raising) return { faults: line.faults };

	const isOpen =
		ending?.meaning.is === "open" || (!days.ended && !ending && by.mapping.withoutEnd === "open");
	if (isOpen && days.ended) {
		line.fault(
			"ending",
			said`It had not ended, and has a day on which it ended`,
			said`Correct one of the two`,
		);
		return { faults: line.faults };
	}
	const last = [days.responded, days.forwarded, received, began]
		.map((day) => day?.until ?? "")
		.reduce((one, other) => (one > other ? one : other));
	const endedOn = isOpen ? null : (days.ended?.until ?? last);
	const isOneDay = (day: OldDay | undefined) => day === undefined || day.from === day.until;
	const common = {
		line: row.line,
		reference,
		raising,
		receiving: receiving ?? null,
		daysKnown:
			(endedOn === null || days.ended !== undefined) && isOneDay(began) && isOneDay(days.ended),
	};
	const clockOf = (isLate: boolean | undefined) =>
		by.response && responseClock(by.response, { began, received, ...days, endedOn, last, isLate });
	return {
		forms: Array.from({ length: times }, (_, nth) => ({
			...common,
			facts: {
				raisedOn: began.from,
				// What an old log tells of is what the Business Unit was sent.
				receivedOn: received?.from ?? began.from,
				endedOn,
				ending: endedOn === null ? null : (ending?.id ?? endingNotSaid),
				stage,
				way: null,
				// Parts of the line’s number that add up to it.
				people: Math.floor(people / times) + (nth < people % times ? 1 : 0),
				themes,
				choices: [],
				stages: [],
				moves: [],
				done: [],
				clocks: [clockOf(late === undefined ? undefined : nth < late) ?? []].flat(),
				owed: [],
				followed: [],
				calledOn: null,
				notSafeOn: null,
			},
		})),
	};
}

/** The response as it came out: by its dates where they are told, else by whether the log says that it was late. */
function responseClock(
	response: NonNullable<ReadingBy["response"]>,
	of: {
		began: OldDay;
		received: OldDay | undefined;
		forwarded: OldDay | undefined;
		due: OldDay | undefined;
		responded: OldDay | undefined;
		endedOn: IsoDay | null;
		last: IsoDay;
		isLate: boolean | undefined;
	},
): CountedClock | undefined {
	const from = (of.forwarded ?? of.received ?? of.began).from;
	const base = { ...response, from, held: { from, until: null }, pauses: [], extended: 0 };
	const isTarget = bindingOf(response.strength) === "target";
	const standing = (isLate: boolean) =>
		isLate
			? isTarget
				? ("after-target" as const)
				: ("met-late" as const)
			: isTarget
				? ("target-met" as const)
				: ("met" as const);
	const due = of.due?.until;
	const responded = of.responded?.until;
	if (of.isLate === undefined && due === undefined) return undefined;
	if (responded !== undefined) {
		const isLate = of.isLate ?? responded > (due ?? responded);
		return { ...base, due: due ?? responded, until: responded, standing: standing(isLate) };
	}
	if (of.isLate !== undefined) {
		const until = of.endedOn ?? of.last;
		return { ...base, due: due ?? until, until, standing: standing(of.isLate), isUndated: true };
	}
	// It ended before an answer was due, or no answer is told.
	if (due === undefined || (of.endedOn !== null && of.endedOn <= due)) return undefined;
	return { ...base, due, until: null, standing: isTarget ? "target-passed" : "missed" };
}

/** One line while it is read: what its cells mean, and what is wrong with them. */
class Line {
	readonly faults: LineFault[] = [];
	readonly row: TypedRow;
	readonly by: ReadingBy;

	constructor(row: TypedRow, by: ReadingBy) {
		this.row = row;
		this.by = by;
	}

	fault(column: OldLogColumn, wrong: Said, fix: Said): undefined {
		this.faults.push(lineFault(this.row.line, this.heading(column), wrong, fix));
	}

	isAtFault(column: OldLogColumn): boolean {
		return this.faults.some((fault) => fault.column === this.heading(column));
	}

	day(column: OldLogColumn): OldDay | undefined {
		const cell = this.cell(column);
		if (cell === "") return undefined;
		const read = readOldDay(
			cell,
			this.by.mapping.dates,
			column === "due" ? undefined : this.by.today,
		);
		return "wrong" in read ? this.fault(column, read.wrong, read.fix) : read;
	}

	number(column: OldLogColumn, most: number, least: number): number | undefined {
		const cell = this.cell(column).replace(/,(?=\d{3}$)/, "");
		if (cell === "") return undefined;
		const number = /^\d+(\.0+)?$/.test(cell) ? Number(cell) : Number.NaN;
		if (number >= least && number <= most) return number;
		return this.fault(
			column,
			said`“${cell}” is not a whole number from ${least} to ${sayNumber(most)}`,
			said`Correct it, or leave the cell empty`,
		);
	}

	/** How many of the line’s forms were answered late; undefined where it does not say. */
	late(times: number): number | undefined {
		const cell = this.cell("late").toLowerCase();
		if (cell === "") return undefined;
		if (/^(yes|y|true|late|x|✓)$/.test(cell)) return times;
		if (/^(no|n|false|in time|on time)$/.test(cell)) return 0;
		if (times > 1 || /^[01]$/.test(cell)) return this.number("late", times, 0);
		return this.fault("late", said`“${cell}” is neither yes nor no`, said`Write yes or no`);
	}

	reference(): string | null {
		const cell = this.cell("reference");
		if (cell.length <= longestReference) return cell || null;
		return (
			this.fault(
				"reference",
				said`This is too long for a reference`,
				said`Shorten it to ${longestReference} letters. It must not tell who the child is`,
			) ?? null
		);
	}

	agency(column: "raisedBy" | "raisedWith"): OldAgency | undefined {
		const cell = this.cell(column);
		const meaning = this.meaning(column, "agency", cell);
		if (meaning?.is === "agency") return { id: meaning.id };
		if (meaning?.is === "sector") return { name: cell, sector: meaning.sector };
		return undefined;
	}

	themes(): string[] {
		const cell = this.cell("themes");
		return [
			...new Set(
				splitThemes(cell).flatMap((theme) => {
					const meaning = this.meaning("themes", "theme", theme);
					if (meaning?.is === "named") return [meaning.id];
					return meaning?.is === "own-words" ? [theme] : [];
				}),
			),
		];
	}

	/** A stage or an ending; undefined where the line says none. */
	named(column: "stage" | "ending"): { id: string; meaning: Meaning } | undefined {
		const cell = this.cell(column);
		const meaning = this.meaning(column, column, cell);
		if (!meaning || meaning.is === "nothing") return undefined;
		return { id: meaning.is === "named" ? meaning.id : cell, meaning };
	}

	private meaning(column: OldLogColumn, kind: ValueKind, value: string): Meaning | undefined {
		if (value === "") return undefined;
		const known = this.by.mapping.values[kind];
		const key = valueKey(value);
		if (Object.hasOwn(known, key)) return known[key];
		return this.fault(
			column,
			said`It is not said what “${value}” means`,
			said`Say it on the page of values`,
		);
	}

	private heading(column: OldLogColumn): string {
		return this.by.mapping.columns[column] ?? inEnglish(oldLogColumns[column].title);
	}

	private cell(column: OldLogColumn): string {
		const heading = this.by.mapping.columns[column];
		const at = heading === undefined ? -1 : this.by.headings.indexOf(heading);
		const cell = (this.row.cells[at] ?? "").trim();
		if (/^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/.test(cell)) {
			if (!this.isAtFault(column))
				this.fault(
					column,
					said`“${cell}” is an error of the spreadsheet`,
					said`Mend the formula, or type the value`,
				);
			return "";
		}
		if (/^=/.test(cell)) {
			if (!this.isAtFault(column))
				this.fault(column, said`This is a formula, and not what it gives`, said`Type the value`);
			return "";
		}
		return cell;
	}
}

const longestReference = 40;
