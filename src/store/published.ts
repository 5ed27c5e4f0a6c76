/** What a partnership publishes, each time that it was saved. */
import type { Db, Trx } from "./db.ts";
import type { Tables } from "./tables.ts";

export type PublishedKind = Tables["published"]["kind"];

/** One version; `savedAt` ISO instant. */
export type Published = { version: number; content: string; savedAt: string; savedBy: string };

/** Every version, the newest first. */
export async function listPublished(
	db: Db | Trx,
	partnershipId: string,
	kind: PublishedKind,
): Promise<Published[]> {
	const rows = await db
		.selectFrom("published")
		.innerJoin("person", "person.id", "published.saved_by")
		.where("published.partnership_id", "=", partnershipId)
		.where("kind", "=", kind)
		.select(["version", "content", "saved_at", "person.name as saved_by"])
		.orderBy("version", "desc")
		.execute();
	return rows.map((row) => ({
		version: row.version,
		content: row.content,
		savedAt: row.saved_at.toISOString(),
		savedBy: row.saved_by,
	}));
}

/** The newest version; undefined before there is one. */
export async function findPublished(
	db: Db | Trx,
	partnershipId: string,
	kind: PublishedKind,
): Promise<Pick<Published, "version" | "content" | "savedAt"> | undefined> {
	const row = await db
		.selectFrom("published")
		.where("partnership_id", "=", partnershipId)
		.where("kind", "=", kind)
		.select(["version", "content", "saved_at"])
		.orderBy("version", "desc")
		.limit(1)
		.executeTakeFirst();
	return row && { version: row.version, content: row.content, savedAt: row.saved_at.toISOString() };
}

/** Adds a version. @returns false where there is one of that number already */
export async function addPublished(
	trx: Trx,
	row: {
		partnershipId: string;
		kind: PublishedKind;
		version: number;
		content: string;
		savedAt: string;
		savedBy: string;
	},
): Promise<boolean> {
	const added = await trx
		.insertInto("published")
		.values({
			partnership_id: row.partnershipId,
			kind: row.kind,
			version: row.version,
			content: row.content,
			saved_at: row.savedAt,
			saved_by: row.savedBy,
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning("version")
		.executeTakeFirst();
	return added !== undefined;
}
