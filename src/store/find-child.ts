import { type RawBuilder, sql } from "kysely";
import {
	type ChildAsked,
	type Code,
	childrenOf,
	codesAsked,
	isAsked,
} from "../domain/difference/find-child.ts";
import { codesOfSame, haveSameChild } from "../domain/difference/same-child.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Child } from "../domain/protocol/answers.ts";
import { codeOf } from "./about-index.ts";
import type { Db, Trx } from "./db.ts";
import { type Linked, visibleDifferences } from "./differences.ts";
import { openAllKeysOf } from "./keys.ts";
import { atPlace, openAt, type PlaceTold } from "./sealed-narrative.ts";

/** Where a difference names somebody who was asked for. */
export type Found = PlaceTold;

/**
 * Where the differences that a person may see name somebody who is asked for, as far as their side is told whom the
 * difference is about.
 *
 * @throws SealFault
 */
export async function findChild(db: Db | Trx, viewer: Viewer, asked: ChildAsked): Promise<Found[]> {
	const seen = visibleDifferences(db, viewer).where(
		sql<boolean>`difference.id = coded.difference_id and ${isTold}`,
	);
	const places = await placesUnder(
		db,
		viewer,
		codesAsked(asked),
		(coded) =>
			sql<Found>`${coded} select coded.* from coded where exists (${seen.select("difference.id")})`,
	);
	return whereThereIs(db, places, (child) => isAsked(asked, child));
}

/** What a code leads to is where the side of `party` is told whom the difference is about. */
const isTold = sql`(party.about_seq, party.about_field) = (coded.seq, coded.field)`;

/**
 * To where codes lead.
 *
 * @param codes all of one of these lists stand together there
 * @param select asks of `coded`, which has its places
 */
async function placesUnder<Place extends Found>(
	db: Db | Trx,
	viewer: Viewer,
	codes: readonly Code[][],
	select: (coded: RawBuilder<unknown>) => RawBuilder<Place>,
): Promise<Place[]> {
	if (codes.length === 0) return [];
	const keys = await openAllKeysOf(db, viewer.partnershipId);
	if (keys.length === 0) return [];
	/** Each by its index, whatever else there is. */
	const coded = keys.flatMap(({ id, ofIndex }) =>
		codes.map((all) => {
			const under = all.map(
				(code) => sql`select difference_id, seq, field from about_index
					where partnership_key_id = ${id} and kind = ${code.kind} and code = ${codeOf(ofIndex, code)}`,
			);
			return sql`(${sql.join(under, sql` intersect `)})`;
		}),
	);
	const { rows } = await select(
		sql`with coded as materialized (${sql.join(coded, sql` union `)})`,
	).execute(db);
	return rows;
}

/** Of 256 others one has the same code, so what stands there is opened and compared. */
async function whereThereIs<Place extends Found>(
	db: Db | Trx,
	places: readonly Place[],
	is: (child: Child) => boolean,
): Promise<Place[]> {
	const opened = await openAt(db, places);
	return places.filter((place) => {
		const there = opened.get(atPlace(place));
		return there !== undefined && "content" in there && childrenOf(there.content).some(is);
	});
}

/**
 * Every difference of a partnership in whose record somebody is named who has one of these codes, whoever may see it, the
 * oldest first. Of 256 others one has the same code, so each is to be opened and compared.
 *
 * @throws SealFault
 */
export async function listWithAnyCode(
	db: Db | Trx,
	partnershipId: string,
	codes: readonly Code[],
): Promise<string[]> {
	const keys = await openAllKeysOf(db, partnershipId);
	const any = keys.flatMap(({ id, ofIndex }) =>
		codes.map(
			(code) =>
				sql<boolean>`(code.partnership_key_id = ${id} and code.kind = ${code.kind} and code.code = ${codeOf(ofIndex, code)})`,
		),
	);
	if (any.length === 0) return [];
	const rows = await db
		.selectFrom("difference")
		.where("difference.partnership_id", "=", partnershipId)
		.where(
			sql<boolean>`exists (select from about_index code
				where code.difference_id = difference.id and (${sql.join(any, sql` or `)}))`,
		)
		.orderBy("difference.raised_at")
		.orderBy("difference.id")
		.select("difference.id")
		.execute();
	return rows.map(({ id }) => id);
}

/** A difference in which a child is named; `isTold` where the person is told it there, and need not look for it in the record. */
export type OpenAbout = Linked & { isTold: boolean };

/**
 * The open differences of an agency that a person may see and in which somebody is named who is one of these children, in
 * whatever part of the record, by reference.
 *
 * @param but a difference that is looked at already
 * @throws SealFault
 */
export async function listOpenAbout(
	db: Db | Trx,
	viewer: Viewer,
	raisingAgency: string,
	children: readonly Child[],
	but?: string,
): Promise<OpenAbout[]> {
	const seen = visibleDifferences(db, viewer)
		.where(sql<boolean>`difference.id = coded.difference_id`)
		.where("difference.raising_agency_id", "=", raisingAgency)
		.where("party.status", "=", "open")
		.$if(but !== undefined, (others) => others.where("difference.id", "<>", but ?? ""))
		.select(["difference.reference", sql<boolean>`coalesce(${isTold}, false)`.as("is_told")])
		// Looked up for each place: else all differences of the agency are read, to be joined with a handful.
		.offset(sql.lit(0));
	const places = await placesUnder(
		db,
		viewer,
		codesOfSame(children),
		(coded) =>
			sql<Found & { reference: string; is_told: boolean }>`${coded}
			select coded.*, seen.reference, bool_or(seen.is_told) as is_told
			from coded cross join lateral (${seen}) seen
			group by coded.difference_id, coded.seq, coded.field, seen.reference
			order by seen.reference`,
	);
	const named = await whereThereIs(db, places, (child) => haveSameChild(children, [child]));
	const found = new Map<string, OpenAbout>();
	for (const { difference_id: id, reference, is_told } of named)
		found.set(id, { id, reference, isTold: is_told || found.get(id)?.isTold === true });
	return [...found.values()];
}
