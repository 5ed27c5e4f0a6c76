import { sql } from "kysely";
import type { Db, Trx } from "./db.ts";

/** The differences of a partnership that are or were sealed, or were opened in an emergency, by identifier, in order of reference. */
export async function listWithSeal(db: Db | Trx, partnershipId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("difference")
		.where("partnership_id", "=", partnershipId)
		.where((where) =>
			where.or([
				where("sealed_for", "is not", null),
				where(
					"id",
					"in",
					where
						.selectFrom("event")
						.where("event.partnership_id", "=", partnershipId)
						.where("event.type", "=", "unsealed")
						.select("event.difference_id"),
				),
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

/** An opening in an emergency that goes on: of which difference, by whom, and the ISO instant until when. */
export type OpeningNow = {
	id: string;
	reference: string;
	name: string;
	jobTitle: string;
	agency: string;
	until: string;
};

/**
 * The openings of a partnership that go on at an ISO instant, the first to end first.
 *
 * @param of somebody who was named in the seals; of all when left out
 */
export async function listOpenNow(
	db: Db | Trx,
	partnershipId: string,
	at: string,
	of?: string,
): Promise<OpeningNow[]> {
	const rows = await db
		.selectFrom("broken_glass as opening")
		.innerJoin("difference", "difference.id", "opening.difference_id")
		.innerJoin("person", "person.id", "opening.person_id")
		.innerJoin("agency", "agency.id", "person.agency_id")
		.where("opening.partnership_id", "=", partnershipId)
		.where("opening.until", ">", sql<Date>`${at}::timestamptz`)
		.$if(of !== undefined, (query) =>
			query.where(sql<boolean>`${of}::uuid = any(difference.sealed_for)`),
		)
		.orderBy("opening.until")
		.orderBy("difference.reference")
		.select([
			"difference.id",
			"difference.reference",
			"person.name",
			"person.job_title",
			"agency.name as agency",
			"opening.until",
		])
		.execute();
	return rows.map(({ job_title, until, ...row }) => ({
		...row,
		jobTitle: job_title,
		until: until.toISOString(),
	}));
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
