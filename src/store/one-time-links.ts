import type { Db, Trx } from "./db.ts";
import type { Tables } from "./tables.ts";

/** What a one-time address is for. */
export type OneTimeKind = Tables["one_time_link"]["kind"];

/** An address that works once, without what makes it work. */
export type OneTimeLink = {
	id: string;
	kind: OneTimeKind;
	accountId: string | null;
	personId: string | null;
	madeBy: string | null;
	madeAt: string;
	expiresAt: string;
	usedAt: string | null;
	revokedAt: string | null;
};

/**
 * Adds one that nobody can use yet. Those of its kind that the same person or account had work no more; a link to answer
 * stands beside the earlier ones, so that each mail of a difference leads to it.
 */
export async function saveOneTimeLink(
	trx: Trx,
	link: Omit<OneTimeLink, "usedAt" | "revokedAt">,
): Promise<void> {
	if (link.kind !== "answer")
		await trx
			.updateTable("one_time_link")
			.set({ revoked_at: link.madeAt })
			.where("kind", "=", link.kind)
			.where("person_id", "is not distinct from", link.personId)
			.where("account_id", "is not distinct from", link.accountId)
			.where("used_at", "is", null)
			.where("revoked_at", "is", null)
			.execute();
	await trx
		.insertInto("one_time_link")
		.values({
			id: link.id,
			kind: link.kind,
			hash: null,
			account_id: link.accountId,
			person_id: link.personId,
			made_at: link.madeAt,
			made_by: link.madeBy,
			expires_at: link.expiresAt,
		})
		.execute();
}

/** From now on it is opened by what hashes to this, and by nothing that was sent before. */
export async function saveOneTimeHash(trx: Trx, id: string, hash: string): Promise<void> {
	await trx.updateTable("one_time_link").set({ hash }).where("id", "=", id).execute();
}

/** What a link is for. */
export async function findKindOfLink(trx: Trx, id: string): Promise<OneTimeKind> {
	const { kind } = await trx
		.selectFrom("one_time_link")
		.where("id", "=", id)
		.select("kind")
		.executeTakeFirstOrThrow();
	return kind;
}

/** Undefined for a hash that none has; used, revoked and expired ones are found. */
export async function findOneTimeLink(
	db: Db | Trx,
	kind: OneTimeKind,
	hash: string,
): Promise<OneTimeLink | undefined> {
	const row = await db
		.selectFrom("one_time_link")
		.where("kind", "=", kind)
		.where("hash", "=", hash)
		.selectAll()
		.executeTakeFirst();
	return (
		row && {
			id: row.id,
			kind: row.kind,
			accountId: row.account_id,
			personId: row.person_id,
			madeBy: row.made_by,
			madeAt: row.made_at.toISOString(),
			expiresAt: row.expires_at.toISOString(),
			usedAt: row.used_at?.toISOString() ?? null,
			revokedAt: row.revoked_at?.toISOString() ?? null,
		}
	);
}

/** Uses it up. @returns false when somebody else was quicker, or it was revoked */
export async function saveOneTimeLinkUsed(trx: Trx, id: string, at: string): Promise<boolean> {
	const used = await trx
		.updateTable("one_time_link")
		.set({ used_at: at })
		.where("id", "=", id)
		.where("used_at", "is", null)
		.where("revoked_at", "is", null)
		.executeTakeFirst();
	return used.numUpdatedRows === 1n;
}

/**
 * After a restore: what may have been used since the backup’s moment works no more, where another is asked for in a minute.
 * Invitations and links to answer stay: whoever came by one since then has to come by it again.
 */
export async function revokeAfterRestore(db: Db, at: string): Promise<void> {
	await db
		.updateTable("one_time_link")
		.set({ revoked_at: at })
		.where("kind", "in", ["new-password", "answer-code", "first-run", "operator"])
		.where("used_at", "is", null)
		.where("revoked_at", "is", null)
		.execute();
}
