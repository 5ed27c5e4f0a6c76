import type { App } from "../../../actions/app.ts";
import type { Nation } from "../../../domain/calendar/bank-holidays.ts";
import { calendarNamed, type OwnDays } from "../../../domain/calendar/calendar.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { listVersionsInUse } from "../../../store/log-of-forms.ts";

/** The calendar that a partnership's protocols count by: the one in force and those of its differences. */
export async function calendarInUse(
	app: App,
	partnershipId: string,
	now: Temporal.ZonedDateTime,
): Promise<{
	nations: Nation[];
	own: OwnDays;
	version: string;
	closuresMatter: boolean;
}> {
	const protocols: Protocol[] = [];
	for (const id of await listVersionsInUse(app.db, partnershipId))
		protocols.push(await app.protocols.version(app.db, id));
	const inForce = await app.protocols.inForce(app.db, partnershipId, now.toPlainDate().toString());
	if (inForce) protocols.push(inForce.protocol);
	const calendars = await app.calendars.in(app.db, partnershipId);
	const nations = protocols.flatMap(({ calendar }) => calendarNamed(calendar).nations);
	return {
		nations: nations.length > 0 ? [...new Set(nations)] : ["england-and-wales"],
		own: calendars.own,
		version: calendars.named("uk-union", { closed: false }).version,
		closuresMatter: protocols.some(({ closureDays }) => closureDays === "not-counted"),
	};
}
