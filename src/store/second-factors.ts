import type { Db, Trx } from "./db.ts";

/** The key of an authenticator app, sealed: see actions/seal.ts. */
export type AuthenticatorApp = {
	/** Undefined while none was shown to work. */
	sealedKey: Buffer | undefined;
	/** The last time step that a code was taken for. */
	lastStep: number;
	/** A key that was shown, and until when it may be shown to work. */
	pending: { sealedKey: Buffer; until: Temporal.Instant } | undefined;
};

/** Held until `trx` ends where it is given one, so that a code is taken once. */
export async function findApp(
	db: Db | Trx,
	accountId: string,
): Promise<AuthenticatorApp | undefined> {
	const row = await db
		.selectFrom("authenticator_app")
		.where("account_id", "=", accountId)
		.selectAll()
		.$if(db.isTransaction, (query) => query.forUpdate())
		.executeTakeFirst();
	return (
		row && {
			sealedKey: row.sealed_key ?? undefined,
			lastStep: Number(row.last_step),
			pending:
				row.pending_key && row.pending_until
					? {
							sealedKey: row.pending_key,
							until: Temporal.Instant.fromEpochMilliseconds(row.pending_until.getTime()),
						}
					: undefined,
		}
	);
}

/** Keeps a key that is about to be shown; one that works already stays until the new one does. */
export async function savePendingApp(
	trx: Trx,
	accountId: string,
	sealedKey: Buffer,
	until: Temporal.Instant,
): Promise<void> {
	const pending = { pending_key: sealedKey, pending_until: until.toString() };
	await trx
		.insertInto("authenticator_app")
		.values({ account_id: accountId, ...pending })
		.onConflict((conflict) => conflict.column("account_id").doUpdateSet(pending))
		.execute();
}

/** The key that was shown works: it is the account's from now on. */
export async function saveApp(
	trx: Trx,
	accountId: string,
	app: { sealedKey: Buffer; lastStep: number; madeAt: Temporal.Instant },
): Promise<void> {
	await trx
		.updateTable("authenticator_app")
		.set({
			sealed_key: app.sealedKey,
			last_step: app.lastStep,
			made_at: app.madeAt.toString(),
			pending_key: null,
			pending_until: null,
		})
		.where("account_id", "=", accountId)
		.execute();
}

/** A code was taken. @param sealedKey the key as it is sealed now */
export async function saveAppUsed(
	trx: Trx,
	accountId: string,
	{ sealedKey, lastStep }: { sealedKey: Buffer; lastStep: number },
): Promise<void> {
	await trx
		.updateTable("authenticator_app")
		.set({ sealed_key: sealedKey, last_step: lastStep })
		.where("account_id", "=", accountId)
		.execute();
}

/** @returns whether there was one that worked */
export async function deleteApp(trx: Trx, accountId: string): Promise<boolean> {
	const gone = await trx
		.deleteFrom("authenticator_app")
		.where("account_id", "=", accountId)
		.returning("sealed_key")
		.executeTakeFirst();
	return gone?.sealed_key != null;
}

/** What an account has beside a password. */
export type SecondFactors = { passkeys: number; app: boolean; recoveryCodes: number };

export async function countSecondFactors(db: Db | Trx, accountId: string): Promise<SecondFactors> {
	const row = await db
		.selectNoFrom((select) => [
			select
				.selectFrom("passkey")
				.where("account_id", "=", accountId)
				.select(({ fn }) => fn.countAll<string>().as("count"))
				.as("passkeys"),
			select
				.selectFrom("authenticator_app")
				.where("account_id", "=", accountId)
				.where("sealed_key", "is not", null)
				.select(({ fn }) => fn.countAll<string>().as("count"))
				.as("apps"),
			select
				.selectFrom("recovery_code")
				.where("account_id", "=", accountId)
				.select(({ fn }) => fn.countAll<string>().as("count"))
				.as("codes"),
		])
		.executeTakeFirstOrThrow();
	return {
		passkeys: Number(row.passkeys),
		app: Number(row.apps) > 0,
		recoveryCodes: Number(row.codes),
	};
}

/** The people of a partnership whose accounts have a passkey or an authenticator app. */
export async function listWithSecondFactor(db: Db | Trx, partnershipId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("person")
		.where("partnership_id", "=", partnershipId)
		.where(({ or, exists, selectFrom }) =>
			or([
				exists(
					selectFrom("passkey")
						.whereRef("passkey.account_id", "=", "person.account_id")
						.select("passkey.id"),
				),
				exists(
					selectFrom("authenticator_app")
						.whereRef("authenticator_app.account_id", "=", "person.account_id")
						.where("sealed_key", "is not", null)
						.select("authenticator_app.account_id"),
				),
			]),
		)
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}

/** New recovery codes take the place of those that there were. @param hashes none to have none */
export async function saveRecoveryCodes(
	trx: Trx,
	accountId: string,
	hashes: readonly string[],
): Promise<void> {
	await trx.deleteFrom("recovery_code").where("account_id", "=", accountId).execute();
	if (hashes.length === 0) return;
	await trx
		.insertInto("recovery_code")
		.values(hashes.map((hash) => ({ account_id: accountId, hash })))
		.execute();
}

/** Takes a recovery code, once. @returns whether it is one of the account's */
export async function takeRecoveryCode(
	trx: Trx,
	accountId: string,
	hash: string,
): Promise<boolean> {
	const taken = await trx
		.deleteFrom("recovery_code")
		.where("account_id", "=", accountId)
		.where("hash", "=", hash)
		.executeTakeFirst();
	return taken.numDeletedRows === 1n;
}
