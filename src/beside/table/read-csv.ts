import { parse } from "csv-parse/sync";
import type { UnreadableTable } from "../../domain/learning/old-log/typed-table.ts";

/** The lines of a text file, with where each stands and how the file was read. */
export type CsvLines = { readAs: string; lines: { line: number; cells: string[] }[] };

const encodings = {
	"utf-8": "UTF-8",
	"utf-16le": "UTF-16",
	"utf-16be": "UTF-16",
	"windows-1252": "Windows-1252",
} as const;
type Encoding = keyof typeof encodings;

const separators = { ",": "commas", ";": "semicolons", "\t": "tabs" } as const;
type Separator = keyof typeof separators;

/** Reads a table of text, as spreadsheets save it in any of the usual encodings and with any of the usual separators. */
export function readCsv(bytes: Uint8Array): CsvLines | UnreadableTable {
	const encoding = encodingOf(bytes);
	const text = new TextDecoder(encoding).decode(bytes);
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they tell what is no text
	if (/[\u0000-\u0008\u000e-\u001f\u0080-\u009f]/.test(text))
		return {
			wrong: "This file is not a table that Concord can read",
			fix: "Open it in your spreadsheet program and save it as an Excel workbook (.xlsx), or as “CSV UTF-8”",
		};
	// Excel writes which separator it used as a line of its own.
	const [said, named] = /^sep=(.)\r?\n/.exec(text) ?? [];
	const body = said ? text.slice(said.length) : text;
	const separator = named && named in separators ? (named as Separator) : separatorOf(body);
	try {
		const read = parse(body, {
			delimiter: separator,
			info: true,
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
		}) as unknown as { record: string[]; info: { lines: number } }[];
		return {
			readAs: `CSV, ${encodings[encoding]}, separated by ${separators[separator]}`,
			lines: read.map(({ record, info }) => ({
				// It counts up to the end of a record, which may have line ends inside.
				line: info.lines - record.join("").split("\n").length + 1 + (said ? 1 : 0),
				cells: record,
			})),
		};
	} catch (problem) {
		if ((problem as { code?: string }).code !== "CSV_QUOTE_NOT_CLOSED") throw problem;
		return {
			wrong: "A quotation mark is opened and never closed",
			fix: "Open the file in your spreadsheet program and save it again",
		};
	}
}

/** By its first bytes, where they say it; else UTF-16 where every other byte is none, UTF-8 where it is all valid. */
function encodingOf(bytes: Uint8Array): Encoding {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return "utf-16le";
	if (first === 0xfe && second === 0xff) return "utf-16be";
	const start = bytes.subarray(0, 1000);
	const nones = [0, 1].map(
		(odd) => start.filter((byte, at) => at % 2 === odd && byte === 0).length,
	);
	const [even = 0, odd = 0] = nones;
	if (odd > start.length / 4 && even === 0) return "utf-16le";
	if (even > start.length / 4 && odd === 0) return "utf-16be";
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return "utf-8";
	} catch {
		return "windows-1252";
	}
}

/** The one that the first lines have most of, outside quotation marks. */
function separatorOf(text: string): Separator {
	const start = text.slice(0, 5_000).replaceAll(/"[^"]*"/g, "");
	return (Object.keys(separators) as Separator[]).reduce((most, each) =>
		start.split(each).length > start.split(most).length ? each : most,
	);
}
