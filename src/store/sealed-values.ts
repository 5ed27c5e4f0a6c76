/**
 * What tells a story and is no part of the record, closed under the key of its difference or, where it is of none, under the
 * data key of its partnership; and opened again.
 */
import { createHmac } from "node:crypto";
import { SealFault, staysClosed } from "../keys/faults.ts";
import {
	close,
	deriveKey,
	type Key,
	newKey,
	open,
	type Place,
	unwrap,
	wrap,
} from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { keysOfDifferences, openPartnershipKeys, partnershipKeyInUse } from "./keys.ts";

/** Whose something is that is sealed. */
export type Whose = {
	partnershipId: string;
	/** Null where it is of no difference, or of none yet. */
	differenceId: string | null;
};

const purpose = "data key";
const dataKeyPlace = (partnershipId: string): Place => ["partnership_data_key", partnershipId];

/**
 * The key under which something is sealed.
 *
 * @throws SealFault 'disposed' where the difference's was destroyed; otherwise as its code says
 */
export async function keyFor(db: Db | Trx, { partnershipId, differenceId }: Whose): Promise<Key> {
	if (differenceId === null) return dataKeyOf(db, partnershipId);
	const keys = await keysOfDifferences(db, [differenceId]);
	return keys.get(differenceId) as Key;
}

/** The same, undefined where the words of the difference were disposed of. @throws SealFault */
export const keyUnlessDisposed = (db: Db | Trx, whose: Whose): Promise<Key | undefined> =>
	keyFor(db, whose).catch((problem) => {
		if (problem instanceof SealFault && problem.code === "disposed") return undefined;
		throw problem;
	});

/** The data key of a partnership. In a transaction one is made where there is none yet. @throws SealFault */
export async function dataKeyOf(db: Db | Trx, partnershipId: string): Promise<Key> {
	const found = await findDataKey(db, partnershipId);
	if (found) return found;
	if (!db.isTransaction)
		throw new SealFault("no-key", "The partnership has sealed nothing yet that has no difference.");
	const trx = db as Trx;
	const under = await partnershipKeyInUse(trx, partnershipId);
	await trx
		.insertInto("partnership_data_key")
		.values({
			partnership_id: partnershipId,
			partnership_key_id: under.id,
			wrapped: wrap(under.derive(purpose), newKey(), dataKeyPlace(partnershipId)),
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	// Whoever makes one at the same time has made it.
	return (await findDataKey(trx, partnershipId)) as Key;
}

async function findDataKey(db: Db | Trx, partnershipId: string): Promise<Key | undefined> {
	const row = await db
		.selectFrom("partnership_data_key")
		.where("partnership_id", "=", partnershipId)
		.select(["partnership_key_id", "wrapped"])
		.executeTakeFirst();
	if (!row) return undefined;
	const under = (await openPartnershipKeys(db, [row.partnership_key_id])).get(
		row.partnership_key_id,
	);
	if (!under) throw new SealFault("no-key", "The key of the partnership is not here.");
	return unwrap(under.derive(purpose), row.wrapped, dataKeyPlace(partnershipId));
}

/** Closes the data key of a partnership under the partnership key in use. @returns whether it was under another */
export async function rewrapDataKey(trx: Trx, partnershipId: string): Promise<boolean> {
	const under = await partnershipKeyInUse(trx, partnershipId);
	const row = await trx
		.selectFrom("partnership_data_key")
		.where("partnership_id", "=", partnershipId)
		.select("partnership_key_id")
		.forUpdate()
		.executeTakeFirst();
	if (!row || row.partnership_key_id === under.id) return false;
	const key = await dataKeyOf(trx, partnershipId);
	await trx
		.updateTable("partnership_data_key")
		.set({
			partnership_key_id: under.id,
			wrapped: wrap(under.derive(purpose), key, dataKeyPlace(partnershipId)),
		})
		.where("partnership_id", "=", partnershipId)
		.execute();
	return true;
}

/** Closes anything that JSON holds. */
export const sealValue = (key: Key, value: unknown, place: Place): Buffer =>
	close(key, Buffer.from(JSON.stringify(value), "utf8"), place);

/**
 * What `open` gives; undefined where it stays closed however often it is tried, so that the rest can be read.
 *
 * @throws SealFault 'no-key' | 'away': then nothing else opens either
 */
export async function unlessClosed<T>(open: () => T | Promise<T>): Promise<T | undefined> {
	try {
		return await open();
	} catch (problem) {
		if (!staysClosed(problem) || problem.code === "no-key") throw problem;
		return undefined;
	}
}

/** @throws SealFault 'damaged' */
export const openValue = (key: Key, sealed: Uint8Array, place: Place): unknown =>
	JSON.parse(open(key, sealed, place).toString("utf8"));

const placeOfBefore: Place = ["key of before"];

/** A key of another installation, closed under the one that took its place here. */
export const closeBefore = (key: Key, before: Key): Buffer => wrap(key, before, placeOfBefore);

/**
 * Opens what is linked as it stands, sealed, so that nobody can seal it anew: also where that was done on another
 * installation, under a key that is kept for it alone.
 *
 * @param before keys of other installations, closed under this one
 * @returns with the key that opened it
 * @throws SealFault 'damaged'
 */
export function openAsLinked(
	key: Key,
	before: readonly Uint8Array[] | null,
	sealed: string,
	place: Place,
): { value: unknown; by: Key } {
	const bytes = Buffer.from(sealed, "base64");
	const older = (before ?? []).values();
	for (let by = key; ; ) {
		try {
			return { value: openValue(by, bytes, place), by };
		} catch (problem) {
			const next = older.next();
			if (next.done) throw problem;
			by = unwrap(key, next.value, placeOfBefore);
		}
	}
}

/** The same of what is sealed under the data key of a partnership. @throws SealFault */
export async function openLinkedOfPartnership(
	db: Db | Trx,
	partnershipId: string,
	sealed: string,
	place: Place,
): Promise<{ value: unknown; by: Key }> {
	const key = await dataKeyOf(db, partnershipId);
	try {
		return openAsLinked(key, null, sealed, place);
	} catch (problem) {
		if (!(problem instanceof SealFault)) throw problem;
		return openAsLinked(key, await dataKeysBefore(db, partnershipId), sealed, place);
	}
}

async function dataKeysBefore(db: Db | Trx, partnershipId: string): Promise<Uint8Array[] | null> {
	const row = await db
		.selectFrom("partnership_data_key")
		.where("partnership_id", "=", partnershipId)
		.select("before")
		.executeTakeFirst();
	return row?.before ?? null;
}

/** Tells two texts apart without telling either: nobody who lacks the key can try guesses on it. */
export const keyedDigest = (key: Key, text: string): string =>
	createHmac("sha256", deriveKey(key, "digests")).update(text, "utf8").digest("base64url");
