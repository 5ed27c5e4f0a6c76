/**
 * A letter as it stands, with everything its reader sees. Who may see what is decided before this is built.
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
	signedBy?: { name: string; role: string; agency: string } | undefined;
	/** Says at its head that it has not been sent. */
	isDraft: boolean;
	/** How it is to be looked after; at the foot of every page. */
	handling: string;
	/** The day it is dated. */
	producedOn: string;
};

/** What stands at the head of a letter that has not been sent. */
export const draftNote = "Draft. This letter has not been sent.";
