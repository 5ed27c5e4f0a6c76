import { randomUUID } from "node:crypto";
import type { Db, Trx } from "./db.ts";

/** A list of bank holidays that was not believed, until a good one comes. */
export type CalendarAlert = {
	id: string;
	/** ISO instants: when it was seen first and last. */
	raisedAt: string;
	lastAt: string;
	/** What is wrong, in sentences. */
	faults: string[];
	acknowledged: boolean;
};

/** The alert of a partnership that no good list has cleared. */
export async function findCalendarAlert(
	db: Db | Trx,
	partnershipId: string,
): Promise<CalendarAlert | undefined> {
	const row = await db
		.selectFrom("calendar_alert")
		.where("partnership_id", "=", partnershipId)
		.where("cleared_at", "is", null)
		.orderBy("raised_at", "desc")
		.selectAll()
		.executeTakeFirst();
	return (
		row && {
			id: row.id,
			raisedAt: row.raised_at.toISOString(),
			lastAt: row.last_at.toISOString(),
			faults: row.faults,
			acknowledged: row.acknowledged_at !== null,
		}
	);
}

/** Raises an alert. The same faults again are the same alert, and stay acknowledged; others are a new one. */
export async function raiseCalendarAlert(
	trx: Trx,
	partnershipId: string,
	faults: string[],
	at: string,
): Promise<void> {
	const open = await findCalendarAlert(trx, partnershipId);
	if (open && JSON.stringify(open.faults) === JSON.stringify(faults)) {
		await trx
			.updateTable("calendar_alert")
			.set({ last_at: at })
			.where("id", "=", open.id)
			.execute();
		return;
	}
	await clearCalendarAlerts(trx, partnershipId, at);
	await trx
		.insertInto("calendar_alert")
		.values({
			id: randomUUID(),
			partnership_id: partnershipId,
			raised_at: at,
			last_at: at,
			faults,
		})
		.execute();
}

export async function clearCalendarAlerts(
	trx: Trx,
	partnershipId: string,
	at: string,
): Promise<void> {
	await trx
		.updateTable("calendar_alert")
		.set({ cleared_at: at })
		.where("partnership_id", "=", partnershipId)
		.where("cleared_at", "is", null)
		.execute();
}

export async function saveAlertAcknowledged(
	trx: Trx,
	partnershipId: string,
	by: string,
	at: string,
): Promise<void> {
	await trx
		.updateTable("calendar_alert")
		.set({ acknowledged_by: by, acknowledged_at: at })
		.where("partnership_id", "=", partnershipId)
		.where("cleared_at", "is", null)
		.where("acknowledged_at", "is", null)
		.execute();
}
