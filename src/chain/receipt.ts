import { hashOfLink, type Link, sha256Of } from "./link.ts";
import { fingerprintOf, isSignedBy } from "./signed.ts";

/** What a receipt says, and what is signed of it. */
export type ReceiptSays = {
	/** The partnership by name, and as the installation knows it. */
	partnership: string;
	partnershipId: string;
	reference: string;
	/** Whether it is for whoever sent it, or for whom it came to. */
	for: "sent" | "received";
	/** What was sent, in the protocol’s words. */
	what: string;
	/** By whom, to whom: agencies and offices, never a person. */
	by: string;
	to: string;
	/** ISO instant at which it was recorded. */
	at: string;
	/** What was sent, act by act: SHA-256 of the canonical text of each. */
	submitted: { act: number; sha256: string }[];
	/** The entry of the difference’s chain that says it was sent, with its hash. */
	link: Link & { hash: string };
};

/**
 * A receipt as a file. Everything but `words` can be shown to anybody who knows of the difference; `words` are for whoever may
 * read what was submitted, and prove that it says just that.
 */
export type Receipt = {
	"concord-receipt": ReceiptSays;
	key: { fingerprint: string; public: string };
	/** In base64, under the canonical text of what it says. */
	signature: string;
	/** By act: its canonical text, with its words by what they are committed to. */
	entries: Record<string, string>;
	/** By act and field: a salt in base64, and the words as JSON. */
	words: Record<string, Record<string, SaltedWords>>;
};
export type SaltedWords = { salt: string; text: string };

/** What is wrong with a receipt by itself, without asking anybody. */
export type ReceiptFault = "no-receipt" | "altered" | "not-what-was-submitted" | "words";

/** What is signed. */
export const signedOfReceipt = (says: ReceiptSays): unknown => ({ "concord-receipt": says });

/** Every receipt is shorter, in letters. */
export const longestReceipt = 4_000_000;

/** @returns undefined for a text that is no receipt */
export function readReceipt(text: string): Receipt | undefined {
	let read: unknown;
	try {
		read = JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return undefined;
	}
	const found = read as Receipt | null;
	const says = found?.["concord-receipt"];
	if (!found || !says || typeof says !== "object") return undefined;
	const texts: unknown[] = [
		says.partnership,
		says.partnershipId,
		says.reference,
		says.what,
		says.by,
		says.to,
		says.at,
		says.link?.chain,
		says.link?.hash,
		says.link?.key,
		found.key?.fingerprint,
		found.key?.public,
		found.signature,
	];
	return texts.every((each) => typeof each === "string") &&
		Number.isSafeInteger(says.link.position) &&
		(says.for === "sent" || says.for === "received") &&
		Array.isArray(says.submitted) &&
		[found.words, found.entries].every((each) => typeof each === "object" && each !== null)
		? found
		: undefined;
}

/** Whether a receipt holds by itself: it is signed, its entries and words are those that the signature is over. */
export function checkReceipt(receipt: Receipt): ReceiptFault | undefined {
	const says = receipt["concord-receipt"];
	const publicKey = Buffer.from(receipt.key.public, "base64");
	if (fingerprintOf(publicKey) !== receipt.key.fingerprint) return "altered";
	if (!isSignedBy(signedOfReceipt(says), receipt.signature, publicKey)) return "altered";
	const { hash, ...link } = says.link;
	if (hashOfLink(link) !== hash || !says.submitted.some(({ sha256 }) => sha256 === link.digest))
		return "altered";
	if (says.submitted.some(({ act, sha256 }) => sha256Of(String(receipt.entries[act])) !== sha256))
		return "not-what-was-submitted";
	return says.submitted.every(({ act }) => wordsHold(receipt, act)) ? undefined : "words";
}

/** The words that it brings of an act are those that the act commits to. */
function wordsHold({ entries, words }: Receipt, act: number): boolean {
	const { narrative = {} } = JSON.parse(entries[act] ?? "{}") as {
		narrative?: Record<string, string>;
	};
	return Object.entries(words[act] ?? {}).every(
		([field, told]) =>
			typeof told?.salt === "string" &&
			typeof told.text === "string" &&
			fingerprintOf(Buffer.concat([Buffer.from(told.salt, "base64"), Buffer.from(told.text)])) ===
				narrative[field],
	);
}
