/**
 * The fonts for what the font of our PDFs has no letters for: names and words in other scripts, and small pictures. A
 * script's font comes in slices, each for some of its letters: only the slices that a text needs are opened, and of
 * each only those letters are kept, in the two weights.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** A font that was made for one text: the letters of it that it draws, in both weights. */
export type FallbackFont = {
	name: string;
	letters: ReadonlySet<string>;
	regular: Buffer;
	bold: Buffer;
};

/** Letters that one font has, and where it says which of its slices has which. */
type Family = { of: RegExp; ranges: string };

// Written out in full: tools that look for unused dependencies read these lines.
const families: Family[] = [
	{
		of: /\p{scx=Arab}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-arabic/unicode.json"),
	},
	{
		of: /\p{scx=Hebr}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-hebrew/unicode.json"),
	},
	{
		of: /\p{scx=Deva}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-devanagari/unicode.json"),
	},
	{
		of: /\p{scx=Beng}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-bengali/unicode.json"),
	},
	{
		of: /\p{scx=Guru}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-gurmukhi/unicode.json"),
	},
	{
		of: /\p{scx=Gujr}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-gujarati/unicode.json"),
	},
	{
		of: /\p{scx=Orya}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-oriya/unicode.json"),
	},
	{
		of: /\p{scx=Taml}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-tamil/unicode.json"),
	},
	{
		of: /\p{scx=Telu}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-telugu/unicode.json"),
	},
	{
		of: /\p{scx=Knda}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-kannada/unicode.json"),
	},
	{
		of: /\p{scx=Mlym}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-malayalam/unicode.json"),
	},
	{
		of: /\p{scx=Sinh}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-sinhala/unicode.json"),
	},
	{
		of: /\p{scx=Thai}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-thai/unicode.json"),
	},
	{
		of: /\p{scx=Laoo}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-lao/unicode.json"),
	},
	{
		of: /\p{scx=Khmr}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-khmer/unicode.json"),
	},
	{
		of: /\p{scx=Mymr}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-myanmar/unicode.json"),
	},
	{
		of: /\p{scx=Ethi}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-ethiopic/unicode.json"),
	},
	{
		of: /\p{scx=Armn}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-armenian/unicode.json"),
	},
	{
		of: /\p{scx=Geor}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-georgian/unicode.json"),
	},
	{
		of: /\p{sc=Hang}/u,
		ranges: import.meta.resolve("@fontsource-variable/noto-sans-kr/unicode.json"),
	},
];

/** Chinese and Japanese share letters, and each draws some of them in its own way. */
const han = /[\p{scx=Han}\p{scx=Bopo}\p{scx=Hira}\p{scx=Kana}\u3000-\u303f\uff00-\uffef]/u;
const kana = /[\p{sc=Hira}\p{sc=Kana}]/u;
const chinese: Family = {
	of: han,
	ranges: import.meta.resolve("@fontsource-variable/noto-sans-sc/unicode.json"),
};
const japanese: Family = {
	of: han,
	ranges: import.meta.resolve("@fontsource-variable/noto-sans-jp/unicode.json"),
};
const pictures: Family = {
	of: /[\p{Extended_Pictographic}\p{Emoji_Component}]/u,
	ranges: import.meta.resolve("@fontsource-variable/noto-emoji/unicode.json"),
};
/** Stars, circled numbers and the like, which the Japanese font has as well. */
const signs: Family = { ...japanese, of: /[\p{S}\p{No}\p{P}]/u };

/** What is never seen: joiners, marks of direction, the choice between two pictures. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}]/u;

/**
 * The fonts that draw what another font lacks, made for just these letters.
 *
 * @param lacks whether the font that is used first has no such letter
 */
export async function fallbackFonts(
	text: string,
	lacks: (letter: string) => boolean,
): Promise<FallbackFont[]> {
	const letters = [...new Set(text)].filter((letter) => !unseen.test(letter) && lacks(letter));
	if (letters.length === 0) return [];
	const han = kana.test(text) ? [japanese, chinese] : [chinese, japanese];
	const slices = new Map<string, Set<string>>();
	for (const letter of letters) {
		const slice = await sliceWith(letter, [...families, ...han, pictures, signs]);
		if (slice) slices.set(slice, (slices.get(slice) ?? new Set()).add(letter));
	}
	return Promise.all([...slices].map(([slice, needed]) => made(slice, needed)));
}

/** Whether a letter leaves no mark, so that no font need have it. */
export const isUnseen = (letter: string): boolean => unseen.test(letter);

async function sliceWith(letter: string, all: Family[]): Promise<string | undefined> {
	const point = letter.codePointAt(0) ?? 0;
	for (const { of, ranges } of all) {
		if (!of.test(letter)) continue;
		const slice = (await slicesOf(ranges)).find(({ ranges }) =>
			ranges.some(([first, last]) => first <= point && point <= last),
		);
		if (slice) return slice.file;
	}
	return undefined;
}

type Slice = { file: string; ranges: [first: number, last: number][] };
const opened = new Map<string, Promise<Slice[]>>();

/** The slices of a font: its list is read once. */
function slicesOf(list: string): Promise<Slice[]> {
	const known = opened.get(list) ?? readSlices(list);
	opened.set(list, known);
	return known;
}

/** Reads "U+41-5A,U+AB" by the name of its slice, which is a word or a number in brackets. */
async function readSlices(list: string): Promise<Slice[]> {
	const family = /([^/]+)\/unicode\.json$/.exec(list)?.[1];
	const ranges = JSON.parse(await readFile(fileURLToPath(list), "utf8")) as Record<string, string>;
	return Object.entries(ranges).map(([slice, points]) => ({
		file: new URL(`files/${family}-${slice.replaceAll(/[[\]]/g, "")}-wght-normal.woff2`, list).href,
		ranges: points.split(",").map((range) => {
			const [first = "", last = first] = range.slice("U+".length).split("-");
			return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
		}),
	}));
}

/** With the joiners, without which the letters of some scripts do not come together, and the parts of which some are made. */
async function made(slice: string, letters: ReadonlySet<string>): Promise<FallbackFont> {
	// Loaded when a text first needs it: a start does not wait for what most texts never need.
	const { default: subsetFont } = await import("subset-font");
	const file = await readFile(fileURLToPath(slice));
	const text = [...letters].join("");
	const weighing = (wght: number) =>
		subsetFont(file, `${text}${text.normalize("NFD")}\u200c\u200d`, {
			targetFormat: "sfnt",
			variationAxes: { wght },
		});
	const name = slice.slice(slice.lastIndexOf("/") + 1);
	return { name, letters, regular: await weighing(400), bold: await weighing(700) };
}
