/** Evidence packs while they are looked at: what was asked, and what was decided of each piece. What is told is sealed. */
import { sql } from "kysely";
import type { Key, Place } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { nextNumber } from "./next-number.ts";
import { dataKeyOf, keyFor, openValue, sealValue } from "./sealed-values.ts";
import type { Tables } from "./tables.ts";

/** A pack. Instants are ISO. */
export type SavedPack<Said> = {
	id: string;
	partnershipId: string;
	/** Whose it is. */
	personId: string;
	/** Of those of the same person. */
	number: number;
	/** What was asked, and what it is called. */
	said: Said;
	begunAt: string;
	keptUntil: string;
};

export const placeOfSaid = (id: string): Place => ["evidence_pack", id, "said"];
export const placeOfPiece = (pack: string, piece: string): Place => [
	"evidence_pack_piece",
	pack,
	piece,
];

/** Adds a pack, with its differences in their order. @returns its number @throws SealFault */
export async function addPack(
	trx: Trx,
	pack: Omit<SavedPack<unknown>, "number">,
	differences: readonly string[],
): Promise<number> {
	const { id, partnershipId } = pack;
	const number = await nextNumber(trx, "evidence_pack", pack.personId);
	await trx
		.insertInto("evidence_pack")
		.values({
			id,
			partnership_id: partnershipId,
			person_id: pack.personId,
			number,
			said: sealValue(await dataKeyOf(trx, partnershipId), pack.said, placeOfSaid(id)),
			begun_at: pack.begunAt,
			kept_until: pack.keptUntil,
		})
		.execute();
	await trx
		.insertInto("evidence_pack_difference")
		.values(
			differences.map((difference, nth) => ({
				pack_id: id,
				difference_id: difference,
				partnership_id: partnershipId,
				number: nth + 1,
			})),
		)
		.execute();
	return number;
}

/** Those of somebody that are still kept, the latest first; one alone where it is named. @param at ISO instant @throws SealFault */
export async function listPacks<Said>(
	db: Db | Trx,
	personId: string,
	at: string,
	id?: string,
): Promise<SavedPack<Said>[]> {
	const rows = await db
		.selectFrom("evidence_pack")
		.where("person_id", "=", personId)
		.where("kept_until", ">", new Date(at))
		.$if(id !== undefined, (query) => query.where("id", "=", id ?? ""))
		.orderBy("number", "desc")
		.selectAll()
		.execute();
	const [first] = rows;
	if (!first) return [];
	const key = await dataKeyOf(db, first.partnership_id);
	return rows.map((row) => ({
		id: row.id,
		partnershipId: row.partnership_id,
		personId: row.person_id,
		number: row.number,
		said: openValue(key, row.said, placeOfSaid(row.id)) as Said,
		begunAt: row.begun_at.toISOString(),
		keptUntil: row.kept_until.toISOString(),
	}));
}

/** A difference of a pack, and how far somebody has looked at it. Instants are ISO. */
export type InPack = {
	differenceId: string;
	reference: string;
	number: number;
	/** Null until somebody has looked. `entries` are those that they looked at, by number. */
	looked: {
		at: string;
		entries: number[];
		given: number;
		redacted: number;
		withheld: number;
	} | null;
};

/** The differences of a pack in their order; one alone where its number is given. */
export async function listInPack(db: Db | Trx, packId: string, number?: number): Promise<InPack[]> {
	const rows = await db
		.selectFrom("evidence_pack_difference as held")
		.innerJoin("difference", "difference.id", "held.difference_id")
		.where("held.pack_id", "=", packId)
		.$if(number !== undefined, (query) => query.where("held.number", "=", number ?? 0))
		.orderBy("held.number")
		.selectAll("held")
		.select("difference.reference")
		.execute();
	return rows.map((row) => ({
		differenceId: row.difference_id,
		reference: row.reference,
		number: row.number,
		looked:
			row.looked_at === null || row.looked_entries === null
				? null
				: {
						at: row.looked_at.toISOString(),
						entries: row.looked_entries,
						given: row.given ?? 0,
						redacted: row.redacted ?? 0,
						withheld: row.withheld ?? 0,
					},
	}));
}

/** Says that a difference of a pack was looked at. */
export async function saveLooked(
	trx: Trx,
	packId: string,
	differenceId: string,
	looked: NonNullable<InPack["looked"]>,
): Promise<void> {
	await trx
		.updateTable("evidence_pack_difference")
		.set({
			looked_entries: sql<number[]>`${looked.entries}::int[]`,
			looked_at: looked.at,
			given: looked.given,
			redacted: looked.redacted,
			withheld: looked.withheld,
		})
		.where("pack_id", "=", packId)
		.where("difference_id", "=", differenceId)
		.execute();
}

/** How many of the files that were sent in what was looked at are given, and how many bytes they have. */
export async function sizeOfGiven(
	db: Db | Trx,
	packId: string,
): Promise<{ files: number; bytes: number }> {
	const { rows } = await sql<{ files: number; bytes: string }>`
		select count(*)::int as files, coalesce(sum(file.size), 0)::text as bytes
		from evidence_pack_difference held join file on file.difference_id = held.difference_id
		where held.pack_id = ${packId} and file.seq = any(held.looked_entries) and file.state <> 'infected'
			and not exists (select from evidence_pack_piece piece
				where piece.pack_id = held.pack_id and piece.difference_id = held.difference_id
					and piece.decision <> 'give' and piece.piece like '%/file.' || file.id)`.execute(db);
	return { files: rows[0]?.files ?? 0, bytes: Number(rows[0]?.bytes ?? 0) };
}

/** What was decided of a piece; `text` is what is given of it where that is a part. */
export type DecidedInPack = {
	piece: string;
	decision: Tables["evidence_pack_piece"]["decision"];
	text: string;
	ground: string | null;
};
type OfDifference = { packId: string; partnershipId: string; differenceId: string };

const keyOf = (db: Db | Trx, { partnershipId, differenceId }: OfDifference): Promise<Key> =>
	keyFor(db, { partnershipId, differenceId });

/** @throws SealFault */
export async function listDecidedInPack(db: Db | Trx, of: OfDifference): Promise<DecidedInPack[]> {
	const rows = await db
		.selectFrom("evidence_pack_piece")
		.where("pack_id", "=", of.packId)
		.where("difference_id", "=", of.differenceId)
		.select(["piece", "decision", "content", "ground"])
		.execute();
	if (rows.length === 0) return [];
	const key = await keyOf(db, of);
	return rows.map(({ piece, decision, content, ground }) => ({
		piece,
		decision,
		text:
			content === null ? "" : (openValue(key, content, placeOfPiece(of.packId, piece)) as string),
		ground,
	}));
}

/** Keeps what was decided of pieces of a difference, in place of what was decided before. @throws SealFault */
export async function saveDecidedInPack(
	trx: Trx,
	of: OfDifference,
	decided: readonly DecidedInPack[],
): Promise<void> {
	if (decided.length === 0) return;
	const key = await keyOf(trx, of);
	await trx
		.insertInto("evidence_pack_piece")
		.values(
			decided.map(({ piece, decision, text, ground }) => ({
				pack_id: of.packId,
				difference_id: of.differenceId,
				partnership_id: of.partnershipId,
				piece,
				decision,
				content:
					decision === "redact" ? sealValue(key, text, placeOfPiece(of.packId, piece)) : null,
				ground,
			})),
		)
		.onConflict((conflict) =>
			conflict.columns(["pack_id", "piece"]).doUpdateSet((put) => ({
				decision: put.ref("excluded.decision"),
				content: put.ref("excluded.content"),
				ground: put.ref("excluded.ground"),
			})),
		)
		.execute();
}

/** Deletes a pack with all that was decided in it. */
export async function deletePack(trx: Trx, id: string): Promise<void> {
	await trx.deleteFrom("evidence_pack").where("id", "=", id).execute();
}

/** Deletes those that are kept no longer. @param at ISO instant */
export async function deletePacksOver(trx: Trx, at: string): Promise<void> {
	await trx
		.deleteFrom("evidence_pack")
		.where("kept_until", "<=", sql<Date>`${at}::timestamptz`)
		.execute();
}

/** Of some differences those that an agency knows of, each with whether it is sealed. */
export async function listKnownToAgency(
	db: Db | Trx,
	differences: readonly string[],
	agency: string,
): Promise<Map<string, { isSealed: boolean }>> {
	const rows = await db
		.selectFrom("difference_party")
		.where(sql<boolean>`difference_id = any(${differences}::uuid[])`)
		.where("agency_id", "=", agency)
		.select(["difference_id", sql<boolean>`sealed_for is not null`.as("is_sealed")])
		.execute();
	return new Map(rows.map((row) => [row.difference_id, { isSealed: row.is_sealed }]));
}
