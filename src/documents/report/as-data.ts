import type { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { periodInWords } from "../../domain/learning/period.ts";
import { tablesOf } from "../../domain/learning/published.ts";
import type { Figure, ReportTable } from "../../domain/learning/report-table.ts";
import { type Cell, type Column, type Sheet, workbookToXlsx } from "../xlsx.ts";
import { isNumeric, roundedDays, sayFigure } from "./figure-in-words.ts";
import { aboutReport, audienceNames, type ReportDocument } from "./on-paper.ts";
import type { WordTable } from "./told.ts";

/** The report as a spreadsheet: a sheet for each table, and what each column means. */
export function reportAsXlsx(document: ReportDocument): Readable {
	const { report, protocol, partnership, day } = document;
	const words = wordsIn(document);
	return workbookToXlsx({
		title: `${protocol.title}: report, ${periodInWords(report.period)}`,
		from: partnership,
		day,
		about: [`For: ${audienceNames[report.audience]}`, ...aboutReport(document)],
		sheets: [
			...tablesOf(report).map(sheetOf),
			...(document.told ?? []).flatMap(({ pieces }) =>
				pieces.flatMap((piece) => (piece.is === "table" ? [sheetOfTexts(piece.table)] : [])),
			),
			...(words.length > 0 ? [sheetOfWords(words)] : []),
		],
	});
}

const sheetOfTexts = ({ title, columns, rows, shares }: WordTable): Sheet => ({
	name: title,
	columns: columns.map((heading, at) => ({
		heading,
		is: "text",
		means: `${title}. In words.`,
		width: Math.round(150 * (shares[at] ?? 0)),
	})),
	rows,
});

type Words = { section: string; part: string; text: string };

const sheetOfWords = (words: Words[]): Sheet => ({
	name: "In words",
	columns: [
		{ heading: "Section", is: "text", means: "Where it stands in the report.", width: 34 },
		{ heading: "Part", is: "text", means: "A theme, a list, or nothing.", width: 34 },
		{ heading: "Text", is: "text", means: "What the report says there.", width: 90 },
	],
	rows: words.map(({ section, part, text }) => [section, part, text]),
});

/** What the report says in words besides its tables, in its order. */
function wordsIn({ report, words, told = [] }: ReportDocument): Words[] {
	return [
		...report.sections.flatMap(({ id, title }) =>
			words?.[id] ? [{ section: title, part: "", text: words[id] }] : [],
		),
		...told.flatMap(({ title: section, pieces }) => {
			let part = "";
			return pieces.flatMap((piece): Words[] => {
				if (piece.is === "heading") part = piece.text;
				if (piece.is === "words") return [{ section, part, text: piece.text }];
				if (piece.is === "extracts") return piece.texts.map((text) => ({ section, part, text }));
				if (piece.is === "lines")
					return piece.items.map((text) => ({ section, part: piece.title, text }));
				return [];
			});
		}),
	];
}

function sheetOf(table: ReportTable): Sheet {
	return {
		name: table.title,
		columns: [
			{ heading: table.rowsAre, is: "text", means: `${table.title}. ${table.says}`, width: 44 },
			...table.columns.map(
				(heading, at): Column => ({
					heading,
					is: isNumeric(table, at) ? "number" : "text",
					means: meaningOf(table, at),
					...(isNumeric(table, at) && { width: 16 }),
				}),
			),
		],
		rows: table.rows.map(({ label, figures }) => [label, ...figures.map(cellOf)]),
	};
}

/** What the values of a column are, and what stands where there is none. */
function meaningOf({ rows }: ReportTable, column: number): string {
	const is = new Set(rows.map(({ figures }) => figures[column]?.is));
	const hidden = is.has("hidden") ? " [c] is not shown." : "";
	if (is.has("days")) return `Working days. Empty where there are none.${hidden}`;
	if (is.has("count")) return `A count.${hidden}`;
	return `In words.${hidden}`;
}

const cellOf = (figure: Figure): Cell => {
	if (figure.is === "count") return figure.n;
	if (figure.is === "days") return figure.value === null ? null : roundedDays(figure.value);
	return sayFigure(figure);
};

/** The report as one table: a row for each figure and each text, with where it stands and what it is. */
export function reportAsCsv(document: ReportDocument): string {
	const { report, told = [] } = document;
	const row = (section: string, table: string, label: string, more: [string, string, string]) => ({
		"First day": report.period.from,
		"Last day": report.period.until,
		Section: section,
		Table: table,
		Row: label,
		Column: more[0],
		Kind: more[1],
		Value: more[2],
	});
	return stringify(
		[
			...report.sections.flatMap(({ title: section, tables }) =>
				tables.flatMap(({ title, columns, rows }) =>
					rows.flatMap(({ label, figures }) =>
						figures.map((figure, at) =>
							row(section, title, label, [columns[at] ?? "", kinds[figure.is], plain(figure)]),
						),
					),
				),
			),
			...told.flatMap(({ title: section, pieces }) =>
				pieces.flatMap((piece) =>
					piece.is !== "table"
						? []
						: piece.table.rows.flatMap((texts, nth) =>
								texts.map((text, at) =>
									row(section, piece.table.title, String(nth + 1), [
										piece.table.columns[at] ?? "",
										kinds.said,
										text,
									]),
								),
							),
				),
			),
			...wordsIn(document).map(({ section, part, text }) =>
				row(section, part, "", ["", kinds.said, text]),
			),
		],
		{ header: true, bom: true, escape_formulas: true, record_delimiter: "\r\n" },
	);
}

const kinds: Record<Figure["is"], string> = {
	count: "count",
	days: "working days",
	said: "words",
	hidden: "not shown",
};

/** A number without the comma of thousands, which a spreadsheet would take for another column's. */
const plain = (figure: Figure): string => {
	if (figure.is === "days" && figure.value === null) return "";
	const cell = cellOf(figure);
	return typeof cell === "number" ? String(cell) : sayFigure(figure);
};
