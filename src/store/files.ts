/**
 * Files: their bytes in parts, so that neither a file that comes nor one that is read is ever in memory as a whole; those
 * chosen on a page and not sent yet; and what the virus scanner said. Who may read one is said by the record alone: whoever
 * may read the entry that names it.
 */
import { sql } from "kysely";
import type { AttachedFile, FileState } from "../domain/files.ts";
import { SealFault } from "../keys/faults.ts";
import type { Key, Place } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { atPlace, type DraftPlace } from "./drafts.ts";
import { inThisScope } from "./scope.ts";
import {
	openKey,
	openPart,
	openParts,
	type PartsOf,
	partSize,
	rewrapKey,
	sealPart,
	wrapNewKey,
} from "./sealed-files.ts";
import { keyFor, keyUnlessDisposed, openValue, sealValue, type Whose } from "./sealed-values.ts";

/** A file that was chosen on a page and not sent yet: it is of the draft that is typed there. */
export type FileDraft = AttachedFile & { state: FileState; addedBy: { id: string; name: string } };

export const partsOfFile = (id: string): PartsOf => ({ table: "file", id });
export const placeOfFileName = (id: string): Place => ["file_draft", id, "name"];

/** Begins to keep a file that is only now arriving. @returns false where there is one of this name @throws SealFault */
export async function addFile(
	trx: Trx,
	file: { id: string; partnershipId: string; differenceId: string | null; at: string },
): Promise<boolean> {
	const added = await trx
		.insertInto("file")
		.values({
			id: file.id,
			partnership_id: file.partnershipId,
			difference_id: file.differenceId,
			seq: null,
			state: "arriving",
			began_at: file.at,
			wrapped_key: wrapNewKey(await keyFor(trx, file), partsOfFile(file.id)),
		})
		.onConflict((conflict) => conflict.column("id").doNothing())
		.executeTakeFirst();
	return added.numInsertedOrUpdatedRows === 1n;
}

/**
 * What is kept of a file that has begun to arrive, whether or not it was sent with something.
 *
 * @returns `arrived` undefined while it arrives; undefined where there is none of this name
 */
export async function findFile(
	db: Db | Trx,
	id: string,
): Promise<
	| {
			differenceId: string | null;
			isSent: boolean;
			arrived: (Pick<AttachedFile, "type" | "size" | "sha256"> & { state: FileState }) | undefined;
	  }
	| undefined
> {
	const row = await db
		.selectFrom("file")
		.where("id", "=", id)
		.select(["difference_id", "seq", "type", "size", "sha256", "state"])
		.executeTakeFirst();
	if (!row) return undefined;
	const { type, size, sha256, state } = row;
	return {
		differenceId: row.difference_id,
		isSent: row.seq !== null,
		arrived:
			type === null || size === null || sha256 === null || state === "arriving"
				? undefined
				: { type: type as AttachedFile["type"], size, sha256, state },
	};
}

/** Keeps one part of a file that arrives. @param number from 0 @throws SealFault */
export async function addFilePart(
	trx: Trx,
	file: { id: string; partnershipId: string },
	number: number,
	content: Buffer,
): Promise<void> {
	const { key } = await keyOf(trx, file.id);
	await trx
		.insertInto("file_part")
		.values({
			file_id: file.id,
			partnership_id: file.partnershipId,
			number,
			content: sealPart(key, partsOfFile(file.id), number, content),
		})
		.execute();
}

/** The key of a file as it is closed, and how long the file is; null while it arrives. @throws SealFault */
async function wrappedKeyOf(
	db: Db | Trx,
	id: string,
): Promise<{ wrapped: Uint8Array; under: Key; length: number | null; whose: Whose }> {
	const row = await db
		.selectFrom("file")
		.where("id", "=", id)
		.select(["partnership_id", "difference_id", "size", "wrapped_key"])
		.executeTakeFirst();
	if (!row) throw new SealFault("no-key", "There is no such file.");
	const whose = { partnershipId: row.partnership_id, differenceId: row.difference_id };
	return { wrapped: row.wrapped_key, under: await keyFor(db, whose), length: row.size, whose };
}

async function keyOf(db: Db | Trx, id: string): Promise<{ key: Key; length: number | null }> {
	const { under, wrapped, length } = await wrappedKeyOf(db, id);
	return { key: openKey(under, wrapped, partsOfFile(id), length), length };
}

/** All of a file has arrived: it belongs to the page that it was chosen on. */
export async function addFileDraft(
	trx: Trx,
	place: DraftPlace & { partnershipId: string; addedAt: string },
	{ id, name, type, size, sha256, state, addedBy }: FileDraft,
): Promise<void> {
	const { under, wrapped, length } = await wrappedKeyOf(trx, id);
	const wrapped_key = rewrapKey(
		wrapped,
		partsOfFile(id),
		{ under, length },
		{ under, length: size },
	);
	await trx
		.updateTable("file")
		.set({ type, size, sha256, state, wrapped_key })
		.where("id", "=", id)
		.execute();
	await trx
		.insertInto("file_draft")
		.values({
			file_id: id,
			partnership_id: place.partnershipId,
			person_id: addedBy.id,
			owner_id: place.owner,
			difference_id: place.differenceId,
			page: place.page,
			name: sealValue(under, name, placeOfFileName(id)),
			added_at: place.addedAt,
		})
		.execute();
}

/** The files that were chosen on a page and not sent yet, in the order in which they were. */
export async function listFileDrafts(db: Db | Trx, place: DraftPlace): Promise<FileDraft[]> {
	const rows = await (db as Db)
		.selectFrom("file_draft")
		.innerJoin("file", "file.id", "file_draft.file_id")
		.innerJoin("person", "person.id", "file_draft.person_id")
		.where(atPlace("file_draft", place))
		.orderBy("file_draft.added_at")
		.orderBy("file.id")
		.select(["file.id", "file_draft.name", "file.type", "file.size", "file.sha256", "file.state"])
		.select(["person.id as by_id", "person.name as by_name", "file.partnership_id"])
		.execute();
	const [first] = rows;
	if (!first) return [];
	const key = await keyUnlessDisposed(db, { ...place, partnershipId: first.partnership_id });
	if (!key) return [];
	return rows.map(
		({ by_id, by_name, partnership_id: _, name, ...file }) =>
			// The database holds that whatever has arrived has all of these.
			({
				...file,
				name: openValue(key, name, placeOfFileName(file.id)),
				addedBy: { id: by_id, name: by_name },
			}) as FileDraft,
	);
}

/**
 * Files that were chosen on a page go with an entry of the record of a difference, and are drafts no more. From then on the
 * key of the difference opens them, and nothing else.
 *
 * @throws SealFault
 */
export async function sendFiles(
	trx: Trx,
	files: readonly Pick<AttachedFile, "id">[],
	{ differenceId, seq }: { differenceId: string; seq: number },
): Promise<void> {
	if (files.length === 0) return;
	const ids = files.map(({ id }) => id);
	await trx.deleteFrom("file_draft").where("file_id", "in", ids).execute();
	for (const id of ids) {
		const { wrapped, under, length, whose } = await wrappedKeyOf(trx, id);
		const to = await keyFor(trx, { ...whose, differenceId });
		await trx
			.updateTable("file")
			.set({
				difference_id: differenceId,
				seq,
				wrapped_key: rewrapKey(wrapped, partsOfFile(id), { under, length }, { under: to, length }),
			})
			.where("id", "=", id)
			.execute();
	}
}

/** Takes away a file that was not sent. The database refuses it of one that was. */
export async function deleteUnsentFile(trx: Trx, id: string): Promise<void> {
	await trx.deleteFrom("file_draft").where("file_id", "=", id).execute();
	await trx.deleteFrom("file_part").where("file_id", "=", id).execute();
	await trx.deleteFrom("file").where("id", "=", id).execute();
}

/** Takes away what began to arrive before an instant and never did. @param before ISO instant */
export async function deleteFilesBrokenOff(trx: Trx, before: string): Promise<void> {
	const brokenOff = await trx
		.selectFrom("file")
		.where("state", "=", "arriving")
		.where("began_at", "<", sql<Date>`${before}::timestamptz`)
		.select("id")
		.execute();
	for (const { id } of brokenOff) await deleteUnsentFile(trx, id);
}

/** What the virus scanner said of each file that was sent in a difference. */
export async function listFileStates(
	db: Db | Trx,
	differenceId: string,
): Promise<Map<string, FileState>> {
	const rows = await db
		.selectFrom("file")
		.where("difference_id", "=", differenceId)
		.where("seq", "is not", null)
		.select(["id", "state"])
		.execute();
	return new Map(rows.map(({ id, state }) => [id, state as FileState]));
}

/** A file that the virus scanner has not seen. */
export type UncheckedFile = {
	id: string;
	partnershipId: string;
};

/** Those that the virus scanner has not seen, the oldest first. */
export async function listUncheckedFiles(db: Db | Trx, most: number): Promise<UncheckedFile[]> {
	const rows = await db
		.selectFrom("file")
		.where("state", "=", "waiting")
		.orderBy("began_at")
		.limit(most)
		.select(["id", "partnership_id"])
		.execute();
	return rows.map((row) => ({ id: row.id, partnershipId: row.partnership_id }));
}

/**
 * Keeps what the virus scanner said of a file that waited for it.
 *
 * @returns the difference and the entry that it was sent with by then, null for none; undefined when it waits no more
 */
export async function saveFileState(
	trx: Trx,
	id: string,
	state: Exclude<FileState, "waiting">,
): Promise<{ difference_id: string | null; seq: number | null } | undefined> {
	return trx
		.updateTable("file")
		.set({ state })
		.where("id", "=", id)
		.where("state", "=", "waiting")
		.returning(["difference_id", "seq"])
		.executeTakeFirst();
}

/** The files that were sent in a difference, in order: with which act. */
export async function listSentFiles(
	db: Db | Trx,
	differenceId: string,
): Promise<{ id: string; seq: number }[]> {
	const rows = await db
		.selectFrom("file")
		.where("difference_id", "=", differenceId)
		.where("seq", "is not", null)
		.orderBy("seq")
		.orderBy("id")
		.select(["id", "seq"])
		.execute();
	return rows.map(({ id, seq }) => ({ id, seq: seq ?? 0 }));
}

/** The bytes of a file, part by part; the next is asked for once somebody wants it. @throws SealFault */
export const readFile = (db: Db | Trx, id: string): AsyncGenerator<Buffer, void> =>
	inThisScope(piecesOf(db, id));

async function* piecesOf(db: Db | Trx, id: string): AsyncGenerator<Buffer, void> {
	yield* await openFileBytes(db, id);
}

/** The same, with its key open already: a fault is known before the first byte goes. @throws SealFault */
export async function openFileBytes(
	db: Db | Trx,
	id: string,
): Promise<AsyncGenerator<Buffer, void>> {
	const { key, length } = await keyOf(db, id);
	return inThisScope(
		openParts(key, partsOfFile(id), length, async (number) => {
			const row = await db
				.selectFrom("file_part")
				.where("file_id", "=", id)
				.where("number", "=", number)
				.select("content")
				.executeTakeFirst();
			return row?.content;
		}),
	);
}

/** Some bytes of a file. @param from the first, from 0 @param to behind the last @throws SealFault */
export async function readFileRange(
	db: Db | Trx,
	id: string,
	from: number,
	to: number,
): Promise<Buffer> {
	const { key } = await keyOf(db, id);
	const first = Math.floor(from / partSize);
	const rows = await db
		.selectFrom("file_part")
		.where("file_id", "=", id)
		.where("number", ">=", first)
		.where("number", "<=", Math.floor(Math.max(from, to - 1) / partSize))
		.orderBy("number")
		.select(["number", "content"])
		.execute();
	return Buffer.concat(
		rows.map(({ number, content }) => openPart(key, partsOfFile(id), number, content)),
	).subarray(from - first * partSize, to - first * partSize);
}
