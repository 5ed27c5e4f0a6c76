import { createHash, randomUUID } from "node:crypto";
import { checkFiles, nameOfFile, tooManyFiles } from "../domain/files.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import { ByteReader } from "../files/byte-reader.ts";
import { type Kept, recognise, toKeep } from "../files/recognise.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import type { DraftPlace } from "../store/drafts.ts";
import {
	addFile,
	addFileDraft,
	addFilePart,
	deleteUnsentFile,
	type FileDraft,
	listFileDrafts,
	readFile,
	readFileRange,
} from "../store/files.ts";
import { partSize } from "../store/sealed-files.ts";
import type { App } from "./app.ts";
import { scanFile } from "./check-files.ts";
import { partnershipClock } from "./partnership-clock.ts";

/**
 * Keeps a file that somebody chose on a page which is theirs to fill in, until it is sent with what is done there. It goes to the database part by part as it comes, and is looked through for viruses at once; while the scanner is
 * away it waits, and no less may be sent.
 *
 * @param content what of it has come; `isCut` once it was longer than may be taken
 * @throws Refusal 'wrong-file' | 'file-too-big' | 'too-many-files' | 'virus-found', in a sentence that goes on from the file's name
 */
export async function keepFile(
	app: App,
	by: Viewer,
	place: DraftPlace,
	given: { name: string; content: AsyncIterable<Uint8Array>; isCut: () => boolean },
): Promise<FileDraft> {
	const { limits } = app.files;
	const { partnershipId } = by;
	const file = { id: randomUUID(), partnershipId };
	const at = (await partnershipClock(app, app.db, partnershipId)).now.toInstant().toString();
	const before = await listFileDrafts(app.db, place);
	if (before.length >= limits.perAct) throw tooManyFiles(limits.perAct);
	await transact(app.db, (trx) => addFile(trx, { ...file, differenceId: place.differenceId, at }));
	try {
		const kept = await keepParts(app.db, file, given.content);
		if (given.isCut() || kept.size > limits.megabytes * 1024 * 1024)
			throw new Refusal("file-too-big", said`It is larger than ${limits.megabytes} MB.`);
		const type = await recognise(keptFile(app.db, file.id, kept.size), given.name);
		const state = await scanFile(app, file.id);
		if (state === "infected")
			throw new Refusal("virus-found", "A virus was found in it. Tell your IT service.");
		const added = {
			id: file.id,
			name: nameOfFile(given.name, type),
			type,
			...kept,
			state,
			addedBy: { id: by.id, name: by.name },
		};
		await transact(app.db, async (trx) => {
			await addFileDraft(trx, { ...place, partnershipId, addedAt: at }, added);
			checkFiles(await listFileDrafts(trx, place), limits);
		});
		return added;
	} catch (problem) {
		await transact(app.db, (trx) => deleteUnsentFile(trx, file.id));
		throw problem;
	}
}

/** Takes the bytes as they come, part after part: the next is asked for once the last is kept. */
async function keepParts(
	db: Db,
	file: { id: string; partnershipId: string },
	content: AsyncIterable<Uint8Array>,
): Promise<{ size: number; sha256: string }> {
	const parts = new ByteReader(toKeep(new ByteReader(content)));
	const hash = createHash("sha256");
	let size = 0;
	for (let number = 0; ; number++) {
		const part = await parts.take(partSize);
		if (part.length === 0) return { size, sha256: hash.digest("hex") };
		size += part.length;
		hash.update(part);
		await transact(db, (trx) => addFilePart(trx, file, number, part));
	}
}

const keptFile = (db: Db | Trx, id: string, size: number): Kept => ({
	size,
	range: (from, to) => readFileRange(db, id, from, to),
	all: () => readFile(db, id),
});

/** Takes away a file that somebody chose on a page and has not sent. What is not there is gone already. */
export const removeFile = (app: App, place: DraftPlace, id: string): Promise<void> =>
	transact(app.db, async (trx) => {
		const drafts = await listFileDrafts(trx, place);
		if (drafts.some((draft) => draft.id === id)) await deleteUnsentFile(trx, id);
	});
