import { parseArgs } from "node:util";
import { rotateInstallationKey, rotatePartnershipKey } from "../actions/rotate-keys.ts";
import { sayCount } from "../domain/english.ts";
import { type Command, exit, type Io } from "./command.ts";
import { type OpenedKeys, withKeys } from "./open-database.ts";
import { partnershipIn } from "./partnership-in.ts";

export const keysRotate: Command = {
	name: "keys rotate",
	summary: "Put a new key in the place of the installation’s, or of a partnership’s",
	usage: `Usage:
  concord keys rotate [--partnership NAME]

Makes a new key of the installation and closes the key of every partnership under it. Concord may serve
meanwhile, also several on one database. What was broken off is gone on with by calling it again. The key
of before stays in its place until ‘concord keys forget’: backups from before need it. Keep a copy of the
new one, and show it with ‘concord keys check’.

  --partnership  a new key of this partnership instead, under which the keys of its differences are closed`,
	run: async (args, io) => {
		const { values } = parseArgs({ args, options: { partnership: { type: "string" } } });
		return withKeys(io, async (opened) => {
			if (values.partnership === undefined) await rotateInstallation(io, opened);
			else await rotatePartnership(io, opened, values.partnership);
			return exit.ok;
		});
	},
};

async function rotateInstallation(io: Io, { db, holder }: OpenedKeys): Promise<void> {
	const { id, made, rewrapped, before } = await rotateInstallationKey(db, holder, io.now());
	io.out.write(
		`${made ? "The new key is" : "The key is"} ${id}, kept at ${holder.place}. ${sayCount(rewrapped, "key", "keys")} of partnerships ${rewrapped === 1 ? "was" : "were"} closed under it.\n`,
	);
	if (holder.toKeep() !== undefined)
		io.out.write(
			"Keep a copy of the key file where the database is not, and show it: concord keys check COPY.\n",
		);
	for (const each of before)
		io.out.write(
			`${each} closes nothing any more. Backups from before need it: when none is kept, ‘concord keys forget ${each}’.\n`,
		);
}

async function rotatePartnership(io: Io, { db }: OpenedKeys, name: string): Promise<void> {
	const { id } = await partnershipIn(db, name);
	const { made, rewrapped, isOver } = await rotatePartnershipKey(db, id);
	io.out.write(
		`${made ? `${name} has a new key.` : `Went on with the rotation of ${name} that was begun.`} ${sayCount(rewrapped, "difference has its", "differences have their")} key closed under it.\n`,
	);
	io.out.write(
		isOver
			? "The key of before closed nothing any more and was deleted. Backups from before hold it.\n"
			: "The key of before still closes what was being written just now. Call this again in a minute.\n",
	);
}
