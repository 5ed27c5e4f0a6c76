import { sayDate } from "../domain/calendar/day-in-words.ts";
import { type Block, heading, type Paper, paragraph, type Signatory } from "../domain/paper.ts";
import { filesOnPaper, type SentFile } from "./sent-files.ts";

/**
 * A letter as it stands, with everything its reader sees.
 *
 * Days are ISO days in London.
 */
export type LetterDocument = {
	/** What it is about: stands above the text. */
	title: string;
	/** From whom it comes. */
	partnership: string;
	reference: string;
	/** To whom it goes, in words. */
	to?: string | undefined;
	/** Each may have several lines. */
	paragraphs: string[];
	/** Whoever sends it; undefined where that is not known yet: then there is room to sign. */
	signedBy?: Signatory | undefined;
	/** What went with it: named at its end, and kept in Concord. */
	files: SentFile[];
	/** Says at its head that it has not been sent. */
	isDraft: boolean;
	/** How it is to be looked after; at the foot of every page. */
	handling: string;
	/** The day it is dated. */
	producedOn: string;
};

/** What stands at the head of a letter that has not been sent. */
export const draftNote = "Draft. This letter has not been sent.";

/** The letter as it is printed. */
export const letterOnPaper = (letter: LetterDocument): Paper => ({
	title: `${letter.title}, ${letter.reference}`,
	from: letter.partnership,
	day: letter.producedOn,
	look: "letter",
	head: [letter.partnership, letter.title],
	foot: [letter.handling, letter.reference],
	blocks: [
		...letterBlocks(letter),
		...filesOnPaper(2, "Files sent with this letter", letter.files),
	],
});

export type LetterBlock = Extract<
	Block,
	{ is: "letterhead" | "heading" | "paragraph" | "signature" }
>;

/** What stands in a letter, from its head to its signature: the same on paper and on a page, where files are links. */
export const letterBlocks = (letter: LetterDocument): LetterBlock[] => [
	{ is: "letterhead", from: letter.partnership },
	...(letter.isDraft ? [paragraph(draftNote, "strong")] : []),
	...(letter.to ? [paragraph(letter.to)] : []),
	paragraph(`${sayDate(letter.producedOn)}\nOur reference: ${letter.reference}`),
	heading(1, letter.title),
	...letter.paragraphs.map((text) => paragraph(text)),
	{ is: "signature", by: letter.signedBy },
];
