/** What Concord itself can put into a letter; `due STEP` is one too. */
export const ownBlanks: readonly string[] = [
	"reference",
	"today",
	"raised-on",
	"stage",
	"ending",
	"partnership",
	"raising-agency",
	"receiving-agency",
];

/** The blanks of a letter: `{decision}` and `{due respond}` without their braces, in order. */
export const blanksOf = (text: string): string[] =>
	[...text.matchAll(/\{([^{}]*)\}/g)].map(([, said = ""]) => said.trim());

/** What stands where a blank is not known yet. */
export const gap = "[not recorded]";

/** The words for a blank; undefined for what is not known yet, empty for what may be left out. */
type Say = (blank: string) => string | undefined;

/**
 * A letter with its blanks filled in. What is not known stays visible as a gap.
 *
 * @returns its paragraphs, without those that consist of nothing but what may be left out
 */
export const fillLetter = (text: string, say: Say): string[] =>
	paragraphsOf(text, say).map((paragraph) =>
		paragraph.replace(/\{([^{}]*)\}/g, (_, said: string) => say(said.trim()) || gap),
	);

/** The blanks that stay gaps. */
export const gapsIn = (text: string, say: Say): string[] => [
	...new Set(
		paragraphsOf(text, say)
			.flatMap(blanksOf)
			.filter((blank) => !say(blank)),
	),
];

const paragraphsOf = (text: string, say: Say): string[] =>
	text
		.trim()
		.split(/\n\s*\n/)
		.filter(
			(paragraph) =>
				paragraph.replace(/\{[^{}]*\}/g, "").trim() !== "" ||
				blanksOf(paragraph).some((blank) => say(blank) !== ""),
		);
