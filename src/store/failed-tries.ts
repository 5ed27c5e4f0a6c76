import { sql } from "kysely";
import type { Db, Trx } from "./db.ts";

/** How many tries may fail within a time, in seconds from the first. */
export type Limit = { max: number; within: number };

/** A try may be made, and is the `nth` of those that failed if it fails; or none may be until then. */
export type Counted =
	| { nth: number; until: Temporal.Instant; refused?: undefined }
	| { refused: Temporal.Instant };

/**
 * Counts a try before it is made, so that many at once are no way round; every instance of Concord counts here. Written at
 * once, outside any act: what failed must not take its count back with it.
 *
 * @param of a hash of what is counted
 */
export async function countTry(
	db: Db,
	of: string,
	{ max, within }: Limit,
	now: Temporal.Instant,
): Promise<Counted> {
	const at = now.toString();
	const until = now.add({ seconds: within }).toString();
	const { rows } = await sql<{ tries: number; until: Date }>`
		insert into failed_try (of, tries, until) values (${of}, 1, ${until})
		on conflict (of) do update set
			tries = case when failed_try.until <= ${at}::timestamptz then 1 else failed_try.tries + 1 end,
			until = case when failed_try.until <= ${at}::timestamptz then excluded.until else failed_try.until end
		where failed_try.until <= ${at}::timestamptz or failed_try.tries < ${max}
		returning tries, until`.execute(db);
	const [counted] = rows;
	if (counted) return { nth: counted.tries, until: instantOf(counted.until) };
	const row = await db
		.selectFrom("failed_try")
		.where("of", "=", of)
		.select("until")
		.executeTakeFirst();
	// Taken away by the nightly job in between: what may be tried again then is said to be tried again now.
	return { refused: row ? instantOf(row.until) : now };
}

/** The try was no failure. */
export async function takeTryBack(db: Db, ...of: string[]): Promise<void> {
	await db
		.updateTable("failed_try")
		.set(({ eb }) => ({ tries: eb("tries", "-", 1) }))
		.where("of", "in", of)
		.where("tries", ">", 0)
		.execute();
}

/** Forgets what was counted, because whoever it is has shown themself in another way. */
export async function forgetTries(db: Db | Trx, of: string): Promise<void> {
	await db.deleteFrom("failed_try").where("of", "=", of).execute();
}

/** Forgets those whose time has passed. */
export async function deleteOldTries(db: Db | Trx, now: Temporal.Instant): Promise<void> {
	await db.deleteFrom("failed_try").where("until", "<=", new Date(now.epochMilliseconds)).execute();
}

const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
