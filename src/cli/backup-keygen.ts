import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { keyFileOf, makeKeyPair } from "../backup/key.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { notAllowed } from "./not-allowed.ts";

export const backupKeygen: Command = {
	name: "backup keygen",
	summary: "Make the two keys of backups",
	usage: `Usage:
  concord backup keygen [--out FILE]

Makes a public key, with which backups are closed, and the private key, which alone opens them.
The private key is shown once and kept nowhere: keep it in two places that are not this machine,
such as the password safes of two people. Without it no backup can be opened, by anybody.
Set CONCORD_BACKUP_KEY to the public key.

  --out  the file that the private key is written to, which must not be there yet; left out, it
         is printed. The file is what age-keygen writes`,
	run: async (args, io) => {
		const { values } = parseArgs({ args, options: { out: { type: "string" } } });
		const pair = await makeKeyPair();
		const text = keyFileOf(pair, io.now().round("second").toString());
		if (values.out === undefined) {
			io.out.write(text);
			return exit.ok;
		}
		try {
			await writeFile(values.out, text, { mode: 0o600, flag: "wx" });
		} catch (problem) {
			const isThere = (problem as NodeJS.ErrnoException).code === "EEXIST";
			throw new WrongCall(
				isThere
					? `‘${values.out}’ is there already, and may be the key of backups that you have. Name another file.`
					: notAllowed(values.out, "written", problem),
			);
		}
		io.out.write(`${pair.publicKey}\n`);
		io.err.write(
			`The private key is in ${values.out}. Keep it in two places that are not this machine, and remove it here.\n`,
		);
		return exit.ok;
	},
};
