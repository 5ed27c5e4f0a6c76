import { zone } from "../domain/time.ts";
import type { Db, Trx } from "../store/db.ts";
import { findPartnership, type Partnership } from "../store/partnerships.ts";
import type { App } from "./app.ts";

/** A partnership, and what time it is there. */
export type PartnershipClock = { partnership: Partnership; now: Temporal.ZonedDateTime };

/**
 * The time in a partnership: the real one, but in rehearsal, where the clock can be moved forward.
 *
 * @throws RangeError when there is no such partnership
 */
export async function partnershipClock(
	app: Pick<App, "clock">,
	db: Db | Trx,
	partnershipId: string,
): Promise<PartnershipClock> {
	const partnership = await findPartnership(db, partnershipId);
	if (!partnership) throw new RangeError(`No partnership ${partnershipId}`);
	return { partnership, now: nowIn(app, partnership) };
}

export const nowIn = (
	app: Pick<App, "clock">,
	{ clockAhead }: Partnership,
): Temporal.ZonedDateTime => app.clock().add({ seconds: clockAhead }).toZonedDateTimeISO(zone);
