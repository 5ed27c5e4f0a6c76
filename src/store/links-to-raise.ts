/** Links with which somebody of an agency who has no account raises one difference: who may, until when, and what came of it. */
import type { Place } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { dataKeyOf, openValue, sealValue } from "./sealed-values.ts";

/** A link to raise as the office sees it. */
export type LinkToRaise = {
	personId: string;
	name: string;
	post: string;
	email: string;
	agency: string;
	vouchedBy: string;
	/** ISO instants of the partnership's time. */
	vouchedAt: string;
	until: string;
	/** Whether it was used, ended without having been used, or is still to be used. */
	is: "used" | "over" | "open";
};

/** Under the data key: there is no difference yet whose key it could have. */
export const placeOfBecause = (personId: string): Place => ["link_to_raise", personId, "because"];

export async function saveLinkToRaise(
	trx: Trx,
	link: {
		personId: string;
		partnershipId: string;
		differenceId: string;
		vouchedBy: string;
		vouchedAt: string;
		because: string;
		formKey: string;
	},
): Promise<void> {
	await trx
		.insertInto("link_to_raise")
		.values({
			person_id: link.personId,
			partnership_id: link.partnershipId,
			difference_id: link.differenceId,
			vouched_by: link.vouchedBy,
			vouched_at: link.vouchedAt,
			because_sealed: sealValue(
				await dataKeyOf(trx, link.partnershipId),
				link.because,
				placeOfBecause(link.personId),
			),
			form_key: link.formKey,
		})
		.execute();
}

/**
 * To whom the form with this key gave a link: what stood on it, as far as it is kept.
 *
 * @returns `until` an ISO instant; undefined where it gave none
 */
export async function findGivenBy(
	trx: Trx,
	formKey: string,
): Promise<
	| (Pick<LinkToRaise, "name" | "post" | "email"> & {
			agencyId: string;
			level: string | null;
			because: string;
			vouchedAt: string;
			until: string | undefined;
	  })
	| undefined
> {
	const row = await trx
		.selectFrom("link_to_raise as link")
		.innerJoin("person", "person.id", "link.person_id")
		.where("link.form_key", "=", formKey)
		.select(["person.name", "person.job_title", "person.email", "person.agency_id"])
		.select(["person.vouched_level", "person.by_link_until"])
		.select(["link.person_id", "link.partnership_id", "link.because", "link.because_sealed"])
		.select("link.vouched_at")
		.executeTakeFirst();
	return (
		row && {
			name: row.name,
			post: row.job_title,
			email: row.email,
			agencyId: row.agency_id,
			level: row.vouched_level,
			because: await becauseOf(trx, row),
			vouchedAt: row.vouched_at.toISOString(),
			until: row.by_link_until?.toISOString(),
		}
	);
}

/** How whoever vouches knows. One that was given by an older version has it in plain. */
const becauseOf = async (
	trx: Trx,
	link: {
		person_id: string;
		partnership_id: string;
		because: string | null;
		because_sealed: Buffer | null;
	},
): Promise<string> =>
	link.because_sealed === null
		? (link.because ?? "")
		: String(
				openValue(
					await dataKeyOf(trx, link.partnership_id),
					link.because_sealed,
					placeOfBecause(link.person_id),
				),
			);

/** Whether somebody was given a link to raise and has not raised yet. */
export async function isToRaise(db: Db | Trx, personId: string): Promise<boolean> {
	const row = await db
		.selectFrom("link_to_raise")
		.where("person_id", "=", personId)
		.where("raised_at", "is", null)
		.select("person_id")
		.executeTakeFirst();
	return row !== undefined;
}

/** Uses a link up: who vouched for its person, and how they know. @returns undefined when it was used already */
export async function takeLinkToRaise(
	trx: Trx,
	personId: string,
	at: string,
): Promise<{ vouchedBy: string; because: string } | undefined> {
	const row = await trx
		.updateTable("link_to_raise")
		.set({ raised_at: at })
		.where("person_id", "=", personId)
		.where("raised_at", "is", null)
		.returning(["person_id", "vouched_by", "because", "because_sealed", "partnership_id"])
		.executeTakeFirst();
	return row && { vouchedBy: row.vouched_by, because: await becauseOf(trx, row) };
}

/**
 * The links of a partnership, the newest first.
 *
 * @param at ISO instant of its time
 * @param most so many at most; left out, all of them
 */
export async function listLinksToRaise(
	db: Db | Trx,
	partnershipId: string,
	at: string,
	most?: number,
): Promise<LinkToRaise[]> {
	const rows = await db
		.selectFrom("link_to_raise as link")
		.innerJoin("person", "person.id", "link.person_id")
		.innerJoin("agency", "agency.id", "person.agency_id")
		.innerJoin("person as voucher", "voucher.id", "link.vouched_by")
		.where("link.partnership_id", "=", partnershipId)
		.orderBy("link.vouched_at", "desc")
		.orderBy("link.person_id")
		.$if(most !== undefined, (query) => query.limit(most ?? 0))
		.select([
			"person.id",
			"person.name",
			"person.job_title",
			"person.email",
			"person.by_link_until",
			"person.left_at",
			"agency.name as agency",
			"voucher.name as vouched_by",
			"link.vouched_at",
			"link.raised_at",
		])
		.execute();
	return rows.map((row) => {
		const until = row.by_link_until?.toISOString() ?? row.vouched_at.toISOString();
		const isOver = row.left_at !== null || until <= new Date(at).toISOString();
		return {
			personId: row.id,
			name: row.name,
			post: row.job_title,
			email: row.email,
			agency: row.agency,
			vouchedBy: row.vouched_by,
			vouchedAt: row.vouched_at.toISOString(),
			until,
			is: row.raised_at !== null ? "used" : isOver ? "over" : "open",
		};
	});
}
