import { sayNumber } from "../../domain/english.ts";
import type { TypedTable, UnreadableTable } from "../../domain/learning/old-log/typed-table.ts";
import { cleanText } from "../../domain/typed-text.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";

const most = { rows: 200_000, columns: 200, letters: 1_000 };

/**
 * Reads the table in a file that somebody chose, CSV or XLSX, whatever its name says.
 *
 * @returns why it cannot be read, and what to do, where it cannot
 */
export async function readTable(bytes: Uint8Array): Promise<TypedTable | UnreadableTable> {
	if (bytes.length === 0) return { wrong: "This file is empty", fix: "Choose another file" };
	if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
		return {
			wrong: "This is a workbook of an old kind (.xls), or one with a password",
			fix: "Save it as an Excel workbook (.xlsx) without a password and choose it again",
		};
	if (beginsWith(bytes, [0x50, 0x4b])) {
		const read = await readXlsx(bytes, most.rows);
		return "wrong" in read
			? read
			: withHeadings(read.rows, {
					sheet: read.sheet,
					otherSheets: read.otherSheets,
					readAs: `Excel workbook, sheet “${read.sheet}”`,
				});
	}
	const read = readCsv(bytes);
	return "wrong" in read
		? read
		: withHeadings(read.lines, { sheet: null, otherSheets: [], readAs: read.readAs });
}

const beginsWith = (bytes: Uint8Array, start: number[]): boolean =>
	start.every((byte, at) => bytes[at] === byte);

/** The headings are the first row with several cells: a title may stand above them. */
function withHeadings(
	lines: { line: number; cells: string[] }[],
	how: Pick<TypedTable, "sheet" | "otherSheets" | "readAs">,
): TypedTable | UnreadableTable {
	const at = lines.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== "").length > 1);
	const head = lines[at];
	if (!head)
		return {
			wrong: "This file has no table of several columns",
			fix: "Its first line must name the columns. Choose another file",
		};
	const rows = lines
		.slice(at + 1)
		.map(({ line, cells }) => ({ line, cells: cells.slice(0, most.columns).map(cleaned) }))
		.filter(({ cells }) => cells.some((cell) => cell !== ""));
	if (rows.length === 0)
		return { wrong: "There is no line below the headings", fix: "Choose another file" };
	if (rows.length > most.rows)
		return {
			wrong: `This file has more than ${sayNumber(most.rows)} lines`,
			fix: "Import it in several files",
		};
	const width = Math.min(
		most.columns,
		rows.reduce((wide, { cells }) => Math.max(wide, cells.length), head.cells.length),
	);
	return { ...how, headings: headingsOf(head.cells, width), rows };
}

const cleaned = (cell: string): string => cleanText(cell.slice(0, most.letters)).trim();

/** A heading that is missing or there twice is named by its place. */
function headingsOf(cells: string[], width: number): string[] {
	const taken = new Set<string>();
	return Array.from({ length: width }, (_, at) => {
		const typed = cleaned(cells[at] ?? "").replace(/\s+/g, " ");
		const heading =
			typed === "" ? `Column ${at + 1}` : taken.has(typed) ? `${typed} (column ${at + 1})` : typed;
		taken.add(heading);
		return heading;
	});
}
