import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import { type Db, transact } from "../store/db.ts";
import { giveUpKey, listKnownKeys, noteCopy, noteKey } from "../store/installation-keys.ts";
import {
	endRotation,
	listNotWrappedBy,
	renewPartnershipKey,
	wrapDifferenceKeysAgain,
	wrapPartnershipKeyAgain,
} from "../store/rotate-keys.ts";
import { wrapSetupDraftAgain } from "../store/setup-draft.ts";

/** Told how many keys are closed again so far. */
type Told = (done: number) => void;

/** What a rotation did. `before` are the keys that close nothing any more and were not given up yet. */
export type Rotated = { id: string; made: boolean; rewrapped: number; before: string[] };

/**
 * Closes the keys of all partnerships under a new key of the installation. A rotation that was broken off, and one for which
 * somebody has put the new key into the file already, is gone on with: no further key is made. Concord may serve meanwhile.
 *
 * @throws SealFault
 */
export async function rotateInstallationKey(
	db: Db,
	holder: KeyHolder,
	now: Temporal.Instant,
	told: Told = () => {},
): Promise<Rotated> {
	const known = await listKnownKeys(db);
	const today = await holder.today();
	const isBegun = known.some(({ id, closes }) => id !== today.id && closes > 0);
	const { id } = isBegun ? today : await holder.renew(now);
	await transact(db, async (trx) => {
		for (const each of [...known.map((key) => key.id), id])
			await noteKey(trx, each, now.toString());
	});
	const keys = await listNotWrappedBy(db, id);
	for (const [nth, key] of keys.entries()) {
		await transact(db, (trx) => wrapPartnershipKeyAgain(trx, key));
		told(nth + 1);
	}
	await transact(db, (trx) => wrapSetupDraftAgain(trx));
	const after = await listKnownKeys(db);
	return {
		id,
		made: !isBegun,
		rewrapped: keys.length,
		before: after
			.filter((key) => key.id !== id && key.closes === 0 && key.givenUpAt === null)
			.map((key) => key.id),
	};
}

/** So many differences at a time: a page that waits for one of them waits for no longer than that. */
const atOnce = 50;

/**
 * Closes the keys of a partnership's differences under a new key of the partnership; one that was broken off is gone on with.
 * The key of before is deleted once it closes nothing.
 *
 * @returns how many keys of differences were closed again, and whether one of before still closes something, which whoever
 *   writes just now is about to be done with
 * @throws SealFault
 */
export async function rotatePartnershipKey(
	db: Db,
	partnershipId: string,
	told: Told = () => {},
): Promise<{ made: boolean; rewrapped: number; isOver: boolean }> {
	const made = await transact(db, (trx) => renewPartnershipKey(trx, partnershipId));
	let rewrapped = 0;
	for (;;) {
		const done = await transact(db, (trx) => wrapDifferenceKeysAgain(trx, partnershipId, atOnce));
		if (done === 0) break;
		rewrapped += done;
		told(rewrapped);
	}
	const left = await transact(db, (trx) => endRotation(trx, partnershipId));
	return { made, rewrapped, isOver: left === 0 };
}

/**
 * Destroys a key of the installation that closes nothing any more. Backups from before its rotation need it still: who gives it
 * up gives them up.
 *
 * @returns what is left to do, where Concord cannot do it itself
 * @throws Refusal 'still-needed', SealFault
 */
export async function forgetInstallationKey(
	db: Db,
	holder: KeyHolder,
	id: string,
	now: Temporal.Instant,
): Promise<string | undefined> {
	if ((await holder.today()).id === id)
		throw new Refusal(
			"still-needed",
			said`${id} is the key in use. Rotate first: concord keys rotate.`,
		);
	await transact(db, async (trx) => {
		await noteKey(trx, id, now.toString());
		if (!(await giveUpKey(trx, id, now.toString())))
			throw new Refusal(
				"still-needed",
				said`${id} still closes keys in this database. Go on with: concord keys rotate.`,
			);
	});
	return holder.forget(id);
}

/** Notes that somebody showed a copy of keys. */
export const noteKeyCopy = (db: Db, ids: readonly string[], now: Temporal.Instant): Promise<void> =>
	transact(db, async (trx) => {
		for (const id of ids) {
			await noteKey(trx, id, now.toString());
			await noteCopy(trx, id, now.toString());
		}
	});
