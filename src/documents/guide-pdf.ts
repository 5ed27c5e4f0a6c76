import type { Guide } from "../domain/protocol/guide.ts";
import { type Block, blocksOf } from "../domain/protocol/guide-blocks.ts";
import { printable } from "./form-document.ts";
import { drawTable, fullWidth, toTheLeft, toTheRight, type } from "./pdf.ts";
import { across, dark, PdfPages, page } from "./pdf-pages.ts";

/** Smaller than a form's: a guide is to fit on a sheet of paper, both sides of it. */
const sizes = {
	heading: { ...type.section, size: 10.5, leading: 13.5 },
	text: { ...type.cell, size: 8.5, leading: 10.5 },
	warning: { ...type.label, size: 9.5, leading: 12.5 },
};
const table = {
	cell: sizes.text,
	column: { ...type.column, size: 8.25, leading: 10.5 },
	above: 1.5,
	below: 2.5,
};

/**
 * The partnership's guide to its protocol as a tagged PDF, A4.
 *
 * @param day the ISO day that the file is dated
 * @returns the same bytes for the same guide and day
 */
export function guideToPdf(given: Guide, day: string): Promise<Buffer> {
	const guide = printable(given);
	const pages = new PdfPages({
		title: `${guide.title}, version ${guide.version}`,
		author: guide.partnership,
		day,
	});
	pages.text(pages.element("H1"), fullWidth(guide.title, type.title));
	pages.space(4);
	for (const block of blocksOf(guide)) draw(pages, block);
	if (!pages.canDraw(JSON.stringify(guide)))
		pages.text(
			pages.element("P"),
			fullWidth(
				"This file cannot show some letters of this guide: a box stands in their place. The Word version shows them.",
				type.side,
			),
		);
	return pages.finish((number, count) => {
		const version = toTheRight(pages, `Version ${guide.version}`);
		const numbering = toTheRight(pages, `page ${number} of ${count}`);
		return {
			head: [toTheLeft(guide.partnership, version), version],
			foot: [toTheLeft(guide.title, numbering), numbering],
		};
	});
}

function draw(pages: PdfPages, block: Block): void {
	switch (block.is) {
		case "heading":
			pages.space(6);
			pages.keep(48);
			pages.text(
				pages.element(`H${block.level}`),
				fullWidth(block.text, sizes.heading),
			);
			break;
		case "text":
			paragraph(pages, block.text);
			break;
		case "warning":
			warning(pages, block.lines);
			break;
		case "list":
			drawList(pages, block.items);
			break;
		case "table":
			pages.space(2);
			drawTable(pages, pages.element("Table"), block, table);
			break;
	}
}

function paragraph(pages: PdfPages, text: string): void {
	pages.text(pages.element("P"), fullWidth(text, sizes.text));
	pages.space(3);
}

function warning(pages: PdfPages, lines: string[]): void {
	const placed = {
		text: lines.join("\n"),
		x: page.left + 14,
		width: across - 28,
		type: sizes.warning,
	};
	pages.space(3);
	const height = pages.height(placed) + 10;
	pages.keep(height);
	pages.band(height, dark);
	pages.down(4);
	pages.text(pages.element("P"), placed);
	pages.down(8);
}

function drawList(pages: PdfPages, items: string[]): void {
	const list = pages.element("L");
	for (const item of items) {
		const entry = pages.element("LI", list);
		pages.sideBySide([
			{
				element: pages.element("Lbl", entry),
				placed: { text: "•", x: page.left + 2, width: 10, type: sizes.text },
			},
			{
				element: pages.element("LBody", entry),
				placed: {
					text: item,
					x: page.left + 14,
					width: across - 14,
					type: sizes.text,
				},
			},
		]);
		entry.end();
	}
	list.end();
	pages.space(3);
}
