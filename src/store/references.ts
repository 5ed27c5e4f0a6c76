import { sql } from "kysely";
import { keepsSeals } from "../domain/difference/who/may-seal.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { plainReference } from "../domain/reference.ts";
import type { Db, Trx } from "./db.ts";

/**
 * The references of some differences, whoever may open them: a reference names nobody and tells nothing. Of what is sealed
 * from somebody not even that is theirs to know, but for whoever keeps seals.
 */
export async function listReferences(
	db: Db | Trx,
	viewer: Viewer,
	ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom("difference")
		.where("partnership_id", "=", viewer.partnershipId)
		.where(
			sql<boolean>`(sealed_for is null or ${viewer.id}::uuid = any(sealed_for) or ${keepsSeals(viewer)})`,
		)
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

/**
 * Keeps a reference for a difference that begins in `trx`, so that two that begin at once never draw the same.
 *
 * @returns false where another of the partnership has it, or had it before it was disposed of
 */
export async function keepReference(
	trx: Trx,
	partnershipId: string,
	reference: string,
): Promise<boolean> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`reference ${partnershipId} ${reference}`}, 0))`.execute(
		trx,
	);
	const { rows } = await sql<{ taken: boolean }>`select
		exists (select from difference where partnership_id = ${partnershipId} and reference = ${reference})
		or exists (select from disposal where partnership_id = ${partnershipId} and reference = ${reference}) as taken`.execute(
		trx,
	);
	return rows[0]?.taken === false;
}
