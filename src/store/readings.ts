import { sql } from "kysely";
import type { ReadingHour } from "../domain/people/unusual-reading.ts";
import { headOf, type Viewer } from "../domain/people/viewer.ts";
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
 * @param partnershipId by what was read in this partnership; left out, in any, for who asks across all of them
 */
export async function isBeforeLastReading(
	db: Db | Trx,
	now: Temporal.Instant,
	partnershipId?: string,
): Promise<boolean> {
	const latest = await db
		.selectFrom((from) =>
			from
				.selectFrom("reading")
				.innerJoin("partnership", "partnership.id", "reading.partnership_id")
				// Else all that was read elsewhere since would be passed over, one by one.
				.$if(partnershipId !== undefined, (query) =>
					query.where("reading.partnership_id", "=", partnershipId ?? ""),
				)
				.orderBy("reading.id", "desc")
				// What was read since the clock went back has its time, so the last alone would not tell.
				.limit(sql.lit(1000))
				.select(["reading.at", "partnership.clock_ahead"])
				.as("latest"),
		)
		.select(sql<Date | null>`max(at - make_interval(secs => clock_ahead))`.as("at"))
		.executeTakeFirst();
	if (!latest?.at) return false;
	const then = Temporal.Instant.from(latest.at.toISOString());
	return Temporal.Instant.compare(now.add(tolerance), then) < 0;
}

/** That somebody opened a difference on a day: how often, from when until when, and what kinds of pages; never what stood there. */
export type Looked = {
	personId: string;
	person: string;
	jobTitle: string;
	agency: string;
	/** ISO instants. */
	first: string;
	last: string;
	times: number;
	/** As they were noted, such as `difference`, `form.pdf`, `file …`. */
	what: string[];
};

/**
 * Who looked at a difference, by day, the latest first.
 *
 * @param agency of this agency’s people alone
 * @param most so many at most; null for all of them
 */
export async function listWhoLooked(
	db: Db | Trx,
	partnershipId: string,
	{
		difference,
		agency,
		most,
	}: { difference: string; agency: string | undefined; most: number | null },
): Promise<Looked[]> {
	const { rows } = await sql<Omit<Looked, "first" | "last"> & { first: Date; last: Date }>`
		select person.id as "personId", person.name as person, person.job_title as "jobTitle", agency.name as agency,
			min(reading.at) as first, max(reading.at) as last, count(*)::int as times,
			array_agg(distinct split_part(reading.what, ' ', 1)) as what
		from reading join person on person.id = reading.person_id join agency on agency.id = person.agency_id
		where reading.partnership_id = ${partnershipId} and reading.difference_id = ${difference}
			and ${agency === undefined ? sql`true` : sql`person.agency_id = ${agency}`}
		group by person.id, agency.id, (reading.at at time zone 'Europe/London')::date
		order by max(reading.at) desc, person.name, person.id limit ${most}`.execute(db);
	return rows.map((row) => ({
		...row,
		first: row.first.toISOString(),
		last: row.last.toISOString(),
	}));
}

/**
 * Who looked at what since an instant, by the hour. Of offices those count that are a side of the difference, and their heads,
 * who read as they do: others have no part in it.
 *
 * @param since ISO instant
 */
export async function listReadingHours(
	db: Db | Trx,
	partnershipId: string,
	since: string,
): Promise<ReadingHour[]> {
	const { rows } = await sql<ReadingHour>`
		with hours as (
			select person_id, difference_id, to_char(at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24') as hour, count(*)::int as times
			from reading where partnership_id = ${partnershipId} and at >= ${since}::timestamptz
			group by 1, 2, 3
		)
		select hours.person_id as person, hours.difference_id as difference, hour, times,
			(exists (select from difference_party party where party.difference_id = hours.difference_id
					and (party.office = any(person.offices) or party.office || ${headOf("")}::text = any(person.offices)))
				or exists (select from difference_person named where named.difference_id = hours.difference_id and named.person_id = hours.person_id)
				or exists (select from event where event.difference_id = hours.difference_id and event.by_person = hours.person_id)) as "isOfTheCase",
			to_char(difference.ended_at at time zone 'Europe/London', 'YYYY-MM-DD') as "endedOn"
		from hours join person on person.id = hours.person_id join difference on difference.id = hours.difference_id`.execute(
		db,
	);
	return rows;
}

/** Notes that differences were found by somebody who looked for a child: each that they were shown. In order, so that two who look at once do not wait for each other. */
export async function addFound(
	trx: Trx,
	viewer: Viewer,
	differences: readonly string[],
	at: string,
): Promise<void> {
	const found = [...new Set(differences)].sort();
	if (found.length === 0) return;
	await trx
		.insertInto("reading")
		.values(
			found.map((differenceId) => ({
				partnership_id: viewer.partnershipId,
				person_id: viewer.id,
				difference_id: differenceId,
				what: "found-by-name",
				at,
			})),
		)
		.execute();
}
