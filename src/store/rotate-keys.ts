/**
 * Closing keys under other keys, a piece at a time, while everything goes on: whoever reads meanwhile finds each key closed
 * under the one of before or under the new one, and both are there.
 */
import { sql } from "kysely";
import { unwrap, wrap } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { indexAgain } from "./index-again.ts";
import {
	addPartnershipKey,
	openPartnershipKeys,
	partnershipKeyInUse,
	placeOfDifferenceKey,
} from "./keys.ts";
import { rewrapDataKey } from "./sealed-values.ts";

/** Keys of partnerships that are closed under another key of the installation than this one. */
export async function listNotWrappedBy(db: Db | Trx, id: string): Promise<string[]> {
	const rows = await db
		.selectFrom("partnership_key")
		.where("wrapped_by", "<>", id)
		.orderBy("made_at")
		.orderBy("id")
		.select("id")
		.execute();
	return rows.map((row) => row.id);
}

/** Closes a key of a partnership under the installation's key of today. @throws SealFault */
export async function wrapPartnershipKeyAgain(trx: Trx, id: string): Promise<void> {
	const row = await trx
		.selectFrom("partnership_key")
		.where("id", "=", id)
		.select(["partnership_id", "wrapped_by", "wrapped"])
		.forUpdate()
		.executeTakeFirst();
	if (!row) return;
	const again = await trx.keys.wrapAgain({
		id,
		partnershipId: row.partnership_id,
		wrappedBy: row.wrapped_by,
		wrapped: row.wrapped,
	});
	await trx
		.updateTable("partnership_key")
		.set({ wrapped_by: again.wrappedBy, wrapped: again.wrapped })
		.where("id", "=", id)
		.execute();
}

/**
 * Gives a partnership a new key, unless one of before still closes something: then that is gone on with.
 *
 * @returns whether a new one was made
 * @throws SealFault
 */
export async function renewPartnershipKey(trx: Trx, partnershipId: string): Promise<boolean> {
	await sql`select id from partnership where id = ${partnershipId} for update`.execute(trx);
	const before = await trx
		.selectFrom("partnership_key")
		.where("partnership_id", "=", partnershipId)
		.where("retired_at", "is not", null)
		.select("id")
		.executeTakeFirst();
	if (before) return false;
	await trx
		.updateTable("partnership_key")
		.set({ retired_at: sql<string>`now()` })
		.where("partnership_id", "=", partnershipId)
		.where("retired_at", "is", null)
		.execute();
	await addPartnershipKey(trx, partnershipId);
	return true;
}

/**
 * Closes the keys of some differences under the key of the partnership that is in use, and makes their codes for searching
 * anew, which come from it.
 *
 * @returns how many there were; none where all are done
 * @throws SealFault
 */
export async function wrapDifferenceKeysAgain(
	trx: Trx,
	partnershipId: string,
	most: number,
): Promise<number> {
	const under = await partnershipKeyInUse(trx, partnershipId);
	const rows = await trx
		.selectFrom("difference_key")
		.where("partnership_id", "=", partnershipId)
		.where((where) =>
			where.or([
				where("partnership_key_id", "<>", under.id),
				// An act that asked for the key in use just before it was renewed made its codes under the one of before.
				where.exists(
					where
						.selectFrom("about_index")
						.whereRef("about_index.difference_id", "=", "difference_key.difference_id")
						.where("about_index.partnership_key_id", "<>", under.id)
						.select("about_index.code"),
				),
			]),
		)
		.orderBy("difference_id")
		.limit(most)
		.select(["difference_id", "partnership_key_id", "wrapped"])
		.forUpdate()
		.skipLocked()
		.execute();
	const before = await openPartnershipKeys(
		trx,
		rows.map((row) => row.partnership_key_id),
	);
	for (const row of rows) {
		const from = before.get(row.partnership_key_id);
		if (!from) throw new Error("A key of a partnership is missing that closes another");
		const place = placeOfDifferenceKey(partnershipId, row.difference_id);
		const key = unwrap(from.ofDifferences, row.wrapped, place);
		await trx
			.updateTable("difference_key")
			.set({ partnership_key_id: under.id, wrapped: wrap(under.ofDifferences, key, place) })
			.where("difference_id", "=", row.difference_id)
			.execute();
	}
	await indexAgain(
		trx,
		rows.map((row) => row.difference_id),
	);
	return rows.length;
}

/**
 * Ends a rotation: the data key too is closed under the key in use, and the keys of before that close nothing are deleted.
 *
 * @returns how many keys of before still close something
 * @throws SealFault
 */
export async function endRotation(trx: Trx, partnershipId: string): Promise<number> {
	await rewrapDataKey(trx, partnershipId);
	// Codes of differences whose keys were destroyed lead to nothing.
	await sql`
		delete from about_index using partnership_key as key
		where about_index.partnership_key_id = key.id and key.partnership_id = ${partnershipId}
			and key.retired_at is not null
			and not exists (select from difference_key d where d.difference_id = about_index.difference_id)`.execute(
		trx,
	);
	await sql`
		delete from partnership_key as key where key.partnership_id = ${partnershipId} and retired_at is not null
			and not exists (select from difference_key where partnership_key_id = key.id)
			and not exists (select from partnership_data_key where partnership_key_id = key.id)
			and not exists (select from about_index where partnership_key_id = key.id)`.execute(trx);
	const { count } = await trx
		.selectFrom("partnership_key")
		.where("partnership_id", "=", partnershipId)
		.where("retired_at", "is not", null)
		.select(({ fn }) => fn.countAll<number>().as("count"))
		.executeTakeFirstOrThrow();
	return Number(count);
}
