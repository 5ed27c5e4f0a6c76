/** A zip that is written while it is read: what is put into it goes out piece by piece, and is never in memory as a whole. */
import { Readable } from "node:stream";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** A file of a zip. */
export type FileInZip = {
	/** With `/` between folders; it leads nowhere else. */
	name: string;
	content: Uint8Array | AsyncIterable<Uint8Array>;
};

/** What gets no smaller. */
const isPacked = /\.(?:pdf|docx|xlsx|zip|jpe?g|png)$/i;

/**
 * @param day ISO day that its files are dated: a zip has the local time, and the same files of the same day are the same zip
 * @param files each asked for once the one before it has gone
 */
export const zipOf = (day: string, files: AsyncIterable<FileInZip>): Readable =>
	Readable.from(zipped(day, files));

async function* zipped(
	day: string,
	files: AsyncIterable<FileInZip>,
): AsyncGenerator<Uint8Array, void> {
	const { year, month, day: date } = Temporal.PlainDate.from(day);
	let packed: Uint8Array[] = [];
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		packed.push(chunk);
	});
	function* taken() {
		yield* packed;
		packed = [];
	}
	for await (const { name, content } of files) {
		const entry = isPacked.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name);
		entry.mtime = new Date(year, month - 1, date);
		zip.add(entry);
		if (content instanceof Uint8Array) entry.push(content, true);
		else {
			for await (const piece of content) {
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
