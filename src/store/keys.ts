import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { SealFault, staysClosed } from "../keys/faults.ts";
import type { PartnershipKey, WrappedPartnershipKey } from "../keys/keyring.ts";
import { type Key, newKey, type Place, unwrap, wrap } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";

const columns = [
	"partnership_key.id",
	"partnership_key.partnership_id",
	"partnership_key.wrapped_by",
	"partnership_key.wrapped",
] as const;

type Row = { id: string; partnership_id: string; wrapped_by: string; wrapped: Uint8Array };

const toKey = (row: Row): WrappedPartnershipKey => ({
	id: row.id,
	partnershipId: row.partnership_id,
	wrappedBy: row.wrapped_by,
	wrapped: row.wrapped,
});

const inUse = (db: Db | Trx, partnershipId: string) =>
	db
		.selectFrom("partnership_key")
		.where("partnership_id", "=", partnershipId)
		.where("retired_at", "is", null)
		.select(columns)
		.executeTakeFirst();

/**
 * The key of a partnership under which something new is sealed. A partnership that has none yet, or none in use, is given
 * one.
 *
 * @throws SealFault 'no-key' | 'damaged' | 'away'
 */
export async function partnershipKeyInUse(
	trx: Trx,
	partnershipId: string,
): Promise<PartnershipKey> {
	const row = (await inUse(trx, partnershipId)) ?? (await addPartnershipKey(trx, partnershipId));
	return trx.keys.open(toKey(row));
}

/** Gives a partnership a key that has none in use. Whoever makes one at the same time has made it. @throws SealFault */
export async function addPartnershipKey(trx: Trx, partnershipId: string): Promise<Row> {
	const made = await trx.keys.make(randomUUID(), partnershipId);
	await trx
		.insertInto("partnership_key")
		.values({
			id: made.id,
			partnership_id: partnershipId,
			wrapped_by: made.wrappedBy,
			wrapped: made.wrapped,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const row = await inUse(trx, partnershipId);
	if (!row) throw new Error("A partnership has no key after one was made");
	return row;
}

/** The keys of partnerships by their identifiers: those that are open in memory are not asked for. @throws SealFault */
export async function openPartnershipKeys(
	db: Db | Trx,
	ids: readonly string[],
): Promise<Map<string, PartnershipKey>> {
	const open = new Map<string, PartnershipKey>();
	const missing: string[] = [];
	for (const id of new Set(ids)) {
		const held = db.keys.held(id);
		if (held) open.set(id, held);
		else missing.push(id);
	}
	if (missing.length === 0) return open;
	const rows = await db
		.selectFrom("partnership_key")
		.where(sql<boolean>`id = any(${missing}::uuid[])`)
		.select(columns)
		.execute();
	for (const row of rows) open.set(row.id, await db.keys.open(toKey(row)));
	return open;
}

/** All keys that a partnership has, also those that another took the place of. @throws SealFault */
export async function openAllKeysOf(
	db: Db | Trx,
	partnershipId: string,
): Promise<PartnershipKey[]> {
	const rows = await db
		.selectFrom("partnership_key")
		.where("partnership_id", "=", partnershipId)
		.select(columns)
		.execute();
	return Promise.all(rows.map((row) => db.keys.open(toKey(row))));
}

export const placeOfDifferenceKey = (partnershipId: string, differenceId: string): Place => [
	"difference_key",
	partnershipId,
	differenceId,
];

/**
 * Gives each of these differences a key of its own, in the transaction that begins it.
 *
 * @throws SealFault
 */
export async function addDifferenceKeys(
	trx: Trx,
	partnershipId: string,
	differences: readonly string[],
): Promise<void> {
	if (differences.length === 0) return;
	const under = await partnershipKeyInUse(trx, partnershipId);
	await trx
		.insertInto("difference_key")
		.values(
			differences.map((id) => ({
				difference_id: id,
				partnership_id: partnershipId,
				partnership_key_id: under.id,
				wrapped: wrap(under.ofDifferences, newKey(), placeOfDifferenceKey(partnershipId, id)),
			})),
		)
		.execute();
}

/** The key of a difference as it comes with a row that is sealed under it; null where it was destroyed. */
export type KeyColumns = { key_of: string | null; key_wrapped: Uint8Array | null };

/** To be selected of a table that is joined with `difference_key` by a left join. */
export const keyColumns = [
	"difference_key.partnership_key_id as key_of",
	"difference_key.wrapped as key_wrapped",
] as const;

/** A row that is sealed under the key of its difference. */
export type UnderDifference = KeyColumns & { difference_id: string; partnership_id: string };

/**
 * Opens what is sealed under keys of differences, row by row.
 *
 * @returns for each row what `opened` makes of it with its key, or the fault for which it stays closed
 * @throws SealFault 'away'
 */
export async function withKeysOf<Row extends UnderDifference, Answer>(
	db: Db | Trx,
	rows: readonly Row[],
	opened: (row: Row, key: Key) => Answer,
): Promise<(Answer | SealFault)[]> {
	const partnerships = new Map<string, PartnershipKey | SealFault>();
	const asked = new Set(rows.flatMap(({ key_of }) => key_of ?? []));
	for (const id of asked) partnerships.set(id, await keyOrFault(db, id));
	const keys = new Map<string, Key | SealFault>();
	return rows.map((row) => {
		const key = keys.get(row.difference_id) ?? orFault(() => keyOfRow(row, partnerships));
		keys.set(row.difference_id, key);
		return key instanceof SealFault ? key : orFault(() => opened(row, key));
	});
}

async function keyOrFault(db: Db | Trx, id: string): Promise<PartnershipKey | SealFault> {
	try {
		return (await openPartnershipKeys(db, [id])).get(id) ?? new SealFault("no-key", noPartnership);
	} catch (problem) {
		if (staysClosed(problem)) return problem;
		throw problem;
	}
}
const noPartnership = "The key of the partnership that this takes is not here.";

function keyOfRow(
	row: UnderDifference,
	partnerships: Map<string, PartnershipKey | SealFault>,
): Key {
	if (row.key_of === null || row.key_wrapped === null)
		throw new SealFault("disposed", "The key of the difference was destroyed.");
	const under = partnerships.get(row.key_of);
	if (under === undefined || under instanceof SealFault)
		throw under ?? new SealFault("no-key", noPartnership);
	return openOnce(under, row, row.key_wrapped);
}

/** How many keys of differences stay open in memory for each partnership. */
const mostOpen = 5_000;
const openNow = new WeakMap<PartnershipKey, Map<string, Key>>();

/**
 * A list opens a key for each of its rows, which takes as long as the words: those asked for lately are not opened again. They are
 * found by what closes them, which comes with the row, so one that was destroyed is never found.
 */
function openOnce(
	under: PartnershipKey,
	{ partnership_id, difference_id }: UnderDifference,
	wrapped: Uint8Array,
): Key {
	const open = openNow.get(under) ?? new Map<string, Key>();
	openNow.set(under, open);
	const closed = `${partnership_id} ${difference_id} ${Buffer.from(wrapped).toString("latin1")}`;
	const key =
		open.get(closed) ??
		unwrap(under.ofDifferences, wrapped, placeOfDifferenceKey(partnership_id, difference_id));
	// The one that was asked for longest ago stands first.
	open.delete(closed);
	open.set(closed, key);
	const [oldest] = open.size > mostOpen ? open.keys() : [];
	if (oldest !== undefined) open.delete(oldest);
	return key;
}

function orFault<Answer>(work: () => Answer): Answer | SealFault {
	try {
		return work();
	} catch (problem) {
		if (problem instanceof SealFault) return problem;
		throw problem;
	}
}

/**
 * The keys of some differences, to seal something under. @throws SealFault also where one was destroyed: then nothing more can be
 * written there
 */
export async function keysOfDifferences(
	db: Db | Trx,
	differences: readonly string[],
): Promise<Map<string, Key>> {
	const rows = await db
		.selectFrom("difference_key")
		.where(sql<boolean>`difference_id = any(${differences}::uuid[])`)
		.select(["difference_id", "partnership_id", ...keyColumns])
		.execute();
	const keys = await withKeysOf(db, rows, (_row, key) => key);
	const found = new Map<string, Key>();
	for (const [nth, row] of rows.entries()) {
		const key = keys[nth];
		if (key instanceof SealFault) throw key;
		if (key) found.set(row.difference_id, key);
	}
	if (differences.some((id) => !found.has(id)))
		throw new SealFault("disposed", "The key of the difference was destroyed.");
	return found;
}

/**
 * Destroys the key of a difference, and the codes by which a child is found in it: what is sealed under it, wherever a copy of
 * it stands, is closed for ever once backups from before have gone.
 *
 * @returns false where it was destroyed before
 */
export async function shredDifferenceKey(trx: Trx, differenceId: string): Promise<boolean> {
	await trx.deleteFrom("about_index").where("difference_id", "=", differenceId).execute();
	const gone = await trx
		.deleteFrom("difference_key")
		.where("difference_id", "=", differenceId)
		.returning("difference_id")
		.executeTakeFirst();
	return gone !== undefined;
}
