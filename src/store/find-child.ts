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
 * Where the differences that a person may see name somebody who is asked for. The codes say where to look, and what stands
 * there is opened and compared.
 *
 * @param within `shown` where their side is told whom the difference is about; `anywhere` in the record, for the record
 *   as they see it to say whether they may read that
 * @param but a difference that is not looked at
 * @throws SealFault
 */
export async function findChild(
	db: Db | Trx,
	viewer: Viewer,
	asked: ChildAsked,
	within: "shown" | "anywhere" = "shown",
	but?: string,
): Promise<Found[]> {
	const codes = codesAsked(asked);
	if (codes.length === 0) return [];
	const keys = await openAllKeysOf(db, viewer.partnershipId);
	if (keys.length === 0) return [];
	const underAll = keys.flatMap(({ id, ofIndex }) =>
		codes.map((all) => {
			const under = all.map(
				(code) => sql`exists (
					select from about_index code
					where (code.difference_id, code.seq, code.field) = (named.difference_id, named.seq, named.field)
						and code.partnership_key_id = ${id} and code.kind = ${code.kind} and code.code = ${codeOf(ofIndex, code)})`,
			);
			return sql<boolean>`(${sql.join(under, sql` and `)})`;
		}),
	);
	const places = await visibleDifferences(db, viewer)
		.innerJoin("narrative as named", (join) => {
			const ofDifference = join.onRef("named.difference_id", "=", "difference.id");
			return within === "shown"
				? ofDifference
						.onRef("named.seq", "=", "party.about_seq")
						.onRef("named.field", "=", "party.about_field")
				: ofDifference;
		})
		.where(sql<boolean>`(${sql.join(underAll, sql` or `)})`)
		.$if(but !== undefined, (query) => query.where("difference.id", "<>", but ?? ""))
		.select(["named.difference_id", "named.seq", "named.field"])
		.distinct()
		.execute();
	const opened = await openAt(db, places);
	return places.filter((place) => {
		const there = opened.get(atPlace(place));
		return (
			there !== undefined &&
			"content" in there &&
			childrenOf(there.content).some((child) => isAsked(asked, child))
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
	const named = new Set<string>();
	for (const each of asked)
		for (const found of await findChild(db, viewer, each, "anywhere", but))
			named.add(found.difference_id);
	if (named.size === 0) return [];
	const rows = await visibleDifferences(db, viewer)
		.where(sql<boolean>`difference.id = any(${[...named]}::uuid[])`)
		.where("difference.raising_agency_id", "=", raisingAgency)
		.where("party.status", "=", "open")
		.orderBy("difference.reference")
		.select(["difference.id", "difference.reference"])
		.distinct()
		.execute();
	return rows.map(({ id }) => id);
}
