import {
	type FormDocument,
	type FormField,
	type FormPart,
	type FormTable,
	isWide,
	notYetAnswered,
	paragraphsOf,
	printable,
	signaturesOf,
	summaryOf,
} from "./form-document.ts";
import { across, black, dark, grey, PdfPages, type Placed, page, type Type } from "./pdf-pages.ts";
import { columnShares } from "./table-columns.ts";

type Structure = PDFKit.PDFStructureElement;

export const type = {
	title: { font: "bold", size: 20, leading: 25, colour: dark },
	part: { font: "bold", size: 14.5, leading: 19, colour: dark },
	section: { font: "bold", size: 12, leading: 16, colour: dark },
	side: { font: "regular", size: 11, leading: 15, colour: grey },
	label: { font: "bold", size: 10.25, leading: 13.5, colour: black },
	answer: { font: "regular", size: 10.25, leading: 13.5, colour: black },
	unanswered: { font: "regular", size: 10.25, leading: 13.5, colour: grey },
	column: { font: "bold", size: 9.5, leading: 12.5, colour: black },
	cell: { font: "regular", size: 9.5, leading: 12.5, colour: black },
	running: { font: "regular", size: 8.5, leading: 11, colour: grey },
} as const satisfies Record<string, Type>;

const labelWidth = across * 0.32;
const gap = 12;
/** A table row up to this tall is not split between pages. */
const tallestKept = 200;

/**
 * The form as a tagged PDF: A4, headings, lists of answers and tables that a screen reader can
 * walk through, English (United Kingdom), fonts embedded.
 *
 * @returns the same bytes for the same form
 */
export function formToPdf(given: FormDocument): Promise<Buffer> {
	const form = printable(given);
	const pages = new PdfPages({
		title: `${form.title}, ${form.reference}`,
		author: form.partnership,
		day: form.producedOn,
	});
	drawOpening(pages, form);
	for (const part of form.parts) drawPart(pages, part);
	return pages.finish((number, count) => {
		const title = toTheRight(pages, form.title);
		const numbering = toTheRight(pages, `${form.reference} · page ${number} of ${count}`);
		return {
			head: [toTheLeft(form.partnership, title), title],
			foot: [toTheLeft(form.handling, numbering), numbering],
		};
	});
}

export const toTheLeft = (text: string, beside: Placed): Placed => ({
	text,
	x: page.left,
	width: across - beside.width - gap,
	type: type.running,
});

export function toTheRight(pages: PdfPages, text: string): Placed {
	const width = Math.min(pages.width(text, type.running), across / 2);
	return { text, x: page.right - width, width, type: type.running };
}

export const fullWidth = (text: string, how: Type): Placed => ({
	text,
	x: page.left,
	width: across,
	type: how,
});

function drawOpening(pages: PdfPages, form: FormDocument): void {
	pages.text(pages.element("H1"), fullWidth(form.title, type.title));
	pages.down(10);
	const handling = {
		text: form.handling,
		x: page.left + 14,
		width: across - 28,
		type: type.label,
	};
	pages.band(pages.height(handling) + 14, dark);
	pages.down(6);
	pages.text(pages.element("P"), handling);
	pages.space(18);
	drawFields(pages, summaryOf(form));
	if (!pages.canDraw(JSON.stringify(form))) {
		pages.space(10);
		pages.text(
			pages.element("P"),
			fullWidth(
				"This file cannot show some letters of this form: a box stands in their place. The Word version shows them.",
				type.side,
			),
		);
	}
}

function drawPart(pages: PdfPages, part: FormPart): void {
	pages.space(20);
	pages.keep(110);
	pages.rule(dark, 2);
	pages.down(8);
	pages.text(pages.element("H2"), fullWidth(part.title, type.part));
	pages.text(pages.element("P"), fullWidth(part.side, type.side));
	pages.space(2);
	for (const { heading, fields } of part.sections) {
		if (heading) drawSectionHeading(pages, heading);
		drawFields(pages, fields);
	}
	const signatures = signaturesOf(part);
	if (signatures) {
		drawSectionHeading(pages, "Completed and signed off");
		drawTable(pages, pages.element("Table"), signatures);
	}
}

function drawSectionHeading(pages: PdfPages, heading: string): void {
	pages.space(13);
	pages.keep(76);
	pages.text(pages.element("H3"), fullWidth(heading, type.section));
	pages.space(3);
}

/** Labels and answers, tagged as a list whose items have a label and a body. */
function drawFields(pages: PdfPages, fields: FormField[]): void {
	if (fields.length === 0) return;
	const list = pages.element("L");
	let previousWasShort = false;
	for (const field of fields) {
		const item = pages.element("LI", list);
		const label = pages.element("Lbl", item);
		const body = pages.element("LBody", item);
		const short = !("table" in field) && !isWide(field);
		if (short) drawBeside(pages, label, body, field, previousWasShort);
		else drawBelow(pages, label, body, field);
		previousWasShort = short;
	}
	list.end();
}

function drawBeside(
	pages: PdfPages,
	label: Structure,
	body: Structure,
	field: { label: string; value: string | undefined },
	underAnother: boolean,
): void {
	const left = fullWidth(field.label, type.label);
	const name = { ...left, width: labelWidth - gap };
	const answer = {
		...left,
		text: field.value?.trim() || notYetAnswered,
		x: page.left + labelWidth,
		width: across - labelWidth,
		type: paragraphsOf(field.value) ? type.answer : type.unanswered,
	};
	pages.keep(Math.max(pages.height(name), pages.height(answer)) + 10);
	if (!underAnother) {
		pages.space(5);
		pages.rule();
	}
	pages.down(4);
	pages.sideBySide([
		{ element: label, placed: name },
		{ element: pages.element("P", body), placed: answer },
	]);
	body.end();
	pages.down(5);
	pages.rule();
}

function drawBelow(pages: PdfPages, label: Structure, body: Structure, field: FormField): void {
	pages.space(8);
	pages.keep(46);
	pages.text(label, fullWidth(field.label, type.label));
	pages.space(3);
	if ("table" in field && field.table.rows.length > 0)
		drawTable(pages, pages.element("Table", body), field.table);
	else {
		const paragraphs = "table" in field ? undefined : paragraphsOf(field.value);
		for (const text of paragraphs ?? [notYetAnswered]) {
			const how = paragraphs ? type.answer : type.unanswered;
			pages.text(pages.element("P", body), fullWidth(text, how));
			pages.space(4);
		}
	}
	body.end();
}

/** How the rows of a table are set, and the room above and below their words, in points. */
const roomy = { column: type.column, cell: type.cell, above: 4, below: 5 };

export function drawTable(
	pages: PdfPages,
	table: Structure,
	given: FormTable,
	how: { column: Type; cell: Type; above: number; below: number } = roomy,
): void {
	const { columns, rows } = given;
	let x = page.left;
	const shares = columnShares(given);
	const places = shares.map((share) => {
		const place = { x: x + 6, width: share * across - 12 };
		x += share * across;
		return place;
	});
	const set = (texts: string[], as: Type): Placed[] =>
		places.map((place, index) => ({
			...place,
			text: (paragraphsOf(texts[index]) ?? []).join("\n"),
			type: as,
		}));
	const heightOf = (row: Placed[]) =>
		Math.max(...row.map((placed) => pages.height(placed))) + how.above + how.below;

	// A row is kept on one page unless that would leave much of the page before it empty.
	const keptOf = (row: Placed[] = []) => {
		const height = heightOf(row);
		return height <= tallestKept ? height : 40;
	};
	const header = set(columns, how.column);
	const drawRow = (row: Placed[], cell: "TH" | "TD", onNewPage: () => void) => {
		const line = pages.element("TR", table);
		pages.down(how.above);
		pages.sideBySide(
			row.map((placed) => ({
				element: cell === "TH" ? pages.element("TH", line, "Column") : pages.element("TD", line),
				placed,
			})),
			onNewPage,
		);
		line.end();
		pages.down(how.below);
		pages.rule();
	};
	const repeatHeader = () => {
		if (heightOf(header) > tallestKept) return;
		pages.band(heightOf(header));
		pages.down(how.above);
		pages.repeated(header);
		pages.down(how.below);
		pages.rule();
		pages.down(how.above);
	};

	const body = rows.map((texts) => set(texts, how.cell));
	pages.keep(heightOf(header) + keptOf(body[0]));
	pages.band(heightOf(header));
	drawRow(header, "TH", () => {});
	for (const row of body) {
		pages.keep(keptOf(row), repeatHeader);
		drawRow(row, "TD", repeatHeader);
	}
	table.end();
}
