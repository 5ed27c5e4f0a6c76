import { sql } from "kysely";
import { readChildAsked } from "../domain/difference/find-child.ts";
import type { Named } from "../domain/difference/told/whom.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Binding, Side } from "../domain/protocol/protocol.ts";
import { plainReference } from "../domain/reference.ts";
import type { Db, Trx } from "./db.ts";
import { visibleDifferences } from "./differences.ts";
import { isEntryFor, rankOfLevel } from "./duties.ts";
import { type Found, findChild } from "./find-child.ts";
import { whereItNames, whomTheyName } from "./whom-it-names.ts";

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

/** The differences that the viewer may know of and that fit, and how many there are on all pages. */
export async function searchDifferences(
	db: Db | Trx,
	viewer: Viewer,
	search: Search,
): Promise<{ rows: Listed[]; total: number }> {
	const child = readChildAsked(search.about ?? search.anything ?? "");
	const children = child ? await findChild(db, viewer, child) : [];
	const found = visibleDifferences(db, viewer)
		// Whoever sees it on several sides sees it once: as it stands for the side that knows most of late.
		.distinctOn("difference.id")
		.orderBy("difference.id")
		.orderBy("party.changed_at", "desc")
		.orderBy(rankOfLevel("party.level"), "desc")
		.select([
			"difference.id",
			"difference.reference",
			"difference.protocol_version_id",
			"raising.id as raising_id",
			"raising.name as raising_name",
			"receiving.id as receiving_id",
			"receiving.name as receiving_name",
			"party.side",
			"party.level",
			"party.reader",
			"party.stage",
			"party.status",
			"party.ending",
			"party.themes",
			"party.next_due_at",
			"party.next_due_is",
			"party.not_safe",
			...whereItNames,
			"party.changed_at",
		]);

	const fits = db
		.selectFrom(found.as("found"))
		.$if(Boolean(search.reference), (query) =>
			query.where(
				sql<string>`replace(reference, '-', '')`,
				"ilike",
				// What has no letter and no number is in no reference.
				`%${plainReference(search.reference ?? "") || "–"}%`,
			),
		)
		.$if(Boolean(search.agencyId), (query) =>
			query.where((where) =>
				where.or([
					where("raising_id", "=", search.agencyId ?? ""),
					where("receiving_id", "=", search.agencyId ?? ""),
					// Whoever knows of a difference knows who is involved in it.
					where.exists(
						where
							.selectFrom("difference_party as involved")
							.whereRef("involved.difference_id", "=", "found.id")
							.where("involved.agency_id", "=", search.agencyId ?? "")
							.select("involved.side"),
					),
				]),
			),
		)
		.$if(Boolean(search.stage), (query) => query.where("stage", "=", search.stage ?? ""))
		.$if(Boolean(search.theme), (query) => query.where(sql<boolean>`${search.theme} = any(themes)`))
		.$if(search.status !== undefined, (query) =>
			query.where("status", "=", search.status ?? "open"),
		)
		.$if(Boolean(search.dueFrom), (query) =>
			query.where("next_due_at", ">=", new Date(search.dueFrom ?? "")),
		)
		.$if(Boolean(search.dueBefore), (query) =>
			query.where("next_due_at", "<", new Date(search.dueBefore ?? "")),
		)
		.$if(Boolean(search.about), (query) => query.where(isAmong(children)))
		.$if(Boolean(search.anything), (query) => {
			const like = `%${likeText(search.anything ?? "")}%`;
			return query.where(
				sql<boolean>`(
					replace(reference, '-', '') ilike ${`%${plainReference(search.anything ?? "") || "–"}%`}
					or raising_name ilike ${like} or receiving_name ilike ${like}
					or ${isAmong(children)}
					or exists (
						select from difference_party involved join agency on agency.id = involved.agency_id
						where involved.difference_id = found.id and agency.name ilike ${like})
					or exists (
						select from event join person on person.id = event.by_person or person.id::text = event.detail->>'person'
						where event.difference_id = found.id and ${isEntryFor("event", "found")} and person.name ilike ${like}))`,
			);
		})
		.$if(search.overdue === true, (query) => query.where("next_due_is", "=", "limit"));

	const counted = await fits
		.select((select) => select.fn.countAll<number>().as("total"))
		.executeTakeFirstOrThrow();
	const rows = await fits
		.selectAll()
		.select(
			sql<string | null>`(
				select clock.clock from clock
				where clock.difference_id = found.id and clock.state <> 'paused'
					and (clock.due_as_seen ->> found.reader)::timestamptz = found.next_due_at
				limit 1)`.as("next_due_clock"),
		)
		// A child who is not safe comes first, whatever is due.
		.orderBy(sql`not_safe and status = 'open'`, "desc")
		.$if(search.sort === "due", (query) =>
			query.orderBy("next_due_at", (order) => order.asc().nullsLast()),
		)
		.$if(search.sort !== "reference", (query) => query.orderBy("changed_at", "desc"))
		.orderBy("reference")
		.limit(search.pageSize)
		.offset((search.page - 1) * search.pageSize)
		.execute();

	const about = await whomTheyName(db, rows);
	return {
		total: Number(counted.total),
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

/** The differences that the viewer may know of and whose reference stands in a text, however it is typed there, such as in a subject line. */
export async function listNamedIn(
	db: Db | Trx,
	viewer: Viewer,
	text: string,
): Promise<{ id: string; reference: string }[]> {
	const plain = plainReference(text).toUpperCase();
	return visibleDifferences(db, viewer)
		.where(sql<boolean>`strpos(${plain}, upper(replace(difference.reference, '-', ''))) > 0`)
		.select(["difference.id", "difference.reference"])
		.distinct()
		.orderBy("difference.reference")
		.execute();
}

/** Whether a row of the list is told in one of these places whom it is about. */
const isAmong = (places: readonly Found[]) =>
	sql<boolean>`(found.id, about_seq, about_field) in (
		select * from unnest(${places.map(({ difference_id }) => difference_id)}::uuid[],
			${places.map(({ seq }) => seq)}::int[], ${places.map(({ field }) => field)}::text[]))`;

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
