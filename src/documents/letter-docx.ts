import { BorderStyle, Document, Footer, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { sayDate } from "../domain/calendar/day-in-words.ts";
import { gap } from "../domain/protocol/letter.ts";
import { coreProperties, dateZipEntries } from "./docx-dates.ts";
import { dark, line, pageSetup, runningFoot, styles } from "./docx-style.ts";
import { printable } from "./form-document.ts";
import { draftNote, type LetterDocument } from "./letter-document.ts";

/**
 * The letter as a Word document to be sent or signed: A4, English (United Kingdom).
 *
 * @returns the same bytes for the same letter
 */
export async function letterToDocx(given: LetterDocument): Promise<Buffer> {
	const letter = printable(given);
	const document = new Document({
		title: letter.title,
		creator: letter.partnership,
		styles,
		sections: [
			{
				properties: pageSetup,
				footers: { default: new Footer({ children: [runningFoot(letter)] }) },
				children: [
					...letterhead(letter),
					new Paragraph({
						heading: HeadingLevel.HEADING_1,
						text: letter.title,
						spacing: { before: 400, after: 240 },
					}),
					...letter.paragraphs.map((text) => paragraph(text, 200)),
					...signature(letter),
				],
			},
		],
	});
	return dateZipEntries(
		await Packer.toBuffer(document, undefined, [
			coreProperties({
				title: `${letter.title}, ${letter.reference}`,
				author: letter.partnership,
				day: letter.producedOn,
			}),
		]),
		letter.producedOn,
	);
}

const letterhead = (letter: LetterDocument) => [
	new Paragraph({
		border: {
			bottom: { style: BorderStyle.SINGLE, size: 12, color: dark, space: 6 },
		},
		spacing: { after: 360 },
		children: [
			new TextRun({
				text: letter.partnership,
				bold: true,
				color: dark,
				size: 26,
			}),
		],
	}),
	...(letter.isDraft
		? [
				new Paragraph({
					spacing: { after: 240 },
					children: [new TextRun({ text: draftNote, bold: true })],
				}),
			]
		: []),
	...(letter.to ? [paragraph(letter.to, 240)] : []),
	new Paragraph({ text: sayDate(letter.producedOn), spacing: { after: 40 } }),
	new Paragraph({
		text: `Our reference: ${letter.reference}`,
		spacing: { after: 240 },
	}),
];

/** A line break stays one; what is not known stands out. */
const paragraph = (text: string, after: number) =>
	new Paragraph({
		spacing: { after },
		children: text.split("\n").flatMap((said, index) =>
			said.split(gap).flatMap((piece, place) => [
				...(place > 0 ? [new TextRun({ text: gap, highlight: "yellow" })] : []),
				new TextRun({
					text: piece,
					...(index > 0 && place === 0 && { break: 1 }),
				}),
			]),
		),
	});

/** Room to sign, and who does. */
const signature = ({ signedBy }: LetterDocument) => [
	new Paragraph({
		keepNext: true,
		spacing: { before: 900, after: 60 },
		indent: { right: 5200 },
		border: {
			bottom: { style: BorderStyle.SINGLE, size: 4, color: line, space: 4 },
		},
		children: [],
	}),
	...(signedBy
		? [
				new Paragraph({
					keepNext: true,
					children: [new TextRun({ text: signedBy.name, bold: true })],
				}),
				new Paragraph({ text: `${signedBy.role}, ${signedBy.agency}` }),
			]
		: [new Paragraph({ text: "Name and role" })]),
];
