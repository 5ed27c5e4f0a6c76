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
