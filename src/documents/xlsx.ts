/**
 * Spreadsheets, written as XLSX while their rows are read: what a workbook is about, a sheet for each table, and a data
 * dictionary. Nothing in a cell is ever a formula.
 */
import { Readable } from "node:stream";
import { Zip, ZipDeflate } from "fflate";
import type { Language } from "../domain/language.ts";
import { escaped } from "../domain/protocol/told/draw/draw-text.ts";
import { withoutMarks } from "../language/marks.ts";
import { sayText as say } from "../language/say.ts";
import { speaking } from "../language/speaking.ts";
import { coreProperties, wordsLanguage } from "./docx-dates.ts";

/** A spreadsheet file: what it is about, a sheet for each table, and what each column means. */
export type Workbook = {
	title: string;
	/** From whom it comes: the partnership. */
	from: string;
	/** The ISO day that the file is dated: the same workbook of the same day is the same file. */
	day: string;
	/** In which it is; left out, English. */
	language?: Language;
	/** Which period, what was counted, what is hidden: a paragraph each. */
	about: string[];
	sheets: Sheet[];
};

export type Sheet = {
	/** Its tab; shortened to the 31 letters that a spreadsheet takes. */
	name: string;
	columns: Column[];
	/** Read once, while the file is written: 100,000 rows are never all in memory. */
	rows: Iterable<Cell[]> | AsyncIterable<Cell[]>;
};

export type Column = {
	heading: string;
	is: "text" | "number" | "day" | "moment";
	/** For the data dictionary: what a value says, its unit, and what an empty cell means. */
	means: string;
	/** In letters; left out, what suits its kind. */
	width?: number;
};

/** Null is an empty cell. A text is never a formula, whatever it begins with. */
export type Cell = string | number | Temporal.PlainDate | Temporal.PlainDateTime | null;

/**
 * Writes a workbook as it is read: XLSX, the first row of each sheet bold, frozen and with a filter.
 *
 * @returns the file as a stream; an error while rows are read, or a sheet of more rows than a
 *   spreadsheet has, destroys it
 * @see ECMA-376 part 1, 18 (SpreadsheetML)
 */
export const workbookToXlsx = (workbook: Workbook): Readable =>
	speaking({ language: workbook.language ?? "en", marks: false }, () => written(workbook));

function written(workbook: Workbook): Readable {
	const sheets = named([aboutSheet(workbook), ...workbook.sheets, dictionaryOf(workbook.sheets)]);
	const day = Temporal.PlainDate.from(workbook.day);
	// A zip has the local time, and the same hour everywhere is the same file.
	const modified = new Date(day.year, day.month - 1, day.day);
	const core = coreProperties({
		title: printable(workbook.title),
		language: wordsLanguage[workbook.language ?? "en"],
		author: printable(workbook.from),
		day: workbook.day,
	});
	const parts: Part[] = [
		["[Content_Types].xml", [contentTypes(sheets.length)]],
		["_rels/.rels", [relations]],
		[core.path, [core.data]],
		["xl/workbook.xml", [workbookPart(sheets)]],
		["xl/_rels/workbook.xml.rels", [workbookRelations(sheets.length)]],
		["xl/styles.xml", [styles]],
		...sheets.map(
			(sheet, index): Part => [`xl/worksheets/sheet${index + 1}.xml`, sheetPart(sheet)],
		),
	];
	return Readable.from(zipped(parts, modified));
}

type Part = [path: string, pieces: Iterable<string> | AsyncIterable<string>];

/** Packs each part while it is read; nothing is read before what came out was taken. */
async function* zipped(parts: Part[], modified: Date): AsyncGenerator<Uint8Array> {
	let packed: Uint8Array[] = [];
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		packed.push(chunk);
	});
	const taken = () => {
		const ready = packed;
		packed = [];
		return ready;
	};
	for (const [path, pieces] of parts) {
		const entry = new ZipDeflate(path, { level: 6 });
		entry.mtime = modified;
		zip.add(entry);
		for await (const bytes of inChunks(pieces)) {
			entry.push(bytes);
			yield* taken();
		}
		entry.push(new Uint8Array(), true);
	}
	zip.end();
	yield* taken();
}

const text = (heading: string, width: number): Column => ({
	heading,
	is: "text",
	means: "",
	width,
});

const aboutSheet = ({ title, from, day, about }: Workbook): Sheet => ({
	name: say`About`,
	columns: [text(title, 100)],
	rows: [[from], [say`Made on ${day}`], ...about.map((paragraph) => [paragraph])],
});

const dictionaryOf = (sheets: Sheet[]): Sheet => ({
	name: say`Data dictionary`,
	columns: [
		text(say`Sheet`, 31),
		text(say`Column`, 31),
		text(say`Kind`, 14),
		text(say`What it means`, 80),
	],
	rows: named(sheets).flatMap(({ name, columns }) =>
		columns.map(({ heading, is, means }) => [name, heading, kindsSaid()[is], means]),
	),
});

/** How wide the column of a kind is, and which of the styles below its cells have. */
const kinds = {
	text: { width: 28, style: 2 },
	number: { width: 12, style: 3 },
	day: { width: 18, style: 4 },
	moment: { width: 24, style: 5 },
} as const;
const kindsSaid = (): Record<Column["is"], string> => ({
	text: say`Text`,
	number: say`Number`,
	day: say`Date`,
	moment: say`Date and time`,
});
const headingStyle = 1;
/** Over numbers, and what stands among them in words, such as `[c]`: on the right as they are. */
const numberHeadingStyle = 6;
const amongNumbersStyle = 7;

/** @see Excel: at most 31 letters, none of []:*?/\, no apostrophe at an end, no two the same */
function named(sheets: Sheet[]): Sheet[] {
	const taken = new Set<string>();
	return sheets.map((sheet) => {
		const name = printable(sheet.name)
			.replace(/[[\]:*?/\\\s]+/g, " ")
			.replace(/^[' ]+|[' ]+$/g, "");
		for (let number = 1; ; number += 1) {
			const end = number === 1 ? "" : ` ${number}`;
			const free = shortened(name || say`Sheet`, 31 - end.length) + end;
			if (taken.has(free.toLowerCase())) continue;
			taken.add(free.toLowerCase());
			return { ...sheet, name: free };
		}
	});
}

/** Cut between two words where there are any, and marked as cut. */
function shortened(name: string, most: number): string {
	if (name.length <= most) return name;
	const cut = name.slice(0, most - 1);
	const end = cut.lastIndexOf(" ");
	return `${cut.slice(0, end > 0 ? end : cut.length).replace(/[' ,;–-]+$/, "")}…`;
}

/** What a sheet holds at most, its head included. */
const mostRows = 1_048_576;

async function* sheetPart({ columns, rows, name }: Sheet): AsyncGenerator<string> {
	const widths = columns.map(
		({ is, width }, index) =>
			`<col min="${index + 1}" max="${index + 1}" width="${width ?? kinds[is].width}" customWidth="1"/>`,
	);
	yield `${xml}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>`;
	const letters = columns.map((_, index) => columnName(index + 1));
	yield rowOf(
		1,
		letters,
		columns.map(({ heading, is }) =>
			textCell(heading, is === "number" ? numberHeadingStyle : headingStyle),
		),
		linesOf(
			columns,
			columns.map(({ heading }) => heading),
		),
	);
	let number = 1;
	for await (const row of rows) {
		number += 1;
		if (number > mostRows) throw new Error(`“${name}” has more rows than a sheet can hold.`);
		yield rowOf(
			number,
			letters,
			columns.map(({ is }, index) => cellOf(row[index] ?? null, is)),
			linesOf(columns, row),
		);
	}
	const last = `${columnName(columns.length)}${number}`;
	yield `</sheetData>${columns.length > 1 && number > 1 ? `<autoFilter ref="A1:${last}"/>` : ""}${printed}</worksheet>`;
}

/** On paper a sheet is as wide as the page, lying. */
const printed = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

/** Points of a line of text, and how high a row can be. */
const lineHeight = 14.5;
const highestRow = 409;

/** A column is as wide as so many digits, and most letters are narrower. */
const ofDigit = 0.9;

/** How many lines a row needs, estimated from the letters of its texts. */
const linesOf = (columns: Column[], row: Cell[]): number =>
	row.reduce<number>((most, value, index) => {
		if (typeof value !== "string") return most;
		const { width, is } = columns[index] ?? {};
		const across = Math.max(1, (width ?? (is ? kinds[is].width : kinds.text.width)) - 2);
		const lines = value
			.split("\n")
			.reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * ofDigit) / across)), 0);
		return Math.max(most, lines);
	}, 1);

/**
 * Each cell says where it is: the standard lets it be left out, and readers fail without. A row of several lines says how
 * high it is: not every program works that out.
 */
const rowOf = (number: number, letters: string[], cells: Inside[], lines: number) =>
	`<row r="${number}"${lines > 1 ? ` ht="${Math.min(highestRow, lines * lineHeight)}" customHeight="1"` : ""}>${cells.map((inside, index) => `<c r="${letters[index]}${number}" ${inside}</c>`).join("")}</row>`;

/** A cell from its style to its end. */
type Inside = string;

function cellOf(value: Cell, is: Column["is"]): Inside {
	if (value === null || value === "") return `s="${kinds[is].style}">`;
	if (typeof value === "string")
		return textCell(value, is === "number" ? amongNumbersStyle : kinds.text.style);
	if (typeof value === "number")
		return Number.isFinite(value)
			? `s="${kinds.number.style}"><v>${value}</v>`
			: textCell(String(value), kinds.text.style);
	const serial = serialOf(value);
	const { style } = value instanceof Temporal.PlainDate ? kinds.day : kinds.moment;
	return serial === undefined
		? textCell(value.toString(), kinds.text.style)
		: `s="${style}"><v>${serial}</v>`;
}

const textCell = (value: string, style: number): Inside =>
	`s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is>`;

/** What a cell holds at most. */
const mostLetters = 32_767;
const cut = " … (cut here: a cell holds no more)";

function cellText(value: string): string {
	const whole = printable(value);
	const kept =
		whole.length > mostLetters
			? whole.slice(0, mostLetters - cut.length).toWellFormed() + cut
			: whole;
	return (
		kept
			// A spreadsheet reads _x000A_ as the letter of that number; what only looks so is said to.
			.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
			.split("\n")
			.map(escaped)
			.join("\n")
	);
}

/** Without what XML cannot hold; a line break stays one. A whole file is in one language. */
const printable = (value: string): string =>
	withoutMarks(value)
		.toWellFormed()
		.replace(/\r\n?/g, "\n")
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
		.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, " ");

const firstRight = Temporal.PlainDate.from("1900-03-01");
/** 1 January 1970, where days of JavaScript begin. */
const epoch = 25_569;

/**
 * Days since the end of 1899. Undefined for a day before March 1900: spreadsheets have a 29 February
 * in that year, and each counts what lies before in its own way.
 */
function serialOf(value: Temporal.PlainDate | Temporal.PlainDateTime): number | undefined {
	const day = value instanceof Temporal.PlainDate ? value : value.toPlainDate();
	if (Temporal.PlainDate.compare(day, firstRight) < 0) return undefined;
	const days = Date.UTC(day.year, day.month - 1, day.day) / 86_400_000 + epoch;
	if (value instanceof Temporal.PlainDate) return days;
	const { hour, minute, second } = value;
	return days + (hour * 3600 + minute * 60 + second) / 86_400;
}

/** "A", "Z", "AA" */
const columnName = (number: number): string =>
	number === 0
		? ""
		: columnName(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26));

/** Pieces of a text as bytes, many of them together: each chunk costs the packer a turn. */
async function* inChunks(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
	let waiting = "";
	for await (const piece of pieces) {
		waiting += piece;
		if (waiting.length < 65_536) continue;
		yield Buffer.from(waiting);
		waiting = "";
	}
	if (waiting !== "") yield Buffer.from(waiting);
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const packages = "http://schemas.openxmlformats.org/package/2006";
const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes = (sheets: number): string => {
	const sheetTypes = Array.from(
		{ length: sheets },
		(_, index) =>
			`<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${spreadsheetType}.worksheet+xml"/>`,
	);
	return `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheetType}.styles+xml"/>${sheetTypes.join("")}</Types>`;
};

const relations = `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const workbookPart = (sheets: Sheet[]): string =>
	`${xml}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><bookViews><workbookView/></bookViews><sheets>${sheets.map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`;

const workbookRelations = (sheets: number): string => {
	const each = Array.from(
		{ length: sheets },
		(_, index) =>
			`<Relationship Id="rId${index + 1}" Type="${officeRelations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
	);
	return `${xml}<Relationships xmlns="${packages}/relationships">${each.join("")}<Relationship Id="rId${sheets + 1}" Type="${officeRelations}/styles" Target="styles.xml"/></Relationships>`;
};

/**
 * The looks of cells, by their place: plain, heading, text, number, day, moment. Text has the format
 * “@”, so that one that begins with “=” stays a text when somebody changes it.
 */
const styles = `${xml}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="165" formatCode="d\\ mmmm\\ yyyy"/><numFmt numFmtId="166" formatCode="d\\ mmmm\\ yyyy\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEF2F6"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8"><xf xfId="0"/><xf xfId="0" numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top" wrapText="1" indent="1"/></xf>${[49, 0, 165, 166].map((format) => `<xf xfId="0" numFmtId="${format}" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"${format === 49 ? ' horizontal="left" wrapText="1" indent="1"' : ""}/></xf>`).join("")}<xf xfId="0" numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="top" wrapText="1"/></xf><xf xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf></cellXfs></styleSheet>`;
