import type { Viewer } from "../domain/people/viewer.ts";
import { officesRead } from "../domain/people/viewer.ts";
import type { Db, Trx } from "./db.ts";

/** A part of the log that somebody wants to see again. */
export type LogView = {
	id: string;
	/** As in the address of the log. */
	query: string;
	/** Everybody who reads in the office sees it; else whoever saved it alone. */
	isShared: boolean;
	/** Whether it was saved by who asks. */
	isOwn: boolean;
};

const seenBy = (db: Db | Trx, viewer: Viewer) =>
	db
		.selectFrom("log_view")
		.where("partnership_id", "=", viewer.partnershipId)
		.where((where) =>
			where.or([
				where.and([where("office", "is", null), where("person_id", "=", viewer.id)]),
				...(officesRead(viewer).length > 0 ? [where("office", "in", officesRead(viewer))] : []),
			]),
		);

/** The views that somebody saved or that are shared in an office that they read in, the oldest first. */
export async function listLogViews(db: Db | Trx, viewer: Viewer): Promise<LogView[]> {
	const rows = await seenBy(db, viewer)
		.orderBy("number")
		.select(["id", "query", "office", "person_id"])
		.execute();
	return rows.map(({ id, query, office, person_id }) => ({
		id,
		query,
		isShared: office !== null,
		isOwn: person_id === viewer.id,
	}));
}

/** Saved once: a second time changes nothing. @param at ISO instant */
export async function addLogView(
	trx: Trx,
	view: {
		id: string;
		partnershipId: string;
		personId: string;
		office: string | null;
		query: string;
		at: string;
	},
): Promise<void> {
	await trx
		.insertInto("log_view")
		.values({
			id: view.id,
			partnership_id: view.partnershipId,
			person_id: view.personId,
			office: view.office,
			query: view.query,
			saved_at: view.at,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** @returns whether there was one that this person may remove: their own, or one of an office that they hold */
export async function deleteLogView(trx: Trx, viewer: Viewer, id: string): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom("log_view")
		.where("id", "=", id)
		.where("partnership_id", "=", viewer.partnershipId)
		.where((where) =>
			where.or([
				where("person_id", "=", viewer.id),
				...(viewer.offices.length > 0 ? [where("office", "in", viewer.offices)] : []),
			]),
		)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}
