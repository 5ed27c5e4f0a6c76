import type { Drawing } from "./drawing.ts";
import type { Language } from "./language.ts";

/**
 * What Concord puts on paper: one model for a form, a letter and the guide. `src/documents/` builds
 * each of them from what it says, and sets all of them as DOCX, PDF, text and HTML.
 *
 * Who may see what is decided before this is built: what is in here is printed.
 */
export type Paper = {
	/** Names the file to whoever opens it; what stands on the page is a heading. */
	title: string;
	/** From whom it comes: the partnership. */
	from: string;
	/** The ISO day that the file is dated: the same paper of the same day is the same file. */
	day: string;
	/** In which it is, for whoever hears it read; left out, English. A text in the other says so itself: language/marks.ts. */
	language?: Language;
	/** Which sizes of letters and how much room. */
	look: "form" | "letter" | "guide" | "report" | "briefing";
	/** Left and right at the head of each page; under a letterhead, from the second page on. */
	head: [left: string, right: string];
	/** Left and right at the foot of each page; the number of the page follows. */
	foot: [left: string, right?: string];
	blocks: Block[];
};

/** A piece of it, in the order in which it is read. A line break in a text stays one. */
export type Block =
	/** The name of who sends it, above all else. */
	| { is: "letterhead"; from: string }
	| { is: "heading"; level: 1 | 2 | 3; text: string; onNewPage?: true }
	| { is: "paragraph"; text: string; tone?: Tone }
	/** To be seen first. */
	| { is: "warning"; lines: string[] }
	| { is: "list"; items: string[] }
	| { is: "answers"; answers: LabelledAnswer[] }
	| ({ is: "table" } & Table)
	/** A drawing, and what is read instead of it. */
	| { is: "figure"; says: string; drawing: Drawing }
	/** Room to sign, and who does; undefined where that is not known yet. */
	| { is: "signature"; by: Signatory | undefined };

export type Signatory = { name: string; role: string; agency: string };

/** Quiet is what only says more about the heading above it; a caption stands above its table or figure and stays with it. */
type Tone = "strong" | "quiet" | "caption";

export type LabelledAnswer =
	/** A line break in `value` starts a new paragraph; `undefined` when nobody has answered yet. */
	{ label: string; value: string | undefined } | { label: string; table: Table };

export type Table = {
	columns: string[];
	rows: string[][];
	/** Of the width, one for each column, together 1; left out, they are worked out from the texts. */
	shares?: number[];
	/** The columns that hold numbers, which stand under each other at the right. */
	numbers?: number[];
	/** The rows that sum up the others. */
	totals?: number[];
};

export const heading = (level: 1 | 2 | 3, text: string) => ({
	is: "heading" as const,
	level,
	text,
});

export const paragraph = (text: string, tone?: Tone) => ({
	is: "paragraph" as const,
	text,
	...(tone && { tone }),
});

/** The paragraphs of an answer; `undefined` when nothing was answered. */
export function paragraphsOf(value: string | undefined): string[] | undefined {
	const paragraphs = (value ?? "")
		.split("\n")
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== "");
	return paragraphs.length > 0 ? paragraphs : undefined;
}

/**
 * The paper with everything taken out that a file format cannot hold: control characters
 * (they come with text pasted from Word and make a DOCX unreadable) and broken surrogates.
 */
export const printable = (paper: Paper): Paper =>
	JSON.parse(JSON.stringify(paper), (_key, value: unknown) =>
		typeof value === "string"
			? value
					.toWellFormed()
					.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
					.replaceAll("\t", "    ")
					// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
					.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, "")
			: value,
	);
