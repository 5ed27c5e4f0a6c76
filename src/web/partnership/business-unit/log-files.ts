import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { type Cell, workbookToXlsx } from "../../../documents/xlsx.ts";
import type { LoggedForm } from "../../../reports/log-of-forms.ts";
import type { LogColumn } from "./log-columns.tsx";

/** What a file of the log is made of: read while it is written. */
type LogFile = { rows: AsyncIterable<LoggedForm>; columns: LogColumn[] };

/** The log for a spreadsheet: local times as 2026-04-09 14:15, nothing that a spreadsheet would run as a formula. */
export function logAsCsv({ rows, columns }: LogFile): Readable {
	const files = columns.flatMap((column) => column.files);
	const lines = Readable.from(
		(async function* () {
			yield files.map(({ heading }) => heading);
			for await (const row of rows) yield files.map(({ value }) => asText(value(row)));
		})(),
	);
	const csv = stringify({ bom: true, escape_formulas: true, record_delimiter: "\r\n" });
	// What fails while rows are read breaks the file off: it never ends as if it were whole.
	lines.on("error", (problem) => csv.destroy(problem));
	csv.on("close", () => lines.destroy());
	return lines.pipe(csv);
}

const asText = (cell: Cell): string =>
	cell instanceof Temporal.PlainDateTime
		? cell.toString({ smallestUnit: "minute" }).replace("T", " ")
		: String(cell ?? "");

/** @param about what is shown of it; @param day ISO, on which it is made */
export const logAsXlsx = (
	{ rows, columns }: LogFile,
	{ from, day, about }: { from: string; day: string; about: string[] },
): Readable => {
	const files = columns.flatMap((column) => column.files);
	return workbookToXlsx({
		title: "Log of forms",
		from,
		day,
		about,
		sheets: [
			{
				name: "Log of forms",
				columns: files,
				rows: (async function* () {
					for await (const row of rows) yield files.map(({ value }) => value(row));
				})(),
			},
		],
	});
};
