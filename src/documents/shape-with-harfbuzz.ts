import { Blob, Direction, Face, Font, type GlyphInfo, Buffer as Letters, shape } from "harfbuzzjs";
import { fromTheRight } from "./runs.ts";

/** A font as pdfkit has opened it, as far as choosing and placing its letters goes. Lengths are units of the font. */
export type ShapedFont = {
	font: {
		getGlyph(id: number): { advanceWidth: number };
		layout(text: string): Layout;
	};
	/** The glyphs that are embedded, and where each has come to stand among them. */
	subset: {
		glyphs: number[];
		mapping: Record<string, number>;
		includeGlyph(id: GlyphKey): number;
	};
};

type Layout = {
	glyphs: { id: GlyphKey; advanceWidth: number; codePoints: number[] }[];
	positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[];
	advanceWidth: number;
};

/** A glyph and the letters that it stands for, such as "12:627.644"; a part of a glyph has no letters. */
type GlyphKey = string | number;

/**
 * Lets HarfBuzz choose and place the letters of a font that pdfkit has opened. What pdfkit comes with fails on some
 * scripts, and what somebody typed must never keep a form from being printed; and it knows one letter for each glyph,
 * where one glyph can stand for several letters, and for others in the next word. Here each glyph is embedded once
 * for each text that it stands for, so that whoever copies or searches finds what was typed.
 *
 * @param file the font itself
 */
export function shapeWithHarfBuzz({ font, subset }: ShapedFont, file: Buffer): void {
	const shaper = shaperOf(file);
	font.layout = (run) => {
		const isFromRight = run.startsWith(fromTheRight);
		const text = isFromRight ? run.slice(fromTheRight.length) : run;
		const letters = new Letters();
		letters.addText(text);
		letters.guessSegmentProperties();
		letters.setDirection(isFromRight ? Direction.RTL : Direction.LTR);
		shape(shaper, letters);
		const said = codePointsOf(text, letters.getGlyphInfos());
		const positions = letters.getGlyphPositions();
		const placed = positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({
			xAdvance,
			yAdvance,
			xOffset,
			yOffset,
		}));
		return {
			glyphs: said.map(({ glyph, codePoints }) => ({
				id: `${glyph}:${codePoints.map((point) => point.toString(16)).join(".")}`,
				advanceWidth: font.getGlyph(glyph).advanceWidth,
				codePoints,
			})),
			positions: placed,
			// Added up when it is asked for: pdfkit makes the positions points in their place.
			get advanceWidth() {
				return placed.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
			},
		};
	};
	subset.includeGlyph = (id) => {
		subset.mapping[id] ??= subset.glyphs.push(Number.parseInt(`${id}`, 10)) - 1;
		return subset.mapping[id];
	};
}

const shapers = new WeakMap<Buffer, Font>();

function shaperOf(file: Buffer): Font {
	const known = shapers.get(file);
	if (known) return known;
	const shaper = new Font(new Face(new Blob(new Uint8Array(file).buffer)));
	shapers.set(file, shaper);
	return shaper;
}

/**
 * The letters that each glyph stands for. Glyphs that came out of the same letters share them out in the order in
 * which they are read; the last has what is left over.
 */
function codePointsOf(
	text: string,
	glyphs: GlyphInfo[],
): { glyph: number; codePoints: number[] }[] {
	const isFromRight = (glyphs[0]?.cluster ?? 0) > (glyphs.at(-1)?.cluster ?? 0);
	const asRead = isFromRight ? glyphs.toReversed() : glyphs;
	const said = asRead.map(({ codepoint: glyph, cluster }, index) => {
		const first = asRead.findIndex((each) => each.cluster === cluster);
		const next = asRead.findIndex((each, at) => at > index && each.cluster !== cluster);
		const letters = [...text.slice(cluster, asRead[next]?.cluster)];
		const isLast = next === index + 1 || index === asRead.length - 1;
		const at = index - first;
		return {
			glyph,
			codePoints: letters
				.slice(at, isLast ? undefined : at + 1)
				.map((letter) => letter.codePointAt(0) ?? 0),
		};
	});
	return isFromRight ? said.toReversed() : said;
}
