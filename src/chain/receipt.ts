import { z } from "zod";
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
	/** What was sent, act by act. */
	submitted: Submitted[];
	/** The entry of the difference’s chain that says it was sent, with its hash. */
	link: Link & { hash: string };
};

/**
 * An act: SHA-256 of its canonical text. That text names the sides that read the act, and whoever gets a receipt need not know
 * of all of them: where it is not in the file, `shown` is the SHA-256 of the text without them, which is.
 */
export type Submitted = { act: number; sha256: string; shown?: string };

/**
 * A receipt as a file. Everything but `words` can be shown to anybody who knows of the difference; `words` are for whoever may
 * read what was submitted, and prove that it says just that.
 */
export type Receipt = {
	"concord-receipt": ReceiptSays;
	key: { fingerprint: string; public: string };
	/** In base64, under the canonical text of what it says. */
	signature: string;
	/** By act: its canonical text, whole or as it is shown, with its words by what they are committed to. */
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

/** What a receipt says in words, and all of it but what is signed: as a file has them, and as the API tells them. */
export const shapeOfSaid = {
	partnership: z.string(),
	partnershipId: z.string(),
	reference: z.string(),
	for: z.enum(["sent", "received"]),
	what: z.string(),
	by: z.string(),
	to: z.string(),
};
export const shapeBesideSaid = {
	key: z.object({ fingerprint: z.string(), public: z.string() }),
	signature: z.string(),
	entries: z.record(z.string(), z.string()),
	words: z.record(
		z.string(),
		z.record(z.string(), z.object({ salt: z.string(), text: z.string() })),
	),
};

export const shapeOfSubmitted = {
	act: z.int().min(1),
	sha256: z.string(),
	shown: z.string().exactOptional(),
};

const instant = z.iso.datetime();
const saysShape = z.looseObject({
	...shapeOfSaid,
	at: instant,
	submitted: z
		.array(z.looseObject(shapeOfSubmitted))
		// One that names an act often would have its text gone through as often.
		.refine((acts) => new Set(acts.map(({ act }) => act)).size === acts.length),
	link: z.looseObject({
		chain: z.guid(),
		position: z.int().min(1),
		kind: z.string(),
		key: z.string(),
		at: instant,
		digest: z.string(),
		previous: z.string().nullable(),
		hash: z.string(),
	}),
});
const receiptShape = z.object({ "concord-receipt": saysShape, ...shapeBesideSaid });
/** What the canonical text of an act is as far as a receipt goes by it. @see textOfAct */
const entryShape = z.object({ narrative: z.record(z.string(), z.string().nullable()) });

/** @returns undefined for a text that is no receipt: anybody can sign anything with a key of theirs, so nothing of it is taken on trust */
export function readReceipt(text: string): Receipt | undefined {
	const read = parsed(text.replace(/^\uFEFF/, ""));
	const { data } = receiptShape.safeParse(read);
	// What is signed is what stands there, with what a later version may say besides.
	return data && { ...data, "concord-receipt": (read as Receipt)["concord-receipt"] };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
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
	for (const { act, sha256, shown = sha256 } of says.submitted) {
		const entry = receipt.entries[act];
		if (entry === undefined || sha256Of(entry) !== shown) return "not-what-was-submitted";
	}
	let fault: ReceiptFault | undefined;
	for (const { act } of says.submitted) {
		const narrative = committedIn(receipt, act);
		if (!narrative) return "no-receipt";
		if (!wordsHold(receipt.words[act], narrative)) fault = "words";
	}
	return fault;
}

/** How many answers its acts commit to of which it brings no words; of one that holds. */
export const wordsLeftOutOf = (receipt: Receipt): number =>
	receipt["concord-receipt"].submitted
		.flatMap(({ act }) =>
			Object.entries(committedIn(receipt, act) ?? {}).map(
				([field, committed]) =>
					committed !== null && !Object.hasOwn(receipt.words[act] ?? {}, field),
			),
		)
		.filter(Boolean).length;

type Committed = z.infer<typeof entryShape>["narrative"];

/** What the words of an act are committed to, by field; undefined where its text is none of an act. */
const committedIn = ({ entries }: Receipt, act: number): Committed | undefined =>
	entryShape.safeParse(parsed(entries[act] ?? "")).data?.narrative;

/** The words that it brings of an act are those that the act commits to. */
const wordsHold = (words: Receipt["words"][string] = {}, narrative: Committed): boolean =>
	Object.entries(words).every(
		([field, { salt, text }]) =>
			fingerprintOf(Buffer.concat([Buffer.from(salt, "base64"), Buffer.from(text)])) ===
			narrative[field],
	);
