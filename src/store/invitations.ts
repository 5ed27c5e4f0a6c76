import { sql } from "kysely";
import type { AddressHeld } from "../domain/partnership/invitation.ts";
import type { Level } from "../domain/people/viewer.ts";
import type { Db, Trx } from "./db.ts";

/** Somebody who is invited and has not come. Instants are ISO. */
export type NotYetCome = {
	personId: string;
	name: string;
	email: string;
	jobTitle: string;
	agencyId: string;
	agencyName: string;
	level: Level;
	safeguardingLead: boolean;
	/** Null for whom no invitation was made yet. */
	invitedAt: string | null;
	expiresAt: string | null;
	/** Who of the partnership invited them, by name and identifier; null for nobody who is known. */
	invitedBy: string | null;
	invitedById: string | null;
	/** How the mail with it fares: null for an address that was handed over in another way. */
	mail: "waiting" | "sent" | "failed" | null;
};

/** So many of those who have not come stand on one page. */
export const notYetComePerPage = 50;

/** How many of a partnership have not come. */
export async function countNotYetCome(db: Db, partnershipId: string): Promise<number> {
	const { rows } = await sql<{ total: number }>`
		select count(*)::int as total from person where ${hasNotCome(partnershipId)}`.execute(db);
	return rows[0]?.total ?? 0;
}

const hasNotCome = (partnershipId: string) => sql`
	person.partnership_id = ${partnershipId} and person.account_id is null and person.left_at is null
		and person.only_in is null`;

/**
 * Who of a partnership is invited, or could be, and has not come, by agency and name.
 *
 * @param which `page`, from 1 on; those whom somebody invited alone
 */
export async function listNotYetCome(
	db: Db | Trx,
	partnershipId: string,
	{ page, invitedBy }: { page?: number; invitedBy?: string } = {},
): Promise<NotYetCome[]> {
	const { rows } = await sql<{
		id: string;
		name: string;
		email: string;
		job_title: string;
		agency_id: string;
		agency_name: string;
		level: Level;
		safeguarding_lead: boolean;
		made_by_id: string | null;
		made_at: Date | null;
		expires_at: Date | null;
		made_by: string | null;
		state: NotYetCome["mail"] | "not-needed";
	}>`
		select person.id, person.name, person.email, person.job_title, person.agency_id, person.level,
			person.safeguarding_lead, person.agency_name, link.made_by as made_by_id, link.made_at, link.expires_at, message.state,
			(select name from person as inviter where inviter.id = link.made_by) as made_by
		from (
			select person.*, agency.name as agency_name
			from person join agency on agency.id = person.agency_id
			where ${hasNotCome(partnershipId)} and ${
				invitedBy === undefined
					? sql`true`
					: sql`exists (
						select from one_time_link made where made.person_id = person.id and made.made_by = ${invitedBy})`
			}
			order by agency.name, person.name, person.id
			limit ${page === undefined ? null : notYetComePerPage} offset ${((page ?? 1) - 1) * notYetComePerPage}
		) as person
		left join lateral (
			select id, made_at, made_by, expires_at from one_time_link
			where person_id = person.id and kind = 'invitation' and revoked_at is null
			order by made_at desc limit 1) as link on true
		left join lateral (
			select state from message where one_time_link_id = link.id
			order by created_at desc limit 1) as message on true
		order by person.agency_name, person.name, person.id`.execute(db);
	return rows.map((row) => ({
		personId: row.id,
		name: row.name,
		email: row.email,
		jobTitle: row.job_title,
		agencyId: row.agency_id,
		agencyName: row.agency_name,
		level: row.level,
		safeguardingLead: row.safeguarding_lead,
		invitedAt: row.made_at?.toISOString() ?? null,
		expiresAt: row.expires_at?.toISOString() ?? null,
		invitedBy: row.made_by,
		invitedById: row.made_by_id,
		mail: row.state === "not-needed" ? null : row.state,
	}));
}

/** By whom of a partnership these addresses are held, those who have left included. */
export async function listHolders(
	db: Db | Trx,
	partnershipId: string,
	emails: readonly string[],
): Promise<AddressHeld[]> {
	if (emails.length === 0) return [];
	const rows = await db
		.selectFrom("person")
		.where("partnership_id", "=", partnershipId)
		.where("only_in", "is", null)
		.where((where) =>
			where(
				where.fn("lower", ["email"]),
				"in",
				emails.map((email) => email.toLowerCase()),
			),
		)
		.select(["name", "email", "agency_id", "left_at"])
		.execute();
	return rows.map((row) => ({
		name: row.name,
		email: row.email,
		agencyId: row.agency_id,
		left: row.left_at !== null,
	}));
}

/** Whoever adds people to a partnership takes turns, so that no address is given twice at once. */
export async function lockInvitations(trx: Trx, partnershipId: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`people ${partnershipId}`}, 0))`.execute(
		trx,
	);
}

/** Somebody as their invitation shows them; undefined for whom it opens nothing any more. */
export type Invitee = {
	personId: string;
	partnershipId: string;
	name: string;
	email: string;
	jobTitle: string;
	agencyName: string;
	partnership: string;
};

/** Held until `trx` ends. Undefined for whoever has come or has left. */
export async function findInvitee(db: Db | Trx, personId: string): Promise<Invitee | undefined> {
	const row = await db
		.selectFrom("person")
		.innerJoin("agency", "agency.id", "person.agency_id")
		.innerJoin("partnership", "partnership.id", "person.partnership_id")
		.where("person.id", "=", personId)
		.where("person.account_id", "is", null)
		.where("person.only_in", "is", null)
		.where("person.left_at", "is", null)
		.select([
			"person.id",
			"person.partnership_id",
			"person.name",
			"person.email",
			"person.job_title",
			"agency.name as agency_name",
			"partnership.name as partnership",
		])
		.executeTakeFirst();
	return (
		row && {
			personId: row.id,
			partnershipId: row.partnership_id,
			name: row.name,
			email: row.email,
			jobTitle: row.job_title,
			agencyName: row.agency_name,
			partnership: row.partnership,
		}
	);
}

/** Every invitation of these people opens nothing any more. @param at ISO instant */
export async function revokeInvitations(trx: Trx, personIds: string[], at: string): Promise<void> {
	if (personIds.length === 0) return;
	await trx
		.updateTable("one_time_link")
		.set({ revoked_at: at })
		.where("person_id", "in", personIds)
		.where("kind", "=", "invitation")
		.where("used_at", "is", null)
		.where("revoked_at", "is", null)
		.execute();
	await trx
		.updateTable("message")
		.set({ state: "not-needed" })
		.where("to_person", "in", personIds)
		.where("kind", "=", "account")
		.where("state", "=", "waiting")
		.execute();
}

/**
 * Takes people out who never came, as if they had not been entered. Of their invitations it is kept that they were, so that
 * whoever follows one reads that it works no more.
 *
 * @param at ISO instant
 * @returns false, and nobody is taken out, where one of them has come or is named anywhere
 */
export async function deleteInvitees(trx: Trx, personIds: string[], at: string): Promise<boolean> {
	if (personIds.length === 0) return true;
	const ids = sql`${personIds}::uuid[]`;
	const come = await trx
		.selectFrom("person")
		.where("id", "in", personIds)
		.where("account_id", "is not", null)
		.select("id")
		.executeTakeFirst();
	if (come) return false;
	await sql`savepoint people_out`.execute(trx);
	try {
		await sql`delete from message where kind = 'account' and to_person = any(${ids})`.execute(trx);
		await sql`
			update one_time_link set person_id = null, revoked_at = coalesce(revoked_at, ${at}::timestamptz)
			where person_id = any(${ids})`.execute(trx);
		await sql`delete from person where id = any(${ids})`.execute(trx);
	} catch (problem) {
		// Something else names them: the record, an absence, a message about a difference.
		if ((problem as { code?: string }).code !== "23503") throw problem;
		await sql`rollback to savepoint people_out`.execute(trx);
		return false;
	}
	await sql`release savepoint people_out`.execute(trx);
	return true;
}
