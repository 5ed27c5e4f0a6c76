/**
 * By which codes a child is found, though every name is sealed. What the codes tell whoever has the database alone is in
 * docs/decisions/what-is-encrypted.md.
 */
import { createHmac } from "node:crypto";
import { type Code, childrenOf, codesOf } from "../domain/difference/find-child.ts";
import type { PartnershipKey } from "../keys/keyring.ts";
import type { Key } from "../keys/sealed.ts";
import type { Trx } from "./db.ts";
import { partnershipKeyInUse } from "./keys.ts";

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

/** Adds the codes of everybody whom these answers name. @throws SealFault */
export async function addToIndex(trx: Trx, told: readonly Told[]): Promise<void> {
	const naming = told.flatMap((each) => {
		const codes = childrenOf(each.content).flatMap(codesOf);
		return codes.length > 0 ? [{ each, codes }] : [];
	});
	if (naming.length === 0) return;
	const keys = new Map<string, PartnershipKey>();
	for (const id of new Set(naming.map(({ each }) => each.partnership_id)))
		keys.set(id, await partnershipKeyInUse(trx, id));
	const rows = naming.flatMap(({ each, codes }) => {
		const { id, ofIndex } = keys.get(each.partnership_id) as PartnershipKey;
		return codes.map((code) => ({
			difference_id: each.difference_id,
			seq: each.seq,
			field: each.field,
			partnership_id: each.partnership_id,
			partnership_key_id: id,
			kind: code.kind,
			code: codeOf(ofIndex, code),
		}));
	});
	await trx
		.insertInto("about_index")
		.values(rows)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}
