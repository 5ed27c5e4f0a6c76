/** Files that are made beside the page for one person, in parts as they are made, until they are deleted. */
import { sql } from "kysely";
import type { Db, Trx } from "./db.ts";
import { inThisScope } from "./scope.ts";

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
};

export async function addDownload(trx: Trx, download: Omit<Download, "file">): Promise<void> {
	await trx
		.insertInto("download")
		.values({
			id: download.id,
			partnership_id: download.partnershipId,
			person_id: download.personId,
			asked: JSON.stringify(download.asked),
			title: download.title,
			about: download.about,
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
	return rows.map(({ file_name, type, size, ...row }) => ({
		id: row.id,
		partnershipId: row.partnership_id,
		personId: row.person_id,
		asked: row.asked,
		title: row.title,
		about: row.about,
		askedAt: row.asked_at.toISOString(),
		keptUntil: row.kept_until.toISOString(),
		file:
			file_name === null || type === null || size === null ? null : { name: file_name, type, size },
	}));
}

/**
 * Keeps a part of the file as it is made. What an earlier run left of it is replaced.
 *
 * @param number from 0
 * @returns false where the file was thrown away meanwhile
 */
export async function saveDownloadPart(
	trx: Trx,
	id: string,
	number: number,
	content: Buffer,
): Promise<boolean> {
	const { numAffectedRows } = await sql`
		insert into download_part (download_id, number, partnership_id, content)
		select id, ${number}::int, partnership_id, ${content}::bytea from download where id = ${id}
		on conflict (download_id, number) do update set content = excluded.content`.execute(trx);
	return (numAffectedRows ?? 0n) > 0n;
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
	await trx
		.updateTable("download")
		.set({ file_name: name, type, size })
		.where("id", "=", id)
		.execute();
}

/** The bytes of a file, part after part: the next is asked for once the one before has gone. */
export const readDownload = (db: Db, id: string): AsyncGenerator<Buffer, void> =>
	inThisScope(partsOf(db, id));

async function* partsOf(db: Db, id: string): AsyncGenerator<Buffer, void> {
	for (let number = 0; ; number++) {
		const part = await db
			.selectFrom("download_part")
			.where("download_id", "=", id)
			.where("number", "=", number)
			.select("content")
			.executeTakeFirst();
		if (!part) return;
		yield part.content;
	}
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
