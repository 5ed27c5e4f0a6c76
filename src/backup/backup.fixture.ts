import { once } from "node:events";
import { createWriteStream, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { connect } from "../store/connect.ts";
import { withSnapshot } from "../store/snapshot.ts";
import { makeKeyPair } from "./key.ts";
import { type Restored, restoreBackup } from "./restore-backup.ts";
import { type Entry, seal } from "./sealed-file.ts";
import { writeBackup } from "./write-backup.ts";

/** The keys of every backup of these tests. */
export const keys = await makeKeyPair();

const folder = mkdtempSync(join(tmpdir(), "concord-backup-"));
let files = 0;
/** The path of a file that is not there yet. */
export const newFile = (): string => join(folder, `${++files}.tar.zst.age`);

export const never = new AbortController().signal;

/** A backup of a database, as a rehearsal makes it. @returns its path */
export async function backupOf(url: string): Promise<string> {
	const path = newFile();
	const { db, pool } = connect(url, { most: 1 });
	await withSnapshot(pool, (snapshot) => written(path, snapshot));
	await db.destroy();
	return path;
}

/** Writes what a snapshot sees to a file. */
export async function written(
	path: string,
	snapshot: Parameters<typeof writeBackup>[0],
): Promise<void> {
	const out = createWriteStream(path);
	const about = { publicKey: keys.publicKey, concord: "0.1.0", signal: never };
	await writeBackup(snapshot, about, out);
	if (!out.closed) await once(out, "close");
}

/** Any files, closed as a backup is. @returns its path */
export async function sealed(entries: Entry[]): Promise<string> {
	const path = newFile();
	const out = createWriteStream(path);
	const all = async function* () {
		yield* entries;
	};
	await seal(all(), { publicKey: keys.publicKey, at: new Date(0), signal: never }, out);
	if (!out.closed) await once(out, "close");
	return path;
}

/** Puts a backup into a database. */
export async function restoredInto(
	url: string,
	path: string,
	{ privateKey = keys.privateKey, rehearsal = false, signal = never } = {},
	progress?: (done: number) => void,
): Promise<Restored> {
	const { db, pool } = connect(url, { most: 1 });
	try {
		return await restoreBackup(
			path,
			{ privateKey, rehearsal, signal },
			(use) => use(pool),
			progress,
		);
	} finally {
		await db.destroy();
	}
}

/** Asks a database by a connection of one's own. */
export async function asked<Answer>(
	url: string,
	ask: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
	const client = new pg.Client(url);
	await client.connect();
	return ask(client).finally(() => client.end());
}

/** Every row of every table of Concord, as text that tells any two values apart. */
export async function everyRow(client: pg.ClientBase): Promise<Record<string, string[]>> {
	const { rows } = await client.query<{ name: string }>(
		"select tablename::text as name from pg_tables where schemaname = 'public' order by 1",
	);
	const all: Record<string, string[]> = {};
	for (const { name } of rows)
		all[name] = (
			await client.query<{ row: string }>(
				`select t::text as row from ${pg.escapeIdentifier(name)} t order by t::text collate "C"`,
			)
		).rows.map(({ row }) => row);
	return all;
}

/** Whether a database holds no table at all. */
export const isEmpty = (url: string): Promise<boolean> =>
	asked(
		url,
		async (client) =>
			(await client.query("select from pg_tables where schemaname = 'public'")).rowCount === 0,
	);
