import bidiJs, { type Bidi } from "bidi-js";

// Its types are written for a bundler; Node gives the function itself.
const bidi = (bidiJs as unknown as () => Bidi)();

/** A piece of a line that is drawn in one go, in one font and one direction, and where it stands in what is read. */
export type Run = { text: string; font: string; index: number };

/** Stands before a run that is read from right to left. */
export const fromTheRight = "\u200f";

/** Letters of scripts that are read from right to left, and marks that say that something is. */
const readsFromTheRight =
	/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202b\u202e\u2067\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const graphemes = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** Whether a paragraph begins at the right: its first letter says so. */
export const beginsAtTheRight = (paragraph: string): boolean =>
	readsFromTheRight.test(paragraph) && baseLevel(paragraph) % 2 === 1;

const baseLevel = (paragraph: string) =>
	bidi.getEmbeddingLevels(paragraph, "auto").paragraphs[0]?.level ?? 0;

/**
 * A line as runs from left to right, as they are seen.
 *
 * @param isFromRight whether its paragraph begins at the right
 * @param fontOf which font draws a letter with its marks
 * @see Unicode Standard Annex #9, rule L2
 */
export function runsOf(
	line: string,
	isFromRight: boolean,
	fontOf: (letter: string) => string,
): Run[] {
	const levels = readsFromTheRight.test(line)
		? bidi.getEmbeddingLevels(line, isFromRight ? "rtl" : "ltr").levels
		: undefined;
	const runs: (Run & { level: number })[] = [];
	for (const { segment, index } of graphemes.segment(line)) {
		const level = levels?.[index] ?? 0;
		const last = runs.at(-1);
		const font = fontOf(segment);
		// pdfkit sets words from left to right: each that is read from the right is a run of its own.
		const isWordEnd = level % 2 === 1 && (segment === " " || last?.text === " ");
		if (last && !isWordEnd && last.level === level && last.font === font) last.text += segment;
		else runs.push({ text: segment, font, level, index });
	}
	return inOrderSeen(runs).map(({ level, text, ...run }) => ({
		...run,
		text: level % 2 === 1 ? fromTheRight + text : text,
	}));
}

/** From the innermost direction to the outermost, what is read from the right is turned round. */
function inOrderSeen<Levelled extends { level: number }>(runs: Levelled[]): Levelled[] {
	const seen = [...runs];
	for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1)
		for (let from = 0; from < seen.length; from += 1) {
			let until = from;
			while ((seen[until]?.level ?? -1) >= level) until += 1;
			seen.splice(from, until - from, ...seen.slice(from, until).reverse());
			from = until;
		}
	return seen;
}
