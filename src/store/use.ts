/** Whether a partnership is used yet: who has come, and whether mail leaves. */
import type { Db } from "./db.ts";
import { cameBack } from "./messages.ts";

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

/**
 * Whether the latest mail of a partnership that was tried to the end left: what came back later had left. Undefined where
 * none was tried.
 */
export async function latestMail(
	db: Db,
	partnershipId: string,
): Promise<"left" | "fails" | undefined> {
	const row = await db
		.selectFrom("message")
		.where("partnership_id", "=", partnershipId)
		.where("state", "in", ["sent", "failed"])
		.orderBy(
			({ fn }) => fn.coalesce("sent_at", "failed_at"),
			(order) => order.desc().nullsLast(),
		)
		.select(["state", "error"])
		.limit(1)
		.executeTakeFirst();
	if (!row) return undefined;
	return row.state === "sent" || row.error?.startsWith(cameBack) ? "left" : "fails";
}
