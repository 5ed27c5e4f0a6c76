import { randomUUID } from "node:crypto";
import type { WrappedPartnershipKey } from "../keys/keyring.ts";
import type { Key } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { openValue, sealValue } from "./sealed-values.ts";

/** There is no partnership yet: the draft has a key of its own, as if it were one. */
const partnershipId = "setup_draft";
const place = [partnershipId];

/** What has been answered so far of what is asked before there is a partnership; nothing in the beginning. @throws SealFault */
export async function findSetupDraft(db: Db | Trx): Promise<Record<string, unknown>> {
	const row = await findRow(db);
	if (!row) return {};
	return openValue(await keyOf(db, row.key), row.answers, place) as Record<string, unknown>;
}

async function findRow(
	db: Db | Trx,
): Promise<{ answers: Uint8Array; key: WrappedPartnershipKey } | undefined> {
	const row = await db.selectFrom("setup_draft").selectAll().executeTakeFirst();
	return (
		row && {
			answers: row.answers,
			key: {
				id: row.key_id,
				partnershipId,
				wrappedBy: row.wrapped_by,
				wrapped: row.wrapped_key,
			},
		}
	);
}

const keyOf = async (db: Db | Trx, wrapped: WrappedPartnershipKey): Promise<Key> =>
	(await db.keys.open(wrapped)).derive(partnershipId);

/** @param at ISO instant @throws SealFault */
export async function saveSetupDraft(
	trx: Trx,
	answers: Record<string, unknown>,
	at: string,
): Promise<void> {
	const key = (await findRow(trx))?.key ?? (await trx.keys.make(randomUUID(), partnershipId));
	const saved = {
		answers: sealValue(await keyOf(trx, key), answers, place),
		key_id: key.id,
		wrapped_by: key.wrappedBy,
		wrapped_key: key.wrapped,
		saved_at: at,
	};
	await trx
		.insertInto("setup_draft")
		.values(saved)
		.onConflict((conflict) => conflict.column("only_one").doUpdateSet(saved))
		.execute();
}

/** Closes its key under the installation's key of today. @throws SealFault */
export async function wrapSetupDraftAgain(trx: Trx): Promise<void> {
	const row = await findRow(trx);
	if (!row) return;
	const again = await trx.keys.wrapAgain(row.key);
	await trx
		.updateTable("setup_draft")
		.set({ wrapped_by: again.wrappedBy, wrapped_key: again.wrapped })
		.execute();
}

export async function deleteSetupDraft(trx: Trx): Promise<void> {
	await trx.deleteFrom("setup_draft").execute();
}
