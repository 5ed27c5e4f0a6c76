/**
 * A paper as a Word document: how each kind of block is set, and what is around it on every page. What a paper says is in
 * domain/paper.ts and made by who builds it.
 */
import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	Header,
	ImageRun,
	type IParagraphOptions,
	type IRunOptions,
	type ISectionOptions,
	LineRuleType,
	Packer,
	PageNumber,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TabStopType,
	TextRun,
	WidthType,
} from "docx";
import {
	type Block,
	type LabelledAnswer,
	type Paper,
	paragraphsOf,
	printable,
	type Signatory,
	type Table as TableOnPaper,
} from "../domain/paper.ts";
import { gap } from "../domain/protocol/letter.ts";
import { piecesOf, withoutMarks } from "../language/marks.ts";
import { sayText as say } from "../language/say.ts";
import { speaking } from "../language/speaking.ts";
import { svgOf } from "./chart/drawing.ts";
import { pictureOf } from "./chart/picture.ts";
import { coreProperties, dateZipEntries, wordsLanguage } from "./docx-dates.ts";
import { black, dark, grey, isWide, type Look, line, looks, type Setting, tint } from "./look.ts";
import { columnShares } from "./table-columns.ts";

// Word measures lengths in twentieths of a point, type in half points and lines in eighths of a point.
const twips = (points: number) => Math.round(points * 20);
const page = { width: 11906, height: 16838, side: 1077, top: 1474, foot: 1304 };
const across = page.width - 2 * page.side;

/**
 * A paper as a Word document: A4, headings and repeated table headers that a screen reader
 * announces, in the language that it says; a text in the other is one for whoever hears it.
 *
 * @returns the same bytes for the same paper
 */
export const paperToDocx = (given: Paper): Promise<Buffer> =>
	speaking({ language: given.language ?? "en", marks: false }, () => written(given));

async function written(given: Paper): Promise<Buffer> {
	const paper = printable(given);
	const look = looks[paper.look];
	const document = new Document({
		styles: stylesOf(look, wordsLanguage[paper.language ?? "en"]),
		sections: [
			{
				...aroundEachPage(paper),
				children: paper.blocks.flatMap((block, index) => setBlock(look, block, index)),
			},
		],
	});
	const properties = coreProperties({
		title: withoutMarks(paper.title),
		author: paper.from,
		day: paper.day,
		language: wordsLanguage[paper.language ?? "en"],
	});
	return dateZipEntries(await Packer.toBuffer(document, undefined, [properties]), paper.day);
}

/** A text as runs: a piece that is English in a paper that is Welsh says so. */
const runsOf = (text: string, how: IRunOptions = {}): TextRun[] =>
	piecesOf(text).map(
		({ text, language }) =>
			new TextRun({
				...how,
				text,
				...(language === "en" && { language: { value: wordsLanguage.en } }),
			}),
	);

const noBorder = { style: BorderStyle.NONE, size: 0, color: "auto" };
const hairline = { style: BorderStyle.SINGLE, size: 4, color: line };
/** Above each part of a form. */
const partRule = { ...hairline, size: 18, color: dark, space: 8 };
const letterheadRule = { ...hairline, size: 12, color: dark, space: 6 };
/** What is to be seen first: on a tint. */
const highlighted = {
	shading: { type: ShadingType.CLEAR, fill: tint },
	border: {
		top: { ...hairline, color: tint, space: 6 },
		bottom: { ...hairline, color: tint, space: 6 },
		left: { ...hairline, size: 24, color: dark, space: 8 },
	},
	indent: { left: 200 },
};
const betweenRows = {
	top: hairline,
	bottom: hairline,
	left: noBorder,
	right: noBorder,
	insideHorizontal: hairline,
	insideVertical: noBorder,
};

/** A style for each kind of text, so that whoever works on the document changes all of one kind at once. */
const stylesOf = (look: Look, language: string) => ({
	default: {
		document: {
			run: { font: "Arial", ...lettersOf(look.plain), language: { value: language } },
			paragraph: { spacing: { line: 269, after: twips(look.plain.after) } },
		},
		heading1: headingStyle(look.h1),
		heading2: headingStyle(look.h2),
		heading3: headingStyle(look.h3),
	},
	paragraphStyles: ownStyles.map((id) => ({
		id,
		name: `Concord ${id}`,
		basedOn: "Normal",
		run: lettersOf(look[id]),
		paragraph: {
			spacing: spacingOf(look[id]),
			keepNext: id === "quiet" || id === "column" || id === "caption",
		},
	})),
});

const ownStyles = [
	"letterhead",
	"strong",
	"quiet",
	"caption",
	"label",
	"column",
	"cell",
	"running",
] as const;

const headingStyle = (how: Setting) => ({
	run: { font: "Arial", ...lettersOf(how) },
	paragraph: {
		// Said outright: LibreOffice else takes the line of the text as a heading's, and its second lies on its first.
		spacing: { ...spacingOf(how), line: 259, lineRule: LineRuleType.AUTO },
		keepNext: true,
		keepLines: true,
	},
});

const lettersOf = ({ word, font, colour }: Setting) => ({
	size: 2 * word,
	bold: font === "bold",
	// Black is left to Word, which shows it in the colours that a reader has chosen.
	...(colour !== black && { color: colour }),
});

const spacingOf = ({ before, after }: Setting) => ({ before: twips(before), after: twips(after) });

/** Size and margins, and what stands at the head and foot of every page. */
function aroundEachPage({ head, foot, blocks }: Paper): Omit<ISectionOptions, "children"> {
	const header = new Header({
		children: [apart(head[0], [head[1]], { border: { bottom: { ...hairline, space: 5 } } })],
	});
	const [before = "", between = ""] = say`page ${"\n"} of ${"\n"}`.split("\n");
	const numbering = [PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES];
	const footer = new Footer({
		children: [apart(foot[0], [foot[1] ? `${foot[1]} · ${before}` : before, ...numbering])],
	});
	return {
		properties: {
			page: {
				size: { width: page.width, height: page.height },
				margin: {
					top: page.top,
					bottom: page.foot,
					left: page.side,
					right: page.side,
					header: 567,
					footer: 510,
				},
			},
		},
		// A letterhead stands in its place, and each head or foot is a file more to write.
		...(blocks[0]?.is !== "letterhead" && { headers: { default: header } }),
		footers: { default: footer },
	};
}

/** One text to the left and one to the right. */
const apart = (
	left: string,
	right: NonNullable<IRunOptions["children"]>,
	how: IParagraphOptions = {},
) =>
	new Paragraph({
		...how,
		style: "running",
		tabStops: [{ type: TabStopType.RIGHT, position: across }],
		children: [new TextRun({ children: [withoutMarks(left), "\t", ...right.map(plainly)] })],
	});

/** What is a text, without its marks. */
const plainly = <Part>(part: Part): Part | string =>
	typeof part === "string" ? withoutMarks(part) : part;

/** @param index where it stands among all, from 0 */
function setBlock(look: Look, block: Block, index: number): (Paragraph | Table)[] {
	switch (block.is) {
		case "letterhead":
			return [styled("letterhead", block.from, { border: { bottom: letterheadRule } })];
		case "heading":
			return [
				new Paragraph({
					heading: `Heading${block.level}`,
					children: runsOf(block.text),
					pageBreakBefore: block.onNewPage ?? false,
					...(look.hasRuledParts && block.level === 2 && { border: { top: partRule } }),
				}),
			];
		case "paragraph":
			return [styled(block.tone, block.text)];
		case "warning":
			return [styled("strong", block.lines.join("\n"), highlighted)];
		case "list":
			return block.items.map(
				(text) =>
					new Paragraph({ children: runsOf(text), bullet: { level: 0 }, spacing: { after: 40 } }),
			);
		case "answers":
			return answersOf(look, block.answers);
		case "table":
			return [tableOf(look, block)];
		case "figure":
			return [figureOf(block, index)];
		case "signature":
			return signatureOf(block.by);
	}
}

/** A line break stays one; what is not known stands out. */
const styled = (
	style: (typeof ownStyles)[number] | undefined,
	text: string,
	how: IParagraphOptions = {},
) =>
	new Paragraph({
		...how,
		...(style && { style }),
		children: piecesOf(text).flatMap(({ text, language }) =>
			text.split("\n").flatMap((said, index) =>
				said.split(gap).flatMap((piece, place) => [
					...(place > 0 ? [new TextRun({ text: gap, highlight: "yellow" })] : []),
					new TextRun({
						text: piece,
						...(index > 0 && place === 0 && { break: 1 }),
						...(language === "en" && { language: { value: wordsLanguage.en } }),
					}),
				]),
			),
		),
	});

/** Short answers beside their labels, as one table for as long as they follow one another. */
function answersOf(look: Look, answers: LabelledAnswer[]): (Paragraph | Table)[] {
	const labelWidth = Math.round(across * look.labelShare);
	const blocks: (Paragraph | Table)[] = [];
	let short: TableRow[] = [];
	const endShort = () => {
		if (short.length > 0)
			blocks.push(rowsAcross(look, [labelWidth, across - labelWidth], short, { left: 0 }));
		short = [];
	};
	for (const answer of answers) {
		const value = "table" in answer ? undefined : answer.value;
		if (!isWide(look, answer)) {
			const cells = [[styled("label", answer.label, inRow)], answerOf(value)];
			short.push(rowOf(cells.map((children) => new TableCell({ children }))));
			continue;
		}
		endShort();
		blocks.push(styled("label", answer.label, { keepNext: true }));
		if ("table" in answer && answer.table.rows.length > 0) blocks.push(tableOf(look, answer.table));
		else blocks.push(...answerOf(value));
	}
	endShort();
	return blocks;
}

const inRow = { spacing: { before: 0, after: 0 } };

const answerOf = (value: string | undefined): Paragraph[] =>
	paragraphsOf(value)?.map((text) => new Paragraph({ children: runsOf(text) })) ?? [
		new Paragraph({
			children: [new TextRun({ text: say`Not yet answered`, color: grey, italics: true })],
		}),
	];

/** A table of figures that is not long is not broken between pages. */
const isKeptWhole = ({ numbers, rows }: TableOnPaper): boolean =>
	numbers !== undefined && rows.length <= 14;

/** So much of a page a figure takes at most: its heading and what it says stand with it. */
const tallestFigure = ((page.height - page.top - page.foot) / 15) * 0.62;

/** As wide as the text, or less where it would be too tall: SVG, which stays sharp, and a picture for what shows none. */
function figureOf(
	{ drawing, ...figure }: Extract<Block, { is: "figure" }>,
	index: number,
): Paragraph {
	const says = withoutMarks(figure.says);
	const svg = svgOf(drawing, { title: "", description: says });
	const width = Math.min(across / 15, (tallestFigure * drawing.width) / drawing.height);
	return new Paragraph({
		// As high as the drawing is, not as a line of text.
		spacing: { after: twips(6), line: 240, lineRule: LineRuleType.AUTO },
		children: [
			new ImageRun({
				type: "svg",
				data: Buffer.from(svg),
				// Twice as fine as it is shown, which is sharp in print.
				fallback: { type: "png", data: pictureOf(svg, (2 * width) / drawing.width) },
				transformation: { width, height: (drawing.height * width) / drawing.width },
				// The library would number it by how many there were since the start.
				altText: { id: String(index + 1), name: say`Figure ${index + 1}`, description: says },
			}),
		],
	});
}

function tableOf(look: Look, table: TableOnPaper): Table {
	const widths = columnShares(table).map((share) => Math.round(share * across));
	const cell = (text: string | undefined, at: number, row: number | "head") => {
		const style = row === "head" ? "column" : "cell";
		const isTotal = row !== "head" && table.totals?.includes(row);
		return new TableCell({
			...(row === "head" && { shading: { type: ShadingType.CLEAR, fill: tint } }),
			children: (paragraphsOf(text) ?? [""]).map(
				(text) =>
					new Paragraph({
						style,
						keepNext: isKeptWhole(table) && row !== table.rows.length - 1,
						...(table.numbers?.includes(at) && { alignment: AlignmentType.RIGHT }),
						children: runsOf(text, isTotal ? { bold: true } : {}),
					}),
			),
		});
	};
	const head = table.columns.map((text, at) => cell(text, at, "head"));
	const rows = table.rows.map((texts, row) =>
		table.columns.map((_, at) => cell(texts[at], at, row)),
	);
	return rowsAcross(look, widths, [rowOf(head, true), ...rows.map((cells) => rowOf(cells))]);
}

const rowOf = (children: TableCell[], tableHeader = false) =>
	new TableRow({ cantSplit: true, tableHeader, children });

const rowsAcross = (look: Look, columnWidths: number[], rows: TableRow[], margins = {}) =>
	new Table({
		layout: TableLayoutType.FIXED,
		width: { size: across, type: WidthType.DXA },
		columnWidths,
		borders: betweenRows,
		margins: { top: twips(look.row.above - 1), bottom: 20, left: 90, right: 90, ...margins },
		rows,
	});

/** Room to sign, and who does. */
const signatureOf = (by: Signatory | undefined) => [
	new Paragraph({
		keepNext: true,
		spacing: { before: 900, after: 60 },
		indent: { right: 5200 },
		border: { bottom: { ...hairline, space: 4 } },
	}),
	...(by ? [styled("strong", by.name, { keepNext: true, spacing: { after: 0 } })] : []),
	new Paragraph(by ? `${by.role}, ${by.agency}` : say`Name and role`),
];
