/** Counts what is said in Welsh, by folder. */
import { globSync } from "node:fs";
import { welshOf } from "../src/language/say.ts";
import { wordsOf } from "./words-in-source.ts";

/** Where people are spoken to. */
const spoken = [
	"src/web",
	"src/mail",
	"src/documents",
	"src/domain",
	"src/actions",
	"src/reports",
	"src/store",
	"src/beside",
	"src/files",
	"src/providers",
	"src/language/length.ts",
];

/** The counts that must not rise. */
export const savedIn = "test/welsh-not-moved.json";

/** The files of these places that may say something to people; of all of them where none is named. */
export const filesIn = (places: readonly string[]): string[] =>
	(places.length > 0 ? places : spoken)
		.flatMap((place) => (/\.tsx?$/.test(place) ? [place] : globSync(`${place}/**/*.{ts,tsx}`)))
		.filter((file) => !/\.(test|fixture)\.tsx?$/.test(file))
		.sort();

type Counts = { translated: number; notTranslated: number; notMoved: number };

/** By folder: `src/web/me/sign-in`, `src/domain/difference`. */
export function countsOf(files: readonly string[]): Map<string, Counts> {
	const counts = new Map<string, Counts>();
	for (const file of files) {
		const { said, notMoved } = wordsOf(file);
		const folder = file.split("/").slice(0, -1).slice(0, 4).join("/");
		const before = counts.get(folder) ?? { translated: 0, notTranslated: 0, notMoved: 0 };
		const translated = said.filter((key) => welshOf(key) !== undefined).length;
		counts.set(folder, {
			translated: before.translated + translated,
			notTranslated: before.notTranslated + said.length - translated,
			notMoved: before.notMoved + notMoved.length,
		});
	}
	return counts;
}

/** How much stands in English alone, in each folder that has some. */
export const notMovedByFolder = (files: readonly string[]): Record<string, number> =>
	Object.fromEntries(
		[...countsOf(files)].flatMap(([folder, { notMoved }]) =>
			notMoved > 0 ? [[folder, notMoved]] : [],
		),
	);
