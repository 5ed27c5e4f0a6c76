import { createHash } from "node:crypto";
import type { RecordFault } from "../chain/check-links.ts";
import type { AttachedFile } from "../domain/files.ts";
import { SealFault } from "../keys/faults.ts";
import { type Db, readAtOnce } from "../store/db.ts";
import { loadDifference } from "../store/differences.ts";
import { listSentFiles, readFile } from "../store/files.ts";

/**
 * Whether the files that were sent in a difference are those that its record names, byte for byte. Each is opened and read
 * once, part by part. Of a difference whose words were disposed of nothing is said.
 */
export async function verifyFiles(db: Db, differenceId: string): Promise<RecordFault[]> {
	// Of one moment: what is sent in between would be named by no entry.
	const { loaded, sent } = await readAtOnce(db, async (trx) => ({
		loaded: await loadDifference(trx, differenceId),
		sent: await listSentFiles(trx, differenceId),
	}));
	if (!loaded || loaded.wordsLost) return [];
	const { reference } = loaded.header;
	const fault = (act: number, is: string): RecordFault => ({
		code: "file",
		difference: reference,
		position: null,
		says: `A file that was sent with act ${act} ${is}.`,
	});
	const kept = new Map(sent.map((file) => [file.id, file]));
	const faults: RecordFault[] = [];
	for (const { seq, files = [] } of loaded.entries)
		for (const file of files) {
			const there = kept.get(file.id);
			kept.delete(file.id);
			if (!there) faults.push(fault(seq, "was removed"));
			else if (!(await isWhole(db, file)) && (await isThere(db, differenceId, file)))
				faults.push(fault(seq, "is not what was sent, or cannot be opened"));
		}
	for (const { seq } of kept.values()) faults.push(fault(seq, "is named by no entry"));
	return faults;
}

/** It was not disposed of meanwhile. */
const isThere = async (db: Db, differenceId: string, { id }: AttachedFile): Promise<boolean> =>
	(await listSentFiles(db, differenceId)).some((file) => file.id === id);

async function isWhole(db: Db, { id, size, sha256 }: AttachedFile): Promise<boolean> {
	const hash = createHash("sha256");
	let length = 0;
	try {
		for await (const part of readFile(db, id)) {
			hash.update(part);
			length += part.length;
		}
	} catch (problem) {
		if (problem instanceof SealFault && problem.code !== "away") return false;
		throw problem;
	}
	return length === size && hash.digest("hex") === sha256;
}
