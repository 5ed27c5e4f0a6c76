import { expect, test } from "vitest";
import { isPublicKey, keyFileOf, makeKeyPair, privateKeyIn } from "./key.ts";

/** The letter before the last as another one. */
const mistyped = (key: string): string =>
	key.replace(
		/(.)(.)$/,
		(_all, before: string, last: string) =>
			`${before.toLowerCase() === "q" ? (before === "q" ? "p" : "P") : before === before.toLowerCase() ? "q" : "Q"}${last}`,
	);

test("each pair is another, and its parts are taken for what they are", async () => {
	const [one, other] = [await makeKeyPair(), await makeKeyPair()];
	expect(one.privateKey).not.toBe(other.privateKey);
	expect(isPublicKey(one.publicKey)).toBe(true);
	expect(isPublicKey(one.privateKey)).toBe(false);
	const file = keyFileOf(one, "2026-03-24T10:00:00Z");
	expect(privateKeyIn(file)).toBe(one.privateKey);
	// As an editor of Windows saves it.
	expect(privateKeyIn(file.replaceAll("\n", "\r\n"))).toBe(one.privateKey);
});

test("a key with a letter mistyped is not taken", async () => {
	const pair = await makeKeyPair();
	expect(isPublicKey(mistyped(pair.publicKey))).toBe(false);
	expect(privateKeyIn(mistyped(pair.privateKey))).toBeUndefined();
	expect(privateKeyIn(pair.publicKey)).toBeUndefined();
});
