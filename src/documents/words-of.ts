/** Scripts that are written without a space between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * The pieces between which a line may be broken, each with the space before it, if any: words, and in scripts that
 * put no space between words, each word with what stands after it.
 */
export const wordsOf = (paragraph: string): { space: string; word: string }[] =>
	paragraph
		.split(" ")
		.filter((word) => word !== "")
		.flatMap((word) =>
			(unspaced.test(word) ? segmented(word) : [word]).map((piece, index) => ({
				space: index === 0 ? " " : "",
				word: piece,
			})),
		);

/** A stop or a bracket that closes begins no line, and a bracket that opens ends none. */
function segmented(text: string): string[] {
	const pieces: string[] = [];
	for (const { segment, isWordLike } of segmenter.segment(text)) {
		const last = pieces.at(-1);
		if (last !== undefined && (opens.test(last) || !(isWordLike || opens.test(segment))))
			pieces[pieces.length - 1] = last + segment;
		else pieces.push(segment);
	}
	return pieces;
}

const opens = /^[\p{Ps}\p{Pi}]+$/u;
