import { createHash } from "node:crypto";
import type { Writable } from "node:stream";
import type { Snapshot } from "../store/snapshot.ts";
import {
	type Closing,
	closingFile,
	formatWritten,
	keyFile,
	type Opening,
	openingFile,
	pieceName,
} from "./manifest.ts";
import { type Entry, seal } from "./sealed-file.ts";

/** How large the pieces are that a table is written in, in bytes. */
const pieceSize = 4 * 1024 * 1024;

/** Told how much is done, from 0 to 1. */
export type Progress = (done: number) => void;

/**
 * Writes what a database holds at one moment.
 *
 * @param publicKey to whose private key it is closed
 * @param concord the version that runs
 */
export async function writeBackup(
	snapshot: Snapshot,
	about: {
		publicKey: string;
		concord: string;
		signal: AbortSignal;
		/** Where the keys of the installation are, and the text of their file where they are in one. */
		keys?: { at: string; file: string | undefined } | undefined;
	},
	out: Writable,
	progress: Progress = () => {},
): Promise<void> {
	await seal(entriesOf(snapshot, about, progress), { ...about, at: new Date(snapshot.at) }, out);
}

async function* entriesOf(
	snapshot: Snapshot,
	{ concord, keys }: Pick<Parameters<typeof writeBackup>[1], "concord" | "keys">,
	progress: Progress,
): AsyncGenerator<Entry> {
	const { at, postgres, partnerships, isOfRealPeople, migrations, tables, sequences } = snapshot;
	yield json(openingFile, {
		format: formatWritten,
		concord,
		// By what it holds, whatever the settings of whoever makes it.
		mode: isOfRealPeople ? "production" : "rehearsal",
		at,
		postgres,
		partnerships,
		migrations,
		tables: tables.map(({ name, columns, rows }) => ({ name, columns, rows })),
		sequences,
		...(snapshot.keys.length > 0 && {
			keys: {
				at: keys?.at ?? "nowhere",
				held: keys?.file !== undefined,
				closed: snapshot.keys.map((key) => ({
					...key,
					wrapped: Buffer.from(key.wrapped).toString("base64"),
				})),
			},
		}),
	} satisfies Opening);
	if (snapshot.keys.length > 0 && keys?.file !== undefined)
		yield { name: keyFile, content: Buffer.from(keys.file) };

	const whole = tables.reduce((sum, { bytes }) => sum + bytes, 0);
	const written: Closing["tables"] = [];
	let before = 0;
	for (const table of tables) {
		const { name, bytes } = table;
		const hash = createHash("sha256");
		let rows = 0;
		let number = 0;
		for await (const piece of inPieces(snapshot.read(table))) {
			hash.update(piece);
			rows += linesIn(piece);
			yield { name: pieceName(name, ++number), content: piece };
			progress((before + bytes * (rows / Math.max(table.rows, 1))) / whole);
		}
		before += bytes;
		written.push({ name, rows, sha256: hash.digest("hex") });
	}
	yield json(closingFile, { tables: written } satisfies Closing);
	progress(1);
}

const json = (name: string, value: unknown): Entry => ({
	name,
	content: Buffer.from(`${JSON.stringify(value, null, "\t")}\n`),
});

/** The same bytes, in pieces of a size that is neither many files nor much memory. */
async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let gathered: Buffer[] = [];
	let size = 0;
	for await (const chunk of chunks) {
		gathered.push(chunk);
		size += chunk.length;
		if (size < pieceSize) continue;
		yield Buffer.concat(gathered);
		gathered = [];
		size = 0;
	}
	if (size > 0) yield Buffer.concat(gathered);
}

/** COPY ends each row with a new line, and writes those inside a value in another way. */
export function linesIn(text: Buffer): number {
	let lines = 0;
	for (let at = text.indexOf(10); at !== -1; at = text.indexOf(10, at + 1)) lines++;
	return lines;
}
