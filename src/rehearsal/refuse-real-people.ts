import { isInvented } from "../domain/partnership/invented.ts";
import type { Db } from "../store/db.ts";
import { listPartnerships } from "../store/partnerships.ts";

/** A rehearsal was to begin where real people are. `message` says so, and what to do. */
export class RealPeopleFault extends Error {}

/**
 * Lets no rehearsal, in which anybody may sign in as anybody, begin on a database with a partnership that is not invented:
 * whoever forgot a setting, or put a backup back that was made without it, would open every case.
 *
 * @throws RealPeopleFault
 */
export async function refuseRealPeople(db: Db): Promise<void> {
	if ((await listPartnerships(db)).some(({ id }) => !isInvented(id)))
		throw new RealPeopleFault(
			"There are real people in this database, and in a rehearsal anybody may sign in as anybody. Set CONCORD_MODE=production, with the settings that it needs. To rehearse, set CONCORD_DATA to another directory, or DATABASE_URL to another database.",
		);
}
