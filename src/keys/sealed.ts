/**
 * One way to close a value so that whoever has the database alone cannot read it, and to open it again. AES-256-GCM of
 * Node's own crypto: a value that was changed, or stands where it was not put, does not open.
 */
import {
	createCipheriv,
	createDecipheriv,
	createSecretKey,
	hkdfSync,
	type KeyObject,
	randomBytes,
} from "node:crypto";
import { SealFault } from "./faults.ts";

/** 256 bits. As a key object nothing prints or logs them by accident. */
export type Key = KeyObject;

/** Names the one place where a value may stand, such as `["narrative", difference, 4, "concern"]`. */
export type Place = readonly (string | number)[] | string;

/** The first byte of every sealed value: how it is made. */
export const sealVersion = 1;
const cipher = "aes-256-gcm";
const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;
/** Of the version, the nonce and the tag before what is sealed. */
const headLength = 1 + nonceLength + tagLength;

export const newKey = (): Key => createSecretKey(randomBytes(keyLength));

/** @throws SealFault 'damaged' unless it has 256 bits */
export function keyOf(bytes: Uint8Array): Key {
	if (bytes.length !== keyLength) throw new SealFault("damaged", "A key has another length.");
	return createSecretKey(bytes);
}

/** A key for one purpose, by HKDF: who has it learns nothing of the key that it comes from. */
export const deriveKey = (from: Key, purpose: string): Key =>
	createSecretKey(Buffer.from(hkdfSync("sha256", from, "", `concord: ${purpose}`, keyLength)));

const bound = (place: Place): Buffer =>
	Buffer.from(typeof place === "string" ? place : JSON.stringify(place));

/**
 * Closes a value: a byte that says how, a nonce of its own, the tag, and what is sealed.
 *
 * @param place opened for any other, it does not open
 */
export function close(key: Key, value: Uint8Array, place: Place): Buffer {
	const nonce = randomBytes(nonceLength);
	const closing = createCipheriv(cipher, key, nonce).setAAD(bound(place));
	const closed = Buffer.concat([closing.update(value), closing.final()]);
	return Buffer.concat([Buffer.of(sealVersion), nonce, closing.getAuthTag(), closed]);
}

/** @throws SealFault 'damaged' where the key is another, the value was changed, or it stands in another place */
export function open(key: Key, sealed: Uint8Array, place: Place): Buffer {
	if (sealed.length < headLength || sealed[0] !== sealVersion)
		throw new SealFault("damaged", "A sealed value is cut short, or made in an unknown way.");
	try {
		const opening = createDecipheriv(cipher, key, sealed.subarray(1, 1 + nonceLength), {
			authTagLength: tagLength,
		})
			.setAAD(bound(place))
			.setAuthTag(sealed.subarray(1 + nonceLength, headLength));
		return Buffer.concat([opening.update(sealed.subarray(headLength)), opening.final()]);
	} catch (problem) {
		throw new SealFault(
			"damaged",
			"A sealed value does not open: it was changed, stands in another place, or has another key.",
			{ cause: problem },
		);
	}
}

/** A key, closed under another. */
export const wrap = (by: Key, key: Key, place: Place): Buffer => close(by, key.export(), place);

/** @throws SealFault 'damaged' as `open` */
export const unwrap = (by: Key, wrapped: Uint8Array, place: Place): Key =>
	keyOf(open(by, wrapped, place));
