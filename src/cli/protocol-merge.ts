import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { baseNamedIn, writeLaidOver } from "../domain/protocol/file/overlay.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { textOf } from "./read-file.ts";

export const protocolMerge: Command = {
	name: "protocol merge",
	summary: "Write a local text and the regional one it stands over as one file",
	usage: `Usage:
  concord protocol merge FILE > WHOLE.yaml

FILE names the regional text with “over: ../region/2024.yaml” and says only what is different
here: groups are joined word by word, anything else takes the place of what was there, and a
word with nothing after it takes that out. The other commands read such a file as it is; a
partnership's versions in the browser are whole texts.`,
	run: async (args, io) => {
		const { positionals } = parseArgs({ args, allowPositionals: true });
		const [file, more] = positionals;
		if (!file || more !== undefined) throw new WrongCall("Name one protocol file.");
		const text = await textOf(file);
		const base = baseNamedIn(text);
		if (base === undefined)
			throw new WrongCall(
				`‘${file}’ stands over no other: it has no “over:”, so there is nothing to merge.`,
			);
		io.out.write(writeLaidOver(text, await textOf(resolve(dirname(file), base))));
		return exit.ok;
	},
};
