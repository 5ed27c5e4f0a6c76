/** How much there is in each partnership of an installation: counts, and nothing of what they count. */
import { sql } from "kysely";
import type { Db } from "./db.ts";

export type PartnershipSize = {
	partnershipId: string;
	agencies: number;
	/** Who has not left. */
	people: number;
	/** Those of them who can sign in. */
	withAccount: number;
	differences: number;
	openDifferences: number;
	/** Messages that have not left, and that did not arrive. */
	messagesWaiting: number;
	messagesFailed: number;
};

/** Of every partnership. */
export async function partnershipSizes(db: Db): Promise<PartnershipSize[]> {
	const { rows } = await sql<PartnershipSize>`
		select id as "partnershipId",
			(select count(*)::int from agency where partnership_id = partnership.id) as "agencies",
			(select count(*)::int from person where partnership_id = partnership.id and left_at is null
				and only_in is null) as "people",
			(select count(*)::int from person where partnership_id = partnership.id and left_at is null
				and account_id is not null) as "withAccount",
			(select count(*)::int from difference where partnership_id = partnership.id) as "differences",
			(select count(*)::int from difference where partnership_id = partnership.id and status = 'open') as "openDifferences",
			(select count(*)::int from message where partnership_id = partnership.id and state = 'waiting') as "messagesWaiting",
			(select count(*)::int from message where partnership_id = partnership.id and state = 'failed') as "messagesFailed"
		from partnership order by name`.execute(db);
	return rows;
}
