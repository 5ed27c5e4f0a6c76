import type { SessionStore } from "@fastify/session";
import { sql } from "kysely";
import type { Db, Trx } from "./db.ts";

/** After so many minutes in which nothing was asked for, a session has ended. */
export const defaultIdleMinutes = 60;

/**
 * Sessions in the database: they outlive a restart, and are gone from it the moment they end.
 * They are nobody's record, so they are written outside any act.
 *
 * That somebody was seen is noted by the statement that reads their session, once a minute at most. How long a session lasts
 * in all is said when it begins, and nothing that is kept in it later makes it longer.
 */
export function sessionStore(
	db: Db,
	{ idleMinutes = defaultIdleMinutes }: { idleMinutes?: number } = {},
): SessionStore {
	return {
		get(sid, done) {
			sql<{ data: unknown }>`
				with found as (
					select sid, data, seen_at from session
					where sid = ${sid} and expires_at > now()
						and seen_at > now() - make_interval(mins => ${idleMinutes})
				), seen as (
					update session set seen_at = now() from found
					where session.sid = found.sid and found.seen_at <= now() - interval '1 minute'
				)
				select data from found`
				.execute(db)
				.then(({ rows: [row] }) => done(null, (row?.data as never) ?? null), done);
		},
		set(sid, session, done) {
			const { personId, accountId, halfway } = session as Kept;
			const row = {
				person_id: personId ?? null,
				account_id: accountId ?? halfway?.accountId ?? null,
				data: JSON.stringify(session),
			};
			db.insertInto("session")
				.values({ sid, ...row, expires_at: expiry(session.cookie) })
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

/** What of a session is looked at here. */
type Kept = {
	personId?: string;
	accountId?: string;
	/** Who has shown a password and has yet to show a second factor. */
	halfway?: { accountId: string };
};

/** A place where somebody is signed in. */
export type SignedInSession = {
	id: string;
	begunAt: Temporal.Instant;
	/** To the minute. */
	seenAt: Temporal.Instant;
	/** Such as "Firefox on Windows"; undefined where it did not say. */
	browser: string | undefined;
	/** The one that asks. */
	isThis: boolean;
};

/** Where an account is signed in, last seen first. */
export async function listSessions(
	db: Db | Trx,
	accountId: string,
	{ sid, idleMinutes }: { sid: string; idleMinutes: number },
): Promise<SignedInSession[]> {
	const rows = await running(db, accountId, idleMinutes)
		.select([
			"id",
			"begun_at",
			"seen_at",
			"sid",
			sql<string | null>`data ->> 'browser'`.as("browser"),
		])
		.orderBy("seen_at", "desc")
		.orderBy("begun_at", "desc")
		.execute();
	return rows.map((row) => ({
		id: row.id,
		begunAt: instantOf(row.begun_at),
		seenAt: instantOf(row.seen_at),
		browser: row.browser ?? undefined,
		isThis: row.sid === sid,
	}));
}

const running = (db: Db | Trx, accountId: string, idleMinutes: number) =>
	db
		.selectFrom("session")
		.where("account_id", "=", accountId)
		.where(sql<boolean>`not data ? 'halfway'`)
		.where("expires_at", ">", sql<Date>`now()`)
		.where("seen_at", ">", sql<Date>`now() - make_interval(mins => ${idleMinutes})`);

/** For how many seconds a session has gone on, and goes on at most; undefined where it is none. */
export async function ageOfSession(
	db: Db | Trx,
	sid: string,
): Promise<{ secondsOld: number; secondsLeft: number } | undefined> {
	const row = await db
		.selectFrom("session")
		.where("sid", "=", sid)
		.select([
			sql<number>`extract(epoch from now() - begun_at)::float8`.as("old"),
			sql<number>`extract(epoch from expires_at - now())::float8`.as("left"),
		])
		.executeTakeFirst();
	return row && { secondsOld: row.old, secondsLeft: row.left };
}

/** Signs an account out in one place. @returns whether it was signed in there */
export async function deleteSession(db: Db | Trx, accountId: string, id: string): Promise<boolean> {
	const gone = await db
		.deleteFrom("session")
		.where("account_id", "=", accountId)
		.where("id", "=", id)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());

function expiry(cookie: {
	expires?: Date | string | null | undefined;
	originalMaxAge?: number | null | undefined;
}): string {
	if (!cookie.expires) throw new RangeError("A session without an end");
	return new Date(cookie.expires).toISOString();
}

/** Takes away sessions that have ended. @param idleMinutes as of the store */
export async function deleteEndedSessions(
	db: Db | Trx,
	idleMinutes = defaultIdleMinutes,
): Promise<void> {
	await db
		.deleteFrom("session")
		.where((where) =>
			where.or([
				where("expires_at", "<=", sql<Date>`now()`),
				where("seen_at", "<=", sql<Date>`now() - make_interval(mins => ${idleMinutes})`),
			]),
		)
		.execute();
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

/** Signs somebody out everywhere: their password is another now, or they asked for it. @param but the one that asks */
/** Everybody who acts for somebody of a partnership is signed out, wherever they are. */
export async function deleteSessionsIn(trx: Trx, partnershipId: string): Promise<void> {
	const its = trx.selectFrom("person").where("partnership_id", "=", partnershipId).select("id");
	await trx.deleteFrom("session").where("person_id", "in", its).execute();
}

export async function deleteSessionsOf(trx: Trx, accountId: string, but?: string): Promise<void> {
	await trx
		.deleteFrom("session")
		.where("account_id", "=", accountId)
		.$if(but !== undefined, (query) => query.where("sid", "<>", but as string))
		.execute();
}
