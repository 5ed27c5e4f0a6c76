/** The yearly check: which agencies say that their people are still right, and when they were asked. */
import type { Db, Trx } from "./db.ts";

export type AgencyCheck = {
	agencyId: string;
	agency: string;
	/** ISO day from which the year is counted; null: from none yet. */
	checkedOn: string | null;
	/** The oldest ISO day on which one of their work addresses was found right; null where none was ever. */
	contactsFrom: string | null;
	chasedOn: string | null;
};

/** The agencies of a partnership that have not ended and have people, by name; or one of them. */
export async function listAgencyChecks(
	db: Db | Trx,
	partnershipId: string,
	agencyId?: string,
): Promise<AgencyCheck[]> {
	const rows = await db
		.selectFrom("agency")
		.where("partnership_id", "=", partnershipId)
		.where("ended_on", "is", null)
		.where((where) =>
			where.exists(
				where
					.selectFrom("person")
					.whereRef("person.agency_id", "=", "agency.id")
					.where("person.left_at", "is", null)
					.where("person.only_in", "is", null)
					.select("person.id"),
			),
		)
		.$if(agencyId !== undefined, (query) => query.where("id", "=", agencyId ?? ""))
		.orderBy("name")
		.select(["id", "name", "people_checked_on", "people_chased_on"])
		.select(({ selectFrom }) =>
			selectFrom("person")
				.whereRef("person.agency_id", "=", "agency.id")
				.where("person.left_at", "is", null)
				.where("person.only_in", "is", null)
				.select(({ fn }) => fn.min<string | null>("person.contact_checked_on").as("oldest"))
				.as("contacts_from"),
		)
		.execute();
	return rows.map((row) => ({
		agencyId: row.id,
		agency: row.name,
		checkedOn: row.people_checked_on,
		contactsFrom: row.contacts_from,
		chasedOn: row.people_chased_on,
	}));
}

/** From an ISO day on the year is counted of agencies of which it was not yet. */
export async function beginChecks(trx: Trx, partnershipId: string, day: string): Promise<void> {
	await trx
		.updateTable("agency")
		.set({ people_checked_on: day })
		.where("partnership_id", "=", partnershipId)
		.where("people_checked_on", "is", null)
		.execute();
}

/**
 * An agency said that its people are right, as of an ISO day.
 *
 * @param before the day on which it was said last, as whoever says it was shown; null for none
 * @returns false where somebody else said so meanwhile
 */
export async function savePeopleChecked(
	trx: Trx,
	agencyId: string,
	{ day, by, before }: { day: string; by: string; before: string | null },
): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable("agency")
		.set({ people_checked_on: day, people_checked_by: by, people_chased_on: null })
		.where("id", "=", agencyId)
		.where((where) =>
			where.or([
				// The year may have begun to be counted since, and nobody has said anything.
				where("people_checked_by", "is", null),
				...(before === null ? [] : [where("people_checked_on", "=", before)]),
			]),
		)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

export async function savePeopleChased(
	trx: Trx,
	agencyIds: readonly string[],
	day: string,
): Promise<void> {
	await trx
		.updateTable("agency")
		.set({ people_chased_on: day })
		.where("id", "in", [...agencyIds])
		.execute();
}

/** These work addresses are right, as somebody said who answers for these people. @param day ISO day */
export async function saveContactsChecked(
	trx: Trx,
	personIds: readonly string[],
	{ day, by }: { day: string; by: string },
): Promise<void> {
	if (personIds.length === 0) return;
	await trx
		.updateTable("person")
		.set({ contact_checked_on: day, contact_checked_by: by })
		.where("id", "in", [...personIds])
		.execute();
}
