import type { Viewer } from "../domain/access/viewer.ts";
import type { Db, Trx } from "./db.ts";

/** A message that is owed or went. `notice` holds neither a child's name nor a sentence of the story. */
export type Message = {
	id: string;
	differenceId: string | null;
	toPerson: string;
	kind: string;
	notice: unknown;
	createdAt: string;
	state: "waiting" | "sent" | "failed";
	sentAt: string | null;
};

const toMessage = (row: {
	id: string;
	difference_id: string | null;
	to_person: string;
	kind: string;
	notice: unknown;
	created_at: Date;
	state: Message["state"];
	sent_at: Date | null;
}): Message => ({
	id: row.id,
	differenceId: row.difference_id,
	toPerson: row.to_person,
	kind: row.kind,
	notice: row.notice,
	createdAt: row.created_at.toISOString(),
	state: row.state,
	sentAt: row.sent_at?.toISOString() ?? null,
});

export async function addMessage(
	trx: Trx,
	message: {
		id: string;
		partnershipId: string;
		differenceId: string | null;
		toPerson: string;
		kind: string;
		notice: unknown;
		createdAt: string;
	},
): Promise<void> {
	await trx
		.insertInto("message")
		.values({
			id: message.id,
			partnership_id: message.partnershipId,
			difference_id: message.differenceId,
			to_person: message.toPerson,
			kind: message.kind,
			notice: JSON.stringify(message.notice),
			created_at: message.createdAt,
			state: "waiting",
		})
		.execute();
}

/** The message, held until `trx` ends, so that it is not sent twice. */
export async function lockMessage(
	trx: Trx,
	id: string,
): Promise<
	| (Message & { partnershipId: string; email: string; left: boolean })
	| undefined
> {
	const row = await trx
		.selectFrom("message")
		.innerJoin("person", "person.id", "message.to_person")
		.where("message.id", "=", id)
		.selectAll("message")
		.select(["person.email", "person.left_at"])
		.forUpdate("message")
		.executeTakeFirst();
	return (
		row && {
			...toMessage(row),
			partnershipId: row.partnership_id,
			email: row.email,
			left: row.left_at !== null,
		}
	);
}

export async function saveMessageSent(
	trx: Trx,
	id: string,
	at: string,
): Promise<void> {
	await trx
		.updateTable("message")
		.set({ state: "sent", sent_at: at, error: null })
		.where("id", "=", id)
		.execute();
}

export async function saveMessageFailed(
	trx: Trx,
	id: string,
	error: string,
): Promise<void> {
	await trx
		.updateTable("message")
		.set({ state: "failed", error })
		.where("id", "=", id)
		.execute();
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
		.limit(most)
		.execute();
	return rows.map((row) => ({
		...toMessage(row),
		toName: row.to_name,
		toEmail: row.to_email,
	}));
}
