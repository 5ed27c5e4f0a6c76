import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { keyFileOf, makeKey } from "../key-holders/key-file.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { notAllowed } from "./not-allowed.ts";

export const keysMake: Command = {
	name: "keys make",
	summary: "Make a key for the installation, as a file",
	usage: `Usage:
  concord keys make --out FILE

Writes a new key to a file that must not be there yet, and that its owner alone may read. Set
CONCORD_KEY_FILE to it before the first start, or put its line before the others of the key file in
use and call ‘concord keys rotate’. Without either, Concord makes a key of its own in CONCORD_DATA.

  --out  the file`,
	run: async (args, io) => {
		const { values } = parseArgs({ args, options: { out: { type: "string" } } });
		if (values.out === undefined) throw new WrongCall("Say where to: ‘--out’ and a file.");
		const key = makeKey(io.now());
		try {
			await writeFile(values.out, keyFileOf([key]), { mode: 0o600, flag: "wx" });
		} catch (problem) {
			throw new WrongCall(
				(problem as NodeJS.ErrnoException).code === "EEXIST"
					? `‘${values.out}’ is there already, and may be a key in use. Name another file.`
					: notAllowed(values.out, "written", problem),
			);
		}
		io.out.write(`${key.id}\n`);
		io.err.write(
			`The key is in ${values.out}. Keep a copy where the database is not: without it nobody can read what Concord keeps.\n`,
		);
		return exit.ok;
	},
};
