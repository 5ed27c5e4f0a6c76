/**
 * How much of what people read can be said in Welsh.
 *
 *     npx tsx tools/welsh.ts                     counts, by folder
 *     npx tsx tools/welsh.ts missing src/web/me  what is said there and has no Welsh, as lines for src/language/welsh/
 *     npx tsx tools/welsh.ts not-moved src/web   what stands there in English alone, with its place
 *     npx tsx tools/welsh.ts move src/web/me     moves into `say` what can be moved without reading it
 *     npx tsx tools/welsh.ts save                notes the counts that must not rise (test/welsh-not-moved.json)
 */
import { writeFileSync } from "node:fs";
import { welshOf } from "../src/language/say.ts";
import { countsOf, filesIn, notMovedByFolder, savedIn } from "./words-counted.ts";
import { moved, withSameNames, wordsOf } from "./words-in-source.ts";

const [command = "count", ...places] = process.argv.slice(2);
const files = filesIn(places);
const write = (line: string) => process.stdout.write(`${line}\n`);

const commands: Record<string, () => void> = {
	count: () => {
		write("translated  not translated  not moved  folder");
		for (const [folder, { translated, notTranslated, notMoved }] of countsOf(files))
			write(
				`${String(translated).padStart(10)}${String(notTranslated).padStart(16)}${String(notMoved).padStart(11)}  ${folder}`,
			);
	},
	missing: () => {
		const keys = new Set(files.flatMap((file) => wordsOf(file).said));
		for (const key of keys) if (welshOf(key) === undefined) write(`\t${JSON.stringify(key)}: "",`);
	},
	"not-moved": () => {
		for (const file of files)
			for (const { line, text } of wordsOf(file).notMoved) write(`${file}:${line} ${text}`);
	},
	move: () => {
		for (const file of files.filter((each) => each.endsWith(".tsx")))
			writeFileSync(file, withSameNames(file, moved(file)));
	},
	save: () =>
		writeFileSync(savedIn, `${JSON.stringify(notMovedByFolder(filesIn([])), null, "\t")}\n`),
};

const run = commands[command];
if (!run) throw new Error(`There is no ${command}: ${Object.keys(commands).join(", ")}`);
run();
