import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { type Cell, workbookToXlsx } from "../documents/xlsx.ts";
import type { Language } from "../domain/language.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { type SpokenTo, sayTo } from "../domain/said.ts";
import { type FileColumn, inWords } from "./log-columns.ts";
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
type LogFile = { rows: AsyncIterable<LoggedForm>; columns: FileColumn[]; reader: SpokenTo };

/**
 * A part of the log as a file, for whoever reads the office's log.
 *
 * @param reading as whoever takes it is spoken to
 * @param here the partnership's name, its time, and the language of the file; left out, English
 * @param told of each row that was written
 */
export async function logAsFile(
	reading: Reading,
	viewer: Viewer,
	office: string,
	{ part, format }: { part: LogPart; format: LogFormat },
	{
		partnership,
		now,
		language = "en",
	}: { partnership: string; now: Temporal.ZonedDateTime; language?: Language | undefined },
	told: () => Promise<void> = async () => {},
): Promise<WrittenFile> {
	const choices = await logChoicesOf(reading, viewer.partnershipId);
	const day = now.toPlainDate().toString();
	const file: LogFile = {
		reader: reading,
		columns: columnsAsked(part, choices)
			.flatMap(({ files }) => files)
			.map((column) => inWords(column, reading)),
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
				: logAsXlsx(file, {
						from: partnership,
						day,
						language,
						about: [`${logInWords(part, choices, reading)}.`],
					}),
	};
}

/** The log for a spreadsheet: local times as 2026-04-09 14:15, nothing that a spreadsheet would run as a formula. */
function logAsCsv({ rows, columns, reader }: LogFile): Readable {
	const lines = Readable.from(
		(async function* () {
			yield columns.map(({ heading }) => heading);
			for await (const row of rows) yield columns.map(({ value }) => asText(value(row, reader)));
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
	{ rows, columns, reader }: LogFile,
	about: { from: string; day: string; language: Language; about: string[] },
): Readable => {
	const title = sayTo(reader)`Log of forms`;
	return workbookToXlsx({
		title,
		...about,
		sheets: [
			{
				name: title,
				columns,
				rows: (async function* () {
					for await (const row of rows) yield columns.map(({ value }) => value(row, reader));
				})(),
			},
		],
	});
};
