import { type ApiScope, type ApiToken, isApiScope } from "../domain/people/api-token.ts";
import type { Db, Trx } from "./db.ts";

/** A token of a system, with whoever answers for it. */
export type TokenOfSystem = ApiToken & { personName: string; agencyName: string };

const tokens = (db: Db | Trx) =>
	db
		.selectFrom("api_token")
		.select([
			"api_token.id",
			"api_token.partnership_id",
			"api_token.person_id",
			"api_token.name",
			"api_token.is_system",
			"api_token.prefix",
			"api_token.scopes",
			"api_token.second_factor",
			"api_token.made_at",
			"api_token.expires_at",
			"api_token.last_used_at",
			"api_token.revoked_at",
		]);

type Row = Awaited<ReturnType<ReturnType<typeof tokens>["executeTakeFirstOrThrow"]>>;

const toToken = (row: Row): ApiToken => ({
	id: row.id,
	partnershipId: row.partnership_id,
	personId: row.person_id,
	name: row.name,
	isSystem: row.is_system,
	prefix: row.prefix,
	// One that a later version has taken away opens nothing.
	scopes: row.scopes.filter(isApiScope),
	secondFactor: row.second_factor,
	madeAt: row.made_at.toISOString(),
	expiresAt: row.expires_at.toISOString(),
	lastUsedAt: row.last_used_at?.toISOString() ?? null,
	revokedAt: row.revoked_at?.toISOString() ?? null,
});

/** @param hash SHA-256 of the token */
export async function addToken(
	trx: Trx,
	token: Omit<ApiToken, "lastUsedAt" | "revokedAt"> & { hash: Buffer; scopes: ApiScope[] },
): Promise<void> {
	await trx
		.insertInto("api_token")
		.values({
			id: token.id,
			partnership_id: token.partnershipId,
			person_id: token.personId,
			name: token.name,
			is_system: token.isSystem,
			hash: token.hash,
			prefix: token.prefix,
			scopes: token.scopes,
			second_factor: token.secondFactor,
			made_at: token.madeAt,
			expires_at: token.expiresAt,
			last_used_at: null,
			revoked_at: null,
			revoked_by: null,
		})
		.execute();
}

/** The token of this hash, whether or not it still works. */
export async function findToken(db: Db | Trx, hash: Buffer): Promise<ApiToken | undefined> {
	const row = await tokens(db).where("hash", "=", hash).executeTakeFirst();
	return row && toToken(row);
}

/** Every token that somebody made, the latest first. */
export async function listTokensOf(db: Db | Trx, personId: string): Promise<ApiToken[]> {
	const rows = await tokens(db)
		.where("person_id", "=", personId)
		.orderBy("made_at", "desc")
		.orderBy("id")
		.execute();
	return rows.map(toToken);
}

/** How many tokens of somebody work. @param now ISO instant */
export async function countTokensInUse(trx: Trx, personId: string, now: string): Promise<number> {
	const { count } = await trx
		.selectFrom("api_token")
		.where("person_id", "=", personId)
		.where("revoked_at", "is", null)
		.where("expires_at", ">", new Date(now))
		.select((select) => select.fn.countAll<string>().as("count"))
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** The tokens of systems in a partnership that were not revoked, each with whoever answers for it; the latest first. */
export async function listTokensOfSystems(
	db: Db | Trx,
	partnershipId: string,
): Promise<TokenOfSystem[]> {
	const rows = await tokens(db)
		.innerJoin("person", "person.id", "api_token.person_id")
		.innerJoin("agency", "agency.id", "person.agency_id")
		.where("api_token.partnership_id", "=", partnershipId)
		.where("is_system", "=", true)
		.where("revoked_at", "is", null)
		.select(["person.name as person_name", "agency.name as agency_name"])
		.orderBy("made_at", "desc")
		.orderBy("api_token.id")
		.execute();
	return rows.map((row) => ({
		...toToken(row),
		personName: row.person_name,
		agencyName: row.agency_name,
	}));
}

/** Notes that a token was used. @param at ISO instant */
export async function saveTokenUsed(db: Db | Trx, id: string, at: string): Promise<void> {
	await db.updateTable("api_token").set({ last_used_at: at }).where("id", "=", id).execute();
}

/**
 * From now on a token opens nothing.
 *
 * @param whose of one person, or any of a system
 * @returns false where there is none that was not revoked already
 */
export async function saveTokenRevoked(
	trx: Trx,
	id: string,
	whose: { personId: string } | { systemsOf: string },
	{ by, at }: { by: string; at: string },
): Promise<boolean> {
	const saved = await trx
		.updateTable("api_token")
		.set({ revoked_at: at, revoked_by: by })
		.where("id", "=", id)
		.where("revoked_at", "is", null)
		.where((where) =>
			"personId" in whose
				? where("person_id", "=", whose.personId)
				: where.and([where("partnership_id", "=", whose.systemsOf), where("is_system", "=", true)]),
		)
		.executeTakeFirst();
	return saved.numUpdatedRows === 1n;
}
