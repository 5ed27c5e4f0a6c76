/**
 * Whom only a text names, such as a brother or a friend, is found by reading every text. It finds too much rather than too
 * little: whoever answers the request says of each whether it is them.
 */
import { partsOf } from "../difference/find-child.ts";
import { knownFrom, namesInText, namesSomebody } from "../learning/names-in-text.ts";
import { type Said, said } from "../said.ts";
import { likeness } from "../typed-text.ts";
import type { AskedAbout } from "./request.ts";

/** By what a text may tell of somebody. */
export const waysNamed = {
	identifier: said`the identifier`,
	name: said`the name`,
	birth: said`the date of birth`,
	closed: said`a text that cannot be opened`,
} as const satisfies Record<string, Said>;
export type WayNamed = keyof typeof waysNamed;

/** So many differences are offered at most: nobody looks at more. */
export const mostNamed = 1_000;

/** How a text is looked through. */
export type Looking = {
	/** By what a text may tell of them: all words of one of their names stand in it, in any order, or the day, or the identifier. */
	waysIn: (text: string) => WayNamed[];
	/** Whether a part of such a text, as a sentence, has any of it. */
	isIn: (part: string) => boolean;
};

/**
 * Somebody as they are looked for in texts.
 *
 * @param names each as a whole: a first name alone finds others too, so it is looked for where it is one of these
 * @returns undefined where none of the names has a word to look for
 */
export function lookFor(
	{ dateOfBirth, identifier }: Pick<AskedAbout & { kind: "child" }, "dateOfBirth" | "identifier">,
	names: readonly string[],
): Looking | undefined {
	const known = knownFrom({
		names,
		texts: [],
		datesOfBirth: [dateOfBirth],
		identifiers: [identifier],
		places: [],
	});
	const each = names
		.map((name) => partsOf(name).filter((part) => part.length === 1 || known.words.has(part)))
		.filter((parts) => parts.some((part) => part.length > 1));
	if (each.length === 0) return undefined;
	const number = likeness(identifier);
	const year = dateOfBirth.slice(2, 4);
	// Most texts have nothing of it, and that is seen soonest without looking where it stands.
	const mayHave = (text: string) => {
		const alike = likeness(text);
		return (
			(number !== "" && alike.includes(number)) ||
			(year !== "" && alike.includes(year)) ||
			each.some((parts) => parts.every((part) => alike.includes(part)))
		);
	};
	/** Also in small letters: somebody who types in haste names them too. */
	const isNamed = (text: string) => {
		const has = new Set(partsOf(text.replaceAll(/[^\p{L}\p{M}\p{N}’'-]+/gu, " ")));
		return each.some((parts) => parts.every((part) => has.has(part)));
	};
	const found = (text: string) =>
		namesInText(text, known)
			.filter(namesSomebody)
			// Any number that could be one of the NHS is found as an identifier, whosever it is.
			.filter(({ kind, text: of }) => kind !== "identifier" || likeness(of) === number);
	return {
		waysIn: (text) => {
			if (!mayHave(text)) return [];
			const kinds = new Set(found(text).map(({ kind }) => kind));
			return [
				...(kinds.has("identifier") ? (["identifier"] as const) : []),
				...(isNamed(text) ? (["name"] as const) : []),
				...(kinds.has("date-of-birth") ? (["birth"] as const) : []),
			];
		},
		isIn: (part) => isNamed(part) || found(part).length > 0,
	};
}
