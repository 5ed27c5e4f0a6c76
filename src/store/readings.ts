import type { Viewer } from "../domain/people/viewer.ts";
import type { Trx } from "./db.ts";

/** Notes that somebody opened a difference. */
export async function addReading(
	trx: Trx,
	viewer: Viewer,
	reading: { differenceId: string; what: string; at: string },
): Promise<void> {
	await trx
		.insertInto("reading")
		.values({
			partnership_id: viewer.partnershipId,
			person_id: viewer.id,
			difference_id: reading.differenceId,
			what: reading.what,
			at: reading.at,
		})
		.execute();
}
