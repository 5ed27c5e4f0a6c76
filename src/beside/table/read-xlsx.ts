import { strFromU8, unzipSync } from "fflate";
import { streamXlsxRows } from "hucre/xlsx";
import type { UnreadableTable } from "../../domain/learning/old-log/typed-table.ts";

/** The rows of the first sheet that holds a table, with where each stands. */
export type SheetRows = {
	sheet: string;
	otherSheets: string[];
	rows: { line: number; cells: string[] }[];
};

/** What a workbook may be at most, unpacked and in entries: looked up in its list, before anything is unpacked. */
const most = { bytes: 200_000_000, entries: 1_000, ratio: 200 };
/** A small part may be packed well without harm. */
const smallPart = 1_000_000;

const tooLarge: UnreadableTable = {
	wrong: "This workbook is too large to be read",
	fix: "Keep the sheet with the log only, without pictures and empty rows, and save it again",
};
const broken: UnreadableTable = {
	wrong: "This workbook cannot be read",
	fix: "Open it in your spreadsheet program, save it as an Excel workbook (.xlsx) and choose it again",
};

/** @param mostRows of the sheet; more are not read, and the file is refused */
export async function readXlsx(
	bytes: Uint8Array,
	mostRows: number,
): Promise<SheetRows | UnreadableTable> {
	let names: string[];
	try {
		const entries: { name: string; size: number; originalSize: number }[] = [];
		const parts = unzipSync(bytes, {
			filter: (entry) => {
				entries.push(entry);
				return entry.name === "xl/workbook.xml" && entry.originalSize < smallPart;
			},
		});
		const all = entries.reduce((sum, { originalSize }) => sum + originalSize, 0);
		if (
			entries.length > most.entries ||
			all > most.bytes ||
			entries.some(
				({ size, originalSize }) => originalSize > smallPart && originalSize > size * most.ratio,
			)
		)
			return tooLarge;
		if (entries.some(({ name }) => name.endsWith("vbaProject.bin")))
			return {
				wrong: "This workbook has macros",
				fix: "Save it as an Excel workbook without macros (.xlsx) and choose it again",
			};
		const book = parts["xl/workbook.xml"];
		if (!book) return broken;
		names = [...strFromU8(book).matchAll(/<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"/g)].map(
			([, name = ""]) => unescaped(name),
		);
	} catch {
		return broken;
	}
	try {
		let found: Omit<SheetRows, "otherSheets"> | undefined;
		const otherSheets: string[] = [];
		for (const [sheet, name] of names.entries()) {
			// Of the sheets after the one that is read it is only asked whether they hold anything.
			const rows: SheetRows["rows"] = [];
			for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
				const cells = values.map(textOf);
				if (cells.every((cell) => cell === "")) continue;
				rows.push({ line: index + 1, cells });
				if (found && rows.length > 1) break;
				if (rows.length > mostRows) return tooLarge;
			}
			if (rows.length < 2) continue;
			// A page of text is no table.
			if (!found && rows.some(({ cells }) => cells.filter((cell) => cell !== "").length > 1))
				found = { sheet: name, rows };
			else otherSheets.push(name);
		}
		return found
			? { ...found, otherSheets }
			: { wrong: "There is no table in this workbook", fix: "Choose another file" };
	} catch {
		return broken;
	}
}

/** A formula is what it gave when the workbook was saved. A date is its day; a time of day is no part of it. */
function textOf(value: string | number | boolean | Date | null): string {
	if (value === null) return "";
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	if (typeof value === "boolean") return value ? "yes" : "no";
	return String(value);
}

const unescaped = (text: string): string =>
	text
		.replaceAll("&quot;", '"')
		.replaceAll("&apos;", "'")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&");
