import type { Db, Trx } from "./db.ts";

/** What has been answered so far of what is asked before there is a partnership; nothing in the beginning. */
export async function findSetupDraft(db: Db | Trx): Promise<Record<string, unknown>> {
	const row = await db.selectFrom("setup_draft").select("answers").executeTakeFirst();
	return (row?.answers ?? {}) as Record<string, unknown>;
}

/** @param at ISO instant */
export async function saveSetupDraft(
	trx: Trx,
	answers: Record<string, unknown>,
	at: string,
): Promise<void> {
	const saved = { answers: JSON.stringify(answers), saved_at: at };
	await trx
		.insertInto("setup_draft")
		.values(saved)
		.onConflict((conflict) => conflict.column("only_one").doUpdateSet(saved))
		.execute();
}

export async function deleteSetupDraft(trx: Trx): Promise<void> {
	await trx.deleteFrom("setup_draft").execute();
}
