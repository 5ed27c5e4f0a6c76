import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { OwnDays } from "../domain/calendar/calendar.ts";
import type { Db, Trx } from "./db.ts";

/** A change of a partnership's calendar: proposed, or applied and then one of its versions for ever. */
export type CalendarChange = {
	id: string;
	/** 1 and up once it applies. */
	number: number | null;
	/** The number in force when it was proposed. */
	basedOn: number;
	how: "entered" | "imported" | "refreshed" | "undone";
	/** Why, or where it is published. */
	why: string;
	/** All of the partnership's own days as the change leaves them. */
	days: OwnDays;
	/** Who proposed and who applied it, by name; null for Concord itself. */
	proposedBy: string | null;
	appliedBy: string | null;
	/** ISO instants. */
	proposedAt: string;
	appliedAt: string | null;
	/** How many dates it moved, of how many differences. */
	moved: number | null;
	differences: number | null;
};

const changes = (db: Db | Trx, partnershipId: string) =>
	db
		.selectFrom("calendar_change as change")
		.leftJoin("person as proposer", "proposer.id", "change.proposed_by")
		.leftJoin("person as applier", "applier.id", "change.applied_by")
		.where("change.partnership_id", "=", partnershipId)
		.selectAll("change")
		.select(["proposer.name as proposer_name", "applier.name as applier_name"]);

type Row = Awaited<ReturnType<ReturnType<typeof changes>["executeTakeFirstOrThrow"]>>;

const toChange = (row: Row): CalendarChange => ({
	id: row.id,
	number: row.number,
	basedOn: row.based_on,
	how: row.how,
	why: row.why,
	days: row.days as OwnDays,
	proposedBy: row.proposer_name,
	appliedBy: row.applier_name,
	proposedAt: row.proposed_at.toISOString(),
	appliedAt: row.applied_at?.toISOString() ?? null,
	moved: row.moved,
	differences: row.differences,
});

/** Keeps a change that nobody has applied yet. @returns its identifier */
export async function addCalendarChange(
	trx: Trx,
	proposed: Pick<CalendarChange, "basedOn" | "how" | "why" | "days"> & {
		partnershipId: string;
		/** Null: Concord itself. */
		by: string | null;
		at: string;
	},
): Promise<string> {
	const id = randomUUID();
	await trx
		.insertInto("calendar_change")
		.values({
			id,
			partnership_id: proposed.partnershipId,
			based_on: proposed.basedOn,
			how: proposed.how,
			why: proposed.why,
			days: JSON.stringify(proposed.days),
			proposed_by: proposed.by,
			proposed_at: proposed.at,
		})
		.execute();
	return id;
}

export async function findCalendarChange(
	db: Db | Trx,
	partnershipId: string,
	id: string,
): Promise<CalendarChange | undefined> {
	const row = await changes(db, partnershipId).where("change.id", "=", id).executeTakeFirst();
	return row && toChange(row);
}

/** A version of a partnership's calendar; undefined for 0, which comes with Concord. */
export async function findCalendarVersion(
	db: Db | Trx,
	partnershipId: string,
	number: number,
): Promise<CalendarChange | undefined> {
	const row = await changes(db, partnershipId)
		.where("change.number", "=", number)
		.executeTakeFirst();
	return row && toChange(row);
}

/** Every version of a partnership's calendar, the newest first. */
export async function listCalendarVersions(
	db: Db | Trx,
	partnershipId: string,
): Promise<CalendarChange[]> {
	const rows = await changes(db, partnershipId)
		.where("change.number", "is not", null)
		.orderBy("change.number", "desc")
		.execute();
	return rows.map(toChange);
}

/**
 * What a list at the configured address would change, and waits for a person to look at it.
 *
 * @param number the version in force: what was made from an older one waits no more
 */
export async function findWaitingChange(
	db: Db | Trx,
	partnershipId: string,
	number: number,
): Promise<CalendarChange | undefined> {
	const row = await changes(db, partnershipId)
		.where("change.number", "is", null)
		.where("change.how", "=", "refreshed")
		.where("change.based_on", "=", number)
		.orderBy("change.proposed_at", "desc")
		.executeTakeFirst();
	return row && toChange(row);
}

/** Takes back what waits for a person to look at it: the list says something else now. */
export async function deleteWaitingChanges(trx: Trx, partnershipId: string): Promise<void> {
	await trx
		.deleteFrom("calendar_change")
		.where("partnership_id", "=", partnershipId)
		.where("number", "is", null)
		.where("how", "=", "refreshed")
		.execute();
}

/** How long a change is kept that nobody applies. */
const keptProposed = "30 days";

/** Makes a proposed change a version. */
export async function saveCalendarVersion(
	trx: Trx,
	partnershipId: string,
	applied: {
		id: string;
		number: number;
		/** Null: Concord itself. */
		by: string | null;
		at: string;
		moved: number;
		differences: number;
	},
): Promise<void> {
	await trx
		.updateTable("calendar_change")
		.set({
			number: applied.number,
			applied_by: applied.by,
			applied_at: applied.at,
			moved: applied.moved,
			differences: applied.differences,
		})
		.where("id", "=", applied.id)
		.execute();
	await trx
		.deleteFrom("calendar_change")
		.where("partnership_id", "=", partnershipId)
		.where("number", "is", null)
		.where("proposed_at", "<", sql<Date>`${applied.at}::timestamptz - ${keptProposed}::interval`)
		.execute();
}
