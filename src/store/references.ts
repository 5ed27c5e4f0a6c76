import { sql } from "kysely";
import { plainReference } from "../domain/reference.ts";
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

/** The difference of a partnership that has this reference, however it is typed; whoever may open it. */
export async function findByReference(
	db: Db | Trx,
	partnershipId: string,
	reference: string,
): Promise<string | undefined> {
	const row = await db
		.selectFrom("difference")
		.where("partnership_id", "=", partnershipId)
		.where(sql<string>`replace(reference, '-', '')`, "=", plainReference(reference).toUpperCase())
		.select("id")
		.executeTakeFirst();
	return row?.id;
}
