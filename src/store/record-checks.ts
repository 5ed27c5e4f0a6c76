import type { Db, Trx } from "./db.ts";

/** A time at which somebody had the record verified; `found` is null until it is over. */
export type RecordCheck = {
	id: string;
	/** ISO instant. */
	askedAt: string;
	askedBy: string;
	found: unknown;
};

/** @param at ISO instant */
export async function addRecordCheck(
	trx: Trx,
	check: { id: string; partnershipId: string; askedBy: string; at: string },
): Promise<void> {
	await trx
		.insertInto("record_check")
		.values({
			id: check.id,
			partnership_id: check.partnershipId,
			asked_by: check.askedBy,
			asked_at: check.at,
			found: null,
		})
		.execute();
}

export async function saveRecordFound(trx: Trx, id: string, found: object): Promise<void> {
	await trx
		.updateTable("record_check")
		.set({ found: JSON.stringify(found) })
		.where("id", "=", id)
		.execute();
}

/** Those of a partnership, the latest first, each with who asked by name. */
export async function listRecordChecks(
	db: Db | Trx,
	partnershipId: string,
	most: number,
): Promise<RecordCheck[]> {
	const rows = await db
		.selectFrom("record_check")
		.innerJoin("person", "person.id", "record_check.asked_by")
		.where("record_check.partnership_id", "=", partnershipId)
		.orderBy("record_check.asked_at", "desc")
		.limit(most)
		.select(["record_check.id", "record_check.asked_at", "record_check.found", "person.name"])
		.execute();
	return rows.map((row) => ({
		id: row.id,
		askedAt: row.asked_at.toISOString(),
		askedBy: row.name,
		found: row.found,
	}));
}
