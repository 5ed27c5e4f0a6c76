import { sql } from "kysely";
import {
	type ChildAsked,
	type Code,
	childrenOf,
	codesAsked,
	isAsked,
} from "../domain/difference/find-child.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { codeOf } from "./about-index.ts";
import type { Db, Trx } from "./db.ts";
import { visibleDifferences } from "./differences.ts";
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
export const findChild = (db: Db | Trx, viewer: Viewer, asked: ChildAsked): Promise<Found[]> =>
	findAny(db, viewer, [asked], "shown");

/** Open differences that an agency raised, but for one that is looked at already. */
type OpenOf = { raisingAgency: string; but: string | undefined };

/**
 * The codes say where to look, and what stands there is opened and compared.
 *
 * @param asked any of these
 * @param within `shown` where their side is told whom the difference is about; else in whatever part of the record
 */
async function findAny(
	db: Db | Trx,
	viewer: Viewer,
	asked: readonly ChildAsked[],
	within: "shown" | OpenOf,
): Promise<Found[]> {
	const codes = asked.flatMap(codesAsked);
	if (codes.length === 0) return [];
	const keys = await openAllKeysOf(db, viewer.partnershipId);
	if (keys.length === 0) return [];
	/** Where all codes of one way to ask stand together: each by its index, whatever else there is. */
	const coded = keys.flatMap(({ id, ofIndex }) =>
		codes.map((all) => {
			const under = all.map(
				(code) => sql`select difference_id, seq, field from about_index
					where partnership_key_id = ${id} and kind = ${code.kind} and code = ${codeOf(ofIndex, code)}`,
			);
			return sql`(${sql.join(under, sql` intersect `)})`;
		}),
	);
	const seen = visibleDifferences(db, viewer)
		.where(sql<boolean>`difference.id = coded.difference_id`)
		.$if(within === "shown", (query) =>
			query.where(sql<boolean>`(party.about_seq, party.about_field) = (coded.seq, coded.field)`),
		)
		.$if(within !== "shown", (query) => {
			const { raisingAgency, but } = within as OpenOf;
			return query
				.where("difference.raising_agency_id", "=", raisingAgency)
				.where("party.status", "=", "open")
				.$if(but !== undefined, (others) => others.where("difference.id", "<>", but ?? ""));
		})
		.select("difference.id");
	const { rows: places } = await sql<Found>`
		with coded as materialized (${sql.join(coded, sql` union `)})
		select coded.difference_id, coded.seq, coded.field from coded where exists (${seen})`.execute(
		db,
	);
	const opened = await openAt(db, places);
	return places.filter((place) => {
		const there = opened.get(atPlace(place));
		return (
			there !== undefined &&
			"content" in there &&
			childrenOf(there.content).some((child) => asked.some((one) => isAsked(one, child)))
		);
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

/**
 * The open differences of an agency that a person may see and in which somebody is named who is asked for in one of these
 * ways, in whatever part of the record: whether the person may read that part is for the record as they see it to say.
 *
 * @param but a difference that is looked at already
 * @throws SealFault
 */
export async function listOpenAbout(
	db: Db | Trx,
	viewer: Viewer,
	raisingAgency: string,
	asked: readonly ChildAsked[],
	but?: string,
): Promise<string[]> {
	const places = await findAny(db, viewer, asked, { raisingAgency, but });
	if (places.length === 0) return [];
	const rows = await db
		.selectFrom("difference")
		.where("id", "in", [...new Set(places.map(({ difference_id }) => difference_id))])
		.orderBy("reference")
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}
