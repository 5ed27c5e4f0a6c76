/**
 * The list of differences, the search of it and the box that finds: a page of what somebody may see, in its order. How little
 * is read for that, docs/decisions/lists-from-indexes.md says.
 */
import { type RawBuilder, sql } from "kysely";
import { readChildAsked } from "../domain/difference/find-child.ts";
import type { Named } from "../domain/difference/told/whom.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Binding, Side } from "../domain/protocol/protocol.ts";
import type { Db, Trx } from "./db.ts";
import {
	type OfParty,
	type Place,
	placesSeen,
	visibleDifferences,
	visibleTo,
} from "./differences.ts";
import { isEntryFor, rankOfLevel } from "./duties.ts";
import { findChild } from "./find-child.ts";
import { listOf } from "./list-of.ts";
import {
	allOf,
	anyOf,
	asFound,
	both,
	type Counted,
	few,
	mostCounted,
	type Narrowed,
	ofOneWord,
	whereReferenced,
	whereToLook,
} from "./where-to-look.ts";
import { whomTheyName } from "./whom-it-names.ts";

/** What to look for; what is left out does not narrow. */
export type Search = {
	/** Any part of a reference. */
	reference?: string | undefined;
	/** Raising, receiving, or involved besides and told of it. */
	agencyId?: string | undefined;
	stage?: string | undefined;
	theme?: string | undefined;
	status?: "open" | "ended" | undefined;
	/** ISO instants: due at or after, due before. */
	dueFrom?: string | undefined;
	dueBefore?: string | undefined;
	/** Only what somebody is late for. */
	overdue?: boolean | undefined;
	/** Beginnings of the name of whom it is about, their date of birth, or an identifier of theirs (`readChildAsked`). */
	about?: string | undefined;
	/**
	 * Any part of a reference, of the name of an agency in it, or of somebody who did or was given something in what the
	 * viewer's side may read; or whom it is about, as in `about`.
	 */
	anything?: string | undefined;
	sort: "due" | "changed" | "reference";
	/** From 1. */
	page: number;
	pageSize: number;
};

/** A difference in a list, as far as the viewer may know of it. */
export type Listed = {
	id: string;
	reference: string;
	versionId: string;
	/** Names of the agencies. */
	raising: string;
	/** Null where there is no other agency. */
	receiving: string | null;
	side: Side;
	stage: string;
	status: "open" | "ended";
	ending: string | null;
	themes: string[];
	/** ISO instants. */
	nextDueAt: string | null;
	nextDueIs: Binding;
	/** The time limit that this is the end of, by its name in the protocol. */
	nextDueClock: string | null;
	/** The child is said not to be safe now. */
	notSafe: boolean;
	/** Whom it is about. */
	about: Named[];
	changedAt: string;
};

/**
 * The differences that the viewer may know of and that fit, and how many there are on all pages. What is read goes by the
 * page, not by how many differences there ever were: a list is walked in its order, from an index, at each place where the
 * viewer sees differences; where a word of the search leads to a few, only these are looked at.
 */
export async function searchDifferences(
	db: Db | Trx,
	viewer: Viewer,
	search: Search,
): Promise<Counted & { rows: Listed[] }> {
	const { page, pageSize } = search;
	const before = (page - 1) * pageSize;
	const { among, fits } = await narrowedTo(db, viewer, search);
	const most = Math.max(page * pageSize, among ? few : mostCounted);
	const order = orders[search.sort];
	const statuses = search.status ? [search.status] : ["open", "ended"];
	/** Of one place and status: the first in order, which one of the indexes of `difference_party` gives. */
	const first = (lies: Place, here: RawBuilder<boolean>) =>
		(db as Db)
			.selectFrom("difference_party as party")
			.where(visibleTo(viewer, "party", lies))
			.where(isSeenAsHere(viewer))
			.where(here)
			.where(both(fits))
			.select(["party.difference_id", "party.side", "party.level"])
			.select([
				"party.next_due_at",
				"party.changed_at",
				"party.reference",
				sql<boolean>`(party.not_safe and party.status = 'open')`.as("is_unsafe"),
			])
			.orderBy(order("party", sql`(party.not_safe and party.status = 'open')`))
			// As a parameter it would make a plan for many, which sorts all.
			.limit(sql.lit(most + 1));
	const { agencies, offices, named } = placesSeen(viewer);
	const walked = among
		? [
				sql`(${first("anywhere", sql`party.difference_id = any(${listOf([...among], "uuid")}) and party.status = any(${listOf(statuses, "text")})`)})`,
			]
		: [
				sql`select seen.* from unnest(${listOf(agencies, "uuid")}) place(agency), unnest(${listOf(statuses, "text")}) here(status),
					lateral (${first("agency", sql`party.agency_id = place.agency and party.status = here.status`)}) seen`,
				...(offices.length > 0
					? [
							sql`select seen.* from unnest(${listOf(offices, "text")}) place(office), unnest(${listOf(statuses, "text")}) here(status),
								lateral (${first(
									"office",
									sql`party.partnership_id = ${viewer.partnershipId} and party.office = place.office
									and party.status = here.status`,
								)}) seen`,
						]
					: []),
				...(named.length > 0
					? [
							sql`(${first(
								"agency",
								sql`party.agency_id is not null and not party.agency_id = any(${listOf(agencies, "uuid")})
								and party.status = any(${listOf(statuses, "text")})
								and party.difference_id in (select who.difference_id from difference_person who
									where who.person_id = any(${named}::uuid[]))`,
							)})`,
						]
					: []),
			];
	const { rows: found } = await sql<Row>`
		with seen as materialized (
			select * from (${sql.join(walked, sql` union all `)}) seen
			order by ${order("seen", sql`seen.is_unsafe`)} limit ${sql.lit(most + 1)})
		select counted.counted, page.*
		from (select count(*) as counted from seen) counted
		left join lateral (
			select difference.id, difference.reference, difference.protocol_version_id,
				raising.name as raising_name, receiving.name as receiving_name,
				party.side, party.stage, party.status, party.ending, party.themes, party.next_due_at, party.next_due_is,
				party.not_safe, party.about_seq, party.about_field, party.changed_at,
				(select clock.clock from clock
					where clock.difference_id = party.difference_id and clock.state <> 'paused'
						and (clock.due_as_seen ->> party.reader)::timestamptz = party.next_due_at
					limit 1) as next_due_clock
			from (select * from seen order by ${order("seen", sql`seen.is_unsafe`)} limit ${sql.lit(pageSize)} offset ${sql.lit(before)}) shown
			join difference_party party using (difference_id, side, level)
			join difference on difference.id = party.difference_id
			join agency raising on raising.id = difference.raising_agency_id
			left join agency receiving on receiving.id = difference.receiving_agency_id
			order by ${order("shown", sql`shown.is_unsafe`)}) page on true`.execute(db);

	const counted = found[0]?.counted ?? 0;
	const rows = found.filter((row): row is Row & Shown => row.id !== null);
	const about = await whomTheyName(db, rows);
	return {
		total: Math.min(counted, most),
		isMore: counted > most,
		rows: rows.map((row) => ({
			id: row.id,
			reference: row.reference,
			versionId: row.protocol_version_id,
			raising: row.raising_name,
			receiving: row.receiving_name,
			side: row.side,
			stage: row.stage,
			status: row.status,
			ending: row.ending,
			themes: row.themes,
			nextDueAt: row.next_due_at?.toISOString() ?? null,
			nextDueIs: row.next_due_is,
			nextDueClock: row.next_due_clock,
			notSafe: row.not_safe,
			about: about(row),
			changedAt: row.changed_at.toISOString(),
		})),
	};
}

type Shown = {
	id: string;
	reference: string;
	protocol_version_id: string;
	raising_name: string;
	receiving_name: string | null;
	side: Side;
	stage: string;
	status: "open" | "ended";
	ending: string | null;
	themes: string[];
	next_due_at: Date | null;
	next_due_is: Binding;
	next_due_clock: string | null;
	not_safe: boolean;
	about_seq: number | null;
	about_field: string | null;
	changed_at: Date;
};
/** Where a page has no row, there is one with nothing but the count. */
type Row = { counted: number } & (Shown | { id: null });

/**
 * Each order, as indexes of `difference_party` have it. A child who is not safe comes first, whatever is due.
 *
 * @param of the table with what is ordered by @param isUnsafe whether somebody is said not to be safe now
 */
const orders: Record<
	Search["sort"],
	(of: string, isUnsafe: RawBuilder<unknown>) => RawBuilder<unknown>
> = {
	due: (of, isUnsafe) =>
		sql`${isUnsafe} desc, ${sql.ref(`${of}.next_due_at`)}, ${sql.ref(`${of}.changed_at`)} desc, ${sql.ref(`${of}.reference`)}`,
	changed: (of, isUnsafe) =>
		sql`${isUnsafe} desc, ${sql.ref(`${of}.changed_at`)} desc, ${sql.ref(`${of}.reference`)}`,
	reference: (of, isUnsafe) => sql`${isUnsafe} desc, ${sql.ref(`${of}.reference`)}`,
};

/** Whoever sees a difference on several sides sees it once: as it stands for the side that knows most of late. */
const isSeenAsHere = (viewer: Viewer) => (where: OfParty) =>
	where.not(
		where.exists(
			where
				.selectFrom("difference_party as better")
				.whereRef("better.difference_id", "=", "party.difference_id")
				.where(visibleTo(viewer, "better"))
				.where(
					sql<boolean>`(better.changed_at, ${rankOfLevel("better.level")}, better.side)
						> (party.changed_at, ${rankOfLevel("party.level")}, party.side)`,
				)
				.select("better.side")
				// Looked up for each row that is walked: joined, it would be all that they ever saw.
				.offset(sql.lit(0)),
		),
	);

async function narrowedTo(db: Db | Trx, viewer: Viewer, search: Search): Promise<Narrowed> {
	const { reference, dueFrom, dueBefore, overdue, about, anything } = search;
	const fits = (one: RawBuilder<boolean>): Narrowed => ({ among: undefined, fits: [one] });
	return allOf([
		...(await ofOneWord(db, viewer.partnershipId, search)),
		...(reference ? [await ofReference(db, viewer, reference)] : []),
		...(about ? [await ofSomebody(db, viewer, about)] : []),
		...(anything ? [await ofAnything(db, viewer, anything)] : []),
		...(dueFrom ? [fits(sql`party.next_due_at >= ${new Date(dueFrom)}`)] : []),
		...(dueBefore ? [fits(sql`party.next_due_at < ${new Date(dueBefore)}`)] : []),
		...(overdue ? [fits(sql`party.next_due_is = 'limit'`)] : []),
	]);
}

/** Whatever of it was typed: each way to find it has its own place to look. */
async function ofAnything(db: Db | Trx, viewer: Viewer, typed: string): Promise<Narrowed> {
	const { partnershipId } = viewer;
	const like = `%${likeText(typed)}%`;
	const called = async (table: "agency" | "person") => {
		const rows = await (db as Db)
			.selectFrom(table)
			.where("partnership_id", "=", partnershipId)
			.where("name", "ilike", like)
			.select("id")
			.execute();
		return rows.map(({ id }) => id);
	};
	const agencies = await called("agency");
	const people = await called("person");
	return anyOf([
		await ofReference(db, viewer, typed),
		await ofSomebody(db, viewer, typed),
		{
			among: await whereToLook(db, partnershipId, "agency", agencies),
			fits: [sql`party.agencies && ${agencies}::uuid[]`],
		},
		{
			among: await whereToLook(db, partnershipId, "person", people),
			fits: [
				sql`exists (
					select from event
					where event.difference_id = party.difference_id and ${isEntryFor("event", "party")}
						and (event.by_person = any(${people}::uuid[]) or event.detail->>'person' = any(${people}::text[])))`,
			],
		},
	]);
}

/** A reference, or any part of one. */
const ofReference = async (db: Db | Trx, viewer: Viewer, typed: string): Promise<Narrowed> => ({
	among: await whereReferenced(db, viewer.partnershipId, typed),
	// What has no letter and no number is in no reference.
	fits: [
		sql`strpos(upper(replace(party.reference, '-', '')), coalesce(nullif(${asFound(typed)}, ''), '–')) > 0`,
	],
});

/** Whom it is about, where a row is told of them. */
async function ofSomebody(db: Db | Trx, viewer: Viewer, typed: string): Promise<Narrowed> {
	const child = readChildAsked(typed);
	const places = child ? await findChild(db, viewer, child) : [];
	return {
		among: new Set(places.map(({ difference_id }) => difference_id)),
		fits: [
			sql`(party.difference_id, party.about_seq, party.about_field) in (
				select * from unnest(${places.map(({ difference_id }) => difference_id)}::uuid[],
					${places.map(({ seq }) => seq)}::int[], ${places.map(({ field }) => field)}::text[]))`,
		],
	};
}

/** The differences that the viewer may know of and whose reference stands in a text, however it is typed there, such as in a subject line. */
export async function listNamedIn(
	db: Db | Trx,
	viewer: Viewer,
	text: string,
): Promise<{ id: string; reference: string }[]> {
	const typed = wordsTogether(text);
	const among = await whereToLook(db, viewer.partnershipId, "reference", typed);
	return visibleDifferences(db, viewer)
		.$if(among !== undefined, (query) =>
			query.where(sql<boolean>`difference.id = any(${[...(among ?? [])]}::uuid[])`),
		)
		.where(sql<boolean>`upper(replace(difference.reference, '-', '')) = any(${typed}::text[])`)
		.select(["difference.id", "difference.reference"])
		.distinct()
		.orderBy("difference.reference")
		.execute();
}

/** A reference is typed as one word or as several: `HV-7K4PN`, `hv 7k4 pn`. */
const mostWords = 4;

/** Whatever stands in a text that may be a reference: each word, and some that follow one another, as one. */
function wordsTogether(text: string): string[] {
	const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
	return [
		...new Set(
			words.flatMap((_, from) =>
				Array.from({ length: mostWords }, (_, more) =>
					asFound(words.slice(from, from + more + 1).join("")),
				),
			),
		),
	];
}

/** Takes the special meaning from what a person typed. */
const likeText = (typed: string) => typed.trim().replace(/[\\%_]/g, "\\$&");

/** The differences under way on a version of a protocol that this person may see, by reference. */
export async function listSeenUnderWay(
	db: Db | Trx,
	viewer: Viewer,
	versionId: string,
): Promise<{ id: string; reference: string }[]> {
	return visibleDifferences(db, viewer)
		.where("difference.protocol_version_id", "=", versionId)
		.where("difference.status", "=", "open")
		.select(["difference.id", "difference.reference"])
		.distinct()
		.orderBy("difference.reference")
		.execute();
}

/** Those of some differences that a person may see, the latest raised first. */
export async function listVisibleOf(
	db: Db | Trx,
	viewer: Viewer,
	ids: readonly string[],
): Promise<{ id: string; reference: string }[]> {
	if (ids.length === 0) return [];
	return visibleDifferences(db, viewer)
		.where(sql<boolean>`difference.id = any(${ids}::uuid[])`)
		.groupBy("difference.id")
		.orderBy("difference.raised_at", "desc")
		.orderBy("difference.reference")
		.select(["difference.id", "difference.reference"])
		.execute();
}
