/**
 * What was told in a difference and is not there to read any more. Who did what and when is there all the same, so a
 * difference is drawn as ever, and at each place where words are missing it says so.
 */
import { childrenOf } from "./find-child.ts";

/**
 * `disposed` of, for they are kept no longer; or `closed`: the key that they take is not here, or they were damaged where
 * they are kept.
 */
export type WordsLost = "disposed" | "closed";

/** Of what shape an answer is: all that is known of one that does not open. */
export const shapes = ["text", "children", "names", "name", "rows", "other"] as const;
export type Shape = (typeof shapes)[number];

export function shapeOf(content: unknown): Shape {
	if (typeof content === "string") return "text";
	if (Array.isArray(content)) {
		if (content.length > 0 && childrenOf(content).length === content.length) return "children";
		return content.length > 0 && content.every(isNamed) ? "names" : "rows";
	}
	return isNamed(content) ? "name" : "other";
}

const isNamed = (each: unknown): boolean =>
	typeof each === "object" && each !== null && typeof Object(each).name === "string";

const said: Record<WordsLost, Record<"words" | "name" | "file", string>> = {
	disposed: {
		words: "[These words were disposed of]",
		name: "[name disposed of]",
		file: "[name of file disposed of]",
	},
	closed: {
		words: "[These words cannot be opened]",
		name: "[name cannot be opened]",
		file: "[name of file cannot be opened]",
	},
};

/** What stands where a name, or the name of a file, would. */
export const nameLost = (of: "name" | "file", lost: WordsLost): string => said[lost][of];

/** What stands in place of an answer: of its shape, so that whatever reads it goes on. */
export function answerLost(shape: Shape, lost: WordsLost): unknown {
	const { name, words } = said[lost];
	switch (shape) {
		case "text":
			return words;
		case "children":
			return [{ name, dateOfBirth: "", identifier: "" }];
		case "name":
			return { name };
		case "names":
			return [{ name }];
		case "rows":
			return [];
		case "other":
			return {};
	}
}
