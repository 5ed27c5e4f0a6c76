/**
 * The file of a backup: a tar archive, compressed by zstd, encrypted by age to a public key. Each is a standard, so that
 * `age --decrypt`, `zstd -d` and `tar` open one where there is no Concord. Nothing of it is in memory as a whole.
 */
import { createReadStream } from "node:fs";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { constants, createZstdCompress, createZstdDecompress } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";
import { extract, type Pack, pack } from "tar-stream";
import { BackupFault, inPlainWords, stopped } from "./backup-fault.ts";

/** A file of the archive. */
export type Entry = { name: string; content: Buffer };

/** No file of the archive is larger, in bytes: it is in memory while it is read. */
const largestEntry = 64 * 1024 * 1024;

/**
 * Files that people sent cannot be made smaller, and a higher level takes six times as long to find that out; rows lose as
 * much at this one.
 */
const compression = { [constants.ZSTD_c_compressionLevel]: 1 };

/** @param at of every file of the archive */
export async function seal(
	entries: AsyncIterable<Entry>,
	{ publicKey, at, signal }: { publicKey: string; at: Date; signal: AbortSignal },
	out: Writable,
): Promise<void> {
	const archive = pack();
	// What goes wrong there ends the pipeline, which throws it.
	const filling = fill(archive, entries, at).catch((problem) => archive.destroy(problem));
	try {
		await pipeline(
			archive,
			createZstdCompress({ params: compression }),
			encryptedTo(publicKey),
			out,
			{ signal },
		);
	} catch (problem) {
		throw signal.aborted ? stopped() : problem;
	} finally {
		await filling;
	}
}

async function fill(archive: Pack, entries: AsyncIterable<Entry>, mtime: Date): Promise<void> {
	// It says that it has taken it only when there is room for more.
	for await (const { name, content } of entries)
		await new Promise<void>((resolve, reject) => {
			archive.entry({ name, size: content.length, mtime, mode: 0o600 }, content, (problem) =>
				problem ? reject(problem) : resolve(),
			);
		});
	archive.finalize();
}

const encryptedTo = (publicKey: string) =>
	async function* (plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
		const encrypter = new Encrypter();
		encrypter.addRecipient(publicKey);
		yield* (await encrypter.encrypt(asWebStream(plain))) as ReadableStream<Uint8Array>;
	};

/**
 * The files of the archive in order.
 *
 * @param told how many bytes of the file have been read
 * @throws BackupFault when it cannot be read, is closed with another key, or is damaged
 */
export async function* open(
	file: string,
	{ privateKey, signal }: { privateKey: string; signal: AbortSignal },
	told: (bytes: number) => void,
): AsyncGenerator<Entry> {
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
		decryptedWith(privateKey, file),
		createZstdDecompress(),
		archive,
		{ signal },
	);
	// Told by the archive too, or below.
	flowing.catch(() => {});
	try {
		for await (const entry of archive) {
			if ((entry.header.size ?? 0) > largestEntry) throw new Error("An entry is too large");
			const chunks: Uint8Array[] = [];
			for await (const chunk of entry as AsyncIterable<Uint8Array>) chunks.push(chunk);
			yield { name: entry.header.name, content: Buffer.concat(chunks) };
		}
		await flowing;
	} catch (problem) {
		if (signal.aborted) throw stopped();
		const said = inPlainWords(problem, file);
		throw said instanceof BackupFault ? said : damaged(file, problem);
	} finally {
		archive.destroy();
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
		const decrypter = new Decrypter();
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
