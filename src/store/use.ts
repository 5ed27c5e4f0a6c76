/** Whether a partnership is used yet: who has come, and whether mail leaves. */
import type { Db } from "./db.ts";

/** The people of a partnership who have chosen how they sign in. */
export async function listCome(db: Db, partnershipId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("person")
		.where("partnership_id", "=", partnershipId)
		.where("account_id", "is not", null)
		.where("left_at", "is", null)
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}

/** How the latest mail of a partnership fared that was tried to the end; undefined where none was. */
export async function latestMail(
	db: Db,
	partnershipId: string,
): Promise<"sent" | "failed" | undefined> {
	const row = await db
		.selectFrom("message")
		.where("partnership_id", "=", partnershipId)
		.where("state", "in", ["sent", "failed"])
		.orderBy(
			({ fn }) => fn.coalesce("sent_at", "failed_at"),
			(order) => order.desc().nullsLast(),
		)
		.select("state")
		.limit(1)
		.executeTakeFirst();
	return row?.state as "sent" | "failed" | undefined;
}
