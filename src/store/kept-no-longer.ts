/** What of people nobody needs any more once its time is over (domain/retention/kinds.ts). Each asks for an instant or a day before which it was over. */
import { sql } from "kysely";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import type { Trx } from "./db.ts";

/** Whoever left before keeps their name, posts and work address; their telephone numbers and what they kept for themself go. */
export async function forgetThoseWhoLeft(
	trx: Trx,
	partnershipId: string,
	before: string,
): Promise<void> {
	const left = trx
		.selectFrom("person")
		.where("partnership_id", "=", partnershipId)
		.where("left_at", "<", sql<Date>`${before}::timestamptz`)
		.select("id");
	await trx
		.updateTable("person")
		.set({ phone: null, mobile: null })
		.where("id", "in", left)
		.where((where) => where.or([where("phone", "is not", null), where("mobile", "is not", null)]))
		.execute();
	await trx
		.deleteFrom("log_view")
		.where("person_id", "in", left)
		.where("office", "is", null)
		.execute();
}

export async function deleteAbsencesOver(
	trx: Trx,
	partnershipId: string,
	before: IsoDay,
): Promise<void> {
	await trx
		.deleteFrom("absence")
		.where("partnership_id", "=", partnershipId)
		.where("until_on", "<", before)
		.execute();
}

/** Whoever was given a link to raise and never did was in no difference: nothing of them is needed. */
export async function forgetLinksUnused(
	trx: Trx,
	partnershipId: string,
	before: string,
): Promise<void> {
	const unused = trx
		.selectFrom("link_to_raise")
		.innerJoin("person", "person.id", "link_to_raise.person_id")
		.where("link_to_raise.partnership_id", "=", partnershipId)
		.where("link_to_raise.raised_at", "is", null)
		.where("person.by_link_until", "<", sql<Date>`${before}::timestamptz`)
		.select("person.id");
	await trx
		.updateTable("link_to_raise")
		.set({ because: null, because_sealed: null })
		.where("person_id", "in", unused)
		.where((where) =>
			where.or([where("because", "is not", null), where("because_sealed", "is not", null)]),
		)
		.execute();
	await trx
		.updateTable("person")
		.set({
			name: "Somebody who was given a link",
			job_title: "",
			email: sql<string>`id || '@invalid'`,
			phone: null,
			mobile: null,
		})
		.where("id", "in", unused)
		.where(sql<boolean>`email <> id || '@invalid'`)
		.execute();
}

/** Links that work once and could be used no more before; but those that a message still names. */
export async function deleteLinksOver(trx: Trx, before: string): Promise<void> {
	await trx
		.deleteFrom("one_time_link")
		.where(sql<boolean>`least(used_at, revoked_at, expires_at) < ${before}::timestamptz`)
		.where(
			sql<boolean>`not exists (select from message where message.one_time_link_id = one_time_link.id)`,
		)
		.execute();
}

/** The accounts that can be signed in to though whoever they are left everywhere before, and keeps no installation. */
export async function listAccountsOver(trx: Trx, before: string): Promise<string[]> {
	const rows = await trx
		.selectFrom("account")
		.where("is_operator", "=", false)
		.where(
			sql<boolean>`(select bool_and(coalesce(left_at < ${before}::timestamptz, false)) from person
				where person.account_id = account.id)`,
		)
		.where(
			sql<boolean>`(password_hash is not null
				or exists (select from passkey where passkey.account_id = account.id)
				or exists (select from authenticator_app app where app.account_id = account.id)
				or exists (select from recovery_code code where code.account_id = account.id)
				or exists (select from account_at_provider at where at.account_id = account.id))`,
		)
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}

/** Nobody signs in by this password any more. */
export async function forgetPassword(trx: Trx, accountId: string): Promise<void> {
	await trx
		.updateTable("account")
		.set({ password_hash: null })
		.where("id", "=", accountId)
		.execute();
}
