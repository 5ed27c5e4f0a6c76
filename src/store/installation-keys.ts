/** Which keys of the installation closed what is in this database, and which keys partnerships have. Never a key. */
import { sql } from "kysely";
import type { WrappedPartnershipKey } from "../keys/keyring.ts";
import { findLastBackup } from "./backups.ts";
import type { Db, Trx } from "./db.ts";

/** A key of the installation. Instants are ISO. */
export type KnownKey = {
	id: string;
	/** When something was first closed under it here; null where nothing is known of it but what it closes. */
	firstSeenAt: string | null;
	/** When somebody showed that a copy of it is kept elsewhere. */
	copyCheckedAt: string | null;
	/** When it was given up. */
	givenUpAt: string | null;
	/** How many keys it closes: of partnerships, and of what is answered before there is one. */
	closes: number;
};

/** The keys of the installation that this database knows of, the latest first. */
export async function listKnownKeys(db: Db | Trx): Promise<KnownKey[]> {
	const { rows } = await sql<{
		id: string;
		first_seen_at: Date | null;
		copy_checked_at: Date | null;
		given_up_at: Date | null;
		closes: number;
	}>`
		with closing as (
			select wrapped_by as id, count(*) as closes from (
				select wrapped_by from partnership_key union all select wrapped_by from setup_draft
			) as closed group by wrapped_by
		)
		select coalesce(known.id, closing.id) as id, first_seen_at, copy_checked_at, given_up_at,
			coalesce(closes, 0) as closes
		from installation_key as known full join closing using (id)
		order by first_seen_at desc nulls last, id`.execute(db);
	return rows.map((row) => ({
		id: row.id,
		firstSeenAt: row.first_seen_at?.toISOString() ?? null,
		copyCheckedAt: row.copy_checked_at?.toISOString() ?? null,
		givenUpAt: row.given_up_at?.toISOString() ?? null,
		closes: Number(row.closes),
	}));
}

/** Whether there is a copy of every key that closes something: somebody showed one, or a backup was made since it is in use. */
export async function isKeyCopied(db: Db | Trx): Promise<boolean> {
	const needed = (await listKnownKeys(db)).filter(({ closes }) => closes > 0);
	const { good } = await findLastBackup(db);
	const backedUpAt = good && Temporal.Instant.from(good.startedAt);
	return needed.every(
		({ copyCheckedAt, firstSeenAt }) =>
			copyCheckedAt !== null ||
			(firstSeenAt !== null &&
				backedUpAt !== undefined &&
				Temporal.Instant.compare(firstSeenAt, backedUpAt) < 0),
	);
}

/** Notes that a key is in use. @param at ISO instant */
export async function noteKey(trx: Trx, id: string, at: string): Promise<void> {
	await trx
		.insertInto("installation_key")
		.values({ id, first_seen_at: at, copy_checked_at: null, given_up_at: null })
		.onConflict((conflict) => conflict.column("id").doNothing())
		.execute();
}

/** Notes that a copy of a key is kept elsewhere. @param at ISO instant */
export async function noteCopy(trx: Trx, id: string, at: string): Promise<void> {
	await trx
		.updateTable("installation_key")
		.set({ copy_checked_at: at })
		.where("id", "=", id)
		.execute();
}

/**
 * Gives a key up: from then on the database refuses that anything is closed under it, also by a Concord that still holds it.
 *
 * @param at ISO instant
 * @returns false while something is closed under it
 */
export async function giveUpKey(trx: Trx, id: string, at: string): Promise<boolean> {
	// Whoever is about to close something waits, and is refused then.
	await sql`lock table partnership_key in share row exclusive mode`.execute(trx);
	const known = (await listKnownKeys(trx)).find((key) => key.id === id);
	if (!known || known.closes > 0) return false;
	await trx.updateTable("installation_key").set({ given_up_at: at }).where("id", "=", id).execute();
	return true;
}

/** A key of a partnership. Instants are ISO. */
export type KeyOfPartnership = {
	id: string;
	partnershipId: string;
	partnership: string;
	madeAt: string;
	/** Null while it is in use. */
	retiredAt: string | null;
	wrappedBy: string;
	/** How many differences have their keys closed by it. */
	differences: number;
};

/** The keys of all partnerships, those in use first. */
export async function listKeysOfPartnerships(db: Db | Trx): Promise<KeyOfPartnership[]> {
	const rows = await db
		.selectFrom("partnership_key as key")
		.innerJoin("partnership", "partnership.id", "key.partnership_id")
		.select(["key.id", "key.partnership_id", "partnership.name", "key.made_at", "key.retired_at"])
		.select(["key.wrapped_by"])
		.select(({ selectFrom }) =>
			selectFrom("difference_key")
				.whereRef("difference_key.partnership_key_id", "=", "key.id")
				.select(({ fn }) => fn.countAll<number>().as("count"))
				.as("differences"),
		)
		.orderBy("partnership.name")
		.orderBy("key.retired_at", (order) => order.desc().nullsFirst())
		.execute();
	return rows.map((row) => ({
		id: row.id,
		partnershipId: row.partnership_id,
		partnership: row.name,
		madeAt: row.made_at.toISOString(),
		retiredAt: row.retired_at?.toISOString() ?? null,
		wrappedBy: row.wrapped_by,
		differences: Number(row.differences ?? 0),
	}));
}

/** Whether anything in a database is closed under a key of an installation. It may be of an older version, or empty. */
export async function isAnythingSealed(db: Db): Promise<boolean> {
	const { rows } = await sql<{ there: boolean }>`
		select to_regclass('partnership_key') is not null as there`.execute(db);
	if (!rows[0]?.there) return false;
	return (await sql`select from partnership_key limit 1`.execute(db)).rows.length === 1;
}

/** The keys of partnerships as they are closed, those in use. */
export async function listWrappedKeys(db: Db): Promise<WrappedPartnershipKey[]> {
	const rows = await db
		.selectFrom("partnership_key")
		.where("retired_at", "is", null)
		.select(["id", "partnership_id", "wrapped_by", "wrapped"])
		.execute();
	return rows.map((row) => ({
		id: row.id,
		partnershipId: row.partnership_id,
		wrappedBy: row.wrapped_by,
		wrapped: row.wrapped,
	}));
}
