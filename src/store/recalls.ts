import { sql } from "kysely";
import {
	actingAs,
	answersForAgency,
	dataProtectionOfficer,
	type Viewer,
} from "../domain/people/viewer.ts";
import type { Db, Trx } from "./db.ts";
import { visibleDifferences } from "./differences.ts";

/** Something that went to the wrong agency and was recalled, and who of it had opened it until then. */
export type Recall = {
	differenceId: string;
	reference: string;
	/** Whether the viewer may open the difference. */
	isVisible: boolean;
	/** ISO instant. */
	at: string;
	by: string;
	agency: string;
	/** `first` and `last` are ISO instants. */
	openedBy: { name: string; jobTitle: string; first: string; last: string }[];
};

/** That something was sent to somebody's agency by mistake and recalled: nothing of what it was. */
export type RecalledFrom = {
	reference: string;
	/** ISO instant. */
	at: string;
	agency: string;
};

/**
 * What was recalled from somebody, the latest first: whoever was told so when it was, and whoever answers for that agency.
 * Nothing else is left to them of it.
 */
export async function listRecalledFrom(db: Db | Trx, viewer: Viewer): Promise<RecalledFrom[]> {
	const selves = actingAs(viewer);
	const answersFor = selves.filter(answersForAgency).flatMap(({ agencyId }) => agencyId);
	const rows = await db
		.selectFrom("event")
		.innerJoin("difference", "difference.id", "event.difference_id")
		.innerJoin("agency", (join) =>
			join.on(sql<boolean>`agency.id = (event.detail->>'agency')::uuid`),
		)
		.where("event.partnership_id", "=", viewer.partnershipId)
		// As a parameter it would not tell that its index holds nothing else.
		.where("event.type", "=", sql.lit("recalled"))
		.where((where) =>
			where.or([
				where("agency.id", "in", answersFor.length > 0 ? answersFor : [null]),
				where.exists(
					where
						.selectFrom("message")
						.whereRef("message.difference_id", "=", "event.difference_id")
						.where("message.kind", "=", "recalled-from-you")
						.where(
							"message.to_person",
							"in",
							selves.map(({ id }) => id),
						)
						.select("message.id"),
				),
			]),
		)
		.orderBy("event.at", "desc")
		.select(["difference.reference", "event.at", "agency.name"])
		.execute();
	return rows.map(({ reference, at, name }) => ({
		reference,
		at: at.toISOString(),
		agency: name,
	}));
}

/**
 * What was recalled, the latest first: all of it for the partnership's data protection officer, and for administrators
 * where nobody is that; else what an office of the viewer's knows of. It holds nothing of what was sent.
 *
 * @returns undefined for whoever sees to no such thing
 */
export async function listRecalls(db: Db | Trx, viewer: Viewer): Promise<Recall[] | undefined> {
	const { offices, partnershipId } = viewer;
	if (offices.length === 0) return undefined;
	const officer = await db
		.selectFrom("person")
		.where("partnership_id", "=", partnershipId)
		.where("left_at", "is", null)
		.where(sql<boolean>`${dataProtectionOfficer} = any(offices)`)
		.select("id")
		.executeTakeFirst();
	const seesAll = offices.includes(officer ? dataProtectionOfficer : "administrator");
	// An office without a part in differences would read that nothing was recalled, true or not.
	if (!seesAll && offices.every((office) => office === "administrator")) return undefined;
	const visible = new Set(
		(
			await visibleDifferences(db, viewer)
				.where("party.office", "in", offices)
				.where("difference.id", "in", (of) =>
					of.selectFrom("event").where("event.type", "=", "recalled").select("event.difference_id"),
				)
				.select("difference.id")
				.execute()
		).map(({ id }) => id),
	);
	const rows = await db
		.selectFrom("event")
		.innerJoin("difference", "difference.id", "event.difference_id")
		.innerJoin("person", "person.id", "event.by_person")
		.innerJoin("agency", (join) =>
			join.on(sql<boolean>`agency.id = (event.detail->>'agency')::uuid`),
		)
		.where("event.partnership_id", "=", partnershipId)
		.where("event.type", "=", "recalled")
		.orderBy("event.at", "desc")
		.select([
			"event.difference_id",
			"difference.reference",
			"event.at",
			"person.name as by",
			"agency.name as agency",
			sql<Recall["openedBy"]>`coalesce((
				select json_agg(json_build_object('name', who.name, 'jobTitle', who.job_title,
					'first', to_char(opened.first at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
					'last', to_char(opened.last at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by opened.first)
				from (
					select reading.person_id, min(reading.at) as first, max(reading.at) as last from reading
					where reading.difference_id = event.difference_id and reading.at <= event.at
					group by reading.person_id
				) opened join person who on who.id = opened.person_id and who.agency_id = agency.id), '[]')`.as(
				"opened_by",
			),
		])
		.execute();
	return rows
		.filter(({ difference_id }) => seesAll || visible.has(difference_id))
		.map((row) => ({
			differenceId: row.difference_id,
			reference: row.reference,
			isVisible: visible.has(row.difference_id),
			at: row.at.toISOString(),
			by: row.by,
			agency: row.agency,
			openedBy: row.opened_by,
		}));
}
