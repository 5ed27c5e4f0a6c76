import type { SessionStore } from "@fastify/session";
import { sql } from "kysely";
import type { Db, Trx } from "./db.ts";

/**
 * Sessions in the database: they outlive a restart, and are gone from it the moment they end.
 * They are nobody's record, so they are written outside any act.
 */
export function sessionStore(db: Db): SessionStore {
	return {
		get(sid, done) {
			db.selectFrom("session")
				.where("sid", "=", sid)
				.where("expires_at", ">", sql<Date>`now()`)
				.select("data")
				.executeTakeFirst()
				.then((row) => done(null, (row?.data as never) ?? null), done);
		},
		set(sid, session, done) {
			const { personId, accountId } = session as { personId?: string; accountId?: string };
			const row = {
				person_id: personId ?? null,
				account_id: accountId ?? null,
				data: JSON.stringify(session),
				expires_at: expiry(session.cookie),
			};
			db.insertInto("session")
				.values({ sid, ...row })
				.onConflict((conflict) => conflict.column("sid").doUpdateSet(row))
				.execute()
				.then(() => done(), done);
		},
		destroy(sid, done) {
			db.deleteFrom("session")
				.where("sid", "=", sid)
				.execute()
				.then(() => done(), done);
		},
	};
}

function expiry(cookie: {
	expires?: Date | string | null | undefined;
	originalMaxAge?: number | null | undefined;
}): string {
	if (!cookie.expires) throw new RangeError("A session without an end");
	return new Date(cookie.expires).toISOString();
}

/** Takes away sessions that have ended. */
export async function deleteEndedSessions(db: Db | Trx): Promise<void> {
	await db.deleteFrom("session").where("expires_at", "<=", sql<Date>`now()`).execute();
}

/**
 * Ends the sessions that were begun at a provider: the one of a sign-in there, or all of somebody.
 *
 * @returns how many ended
 */
export async function deleteSessionsFromProvider(
	trx: Trx,
	issuer: string,
	{ sid, subject }: { sid?: string | undefined; subject?: string | undefined },
): Promise<number> {
	if (sid === undefined && subject === undefined) return 0;
	const { numDeletedRows } = await trx
		.deleteFrom("session")
		.where(sql<boolean>`data->'provider'->>'issuer' = ${issuer}`)
		.$if(sid !== undefined, (query) => query.where(sql<boolean>`data->'provider'->>'sid' = ${sid}`))
		.$if(subject !== undefined, (query) =>
			query.where(sql<boolean>`data->'provider'->>'subject' = ${subject}`),
		)
		.executeTakeFirst();
	return Number(numDeletedRows);
}

/** Signs somebody out everywhere: their password is another now, or they asked for it. */
export async function deleteSessionsOf(trx: Trx, accountId: string): Promise<void> {
	await trx.deleteFrom("session").where("account_id", "=", accountId).execute();
}
