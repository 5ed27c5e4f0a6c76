import { age } from "./age.ts";

/** Whoever has the public one can close a backup; only the private one opens it. */
export type KeyPair = { publicKey: string; privateKey: string };

/** Makes a pair of keys of age (X25519). Nothing is kept of it. */
export async function makeKeyPair(): Promise<KeyPair> {
	const privateKey = await age().generateX25519Identity();
	return { privateKey, publicKey: await age().identityToRecipient(privateKey) };
}

/** Whether a backup can be closed with this: a letter that was mistyped is noticed. */
export const isPublicKey = (key: string): boolean =>
	/^age1[a-z0-9]{58}$/.test(key) && isTaken(() => new (age().Encrypter)().addRecipient(key));

/** A key file as `age-keygen` writes it, so that `age` can read what Concord wrote. @param at ISO instant */
export const keyFileOf = ({ publicKey, privateKey }: KeyPair, at: string): string =>
	`# created: ${at}\n# public key: ${publicKey}\n${privateKey}\n`;

/** The private key in the text of a key file; undefined where there is none, or it was mistyped. */
export function privateKeyIn(text: string): string | undefined {
	const key = /^AGE-SECRET-KEY-1[A-Z0-9]{58}$/m.exec(text.replaceAll("\r", ""))?.[0];
	return key && isTaken(() => new (age().Decrypter)().addIdentity(key)) ? key : undefined;
}

/** Keys hold a checksum, which is looked at when they are given. */
function isTaken(give: () => void): boolean {
	try {
		give();
		return true;
	} catch {
		return false;
	}
}
