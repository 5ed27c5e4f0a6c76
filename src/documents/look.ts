import { type LabelledAnswer, type Paper, paragraphsOf } from "../domain/paper.ts";

export const dark = "#1f3a5f";
export const grey = "#505a5f";
export const black = "#0b0c0c";
/** Of rules between rows. */
export const line = "#b1b4b6";
/** Behind what is to be seen first, and the heads of tables. */
export const tint = "#eef2f6";

/** How a text is set. Lengths are points. */
export type Setting = {
	font: "regular" | "bold";
	/** Of Source Sans 3, which a PDF brings with it. */
	size: number;
	/** Of Arial, which Word has everywhere and which is wider. */
	word: number;
	/** From line to line, in the PDF. */
	leading: number;
	colour: string;
	before: number;
	after: number;
};

/** What each piece of a paper is set in. */
export type Look = Record<
	| ("h1" | "h2" | "h3" | "plain" | "strong" | "quiet" | "caption" | "label" | "column" | "cell")
	/** At the head and foot of every page. */
	| "running"
	| "letterhead",
	Setting
> & {
	/** Room above and below the words of a row. */
	row: { above: number; below: number };
	/** Whether a part begins with a rule across the page. */
	hasRuledParts: boolean;
	/** Of the width of the page: what the labels take that answers stand beside. */
	labelShare: number;
	/** Whether prose stands under its label, over the full width; else it too stands beside it. */
	hasWideAnswers: boolean;
};

type Sizes = [size: number, word: number, leading: number];

const set = (
	font: Setting["font"],
	[size, word, leading]: Sizes,
	colour = black,
	[before, after] = [0, 0],
): Setting => ({ font, size, word, leading, colour, before, after });

const body: Sizes = [10.25, 10, 13.5];
const small: Sizes = [9.5, 9, 12.5];
const letterText: Sizes = [11, 10.5, 15.5];
const guideText: Sizes = [8.5, 9, 10.5];

const form: Look = {
	letterhead: set("bold", [13, 13, 17], dark, [0, 24]),
	h1: set("bold", [20, 18, 25], dark, [0, 9]),
	h2: set("bold", [14.5, 13, 19], dark, [20, 1]),
	h3: set("bold", [12, 10.5, 16], dark, [13, 4]),
	plain: set("regular", body, black, [0, 4]),
	strong: set("bold", body, black, [0, 10]),
	quiet: set("regular", [11, 10, 15], grey, [0, 4]),
	caption: set("bold", body, black, [10, 3]),
	label: set("bold", body, black, [8, 3]),
	column: set("bold", small, black, [0, 4]),
	cell: set("regular", small, black, [0, 4]),
	running: set("regular", [8.5, 8, 11], grey),
	row: { above: 4, below: 5 },
	hasRuledParts: true,
	labelShare: 0.32,
	hasWideAnswers: true,
};

export const looks: Record<Paper["look"], Look> = {
	form,
	letter: {
		...form,
		h1: set("bold", [15, 15, 20], dark, [14, 10]),
		plain: set("regular", letterText, black, [0, 10]),
		strong: set("bold", letterText, black, [0, 14]),
		hasRuledParts: false,
	},
	report: {
		...form,
		h1: set("bold", [24, 22, 30], dark, [0, 6]),
		h2: set("bold", [16, 15, 21], dark, [20, 4]),
		h3: set("bold", [12, 11.5, 16], black, [14, 3]),
		quiet: set("regular", [9.5, 9, 12.5], grey, [0, 5]),
		cell: set("regular", small, black, [0, 1.5]),
		column: set("bold", small, black, [0, 1.5]),
		row: { above: 2.5, below: 3.5 },
		hasRuledParts: false,
	},
	guide: {
		...form,
		h1: set("bold", [20, 18, 25], dark, [0, 4]),
		h2: set("bold", [12, 12, 15], dark, [10, 2]),
		h3: set("bold", [10, 10, 13], black, [8, 1]),
		label: set("bold", guideText, black, [0, 0]),
		plain: set("regular", guideText, black, [0, 3]),
		strong: set("bold", [9.5, 10, 12.5]),
		column: set("bold", [8.25, 9, 10.5], black, [0, 1.5]),
		cell: set("regular", guideText, black, [0, 1.5]),
		row: { above: 1.5, below: 2.5 },
		hasRuledParts: false,
		labelShare: 0.17,
		hasWideAnswers: false,
	},
};

/** Whether an answer stands under its label, over the full width; short ones stand beside it. */
export const isWide = ({ hasWideAnswers }: Look, answer: LabelledAnswer): boolean =>
	"table" in answer ||
	(hasWideAnswers &&
		((answer.value ?? "").length > 150 || (paragraphsOf(answer.value)?.length ?? 0) > 1));
