import { parseArgs } from "node:util";
import { privateKeyIn } from "../backup/key.ts";
import { type Restored, restoreBackup } from "../backup/restore-backup.ts";
import type { Config } from "../config.ts";
import { sayMoment } from "../domain/calendar/day-in-words.ts";
import { londonTime } from "../domain/time.ts";
import { DatabaseFault, startEmbeddedPostgres } from "../embedded-postgres/start.ts";
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
			const { at, concord, partnerships, tables, rows } = await restoreBackup(
				file,
				{ privateKey, rehearsal, signal },
				(use) => withEmptyPlace(config, io.now, use),
				sayProgress(io, "Restoring"),
			);
			io.out.write(
				`Restored as of ${sayMoment(londonTime(at))}, from a backup by Concord ${concord}: ${partnerships === 1 ? "one partnership" : `${partnerships} partnerships`}, ${rows} rows of ${tables} tables, each read back and compared.\nStart Concord. What was done after that moment is not in it, and everybody signs in again.\n`,
			);
			return exit.ok;
		});
	},
};

/**
 * The database to restore into, and afterwards in the shape of this version.
 *
 * @throws WrongCall when it cannot be used
 */
async function withEmptyPlace(
	{ databaseOwnerUrl, databaseUrl, dataDirectory }: Config,
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
			await migrate(pool);
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
