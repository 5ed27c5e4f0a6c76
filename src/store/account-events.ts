import type { AccountEventKind } from "../domain/people/account-event.ts";
import type { Db, Trx } from "./db.ts";

/** Something that happened to how an account signs in. `by` is left out where its owner did it. */
export type AccountEvent = {
	at: Temporal.Instant;
	what: AccountEventKind;
	by?: string | undefined;
};

/** @param byPerson who did it, where it was not whoever the account belongs to */
export async function addAccountEvent(
	trx: Trx,
	accountId: string,
	what: AccountEventKind,
	at: Temporal.Instant,
	byPerson?: string,
): Promise<void> {
	await trx
		.insertInto("account_event")
		.values({ account_id: accountId, at: at.toString(), what, by_person: byPerson ?? null })
		.execute();
}

/** The newest first. */
export async function listAccountEvents(
	db: Db | Trx,
	accountId: string,
	most: number,
): Promise<AccountEvent[]> {
	const rows = await db
		.selectFrom("account_event")
		.leftJoin("person", "person.id", "account_event.by_person")
		.where("account_event.account_id", "=", accountId)
		.select(["account_event.at", "account_event.what", "person.name"])
		.orderBy("account_event.at", "desc")
		.orderBy("account_event.id", "desc")
		.limit(most)
		.execute();
	return rows.map(({ at, what, name }) => ({
		at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
		what,
		...(name && { by: name }),
	}));
}
