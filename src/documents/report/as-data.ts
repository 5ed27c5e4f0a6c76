import type { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { periodInWords } from "../../domain/learning/period.ts";
import { tablesOf } from "../../domain/learning/published.ts";
import type { Figure, ReportTable } from "../../domain/learning/report-table.ts";
import { type Cell, type Column, type Sheet, workbookToXlsx } from "../xlsx.ts";
import { isNumeric, roundedDays, sayFigure } from "./figure-in-words.ts";
import { aboutReport, audienceNames, type ReportDocument } from "./on-paper.ts";

/** The report as a spreadsheet: a sheet for each table, and what each column means. */
export function reportAsXlsx(document: ReportDocument): Readable {
	const { report, protocol, partnership, day } = document;
	return workbookToXlsx({
		title: `${protocol.title}: report, ${periodInWords(report.period)}`,
		from: partnership,
		day,
		about: [`For: ${audienceNames[report.audience]}`, ...aboutReport(document)],
		sheets: tablesOf(report).map(sheetOf),
	});
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

/** The report as one table: a row for each figure, with where it stands and what it is. */
export const reportAsCsv = ({ report }: ReportDocument): string =>
	stringify(
		report.sections.flatMap(({ title: section, tables }) =>
			tables.flatMap(({ title, columns, rows }) =>
				rows.flatMap(({ label, figures }) =>
					figures.map((figure, at) => ({
						"First day": report.period.from,
						"Last day": report.period.until,
						Section: section,
						Table: title,
						Row: label,
						Column: columns[at],
						Kind: kinds[figure.is],
						Value: figure.is === "days" && figure.value === null ? "" : plain(figure),
					})),
				),
			),
		),
		{ header: true, bom: true, escape_formulas: true, record_delimiter: "\r\n" },
	);

const kinds: Record<Figure["is"], string> = {
	count: "count",
	days: "working days",
	said: "words",
	hidden: "not shown",
};

/** A number without the comma of thousands, which a spreadsheet would take for another column's. */
const plain = (figure: Figure): string => {
	const cell = cellOf(figure);
	return typeof cell === "number" ? String(cell) : sayFigure(figure);
};
