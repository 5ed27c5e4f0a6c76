import { sql } from "kysely";
import type { App } from "../../src/actions/app.ts";
import { type Db, transact } from "../../src/store/db.ts";
import { deriveAgain } from "../../src/store/derived-rows.ts";
import { lockDifference } from "../../src/store/differences.ts";

/** Everything that is derived from a partnership's records, row by row; when to look at each next is the sweep’s own. */
export async function derivedRows(
	db: Db,
	partnershipId: string,
): Promise<Record<string, unknown[]>> {
	const rows: Record<string, unknown[]> = {};
	for (const table of [
		"difference",
		"difference_party",
		"difference_person",
		"open_step",
		"open_question",
		"record_owed",
		"clock",
		"counted",
		"owed",
	])
		rows[table] = (
			await sql`select to_jsonb(r) - 'next_reminder_at' as r from ${sql.table(table)} r
				where partnership_id = ${partnershipId} order by 1`.execute(db)
		).rows;
	return rows;
}

/** Derives every difference of a partnership anew from its record, by other plans of the database than an act has: they give the same rows. */
export async function deriveAllAgain({ db, protocols }: App, partnershipId: string): Promise<void> {
	const all = await db
		.selectFrom("difference")
		.where("partnership_id", "=", partnershipId)
		.select("id")
		.execute();
	for (const { id } of all)
		await transact(db, async (trx) => {
			await sql`set local enable_hashagg = off`.execute(trx);
			// A connection goes by the plans that it has already.
			await sql`discard plans`.execute(trx);
			const loaded = await lockDifference(trx, id);
			if (!loaded) throw new Error("gone");
			await deriveAgain(trx, await protocols.version(trx, loaded.versionId), loaded);
		});
}
