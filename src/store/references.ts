import { sql } from "kysely";
import type { Db, Trx } from "./db.ts";

/** The references of some differences, whoever may open them: a reference names nobody and tells nothing. */
export async function listReferences(
	db: Db | Trx,
	partnershipId: string,
	ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom("difference")
		.where("partnership_id", "=", partnershipId)
		.where(sql<boolean>`id = any(${ids}::uuid[])`)
		.select(["id", "reference"])
		.execute();
	return new Map(rows.map(({ id, reference }) => [id, reference]));
}
