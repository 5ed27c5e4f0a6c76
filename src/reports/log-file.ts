import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { type Cell, workbookToXlsx } from "../documents/xlsx.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { LogColumn } from "./log-columns.ts";
import { everyLoggedForm, type LoggedForm, type Reading } from "./log-of-forms.ts";
import { columnsAsked, type LogPart, logChoicesOf, logInWords, narrowedTo } from "./log-part.ts";

/** What the log can be taken away as, by the ending of its file's name. */
export const logFormats = {
	xlsx: {
		called: "Excel",
		type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	},
	csv: { called: "CSV", type: "text/csv; charset=utf-8" },
} as const;
export type LogFormat = keyof typeof logFormats;

export const isLogFormat = (word: string): word is LogFormat => Object.hasOwn(logFormats, word);

/** A file that is written while it is read. An error while its rows are read destroys the stream. */
export type WrittenFile = { name: string; type: string; content: Readable };

/** What a file of the log is made of: read while it is written. */
type LogFile = { rows: AsyncIterable<LoggedForm>; columns: LogColumn[] };

/**
 * A part of the log as a file, for whoever reads the office's log.
 *
 * @param here the partnership's name, and its time
 * @param told of each row that was written
 */
export async function logAsFile(
	reading: Reading,
	viewer: Viewer,
	office: string,
	{ part, format }: { part: LogPart; format: LogFormat },
	{ partnership, now }: { partnership: string; now: Temporal.ZonedDateTime },
	told: () => Promise<void> = async () => {},
): Promise<WrittenFile> {
	const choices = await logChoicesOf(reading, viewer.partnershipId);
	const day = now.toPlainDate().toString();
	const file: LogFile = {
		columns: columnsAsked(part, choices),
		rows: (async function* () {
			for await (const row of everyLoggedForm(reading, viewer, office, narrowedTo(part), now)) {
				await told();
				yield row;
			}
		})(),
	};
	return {
		name: `log-of-forms-${day}.${format}`,
		type: logFormats[format].type,
		content:
			format === "csv"
				? logAsCsv(file)
				: logAsXlsx(file, { from: partnership, day, about: [`${logInWords(part, choices)}.`] }),
	};
}

/** The log for a spreadsheet: local times as 2026-04-09 14:15, nothing that a spreadsheet would run as a formula. */
function logAsCsv({ rows, columns }: LogFile): Readable {
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
const logAsXlsx = (
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
