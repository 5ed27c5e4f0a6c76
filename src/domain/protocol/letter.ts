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

/**
 * A letter with its blanks filled in.
 *
 * @param say the words for a blank; undefined for what is not known yet, which stays visible as a gap
 * @returns its paragraphs; one in which nothing is said is left out
 */
export const fillLetter = (
	text: string,
	say: (blank: string) => string | undefined,
): string[] =>
	text
		.trim()
		.split(/\n\s*\n/)
		.map((paragraph) =>
			paragraph.replace(
				/\{([^{}]*)\}/g,
				(_, said: string) => say(said.trim()) ?? gap,
			),
		)
		.filter((paragraph) => paragraph.trim() !== "");
