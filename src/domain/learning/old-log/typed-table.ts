/** A table as a file holds it: plain text in every cell, a date of a spreadsheet as an ISO day. */
export type TypedTable = {
	/** The sheet that was read; null for a file of one table. */
	sheet: string | null;
	/** Sheets that hold something and were not read. */
	otherSheets: string[];
	/** In words, for whoever doubts what was read: "CSV, Windows-1252, separated by semicolons". */
	readAs: string;
	/** Each different from the others. */
	headings: string[];
	rows: TypedRow[];
};

/** `line` is where the file has it, from 1, the headings included. */
export type TypedRow = { line: number; cells: string[] };

/** Why a file was not read, and what to do. */
export type UnreadableTable = { wrong: string; fix: string };
