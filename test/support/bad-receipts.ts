/** Receipts that make no sense, each signed as it should be with a key of somebody’s own: the signature keeps nobody out. */

import { createPublicKey } from "node:crypto";
import { hashOfLink, sha256Of, textOfAct } from "../../src/chain/link.ts";
import { type Receipt, type ReceiptSays, signedOfReceipt } from "../../src/chain/receipt.ts";
import { fingerprintOf, signatureUnder, signingKeyOf } from "../../src/chain/signed.ts";

// The same each time, so that the same seed makes the same requests.
const seed = Buffer.from("302e020100300506032b657004220420".padEnd(96, "7"), "hex");
const { privateKey } = signingKeyOf("", seed);
const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" });
const fingerprint = fingerprintOf(publicKey);

const salt = Buffer.alloc(16, 1);
const told = JSON.stringify("What nobody said");

/** One that holds by itself. @param entry the text of its one act @param says what it says instead */
export function selfSigned({
	entry = textOfAct({ seq: "1" }, { issue: sha256Of(`${salt.toString("latin1")}${told}`) }),
	link: linkInstead = {},
	says: instead = {},
	...rest
}: { entry?: string; link?: object; says?: object } & { [part: string]: unknown } = {}): string {
	const at = "2026-03-26T10:00:00.000000Z";
	const link = {
		chain: "00000000-0000-4000-8000-000000000000",
		position: 1,
		kind: "act",
		key: "1",
		at,
		digest: sha256Of(entry),
		previous: null,
		...linkInstead,
	};
	const says = {
		partnership: "Nowhere",
		partnershipId: "00000000-0000-4000-8000-000000000001",
		reference: "HV-2B2B2",
		for: "sent",
		what: "A form",
		by: "One",
		to: "Another",
		at,
		submitted: [{ act: 1, sha256: link.digest }],
		link: { ...link, hash: hashOfLink(link) },
		...instead,
	} as unknown as ReceiptSays;
	const receipt: Receipt = {
		"concord-receipt": says,
		key: { fingerprint, public: publicKey.toString("base64") },
		signature: signatureUnder(signedOfReceipt(says), { id: fingerprint, privateKey }),
		entries: { 1: entry },
		words: { 1: { issue: { salt: salt.toString("base64"), text: told } } },
	};
	return JSON.stringify({ ...receipt, ...rest });
}

const twice = textOfAct({ seq: "1" }, {});

/** Each by what is wrong with it. */
export const badReceipts: readonly (readonly [string, string])[] = [
	["an entry that is no JSON", selfSigned({ entry: "canary {" })],
	["an entry that is null", selfSigned({ entry: "null" })],
	["an entry that is a list", selfSigned({ entry: "[]" })],
	["no narrative", selfSigned({ entry: '{"narrative":null}' })],
	["a narrative of numbers", selfSigned({ entry: '{"narrative":{"issue":1}}' })],
	["a deep entry", selfSigned({ entry: `${"[".repeat(20_000)}${"]".repeat(20_000)}` })],
	["nothing submitted", selfSigned({ says: { submitted: [null] } })],
	["what was submitted as a text", selfSigned({ says: { submitted: "x" } })],
	["an act of no number", selfSigned({ says: { submitted: [{ act: "__proto__", sha256: "" }] } })],
	[
		"an act twice",
		selfSigned({
			entry: twice,
			says: { submitted: [1, 1].map((act) => ({ act, sha256: sha256Of(twice) })) },
		}),
	],
	["a time that is none", selfSigned({ says: { at: "rubbish" } })],
	["a day that is none", selfSigned({ says: { at: "2026-02-30T10:00:00Z" } })],
	["a time without a zone", selfSigned({ says: { at: "2026-03-26T10:00:00" } })],
	["a year of many digits", selfSigned({ says: { at: "+999999-01-01T00:00:00Z" } })],
	["an entry at no time", selfSigned({ link: { at: "rubbish" } })],
	["a place before the first", selfSigned({ link: { position: -1 } })],
	["a chain that is none", selfSigned({ link: { chain: "'; drop table event; --" } })],
	["a link that is null", selfSigned({ says: { link: null } })],
	["a name that is a number", selfSigned({ says: { partnership: 1 } })],
	["words that are null", selfSigned({ words: { 1: null } })],
	["words of null", selfSigned({ words: { 1: { issue: null } } })],
	["no entries", selfSigned({ entries: null })],
	["no key", selfSigned({ key: null })],
];
