import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { openKeys } from "../actions/open-keys.ts";
import { disposalListFile, readDisposals, writeDisposals } from "../backup/disposal-list.ts";
import { privateKeyIn } from "../backup/key.ts";
import { type KeysOfBackup, type Restored, restoreBackup } from "../backup/restore-backup.ts";
import type { Config } from "../config.ts";
import { sayMoment } from "../domain/calendar/day-in-words.ts";
import { londonTime } from "../domain/time.ts";
import { DatabaseFault, startEmbeddedPostgres } from "../embedded-postgres/start.ts";
import { keysIn, rewriteKeyFile } from "../key-holders/key-file.ts";
import { type KeysSaid, openKeyHolder } from "../key-holders/open-key-holder.ts";
import { SealFault } from "../keys/faults.ts";
import { heldKey } from "../keys/installation-key.ts";
import { holderOf, type KeyHolder } from "../keys/key-holder.ts";
import { keyringFrom } from "../keys/keyring.ts";
import { checkServer, connect, ServerFault } from "../store/connect.ts";
import { MigrationFault, migrate } from "../store/migrate.ts";
import { revokeAfterRestore } from "../store/one-time-links.ts";
import { type Command, exit, type Io, WrongCall } from "./command.ts";
import { configIn } from "./open-database.ts";
import { sayProgress } from "./progress.ts";
import { textOf } from "./read-file.ts";
import { toldFaults } from "./told-faults.ts";

export const restore: Command = {
	name: "restore",
	summary: "Put a backup into an empty place",
	usage: `Usage:
  concord restore FILE --identity KEYFILE

Puts everything that a backup holds into the database of the Concord whose settings stand in the
environment: into DATABASE_URL, which must be empty, or into CONCORD_DATA, which need not be there
yet. All of it comes in, read back and compared row by row, or nothing does. The backup of an
older version is brought to the shape of this one. Stop Concord first, and start it afterwards.

What is told in it is sealed. The key that opens it comes with the backup, and is put where these settings
look for it (CONCORD_KEY_FILE, or CONCORD_DATA); where a key service keeps it, set CONCORD_KEY_SERVICE. That
it opens the backup is tried before anything is written.

  --identity  the file with the private key that ‘concord backup keygen’ made`,
	run: async (args, io) => {
		const { values, positionals } = parseArgs({
			args,
			options: { identity: { type: "string" } },
			allowPositionals: true,
		});
		const [file, ...more] = positionals;
		if (!file || more.length > 0) throw new WrongCall("Name one file: the backup.");
		if (!values.identity)
			throw new WrongCall("Say where the private key is: ‘--identity’ and its file.");
		const privateKey = privateKeyIn(await textOf(values.identity));
		if (!privateKey)
			throw new WrongCall(
				`There is no private key in ‘${values.identity}’. It is a line that begins with AGE-SECRET-KEY-1.`,
			);
		const config = configIn(io.env);
		const signal = io.untilStopped();
		return toldFaults(io, signal, async () => {
			const { rehearsal } = config;
			let placed: string | undefined;
			const { at, concord, partnerships, tables, rows } = await restoreBackup(
				file,
				{
					privateKey,
					rehearsal,
					signal,
					withKeys: async (keys) => {
						placed = await placeKeys(config.keys, keys);
					},
				},
				(use) => withEmptyPlace(config, io.now, use),
				sayProgress(io, "Restoring"),
			);
			const disposed = await readDisposals(dirname(file));
			// Where Concord looks when it starts: before anybody can sign in, it disposes of these again.
			if (disposed.length > 0) await writeDisposals(config.dataDirectory, disposed);
			io.out.write(
				`Restored as of ${sayMoment(londonTime(at))}, from a backup by Concord ${concord}: ${partnerships === 1 ? "one partnership" : `${partnerships} partnerships`}, ${rows} rows of ${tables} tables, each read back and compared.\n${placed === undefined ? "" : `The key that opens it is in ${placed}. Keep a copy somewhere else.\n`}Start Concord. What was done after that moment is not in it, and everybody signs in again.\n${
					disposed.length > 0
						? `${disposed.length} differences were disposed of by the list beside the backup. The start disposes again of those that this brought back, before anybody can sign in.`
						: `There is no ${disposalListFile} beside the backup. If there is one anywhere, put it into ${config.dataDirectory} before you start Concord: else what was disposed of after the backup is there again.`
				}\n`,
			);
			return exit.ok;
		});
	},
};

/**
 * Sees to it that the keys are there that open a backup, where the settings look for them.
 *
 * @returns the key file that was put there; undefined where none had to be
 * @throws WrongCall before anything is written, where the keys that are there do not open it, or there are none
 */
async function placeKeys(said: KeysSaid, backup: KeysOfBackup): Promise<string | undefined> {
	const isThere = said.service !== undefined || existsSync(said.file);
	const holder = isThere ? openKeyHolder(said).holder : heldIn(backup);
	const keys = keyringFrom(holder);
	for (const key of backup.closed)
		await keys.open(key).catch((problem) => {
			if (!(problem instanceof SealFault)) throw problem;
			throw new WrongCall(
				problem.code === "away"
					? problem.message
					: `The keys at ${holder.place} do not open this backup, and nothing was written. ${backup.file === undefined ? `Its keys were kept at ${backup.at}: set CONCORD_KEY_SERVICE to that, or CONCORD_KEY_FILE to a copy.` : `It brings its own: set CONCORD_KEY_FILE to a file that is not there yet, and it is put there.`}`,
			);
		});
	if (isThere || backup.file === undefined) return undefined;
	rewriteKeyFile(said.file, keysIn(backup.file, "The key in the backup"));
	return said.file;
}

/** @throws WrongCall where the backup brings none */
function heldIn({ file, at }: KeysOfBackup): KeyHolder {
	if (file === undefined)
		throw new WrongCall(
			`The keys that open this backup do not come with it, and nothing was written. They were kept at ${at}: set CONCORD_KEY_SERVICE to that, with its token, or CONCORD_KEY_FILE to a copy of the key file.`,
		);
	return holderOf(keysIn(file, "The key in the backup").map(({ key }) => heldKey(key)));
}

/**
 * The database to restore into, and afterwards in the shape of this version.
 *
 * @throws WrongCall when it cannot be used
 */
async function withEmptyPlace(
	{ databaseOwnerUrl, databaseUrl, dataDirectory, keys: said }: Config,
	now: Io["now"],
	use: (pool: ReturnType<typeof connect>["pool"]) => Promise<Restored>,
): Promise<Restored> {
	try {
		const given = databaseOwnerUrl ?? databaseUrl;
		const { url, stop } = given
			? { url: given, stop: async () => {} }
			: await startEmbeddedPostgres({ directory: dataDirectory });
		const { db, pool } = connect(url, { most: 1 });
		try {
			await checkServer(pool);
			const restored = await use(pool);
			const { keys } = await openKeys(url, said, now());
			await migrate(pool, { keys });
			await revokeAfterRestore(db, now().toString());
			return restored;
		} finally {
			await db.destroy();
			await stop();
		}
	} catch (fault) {
		throw fault instanceof DatabaseFault ||
			fault instanceof ServerFault ||
			fault instanceof MigrationFault
			? new WrongCall(fault.message)
			: fault;
	}
}
