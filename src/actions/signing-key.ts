import { makeSigningKey, type SigningKey, signingKeyOf } from "../chain/signed.ts";
import { type Trx, transact } from "../store/db.ts";
import { addSigningKey, listSigningKeys } from "../store/signing-keys.ts";
import type { App } from "./app.ts";

/** What a signature needs of Concord. */
export type SigningApp = Pick<App, "db" | "clock"> & { signIn: Pick<App["signIn"], "seal"> };

const placeOf = (id: string) => `signing key ${id}`;

/**
 * The key by which this installation signs: the latest that opens here. Made where there is none, or where the secret that
 * it was sealed under is known no longer; what was signed by one before stays true, for its public half is kept.
 */
export function signingKey(app: SigningApp): Promise<SigningKey> {
	return transact(app.db, async (trx) => (await known(app, trx)) ?? (await made(app, trx)));
}

async function known(app: SigningApp, trx: Trx): Promise<SigningKey | undefined> {
	for (const { id, sealedKey } of await listSigningKeys(trx)) {
		const opened = app.signIn.seal.open(sealedKey, placeOf(id));
		if (opened) return signingKeyOf(id, Buffer.from(opened.text, "base64"));
	}
	return undefined;
}

async function made(app: SigningApp, trx: Trx): Promise<SigningKey> {
	const { id, publicKey, privateKey } = makeSigningKey();
	const sealedKey = app.signIn.seal.close(privateKey.toString("base64"), placeOf(id));
	await addSigningKey(trx, { id, publicKey, sealedKey }, app.clock().toString());
	return signingKeyOf(id, privateKey);
}
