/** The words of a protocol, in the language of whoever reads them. */
import { textsOf, withTexts } from "../domain/protocol/in-welsh.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { marked } from "./marks.ts";
import { speechNow, welshOf } from "./say.ts";
import { type Speaking, speakingNow } from "./speaking.ts";

/**
 * A protocol as whoever it is spoken to reads it: in Welsh, as far as it has any, where they chose that. What Concord itself
 * asks in every protocol has the product’s own Welsh. Steps, answers and names are the same in both, so rules may go by either.
 */
export function sayProtocol(protocol: Protocol): Protocol {
	const { language, marks } = speakingNow();
	if (language === "en" || protocol.english) return protocol;
	const known = spoken.get(protocol) ?? {};
	spoken.set(protocol, known);
	known[marks ? "marked" : "plain"] ??= inWelsh(protocol, marks);
	return known[marks ? "marked" : "plain"] ?? protocol;
}

/** A protocol never changes. */
const spoken = new WeakMap<Protocol, { marked?: Protocol; plain?: Protocol }>();

/** Each text of a protocol as whoever it is spoken to reads it, by what it is in the words that were approved. */
export function sayTexts(protocol: Protocol): ReadonlyMap<string, string> {
	const written = protocol.english ?? protocol;
	const { language, marks } = speakingNow();
	const say = language === "en" ? (text: string) => text : sayerOf(written, marks);
	return new Map([...textsOf(written)].map((text) => [text, say(text)]));
}

function inWelsh(protocol: Protocol, marks: Speaking["marks"]): Protocol {
	const plain = (text: string) => inWelshOf(protocol, text) ?? text;
	return { ...withTexts(protocol, sayerOf(protocol, marks), plain), speech: speechNow() };
}

const inWelshOf = ({ welsh }: Protocol, text: string): string | undefined =>
	welsh[text] ?? welshOf(text);

const sayerOf =
	(protocol: Protocol, marks: Speaking["marks"]) =>
	(text: string): string => {
		const welsh = inWelshOf(protocol, text);
		const said = welsh ?? text;
		return marks && said !== "" ? marked(welsh === undefined ? "en" : "cy", said) : said;
	};
