/** Who leaves: what is theirs and of nobody else, and what is taken from them when they have left. */
import { sql } from "kysely";
import type { Viewer } from "../domain/people/viewer.ts";
import { askForAllPeople, type Db, type Trx } from "./db.ts";
import { visibleDifferences } from "./differences.ts";
import { deleteSessionsOf } from "./sessions.ts";

/** Somebody who is to leave. ISO days. */
export type Leaving = {
	personId: string;
	lastDay: string;
	/** Who gets what is theirs; null for whoever answers in their role. */
	to: string | null;
	arrangedBy: string | null;
	remindedOn: string | null;
};

export async function findLeaving(db: Db | Trx, personId: string): Promise<Leaving | undefined> {
	const row = await db
		.selectFrom("leaving")
		.where("person_id", "=", personId)
		.where("left_at", "is", null)
		.selectAll()
		.executeTakeFirst();
	return row && toLeaving(row);
}

/** Who of a partnership is to leave. @param before ISO day: only those whose last day lies before it */
export async function listLeaving(
	db: Db | Trx,
	partnershipId: string,
	before?: string,
): Promise<Leaving[]> {
	const rows = await db
		.selectFrom("leaving")
		.where("partnership_id", "=", partnershipId)
		.where("left_at", "is", null)
		.$if(before !== undefined, (query) => query.where("last_day", "<", before ?? ""))
		.orderBy("last_day")
		.orderBy("person_id")
		.selectAll()
		.execute();
	return rows.map(toLeaving);
}

const toLeaving = (row: {
	person_id: string;
	last_day: string;
	to_person: string | null;
	arranged_by: string | null;
	reminded_on: string | null;
}): Leaving => ({
	personId: row.person_id,
	lastDay: row.last_day,
	to: row.to_person,
	arrangedBy: row.arranged_by,
	remindedOn: row.reminded_on,
});

/** Says that somebody leaves, in the place of what was said before. @param at ISO instant */
export async function saveLeaving(
	trx: Trx,
	partnershipId: string,
	{ personId, lastDay, to, arrangedBy }: Omit<Leaving, "remindedOn">,
	at: string,
): Promise<void> {
	const row = {
		last_day: lastDay,
		to_person: to,
		arranged_by: arrangedBy,
		arranged_at: at,
		left_at: null,
		reminded_on: null,
	};
	await trx
		.insertInto("leaving")
		.values({ person_id: personId, partnership_id: partnershipId, ...row })
		.onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
		.execute();
}

/** They stay. @returns false where nobody had said that they leave */
export async function deleteLeaving(trx: Trx, personId: string): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom("leaving")
		.where("person_id", "=", personId)
		.where("left_at", "is", null)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

export async function saveRemindedOfLeaving(
	trx: Trx,
	personId: string,
	day: string,
): Promise<void> {
	await trx
		.updateTable("leaving")
		.set({ reminded_on: day })
		.where("person_id", "=", personId)
		.execute();
}

/** Differences that still go on, or in which something is still owed, and in which somebody is named or owes something. */
const theirs = (personId: string) => sql<boolean>`(
	(exists (select from difference_person who where who.difference_id = difference.id and who.person_id = ${personId})
		or exists (select from open_step o where o.difference_id = difference.id and o.person_id = ${personId}))
	and (difference.status = 'open' or difference.opens_at is not null
		or exists (select from open_step o where o.difference_id = difference.id)
		or exists (select from record_owed r where r.difference_id = difference.id)))`;

/** The differences in which somebody has a part that is to be handed over, always in the same order. */
export async function listDifferencesOf(db: Db | Trx, personId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("difference")
		.where(theirs(personId))
		.orderBy("id")
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}

/** What somebody owes by themself, as far as whoever asks may read of it: of other differences nothing is counted. */
export type OwedByPerson = {
	records: number;
	questions: number;
	actions: number;
	drafts: number;
	/** Whom they stand in for. */
	deputyFor: Named[];
	/** The differences in which they are named, with the steps that are theirs to do there. */
	differences: { id: string; reference: string; steps: number }[];
};

type Named = { id: string; name: string };

/** What `viewer` may know of what somebody owes. A count over differences that they may not read would tell of them. */
export async function findOwedBy(
	db: Db | Trx,
	viewer: Viewer,
	personId: string,
): Promise<OwedByPerson> {
	const differences = await visibleDifferences(db, viewer)
		.where(theirs(personId))
		.groupBy(["difference.id", "difference.reference"])
		.orderBy("difference.reference")
		.select(["difference.id", "difference.reference"])
		.select(
			sql<number>`(select count(*) from open_step o where o.difference_id = difference.id and o.person_id = ${personId})::int`.as(
				"steps",
			),
		)
		.execute();
	const readable = visibleDifferences(db, viewer).select("difference.id");
	const { rows } = await sql<Pick<OwedByPerson, "records" | "questions" | "actions" | "drafts">>`
		select
			(select count(*) from record_owed where person_id = ${personId} and difference_id in (${readable}))::int as records,
			(select count(*) from open_question q join difference_person who
				on who.difference_id = q.difference_id and who.side = q.side
				where who.person_id = ${personId} and q.difference_id in (${readable}))::int as questions,
			(select count(*) from learning_action where person_id = ${personId} and state = 'open')::int as actions,
			(select count(*) from draft where owner_id = ${personId}
				and (difference_id is null or difference_id in (${readable})))::int as drafts`.execute(db);
	const counts = rows[0] ?? { records: 0, questions: 0, actions: 0, drafts: 0 };
	return { ...counts, deputyFor: await listWhomTheyStandInFor(db, personId), differences };
}

/** For whom somebody stands in who is still there. */
export const listWhomTheyStandInFor = (db: Db | Trx, personId: string): Promise<Named[]> =>
	(db as Db)
		.selectFrom("deputy")
		.innerJoin("person", "person.id", "deputy.person_id")
		.where("deputy.deputy_id", "=", personId)
		.where("person.left_at", "is", null)
		.orderBy("person.name")
		.select(["person.id", "person.name"])
		.execute();

/**
 * Gives what stands outside the record to whoever has it now: actions, and texts that were begun. A text for whose place the
 * other has one of their own stays where it is.
 *
 * @param to null: an action is then for whoever answers for the agency
 * @param reader who gets what was begun, and may read it; null where nobody is there to get it: it is kept
 */
export async function handOverOwn(
	trx: Trx,
	from: string,
	{ to, reader }: { to: string | null; reader: string | null },
): Promise<void> {
	await trx
		.updateTable("learning_action")
		.set({ person_id: to })
		.where("person_id", "=", from)
		.where("state", "=", "open")
		.execute();
	if (reader === null) return;
	await askForAllPeople(trx);
	await sql`
		with moved as (
			update draft set owner_id = ${reader}
			where owner_id = ${from} and not exists (
				select from draft other where other.owner_id = ${reader} and other.page = draft.page
					and other.difference_id is not distinct from draft.difference_id)
			returning page, difference_id)
		update file_draft set owner_id = ${reader}
		from moved
		where file_draft.owner_id = ${from} and file_draft.page = moved.page
			and file_draft.difference_id is not distinct from moved.difference_id`.execute(trx);
}

/** Differences that somebody of an office had taken are the whole office's again. */
export async function giveBackTaken(trx: Trx, personId: string): Promise<void> {
	await trx.deleteFrom("taken").where("person_id", "=", personId).execute();
}

/** Nobody has them as a deputy any more: `to` stands in instead, for those for whom they may. */
export async function replaceDeputy(
	trx: Trx,
	from: string,
	to: { id: string; partnershipId: string } | null,
	forWhom: readonly string[],
): Promise<void> {
	await trx.deleteFrom("deputy").where("deputy_id", "=", from).execute();
	if (to === null || forWhom.length === 0) return;
	await trx
		.insertInto("deputy")
		.values(
			forWhom.map((person_id) => ({
				person_id,
				deputy_id: to.id,
				partnership_id: to.partnershipId,
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/**
 * Somebody is nobody here from now on: they are signed out wherever they act as this, and everywhere where it was all that
 * they were; nobody stands in for them, their calendar feed is closed and their invitation opens nothing.
 *
 * @param at ISO instant
 */
export async function saveHasLeft(trx: Trx, personId: string, at: string): Promise<void> {
	const { account_id: account } = await trx
		.updateTable("person")
		.set({ left_at: at, feed_hash: null })
		.where("id", "=", personId)
		.returning("account_id")
		.executeTakeFirstOrThrow();
	await trx.updateTable("leaving").set({ left_at: at }).where("person_id", "=", personId).execute();
	await trx.deleteFrom("deputy").where("person_id", "=", personId).execute();
	await trx
		.updateTable("one_time_link")
		.set({ revoked_at: at })
		.where("person_id", "=", personId)
		.where("used_at", "is", null)
		.where("revoked_at", "is", null)
		.execute();
	await trx.deleteFrom("session").where("person_id", "=", personId).execute();
	if (account === null) return;
	const other = await trx
		.selectFrom("person")
		.where("account_id", "=", account)
		.where("left_at", "is", null)
		.select("id")
		.executeTakeFirst();
	if (!other) await deleteSessionsOf(trx, account);
}
