import { sayDate } from "../domain/calendar/day-in-words.ts";
import { printable } from "./form-document.ts";
import { draftNote, type LetterDocument } from "./letter-document.ts";
import { across, black, dark, grey, PdfPages, type Placed, page, type Type } from "./pdf-pages.ts";

const type = {
	from: { font: "bold", size: 13, leading: 17, colour: dark },
	title: { font: "bold", size: 15, leading: 20, colour: dark },
	text: { font: "regular", size: 11, leading: 15.5, colour: black },
	strong: { font: "bold", size: 11, leading: 15.5, colour: black },
	running: { font: "regular", size: 8.5, leading: 11, colour: grey },
} as const satisfies Record<string, Type>;

/**
 * The letter as a tagged PDF: A4, English (United Kingdom), fonts embedded.
 *
 * @returns the same bytes for the same letter
 */
export function letterToPdf(given: LetterDocument): Promise<Buffer> {
	const letter = printable(given);
	const pages = new PdfPages({
		title: `${letter.title}, ${letter.reference}`,
		author: letter.partnership,
		day: letter.producedOn,
	});
	const write = (text: string, how: Type, after: number, tag = "P") => {
		pages.text(pages.element(tag), placed(text, how));
		pages.down(after);
	};
	if (letter.isDraft) write(draftNote, type.strong, 14);
	if (letter.to) write(letter.to, type.text, 14);
	write(sayDate(letter.producedOn), type.text, 2);
	write(`Our reference: ${letter.reference}`, type.text, 18);
	write(letter.title, type.title, 10, "H1");
	for (const paragraph of letter.paragraphs) {
		pages.keep(2 * type.text.leading);
		write(paragraph, type.text, 10);
	}
	drawSignature(pages, letter);
	if (!pages.canDraw(JSON.stringify(letter))) {
		pages.space(16);
		write(
			"This file cannot show some letters of this text: a box stands in their place. The Word version shows them.",
			type.running,
			0,
		);
	}
	return pages.finish((number, count) => {
		const numbering = toTheRight(pages, `${letter.reference} · page ${number} of ${count}`);
		return {
			head: [placed(letter.partnership, type.from)],
			foot: [
				{
					...placed(letter.handling, type.running),
					width: across - numbering.width - 12,
				},
				numbering,
			],
		};
	});
}

const placed = (text: string, how: Type): Placed => ({
	text,
	x: page.left,
	width: across,
	type: how,
});

function toTheRight(pages: PdfPages, text: string): Placed {
	const width = Math.min(pages.width(text, type.running), across / 2);
	return { text, x: page.right - width, width, type: type.running };
}

/** Room to sign, and who does. */
function drawSignature(pages: PdfPages, { signedBy }: LetterDocument): void {
	pages.keep(110);
	pages.down(48);
	pages.rule();
	pages.down(5);
	const lines = signedBy
		? [signedBy.name, `${signedBy.role}, ${signedBy.agency}`]
		: ["Name and role"];
	for (const [index, text] of lines.entries())
		pages.text(pages.element("P"), placed(text, signedBy && index === 0 ? type.strong : type.text));
}
