/**
 * A notice holds the words of a protocol as they were when it was written. Whoever reads it may read Welsh by the time that it
 * leaves: so where a partnership offers Welsh, a notice holds them in both languages.
 */
import { speaking } from "../../language/speaking.ts";
import type { Notice } from "./notice.ts";

/**
 * @param make the notice in the language in which it is spoken then: with `sayProtocol` for the protocol, and `speechNow` for
 *   what rules tell of it. It says the same in both
 */
export function inBothLanguages(
	{ offersWelsh }: { offersWelsh?: boolean },
	make: () => Notice,
): Notice {
	const english = speaking({ language: "en", marks: false }, make);
	if (!offersWelsh) return english;
	return withWelsh(english, speaking({ language: "cy", marks: true }, make)) as Notice;
}

/** The notice with the protocol’s words as they are in Welsh, as far as it has them. */
export const inWelshWords = (notice: Notice): Notice => exchanged(notice, {}) as Notice;

type Group = Record<string, unknown>;
type Words = Readonly<Record<string, string>>;

/** With the texts that are others in Welsh. What is listed has its own: it may be taken out of a message later. */
function withWelsh(english: Group, welsh: Group): Group {
	const { items, ...whole } = english;
	const words = Object.fromEntries(pairs(whole, welsh));
	return {
		...english,
		...(isList(items) && isList(welsh.items) && { items: itemsWithWelsh(items, welsh.items) }),
		...(Object.keys(words).length > 0 && { welsh: words }),
	};
}

const itemsWithWelsh = (english: Group[], welsh: Group[]): Group[] =>
	english.map((item, nth) => withWelsh(item, welsh[nth] ?? {}));

/** The texts of one that are others in the other. */
function pairs(one: unknown, other: unknown): [string, string][] {
	if (typeof one === "string" && typeof other === "string")
		return one === other ? [] : [[one, other]];
	if (!isGroup(one) || !isGroup(other)) return [];
	return Object.entries(one).flatMap(([name, value]) => pairs(value, other[name]));
}

function exchanged(value: unknown, words: Words): unknown {
	if (typeof value === "string") return Object.hasOwn(words, value) ? words[value] : value;
	if (Array.isArray(value)) return value.map((one) => exchanged(one, words));
	if (!isGroup(value)) return value;
	const { welsh = words, ...texts } = value;
	return Object.fromEntries(
		Object.entries(texts).map(([name, one]) => [name, exchanged(one, welsh as Words)]),
	);
}

const isGroup = (value: unknown): value is Group => typeof value === "object" && value !== null;
const isList = (value: unknown): value is Group[] => Array.isArray(value);
