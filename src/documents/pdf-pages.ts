/**
 * A PDF as pages that fill from top to bottom: text in lines, rules and bands, each tagged for whoever hears it. What is
 * drawn on them is in pdf.ts.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import PDFDocument from "pdfkit";
import type { Drawing } from "../domain/drawing.ts";
import type { Language } from "../domain/language.ts";
import { drawOnPdf } from "./chart/on-pdf.ts";
import { type FallbackFont, fallbackFonts, isUnseen } from "./fallback-fonts.ts";
import { line, tint } from "./look.ts";
import { beginsAtTheRight, type Run, runsOf } from "./runs.ts";
import { type ShapedFont, shapeWithHarfBuzz } from "./shape-with-harfbuzz.ts";
import { wordsOf } from "./words-of.ts";

/** Lengths are points; 0 is the top left corner of an A4 page. */
export const page = { left: 54, right: 541, top: 80, bottom: 778 };
export const across = page.right - page.left;

/** A drawing takes at least this share of its whole size: its letters stay larger than 8 points. */
const smallest = 0.8;

/** The least room that a drawing takes. */
export const leastHeight = ({ width, height }: Drawing): number =>
	((height * across) / width) * smallest;

export type Structure = PDFKit.PDFStructureElement;
/** How a text is set: which of the two fonts, its size, the distance from line to line. */
export type Type = {
	font: "regular" | "bold";
	size: number;
	leading: number;
	colour: string;
};
export type Placed = { text: string; x: number; width: number; type: Type; atRight?: true };

/** Of a file as a whole. */
export type AboutPdf = {
	title: string;
	author: string;
	/** ISO day. */
	day: string;
	language: Language;
	/** As PDF/A-2b, for whoever has to read it in many years. */
	isForArchive?: boolean | undefined;
};

/** A text that has the whole width of the page. */
export const fullWidth = (text: string, type: Type): Placed => ({
	text,
	x: page.left,
	width: across,
	type,
});

const read = (url: string) => readFileSync(fileURLToPath(url));
// Written out in full: tools that look for unused dependencies read these lines.
const fonts = {
	regular: read(
		import.meta.resolve("@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf"),
	),
	bold: read(
		import.meta.resolve("@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf"),
	),
};

/**
 * Pages that fill from top to bottom, each mark on them either tagged content or an artifact.
 *
 * pdfkit can flow text and draw tables, but clips a table row that is taller than a page. Here
 * text is broken into lines first and each line is placed, so nothing can be cut off.
 */
export class PdfPages {
	readonly #doc: PDFKit.PDFDocument;
	readonly #content: Structure;
	/** Which fallback font draws a letter that the first font lacks. */
	readonly #drawnBy = new Map<string, string>();
	#y = page.top;

	/**
	 * Pages with the fonts for a text.
	 *
	 * @param text everything that is to be written on them
	 */
	static async for(text: string, about: AboutPdf): Promise<PdfPages> {
		const pages = await PdfPages.#withFonts(text, about);
		// A file that draws boxes for letters is no PDF/A, and does not say that it is.
		return !about.isForArchive || pages.canDraw(text)
			? pages
			: PdfPages.#withFonts(text, { ...about, isForArchive: false });
	}

	static async #withFonts(text: string, about: AboutPdf): Promise<PdfPages> {
		const pages = new PdfPages(about);
		const first = pages.#font("regular");
		for (const font of await fallbackFonts(text, (letter) => !has(first, letter))) pages.#add(font);
		return pages;
	}

	private constructor(about: AboutPdf) {
		// pdfkit copies the title into XML as it is, where "&" and "<" would end the reading.
		const title = about.title.replaceAll("&", "and").replaceAll("<", "");
		const author = about.author.replaceAll("&", "and").replaceAll("<", "");
		this.#doc = new PDFDocument({
			size: "A4",
			margin: 0,
			pdfVersion: "1.7",
			...(about.isForArchive && { subset: "PDF/A-2b" as const }),
			tagged: true,
			lang: about.language === "cy" ? "cy" : "en-GB",
			displayTitle: true,
			bufferPages: true,
			info: {
				Title: title,
				Author: author,
				Creator: "Concord",
				Producer: "Concord",
				CreationDate: new Date(`${about.day}T00:00:00Z`),
			},
		});
		this.#register("bold", fonts.bold);
		this.#register("regular", fonts.regular);
		this.#content = this.#doc.struct("Document");
		this.#doc.addStructure(this.#content);
	}

	#add({ name, letters, ...weights }: FallbackFont): void {
		for (const weight of ["bold", "regular"] as const)
			this.#register(`${weight} ${name}`, weights[weight]);
		const font = this.#font(`regular ${name}`);
		for (const letter of letters) if (has(font, letter)) this.#drawnBy.set(letter, name);
	}

	#register(name: string, file: Buffer): void {
		this.#doc.registerFont(name, file);
		shapeWithHarfBuzz(this.#font(name), file);
	}

	/** How many pages there are so far. */
	get count(): number {
		return this.#doc.bufferedPageRange().count;
	}

	/** A structure element such as "H1" or "Table", at the end of `within`. */
	element(type: string, within = this.#content, options: object = {}): Structure {
		const element = this.#doc.struct(type, options);
		within.add(element);
		return element;
	}

	/** Room between two things; none at the top of a page. */
	space(points: number): void {
		if (this.#y > page.top) this.down(points);
	}

	down(points: number): void {
		this.#y += points;
	}

	/** Begins a new page, and it with `onNewPage`, unless `points` are left on this one. */
	keep(points: number, onNewPage: () => void = () => {}): void {
		if (this.#y + points <= page.bottom) return;
		this.#newPage();
		onNewPage();
	}

	/** Begins a new page, unless nothing is on this one yet. */
	begin(): void {
		if (this.#y > page.top) this.#newPage();
	}

	/** @returns the height of `text` set in `width` */
	height({ text, width, type }: Omit<Placed, "x">): number {
		return this.#lines(text, width, type).length * type.leading;
	}

	/** @returns the width of `text` on one line */
	width(text: string, type: Type): number {
		return this.#widthOf(`${text} `, type);
	}

	/** Text of the width of the page that flows on to the next one where this one ends. */
	text(element: Structure, text: string, type: Type): void {
		this.sideBySide([{ element, placed: fullWidth(text, type) }]);
	}

	/**
	 * Texts that begin at the same height, such as the cells of a row; each flows on to the next
	 * page where this one ends.
	 *
	 * @param onNewPage draws what the next page begins with, such as the table's header again
	 */
	sideBySide(
		columns: { element: Structure; placed: Placed }[],
		onNewPage: () => void = () => {},
	): void {
		let left = columns.map(({ element, placed }) => ({ element, ...this.#set(placed) }));
		while (left.some(({ lines }) => lines.length > 0)) {
			const room = Math.max(0, page.bottom - this.#y);
			const now = left.map((column) => ({
				...column,
				lines: column.lines.slice(0, Math.floor(room / column.type.leading)),
			}));
			for (const column of now)
				if (column.lines.length > 0) column.element.add(() => this.#drawLines([column]));
			this.#y += tallest(now);
			left = left.map((column, index) => ({
				...column,
				lines: column.lines.slice(now[index]?.lines.length ?? 0),
			}));
			if (left.some(({ lines }) => lines.length > 0)) {
				this.#newPage();
				onNewPage();
			}
		}
		for (const { element } of columns) element.end();
	}

	/** The header of a table on its second page and after: seen, but read out only once. */
	repeated(columns: Placed[]): void {
		this.#artifact(() => {
			const lines = columns.map((placed) => this.#set(placed));
			this.#drawLines(lines);
			this.#y += tallest(lines);
		});
	}

	/** A drawing as wide as the page, or a little smaller so that it ends the page, with what is read instead of it. */
	figure(drawing: Drawing, says: string): void {
		const whole = (drawing.height * across) / drawing.width;
		this.keep(Math.min(leastHeight(drawing), page.bottom - page.top));
		const height = Math.min(whole, page.bottom - this.#y);
		const width = (across * height) / whole;
		// `alt` is in pdfkit and its guide, but not in its types.
		const figure = this.element("Figure", this.#content, { alt: says });
		const at = this.#y;
		figure.add(() => drawOnPdf(this.#doc, drawing, { x: page.left, y: at, width }));
		figure.end();
		this.down(height + 6);
	}

	rule(colour = line, weight = 0.6): void {
		this.#artifact(() => this.#drawRule(colour, weight));
	}

	/** A tinted band from here down, to be written over; `edge` marks its left side. */
	band(height: number, edge?: string): void {
		this.#artifact(() => {
			this.#doc.rect(page.left, this.#y, across, height).fill(tint);
			if (edge) this.#doc.rect(page.left, this.#y, 3, height).fill(edge);
		});
	}

	/** Whether the fonts have every letter of `text`; the others are drawn as boxes. */
	canDraw(text: string): boolean {
		const first = this.#font("regular");
		return [...new Set(text)].every(
			(letter) => isUnseen(letter) || this.#drawnBy.has(letter) || has(first, letter),
		);
	}

	/** A font that was registered, as pdfkit has opened it. */
	#font(name: string): OpenFont {
		this.#doc.font(name);
		return (this.#doc as unknown as { _font: OpenFont })._font;
	}

	/**
	 * Writes the head and foot of every page and ends the document.
	 *
	 * @param running what stands at the head, if anything, and at the foot of page `number` of `count`
	 */
	finish(
		running: (number: number, count: number) => { head: Placed[]; foot: Placed[] },
	): Promise<Buffer> {
		const { count } = this;
		for (let index = 0; index < count; index += 1) {
			this.#doc.switchToPage(index);
			const { head, foot } = running(index + 1, count);
			this.#artifact(() => {
				const headLines = head.map((placed) => this.#set(placed));
				this.#y = page.top - 26 - tallest(headLines);
				this.#drawLines(headLines);
				this.#y = page.top - 20;
				if (head.length > 0) this.#drawRule();
				this.#y = page.bottom + 20;
				this.#drawLines(foot.map((placed) => this.#set(placed)));
			});
		}
		this.#content.end();
		const chunks: Buffer[] = [];
		return new Promise((resolve, reject) => {
			this.#doc.on("data", (chunk: Buffer) => chunks.push(chunk));
			this.#doc.on("end", () => resolve(Buffer.concat(chunks)));
			this.#doc.on("error", reject);
			this.#doc.end();
		});
	}

	/** What is seen but not read out. */
	#artifact(draw: () => void): void {
		this.#doc.markContent("Artifact", { type: "Layout" });
		draw();
		this.#doc.endMarkedContent();
	}

	#newPage(): void {
		this.#doc.addPage();
		this.#y = page.top;
	}

	#drawRule(colour = line, weight = 0.6): void {
		this.#doc
			.moveTo(page.left, this.#y)
			.lineTo(page.right, this.#y)
			.lineWidth(weight)
			.stroke(colour);
	}

	#set({ text, x, width, type, atRight }: Placed) {
		const lines = this.#lines(text, width, type);
		return { x, type, lines, ...(atRight && { right: x + width }) };
	}

	#drawLines(columns: { x: number; type: Type; lines: Line[]; right?: number }[]): void {
		for (const { x, type, lines, right } of columns)
			for (const [index, line] of lines.entries()) {
				const from = right === undefined ? x : right - this.#widthOf(line.text, type);
				this.#drawLine(line, type, from, this.#y + index * type.leading);
			}
	}

	#drawLine(line: Line, type: Type, x: number, y: number): void {
		// The space at the end keeps words apart for a reader that joins the lines.
		const whole = `${line.text} `;
		const { ascender } = this.#font(type.font);
		const baseline = (-ascender * type.size) / 1000;
		let at = x;
		const placed = this.#runsOf({ ...line, text: whole }, type).map((run) => {
			const place = { ...run, x: at };
			at += this.#doc.font(run.font).fontSize(type.size).widthOfString(run.text);
			return place;
		});
		// Drawn in the order in which they are read, for whoever hears them.
		for (const { font, text, x } of placed.toSorted((a, b) => a.index - b.index)) {
			this.#doc.font(font).fontSize(type.size).fillColor(type.colour);
			this.#doc.text(text, x, y, { lineBreak: false, baseline });
		}
	}

	/** A line as it is drawn, from left to right. */
	#runsOf({ text, isFromRight }: Line, type: Type): Run[] {
		if (this.#drawnBy.size === 0) return [{ text, font: type.font, index: 0 }];
		return runsOf(text, isFromRight, (letter) => {
			const drawnBy = [...letter].map((each) => this.#drawnBy.get(each)).find(Boolean);
			return drawnBy ? `${type.font} ${drawnBy}` : type.font;
		});
	}

	#widthOf(text: string, type: Type): number {
		return this.#runsOf({ text, isFromRight: false }, type)
			.map(({ text, font }) => this.#doc.font(font).fontSize(type.size).widthOfString(text))
			.reduce((sum, width) => sum + width, 0);
	}

	/** Breaks `text` between words, and inside a word only where the word alone is too wide. */
	#lines(text: string, width: number, type: Type): Line[] {
		const fits = (piece: string) => this.#widthOf(piece, type) <= width;
		return text.split("\n").flatMap((paragraph) => {
			const lines: string[] = [];
			let current = "";
			for (const { space, word } of wordsOf(paragraph)) {
				if (current !== "" && fits(current + space + word)) {
					current += space + word;
					continue;
				}
				if (current !== "") lines.push(current);
				current = word;
				while (!fits(current)) {
					const start = longestStart(current, fits);
					lines.push(start);
					current = current.slice(start.length);
				}
			}
			if (current !== "") lines.push(current);
			const isFromRight = beginsAtTheRight(paragraph);
			return lines.map((text) => ({ text, isFromRight }));
		});
	}
}

/** A line of a paragraph, which begins at the right where that is how its script is read. */
type Line = { text: string; isFromRight: boolean };

/** A font as pdfkit has opened it: there is no public way to ask it for these. */
type OpenFont = ShapedFont & {
	ascender: number;
	font: {
		cmap: { tables: unknown[] };
		hasGlyphForCodePoint(point: number): boolean;
	};
};

/** A font that was made for letters that it turned out not to have has no table of letters. */
const has = ({ font }: OpenFont, letter: string): boolean =>
	font.cmap.tables.length > 0 && font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);

const letters = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** The most letters from the start of `word` that fit, at least one. */
function longestStart(word: string, fits: (piece: string) => boolean): string {
	let start = "";
	for (const { segment } of letters.segment(word)) {
		if (start !== "" && !fits(start + segment)) return start;
		start += segment;
	}
	return start;
}

const tallest = (columns: { lines: Line[]; type: Type }[]) =>
	Math.max(0, ...columns.map(({ lines, type }) => lines.length * type.leading));
