import { isDeepStrictEqual } from "node:util";
import {
	type BankHolidayList,
	compareList,
	readBankHolidayList,
	withAdditions,
} from "../domain/calendar/bank-holiday-list.ts";
import { type OwnDays, publishedCalendar } from "../domain/calendar/calendar.ts";
import { inEnglish, type Said, said } from "../domain/said.ts";
import { clearCalendarAlerts, raiseCalendarAlert } from "../store/calendar-alerts.ts";
import {
	addCalendarChange,
	deleteWaitingChanges,
	findCalendarChange,
	findWaitingChange,
} from "../store/calendar-changes.ts";
import { calendarsOf, lockCalendar } from "../store/calendars.ts";
import { type Trx, transact } from "../store/db.ts";
import { listPartnerships } from "../store/partnerships.ts";
import type { App } from "./app.ts";
import { putInForce } from "./change-calendar.ts";
import { type PartnershipClock, partnershipClock } from "./partnership-clock.ts";
import { clocksThatMoveAlike } from "./recalculate-dates.ts";

/** What the configured address gave: a list, or what is wrong. */
type Read = { list: BankHolidayList; address: string } | { list?: undefined; faults: Said[] };

/**
 * Takes in what became known of bank holidays: from the configured address, when there is one, and from a new
 * version of Concord. A list that cannot be had or is not believed changes nothing and raises an alert; a good
 * one clears it. What became known comes into force at once when no date moves by it, and else waits for the
 * administrator to look at it.
 */
export async function refreshBankHolidays(app: App): Promise<void> {
	const read = app.bankHolidays && (await readList(app.bankHolidays));
	for (const { id } of await listPartnerships(app.db)) await takeIn(app, id, read);
}

async function readList({ address, read }: NonNullable<App["bankHolidays"]>): Promise<Read> {
	try {
		const { list, faults } = readBankHolidayList(await read());
		return list ? { list, address } : { faults };
	} catch (problem) {
		return { faults: [said`${address} gave no list: ${reasonOf(problem)}.`] };
	}
}

/** What a person can act on: the code of a network fault says more than its message. */
function reasonOf(problem: unknown): string {
	const { message, cause } = problem as Error & { cause?: { code?: string } };
	return String(cause?.code ?? message).slice(0, 200);
}

function takeIn(app: App, partnershipId: string, read: Read | undefined): Promise<void> {
	return transact(app.db, async (trx) => {
		await lockCalendar(trx, partnershipId);
		const here = await partnershipClock(app, trx, partnershipId);
		const current = await app.calendars.in(trx, partnershipId);
		const days = read ? await daysWith(trx, here, current.own, read) : current.own;
		const after = calendarsOf(days, current.number + 1);
		const moves = (await clocksThatMoveAlike(app, trx, here, after)).length > 0;
		const waiting = await findWaitingChange(trx, partnershipId, current.number);
		if (waiting && moves && isDeepStrictEqual(waiting.days, days)) return;
		await deleteWaitingChanges(trx, partnershipId);
		if (days === current.own && !moves) return;
		const id = await addCalendarChange(trx, {
			partnershipId,
			basedOn: current.number,
			how: "refreshed",
			why:
				days !== current.own && read?.list
					? read.address
					: `The bank holidays that come with Concord, version ${publishedCalendar}`,
			days,
			by: null,
			at: here.now.toInstant().toString(),
		});
		const change = await findCalendarChange(trx, partnershipId, id);
		if (!moves && change) await putInForce(trx, app, here, change, current, null);
	});
}

/** The days with what a good list adds to them. Of a bad one it is noted that it came. */
async function daysWith(
	trx: Trx,
	{ partnership, now }: PartnershipClock,
	own: OwnDays,
	read: Read,
): Promise<OwnDays> {
	const at = now.toInstant().toString();
	const { faults, additions } = read.list
		? compareList(read.list, own, now.toPlainDate().toString(), read.address)
		: { faults: read.faults, additions: undefined };
	if (faults.length > 0) {
		await raiseCalendarAlert(trx, partnership.id, faults.map(inEnglish), at);
		return own;
	}
	await clearCalendarAlerts(trx, partnership.id, at);
	return additions ? withAdditions(own, additions) : own;
}
