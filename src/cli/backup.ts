import { parseArgs } from "node:util";
import { isPublicKey } from "../backup/key.ts";
import { asDirectory, makeBackup } from "../backup/make-backup.ts";
import { type KeysSaid, openKeyHolder } from "../key-holders/open-key-holder.ts";
import { SealFault } from "../keys/faults.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { configIn, withAddress } from "./open-database.ts";
import { sayProgress } from "./progress.ts";
import { toldFaults } from "./told-faults.ts";

/** A backup without the key is better than none: it is told with it. */
function keysToKeep(said: KeysSaid): Pick<KeyHolder, "place" | "toKeep"> {
	try {
		return openKeyHolder(said).holder;
	} catch (problem) {
		if (!(problem instanceof SealFault)) throw problem;
		return { place: said.file, toKeep: () => undefined };
	}
}

export const backup: Command = {
	name: "backup",
	summary: "Make a backup while Concord runs, or without it",
	usage: `Usage:
  concord backup [--to DIRECTORY|FILE] [--key PUBLIC]

Writes everything that Concord has into one file, as it is at one moment, closed with a public
key. It is the database of the Concord whose settings stand in the environment (DATABASE_URL, or
the one in CONCORD_DATA), whether that runs or not. Prints the file and its SHA-256 as sha256sum
does. ‘concord restore’ puts it back.

  --to   a directory, in which the file is named for the moment, or a file that is not there yet;
         left out, CONCORD_BACKUP_TO
  --key  the public key that ‘concord backup keygen’ made; left out, CONCORD_BACKUP_KEY`,
	run: async (args, io) => {
		const { values } = parseArgs({
			args,
			options: { to: { type: "string" }, key: { type: "string" } },
		});
		const config = configIn(io.env);
		const to = values.to ?? (config.backup && asDirectory(config.backup.to));
		const publicKey = values.key ?? config.backup?.publicKey;
		if (!to) throw new WrongCall("Say where to: ‘--to’ a directory or a file.");
		if (!publicKey)
			throw new WrongCall("Say with which key: ‘--key’. ‘concord backup keygen’ makes one.");
		if (!isPublicKey(publicKey))
			throw new WrongCall(`‘${publicKey.slice(0, 8)}…’ is no public key. It begins with age1.`);
		const signal = io.untilStopped();
		return toldFaults(io, signal, async () => {
			const made = await withAddress(config, (url) =>
				makeBackup(
					{
						url,
						to,
						publicKey,
						clock: io.now,
						signal,
						keys: keysToKeep(config.keys),
					},
					sayProgress(io, "Backing up"),
				),
			);
			io.out.write(`${made.sha256}  ${made.path}\n`);
			return exit.ok;
		});
	},
};
