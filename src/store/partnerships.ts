import { sql } from "kysely";
import type { PeopleShownBy } from "../domain/difference/told/whom.ts";
import type { WorkingHours } from "../domain/people/working-hours.ts";
import type { Db, Trx } from "./db.ts";

export type Partnership = {
	id: string;
	name: string;
	/** First letters of every reference. */
	referencePrefix: string;
	/** Seconds that the partnership's clock runs ahead of the real one; 0 but in rehearsal. */
	clockAhead: number;
	/** When its people are reminded. */
	workingHours: WorkingHours;
	/** How lists and headings name whom a difference is about. */
	peopleShownBy: PeopleShownBy;
	/** Counts from 1 to one less than this are hidden in reports that leave the Business Unit. */
	smallNumbersBelow: number;
};

const columns = [
	"id",
	"name",
	"reference_prefix",
	"clock_ahead",
	"remind_from",
	"remind_until",
	"people_shown_by",
	"small_numbers_below",
] as const;

export async function findPartnership(db: Db | Trx, id: string): Promise<Partnership | undefined> {
	const row = await db
		.selectFrom("partnership")
		.where("id", "=", id)
		.select(columns)
		.executeTakeFirst();
	return row && toPartnership(row);
}

export async function listPartnerships(db: Db | Trx): Promise<Partnership[]> {
	const rows = await db.selectFrom("partnership").select(columns).orderBy("name").execute();
	return rows.map(toPartnership);
}

/** Nobody else adds a partnership until `trx` ends. */
export async function lockPartnerships(trx: Trx): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('concord partnerships'))`.execute(trx);
}

/** Its people are reminded at the usual hours until others are set. */
export async function savePartnership(
	trx: Trx,
	partnership: Omit<Partnership, "workingHours" | "peopleShownBy" | "smallNumbersBelow">,
): Promise<void> {
	await trx
		.insertInto("partnership")
		.values({
			id: partnership.id,
			name: partnership.name,
			reference_prefix: partnership.referencePrefix,
			clock_ahead: partnership.clockAhead,
		})
		.execute();
}

/** @param seconds how far ahead of the real clock the partnership's runs from now on */
export async function saveClockAhead(trx: Trx, id: string, seconds: number): Promise<void> {
	await trx.updateTable("partnership").set({ clock_ahead: seconds }).where("id", "=", id).execute();
}

export async function saveWorkingHours(
	trx: Trx,
	id: string,
	{ from, until }: WorkingHours,
): Promise<void> {
	await trx
		.updateTable("partnership")
		.set({ remind_from: from, remind_until: until })
		.where("id", "=", id)
		.execute();
}

export async function savePeopleShownBy(trx: Trx, id: string, by: PeopleShownBy): Promise<void> {
	await trx.updateTable("partnership").set({ people_shown_by: by }).where("id", "=", id).execute();
}

export async function saveSmallNumbersBelow(trx: Trx, id: string, below: number): Promise<void> {
	await trx
		.updateTable("partnership")
		.set({ small_numbers_below: below })
		.where("id", "=", id)
		.execute();
}

const toPartnership = (row: {
	id: string;
	name: string;
	reference_prefix: string;
	clock_ahead: number;
	remind_from: string;
	remind_until: string;
	people_shown_by: PeopleShownBy;
	small_numbers_below: number;
}): Partnership => ({
	id: row.id,
	name: row.name,
	referencePrefix: row.reference_prefix,
	clockAhead: row.clock_ahead,
	workingHours: {
		from: row.remind_from.slice(0, 5),
		until: row.remind_until.slice(0, 5),
	},
	peopleShownBy: row.people_shown_by,
	smallNumbersBelow: row.small_numbers_below,
});
