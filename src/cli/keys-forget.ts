import { parseArgs } from "node:util";
import { forgetInstallationKey } from "../actions/rotate-keys.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { withKeys } from "./open-database.ts";

export const keysForget: Command = {
	name: "keys forget",
	summary: "Destroy a key of the installation that closes nothing any more",
	usage: `Usage:
  concord keys forget ID

Takes a key of before out of the key file, once nothing in the database needs it; the database then refuses
that anything is closed under it. **Backups from before its rotation can be opened with it alone**: destroy
it, and its copies, when none of them is kept. ‘concord keys show’ tells the ID.`,
	run: async (args, io) => {
		const { positionals } = parseArgs({ args, allowPositionals: true });
		const [id, ...more] = positionals;
		if (!id || more.length > 0) throw new WrongCall("Say which key: its ID.");
		return withKeys(io, async ({ db, holder }) => {
			const left = await forgetInstallationKey(db, holder, id, io.now());
			io.out.write(`${left ?? `${id} is no longer in ${holder.place}. Destroy its copies too.`}\n`);
			return exit.ok;
		});
	},
};
