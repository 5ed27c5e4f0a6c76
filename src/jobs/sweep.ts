import type { App } from "../actions/app.ts";
import { oneByOne } from "../actions/one-by-one.ts";
import { sweep } from "../actions/sweep.ts";
import { listPartnerships } from "../store/partnerships.ts";
import { isBeforeLastReading } from "../store/readings.ts";
import { withinPartnership } from "../store/scope.ts";

/** Every minute: what time has brought about, and who is to be reminded, partnership by partnership. */
export async function sweepPartnerships(app: App): Promise<void> {
	const failures = await oneByOne(await listPartnerships(app.db), ({ id }) =>
		withinPartnership({ partnershipId: id }, () => sweep(app, id)),
	);
	if (failures.length > 0) throw failures[0];
	// Told in the log each minute until it is put right.
	if (await isBeforeLastReading(app.db, app.clock())) throw new ClockWentBack();
}

/** The clock of this machine shows a time that the record has passed. */
class ClockWentBack extends Error {
	readonly code = "CLOCK_WENT_BACK";
}
