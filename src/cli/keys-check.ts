import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { noteKeyCopy } from "../actions/rotate-keys.ts";
import { keysIn } from "../key-holders/key-file.ts";
import { listKnownKeys } from "../store/installation-keys.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { notAllowed } from "./not-allowed.ts";
import { withKeys } from "./open-database.ts";

export const keysCheck: Command = {
	name: "keys check",
	summary: "Show that a copy of the key file opens what this Concord keeps",
	usage: `Usage:
  concord keys check COPY

Looks whether a copy of the key file holds the key in use, and every key that still closes something. That
it does is noted, so that ‘concord doctor’ and the page of administration no longer ask for a copy. The
copy itself is left as it is; take it back to where the database is not.`,
	run: async (args, io) => {
		const { positionals } = parseArgs({ args, allowPositionals: true });
		const [copy, ...more] = positionals;
		if (!copy || more.length > 0) throw new WrongCall("Say which copy: a file.");
		return withKeys(io, async ({ db, holder }) => {
			if (holder.toKeep() === undefined)
				throw new WrongCall(
					"The keys are kept by a key service, and never leave it. How it is backed up, its own documentation says.",
				);
			const text = await readFile(copy, "utf8").catch((problem) => {
				throw new WrongCall(notAllowed(copy, "read", problem));
			});
			const held = keysIn(text, copy).map(({ id }) => id);
			const today = (await holder.today()).id;
			const needed = [
				today,
				...(await listKnownKeys(db)).filter(({ closes }) => closes > 0).map(({ id }) => id),
			];
			const missing = [...new Set(needed)].filter((id) => !held.includes(id));
			if (missing.length > 0) {
				io.out.write(
					`This copy lacks ${missing.join(", ")}: it is of before the key was changed. Copy ${holder.place} anew.\n`,
				);
				return exit.faults;
			}
			await noteKeyCopy(db, needed, io.now());
			io.out.write(`This copy opens what this Concord keeps (${today}).\n`);
			return exit.ok;
		});
	},
};
