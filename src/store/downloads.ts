/** Files that are made beside the page for one person, in parts as they are made, until they are deleted. */
import { sql } from "kysely";
import type { Key, Place } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { inThisScope } from "./scope.ts";
import {
	openKey,
	openParts,
	type PartsOf,
	rewrapKey,
	sealPart,
	wrapNewKey,
} from "./sealed-files.ts";
import { dataKeyOf, openValue, sealValue } from "./sealed-values.ts";

/** Instants are ISO. */
export type Download = {
	id: string;
	partnershipId: string;
	/** Who asked for it. */
	personId: string;
	/** What is to be made, as whoever makes it reads it. */
	asked: unknown;
	title: string;
	/** What is in it, in words. */
	about: string;
	askedAt: string;
	keptUntil: string;
	/** Null until it is made; its size in bytes. */
	file: { name: string; type: string; size: number } | null;
	/** Its bytes were deleted before its time, because it might hold what was disposed of. */
	isWithdrawn: boolean;
};

const partsOf = (id: string): PartsOf => ({ table: "download", id });
const saidOf = (id: string): Place => ["download", id, "said"];

/** What was asked for and what it is called, which may come to hold what somebody typed. */
type Said = Pick<Download, "asked" | "title" | "about">;

/** @throws SealFault */
export async function addDownload(
	trx: Trx,
	download: Omit<Download, "file" | "isWithdrawn">,
): Promise<void> {
	const { id, asked, title, about } = download;
	const key = await dataKeyOf(trx, download.partnershipId);
	await trx
		.insertInto("download")
		.values({
			id,
			partnership_id: download.partnershipId,
			person_id: download.personId,
			said: sealValue(key, { asked, title, about } satisfies Said, saidOf(id)),
			wrapped_key: wrapNewKey(key, partsOf(id)),
			asked_at: download.askedAt,
			kept_until: download.keptUntil,
			file_name: null,
			type: null,
			size: null,
		})
		.execute();
}

/** Those that somebody asked for and that are still kept, the latest first. @param at ISO instant */
export async function listDownloads(
	db: Db | Trx,
	personId: string,
	at: string,
): Promise<Download[]> {
	const rows = await db
		.selectFrom("download")
		.where("person_id", "=", personId)
		.where("kept_until", ">", new Date(at))
		.orderBy("asked_at", "desc")
		.orderBy("id")
		.selectAll()
		.execute();
	const [first] = rows;
	if (!first) return [];
	const key = await dataKeyOf(db, first.partnership_id);
	return rows.map(({ file_name, type, size, ...row }) => ({
		id: row.id,
		partnershipId: row.partnership_id,
		personId: row.person_id,
		...(openValue(key, row.said, saidOf(row.id)) as Said),
		askedAt: row.asked_at.toISOString(),
		keptUntil: row.kept_until.toISOString(),
		isWithdrawn: row.withdrawn_at !== null,
		file:
			file_name === null || type === null || size === null ? null : { name: file_name, type, size },
	}));
}

/** All of a partnership, made or not, but those that were withdrawn, each with what was asked for. @throws SealFault */
export async function listDownloadsIn(
	trx: Trx,
	partnershipId: string,
): Promise<Pick<Download, "id" | "asked" | "title">[]> {
	const rows = await trx
		.selectFrom("download")
		.where("partnership_id", "=", partnershipId)
		.where("withdrawn_at", "is", null)
		.orderBy("id")
		.select(["id", "said"])
		.execute();
	if (rows.length === 0) return [];
	const key = await dataKeyOf(trx, partnershipId);
	return rows.map(({ id, said }) => {
		const { asked, title } = openValue(key, said, saidOf(id)) as Said;
		return { id, asked, title };
	});
}

/**
 * Keeps a part of the file as it is made. What an earlier run left of it is replaced.
 *
 * @param number from 0
 * @returns false where the file was thrown away or withdrawn meanwhile
 */
export async function saveDownloadPart(
	trx: Trx,
	id: string,
	number: number,
	content: Buffer,
): Promise<boolean> {
	const of = await wrappedKeyOf(trx, id);
	if (!of) return false;
	const sealed = sealPart(
		openKey(of.under, of.wrapped, partsOf(id), of.length),
		partsOf(id),
		number,
		content,
	);
	await trx
		.insertInto("download_part")
		.values({ download_id: id, number, partnership_id: of.partnershipId, content: sealed })
		.onConflict((conflict) =>
			conflict.columns(["download_id", "number"]).doUpdateSet({ content: sealed }),
		)
		.execute();
	return true;
}

/** The key of a file as it is closed, and how long the file is; null while it is made. Undefined where there is none. */
async function wrappedKeyOf(
	db: Db | Trx,
	id: string,
): Promise<
	{ wrapped: Uint8Array; under: Key; length: number | null; partnershipId: string } | undefined
> {
	const row = await db
		.selectFrom("download")
		.where("id", "=", id)
		.where("withdrawn_at", "is", null)
		.select(["partnership_id", "size", "wrapped_key"])
		.executeTakeFirst();
	return (
		row && {
			wrapped: row.wrapped_key,
			under: await dataKeyOf(db, row.partnership_id),
			length: row.size,
			partnershipId: row.partnership_id,
		}
	);
}

/** The file is made. @param parts how many it has: what an earlier run left beyond them is no part of it */
export async function saveMade(
	trx: Trx,
	id: string,
	{ name, type, size }: NonNullable<Download["file"]>,
	parts: number,
): Promise<void> {
	await trx
		.deleteFrom("download_part")
		.where("download_id", "=", id)
		.where("number", ">=", parts)
		.execute();
	const of = await wrappedKeyOf(trx, id);
	if (!of) return;
	const { under, length, wrapped } = of;
	await trx
		.updateTable("download")
		.set({
			file_name: name,
			type,
			size,
			wrapped_key: rewrapKey(wrapped, partsOf(id), { under, length }, { under, length: size }),
		})
		.where("id", "=", id)
		.execute();
}

/** The bytes of a file, part after part: the next is asked for once the one before has gone. */
export const readDownload = (db: Db, id: string): AsyncGenerator<Buffer, void> =>
	inThisScope(piecesOf(db, id));

async function* piecesOf(db: Db, id: string): AsyncGenerator<Buffer, void> {
	const of = await wrappedKeyOf(db, id);
	if (!of) return;
	const key = openKey(of.under, of.wrapped, partsOf(id), of.length);
	yield* openParts(key, partsOf(id), of.length, async (number) => {
		const part = await db
			.selectFrom("download_part")
			.where("download_id", "=", id)
			.where("number", "=", number)
			.select("content")
			.executeTakeFirst();
		return part?.content;
	});
}

/**
 * Deletes a file before its time, with its key and the task that made it. That it was asked for stays, without what was in it.
 *
 * @param of what is said of it from now on. @param at ISO instant
 */
export async function withdrawDownload(
	trx: Trx,
	{ id, partnershipId }: Pick<Download, "id" | "partnershipId">,
	of: Pick<Download, "asked" | "title">,
	at: string,
): Promise<void> {
	const key = await dataKeyOf(trx, partnershipId);
	await trx.deleteFrom("task").where("about_id", "=", id).execute();
	await trx.deleteFrom("download_part").where("download_id", "=", id).execute();
	await trx
		.updateTable("download")
		.set({
			said: sealValue(key, { ...of, about: "" } satisfies Said, saidOf(id)),
			wrapped_key: wrapNewKey(key, partsOf(id)),
			file_name: null,
			type: null,
			size: null,
			withdrawn_at: at,
		})
		.where("id", "=", id)
		.execute();
}

/** Deletes a file, and the task that made it. */
export async function deleteDownload(trx: Trx, id: string): Promise<void> {
	await trx.deleteFrom("task").where("about_id", "=", id).execute();
	await trx.deleteFrom("download").where("id", "=", id).execute();
}

/** Those that are kept no longer. @param at ISO instant */
export async function listDownloadsOver(db: Db | Trx, at: string): Promise<string[]> {
	const rows = await db
		.selectFrom("download")
		.where("kept_until", "<=", sql<Date>`${at}::timestamptz`)
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}
