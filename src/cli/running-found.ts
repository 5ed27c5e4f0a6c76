import { scanningOf } from "../actions/check-files.ts";
import { addressOf } from "../actions/own-address.ts";
import type { Config } from "../config.ts";
import { diskOf } from "../doctor/disk.ts";
import { findingsOfNeeds } from "../domain/partnership/needs.ts";
import { findingsOfInstallation, findingsOfPartnership } from "../domain/running/running.ts";
import { zone } from "../domain/time.ts";
import { readyForUse } from "../reports/ready-for-use.ts";
import { installationFigures, partnershipFigures } from "../reports/running.ts";
import { calendarLibrary } from "../store/calendars.ts";
import type { Db } from "../store/db.ts";
import { listPartnerships } from "../store/partnerships.ts";
import { protocolLibrary } from "../store/protocols.ts";
import type { Found } from "./findings-out.ts";

/**
 * How the installation and each of its partnerships are running, as the page says it; and in real use what each still lacks
 * before its people may rely on it, as its administrators read it.
 */
export async function runningFound(
	db: Db,
	config: Config,
	now: Temporal.Instant,
): Promise<Found[]> {
	const { dataDirectory, bankHolidaysUrl, rehearsal } = config;
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
	for (const partnership of await listPartnerships(db)) {
		const { id, name, clockAhead } = partnership;
		const here = now.add({ seconds: clockAhead }).toZonedDateTimeISO(zone);
		const figures = await partnershipFigures(reading, id, bankHolidaysUrl !== undefined, here);
		const needs = rehearsal
			? []
			: await readyForUse(
					{
						db,
						protocols: reading.protocols,
						address: addressOf(config, partnership),
						scanner: scanningOf(config),
						backsUp: config.backup !== undefined,
					},
					id,
					here,
				);
		found.push({
			partnership: name,
			findings: [...findingsOfPartnership(figures, here), ...findingsOfNeeds(needs)],
		});
	}
	return found;
}
