import type { App } from "../actions/app.ts";
import { keepToSchedule } from "../actions/keep-to-schedule.ts";
import { oneByOne } from "../actions/one-by-one.ts";
import { partnershipClock } from "../actions/partnership-clock.ts";
import { listPartnerships } from "../store/partnerships.ts";

/** On each weekday morning: what partnerships keep no longer, and who is to review what is due. */
export async function keepToSchedules(app: App): Promise<void> {
	const failures = await oneByOne(await listPartnerships(app.db), async ({ id }) =>
		keepToSchedule(app, await partnershipClock(app, app.db, id)),
	);
	if (failures.length > 0) throw failures[0];
}
