import { inEnglish, type Said, type SaidTime } from "../said.ts";

/** What stands in a table: a name or words of the protocol as they are, or what the report says by itself. */
export type Words = string | Said | SaidTime;

/**
 * How what a report says by itself is said, by its English: whoever shows it says it in the language of their reader. What is
 * not in it is a name, or words of the protocol.
 */
export type SaidAs = Readonly<Record<string, Said | SaidTime>>;

export const wordsInEnglish = (words: Words): string => {
	if (typeof words === "string") return words;
	return "english" in words ? words.english : inEnglish(words);
};

/** Texts in English, and how they are said in other languages. */
export function inEnglishAnd(): { english: (words: Words) => string; saidAs: SaidAs } {
	const saidAs: Record<string, Said | SaidTime> = {};
	return {
		saidAs,
		english: (words) => {
			const text = wordsInEnglish(words);
			if (typeof words === "string") return text;
			saidAs[text] = words;
			return text;
		},
	};
}
