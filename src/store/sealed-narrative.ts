/** What tells a story, closed under the key of its difference and opened again. Its rows are of `narrative`. */
import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { canonicalJson } from "../domain/canonical-json.ts";
import { type Shape, shapeOf } from "../domain/difference/words-lost.ts";
import { SealFault } from "../keys/faults.ts";
import { close, type Key, open, type Place } from "../keys/sealed.ts";
import { addToIndex, type Told } from "./about-index.ts";
import type { Db, Trx } from "./db.ts";
import { type KeyColumns, keyColumns, keysOfDifferences, withKeysOf } from "./keys.ts";
import type { EntriesRead } from "./scope.ts";
import type { Tables } from "./tables.ts";

/** The same as the database keeps it, with its key. */
export type SealedTold = Omit<Told, "content"> & KeyColumns & { content: Buffer; shape: Shape };

/** At random, so that what an entry commits to tells nothing without the key. In bytes. */
const saltLength = 16;

export const placeOfTold = ({ difference_id, seq, field }: Omit<Told, "content">): Place => [
	"narrative",
	difference_id,
	seq,
	field,
];

/** What an entry of the record commits to of something told: SHA-256 of its salt and its canonical text. */
export const commitmentOf = (salted: Uint8Array): Buffer =>
	createHash("sha256").update(salted).digest();

/** As it stands in the database. @param salt left out, one by chance */
export function sealTold(
	told: Told,
	key: Key,
	salt: Uint8Array = randomBytes(saltLength),
): { content: Buffer; commitment: Buffer } {
	const salted = Buffer.concat([salt, Buffer.from(canonicalJson(told.content), "utf8")]);
	return { content: close(key, salted, placeOfTold(told)), commitment: commitmentOf(salted) };
}

/** What was sealed: its salt and text, to which the record commits. @throws SealFault 'damaged' */
export const openSalted = (row: Omit<SealedTold, keyof KeyColumns | "shape">, key: Key): Buffer =>
	open(key, row.content, placeOfTold(row));

/** The salt and the answer that were sealed together. */
export const partsOf = (salted: Buffer): { salt: Buffer; value: unknown } => ({
	salt: salted.subarray(0, saltLength),
	value: textIn(salted),
});

const textIn = (salted: Buffer): unknown => JSON.parse(salted.toString("utf8", saltLength));

/** Adds what was told, sealed, with the codes by which a child is found. @throws SealFault also where the words of a difference were disposed of */
export async function addNarrative(trx: Trx, told: readonly Told[]): Promise<void> {
	if (told.length === 0) return;
	const keys = await keysOfDifferences(trx, [...new Set(told.map((each) => each.difference_id))]);
	await trx
		.insertInto("narrative")
		.values(
			told.map((each) => ({
				difference_id: each.difference_id,
				partnership_id: each.partnership_id,
				seq: each.seq,
				field: each.field,
				shape: shapeOf(each.content),
				...sealTold(each, keys.get(each.difference_id) as Key),
			})),
		)
		.execute();
	await addToIndex(trx, told);
}

/** `narrative` with the key of each row: to be narrowed, and given to `openTold`. */
export const selectSealed = (db: Db | Trx) => withItsKey((db as Db).selectFrom("narrative"));

/**
 * The same of some entries of a difference; and until the transaction ends the database gives of the record, its words and its
 * files these entries and nothing else, also to a query that forgets whose they are.
 */
export const selectSealedOfNoOther = (trx: Trx, { differenceId, seqs }: EntriesRead) =>
	withItsKey(
		(trx as unknown as Db).selectFrom(
			sql<Tables["narrative"]>`told_in(${differenceId}, ${seqs}::integer[])`.as("narrative"),
		) as ReturnType<typeof ofNarrative>,
	);

const ofNarrative = (db: Db) => db.selectFrom("narrative");

const columnsOfTold = [
	"narrative.difference_id",
	"narrative.partnership_id",
	"narrative.seq",
	"narrative.field",
	"narrative.content",
	"narrative.shape",
] as const;

const withItsKey = (narrative: ReturnType<typeof ofNarrative>) =>
	narrative
		.leftJoin("difference_key", "difference_key.difference_id", "narrative.difference_id")
		.select([...columnsOfTold, ...keyColumns]);

/** What rows of `selectSealed` tell, in their order; a fault in place of what stays closed. @throws SealFault 'away' */
export const openTold = (
	db: Db | Trx,
	rows: readonly SealedTold[],
): Promise<(SealFault | { content: unknown })[]> =>
	withKeysOf(db, rows, (row, key) => ({ content: textIn(openSalted(row, key)) }));

/** What is told in one entry under one name. */
export type PlaceTold = { difference_id: string; seq: number; field: string };

/** What is told at some places, by `atPlace`. What is not there, or stays closed, is left out or a fault. */
export async function openAt(
	db: Db | Trx,
	places: readonly PlaceTold[],
): Promise<Map<string, { content: unknown } | SealFault>> {
	if (places.length === 0) return new Map();
	const distinct = [...new Map(places.map((place) => [atPlace(place), place])).values()];
	const rows = await selectSealed(db)
		.where(
			sql<boolean>`(narrative.difference_id, narrative.seq, narrative.field) in (
				select * from unnest(${distinct.map((place) => place.difference_id)}::uuid[],
					${distinct.map((place) => place.seq)}::int[], ${distinct.map((place) => place.field)}::text[]))`,
		)
		.execute();
	const opened = await openTold(db, rows);
	return new Map(rows.map((row, nth) => [atPlace(row), opened[nth] as { content: unknown }]));
}

export const atPlace = ({ difference_id, seq, field }: PlaceTold): string =>
	`${difference_id} ${seq} ${field}`;

/** Something told, opened: a fault where it stays closed, and else whether it is that to which its entry commits. */
export type OpenedTold = Omit<SealedTold, keyof KeyColumns> & {
	is: SealFault | { content: unknown; isRight: boolean };
};

/** All that was told in some differences, by difference, each in the order of the record. @throws SealFault 'away' */
export async function openWhole(
	db: Db | Trx,
	differences: readonly string[],
): Promise<ReadonlyMap<string, OpenedTold[]>> {
	const isAmong = (table: string) =>
		sql<boolean>`${sql.ref(`${table}.difference_id`)} = any(${differences}::uuid[])`;
	const told = await (db as Db)
		.selectFrom("narrative")
		.where(isAmong("narrative"))
		.orderBy("difference_id")
		.orderBy("seq")
		.orderBy("field")
		.select([...columnsOfTold, "narrative.commitment"])
		.execute();
	// Of each difference once: with all of their words they would come again with each.
	const keys = await (db as Db)
		.selectFrom("difference_key")
		.where(isAmong("difference_key"))
		.select(["difference_key.difference_id", ...keyColumns])
		.execute();
	const keyOf = new Map(keys.map((key) => [key.difference_id, key]));
	const rows = told.map((row) => ({
		...row,
		key_of: keyOf.get(row.difference_id)?.key_of ?? null,
		key_wrapped: keyOf.get(row.difference_id)?.key_wrapped ?? null,
	}));
	const opened = await withKeysOf(db, rows, (row, key) => {
		const salted = openSalted(row, key);
		return { isRight: commitmentOf(salted).equals(row.commitment), content: textIn(salted) };
	});
	return Map.groupBy(
		rows.map((row, nth) => ({ ...row, is: opened[nth] as OpenedTold["is"] })),
		(row) => row.difference_id,
	);
}

/** How the words of a difference stand to what its record commits to. */
export type WordsChecked = {
	/** The numbers of the acts whose words are others. */
	wrong: number[];
	/** Whether words could not be looked at, because their key is not here or was destroyed; that alone is `keyGone`. */
	unread: boolean;
	keyGone: boolean;
};

export const checkWords = (told: readonly OpenedTold[]): WordsChecked => ({
	wrong: told.flatMap(({ seq, is }) =>
		(is instanceof SealFault ? is.code === "damaged" : !is.isRight) ? [seq] : [],
	),
	unread: told.some(({ is }) => is instanceof SealFault && is.code !== "damaged"),
	keyGone: told.some(({ is }) => is instanceof SealFault && is.code === "disposed"),
});

/** What words of an act were sealed with and are, by field: what proves them to whoever holds a receipt. The salt in base64. */
export async function openWordsOf(
	db: Db | Trx,
	differenceId: string,
	seq: number,
): Promise<Record<string, { salt: string; text: string }>> {
	const rows = await selectSealed(db)
		.where("narrative.difference_id", "=", differenceId)
		.where("narrative.seq", "=", seq)
		.execute();
	const opened = await withKeysOf(db, rows, (row, key) => ({ salted: openSalted(row, key) }));
	return Object.fromEntries(
		rows.flatMap(({ field }, nth) => {
			const is = opened[nth];
			return is && "salted" in is
				? [
						[
							field,
							{
								salt: is.salted.toString("base64", 0, saltLength),
								text: is.salted.toString("utf8", saltLength),
							},
						],
					]
				: [];
		}),
	);
}
