import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { type Keyring, noKeys } from "../keys/keyring.ts";
import { projectRoot } from "../project-root.ts";
import { onClient } from "./connect.ts";
import { indexLongNames } from "./index-again.ts";
import { every } from "./scope.ts";
import { sealPlainNarrative } from "./seal-plain-narrative.ts";
import { sealPlainRest } from "./seal-plain-rest.ts";

/** The database cannot be brought to what this version of Concord needs. `message` says what to do. */
export class MigrationFault extends Error {}

const migrations = join(projectRoot, "src/store/migrations");

/** A migration as its file has it. `hash` is the SHA-256 of its text. */
export type Migration = { file: string; text: string; hash: string; olderServes: boolean };

/** The first line of a migration with which a Concord that does not know it may go on serving. */
const olderServes = "-- Older versions serve on.";

/** The migrations that come with this version, in order. */
export const shippedMigrations = (directory = migrations): Migration[] =>
	readdirSync(directory)
		.filter((file) => /^\d{4}-.*\.sql$/.test(file))
		.sort()
		.map((file) => {
			const text = readFileSync(join(directory, file), "utf8");
			return {
				file,
				text,
				hash: createHash("sha256").update(text).digest("hex"),
				olderServes: text.startsWith(olderServes),
			};
		});

/** What the database must have seen to be of this version: its files with their hashes, read once. */
let ofThisVersion: Map<string, string> | undefined;

/**
 * How the database stands to this version of Concord; `ahead` where a newer version changed it in ways with which this one may
 * go on serving.
 */
export type Shape = "same" | "ahead" | "older" | "newer" | "changed";

/** A row of the table `migration`; `olderServes` is of those that this version does not know. */
export type SeenMigration = { file: string; hash: string; olderServes: boolean };

/** A question for the rows of the table `migration`, which in an older database does not say everything. */
export const seenMigrations = `select file, hash,
	coalesce((to_jsonb(migration) ->> 'older_serves')::boolean, false) as "olderServes"
	from migration order by file`;

export function compareMigrations(seen: readonly SeenMigration[]): Shape {
	ofThisVersion ??= new Map(shippedMigrations().map(({ file, hash }) => [file, hash]));
	const known = ofThisVersion;
	const unknown = seen.filter(({ file }) => !known.has(file));
	if (unknown.some(({ olderServes }) => !olderServes)) return "newer";
	if (seen.some(({ file, hash }) => known.has(file) && known.get(file) !== hash)) return "changed";
	if (seen.length - unknown.length < known.size) return "older";
	return unknown.length > 0 ? "ahead" : "same";
}

/** Held by whoever changes the shape of the database, or must not have it changed meanwhile. */
export const shapeLock = "hashtext('concord migrations')";

/** The migrations that a database has seen are kept in it. */
export const makeMigrationTable = (client: pg.ClientBase) =>
	client.query(
		"create table if not exists migration (file text primary key, hash text not null, at timestamptz not null default now())",
	);

/** Notes that a migration was run. @param at an ISO instant; now when left out */
export async function noteMigration(
	client: pg.ClientBase,
	{ file, hash, olderServes }: Migration,
	at?: string,
): Promise<void> {
	await client.query(
		"insert into migration (file, hash, at) values ($1, $2, coalesce($3, now()))",
		[file, hash, at ?? null],
	);
	// Only the migration that made this column, and those after it, may say so.
	if (olderServes)
		await client.query("update migration set older_serves = true where file = $1", [file]);
}

/**
 * Brings the database to the newest shape: each numbered SQL file that it has not seen, in order, each in a
 * transaction of its own. Then what SQL cannot do to data of an older version. Two that start at once take turns.
 *
 * @param how `keys` under which what an older version kept in plain text is sealed
 * @returns `ahead` where a newer version has changed the database and this one may serve all the same
 * @throws MigrationFault when the database is newer than this code may serve, a migration that it has seen was changed,
 * or one fails
 * @throws SealFault where there is something to seal, and no key
 */
export async function migrate(
	pool: pg.Pool,
	{ keys = noKeys, directory = migrations }: { keys?: Keyring; directory?: string } = {},
): Promise<"same" | "ahead"> {
	const files = shippedMigrations(directory);
	const client = await pool.connect();
	try {
		await client.query(`select pg_advisory_lock(${shapeLock})`);
		await client.query(`set concord.partnership = '${every}'`);
		await makeMigrationTable(client);
		const { rows } = await client.query<SeenMigration>(seenMigrations);
		let isAhead = false;
		for (const seen of rows) {
			const known = files.find(({ file }) => file === seen.file);
			if (!known && seen.olderServes) isAhead = true;
			else if (!known)
				throw new MigrationFault(
					`The database was made by a newer version of Concord (it has ${seen.file}). Start that version or a later one.`,
				);
			else if (known.hash !== seen.hash)
				throw new MigrationFault(
					`The migration ${seen.file} was changed after it had been run. Put its text back, and write the change as a new migration.`,
				);
		}
		for (const migration of files) {
			const { file, text } = migration;
			if (rows.some((seen) => seen.file === file)) continue;
			await client.query("begin");
			try {
				await client.query(text);
				await noteMigration(client, migration);
				await client.query("commit");
			} catch (problem) {
				throw new MigrationFault(
					`The migration ${file} failed, and nothing of it was kept: ${(problem as Error).message}.`,
					{ cause: problem },
				);
			}
		}
		await sealPlainNarrative(client, keys);
		await sealPlainRest(client, keys);
		await indexLongNames(onClient(client, keys));
		return isAhead ? "ahead" : "same";
	} finally {
		// The connection is closed, and with it go the lock and what was not committed.
		client.release(true);
	}
}
