/** A zip that is written while it is read: what is put into it goes out piece by piece, and is never in memory as a whole. */
import { Readable } from "node:stream";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** A file of a zip. */
export type FileInZip = {
	/** With `/` between folders; it leads nowhere else. */
	name: string;
	content: Uint8Array | AsyncIterable<Uint8Array>;
};

/** What a zip without extensions can say of itself: every reader opens that one, and what we write with writes no other. */
export type ZipLimits = { files: number; bytes: number };
const zipLimits: ZipLimits = { files: 0xffff, bytes: 0xffff_ffff };

/** More would go into a zip than it can say of itself: it would be written to its end, and no reader could open it. */
export class TooLargeForZip extends Error {}

/** What gets no smaller. */
const isPacked = /\.(?:pdf|docx|xlsx|zip|jpe?g|png)$/i;

/**
 * @param day ISO day that its files are dated: a zip has the local time, and the same files of the same day are the same zip
 * @param files each asked for once the one before it has gone
 * @returns it is broken off by a `TooLargeForZip` where it would be more than its format holds
 */
export const zipOf = (
	day: string,
	files: AsyncIterable<FileInZip>,
	limits: ZipLimits = zipLimits,
): Readable => Readable.from(zipped(day, files, limits));

async function* zipped(
	day: string,
	files: AsyncIterable<FileInZip>,
	limits: ZipLimits,
): AsyncGenerator<Uint8Array, void> {
	const { year, month, day: date } = Temporal.PlainDate.from(day);
	let packed: Uint8Array[] = [];
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		packed.push(chunk);
	});
	let whole = 0;
	let count = 0;
	/** Where each part begins, and how long it is, stands in four bytes. */
	const check = (bytes: number) => {
		if (bytes > limits.bytes) throw new TooLargeForZip(`More than ${limits.bytes} bytes`);
	};
	function* taken() {
		for (const chunk of packed) {
			whole += chunk.length;
			check(whole);
			yield chunk;
		}
		packed = [];
	}
	for await (const { name, content } of files) {
		count++;
		if (count > limits.files) throw new TooLargeForZip(`More than ${limits.files} files`);
		const entry = isPacked.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name);
		entry.mtime = new Date(year, month - 1, date);
		zip.add(entry);
		if (content instanceof Uint8Array) entry.push(content, true);
		else {
			let length = 0;
			for await (const piece of content) {
				length += piece.length;
				check(length);
				entry.push(piece);
				yield* taken();
			}
			entry.push(new Uint8Array(), true);
		}
		yield* taken();
	}
	zip.end();
	yield* taken();
}
