import { type ProtocolRead, readProtocol } from "./read-protocol.ts";

/** Characters that no text has: what a picture or an office document is full of. */
const noText =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/;

/** A text as it is kept: line ends as `\n`. */
export const withPlainLineEnds = (text: string): string => text.replaceAll("\r\n", "\n");

/** True for something that is no text at all, such as a picture: not even a draft of it is kept. */
export const isNoText = (text: string): boolean => noText.test(text);

/**
 * Reads the text of a protocol that somebody pasted, typed or took from a file: anything at all.
 *
 * @returns the protocol, or what is wrong with the text, in the order of its lines
 */
export function readPasted(text: string): ProtocolRead {
	if (text.trim() === "")
		return {
			faults: [
				{
					line: 1,
					where: "",
					wrong: "There is no text",
					fix: "Paste the text of a protocol, or choose its file",
				},
			],
		};
	const at = noText.exec(text)?.index;
	if (at !== undefined)
		return {
			faults: [
				{
					line: text.slice(0, at).split("\n").length,
					where: "",
					wrong: "This is not a text: it has characters that no text has",
					fix: "Choose the protocol’s own file, which ends in .yaml. A Word or PDF file cannot be read here",
				},
			],
		};
	return readProtocol(withPlainLineEnds(text));
}
