/**
 * Text as people type and paste it, without what nobody can see: the same for every form, search and rule, so that two
 * texts which look alike are alike. What writes a language stays, in any script.
 */

/** What Word and its symbol fonts put where a bullet, an arrow or a dash is seen. */
const symbols: Record<string, string> = {
	"\uF0B7": "•",
	"\uF0A7": "•",
	"\uF0D8": "•",
	"\uF076": "•",
	"\uF0FC": "✓",
	"\uF0E0": "→",
	"\uF0DF": "←",
	"\uF02D": "-",
};

type Replacer = (found: string, at: number, text: string) => string;

/** In this order, each on what the one before left: some go by what stands beside them. */
const rules: [RegExp, string | Replacer][] = [
	// Line ends of every kind; a tab stays.
	[/\r\n?|[\v\f\u0085\u2028\u2029]/gu, "\n"],
	[/[\u00A0\u2000-\u200A\u202F\u205F\u2800]/gu, " "],
	// A bullet stands first in its line, whichever font drew it.
	[/(?<=^[ \t]*)\p{Co}(?=\s)/gmu, (found) => symbols[found] ?? "•"],
	[/\p{Co}/gu, (found) => symbols[found] ?? ""],
	[/(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|[\uFFF9-\uFFFC\u{1D173}-\u{1D17A}]/gu, ""],
	// Hyphens that are not seen, fillers, and what turns the text after it round.
	[/[\u00AD\u2060-\u2064\u206A-\u206F\uFEFF\u3164\uFFA0\u202A-\u202E\u2066-\u2069]/gu, ""],
	// Tags write the flags of England, Scotland and Wales, and nothing else that is seen.
	[
		/(\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F})|[\u{E0000}-\u{E00FF}]/gu,
		(found) => (found.startsWith("\u{1F3F4}") ? found : ""),
	],
	[
		// biome-ignore lint/suspicious/noMisleadingCharacterClass: each of these is looked for by itself
		/[\u034F\u180B-\u180F\u200B-\u200D\uFE00-\uFE0F\u{E0100}-\u{E01EF}]+/gu,
		(found, at, text) =>
			keptBetween(
				lastOf(text.slice(Math.max(0, at - 2), at)),
				found,
				text.slice(at + found.length),
			),
	],
];

/** Letters written right to left: in a text that has some, marks of direction put a full stop in its place. */
const rightToLeft =
	/(?=\p{L})[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/u;
const directionMarks = /[\u200E\u200F\u061C]/gu;

/** Letters whose shape goes by what stands beside them. */
const joining =
	/^(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hangul}\p{sc=Han}\p{DI}])[\p{L}\p{M}]/u;
/** Scripts without spaces between words, in which U+200B says where a line may end. */
const unspaced = /^[\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const emoji = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;

/** What stays of joiners and choices of shape between two characters: what has a meaning there. */
function keptBetween(before: string, found: string, after: string): string {
	const spaced = unspaced.test(before) && unspaced.test(after);
	if (joining.test(before) || joining.test(after))
		return spaced ? found : found.replaceAll("\u200B", "");
	const [shape = ""] = /^[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u.exec(found) ?? [];
	if (emoji.test(before))
		return shape + (emoji.test(after) && found.includes("\u200D") ? "\u200D" : "");
	return /[\p{S}\p{sc=Han}]/u.test(before) || after.startsWith("\u20E3") ? shape : "";
}

const lastOf = (text: string): string => /.$/su.exec(text)?.[0] ?? "";

/** The text as it is read: without what is not seen, its line ends `\n`, its spaces spaces. Clean text is given back as it is. */
export function cleanText(typed: string): string {
	const text = typed.toWellFormed();
	if (/^[\n\x20-\x7E]*$/.test(text)) return text;
	return rules.reduce(
		(left, [what, by]) =>
			typeof by === "string" ? left.replace(what, by) : left.replace(what, by),
		rightToLeft.test(text) ? text : text.replace(directionMarks, ""),
	);
}

/** A text of one line: every run of spaces and line ends is one space. */
export const cleanLine = (typed: string): string => cleanText(typed).replace(/\s+/g, " ").trim();

/** An e-mail address as it is pasted: `Maya Friedlander <maya@anchor.example>`, `mailto:maya@anchor.example`. */
export const cleanAddress = (typed: string): string => {
	const text = cleanText(typed);
	return (/<([^<>]+)>/.exec(text)?.[1] ?? text).replace(/\s/g, "").replace(/^mailto:/i, "");
};

/** Whether there is anything in it that can be said: a letter or a number of any script. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Alike for texts that people would call the same, such as two ways to type one name: capitals, accents, marks, spaces. */
export const likeness = (text: string): string =>
	cleanText(text)
		.normalize("NFKD")
		.replace(/[^\p{L}\p{N}]/gu, "")
		.toLowerCase();
