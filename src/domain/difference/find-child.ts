/**
 * How somebody is found whom a difference is about: by the beginnings of their names, by their date of birth, or by an
 * identifier such as an NHS number. Capitals, accents, spaces, hyphens and apostrophes make no difference.
 */
import { readTypedDay } from "../calendar/typed-day.ts";
import type { Child } from "../protocol/answers.ts";
import { likeness } from "../typed-text.ts";

/** What somebody looks for. All texts are as `likeness` has them. */
export type ChildAsked =
	/** Each is the beginning of another part of the name. */
	| { by: "name"; parts: string[] }
	/** ISO day. */
	| { by: "born"; day: string }
	| { by: "identifier"; identifier: string };

/** So many letters of a name are asked for at least, unless a part of it is shorter. */
export const fewestLetters = 3;

/** The parts of a name, as they are compared. A hyphen is between two; an apostrophe is not: `O’Neill` is one. */
export const partsOf = (name: string): string[] =>
	name.split(/[\s\p{Pd}/,.]+/u).flatMap((part) => likeness(part) || []);

/**
 * What a line of text asks for: a day is a date of birth, what has a number in it an identifier, anything else a name.
 * Undefined where nothing is asked for.
 */
export function readChildAsked(typed: string): ChildAsked | undefined {
	const day = readTypedDay({ day: typed });
	if (day.is === "day") return { by: "born", day: day.day };
	const plain = likeness(typed);
	if (plain === "") return undefined;
	return /\p{N}/u.test(plain)
		? { by: "identifier", identifier: plain }
		: { by: "name", parts: partsOf(typed) };
}

/** Whether somebody is whom was asked for. */
export function isAsked(asked: ChildAsked, child: Identified): boolean {
	switch (asked.by) {
		case "born":
			return child.dateOfBirth === asked.day;
		case "identifier":
			return likeness(child.identifier) === asked.identifier;
		case "name": {
			const parts = partsOf(child.name);
			const whole = asked.parts.join("");
			return (
				eachBegins(asked.parts, parts) ||
				parts.some((_part, nth) => !isShort(whole) && parts.slice(nth).join("").startsWith(whole))
			);
		}
	}
}

type Identified = Pick<Child, "name" | "dateOfBirth" | "identifier">;

/** Whether each of these is the beginning of a part, no two of the same one. */
function eachBegins(asked: readonly string[], parts: readonly string[]): boolean {
	const [first, ...rest] = asked;
	if (first === undefined) return true;
	return parts.some(
		(part, nth) =>
			(isShort(first) ? part === first : part.startsWith(first)) &&
			eachBegins(rest, parts.toSpliced(nth, 1)),
	);
}

const isShort = (text: string): boolean => [...text].length < fewestLetters;

/** Under what somebody is found. */
export type Code = { kind: "name" | "long-name" | "born" | "identifier"; text: string };

/** @param letters the beginning of a name, or of a part of one, as `likeness` has it */
export const nameCode = (letters: string): Code => ({
	kind: "name",
	text: [...letters].slice(0, fewestLetters).join(""),
});

/** So many letters of a name lead to a few children, where three lead to many. */
const lettersOfLong = 6;

/** The same with a code of more letters, where there are as many. */
function nameCodes(letters: string): Code[] {
	const first = [...letters].slice(0, lettersOfLong);
	return [
		nameCode(letters),
		...(first.length < lettersOfLong
			? []
			: [{ kind: "long-name", text: first.join("") } satisfies Code]),
	];
}

/** Everything under which somebody is found: of a name the first letters of each part, with those of the next where it is short. */
export function codesOf(child: Identified): Code[] {
	const parts = partsOf(child.name);
	return [
		...parts.flatMap((part, nth) => [nameCode(part), ...nameCodes(parts.slice(nth).join(""))]),
		...(child.dateOfBirth ? codesAsked({ by: "born", day: child.dateOfBirth }) : []).flat(),
		...(likeness(child.identifier)
			? codesAsked({ by: "identifier", identifier: likeness(child.identifier) })
			: []
		).flat(),
	];
}

/** Whoever is asked for is found under all codes of one of these. */
export function codesAsked(asked: ChildAsked): Code[][] {
	switch (asked.by) {
		case "born":
			return [[{ kind: "born", text: asked.day }]];
		case "identifier":
			return [[{ kind: "identifier", text: asked.identifier }]];
		case "name": {
			const whole = asked.parts.join("");
			if (whole === "") return [];
			return [asked.parts.flatMap(nameCodes), ...(isShort(whole) ? [] : [nameCodes(whole)])];
		}
	}
}

/** The people of an answer that says whom a difference is about; nobody in any other. */
export const childrenOf = (content: unknown): Child[] =>
	Array.isArray(content) ? content.filter(isChild) : [];

const isChild = (each: unknown): each is Child =>
	typeof each === "object" &&
	each !== null &&
	["name", "dateOfBirth", "identifier"].every(
		(key) => typeof (each as Record<string, unknown>)[key] === "string",
	);
