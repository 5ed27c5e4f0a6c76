/**
 * What a script says, in the language of its page: the page has its sentences in `data-words`, under their English, where it is
 * not English itself (kit/said-by-scripts.ts). `{1}` is the first value.
 */
export function wordsOf(part) {
	const words = JSON.parse(part.closest("[data-words]")?.dataset.words ?? "{}");
	return (english, ...values) =>
		(words[english] ?? english).replace(/\{(\d)\}/g, (_, nth) => values[nth - 1]);
}
