import {
	BorderStyle,
	Document,
	Footer,
	HeadingLevel,
	Packer,
	PageNumber,
	Paragraph,
	type Table,
	TabStopType,
	TextRun,
} from "docx";
import type { Guide } from "../domain/protocol/told/guide/guide.ts";
import { type Block, blocksOf } from "../domain/protocol/told/guide/guide-blocks.ts";
import { highlighted, tableOf } from "./docx.ts";
import { coreProperties, dateZipEntries } from "./docx-dates.ts";
import { across, line, pageSetup, small, styles } from "./docx-style.ts";
import { printable } from "./form-document.ts";

/**
 * The partnership's guide to its protocol as a Word document, A4, for the partnership to work on.
 *
 * @param day the ISO day that the file is dated
 * @returns the same bytes for the same guide and day
 */
export async function guideToDocx(given: Guide, day: string): Promise<Buffer> {
	const guide = printable(given);
	const document = new Document({
		title: guide.title,
		creator: guide.partnership,
		styles,
		sections: [
			{
				properties: pageSetup,
				footers: { default: new Footer({ children: [foot(guide)] }) },
				children: [
					new Paragraph({
						heading: HeadingLevel.HEADING_1,
						text: guide.title,
					}),
					new Paragraph({
						children: [small(`${guide.partnership}, version ${guide.version}`)],
						border: {
							bottom: {
								style: BorderStyle.SINGLE,
								size: 4,
								color: line,
								space: 5,
							},
						},
					}),
					...blocksOf(guide).flatMap(set),
				],
			},
		],
	});
	return dateZipEntries(
		await Packer.toBuffer(document, undefined, [
			coreProperties({
				title: `${guide.title}, version ${guide.version}`,
				author: guide.partnership,
				day,
			}),
		]),
		day,
	);
}

function set(block: Block): (Paragraph | Table)[] {
	switch (block.is) {
		case "heading":
			return [
				new Paragraph({
					heading: HeadingLevel.HEADING_3,
					text: block.text,
					spacing: { before: 180, after: 60 },
				}),
			];
		case "text":
			return [paragraph(block.text)];
		case "warning":
			return block.lines.map(highlighted);
		case "list":
			return block.items.map(
				(text) =>
					new Paragraph({
						bullet: { level: 0 },
						spacing: { after: 40 },
						children: [new TextRun({ text, size: 18 })],
					}),
			);
		case "table":
			return [tableOf(block)];
	}
}

const paragraph = (text: string) => new Paragraph({ children: [new TextRun({ text, size: 18 })] });

const foot = ({ title }: Guide) =>
	new Paragraph({
		tabStops: [{ type: TabStopType.RIGHT, position: across }],
		children: [
			small(title),
			new TextRun({
				size: 16,
				children: ["\tpage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES],
			}),
		],
	});
