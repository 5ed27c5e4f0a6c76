/**
 * Receipts of what was sent: made for each side that sent or got it, and checked by anybody, with the record or without it.
 */

import { sha256Of, textOfAct, textOfActShown } from "../chain/link.ts";
import {
	checkReceipt,
	type Receipt,
	type ReceiptFault,
	type ReceiptSays,
	readReceipt,
	signedOfReceipt,
	wordsLeftOutOf,
} from "../chain/receipt.ts";
import { signatureUnder } from "../chain/signed.ts";
import { sentAndReceived } from "../domain/difference/told/sent-and-received.ts";
import { sayNumber } from "../domain/english.ts";
import { plainReference } from "../domain/reference.ts";
import { type SpokenTo, sayTo } from "../domain/said.ts";
import { findLinkOfAct, hasActs, hashAt } from "../store/chain.ts";
import type { Db, Trx } from "../store/db.ts";
import { openWordsOf } from "../store/sealed-narrative.ts";
import { listSigningKeys } from "../store/signing-keys.ts";
import type { OpenedDifference } from "./open-difference.ts";
import { type SigningApp, signingKey } from "./signing-key.ts";

/**
 * The receipt of something that was sent, for whoever opened the difference.
 *
 * @param seq the entry that says it was sent
 * @returns undefined where there is none for them
 */
export async function receiptOf(
	app: SigningApp,
	opened: OpenedDifference,
	seq: number,
): Promise<Receipt | undefined> {
	const sent = sentAndReceived(opened).find((each) => each.seq === seq);
	if (!sent) return undefined;
	const { db } = app;
	const submitted: ReceiptSays["submitted"] = [];
	const entries: Receipt["entries"] = {};
	const words: Receipt["words"] = {};
	let link: ReceiptSays["link"] | undefined;
	for (const number of sent.acts) {
		const found = await findLinkOfAct(db, opened.header.id, number);
		if (!found?.act) return undefined;
		const { act, reading: _reading, isDisposed: _disposed, ...linked } = found;
		if (number === sent.seq) link = linked;
		// By whom to whom something was sent, the receipt says itself.
		const isWhole = act.columns.type === "sent";
		const text = (isWhole ? textOfAct : textOfActShown)(act.columns, act.narrative);
		submitted.push({
			act: number,
			sha256: linked.digest,
			...(!isWhole && { shown: sha256Of(text) }),
		});
		entries[number] = text;
		words[number] = await openWordsOf(db, opened.header.id, number);
	}
	if (!link) return undefined;
	const says: ReceiptSays = {
		partnership: opened.here.partnership.name,
		partnershipId: opened.here.partnership.id,
		reference: opened.header.reference,
		for: sent.for,
		what: sent.what,
		by: sent.by,
		to: sent.to,
		at: sent.at,
		submitted,
		link,
	};
	const key = await signingKey(app);
	const publicKey = (await listSigningKeys(db)).find(({ id }) => id === key.id)?.publicKey;
	return {
		"concord-receipt": says,
		key: { fingerprint: key.id, public: publicKey?.toString("base64") ?? "" },
		signature: signatureUnder(signedOfReceipt(says), key),
		entries,
		words,
	};
}

/** What is found of a receipt. `elsewhere`: signed by another installation. `not-in-record`: the record has that entry no more. */
export type ReceiptFound =
	| { is: "true"; receipt: Receipt; inRecord: boolean | undefined }
	| { is: ReceiptFault | "elsewhere" | "not-in-record" | "other-difference"; receipt?: Receipt };

/**
 * Checks a receipt.
 *
 * @param db the record that it is of; left out, it is checked by itself
 * @param reference the difference of which somebody says that it is
 */
export async function receiptFound(
	text: string,
	{ db, reference }: { db?: Db | Trx | undefined; reference?: string | undefined } = {},
): Promise<ReceiptFound> {
	const receipt = readReceipt(text);
	if (!receipt) return { is: "no-receipt" };
	const fault = checkReceipt(receipt);
	if (fault) return { is: fault };
	const says = receipt["concord-receipt"];
	if (reference && plain(reference) !== plain(says.reference))
		return { is: "other-difference", receipt };
	if (!db) return { is: "true", receipt, inRecord: undefined };
	const known = (await listSigningKeys(db)).some(
		({ publicKey }) => publicKey.toString("base64") === receipt.key.public,
	);
	if (!known) return { is: "elsewhere", receipt };
	const { chain, position, hash } = says.link;
	// Whoever can put a key of theirs among ours cannot put what they say into the chain.
	return (await hashAt(db, chain, position)) === hash &&
		(await hasActs(db, chain, says.submitted)) &&
		(await areShown(db, chain, says.submitted))
		? { is: "true", receipt, inRecord: true }
		: { is: "not-in-record", receipt };
}

/** What is shown of acts is what stands in the record. Of what was disposed of only its links are left. */
async function areShown(
	db: Db | Trx,
	chain: string,
	submitted: ReceiptSays["submitted"],
): Promise<boolean> {
	for (const { act: number, shown } of submitted) {
		if (shown === undefined) continue;
		const found = await findLinkOfAct(db, chain, number);
		const is = found?.act && sha256Of(textOfActShown(found.act.columns, found.act.narrative));
		if (is ? is !== shown : !found?.isDisposed) return false;
	}
	return true;
}

const plain = (reference: string) => plainReference(reference).toUpperCase();

/** What somebody is told of a receipt, in a sentence, and what follows. @param reader left out, whoever reads English */
export function sayReceiptFound(
	found: ReceiptFound,
	reader: SpokenTo = {},
): { title: string; says: string } {
	const say = sayTo(reader);
	switch (found.is) {
		case "true":
			return found.inRecord
				? {
						title: say`This receipt is true`,
						says: withLeftOut(
							found.receipt,
							reader,
							say`It was signed by this Concord, nothing in it was altered, and the record still has what it is for.`,
						),
					}
				: {
						title: say`This receipt was not altered`,
						says: withLeftOut(
							found.receipt,
							reader,
							say`Its signature holds, and what it says was submitted is what was signed. Compare the fingerprint of the key with the one that the partnership gives. Whether the record still has it, only that Concord can say.`,
						),
					};
		case "no-receipt":
			return {
				title: say`This is no receipt`,
				says: say`The file is no receipt of Concord, or it is damaged. Take the file that ends with .json, as it was downloaded.`,
			};
		case "altered":
			return {
				title: say`This receipt was altered`,
				says: say`Its signature does not hold: something in it is other than it was when it was signed.`,
			};
		case "not-what-was-submitted":
			return {
				title: say`This receipt was altered`,
				says: say`What it says was submitted is not what was signed.`,
			};
		case "words":
			return {
				title: say`The words in this receipt were altered`,
				says: say`The signature holds. The words that come with it are not those that were submitted.`,
			};
		case "elsewhere":
			return {
				title: say`This receipt is of another Concord`,
				says: say`It holds by itself, and was not signed by this Concord. Ask the partnership that it names.`,
			};
		case "other-difference":
			return {
				title: say`This receipt is of another difference`,
				says: say`It holds, and is for another reference than the one you gave.`,
			};
		case "not-in-record":
			return {
				title: say`The record does not have this any more`,
				says: say`This Concord signed the receipt, and its record does not have what it is for. Keep the receipt, and tell the data protection officer of the partnership.`,
			};
	}
}

/** Words can be taken out of a file, and what is left of it holds: how many are not there is said too. */
function withLeftOut(receipt: Receipt, reader: SpokenTo, says: string): string {
	const count = wordsLeftOutOf(receipt);
	if (count === 0) return says;
	const say = sayTo(reader);
	const leftOut =
		count === 1
			? say`The words of one answer are left out of this file.`
			: say`The words of ${sayNumber(count)} answers are left out of this file.`;
	return `${says} ${leftOut}`;
}
