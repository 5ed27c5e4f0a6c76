import { sql } from "kysely";
import type { Language } from "../domain/language.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Db, Trx } from "./db.ts";
import { visibleDifferences } from "./differences.ts";

/** How what is noted of a message begins that the mail server took, and that came back later. */
export const cameBack = "It came back";

/** A message that is owed or went. `notice` holds neither a child's name nor a sentence of the story. */
export type Message = {
	id: string;
	differenceId: string | null;
	toPerson: string;
	kind: string;
	notice: unknown;
	/** The address that works once and is added to it when it leaves. */
	oneTimeLinkId: string | null;
	createdAt: string;
	/** `not-needed`: it reminded of what was done before it could be sent. */
	state: "waiting" | "sent" | "failed" | "not-needed";
	sentAt: string | null;
};

const toMessage = (row: {
	id: string;
	difference_id: string | null;
	to_person: string;
	kind: string;
	notice: unknown;
	one_time_link_id: string | null;
	created_at: Date;
	state: Message["state"];
	sent_at: Date | null;
}): Message => ({
	id: row.id,
	differenceId: row.difference_id,
	toPerson: row.to_person,
	kind: row.kind,
	notice: row.notice,
	oneTimeLinkId: row.one_time_link_id,
	createdAt: row.created_at.toISOString(),
	state: row.state,
	sentAt: row.sent_at?.toISOString() ?? null,
});

/** Puts messages in the outbox: all of them at once, for a morning's may be thousands. */
export async function addMessages(
	trx: Trx,
	partnershipId: string,
	createdAt: string,
	messages: readonly {
		id: string;
		differenceId: string | null;
		toPerson: string;
		/** To the sign-in address of this account instead of the person's work address. */
		toAccount?: string | undefined;
		kind: string;
		notice: unknown;
		oneTimeLinkId?: string | null | undefined;
	}[],
): Promise<void> {
	const each = <T>(value: (message: (typeof messages)[number]) => T): T[] => messages.map(value);
	await sql`
		insert into message (id, partnership_id, difference_id, to_person, to_account, kind, notice, one_time_link_id, created_at, state)
		select id, ${partnershipId}, difference_id, to_person, to_account, kind, notice, one_time_link_id, ${createdAt}, 'waiting'
		from unnest(${each(({ id }) => id)}::uuid[], ${each(({ differenceId }) => differenceId)}::uuid[],
			${each(({ toPerson }) => toPerson)}::uuid[], ${each(({ toAccount }) => toAccount ?? null)}::uuid[],
			${each(({ kind }) => kind)}::text[], ${each(({ notice }) => JSON.stringify(notice))}::jsonb[],
			${each(({ oneTimeLinkId }) => oneTimeLinkId ?? null)}::uuid[])
			as added (id, difference_id, to_person, to_account, kind, notice, one_time_link_id)`.execute(
		trx,
	);
}

/** Everybody to whom a message about a difference went or is to go. */
export async function listToldOf(trx: Trx, differenceId: string): Promise<string[]> {
	const rows = await trx
		.selectFrom("message")
		.where("difference_id", "=", differenceId)
		.select("to_person")
		.distinct()
		.execute();
	return rows.map(({ to_person }) => to_person);
}

/** Of which partnership a message is; undefined where there is none. */
export async function partnershipOfMessage(db: Db | Trx, id: string): Promise<string | undefined> {
	const row = await db
		.selectFrom("message")
		.where("id", "=", id)
		.select("partnership_id")
		.executeTakeFirst();
	return row?.partnership_id;
}

/** The message, held until `trx` ends, so that it is not sent twice. */
export async function lockMessage(
	trx: Trx,
	id: string,
): Promise<
	| (Message & { partnershipId: string; email: string; left: boolean; language: Language })
	| undefined
> {
	const row = await trx
		.selectFrom("message")
		.innerJoin("person", "person.id", "message.to_person")
		.leftJoin("account", "account.id", "message.to_account")
		.leftJoin("account as own", "own.id", "person.account_id")
		.where("message.id", "=", id)
		.selectAll("message")
		.select(["person.left_at"])
		.select(({ fn }) => fn.coalesce("account.language", "own.language").as("language"))
		.select(({ fn }) => fn.coalesce("account.email", "person.email").as("email"))
		.forUpdate("message")
		.executeTakeFirst();
	return (
		row && {
			...toMessage(row),
			partnershipId: row.partnership_id,
			email: row.email,
			left: row.left_at !== null,
			language: row.language ?? "en",
		}
	);
}

/** @param sent each with the ISO instant at which it was */
export async function saveMessagesSent(
	trx: Trx,
	sent: readonly { id: string; at: string }[],
): Promise<void> {
	await sql`
		update message set state = 'sent', sent_at = sent.at, error = null
		from unnest(${sent.map(({ id }) => id)}::uuid[], ${sent.map(({ at }) => at)}::timestamptz[]) as sent (id, at)
		where message.id = sent.id`.execute(trx);
}

/** @param error what the mail server said, without the address or anything of the message */
export async function saveMessageFailed(
	trx: Trx,
	id: string,
	error: string,
	at: string,
): Promise<void> {
	await trx
		.updateTable("message")
		.set({ state: "failed", error, failed_at: at, failure_seen_at: null })
		.where("id", "=", id)
		.execute();
}

/** A message that failed is to go again. */
export async function saveMessageWaiting(trx: Trx, id: string): Promise<void> {
	await trx
		.updateTable("message")
		.set({ state: "waiting", error: null, failed_at: null })
		.where("id", "=", id)
		.execute();
}

export async function saveMessageNotNeeded(trx: Trx, id: string): Promise<void> {
	await trx.updateTable("message").set({ state: "not-needed" }).where("id", "=", id).execute();
}

/** Messages that could not be delivered to somebody and that nobody has dealt with. */
export async function listFailedTo(db: Db | Trx, personId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("message")
		.where("to_person", "=", personId)
		.where("state", "=", "failed")
		.where("failure_seen_at", "is", null)
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}

/** Somebody whom mail does not reach: since when, and about which references. */
export type Undelivered = {
	personId: string;
	name: string;
	email: string;
	agencyName: string;
	since: string;
	references: string[];
	/** Of whoever answers by a link: the difference in which they do. */
	onlyIn: string | null;
};

/**
 * The people of a partnership whom mail does not reach, since the longest first. What it was about is told where the
 * viewer may know of it; that somebody's address is wrong is no secret of any difference.
 */
export async function listUndelivered(db: Db | Trx, viewer: Viewer): Promise<Undelivered[]> {
	const rows = await db
		.selectFrom("message")
		.innerJoin("person", "person.id", "message.to_person")
		.innerJoin("agency", "agency.id", "person.agency_id")
		.leftJoinLateral(
			visibleDifferences(db, viewer)
				.where(sql<boolean>`difference.id = message.difference_id`)
				.select("difference.reference")
				.limit(sql.lit(1))
				.as("known"),
			(join) => join.onTrue(),
		)
		.where("message.partnership_id", "=", viewer.partnershipId)
		// Written out: as a parameter it would not tell that an index holds nothing else.
		.where("message.state", "=", sql.lit("failed"))
		.where("message.failure_seen_at", "is", null)
		.where("message.failed_at", "is not", null)
		.where("person.left_at", "is", null)
		.groupBy(["person.id", "agency.name"])
		.select((select) => [
			"person.id",
			"person.name",
			"person.email",
			"person.only_in",
			"agency.name as agency_name",
			select.fn.min("message.failed_at").as("since"),
			sql<
				string[] | null
			>`array_agg(distinct known.reference order by known.reference) filter (where known.reference is not null)`.as(
				"references",
			),
		])
		.orderBy("since")
		.execute();
	return rows.map((row) => ({
		personId: row.id,
		name: row.name,
		email: row.email,
		agencyName: row.agency_name,
		since: row.since?.toISOString() ?? "",
		references: row.references ?? [],
		onlyIn: row.only_in,
	}));
}

/** The Business Unit has told somebody in another way: what had failed by `shownAt` is dealt with. */
export async function saveFailuresSeen(
	trx: Trx,
	partnershipId: string,
	personId: string,
	{ shownAt, at }: { shownAt: string; at: string },
): Promise<void> {
	await trx
		.updateTable("message")
		.set({ failure_seen_at: at })
		.where((where) =>
			where.or([where("failed_at", "is", null), where("failed_at", "<=", new Date(shownAt))]),
		)
		.where("partnership_id", "=", partnershipId)
		.where("to_person", "=", personId)
		.where("state", "=", "failed")
		.where("failure_seen_at", "is", null)
		.execute();
}

/** The one-time address of a message of a partnership; undefined where it has none. */
export async function findLinkOfMessage(
	db: Db | Trx,
	partnershipId: string,
	id: string,
): Promise<{ oneTimeLinkId: string; notice: unknown } | undefined> {
	const row = await db
		.selectFrom("message")
		.where("id", "=", id)
		.where("partnership_id", "=", partnershipId)
		.select(["one_time_link_id", "notice"])
		.executeTakeFirst();
	return row?.one_time_link_id
		? { oneTimeLinkId: row.one_time_link_id, notice: row.notice }
		: undefined;
}

/** The newest messages of the viewer's partnership with their recipients; for the rehearsal's mailbox. */
export async function listMailbox(
	db: Db | Trx,
	viewer: Viewer,
	most: number,
): Promise<(Message & { toName: string; toEmail: string })[]> {
	const rows = await db
		.selectFrom("message")
		.innerJoin("person", "person.id", "message.to_person")
		.where("message.partnership_id", "=", viewer.partnershipId)
		.selectAll("message")
		.select(["person.name as to_name", "person.email as to_email"])
		.orderBy("created_at", "desc")
		.orderBy("message.number", "desc")
		.limit(most)
		.execute();
	return rows.map((row) => ({
		...toMessage(row),
		toName: row.to_name,
		toEmail: row.to_email,
	}));
}
