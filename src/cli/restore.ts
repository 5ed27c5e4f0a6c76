import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { disposalListFile, readDisposals, writeDisposals } from "../backup/disposal-list.ts";
import { privateKeyIn } from "../backup/key.ts";
import { type Restored, restoreBackup } from "../backup/restore-backup.ts";
import type { Config } from "../config.ts";
import { sayMoment } from "../domain/calendar/day-in-words.ts";
import { londonTime } from "../domain/time.ts";
import { DatabaseFault, startEmbeddedPostgres } from "../embedded-postgres/start.ts";
import { checkServer, connect, ServerFault } from "../store/connect.ts";
import { MigrationFault, migrate } from "../store/migrate.ts";
import { type Command, exit, WrongCall } from "./command.ts";
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
				(use) => withEmptyPlace(config, use),
				sayProgress(io, "Restoring"),
			);
			const disposed = await readDisposals(dirname(file));
			// Where Concord looks when it starts: before anybody can sign in, it disposes of these again.
			if (disposed.length > 0) await writeDisposals(config.dataDirectory, disposed);
			io.out.write(
				`Restored as of ${sayMoment(londonTime(at))}, from a backup by Concord ${concord}: ${partnerships === 1 ? "one partnership" : `${partnerships} partnerships`}, ${rows} rows of ${tables} tables, each read back and compared.\nStart Concord. What was done after that moment is not in it, and everybody signs in again.\n${
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
 * The database to restore into, and afterwards in the shape of this version.
 *
 * @throws WrongCall when it cannot be used
 */
async function withEmptyPlace(
	{ databaseUrl, dataDirectory }: Config,
	use: (pool: ReturnType<typeof connect>["pool"]) => Promise<Restored>,
): Promise<Restored> {
	try {
		const { url, stop } = databaseUrl
			? { url: databaseUrl, stop: async () => {} }
			: await startEmbeddedPostgres({ directory: dataDirectory });
		const { db, pool } = connect(url, { most: 1 });
		try {
			await checkServer(pool);
			const restored = await use(pool);
			await migrate(pool);
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
