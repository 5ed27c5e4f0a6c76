import type { Fault } from "./faults.ts";

/** Characters that no text has: what a picture or an office document is full of. */
const noText =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
/** What stands for a letter that could not be read. */
const unread = /\ufffd/;
/** Spaces that look like one and are none to YAML: where a line begins, or after a name and its colon. */
const oddSpace =
	/^[ \t]*[\u00a0\u2000-\u200b\u202f\u3000\ufeff]|^\s*(?:- )*[\w-]+:[\u00a0\u2000-\u200b\u202f\u3000]/;

/** True for something that is no text at all, such as a picture: not even a draft of it is kept. */
export const isNoText = (text: string): boolean => noText.test(text) || unread.test(text);

/** A text as it is kept: line ends as `\n`. */
export const withPlainLineEnds = (text: string): string => text.replaceAll("\r\n", "\n");

/**
 * What keeps a text from being read at all, before anybody looks at its words.
 *
 * @returns the fault; undefined for a plain text
 */
export function faultOfText(text: string): Fault | undefined {
	const fault = (at: number, wrong: string, fix: string): Fault => ({
		line: text.slice(0, at).split("\n").length,
		where: "",
		wrong,
		fix,
	});
	if (text.trim() === "")
		return fault(0, "There is no text", "Paste the text of a protocol, or choose its file");
	const at = noText.exec(text)?.index;
	if (at !== undefined && isEverySecond(text))
		return fault(0, "This text is in UTF-16, and Concord reads UTF-8", saveAgain);
	if (at !== undefined)
		return fault(
			at,
			"This is not a text: it has characters that no text has",
			"Choose the protocol’s own file, which ends in .yaml. A Word or PDF file cannot be read here",
		);
	const letter = unread.exec(text)?.index;
	if (letter !== undefined)
		return fault(
			letter,
			"A letter here could not be read: the file is not in UTF-8, but in another encoding such as Windows-1252",
			saveAgain,
		);
	return undefined;
}

const saveAgain =
	"Save the file again as UTF-8: in Notepad with “Save as” and “Encoding: UTF-8”, in Word as “Plain text” with “Unicode (UTF-8)”";

/** Letters of UTF-16 that were read one byte at a time have an empty one beside them. */
const isEverySecond = (text: string): boolean => {
	const start = text.slice(0, 200).replaceAll(/\ufffd/g, "");
	return start.split("\0").length - 1 > start.length / 3;
};

/** Every line with a space that YAML takes for a letter. */
export const faultsOfSpaces = (text: string): Fault[] =>
	text.split("\n").flatMap((line, index) =>
		oddSpace.test(line) && !(index === 0 && /^\ufeff[^\s]/.test(line))
			? [
					{
						line: index + 1,
						where: "",
						wrong:
							"There is a no-break space or the like here, which looks like a space and is none to YAML",
						fix: "Type the space again: texts copied from Word or a web page have such spaces",
					},
				]
			: [],
	);
