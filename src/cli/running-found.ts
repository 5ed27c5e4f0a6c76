import type { Config } from "../config.ts";
import { diskOf } from "../doctor/disk.ts";
import { findingsOfInstallation, findingsOfPartnership } from "../domain/running/running.ts";
import { zone } from "../domain/time.ts";
import { installationFigures, partnershipFigures } from "../reports/running.ts";
import { calendarLibrary } from "../store/calendars.ts";
import type { Db } from "../store/db.ts";
import { listPartnerships } from "../store/partnerships.ts";
import { protocolLibrary } from "../store/protocols.ts";
import type { Found } from "./findings-out.ts";

/** How the installation and each of its partnerships are running, as the page says it. */
export async function runningFound(
	db: Db,
	{ dataDirectory, bankHolidaysUrl, rehearsal }: Config,
	now: Temporal.Instant,
): Promise<Found[]> {
	// Without a directory there is no room to tell of; “concord doctor” says what is wrong with it.
	const disk = await diskOf(dataDirectory).catch(() => undefined);
	const found: Found[] = [
		{
			findings: findingsOfInstallation(
				await installationFigures(db, { disk, rehearsal }, now),
				now,
			),
		},
	];
	const reading = { db, protocols: protocolLibrary(), calendars: calendarLibrary() };
	for (const { id, name, clockAhead } of await listPartnerships(db)) {
		const here = now.add({ seconds: clockAhead }).toZonedDateTimeISO(zone);
		const figures = await partnershipFigures(reading, id, bankHolidaysUrl !== undefined, here);
		found.push({ partnership: name, findings: findingsOfPartnership(figures, here) });
	}
	return found;
}
