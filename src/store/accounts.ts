/**
 * Who signs in. An account is a sign-in address with what shows that it is theirs; a person is what somebody is in one
 * agency. One account may be several people, in several partnerships.
 */
import { sql } from "kysely";
import type { Language } from "../domain/language.ts";
import type { Db, Trx } from "./db.ts";

export type Account = {
	id: string;
	/** Under which one signs in. */
	email: string;
	/** In the PHC format; null while there is no password. */
	passwordHash: string | null;
};

/** What somebody is in one agency, as they choose between what they are. */
export type Post = {
	personId: string;
	jobTitle: string;
	agency: string;
	partnershipId: string;
	partnership: string;
};

/** What sign-in needs. Undefined for an unknown address. */
export async function findAccount(db: Db | Trx, email: string): Promise<Account | undefined> {
	const row = await db
		.selectFrom("account")
		.where((where) => where(where.fn("lower", ["email"]), "=", email.trim().toLowerCase()))
		.select(["id", "email", "password_hash"])
		.executeTakeFirst();
	return row && { id: row.id, email: row.email, passwordHash: row.password_hash };
}

/** By the SHA-256, in hexadecimal, of its address in small letters. */
export async function findAccountByHash(
	db: Db | Trx,
	addressHash: string,
): Promise<Account | undefined> {
	const row = await db
		.selectFrom("account")
		.where(sql<string>`encode(sha256(convert_to(lower(email), 'UTF8')), 'hex')`, "=", addressHash)
		.select(["id", "email", "password_hash"])
		.executeTakeFirst();
	return row && { id: row.id, email: row.email, passwordHash: row.password_hash };
}

/** Undefined where there is none of this number. */
export async function findAccountById(db: Db | Trx, id: string): Promise<Account | undefined> {
	const row = await db
		.selectFrom("account")
		.where("id", "=", id)
		.select(["id", "email", "password_hash"])
		.executeTakeFirst();
	return row && { id: row.id, email: row.email, passwordHash: row.password_hash };
}

/** In which language the account of a person is spoken to from now on; nobody's where they have none. */
export async function saveLanguage(trx: Trx, personId: string, language: Language): Promise<void> {
	await trx
		.updateTable("account")
		.set({ language })
		.where("id", "=", (where) =>
			where.selectFrom("person").where("person.id", "=", personId).select("person.account_id"),
		)
		.execute();
}

/** Another password, under which one signs in from now on. */
export async function savePasswordHash(
	trx: Trx,
	accountId: string,
	passwordHash: string,
): Promise<void> {
	await trx
		.updateTable("account")
		.set({ password_hash: passwordHash })
		.where("id", "=", accountId)
		.execute();
}

/**
 * Notes that whoever an account belongs to is told that it is locked.
 *
 * @returns false where they were told since `before`: they are not told again
 */
export async function saveLockTold(
	trx: Trx,
	accountId: string,
	{ now, before }: { now: Temporal.Instant; before: Temporal.Instant },
): Promise<boolean> {
	const saved = await trx
		.updateTable("account")
		.set({ lock_told_at: now.toString() })
		.where("id", "=", accountId)
		.where((where) =>
			where.or([
				where("lock_told_at", "is", null),
				where("lock_told_at", "<=", new Date(before.epochMilliseconds)),
			]),
		)
		.executeTakeFirst();
	return saved.numUpdatedRows === 1n;
}

/** Whose account somebody at a provider is; undefined before they came the first time. */
export async function findAccountAtProvider(
	db: Db | Trx,
	{ issuer, subject }: { issuer: string; subject: string },
): Promise<string | undefined> {
	const row = await db
		.selectFrom("account_at_provider")
		.where("issuer", "=", issuer)
		.where("subject", "=", subject)
		.select("account_id")
		.executeTakeFirst();
	return row?.account_id;
}

/**
 * Whether somebody who comes from a provider for the first time may be known by an account's address: the account is
 * nobody else there, and the address is that of something that it still is, or it keeps the installation. Else the address
 * may have been given to another person since.
 */
export async function isKnownByAddress(
	db: Db | Trx,
	{ id, email }: Pick<Account, "id" | "email">,
	issuer: string,
): Promise<boolean> {
	const row = await db
		.selectFrom("account")
		.where("account.id", "=", id)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom("account_at_provider")
						.whereRef("account_at_provider.account_id", "=", "account.id")
						.where("issuer", "=", issuer)
						.select("subject"),
				),
			),
		)
		.where(({ eb, or, exists, selectFrom }) =>
			or([
				eb("account.is_operator", "=", true),
				exists(
					selectFrom("person")
						.whereRef("person.account_id", "=", "account.id")
						.where("left_at", "is", null)
						.where((where) => where(where.fn("lower", ["person.email"]), "=", email.toLowerCase()))
						.select("person.id"),
				),
			]),
		)
		.select("account.id")
		.executeTakeFirst();
	return row !== undefined;
}

/** From now on somebody at a provider is this account. */
export async function saveAccountAtProvider(
	trx: Trx,
	row: { issuer: string; subject: string; accountId: string; linkedAt: Temporal.Instant },
): Promise<void> {
	await trx
		.insertInto("account_at_provider")
		.values({
			issuer: row.issuer,
			subject: row.subject,
			account_id: row.accountId,
			linked_at: row.linkedAt.toString(),
		})
		.execute();
}

/** Nobody at any provider is this account any more. */
export async function deleteAccountAtProviders(trx: Trx, accountId: string): Promise<void> {
	await trx.deleteFrom("account_at_provider").where("account_id", "=", accountId).execute();
}

/** People with this work address who have no account yet, and have not left. */
export async function listPeopleWithoutAccount(db: Db | Trx, email: string): Promise<string[]> {
	const rows = await db
		.selectFrom("person")
		.where((where) => where(where.fn("lower", ["email"]), "=", email.trim().toLowerCase()))
		.where("account_id", "is", null)
		.where("only_in", "is", null)
		.where("left_at", "is", null)
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}

/** These people are this account from now on. */
export async function saveAccountOf(
	trx: Trx,
	accountId: string,
	personIds: readonly string[],
): Promise<void> {
	if (personIds.length === 0) return;
	await trx
		.updateTable("person")
		.set({ account_id: accountId })
		.where("id", "in", personIds)
		.execute();
}

/** Whether an account keeps the installation. */
export async function isOperatorAccount(db: Db | Trx, id: string): Promise<boolean> {
	const row = await db
		.selectFrom("account")
		.where("id", "=", id)
		.where("is_operator", "=", true)
		.select("id")
		.executeTakeFirst();
	return row !== undefined;
}

/** An account keeps the installation from now on. */
export async function saveOperator(trx: Trx, id: string): Promise<void> {
	await trx.updateTable("account").set({ is_operator: true }).where("id", "=", id).execute();
}

/** Whose account a person is; undefined where they have none yet. */
export async function findAccountOf(db: Db | Trx, personId: string): Promise<string | undefined> {
	const row = await db
		.selectFrom("person")
		.where("id", "=", personId)
		.select("account_id")
		.executeTakeFirst();
	return row?.account_id ?? undefined;
}

/** What somebody is today, by partnership and agency; what they have left is not among it. */
export async function listPosts(db: Db | Trx, accountId: string): Promise<Post[]> {
	const rows = await db
		.selectFrom("person")
		.innerJoin("agency", "agency.id", "person.agency_id")
		.innerJoin("partnership", "partnership.id", "person.partnership_id")
		.where("person.account_id", "=", accountId)
		.where("person.left_at", "is", null)
		.select([
			"person.id",
			"person.job_title",
			"person.partnership_id",
			"agency.name as agency",
			"partnership.name as partnership",
		])
		.orderBy("partnership.name")
		.orderBy("agency.name")
		.execute();
	return rows.map((row) => ({
		personId: row.id,
		jobTitle: row.job_title,
		agency: row.agency,
		partnershipId: row.partnership_id,
		partnership: row.partnership,
	}));
}

/** Adds one account or several at once. */
export async function saveAccount(
	trx: Trx,
	madeAt: Temporal.Instant,
	...accounts: Account[]
): Promise<void> {
	await trx
		.insertInto("account")
		.values(
			accounts.map(({ id, email, passwordHash }) => ({
				id,
				email,
				password_hash: passwordHash,
				made_at: madeAt.toString(),
			})),
		)
		.execute();
}
