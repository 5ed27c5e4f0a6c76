import {
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	hash,
	type KeyObject,
	sign,
	verify,
} from "node:crypto";
import { canonicalJson } from "../domain/canonical-json.ts";

/** An Ed25519 key of an installation; `id` is the fingerprint of its public half. */
export type SigningKey = { id: string; privateKey: KeyObject };

/** The fingerprint of a public key: SHA-256 of its SubjectPublicKeyInfo, in hexadecimal. @param publicKey DER */
export const fingerprintOf = (publicKey: Uint8Array): string => hash("sha256", publicKey);

/** A fingerprint as people compare it: in groups of four. */
export const inGroups = (fingerprint: string): string =>
	fingerprint.match(/.{1,4}/g)?.join(" ") ?? "";

/** A new key, with both halves as DER: SubjectPublicKeyInfo and PKCS #8. */
export function makeSigningKey(): { id: string; publicKey: Buffer; privateKey: Buffer } {
	const made = generateKeyPairSync("ed25519");
	const publicKey = made.publicKey.export({ type: "spki", format: "der" });
	return {
		id: fingerprintOf(publicKey),
		publicKey,
		privateKey: made.privateKey.export({ type: "pkcs8", format: "der" }),
	};
}

/** @param privateKey PKCS #8 as DER */
export const signingKeyOf = (id: string, privateKey: Buffer): SigningKey => ({
	id,
	privateKey: createPrivateKey({ key: privateKey, type: "pkcs8", format: "der" }),
});

/** Signs the canonical text of a value. @returns in base64 */
export const signatureUnder = (value: unknown, { privateKey }: SigningKey): string =>
	sign(null, Buffer.from(canonicalJson(value)), privateKey).toString("base64");

/** Whether a signature is one of this key under this value. @param publicKey as DER */
export function isSignedBy(value: unknown, signature: string, publicKey: Uint8Array): boolean {
	try {
		const key = createPublicKey({ key: Buffer.from(publicKey), type: "spki", format: "der" });
		return (
			key.asymmetricKeyType === "ed25519" &&
			verify(null, Buffer.from(canonicalJson(value)), key, Buffer.from(signature, "base64"))
		);
	} catch {
		// What is no key, or has no canonical text, has signed nothing.
		return false;
	}
}
