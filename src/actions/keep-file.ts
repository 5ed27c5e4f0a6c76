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
	findFile,
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
 * @param given `content` what of it has come; `isCut` once it was longer than may be taken; `id` of its own: see `findKept`
 * @throws Refusal 'not-all-there' where another comes with this `id`; else 'wrong-file' | 'file-too-big' | 'too-many-files' | 'virus-found', in a sentence that goes on from the file's name
 */
export async function keepFile(
	app: App,
	by: Viewer,
	place: DraftPlace,
	given: {
		id?: string | undefined;
		name: string;
		content: AsyncIterable<Uint8Array>;
		isCut: () => boolean;
	},
): Promise<FileDraft> {
	const { limits } = app.files;
	const { partnershipId } = by;
	const file = { id: given.id ?? randomUUID(), partnershipId };
	const at = (await partnershipClock(app, app.db, partnershipId)).now.toInstant().toString();
	const before = await listFileDrafts(app.db, place);
	if (before.length >= limits.perAct) throw tooManyFiles(limits.perAct);
	const isNew = await transact(app.db, (trx) =>
		addFile(trx, { ...file, differenceId: place.differenceId, at }),
	);
	if (!isNew) throw stillComes();
	try {
		const kept = await readParts(given.content, (number, part) =>
			transact(app.db, (trx) => addFilePart(trx, file, number, part)),
		);
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

/**
 * The file that was kept with this `id` before, also where it was sent with something since.
 *
 * @param given what comes now: it is read to its end, to know whether it is the same
 * @returns undefined where none was
 * @throws Refusal 'sent-before' where it is another file, or was sent elsewhere; 'not-all-there' while it still comes
 */
export async function findKept(
	{ db }: Pick<App, "db">,
	by: Viewer,
	place: DraftPlace,
	given: { id: string; name: string; content: AsyncIterable<Uint8Array> },
): Promise<FileDraft | undefined> {
	const { id } = given;
	const before = await findFile(db, id);
	if (!before) return undefined;
	const { arrived, isSent, differenceId } = before;
	if (!arrived) throw stillComes();
	const draft = isSent
		? undefined
		: (await listFileDrafts(db, place)).find((each) => each.id === id);
	const isHere = isSent
		? place.differenceId === null || place.differenceId === differenceId
		: draft !== undefined;
	const name = nameOfFile(given.name, arrived.type);
	const { sha256 } = await readParts(given.content);
	if (!isHere || sha256 !== arrived.sha256 || (draft && draft.name !== name))
		throw new Refusal("sent-before", "Another file was sent with this key.");
	return { id, name, ...arrived, addedBy: draft?.addedBy ?? { id: by.id, name: by.name } };
}

const stillComes = (): Refusal =>
	new Refusal("not-all-there", "A file is being sent with this key. Send it again in a minute.");

/** Takes the bytes as they come, part after part: the next is asked for once the last is kept. @param keep left out, to know what they are */
async function readParts(
	content: AsyncIterable<Uint8Array>,
	keep?: (number: number, part: Buffer) => Promise<void>,
): Promise<{ size: number; sha256: string }> {
	const parts = new ByteReader(toKeep(new ByteReader(content)));
	const hash = createHash("sha256");
	let size = 0;
	for (let number = 0; ; number++) {
		const part = await parts.take(partSize);
		if (part.length === 0) return { size, sha256: hash.digest("hex") };
		size += part.length;
		hash.update(part);
		await keep?.(number, part);
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
