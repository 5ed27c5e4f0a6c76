import type { Db, Trx } from "./db.ts";

/** The differences of a partnership that are sealed or were opened in an emergency, by identifier, in order of reference. */
export async function listWithSeal(db: Db | Trx, partnershipId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("difference")
		.where("partnership_id", "=", partnershipId)
		.where((where) =>
			where.or([
				where("sealed_for", "is not", null),
				where.exists(
					where
						.selectFrom("broken_glass")
						.whereRef("broken_glass.difference_id", "=", "difference.id")
						.select("broken_glass.seq"),
				),
			]),
		)
		.orderBy("reference")
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}

/** Whether there is a difference of a partnership by this identifier that is sealed. */
export async function isSealed(db: Db | Trx, partnershipId: string, id: string): Promise<boolean> {
	const row = await db
		.selectFrom("difference")
		.where("partnership_id", "=", partnershipId)
		.where("id", "=", id)
		.where("sealed_for", "is not", null)
		.select("id")
		.executeTakeFirst();
	return row !== undefined;
}
