/** What was disposed of: doing it, the certificates, and what goes by itself when its time is over. */
import { sql } from "kysely";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { answersForAgency, officesRead, type Viewer } from "../domain/people/viewer.ts";
import type { Db, Trx } from "./db.ts";
import { deleteUnsentFile } from "./files.ts";

/** What shows that something was disposed of: it names no child. */
export type Certificate = {
	id: string;
	partnershipId: string;
	number: number;
	differenceId: string;
	reference: string;
	/** Of the people of which agencies that look for it are told. */
	agencies: string[];
	rule: string;
	scheduleVersion: number;
	dueOn: IsoDay;
	/** ISO instants. */
	decidedBy: string;
	decidedAt: string;
	confirmedBy: string;
	disposedAt: string;
	/** Null unless a backup had brought it back. */
	againAt: string | null;
};

/** A certificate as it is read: with how many rows of what were removed. */
export type ReadCertificate = Certificate & {
	rows: Record<string, number>;
	/** By their names today. */
	decider: string;
	confirmer: string;
};

/** The agencies between which a difference is, and those that are involved besides. */
export async function listAgenciesIn(db: Db | Trx, differenceId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("difference_party")
		.where("difference_id", "=", differenceId)
		.where("agency_id", "is not", null)
		.select("agency_id")
		.distinct()
		.execute();
	const own = await db
		.selectFrom("difference")
		.where("id", "=", differenceId)
		.select("raising_agency_id")
		.executeTakeFirst();
	return [
		...new Set([
			...(own ? [own.raising_agency_id] : []),
			...rows.flatMap(({ agency_id }) => agency_id ?? []),
		]),
	].sort();
}

/**
 * Writes the certificate and removes what it is about: its key and its record, what was written, sent and derived. The
 * database itself refuses where it is open or on hold.
 */
export async function disposeOf(trx: Trx, certificate: Certificate): Promise<void> {
	await trx
		.insertInto("disposal")
		.values({
			id: certificate.id,
			partnership_id: certificate.partnershipId,
			number: certificate.number,
			difference_id: certificate.differenceId,
			reference: certificate.reference,
			agencies: certificate.agencies,
			rule: certificate.rule,
			schedule_version: certificate.scheduleVersion,
			due_on: certificate.dueOn,
			decided_by: certificate.decidedBy,
			decided_at: certificate.decidedAt,
			confirmed_by: certificate.confirmedBy,
			disposed_at: certificate.disposedAt,
			again_at: certificate.againAt,
		})
		.execute();
	await sql`select dispose_of(${certificate.differenceId}::uuid)`.execute(trx);
}

const certificates = (db: Db | Trx) =>
	(db as Db)
		.selectFrom("disposal")
		.leftJoin("person as decider", "decider.id", "disposal.decided_by")
		.leftJoin("person as confirmer", "confirmer.id", "disposal.confirmed_by")
		.selectAll("disposal")
		.select(["decider.name as decider", "confirmer.name as confirmer"]);

const toCertificate = (
	row: Awaited<ReturnType<ReturnType<typeof certificates>["execute"]>>[number],
): ReadCertificate => ({
	id: row.id,
	partnershipId: row.partnership_id,
	number: row.number,
	differenceId: row.difference_id,
	reference: row.reference,
	agencies: row.agencies,
	rule: row.rule,
	scheduleVersion: row.schedule_version,
	dueOn: row.due_on,
	decidedBy: row.decided_by,
	decidedAt: row.decided_at.toISOString(),
	confirmedBy: row.confirmed_by,
	disposedAt: row.disposed_at.toISOString(),
	againAt: row.again_at?.toISOString() ?? null,
	rows: (row.rows ?? {}) as Record<string, number>,
	decider: row.decider ?? "Somebody who is not in the directory",
	confirmer: row.confirmer ?? "Somebody who is not in the directory",
});

/** Every certificate of a partnership, the latest first. */
export async function listCertificates(
	db: Db | Trx,
	partnershipId: string,
): Promise<ReadCertificate[]> {
	const rows = await certificates(db)
		.where("disposal.partnership_id", "=", partnershipId)
		.orderBy("disposal.number", "desc")
		.execute();
	return rows.map(toCertificate);
}

/** Every certificate of every partnership, the oldest first: for the list that is kept outside the database. */
export async function listEveryCertificate(db: Db | Trx): Promise<Certificate[]> {
	const rows = await certificates(db).orderBy("disposal.disposed_at").execute();
	return rows.map(toCertificate);
}

/**
 * When a difference was disposed of, for somebody of an agency that was in it who answers for that, or of an office; undefined
 * for everybody else, as if there had been none.
 */
export async function findDisposed(
	db: Db | Trx,
	viewer: Viewer,
	differenceId: string,
): Promise<Pick<Certificate, "reference" | "disposedAt"> | undefined> {
	const row = await db
		.selectFrom("disposal")
		.where("difference_id", "=", differenceId)
		.where("partnership_id", "=", viewer.partnershipId)
		.select(["reference", "disposed_at", "agencies"])
		.executeTakeFirst();
	if (!row || viewer.onlyIn !== undefined) return undefined;
	const mayKnow =
		(answersForAgency(viewer) && row.agencies.includes(viewer.agencyId)) ||
		officesRead(viewer).includes("business-unit");
	return mayKnow
		? { reference: row.reference, disposedAt: row.disposed_at.toISOString() }
		: undefined;
}

/** Those of these that are there. */
export async function listStillThere(db: Db | Trx, ids: readonly string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom("difference")
		.where(sql<boolean>`id = any(${ids}::uuid[])`)
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}

/** Removes drafts that nobody has touched since an instant, with the files that were chosen for them. @returns how many */
export async function disposeOfDrafts(
	trx: Trx,
	partnershipId: string,
	before: string,
): Promise<number> {
	const { numDeletedRows } = await trx
		.deleteFrom("draft")
		.where("partnership_id", "=", partnershipId)
		.where("saved_at", "<", sql<Date>`${before}::timestamptz`)
		.where(
			sql<boolean>`(difference_id is null or not exists (select from legal_hold
				where legal_hold.difference_id = draft.difference_id and lifted_at is null))`,
		)
		.executeTakeFirst();
	const files = await trx
		.selectFrom("file_draft")
		.where("partnership_id", "=", partnershipId)
		.where("added_at", "<", sql<Date>`${before}::timestamptz`)
		// Chosen for a draft that somebody goes on with, it is kept with it.
		.where(
			sql<boolean>`not exists (select from draft where draft.page = file_draft.page
				and draft.difference_id is not distinct from file_draft.difference_id
				and draft.owner_id is not distinct from file_draft.owner_id)`,
		)
		.where(
			sql<boolean>`(difference_id is null or not exists (select from legal_hold
				where legal_hold.difference_id = file_draft.difference_id and lifted_at is null))`,
		)
		.select("file_id")
		.execute();
	for (const { file_id } of files) await deleteUnsentFile(trx, file_id);
	return Number(numDeletedRows) + files.length;
}

/**
 * Removes messages that left before an instant. What somebody was reminded of in an open difference stays: it tells that
 * they were, so that they are not reminded of it again; and so does what is on hold.
 *
 * @returns how many
 */
export async function disposeOfMessages(
	trx: Trx,
	partnershipId: string,
	before: string,
): Promise<number> {
	const old = trx
		.selectFrom("message")
		.where("message.partnership_id", "=", partnershipId)
		.where("message.state", "<>", "waiting")
		.where("message.created_at", "<", sql<Date>`${before}::timestamptz`)
		.where(
			sql<boolean>`not exists (select from reminder join difference on difference.id = reminder.difference_id
				where reminder.message_id = message.id and difference.status = 'open')`,
		)
		.where(
			sql<boolean>`(message.difference_id is null or not exists (select from legal_hold
				where legal_hold.difference_id = message.difference_id and lifted_at is null))`,
		)
		.select("message.id");
	const ids = (await old.execute()).map(({ id }) => id);
	if (ids.length === 0) return 0;
	await trx.deleteFrom("reminder").where(sql<boolean>`message_id = any(${ids}::uuid[])`).execute();
	await trx.deleteFrom("message").where(sql<boolean>`id = any(${ids}::uuid[])`).execute();
	return ids.length;
}

/** Notes how much of a kind went by itself on a day. */
export async function addDisposedByItself(
	trx: Trx,
	partnershipId: string,
	of: { kind: string; onDay: IsoDay; scheduleVersion: number; rows: number },
): Promise<void> {
	await trx
		.insertInto("disposed_by_itself")
		.values({
			partnership_id: partnershipId,
			kind: of.kind,
			on_day: of.onDay,
			schedule_version: of.scheduleVersion,
			rows: of.rows,
		})
		.onConflict((conflict) =>
			conflict
				.columns(["partnership_id", "kind", "on_day", "schedule_version"])
				.doUpdateSet({ rows: sql`disposed_by_itself.rows + excluded.rows` }),
		)
		.execute();
}

/** The latest first. */
export async function listDisposedByItself(
	db: Db | Trx,
	partnershipId: string,
): Promise<{ kind: string; onDay: IsoDay; rows: number }[]> {
	const rows = await db
		.selectFrom("disposed_by_itself")
		.where("partnership_id", "=", partnershipId)
		.orderBy("on_day", "desc")
		.orderBy("kind")
		.limit(100)
		.select(["kind", "on_day", "rows"])
		.execute();
	return rows.map(({ kind, on_day, rows: removed }) => ({ kind, onDay: on_day, rows: removed }));
}

/**
 * Writes the table of keys anew, without what was removed from it. It takes a moment, in which no key is read.
 *
 * @returns no where somebody holds it
 */
export async function writeKeysAnew(db: Db): Promise<boolean> {
	const { rows } = await sql<{ done: boolean }>`select write_keys_anew() as done`.execute(db);
	return rows[0]?.done === true;
}
