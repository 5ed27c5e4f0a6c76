/**
 * By which codes a child is found, though every name is sealed. What the codes tell whoever has the database alone is in
 * docs/decisions/what-is-encrypted.md.
 */
import { createHmac } from "node:crypto";
import { type Selectable, sql } from "kysely";
import { type Code, childrenOf, codesOf } from "../domain/difference/find-child.ts";
import type { PartnershipKey } from "../keys/keyring.ts";
import type { Key } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { openPartnershipKeys, partnershipKeyInUse } from "./keys.ts";
import type { Tables } from "./tables.ts";

/** One thing that was told. */
export type Told = {
	difference_id: string;
	partnership_id: string;
	seq: number;
	field: string;
	/** As JSON has it. */
	content: unknown;
};

/** One byte: of 256 names that begin otherwise, one has the same code, so that a code alone tells nobody who is meant. */
export const codeOf = (key: Key, { kind, text }: Code): number =>
	createHmac("sha256", key).update(`${kind}\n${text}`, "utf8").digest()[0] as number;

type Naming = { told: Told; codes: Code[] };

const namingIn = (told: readonly Told[]): Naming[] =>
	told.flatMap((each) => {
		const codes = childrenOf(each.content).flatMap(codesOf);
		return codes.length > 0 ? [{ told: each, codes }] : [];
	});

/** The rows of one answer. Two codes may be the same byte. */
const rowsOf = ({ told, codes }: Naming, under: PartnershipKey) =>
	codes.map((code) => ({
		difference_id: told.difference_id,
		seq: told.seq,
		field: told.field,
		partnership_id: told.partnership_id,
		partnership_key_id: under.id,
		kind: code.kind,
		code: codeOf(under.ofIndex, code),
	}));

/** Adds the codes of everybody whom these answers name. @throws SealFault */
export async function addToIndex(trx: Trx, told: readonly Told[]): Promise<void> {
	const naming = namingIn(told);
	if (naming.length === 0) return;
	const keys = new Map<string, PartnershipKey>();
	for (const id of new Set(naming.map(({ told }) => told.partnership_id)))
		keys.set(id, await partnershipKeyInUse(trx, id));
	const rows = naming.flatMap((each) =>
		rowsOf(each, keys.get(each.told.partnership_id) as PartnershipKey),
	);
	await trx
		.insertInto("about_index")
		.values(rows)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/**
 * Which of some differences are found under other codes than those of everybody whom their answers name.
 *
 * @param told of each difference all that was told in it
 * @throws SealFault
 */
export async function listIndexedOtherwise(
	db: Db | Trx,
	told: ReadonlyMap<string, readonly Told[]>,
): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom("about_index")
		.where(sql<boolean>`difference_id = any(${[...told.keys()]}::uuid[])`)
		.selectAll()
		.execute();
	const keys = await openPartnershipKeys(
		db,
		rows.map((row) => row.partnership_key_id),
	);
	const kept = Map.groupBy(rows, (row) => row.difference_id);
	return new Set(
		[...told].flatMap(([id, all]) => (isIndexedAs(kept.get(id) ?? [], all, keys) ? [] : [id])),
	);
}

function isIndexedAs(
	kept: readonly Selectable<Tables["about_index"]>[],
	told: readonly Told[],
	keys: ReadonlyMap<string, PartnershipKey>,
): boolean {
	// Under which key, the answer's own rows say: those of one answer were made at once.
	const keyOf = new Map(kept.map((row) => [placeIn(row), keys.get(row.partnership_key_id)]));
	const expected = namingIn(told).flatMap((each) => {
		const key = keyOf.get(placeIn(each.told));
		return key ? rowsOf(each, key).map(textOfRow) : [`nothing of ${placeIn(each.told)}`];
	});
	return new Set(expected).symmetricDifference(new Set(kept.map(textOfRow))).size === 0;
}

const placeIn = ({ seq, field }: { seq: number; field: string }): string => `${seq} ${field}`;

const textOfRow = (row: Selectable<Tables["about_index"]>): string =>
	[placeIn(row), row.partnership_id, row.partnership_key_id, row.kind, row.code].join(" ");
