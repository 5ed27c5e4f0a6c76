import { startingSmall } from "../../domain/english.ts";
import type { Language } from "../../domain/language.ts";
import type { Audience, Published } from "../../domain/learning/published.ts";
import { isNothingIn, type SectionId } from "../../domain/learning/report.ts";
import type { ReportTable } from "../../domain/learning/report-table.ts";
import { hiddenMark } from "../../domain/learning/suppress.ts";
import { type Block, heading, type Paper, paragraph, type Table } from "../../domain/paper.ts";
import type { Protocol } from "../../domain/protocol/protocol.ts";
import { widthOf } from "../../domain/protocol/told/draw/draw-text.ts";
import { withoutMarks } from "../../language/marks.ts";
import { sayText as say, sayList, sayPeriod, sayWhole } from "../../language/say.ts";
import { chartOfTable } from "./charts.ts";
import { isNumeric, sayFigure } from "./figure-in-words.ts";
import type { Piece, Told } from "./told.ts";

/** A report with everything that its files say, in the language of whoever takes them away. */
export type ReportDocument = {
	language: Language;
	report: Published;
	protocol: Pick<Protocol, "id" | "title" | "words">;
	partnership: string;
	/** The ISO day that the files are dated: the same report of the same day is the same file. */
	day: string;
	/** Whether its period had ended by then. */
	isOver: boolean;
	/** The partnership's: counts from 1 to one less are hidden outside the Business Unit. */
	threshold: number;
	/** What somebody wrote beside the figures, for each section; paragraphs are lines. */
	words?: Partial<Record<SectionId, string>>;
	/** What it says after the figures. */
	told?: Told[];
	/** Where it was presented: its version, and what a reader has to know of that first. */
	presented?: { version: number; says: string[] };
};

/** For whom a report is, in English. */
const audienceNames: Record<Audience, string> = {
	"business-unit": "Business Unit",
	subgroup: "Subgroup",
	partnership: "Partnership",
	public: "Public",
};

/** The same, as its first page says it. */
export const sayAudience = (audience: Audience): string => sayWhole(audienceNames[audience]);

/** The same inside a sentence, where an office keeps its large letters. */
export const sayAudienceInside = (audience: Audience): string =>
	audience === "business-unit" ? sayAudience(audience) : startingSmall(sayAudience(audience));

/** What its files call themselves. */
export const titleOfFile = ({ report, protocol }: ReportDocument): string =>
	say`${protocol.title}: report, ${sayPeriod(report.period)}`;

/** Of the report's files, without an ending: it names nobody. */
export const reportFileName = ({ report, protocol, presented }: ReportDocument): string =>
	[
		"report",
		protocol.id,
		report.period.from,
		"to",
		report.period.until,
		...(presented ? ["presented"] : []),
		...(presented && presented.version > 1 ? ["version", presented.version] : []),
		report.audience,
	].join("-");

/** Tables with more columns than this are told as pairs on paper: a page is not wide enough for them. */
const mostColumns = 7;

/** The report as it is printed: sections, each with its words, its charts and its tables, which are numbered throughout. */
export function reportOnPaper(document: ReportDocument): Paper {
	const { report, protocol, partnership, day } = document;
	const period = sayPeriod(report.period);
	const number = { table: 0, figure: 0 };
	return {
		title: titleOfFile(document),
		from: partnership,
		day,
		language: document.language,
		look: "report",
		head: [partnership, sayAudience(report.audience)],
		foot: [`${protocol.title}, ${period}`],
		blocks: [
			heading(1, protocol.title),
			paragraph(say`Report for ${period}`, "strong"),
			...aboutReport(document).map((text) => paragraph(text)),
			...report.sections.flatMap(({ id, title, tables }) => [
				heading(2, title),
				...paragraphsIn(document.words?.[id]),
				...tables
					.filter(hasFigures)
					.flatMap((table) => tableBlocks(document, table, number, tables.length === 1)),
				...noneOf(tables).map((text) => paragraph(text)),
			]),
			...(document.told ?? []).flatMap(({ title, pieces }) => [
				heading(2, title),
				...pieces.flatMap((piece) => pieceBlocks(piece, number)),
			]),
		],
	};
}

function pieceBlocks(piece: Piece, number: { table: number }): Block[] {
	switch (piece.is) {
		case "heading":
			return [heading(3, piece.text)];
		case "words":
			return paragraphsIn(piece.text);
		case "extracts":
			return [paragraph(say`In people’s own words:`, "quiet"), { is: "list", items: piece.texts }];
		case "lines":
			return [
				heading(3, piece.title),
				paragraph(piece.says, "quiet"),
				{ is: "list", items: piece.items },
			];
		case "table": {
			const { title, columns, rows, shares } = piece.table;
			number.table += 1;
			return [
				heading(3, title),
				paragraph(say`Table ${number.table}: ${title}`, "caption"),
				{ is: "table", columns, rows, shares },
			];
		}
	}
}

/** What a reader has to know before the figures: for whom it is, what is hidden, what is left out. */
export function aboutReport({
	report,
	isOver,
	threshold,
	partnership,
	presented,
}: ReportDocument): string[] {
	const { audience, leftOut } = report;
	return [
		...(presented?.says ?? []),
		...nothingInIt(report),
		...(isOver ? [] : [say`This period is not over. Its figures are of what has happened so far.`]),
		audience === "business-unit"
			? say`For the Business Unit of ${partnership} alone: small numbers are not hidden. Do not pass it on; make the report for those who are to have it.`
			: say`${hiddenMark} is a number that is not shown, so that nobody can tell which child it is about: a number from 1 to ${threshold - 1}, or another from which one could be worked out. A 0 is always shown.`,
		...(leftOut.length > 0
			? [
					say`Not in this report, since too few of their numbers could be shown: ${sayList(leftOut.map((title) => `“${title}”`))}.`,
				]
			: []),
	];
}

/** A period in which nothing happened, said before its noughts; nothing where there was something. */
export const nothingInIt = (report: Parameters<typeof isNothingIn>[0]): string[] =>
	isNothingIn(report) ? [say`Nothing was raised, open or ended in this period.`] : [];

/** Whether a table has anything in it that is not 0; the first of a report stands always. */
export const hasFigures = ({ id, rows }: ReportTable): boolean =>
	id === "key" ||
	rows.some(({ figures }) =>
		figures.some((figure) => figure.is === "hidden" || (figure.is === "count" && figure.n > 0)),
	);

/** What there was none of, in one sentence instead of tables of noughts; nothing where there was some of all. */
export function noneOf(tables: readonly ReportTable[]): string[] {
	const none = tables.filter((table) => !hasFigures(table)).map(({ title }) => `“${title}”`);
	return none.length > 0 ? [say`There is nothing to count for ${sayList(none)}.`] : [];
}

const paragraphsIn = (words = ""): Block[] =>
	words
		.split("\n")
		.filter((line) => line.trim() !== "")
		.map((line) => paragraph(line));

function tableBlocks(
	{ report, protocol }: ReportDocument,
	table: ReportTable,
	number: { table: number; figure: number },
	isAlone: boolean,
): Block[] {
	const chart = chartOfTable(table, { period: report.period, words: protocol.words });
	number.table += 1;
	const figure: Block[] = [];
	if (chart?.drawn) {
		number.figure += 1;
		figure.push(paragraph(say`Figure ${number.figure}: ${chart.sentence}`, "caption"), {
			is: "figure",
			says: chart.sentence,
			drawing: chart.drawn.drawing,
		});
	}
	return [
		...(isAlone ? [] : [heading(3, table.title)]),
		paragraph(table.says, "quiet"),
		...figure,
		paragraph(say`Table ${number.table}: ${table.title}`, "caption"),
		{ is: "table", ...(table.columns.length > mostColumns ? inPairs(table) : inColumns(table)) },
	];
}

/** In points: the width of the text of a page, the letters of a table’s headings, and what stands beside them in a cell. */
const [across, letter, beside] = [487, 9.5, 10];
/** What a column needs so that no word of its heading is broken: those of Welsh are longer. */
const shareOf = (heading: string): number =>
	Math.max(
		...withoutMarks(heading)
			.split(/\s+/u)
			.map((word) => (widthOf(word, letter, true) + beside) / across),
	);

function inColumns(table: ReportTable): Table {
	const numbers = table.columns.flatMap((_, at) => (isNumeric(table, at) ? [at + 1] : []));
	const isText = table.columns.length > numbers.length;
	const wide = table.columns.length - numbers.length;
	// Two columns in words need the room more than numbers do.
	const narrow = Math.min(
		Math.max(wide > 1 ? 0.1 : 0.14, ...numbers.map((at) => shareOf(table.columns[at - 1] ?? ""))),
		0.66 / Math.max(1, table.columns.length),
	);
	const first = isText ? 0.3 : 1 - narrow * table.columns.length;
	const each = wide > 0 ? (1 - first - narrow * numbers.length) / wide : 0;
	return {
		columns: [table.rowsAre, ...table.columns],
		rows: table.rows.map(({ label, figures }) => [label, ...figures.map(sayFigure)]),
		numbers,
		totals: totalsIn(table.rows),
		shares: [first, ...table.columns.map((_, at) => (numbers.includes(at + 1) ? narrow : each))],
	};
}

/** Each row with the columns in which it has something, one under the other; what is not named is 0. */
function inPairs(table: ReportTable): Table {
	const last = table.columns.length - 1;
	const rows = table.rows.map(({ label, isTotal, figures }) => ({
		isTotal,
		texts: [
			label,
			figures
				.slice(0, last)
				.flatMap((figure, at) =>
					figure.is === "count" && figure.n === 0
						? []
						: [`${table.columns[at]}: ${sayFigure(figure)}`],
				)
				.join("; "),
			figures[last] ? sayFigure(figures[last]) : "",
		],
	}));
	return {
		columns: [table.rowsAre, say`With (others: 0)`, table.columns[last] ?? ""],
		rows: rows.map(({ texts }) => texts),
		numbers: [2],
		totals: totalsIn(rows),
		shares: [0.38, 0.5, 0.12],
	};
}

const totalsIn = (rows: { isTotal?: true | undefined }[]): number[] =>
	rows.flatMap(({ isTotal }, at) => (isTotal ? [at] : []));
