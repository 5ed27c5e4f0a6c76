import { sql } from "kysely";
import type { Db, Trx } from "./db.ts";

/** A key that an authenticator keeps for an account: a telephone, a computer, a security key. */
export type Passkey = {
	/** As its authenticator named it. */
	id: string;
	accountId: string;
	/** What its owner calls it. */
	name: string;
	publicKey: Uint8Array<ArrayBuffer>;
	/** How often it was used, by its own count. */
	counter: number;
	transports: string[];
	madeAt: Temporal.Instant;
	usedAt: Temporal.Instant | undefined;
};

const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());

const passkeys = (db: Db | Trx) => db.selectFrom("passkey").selectAll();

const toPasskey = (
	row: Awaited<ReturnType<ReturnType<typeof passkeys>["executeTakeFirstOrThrow"]>>,
): Passkey => ({
	id: row.id,
	accountId: row.account_id,
	name: row.name,
	publicKey: new Uint8Array(row.public_key),
	counter: Number(row.counter),
	transports: row.transports,
	madeAt: instantOf(row.made_at),
	usedAt: row.used_at ? instantOf(row.used_at) : undefined,
});

/** The passkeys of an account, the oldest first. */
export async function listPasskeys(db: Db | Trx, accountId: string): Promise<Passkey[]> {
	const rows = await passkeys(db)
		.where("account_id", "=", accountId)
		.orderBy("made_at")
		.orderBy("id")
		.execute();
	return rows.map(toPasskey);
}

export async function findPasskey(db: Db | Trx, id: string): Promise<Passkey | undefined> {
	const row = await passkeys(db).where("id", "=", id).executeTakeFirst();
	return row && toPasskey(row);
}

/** @returns false where there is one of this name by an authenticator, whosever it is */
export async function savePasskey(
	trx: Trx,
	{ id, accountId, name, publicKey, counter, transports, madeAt }: Omit<Passkey, "usedAt">,
): Promise<boolean> {
	const saved = await trx
		.insertInto("passkey")
		.values({
			id,
			account_id: accountId,
			name,
			public_key: Buffer.from(publicKey),
			counter,
			transports,
			made_at: madeAt.toString(),
		})
		.onConflict((conflict) => conflict.column("id").doNothing())
		.executeTakeFirst();
	return saved.numInsertedOrUpdatedRows === 1n;
}

/** @returns false where it was counted as high or higher meanwhile: then somebody has a copy of it */
export async function savePasskeyUsed(
	trx: Trx,
	id: string,
	counter: number,
	at: Temporal.Instant,
): Promise<boolean> {
	const saved = await trx
		.updateTable("passkey")
		.set({ counter, used_at: at.toString() })
		.where("id", "=", id)
		.where((where) =>
			where.or([
				where("counter", "<", String(counter)),
				sql<boolean>`${counter} = 0 and counter = 0`,
			]),
		)
		.executeTakeFirst();
	return saved.numUpdatedRows === 1n;
}

/** @returns whether there is such a passkey of this account */
export async function renamePasskey(
	trx: Trx,
	accountId: string,
	id: string,
	name: string,
): Promise<boolean> {
	const saved = await trx
		.updateTable("passkey")
		.set({ name })
		.where("id", "=", id)
		.where("account_id", "=", accountId)
		.executeTakeFirst();
	return saved.numUpdatedRows === 1n;
}

/** @param id every one of the account when left out. @returns how many there were */
export async function deletePasskeys(trx: Trx, accountId: string, id?: string): Promise<number> {
	const gone = await trx
		.deleteFrom("passkey")
		.where("account_id", "=", accountId)
		.$if(id !== undefined, (query) => query.where("id", "=", id as string))
		.executeTakeFirst();
	return Number(gone.numDeletedRows);
}

/** Keeps what a passkey is asked to sign. @param givenTo whom and for what: nobody else may bring it back */
export async function saveChallenge(
	db: Db | Trx,
	{ challenge, givenTo, until }: { challenge: string; givenTo: string; until: Temporal.Instant },
): Promise<void> {
	await db
		.insertInto("passkey_challenge")
		.values({ challenge, given_to: givenTo, expires_at: until.toString() })
		.execute();
}

/** Takes what was to be signed, once. @returns false where nothing was asked of them, too long ago or twice */
export async function takeChallenge(
	db: Db | Trx,
	{ challenge, givenTo, now }: { challenge: string; givenTo: string; now: Temporal.Instant },
): Promise<boolean> {
	const taken = await db
		.deleteFrom("passkey_challenge")
		.where("challenge", "=", challenge)
		.where("given_to", "=", givenTo)
		.where("expires_at", ">", new Date(now.epochMilliseconds))
		.executeTakeFirst();
	return taken.numDeletedRows === 1n;
}

/** Takes away what nobody brought back in time. */
export async function deleteOldChallenges(db: Db | Trx, now: Temporal.Instant): Promise<void> {
	await db
		.deleteFrom("passkey_challenge")
		.where("expires_at", "<=", new Date(now.epochMilliseconds))
		.execute();
}
