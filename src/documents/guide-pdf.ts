import type { Guide } from "../domain/protocol/told/guide/guide.ts";
import { type Block, blocksOf } from "../domain/protocol/told/guide/guide-blocks.ts";
import { printable } from "./form-document.ts";
import { drawTable, fullWidth, toTheLeft, toTheRight, type } from "./pdf.ts";
import { across, dark, PdfPages, page, type Type } from "./pdf-pages.ts";

/** A guide is to fit on a sheet of paper, both sides of it. */
const most = 2;
/** Of the usual size: the largest that fits is taken, and the last one when none does. */
const scales = [1, 0.92, 0.84];

/** The type sizes of a guide: smaller than a form's. */
function sizesAt(scale: number) {
	const at = (how: Type, size: number, leading: number): Type => ({
		...how,
		size: size * scale,
		leading: leading * scale,
	});
	const text = at(type.cell, 8.5, 10.5);
	return {
		heading: at(type.section, 10.5, 13.5),
		text,
		warning: at(type.label, 9.5, 12.5),
		table: {
			cell: text,
			column: at(type.column, 8.25, 10.5),
			above: 1.5,
			below: 2.5,
		},
	};
}
type Sizes = ReturnType<typeof sizesAt>;

/**
 * The partnership's guide to its protocol as a tagged PDF, A4: two pages, unless it says more than they hold.
 *
 * @param day the ISO day that the file is dated
 * @returns the same bytes for the same guide and day
 */
export function guideToPdf(given: Guide, day: string): Promise<Buffer> {
	const guide = printable(given);
	const pages = fitted(guide, day);
	return pages.finish((number, count) => {
		const version = toTheRight(pages, `Version ${guide.version}`);
		const numbering = toTheRight(pages, `page ${number} of ${count}`);
		return {
			head: [toTheLeft(guide.partnership, version), version],
			foot: [toTheLeft(guide.title, numbering), numbering],
		};
	});
}

function fitted(guide: Guide, day: string): PdfPages {
	let pages = drawn(guide, day, sizesAt(1));
	for (const scale of scales.slice(1)) {
		// More than one page too many is not mended by smaller letters.
		if (pages.count !== most + 1) break;
		pages = drawn(guide, day, sizesAt(scale));
	}
	return pages;
}

function drawn(guide: Guide, day: string, sizes: Sizes): PdfPages {
	const pages = new PdfPages({
		title: `${guide.title}, version ${guide.version}`,
		author: guide.partnership,
		day,
	});
	pages.text(pages.element("H1"), fullWidth(guide.title, type.title));
	pages.space(4);
	for (const block of blocksOf(guide)) draw(pages, sizes, block);
	if (!pages.canDraw(JSON.stringify(guide)))
		paragraph(
			pages,
			sizes,
			"This file cannot show some letters of this guide: a box stands in their place. The Word version shows them.",
		);
	return pages;
}

function draw(pages: PdfPages, sizes: Sizes, block: Block): void {
	switch (block.is) {
		case "heading":
			pages.space(sizes.heading.leading * 0.4);
			// Never a heading alone at the foot of a page.
			pages.keep(sizes.heading.leading * 3.4);
			pages.text(pages.element(`H${block.level}`), fullWidth(block.text, sizes.heading));
			break;
		case "text":
			paragraph(pages, sizes, block.text);
			break;
		case "warning":
			warning(pages, sizes, block.lines);
			break;
		case "list":
			drawList(pages, sizes, block.items);
			break;
		case "table":
			pages.space(2);
			drawTable(pages, pages.element("Table"), block, sizes.table);
			break;
	}
}

function paragraph(pages: PdfPages, sizes: Sizes, text: string): void {
	pages.text(pages.element("P"), fullWidth(text, sizes.text));
	pages.space(3);
}

function warning(pages: PdfPages, sizes: Sizes, lines: string[]): void {
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

function drawList(pages: PdfPages, sizes: Sizes, items: string[]): void {
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
