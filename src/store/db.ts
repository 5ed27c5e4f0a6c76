import { type Kysely, sql, type Transaction } from "kysely";
import type { Keyring } from "../keys/keyring.ts";
import type { Tables } from "./tables.ts";

/** With a database come the keys of what is sealed in it. */
type WithKeys = { readonly keys: Keyring };

/** The database outside a transaction: reading only, by convention of the store's signatures. */
export type Db = Kysely<Tables> & WithKeys;

declare const opened: unique symbol;

/** An open transaction. Only `transact` gives one, so what asks for it can write and nothing else can. */
export type Trx = Transaction<Tables> & WithKeys & { readonly [opened]: true };

/** Runs `work` in one transaction, all or nothing; joins the transaction when `db` is one already. */
export function transact<T>(db: Db | Trx, work: (trx: Trx) => Promise<T>): Promise<T> {
	return db.isTransaction
		? work(db as Trx)
		: db.transaction().execute((trx) => work(Object.assign(trx, { keys: db.keys }) as Trx));
}

/** Reads all that `work` asks for as it stood at one moment, and changes nothing; joins the transaction when `db` is one already. */
export function readAtOnce<T>(db: Db | Trx, work: (trx: Trx) => Promise<T>): Promise<T> {
	return db.isTransaction
		? work(db as Trx)
		: db
				.transaction()
				.setIsolationLevel("repeatable read")
				.setAccessMode("read only")
				.execute((trx) => work(Object.assign(trx, { keys: db.keys }) as Trx));
}

/**
 * Two readings of one moment side by side, each on a connection of its own; one after the other where `db` is a transaction
 * already. Both see nothing of what is done meanwhile.
 */
export async function readSideBySide<One, Other>(
	db: Db | Trx,
	one: (trx: Trx) => Promise<One>,
	other: (trx: Trx) => Promise<Other>,
): Promise<[One, Other]> {
	return readAtOnce(db, async (trx) => {
		if (db.isTransaction) return Promise.all([one(trx), other(trx)]);
		const { rows } = await sql<{ moment: string }>`select pg_export_snapshot() as moment`.execute(
			trx,
		);
		return Promise.all([
			one(trx),
			readAtOnce(db, async (beside) => {
				await sql`set transaction snapshot ${sql.lit(rows[0]?.moment)}`.execute(beside);
				return other(beside);
			}),
		]);
	});
}

/** Until `trx` ends, what is one person's own is asked for whosever it is: for what is done with the drafts of others. */
export async function askForAllPeople(trx: Trx): Promise<void> {
	await sql`select set_config('concord.person', '', true)`.execute(trx);
}
