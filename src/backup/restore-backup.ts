import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import type pg from "pg";
import type { WrappedPartnershipKey } from "../keys/keyring.ts";
import { type Migration, shippedMigrations } from "../store/migrate.ts";
import { NotEmpty, type PutBack, putBack } from "../store/put-back.ts";
import { BackupFault, inPlainWords, stopped } from "./backup-fault.ts";
import {
	anyOpening,
	type Closing,
	closing,
	closingFile,
	keyFile,
	type Opening,
	opening,
	openingFile,
	tableOfPiece,
} from "./manifest.ts";
import { damaged, type Entry, open } from "./sealed-file.ts";
import { linesIn, type Progress } from "./write-backup.ts";

/** What a restored backup is of. */
export type Restored = Pick<Opening, "at" | "concord" | "partnerships"> & {
	tables: number;
	rows: number;
};

/** What opens the words in a backup. */
export type KeysOfBackup = {
	/** Where the keys of the installation were. */
	at: string;
	/** The text of their file, where the backup holds it. */
	file: string | undefined;
	closed: WrappedPartnershipKey[];
};

/**
 * Puts a backup into an empty database: all of it, read back and compared, or nothing.
 *
 * @param rehearsal whether this Concord is one: it takes no backup of real people
 * @param withKeys called before anything is written, where something in the backup is sealed: throws where it could not be read
 * @param withDatabase called once the backup is known to fit: gives its connections to what it is called with
 * @param progress of the file, then of reading back
 * @throws BackupFault
 */
export async function restoreBackup(
	file: string,
	{
		privateKey,
		rehearsal,
		signal,
		withKeys = async () => {},
	}: {
		privateKey: string;
		rehearsal: boolean;
		signal: AbortSignal;
		withKeys?: ((keys: KeysOfBackup) => Promise<void>) | undefined;
	},
	withDatabase: (use: (pool: pg.Pool) => Promise<Restored>) => Promise<Restored>,
	progress: Progress = () => {},
): Promise<Restored> {
	const size = await sizeOf(file);
	let fits = false;
	// Reading back takes about as long as reading the file.
	const entries = open(file, { privateKey, signal }, (bytes) => {
		if (fits) progress(bytes / size / 2);
	});
	try {
		const first = await readOpening(file, entries);
		checkMode(first, rehearsal);
		const migrations = migrationsOf(first, shippedMigrations());
		if (first.keys) await withKeys(await readKeys(file, first.keys, entries));
		fits = true;
		return await withDatabase((pool) =>
			putBack(pool, migrations, async (into) => {
				const last = await fill(file, first, entries, into);
				await compare(first, last, into, (done) => progress((1 + done) / 2), signal);
				for (const { name, last: number } of first.sequences) await into.setSequence(name, number);
				return {
					at: first.at,
					concord: first.concord,
					partnerships: first.partnerships,
					tables: last.tables.length,
					rows: last.tables.reduce((sum, { rows }) => sum + rows, 0),
				};
			}).catch((problem) => {
				throw inWordsOfRestore(problem);
			}),
		);
	} finally {
		await entries.return(undefined);
	}
}

async function sizeOf(file: string): Promise<number> {
	const found = await stat(file).catch((problem) => {
		if (problem.code === "ENOENT")
			throw new BackupFault("BACKUP_NONE", `There is no file ${file}.`);
		throw inPlainWords(problem, file);
	});
	if (!found.isFile()) throw new BackupFault("BACKUP_NONE", `${file} is not a file.`);
	return found.size;
}

function inWordsOfRestore(problem: unknown): unknown {
	if (problem instanceof NotEmpty)
		return new BackupFault(
			"RESTORE_NOT_EMPTY",
			"There is something in this database already. A backup is put into an empty place only: set CONCORD_DATA to a directory that is not there yet, or DATABASE_URL to an empty database.",
		);
	const { code = "" } = problem as { code?: string };
	// The database's own codes.
	return /^[0-9A-Z]{5}$/.test(code)
		? new BackupFault(
				"RESTORE_REFUSED",
				`The database did not take what the backup holds (${code}). Nothing was kept of it. Is there room on its disk, and may its user make tables?`,
				{ cause: problem },
			)
		: problem;
}

async function readOpening(file: string, entries: AsyncGenerator<Entry>): Promise<Opening> {
	const { value: entry } = await entries.next();
	const said = entry?.name === openingFile ? parsed(entry) : undefined;
	const known = opening.safeParse(said);
	if (known.success) return known.data;
	const newer = anyOpening.safeParse(said);
	throw newer.success
		? tooNew(newer.data.concord)
		: new BackupFault("BACKUP_NONE", `${file} is no backup of Concord.`);
}

async function readKeys(
	file: string,
	{ at, held, closed }: NonNullable<Opening["keys"]>,
	entries: AsyncGenerator<Entry>,
): Promise<KeysOfBackup> {
	const { value: entry } = held ? await entries.next() : {};
	if (held && entry?.name !== keyFile) throw damaged(file, "Its key file is not there");
	return {
		at,
		file: entry?.content.toString("utf8"),
		closed: closed.map((key) => ({ ...key, wrapped: Buffer.from(key.wrapped, "base64") })),
	};
}

const tooNew = (concord: string) =>
	new BackupFault(
		"BACKUP_TOO_NEW",
		`This backup was made by a newer Concord (${concord}). Restore it with that version or a later one.`,
	);

function checkMode({ mode }: Opening, rehearsal: boolean): void {
	if (mode === "production" && rehearsal)
		throw new BackupFault(
			"RESTORE_MODE",
			"This is a backup of real people, and here anybody may sign in as anybody. Set CONCORD_MODE=production, with the settings that it needs.",
		);
}

/** The migrations that made the tables of a backup, as this version has them. */
function migrationsOf(
	{ migrations, concord }: Opening,
	known: Migration[],
): (Migration & { at: string })[] {
	return migrations.map(({ file, hash, at }) => {
		const here = known.find((each) => each.file === file);
		if (!here) throw tooNew(concord);
		if (here.hash !== hash)
			throw new BackupFault(
				"BACKUP_OTHER",
				`This backup was made by a Concord whose ${file} is another. Restore it with the Concord that made it (${concord}).`,
			);
		return { ...here, at };
	});
}

/** Writes every row into its table. @returns what the backup says of them in the end */
async function fill(
	file: string,
	{ tables }: Opening,
	entries: AsyncGenerator<Entry>,
	into: PutBack,
): Promise<Closing> {
	const written = new Map<string, { rows: number; sha256: string }>();
	let now: Writing | undefined;
	const end = async () => {
		if (now) written.set(now.table, await now.end());
		now = undefined;
	};
	for (;;) {
		const { value: entry, done } = await entries.next();
		if (done) throw damaged(file, "It has no end");
		if (entry.name === closingFile) {
			await end();
			const said = closing.safeParse(parsed(entry));
			if (!said.success) throw damaged(file, said.error);
			// To the end of the file: only there is it known that nobody changed a byte of it.
			for await (const more of entries) throw damaged(file, `${more.name} after the end`);
			for (const { name, rows, sha256 } of said.data.tables) {
				const found = written.get(name) ?? nothing;
				if (found.rows !== rows || found.sha256 !== sha256)
					throw damaged(file, `${name} is not what it says`);
			}
			return said.data;
		}
		const table = tables.find(({ name }) => name === tableOfPiece(entry.name));
		if (!table) throw damaged(file, `${entry.name} is of no table`);
		if (now?.table !== table.name) {
			await end();
			if (written.has(table.name)) throw damaged(file, `${table.name} comes twice`);
			now = writing(table, into);
		}
		await now.write(entry.content);
	}
}

const nothing = { rows: 0, sha256: createHash("sha256").digest("hex") };

type Writing = {
	table: string;
	write: (piece: Buffer) => Promise<void>;
	end: () => Promise<{ rows: number; sha256: string }>;
};

function writing({ name, columns }: Opening["tables"][number], into: PutBack): Writing {
	const out = into.write(name, columns);
	const ended = finished(out);
	// Told when it is asked for.
	ended.catch(() => {});
	const hash = createHash("sha256");
	let rows = 0;
	return {
		table: name,
		write: async (piece) => {
			hash.update(piece);
			rows += linesIn(piece);
			if (!out.write(piece))
				await Promise.race([new Promise((resolve) => out.once("drain", resolve)), ended]);
		},
		end: async () => {
			out.end();
			await ended;
			return { rows, sha256: hash.digest("hex") };
		},
	};
}

/** Reads back what was written, as a backup would, and compares it with what the backup says. */
async function compare(
	{ tables: read }: Opening,
	{ tables }: Closing,
	into: PutBack,
	progress: Progress,
	signal: AbortSignal,
): Promise<void> {
	const whole = tables.reduce((sum, { rows }) => sum + rows, 0);
	let before = 0;
	for (const { name, rows, sha256 } of tables) {
		const table = into.tables.find((each) => each.name === name);
		const columns = read.find((each) => each.name === name)?.columns ?? [];
		const found = table && (await hashOf(into.read({ ...table, columns })));
		if (signal.aborted) throw stopped();
		if (found !== sha256)
			throw new BackupFault(
				"RESTORE_DIFFERS",
				`What was written into the database is not what the backup holds (${name}). Nothing was kept of it. Tell whoever looks after Concord.`,
			);
		before += rows;
		progress(before / Math.max(whole, 1));
	}
}

async function hashOf(rows: Readable): Promise<string> {
	const hash = createHash("sha256");
	for await (const chunk of rows) hash.update(chunk);
	return hash.digest("hex");
}

function parsed({ content }: Entry): unknown {
	try {
		return JSON.parse(content.toString("utf8"));
	} catch {
		return undefined;
	}
}
