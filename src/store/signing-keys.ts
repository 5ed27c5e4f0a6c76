import type { Db, Trx } from "./db.ts";

/**
 * A key by which the installation signs: its public half as it is, the other sealed. Of one that came with a partnership from
 * elsewhere there is the public half alone: it signs nothing, and what it signed can still be checked.
 */
export type KeptSigningKey = { id: string; publicKey: Buffer; sealedKey: Buffer };

/** Of the installation, the latest first. */
export async function listSigningKeys(db: Db | Trx): Promise<KeptSigningKey[]> {
	const rows = await db
		.selectFrom("signing_key")
		.orderBy("made_at", "desc")
		.orderBy("id")
		.select(["id", "public_key", "sealed_key"])
		.execute();
	return rows.map((row) => ({ id: row.id, publicKey: row.public_key, sealedKey: row.sealed_key }));
}

/** @param at ISO instant */
export async function addSigningKey(trx: Trx, key: KeptSigningKey, at: string): Promise<void> {
	await trx
		.insertInto("signing_key")
		.values({ id: key.id, public_key: key.publicKey, sealed_key: key.sealedKey, made_at: at })
		.execute();
}
