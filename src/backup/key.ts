import { generateX25519Identity, identityToRecipient } from "age-encryption";

/** Whoever has the public one can close a backup; only the private one opens it. */
export type KeyPair = { publicKey: string; privateKey: string };

/** Makes a pair of keys of age (X25519). Nothing is kept of it. */
export async function makeKeyPair(): Promise<KeyPair> {
	const privateKey = await generateX25519Identity();
	return { privateKey, publicKey: await identityToRecipient(privateKey) };
}

/** Whether this reads as a public key that a backup can be closed with. */
export const isPublicKey = (key: string): boolean => /^age1[02-9ac-hj-np-z]{58}$/.test(key);

/** A key file as `age-keygen` writes it, so that `age` can read what Concord wrote. @param at ISO instant */
export const keyFileOf = ({ publicKey, privateKey }: KeyPair, at: string): string =>
	`# created: ${at}\n# public key: ${publicKey}\n${privateKey}\n`;

/** The private key in the text of a key file; undefined where there is none. */
export const privateKeyIn = (text: string): string | undefined =>
	/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/m.exec(text.replaceAll("\r", ""))?.[0];
