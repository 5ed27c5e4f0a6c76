import { calendarNamed, knownTo } from "../domain/calendar/calendar.ts";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { workingDaysBetween } from "../domain/calendar/working-days.ts";
import { stepOf } from "../domain/protocol/protocol.ts";
import type { Disk, InstallationFigures, PartnershipFigures } from "../domain/running/running.ts";
import { londonTime } from "../domain/time.ts";
import { findLastBackup } from "../store/backups.ts";
import { findCalendarAlert } from "../store/calendar-alerts.ts";
import type { Db } from "../store/db.ts";
import { isBeforeLastReading } from "../store/readings.ts";
import {
	countLate,
	countMail,
	countOutbox,
	countOwedBy,
	countQueued,
	listJobRuns,
} from "../store/running.ts";
import { deskOffice } from "./business-unit-desk.ts";
import { protocolsInUse, type Reading } from "./log-of-forms.ts";

/**
 * How the installation is running.
 *
 * @param disk of its data directory, where that can be told
 * @param rehearsal whether nothing in it is real: then nobody misses a backup
 * @param partnershipId whose page it is on; left out, of none
 */
export async function installationFigures(
	db: Db,
	{
		disk,
		rehearsal,
		partnershipId,
	}: { disk: Disk | undefined; rehearsal: boolean; partnershipId?: string },
	now: Temporal.Instant,
): Promise<InstallationFigures> {
	const { good, failed } = await findLastBackup(db);
	return {
		runs: await listJobRuns(db),
		queue: await countQueued(db),
		disk,
		clockWentBack: await isBeforeLastReading(db, now, partnershipId),
		...(!(rehearsal && !good) && { lastBackup: good?.endedAt ?? null }),
		backupWrong: failed?.wrong,
	};
}

/** What Prometheus is told of what waits, over all partnerships. @param now real */
export async function runningFigures(db: Db, now: Temporal.Instant) {
	const ageOf = (at: string | null | undefined) =>
		at ? now.since(Temporal.Instant.from(at)).total("seconds") : null;
	const { oldest, ...outbox } = await countOutbox(db);
	return {
		queue: await countQueued(db),
		outbox: { ...outbox, oldest: ageOf(oldest) },
		sweepAge: ageOf((await listJobRuns(db)).find(({ name }) => name === "sweep")?.doneAt),
	};
}

/** The job that asks for a list of bank holidays. */
const asksForList = "refresh-bank-holidays";

/**
 * How a partnership is running.
 *
 * @param asked whether a list of bank holidays is asked for by itself; undefined where that is not known
 * @param now by the partnership's clock
 */
export async function partnershipFigures(
	reading: Reading,
	partnershipId: string,
	asked: boolean,
	now: Temporal.ZonedDateTime,
	reader?: string,
): Promise<PartnershipFigures> {
	const { db } = reading;
	const at = now.toInstant().toString();
	const weekAgo = now.subtract({ days: 7 }).toInstant().toString();
	return {
		mail: await countMail(db, partnershipId, weekAgo),
		forms: await formsWaiting(reading, partnershipId, now, reader),
		late: await countLate(db, partnershipId, deskOffice, at, reader),
		calendar: await calendarFigures(reading, partnershipId, asked, now),
	};
}

/** What the office has to acknowledge and send on. */
async function formsWaiting(
	reading: Reading,
	partnershipId: string,
	now: Temporal.ZonedDateTime,
	reader: string | undefined,
): Promise<PartnershipFigures["forms"]> {
	const protocols = await protocolsInUse(reading, partnershipId);
	const calendars = await reading.calendars.in(reading.db, partnershipId);
	const owed = (await countOwedBy(reading.db, partnershipId, deskOffice, reader)).flatMap(
		(each) => {
			const protocol = protocols.get(each.versionId);
			return protocol && stepOf(protocol, each.step).kind === "forward"
				? [{ ...each, protocol }]
				: [];
		},
	);
	const [oldest] = owed.sort((one, other) => one.oldest.localeCompare(other.oldest));
	return {
		waiting: owed.reduce((sum, { count }) => sum + count, 0),
		oldest: oldest?.oldest ?? null,
		oldestWorkingDays: oldest
			? workingDaysBetween(
					londonTime(oldest.oldest).toPlainDate().toString(),
					now.toPlainDate().toString(),
					calendars.for(oldest.protocol),
				)
			: 0,
	};
}

async function calendarFigures(
	reading: Reading,
	partnershipId: string,
	asked: boolean,
	now: Temporal.ZonedDateTime,
): Promise<PartnershipFigures["calendar"]> {
	const { db } = reading;
	const today = now.toPlainDate().toString();
	const inForce = await reading.protocols.listInForce(db, partnershipId, today);
	const inUse = [...(await protocolsInUse(reading, partnershipId)).values()];
	const calendars = await reading.calendars.in(db, partnershipId);
	const nations = [...inForce.map(({ protocol }) => protocol), ...inUse].flatMap(
		({ calendar }) => calendarNamed(calendar).nations,
	);
	const known = (nations.length > 0 ? nations : (["england-and-wales"] as const)).map((nation) =>
		knownTo(nation, calendars.own),
	);
	const run = (await listJobRuns(db)).find(({ name }) => name === asksForList);
	const alert = await findCalendarAlert(db, partnershipId);
	return {
		knownTo: known.sort()[0] as IsoDay,
		version: calendars.named("uk-union", { closed: false }).version,
		askedAt: asked ? (run?.doneAt ?? null) : null,
		doubted: alert !== undefined && !alert.acknowledged,
	};
}
