import { type ChainHead, type PublishedHead, signedOfHead } from "../chain/head.ts";
import { rootOf } from "../chain/merkle.ts";
import { signatureUnder } from "../chain/signed.ts";
import {
	addCheckpoint,
	type Checkpoint,
	endOfPartnership,
	latestCheckpoint,
	listChainEnds,
	listEndsAtCheckpoint,
} from "../store/chain.ts";
import { transact } from "../store/db.ts";
import { lockPartnership, type Partnership } from "../store/partnerships.ts";
import { listSigningKeys } from "../store/signing-keys.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { type SigningApp, signingKey } from "./signing-key.ts";

/**
 * Signs where all chains of a partnership end now, and keeps the signature in its own chain: what is cut off later, a tail
 * or a whole difference, is missed. Where nothing was recorded since the last time, that one stands.
 *
 * @returns it as it may leave Concord; undefined where nothing was ever recorded
 */
export async function makeCheckpoint(
	app: SigningApp,
	partnershipId: string,
): Promise<PublishedHead | undefined> {
	const key = await signingKey(app);
	return transact(app.db, async (trx) => {
		await lockPartnership(trx, partnershipId);
		const { partnership, now } = await partnershipClock(app, trx, partnershipId);
		const [end, latest] = [
			await endOfPartnership(trx, partnershipId),
			await latestCheckpoint(trx, partnershipId),
		];
		if (!end) return undefined;
		const ends = await listChainEnds(trx, partnershipId);
		const root = rootOf(ends);
		// The last checkpoint is itself the entry after what it names.
		if (latest && latest.root === root && latest.position + 1 === end.position)
			return publishedHead(trx, partnership, latest);
		const before = new Map(
			(await listEndsAtCheckpoint(trx, partnershipId)).map((each) => [each.difference, each.hash]),
		);
		const at = now.toInstant().toString({ fractionalSecondDigits: 6 });
		const head: ChainHead = {
			partnership: partnershipId,
			number: (latest?.number ?? 0) + 1,
			at: end.at > at ? end.at : at,
			differences: ends.length,
			root,
			position: end.position,
			hash: end.hash,
		};
		const made = { ...head, keyId: key.id, signature: signatureUnder(signedOfHead(head), key) };
		await addCheckpoint(trx, partnershipId, {
			...made,
			grown: ends.filter(({ difference, hash }) => before.get(difference) !== hash),
		});
		return publishedHead(trx, partnership, made);
	});
}

async function publishedHead(
	db: Parameters<typeof listSigningKeys>[0],
	partnership: Partnership,
	{ keyId, signature, number, at, differences, root, position, hash }: Checkpoint,
): Promise<PublishedHead> {
	const key = (await listSigningKeys(db)).find(({ id }) => id === keyId);
	return {
		"concord-head": {
			partnership: partnership.id,
			number,
			at,
			differences,
			root,
			position,
			hash,
		},
		of: partnership.name,
		key: { fingerprint: keyId, public: key?.publicKey.toString("base64") ?? "" },
		signature,
	};
}
