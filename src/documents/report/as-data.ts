import type { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { tablesOf } from "../../domain/learning/published.ts";
import type { Figure, ReportTable } from "../../domain/learning/report-table.ts";
import { hiddenMark } from "../../domain/learning/suppress.ts";
import { withoutMarks } from "../../language/marks.ts";
import { sayText as say } from "../../language/say.ts";
import { type Cell, type Column, type Sheet, workbookToXlsx } from "../xlsx.ts";
import { isNumeric, roundedDays, sayFigure } from "./figure-in-words.ts";
import { aboutReport, type ReportDocument, sayAudience, titleOfFile } from "./on-paper.ts";
import type { WordTable } from "./told.ts";

/** The report as a spreadsheet: a sheet for each table, and what each column means. */
export function reportAsXlsx(document: ReportDocument): Readable {
	const { report, partnership, day } = document;
	const words = wordsIn(document);
	return workbookToXlsx({
		title: titleOfFile(document),
		language: document.language,
		from: partnership,
		day,
		about: [say`For: ${sayAudience(report.audience)}`, ...aboutReport(document)],
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
		means: say`${title}. In words.`,
		width: Math.round(150 * (shares[at] ?? 0)),
	})),
	rows,
});

type Words = { section: string; part: string; text: string };

const sheetOfWords = (words: Words[]): Sheet => ({
	name: say`In words`,
	columns: [
		{ heading: say`Section`, is: "text", means: say`Where it stands in the report.`, width: 34 },
		{ heading: say`Part`, is: "text", means: say`A theme, a list, or nothing.`, width: 34 },
		{ heading: say`Text`, is: "text", means: say`What the report says there.`, width: 90 },
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
			{
				heading: table.rowsAre,
				is: "text",
				means: `${table.title}${table.title.endsWith("?") ? "" : "."} ${table.says}`,
				width: 44,
			},
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
	const means = is.has("days")
		? say`Working days. Empty where there are none.`
		: is.has("count")
			? say`A count.`
			: say`In words.`;
	return is.has("hidden") ? `${means} ${say`${hiddenMark} is not shown.`}` : means;
}

const cellOf = (figure: Figure): Cell => {
	if (figure.is === "count") return figure.n;
	if (figure.is === "days") return figure.value === null ? null : roundedDays(figure.value);
	return sayFigure(figure);
};

/** The report as one table: a row for each figure and each text, with where it stands and what it is. */
export function reportAsCsv(document: ReportDocument): string {
	const { report, told = [] } = document;
	const kinds = kindsOfFigures();
	const row = (section: string, table: string, label: string, more: [string, string, string]) =>
		[report.period.from, report.period.until, section, table, label, ...more].map(withoutMarks);
	const columns = [
		say`First day`,
		say`Last day`,
		say`Section`,
		say`Table`,
		say`Row`,
		say`Column`,
		say`Kind`,
		say`Value`,
	].map(withoutMarks);
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
		{ columns, header: true, bom: true, escape_formulas: true, record_delimiter: "\r\n" },
	);
}

const kindsOfFigures = (): Record<Figure["is"], string> => ({
	count: say`count`,
	days: say`working days`,
	said: say`words`,
	hidden: say`not shown`,
});

/** A number without the comma of thousands, which a spreadsheet would take for another column's. */
const plain = (figure: Figure): string => {
	if (figure.is === "days" && figure.value === null) return "";
	const cell = cellOf(figure);
	return typeof cell === "number" ? String(cell) : sayFigure(figure);
};
