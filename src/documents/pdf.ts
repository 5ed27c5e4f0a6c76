/**
 * A paper as a tagged PDF: how each kind of block is drawn, and what stays together on one page. What a paper says is in
 * domain/paper.ts and made by who builds it.
 */
import {
	type Block,
	type LabelledAnswer,
	type Paper,
	paragraphsOf,
	printable,
	type Signatory,
	type Table,
} from "../domain/paper.ts";
import { withoutMarks } from "../language/marks.ts";
import { sayText as say } from "../language/say.ts";
import { speaking } from "../language/speaking.ts";
import { dark, grey, isWide, type Look, looks, type Setting } from "./look.ts";
import {
	across,
	fullWidth,
	leastHeight,
	PdfPages,
	type Placed,
	page,
	type Structure,
} from "./pdf-pages.ts";
import { columnShares } from "./table-columns.ts";

const gap = 12;
/** A table row up to this tall is not split between pages. */
const tallestKept = 200;
/** What a heading, and each line that says more about it, takes at most. */
const roomForHeadings = 45;
/** A table of figures up to this tall is not split between pages. */
const tallestTableKept = 330;
/**
 * A paper as a tagged PDF: A4, headings, lists of answers and tables that a screen reader can
 * walk through, in the language that it says, fonts embedded.
 *
 * @param isForArchive as PDF/A-2b, which is read in many years as it is today
 * @returns the same bytes for the same paper
 */
export const paperToPdf = (
	given: Paper,
	{ isForArchive = false }: { isForArchive?: boolean } = {},
): Promise<Buffer> =>
	speaking({ language: given.language ?? "en", marks: false }, () => written(given, isForArchive));

async function written(given: Paper, isForArchive: boolean): Promise<Buffer> {
	const paper = printable(plain(given));
	const { head, foot, blocks } = paper;
	const look = looks[paper.look];
	const pages = await drawn(paper, look, isForArchive);
	/** One text to the left and one to the right. */
	const apart = (left: string, right: string): Placed[] => {
		const width = Math.min(pages.width(right, look.running), across / 2);
		return [
			{ ...fullWidth(left, look.running), width: across - width - gap },
			{ ...fullWidth(right, look.running), x: page.right - width, width },
		];
	};
	return pages.finish((number, count) => ({
		head: number === 1 && blocks[0]?.is === "letterhead" ? [] : apart(...head),
		foot: apart(foot[0], `${foot[1] ? `${foot[1]} · ` : ""}${say`page ${number} of ${count}`}`),
	}));
}

/** A whole file is in one language here: that a text is in another is said by the Word version alone. */
const plain = (paper: Paper): Paper => JSON.parse(withoutMarks(JSON.stringify(paper)));

async function drawn(paper: Paper, look: Look, isForArchive: boolean): Promise<PdfPages> {
	const text = JSON.stringify(paper);
	const { title, from: author, day, language = "en" } = paper;
	const pages = await PdfPages.for(text, { title, author, day, language, isForArchive });
	const isWhole = pages.canDraw(text);
	for (const [index, block] of paper.blocks.entries()) {
		drawBlock(pages, look, block, paper.blocks.slice(index + 1, index + 5));
		if (!isWhole && block.is === "heading" && block.level === 1)
			drawParagraph(pages, pages.element("P"), sayLettersMissing(), look.quiet);
	}
	return pages;
}

const sayLettersMissing = () =>
	say`This file cannot show some letters of this text: a box stands in their place. The Word version shows them.`;

/** @param rest what stands under it: a heading and a caption are on one page with what they name */
function drawBlock(pages: PdfPages, look: Look, block: Block, rest: Block[]): void {
	switch (block.is) {
		case "letterhead":
			pages.text(pages.element("P"), block.from, look.letterhead);
			pages.down(6);
			pages.rule(dark, 1.5);
			pages.down(look.letterhead.after);
			break;
		case "heading":
			if (block.onNewPage) pages.begin();
			pages.keep(heightUnderHeading(pages, look, rest));
			drawHeading(pages, look, block.level, block.text);
			break;
		case "paragraph":
			if (block.tone === "caption") {
				pages.space(look.caption.before);
				pages.keep(2 * look.caption.leading + heightUnderCaption(pages, look, rest[0]));
			}
			drawParagraph(pages, pages.element("P"), block.text, look[block.tone ?? "plain"]);
			break;
		case "warning":
			drawWarning(pages, look, block.lines);
			break;
		case "list":
			drawList(pages, look, block.items);
			break;
		case "answers":
			drawAnswers(pages, look, block.answers);
			break;
		case "table":
			pages.space(2);
			drawTable(pages, look, pages.element("Table"), block);
			pages.space(4);
			break;
		case "figure":
			pages.figure(block.drawing, block.says);
			break;
		case "signature":
			drawSignature(pages, look, block.by);
			break;
	}
}

function drawHeading(pages: PdfPages, look: Look, level: 1 | 2 | 3, text: string): void {
	const how = look[`h${level}`];
	const isPart = look.hasRuledParts && level === 2;
	pages.space(how.before);
	// Never a heading alone at the foot of a page; under that of a part stand its side and the heading of a section.
	const { plain, quiet, h3 } = look;
	const section = quiet.leading + quiet.after + h3.before + h3.leading + h3.after;
	pages.keep(how.leading + how.after + (isPart ? 10 + section : 0) + plain.leading * 4);
	if (isPart) {
		pages.rule(dark, 2);
		pages.down(8);
	}
	drawParagraph(pages, pages.element(`H${level}`), text, how);
}

function drawParagraph(pages: PdfPages, element: Structure, text: string, how: Setting): void {
	pages.keep(2 * how.leading);
	pages.text(element, text, how);
	pages.space(how.after);
}

function drawWarning(pages: PdfPages, { strong }: Look, lines: string[]): void {
	const placed = { ...fullWidth(lines.join("\n"), strong), x: page.left + 14, width: across - 28 };
	const edge = strong.leading * 0.45;
	const height = pages.height(placed) + 2 * edge;
	pages.space(3);
	pages.keep(height);
	pages.band(height, dark);
	pages.down(edge - 1);
	pages.sideBySide([{ element: pages.element("P"), placed }]);
	pages.down(edge + 1 + strong.after);
}

function drawList(pages: PdfPages, { plain }: Look, items: string[]): void {
	const list = pages.element("L");
	const textAt = plain.size * 1.6;
	for (const item of items) {
		const entry = pages.element("LI", list);
		const bullet = { text: "•", x: page.left + 2, width: textAt, type: plain };
		const text = { text: item, x: page.left + textAt, width: across - textAt, type: plain };
		pages.sideBySide([
			{ element: pages.element("Lbl", entry), placed: bullet },
			{ element: pages.element("LBody", entry), placed: text },
		]);
		entry.end();
	}
	list.end();
	pages.space(plain.after);
}

/** Labels and answers, tagged as a list whose items have a label and a body. */
function drawAnswers(pages: PdfPages, look: Look, answers: LabelledAnswer[]): void {
	if (answers.length === 0) return;
	const list = pages.element("L");
	let isUnderShort = false;
	for (const answer of answers) {
		const item = pages.element("LI", list);
		const parts = { label: pages.element("Lbl", item), body: pages.element("LBody", item) };
		const wide = isWide(look, answer);
		if (wide) drawBelow(pages, look, parts, answer);
		else drawBeside(pages, look, parts, answer, isUnderShort);
		parts.body.end();
		isUnderShort = !wide;
	}
	list.end();
}

type Parts = { label: Structure; body: Structure };

/** The words of an answer, and how they are set: greyer where there are none yet. */
function wordsOf(answer: LabelledAnswer, { plain }: Look): [string[], Setting] {
	const paragraphs = "table" in answer ? undefined : paragraphsOf(answer.value);
	return paragraphs ? [paragraphs, plain] : [[say`Not yet answered`], { ...plain, colour: grey }];
}

function drawBeside(
	pages: PdfPages,
	look: Look,
	{ label, body }: Parts,
	answer: LabelledAnswer,
	isUnderShort: boolean,
): void {
	const { above, below } = look.row;
	const labelWidth = across * look.labelShare;
	const [words, how] = wordsOf(answer, look);
	const name = { ...fullWidth(answer.label, look.label), width: labelWidth - gap };
	const said = {
		...fullWidth(words.join("\n"), how),
		x: page.left + labelWidth,
		width: across - labelWidth,
	};
	pages.keep(Math.max(pages.height(name), pages.height(said)) + above + below);
	if (!isUnderShort) {
		pages.space(5);
		pages.rule();
	}
	pages.down(above);
	pages.sideBySide([
		{ element: label, placed: name },
		{ element: pages.element("P", body), placed: said },
	]);
	pages.down(below);
	pages.rule();
}

function drawBelow(
	pages: PdfPages,
	look: Look,
	{ label, body }: Parts,
	answer: LabelledAnswer,
): void {
	pages.space(look.label.before);
	pages.keep(46);
	pages.text(label, answer.label, look.label);
	pages.space(look.label.after);
	if ("table" in answer && answer.table.rows.length > 0) {
		drawTable(pages, look, pages.element("Table", body), answer.table);
		return;
	}
	const [words, how] = wordsOf(answer, look);
	for (const text of words) drawParagraph(pages, pages.element("P", body), text, how);
}

/** The cells of a table in their places, and how high a row of them is. */
function setTable(pages: PdfPages, look: Look, given: Table) {
	let x = page.left;
	const places = columnShares(given).map((share) => {
		const place = { x: x + 6, width: share * across - 12 };
		x += share * across;
		return place;
	});
	const set = (texts: string[], type: Setting): Placed[] =>
		places.map((place, index) => ({
			...place,
			text: (paragraphsOf(texts[index]) ?? []).join("\n"),
			type,
			...(given.numbers?.includes(index) && { atRight: true as const }),
		}));
	const { above, below } = look.row;
	const heightOf = (row: Placed[]) =>
		Math.max(...row.map((placed) => pages.height(placed))) + above + below;

	const header = set(given.columns, look.column);
	const body = given.rows.map((texts, index) =>
		set(texts, given.totals?.includes(index) ? { ...look.cell, font: "bold" } : look.cell),
	);
	return { header, body, heightOf };
}

/** The height of a table of figures that is not to be split between pages; undefined of any other. */
function keptAtOnce(
	{ header, body, heightOf }: ReturnType<typeof setTable>,
	{ numbers }: Table,
): number | undefined {
	const height = [header, ...body].reduce((sum, row) => sum + heightOf(row) + 1, 0);
	return numbers !== undefined && height <= tallestTableKept ? height : undefined;
}

/** How much room a caption needs under it, so that it stands on one page with what it names. */
function heightUnderCaption(pages: PdfPages, look: Look, named: Block | undefined): number {
	if (named?.is === "figure") return leastHeight(named.drawing);
	return (named?.is === "table" && keptAtOnce(setTable(pages, look, named), named)) || 120;
}

/**
 * How much room a heading needs under it: for the headings that follow at once and the beginning of what they name, and where
 * that is a captioned figure or table, for it.
 */
function heightUnderHeading(pages: PdfPages, look: Look, rest: Block[]): number {
	const isBefore = (block: Block) =>
		block.is === "heading" || (block.is === "paragraph" && block.tone === "quiet");
	const at = rest.findIndex((block) => !isBefore(block));
	const caption = rest[at];
	if (caption?.is !== "paragraph" || caption.tone !== "caption")
		return at > 0 ? roomForHeadings * (at + 1) : 0;
	return roomForHeadings * (at + 1) + heightUnderCaption(pages, look, rest[at + 1]);
}

function drawTable(pages: PdfPages, look: Look, table: Structure, given: Table): void {
	const { above, below } = look.row;
	const { header, body, heightOf } = setTable(pages, look, given);
	// A row is kept on one page unless that would leave much of the page before it empty.
	const keptOf = (row: Placed[] = []) => {
		const height = heightOf(row);
		return height <= tallestKept ? height : 40;
	};
	const inRow = (draw: () => void) => {
		pages.down(above);
		draw();
		pages.down(below);
		pages.rule();
	};
	const drawRow = (row: Placed[], tag: "TH" | "TD", onNewPage?: () => void) => {
		const line = pages.element("TR", table);
		// `scope` is in pdfkit and its guide, but not in its types.
		const scope = tag === "TH" ? { scope: "Column" } : {};
		const cells = row.map((placed) => ({ element: pages.element(tag, line, scope), placed }));
		inRow(() => pages.sideBySide(cells, onNewPage));
		line.end();
	};
	const repeatHeader = () => {
		if (heightOf(header) > tallestKept) return;
		pages.band(heightOf(header));
		inRow(() => pages.repeated(header));
		pages.down(above);
	};

	const kept = keptAtOnce({ header, body, heightOf }, given);
	pages.keep(kept ?? heightOf(header) + keptOf(body[0]));
	pages.band(heightOf(header));
	drawRow(header, "TH");
	for (const row of body) {
		pages.keep(keptOf(row), repeatHeader);
		drawRow(row, "TD", repeatHeader);
	}
	table.end();
}

/** Room to sign, and who does. */
function drawSignature(pages: PdfPages, { plain, strong }: Look, by: Signatory | undefined): void {
	pages.keep(110);
	pages.down(48);
	pages.rule();
	pages.down(5);
	if (by) pages.text(pages.element("P"), by.name, strong);
	pages.text(pages.element("P"), by ? `${by.role}, ${by.agency}` : say`Name and role`, plain);
}
