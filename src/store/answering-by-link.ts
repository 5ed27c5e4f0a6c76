/** People who have no account and answer in one difference by a link, and the codes that open it. */
import { randomUUID } from "node:crypto";
import type { Level } from "../domain/people/viewer.ts";
import type { Db, Trx } from "./db.ts";

/** Whoever comes by a link, as far as opening it needs. */
export type ByLink = {
	id: string;
	partnershipId: string;
	/** The one that they are to raise has not begun yet. */
	difference: string;
	name: string;
	email: string;
	/** Whether they are to raise it and have not yet. */
	isToRaise: boolean;
	/** ISO instant of their partnership’s time. */
	until: string;
};

const byLink = (db: Db | Trx) =>
	db
		.selectFrom("person")
		.where("only_in", "is not", null)
		.where("by_link_until", "is not", null)
		.where("left_at", "is", null)
		.select(["id", "partnership_id", "only_in", "name", "email", "by_link_until"])
		.select(({ exists, selectFrom }) =>
			exists(
				selectFrom("link_to_raise")
					.whereRef("link_to_raise.person_id", "=", "person.id")
					.where("raised_at", "is", null)
					.select("person_id"),
			).as("to_raise"),
		);

const toByLink = (
	row: Awaited<ReturnType<ReturnType<typeof byLink>["execute"]>>[number],
): ByLink => ({
	id: row.id,
	partnershipId: row.partnership_id,
	difference: row.only_in ?? "",
	name: row.name,
	email: row.email,
	isToRaise: row.to_raise === true,
	until: row.by_link_until?.toISOString() ?? "",
});

/** Those of these people who answer by a link, each held until `trx` ends. */
export async function lockByLink(trx: Trx, ids: readonly string[]): Promise<ByLink[]> {
	if (ids.length === 0) return [];
	// In one order, so that two who hold the same people wait for each other and go on.
	const rows = await byLink(trx).where("id", "in", ids).orderBy("id").forNoKeyUpdate().execute();
	return rows.map(toByLink);
}

/** Undefined for whoever does not, or no longer, answer by a link. */
export async function findByLink(db: Db | Trx, id: string): Promise<ByLink | undefined> {
	const row = await byLink(db).where("id", "=", id).executeTakeFirst();
	return row && toByLink(row);
}

/** Those of a partnership whose time is over at an instant of its own time. */
export async function listExpiredByLink(
	db: Db | Trx,
	partnershipId: string,
	at: string,
): Promise<ByLink[]> {
	const rows = await byLink(db)
		.where("partnership_id", "=", partnershipId)
		.where("by_link_until", "<=", new Date(at))
		.execute();
	return rows.map(toByLink);
}

/** Who of an agency has this work address in the directory; undefined for nobody. */
export async function findColleagueAt(
	trx: Trx,
	agencyId: string,
	email: string,
): Promise<string | undefined> {
	const row = await trx
		.selectFrom("person")
		.where("agency_id", "=", agencyId)
		.where("only_in", "is", null)
		.where("left_at", "is", null)
		.where((where) => where(where.fn("lower", ["email"]), "=", email.toLowerCase()))
		.select("id")
		.executeTakeFirst();
	return row?.id;
}

/**
 * Somebody is to answer by a link until an instant of the partnership’s time. Whoever did so before in the same difference
 * stays the same person; codes that they got wrong before count no more.
 *
 * @returns their identifier
 */
export async function savePersonByLink(
	trx: Trx,
	person: {
		partnershipId: string;
		agencyId: string;
		difference: string;
		name: string;
		jobTitle: string;
		email: string;
		level: Level;
		until: string;
	},
): Promise<string> {
	const values = {
		agency_id: person.agencyId,
		name: person.name,
		job_title: person.jobTitle,
		email: person.email,
		vouched_level: person.level,
		by_link_until: person.until,
		left_at: null,
	};
	const before = await trx
		.selectFrom("person")
		.where("only_in", "=", person.difference)
		.where((where) => where(where.fn("lower", ["email"]), "=", person.email.toLowerCase()))
		.select("id")
		.executeTakeFirst();
	if (before) {
		await trx.updateTable("person").set(values).where("id", "=", before.id).execute();
		await trx
			.updateTable("one_time_link")
			.set({ tries: 0 })
			.where("person_id", "=", before.id)
			.execute();
		return before.id;
	}
	const id = randomUUID();
	await trx
		.insertInto("person")
		.values({
			...values,
			id,
			partnership_id: person.partnershipId,
			level: "practitioner",
			safeguarding_lead: false,
			offices: [],
			only_in: person.difference,
		})
		.execute();
	return id;
}

/** No link or code that somebody was sent works any more. @param until what they have open stays so until then */
export async function saveLinksClosed(
	trx: Trx,
	personId: string,
	{ at, until }: { at: string; until: string },
): Promise<void> {
	await trx
		.updateTable("one_time_link")
		.set({ revoked_at: at })
		.where("person_id", "=", personId)
		.where("kind", "in", ["answer", "answer-code"])
		.where("revoked_at", "is", null)
		.execute();
	await trx
		.updateTable("person")
		.set({ by_link_until: until })
		.where("id", "=", personId)
		.where("only_in", "is not", null)
		.execute();
}

/** Somebody answers by a link no more: they are nobody from now on, wherever they have it open. */
export async function saveLeftByLink(trx: Trx, personId: string, at: string): Promise<void> {
	await trx
		.updateTable("person")
		.set({ left_at: at })
		.where("id", "=", personId)
		.where("only_in", "is not", null)
		.execute();
	await trx.deleteFrom("session").where("person_id", "=", personId).execute();
}

/** How often somebody asked for a code since an ISO instant, and how many codes they ever got wrong. */
export async function countCodes(
	trx: Trx,
	personId: string,
	since: string,
): Promise<{ asked: number; wrong: number }> {
	const { asked, wrong } = await trx
		.selectFrom("one_time_link")
		.where("person_id", "=", personId)
		.where("kind", "=", "answer-code")
		.select((select) => [
			select.fn.countAll<string>().filterWhere("made_at", ">", new Date(since)).as("asked"),
			select.fn.sum<string | null>("tries").as("wrong"),
		])
		.executeTakeFirstOrThrow();
	return { asked: Number(asked), wrong: Number(wrong ?? 0) };
}

/** The code that somebody may enter now, as it is hashed; undefined while there is none. @param at ISO instant of the real time */
export async function findOpenCode(
	trx: Trx,
	personId: string,
	at: string,
	mostTries: number,
): Promise<{ id: string; hash: string } | undefined> {
	const row = await trx
		.selectFrom("one_time_link")
		.where("person_id", "=", personId)
		.where("kind", "=", "answer-code")
		.where("used_at", "is", null)
		.where("revoked_at", "is", null)
		.where("expires_at", ">", new Date(at))
		.where("tries", "<", mostTries)
		.where("hash", "is not", null)
		.orderBy("made_at", "desc")
		.select(["id", "hash"])
		.executeTakeFirst();
	return row && { id: row.id, hash: row.hash ?? "" };
}

export async function saveWrongTry(trx: Trx, codeId: string): Promise<void> {
	await trx
		.updateTable("one_time_link")
		.set(({ eb }) => ({ tries: eb("tries", "+", 1) }))
		.where("id", "=", codeId)
		.execute();
}
