/** A piece of text as it is set: `size` in pixels. */
export type Line = {
	text: string;
	size: number;
	bold?: boolean;
	colour?: string;
};

/** Widths of the letters of Arial, in thousandths of the size, from the space on. @see Adobe's Helvetica metrics, which Arial keeps */
const widths = [
	"278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278",
	"556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556",
	"1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778",
	"667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556",
	"333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556",
	"556 556 333 500 278 556 500 722 500 500 500 334 260 334 584",
]
	.join(" ")
	.split(" ")
	.map(Number);
/** Bold letters are up to a fifth wider; a line of them about a tenth. */
const bolder = 1.1;
/** What stands in for Arial where it is missing may be a little wider. */
const margin = 1.03;

function widthOfLetter(letter: string): number {
	const code = letter.codePointAt(0) ?? 0;
	const known = widths[code - 32];
	if (known !== undefined) return known;
	if ("‘’“”".includes(letter)) return 333;
	if (/\p{M}/u.test(letter)) return 0;
	return code < 0x2000 ? 667 : 1000;
}

/** About how wide a text is in Arial, in pixels; rather too wide than too narrow. */
export function widthOf(text: string, size: number, bold = false): number {
	let sum = 0;
	for (const letter of text) sum += widthOfLetter(letter);
	return (sum / 1000) * size * (bold ? bolder : 1) * margin;
}

/** A text in lines that fit into `width`: broken at spaces, and inside a word only where the word alone is too wide. */
export function setText(text: string, width: number, how: Omit<Line, "text">): Line[] {
	const { size, bold } = how;
	const lines: string[] = [];
	let line = "";
	let used = 0;
	const space = widthOf(" ", size, bold);
	const end = () => {
		if (line !== "") lines.push(line);
		line = "";
		used = 0;
	};
	for (const word of text.split(/\s+/u).filter(Boolean)) {
		const wide = widthOf(word, size, bold);
		if (line !== "" && used + space + wide > width) end();
		if (wide <= width) {
			line = line === "" ? word : `${line} ${word}`;
			used += (used > 0 ? space : 0) + wide;
			continue;
		}
		for (const letter of word) {
			const one = widthOf(letter, size, bold);
			if (line !== "" && used + one > width) end();
			line += letter;
			used += one;
		}
	}
	end();
	return lines.map((each) => ({ text: each, ...how }));
}

/** The height of a line with the room to the next one, in pixels. */
export const leading = ({ size }: Pick<Line, "size">): number => Math.round(size * 1.28);

/** The height of lines one under the other, in pixels. */
export const heightOf = (lines: Line[]): number =>
	lines.reduce((sum, line) => sum + leading(line), 0);

/** Text for XML and HTML: what would end it escaped, what XML cannot hold left out. */
export const escaped = (text: string): string =>
	text
		.toWellFormed()
		.replace(/[\p{Cc}\ufffe\uffff]/gu, " ")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
