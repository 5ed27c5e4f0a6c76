import type { Level, Sector, Viewer } from "../domain/access/viewer.ts";
import type { Db, Trx } from "./db.ts";

/** Somebody of the partnership's directory. */
export type Person = Viewer & { left: boolean };

const people = (db: Db | Trx) =>
	db
		.selectFrom("person")
		.innerJoin("agency", "agency.id", "person.agency_id")
		.select([
			"person.id",
			"person.partnership_id",
			"person.agency_id",
			"person.name",
			"person.job_title",
			"person.email",
			"person.level",
			"person.safeguarding_lead",
			"person.offices",
			"person.left_at",
			"agency.name as agency_name",
			"agency.sector",
		]);

type Row = Awaited<
	ReturnType<ReturnType<typeof people>["executeTakeFirstOrThrow"]>
>;

/** Undefined also for somebody who has left: they are nobody from that moment on. */
export async function findViewer(
	db: Db | Trx,
	id: string,
): Promise<Viewer | undefined> {
	const row = await people(db)
		.where("person.id", "=", id)
		.where("person.left_at", "is", null)
		.executeTakeFirst();
	return row && toPerson(row);
}

/** What sign-in needs. Undefined when nobody who still works here has that address. */
export async function findSignIn(
	db: Db | Trx,
	email: string,
): Promise<{ id: string; passwordHash: string | null } | undefined> {
	const row = await db
		.selectFrom("person")
		.where((where) =>
			where(where.fn("lower", ["email"]), "=", email.trim().toLowerCase()),
		)
		.where("left_at", "is", null)
		.select(["id", "password_hash"])
		.executeTakeFirst();
	return row && { id: row.id, passwordHash: row.password_hash };
}

/** People by their ids, those who have left included: the record names them for ever. */
export async function listPeople(
	db: Db | Trx,
	ids: string[],
): Promise<Person[]> {
	if (ids.length === 0) return [];
	return (await people(db).where("person.id", "in", ids).execute()).map(
		toPerson,
	);
}

/** The directory of a partnership, or of one of its agencies, by agency and name; who has left is not in it. */
export async function listDirectory(
	db: Db | Trx,
	partnershipId: string,
	agencyId?: string,
): Promise<Person[]> {
	const rows = await people(db)
		.where("person.partnership_id", "=", partnershipId)
		.where("person.left_at", "is", null)
		.$if(agencyId !== undefined, (query) =>
			query.where("person.agency_id", "=", agencyId as string),
		)
		.orderBy("agency.name")
		.orderBy("person.name")
		.execute();
	return rows.map(toPerson);
}

export async function savePerson(
	trx: Trx,
	person: Viewer & { passwordHash: string | null },
): Promise<void> {
	await trx
		.insertInto("person")
		.values({
			id: person.id,
			partnership_id: person.partnershipId,
			agency_id: person.agencyId,
			name: person.name,
			job_title: person.jobTitle,
			email: person.email,
			level: person.level,
			safeguarding_lead: person.safeguardingLead,
			offices: person.offices,
			password_hash: person.passwordHash,
		})
		.execute();
}

const toPerson = (row: Row): Person => ({
	id: row.id,
	partnershipId: row.partnership_id,
	agencyId: row.agency_id,
	agencyName: row.agency_name,
	sector: row.sector as Sector,
	name: row.name,
	jobTitle: row.job_title,
	email: row.email,
	level: row.level as Level,
	safeguardingLead: row.safeguarding_lead,
	offices: row.offices,
	left: row.left_at !== null,
});
