import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import { stringify } from "csv-stringify";
import { calendarNamed } from "../domain/calendar/calendar.ts";
import { addWorkingDays } from "../domain/calendar/working-days.ts";
import { Refusal } from "../domain/refusal.ts";
import { type ExitCode, exit, type Io, WrongCall } from "./command.ts";
import { countingOf, dayAndTime, wholeNumber } from "./option-values.ts";

/** One row of the file; `lines` counts those read up to its end. */
type Row = { record: string[]; info: { lines: number } };

const needed = ["from", "calendar", "working-days"];

/**
 * Gives the rows of a CSV file back with the column `due`, row by row, so that a file of any
 * size is answered in little memory. A bad row is told on standard error by its line.
 *
 * @param file its path, or `-` for standard input
 * @throws WrongCall when the file cannot be read or a column is missing
 */
export async function answerRows(file: string, io: Io): Promise<ExitCode> {
	let faults = 0;
	const tell = (line: number, fault: string) => {
		faults += 1;
		io.err.write(`Line ${line}: ${fault}\n`);
	};
	const rows = parse({
		bom: true,
		info: true,
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: true,
		skip_records_with_error: true,
	}).on("skip", ({ lines }: { lines: number }) =>
		tell(lines, "A quotation mark is opened and never closed."),
	);

	try {
		await pipeline(
			file === "-" ? io.in : createReadStream(file),
			rows,
			async function* (read: AsyncIterable<Row>) {
				let columns: Columns | undefined;
				for await (const { record, info } of read) {
					if (columns) yield answered(record, columns, info.lines, tell);
					else {
						columns = columnsOf(record);
						yield withDue(record, columns, "due");
					}
				}
				if (!columns) throw new WrongCall("The file has no rows.");
			},
			stringify(),
			io.out,
			{ end: false },
		);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : "";
		if (code === "ENOENT") throw new WrongCall(`There is no file ‘${file}’.`);
		if (code === "EACCES" || code === "EISDIR")
			throw new WrongCall(`‘${file}’ cannot be read (${code}).`);
		throw error;
	}
	return faults > 0 ? exit.faults : exit.ok;
}

/** Where each column stands; `due` after the others unless the file has it already. */
type Columns = { names: string[]; width: number; due: number };

function columnsOf(header: string[]): Columns {
	const names = header.map((name) => name.trim().toLowerCase());
	const missing = needed.filter((name) => !names.includes(name));
	if (missing.length > 0)
		throw new WrongCall(
			`The first line must name the columns ${needed.join(", ")}; it has no ${missing.join(", ")}.`,
		);
	const due = names.indexOf("due");
	return { names, width: names.length, due: due < 0 ? names.length : due };
}

function answered(
	record: string[],
	columns: Columns,
	lines: number,
	tell: (line: number, fault: string) => void,
): string[] {
	try {
		return withDue(record, columns, dueOf(record, columns));
	} catch (error) {
		if (!(error instanceof Refusal || error instanceof WrongCall)) throw error;
		const linesInside = record.join().split("\n").length - 1;
		tell(lines - linesInside, error.message);
		return withDue(record, columns, "");
	}
}

function dueOf(record: string[], { names, width }: Columns): string {
	if (record.length !== width)
		throw new WrongCall(`The row has ${record.length} columns where the first line has ${width}.`);
	const cell = (name: string) => record[names.indexOf(name)]?.trim() ?? "";
	return addWorkingDays(
		dayAndTime(cell("from")).day,
		wholeNumber(cell("working-days")),
		calendarNamed(cell("calendar")),
		countingOf(cell("counting") || "day0"),
	);
}

/** The row as it came, with `due` in its column; a short row is filled up to reach it. */
function withDue(record: string[], { width, due }: Columns, answer: string): string[] {
	const row = Array.from(
		{ length: Math.max(width, record.length) },
		(_, index) => record[index] ?? "",
	);
	row.splice(due, due < width ? 1 : 0, answer);
	return row;
}
