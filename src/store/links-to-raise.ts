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

/** Whether the form with this key gave a link already. */
export async function isGivenAlready(trx: Trx, formKey: string): Promise<boolean> {
	const row = await trx
		.selectFrom("link_to_raise")
		.where("form_key", "=", formKey)
		.select("person_id")
		.executeTakeFirst();
	return row !== undefined;
}

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
		.returning(["vouched_by", "because", "because_sealed", "partnership_id"])
		.executeTakeFirst();
	return (
		row && {
			vouchedBy: row.vouched_by,
			// One that was given by an older version has it in plain.
			because:
				row.because_sealed === null
					? (row.because ?? "")
					: String(
							openValue(
								await dataKeyOf(trx, row.partnership_id),
								row.because_sealed,
								placeOfBecause(personId),
							),
						),
		}
	);
}

/** The links of a partnership, the newest first. @param at ISO instant of its time */
export async function listLinksToRaise(
	db: Db | Trx,
	partnershipId: string,
	at: string,
	most: number,
): Promise<LinkToRaise[]> {
	const rows = await db
		.selectFrom("link_to_raise as link")
		.innerJoin("person", "person.id", "link.person_id")
		.innerJoin("agency", "agency.id", "person.agency_id")
		.innerJoin("person as voucher", "voucher.id", "link.vouched_by")
		.where("link.partnership_id", "=", partnershipId)
		.orderBy("link.vouched_at", "desc")
		.limit(most)
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
