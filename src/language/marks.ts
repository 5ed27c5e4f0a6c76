/**
 * In which language each text on a page is. Who says a text does not know where it will stand: in the words of a button, in an
 * attribute, beside a text of the other language. So it is said between two marks, and `withParts` makes of them, once the page
 * is drawn, what HTML has for it.
 *
 * The marks are characters that Unicode keeps for such a use inside a program; what people type never has them (typed-text.ts).
 */
import type { Language } from "../domain/language.ts";

const begins: Record<Language, string> = { cy: "\uFDD0", en: "\uFDD1" };
const ends = "\uFDD2";
const marks = /[\uFDD0-\uFDD2]/g;

export const marked = (language: Language, text: string): string =>
	`${begins[language]}${text}${ends}`;

/** The mark before and after what is not only text. */
export const marksOf = (language: Language): [before: string, after: string] => [
	begins[language],
	ends,
];

/** The language in which a text begins; undefined where it does not say. */
export const languageOf = (text: string): Language | undefined =>
	text.startsWith(begins.cy) ? "cy" : text.startsWith(begins.en) ? "en" : undefined;

/** A text as its pieces, each with the language that it says it is in; undefined where it says none. */
export function piecesOf(text: string): { text: string; language: Language | undefined }[] {
	const pieces: { text: string; language: Language | undefined }[] = [];
	const open: Language[] = [];
	let from = 0;
	const upTo = (at: number) => {
		if (at > from) pieces.push({ text: text.slice(from, at), language: open.at(-1) });
		from = at + 1;
	};
	for (const { 0: mark, index } of text.matchAll(marks)) {
		upTo(index);
		if (mark === ends) open.pop();
		else open.push(mark === begins.cy ? "cy" : "en");
	}
	upTo(text.length);
	return pieces;
}

export const withoutMarks = (text: string): string => text.replace(marks, "");

/** Elements whose content is text and nothing else: no part of it can be marked. */
const textAlone = /<(title|option|textarea|script)\b[^>]*>[^<]*$/;

/**
 * A page with its parts in their languages. A text in the language of what is around it needs nothing; another becomes a part of
 * its own. In attributes and where no element can stand, the marks go.
 *
 * @param language that of the page; inside `main` it is the one that `main` says, if it does
 */
export function withParts(html: string, language: Language): string {
	const main = html.indexOf("<main");
	const mainEnds = html.lastIndexOf("</main>");
	const within = /^<main\b[^>]*\slang="(en|cy)"/.exec(html.slice(main, main + 300))?.[1] as
		| Language
		| undefined;
	let page = "";
	let from = 0;
	/** Of each text that has begun and not ended: its language, and whether it is a part of its own. */
	const open: { language: Language; isPart: boolean }[] = [];
	for (const { 0: mark, index } of html.matchAll(marks)) {
		page += html.slice(from, index);
		from = index + 1;
		if (html.lastIndexOf("<", index) > html.lastIndexOf(">", index)) continue;
		if (mark === ends) {
			if (open.pop()?.isPart) page += "</span>";
			continue;
		}
		const of: Language = mark === begins.cy ? "cy" : "en";
		const around =
			open.at(-1)?.language ?? (within && index > main && index < mainEnds ? within : language);
		const isPart = of !== around && !textAlone.test(page.slice(-400));
		open.push({ language: of, isPart });
		if (isPart) page += `<span lang="${of}">`;
	}
	return page + html.slice(from);
}
