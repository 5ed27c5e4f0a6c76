import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { type Keyring, noKeys } from "../keys/keyring.ts";
import { projectRoot } from "../project-root.ts";
import { sealPlainNarrative } from "./seal-plain-narrative.ts";

/** The database cannot be brought to what this version of Concord needs. `message` says what to do. */
export class MigrationFault extends Error {}

const migrations = join(projectRoot, "src/store/migrations");

/** A migration as its file has it. `hash` is the SHA-256 of its text. */
export type Migration = { file: string; text: string; hash: string };

/** The migrations that come with this version, in order. */
export const shippedMigrations = (directory = migrations): Migration[] =>
	readdirSync(directory)
		.filter((file) => /^\d{4}-.*\.sql$/.test(file))
		.sort()
		.map((file) => {
			const text = readFileSync(join(directory, file), "utf8");
			return { file, text, hash: createHash("sha256").update(text).digest("hex") };
		});

/** What the database must have seen to be of this version: its files with their hashes, read once. */
let ofThisVersion: Map<string, string> | undefined;

/**
 * How the database stands to this version of Concord.
 *
 * @param seen the rows of the table `migration`
 */
export function compareMigrations(
	seen: readonly { file: string; hash: string }[],
): "same" | "older" | "newer" | "changed" {
	ofThisVersion ??= new Map(shippedMigrations().map(({ file, hash }) => [file, hash]));
	const known = ofThisVersion;
	if (seen.some(({ file }) => !known.has(file))) return "newer";
	if (seen.some(({ file, hash }) => known.get(file) !== hash)) return "changed";
	return seen.length < known.size ? "older" : "same";
}

/** Held by whoever changes the shape of the database, or must not have it changed meanwhile. */
export const shapeLock = "hashtext('concord migrations')";

/** The migrations that a database has seen are kept in it. */
export const makeMigrationTable = (client: pg.ClientBase) =>
	client.query(
		"create table if not exists migration (file text primary key, hash text not null, at timestamptz not null default now())",
	);

/**
 * Brings the database to the newest shape: each numbered SQL file that it has not seen, in order, each in a
 * transaction of its own. Then what SQL cannot do to data of an older version. Two that start at once take turns.
 *
 * @param how `keys` under which what an older version kept in plain text is sealed
 * @throws MigrationFault when the database is newer than this code, a migration that it has seen was changed,
 * or one fails
 * @throws SealFault where there is something to seal, and no key
 */
export async function migrate(
	pool: pg.Pool,
	{ keys = noKeys, directory = migrations }: { keys?: Keyring; directory?: string } = {},
): Promise<void> {
	const files = shippedMigrations(directory);
	const client = await pool.connect();
	try {
		await client.query(`select pg_advisory_lock(${shapeLock})`);
		await makeMigrationTable(client);
		const { rows } = await client.query<{ file: string; hash: string }>(
			"select file, hash from migration order by file",
		);
		for (const seen of rows) {
			const known = files.find(({ file }) => file === seen.file);
			if (!known)
				throw new MigrationFault(
					`The database was made by a newer version of Concord (it has ${seen.file}). Start that version or a later one.`,
				);
			if (known.hash !== seen.hash)
				throw new MigrationFault(
					`The migration ${seen.file} was changed after it had been run. Put its text back, and write the change as a new migration.`,
				);
		}
		for (const { file, text, hash } of files) {
			if (rows.some((seen) => seen.file === file)) continue;
			await client.query("begin");
			try {
				await client.query(text);
				await client.query("insert into migration (file, hash) values ($1, $2)", [file, hash]);
				await client.query("commit");
			} catch (problem) {
				throw new MigrationFault(
					`The migration ${file} failed, and nothing of it was kept: ${(problem as Error).message}.`,
					{ cause: problem },
				);
			}
		}
		await sealPlainNarrative(client, keys);
	} finally {
		// The connection is closed, and with it go the lock and what was not committed.
		client.release(true);
	}
}
