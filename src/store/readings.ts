import { sql } from "kysely";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Db, Trx } from "./db.ts";

/** Notes that somebody opened a difference. */
export async function addReading(
	trx: Trx,
	viewer: Viewer,
	reading: { differenceId: string; what: string; at: string },
): Promise<void> {
	await trx
		.insertInto("reading")
		.values({
			partnership_id: viewer.partnershipId,
			person_id: viewer.id,
			difference_id: reading.differenceId,
			what: reading.what,
			at: reading.at,
		})
		.execute();
}

/** What somebody opened of a difference: the page or document, and when, as an ISO instant. */
export type WasRead = { what: string; at: string };

/** What somebody opened of a difference in a time, the earliest first. @param of `from` and `until` are ISO instants */
export async function listReadingsOf(
	db: Db | Trx,
	of: { differenceId: string; personId: string; from: string; until: string },
): Promise<WasRead[]> {
	const rows = await db
		.selectFrom("reading")
		.where("difference_id", "=", of.differenceId)
		.where("person_id", "=", of.personId)
		.where("at", ">=", new Date(of.from))
		.where("at", "<=", new Date(of.until))
		.orderBy("id")
		.select(["what", "at"])
		.execute();
	return rows.map(({ what, at }) => ({ what, at: at.toISOString() }));
}

/** How far the clock may be behind the record before it is called wrong: it is set by a second or two every day. */
const tolerance = { minutes: 1 };

/**
 * Whether this machine's clock went back: it shows a time before the one at which the record was last read.
 *
 * @param now the real time, as this machine has it
 */
export async function isBeforeLastReading(db: Db | Trx, now: Temporal.Instant): Promise<boolean> {
	const latest = await db
		.selectFrom((from) =>
			from
				.selectFrom("reading")
				.innerJoin("partnership", "partnership.id", "reading.partnership_id")
				.orderBy("reading.id", "desc")
				// What was read since the clock went back has its time, so the last alone would not tell.
				.limit(1000)
				.select(["reading.at", "partnership.clock_ahead"])
				.as("latest"),
		)
		.select(sql<Date | null>`max(at - make_interval(secs => clock_ahead))`.as("at"))
		.executeTakeFirst();
	if (!latest?.at) return false;
	const then = Temporal.Instant.from(latest.at.toISOString());
	return Temporal.Instant.compare(now.add(tolerance), then) < 0;
}
