import { sql } from "kysely";
import type { Db } from "../../src/store/db.ts";

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
		"record_owed",
		"clock",
	])
		rows[table] = (
			await sql`select to_jsonb(r) - 'next_reminder_at' as r from ${sql.table(table)} r
				where partnership_id = ${partnershipId} order by 1`.execute(db)
		).rows;
	return rows;
}
