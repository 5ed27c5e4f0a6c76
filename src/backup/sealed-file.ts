/**
 * The file of a backup: a tar archive, compressed by zstd, encrypted by age to a public key. Each is a standard, so that
 * `age --decrypt`, `zstd -d` and `tar` open one where there is no Concord. Nothing of it is in memory as a whole. What a
 * partnership takes away is such a file too, and need not be encrypted.
 */
import { createReadStream } from "node:fs";
import { PassThrough, Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { constants, createZstdCompress, createZstdDecompress } from "node:zlib";
import { extract, type Pack, pack } from "tar-stream";
import { age } from "./age.ts";
import { BackupFault, inPlainWords, stopped } from "./backup-fault.ts";

/** A file of the archive. */
export type Entry = { name: string; content: Buffer };

/** One that is never in memory as a whole: its length is known before. */
export type StreamedEntry = { name: string; size: number; content: AsyncIterable<Uint8Array> };

/** No file of the archive is larger, in bytes: it is in memory while it is read. */
export const largestEntry = 64 * 1024 * 1024;

/**
 * Files that people sent cannot be made smaller, and a higher level takes six times as long to find that out; rows lose as
 * much at this one.
 */
const compression = { [constants.ZSTD_c_compressionLevel]: 1 };

/** @param at of every file of the archive @param publicKey left out, it can be read by whoever has it */
export async function seal(
	entries: AsyncIterable<Entry | StreamedEntry>,
	{ publicKey, at, signal }: { publicKey: string | undefined; at: Date; signal: AbortSignal },
	out: Writable,
): Promise<void> {
	const archive = pack();
	// What goes wrong there ends the pipeline, which throws it.
	const filling = fill(archive, entries, at).catch((problem) => archive.destroy(problem));
	try {
		await pipeline(
			archive,
			createZstdCompress({ params: compression }),
			publicKey === undefined ? new PassThrough() : encryptedTo(publicKey),
			out,
			{ signal },
		);
	} catch (problem) {
		throw signal.aborted ? stopped() : problem;
	} finally {
		await filling;
	}
}

async function fill(
	archive: Pack,
	entries: AsyncIterable<Entry | StreamedEntry>,
	mtime: Date,
): Promise<void> {
	for await (const entry of entries) {
		const { name } = entry;
		if ("size" in entry) {
			await pipeline(entry.content, archive.entry({ name, size: entry.size, mtime, mode: 0o600 }));
			continue;
		}
		const { content } = entry;
		// It says that it has taken it only when there is room for more.
		await new Promise<void>((resolve, reject) => {
			archive.entry({ name, size: content.length, mtime, mode: 0o600 }, content, (problem) =>
				problem ? reject(problem) : resolve(),
			);
		});
	}
	archive.finalize();
}

const encryptedTo = (publicKey: string) =>
	async function* (plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
		const encrypter = new (age().Encrypter)();
		encrypter.addRecipient(publicKey);
		yield* (await encrypter.encrypt(asWebStream(plain))) as ReadableStream<Uint8Array>;
	};

type Opening = { privateKey: string | undefined; signal: AbortSignal };

/**
 * The files of the archive in order.
 *
 * @param told how many bytes of the file have been read
 * @throws BackupFault when it cannot be read, is closed with another key, or is damaged
 */
export async function* open(
	file: string,
	opening: Opening,
	told: (bytes: number) => void,
): AsyncGenerator<Entry> {
	for await (const { name, size, content } of openPieces(file, opening, told)) {
		if (size > largestEntry) throw damaged(file, new Error("An entry is too large"));
		yield { name, content: await whole(content) };
	}
}

/** All of a file of the archive that is known to be no larger than fits. */
export async function whole(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of content) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/**
 * The same, each as a stream; what is not read of one is passed over when the next is asked for. Anything in the archive that
 * is no plain file is damage.
 *
 * @throws BackupFault as `open`
 */
export async function* openPieces(
	file: string,
	{ privateKey, signal }: Opening,
	told: (bytes: number) => void,
): AsyncGenerator<StreamedEntry> {
	const archive = extract();
	let bytes = 0;
	const flowing = pipeline(
		createReadStream(file),
		async function* (chunks: AsyncIterable<Uint8Array>) {
			for await (const chunk of chunks) {
				bytes += chunk.length;
				told(bytes);
				yield chunk;
			}
		},
		privateKey === undefined ? new PassThrough() : decryptedWith(privateKey, file),
		createZstdDecompress(),
		archive,
		{ signal },
	);
	// Told by the archive too, or below.
	flowing.catch(() => {});
	const said = (problem: unknown) => {
		if (signal.aborted) return stopped();
		const fault = inPlainWords(problem, file);
		return fault instanceof BackupFault ? fault : damaged(file, problem);
	};
	try {
		for await (const entry of archive) {
			const { name, size = 0, type } = entry.header;
			if (type !== "file") throw new Error(`${name} is no file`);
			yield { name, size, content: inWords(entry as AsyncIterable<Uint8Array>, said) };
			entry.resume();
		}
		await flowing;
	} catch (problem) {
		throw said(problem);
	} finally {
		archive.destroy();
	}
}

/** The same chunks; what goes wrong while they are read is said in words. */
async function* inWords(
	chunks: AsyncIterable<Uint8Array>,
	said: (problem: unknown) => unknown,
): AsyncGenerator<Uint8Array> {
	try {
		yield* chunks;
	} catch (problem) {
		throw said(problem);
	}
}

/** @param why for whoever looks into it */
export const damaged = (file: string, why: unknown): BackupFault =>
	new BackupFault(
		"BACKUP_DAMAGED",
		`${file} is damaged or cut short. Copy it again from where it is kept, or use another backup.`,
		{ cause: why },
	);

const decryptedWith = (privateKey: string, file: string) =>
	async function* (closed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
		const decrypter = new (age().Decrypter)();
		decrypter.addIdentity(privateKey);
		const plain = await decrypter.decrypt(asWebStream(closed)).catch((problem) => {
			if (/no identity matched/.test(String(problem)))
				throw new BackupFault(
					"BACKUP_WRONG_KEY",
					`${file} was made for another key. Find the private key that belongs to the public key it was made with.`,
				);
			throw problem instanceof Error && "code" in problem
				? problem
				: new BackupFault(
						"BACKUP_NONE",
						`${file} is no backup of Concord, or its beginning is damaged.`,
						{ cause: problem },
					);
		});
		yield* plain as ReadableStream<Uint8Array>;
	};

const asWebStream = (chunks: AsyncIterable<Uint8Array>) =>
	Readable.toWeb(Readable.from(chunks)) as globalThis.ReadableStream<Uint8Array>;
