/** Whether a partnership is used yet: who has come, and whether mail leaves. */
import { sql } from "kysely";
import type { Db } from "./db.ts";
import { cameBack } from "./messages.ts";

/** How many of those who have chosen how they sign in hold each office or post of a partnership. */
export async function countHolding(db: Db, partnershipId: string): Promise<Map<string, number>> {
	const { rows } = await sql<{ office: string; people: number }>`
		select office, count(*)::int as people from person, unnest(offices) as office
		where partnership_id = ${partnershipId} and account_id is not null and left_at is null and only_in is null
		group by office`.execute(db);
	return new Map(rows.map(({ office, people }) => [office, people]));
}

/** The agencies of a partnership that have people, besides its own office, by name. */
export async function listAgenciesWithPeople(
	db: Db,
	partnershipId: string,
): Promise<{ id: string; name: string }[]> {
	const { rows } = await sql<{ id: string; name: string }>`
		select id, name from agency
		where partnership_id = ${partnershipId} and sector <> 'partnership' and exists (
			select from person where person.agency_id = agency.id and left_at is null and only_in is null)
		order by name, id`.execute(db);
	return rows;
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
