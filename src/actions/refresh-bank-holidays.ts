import { isDeepStrictEqual } from "node:util";
import {
	type BankHolidayList,
	compareList,
	readBankHolidayList,
	withAdditions,
} from "../domain/calendar/bank-holiday-list.ts";
import {
	clearCalendarAlerts,
	raiseCalendarAlert,
} from "../store/calendar-alerts.ts";
import {
	addCalendarChange,
	deleteWaitingChanges,
	findCalendarChange,
	findWaitingChange,
} from "../store/calendar-changes.ts";
import { calendarsOf, lockCalendar } from "../store/calendars.ts";
import { transact } from "../store/db.ts";
import { listPartnerships } from "../store/partnerships.ts";
import type { App } from "./app.ts";
import { putInForce } from "./change-calendar.ts";
import { clocksThatMove } from "./count-again.ts";
import { timeIn } from "./partnership-time.ts";

/**
 * Asks the configured address for the list of bank holidays. A list that cannot be had or is not believed
 * changes nothing and raises an alert. A good one clears it; what it adds comes into force at once when no date
 * moves by it, and else waits for the administrator to look at it. Without an address nothing happens.
 */
export async function refreshBankHolidays(app: App): Promise<void> {
	const { bankHolidays } = app;
	if (!bankHolidays) return;
	const read = await bankHolidays
		.read()
		.then(readBankHolidayList, (problem) => ({
			faults: [`${bankHolidays.address} gave no list: ${reasonOf(problem)}.`],
		}));
	for (const { id } of await listPartnerships(app.db))
		await takeList(app, id, bankHolidays.address, read);
}

/** What a person can act on: the code of a network fault says more than its message. */
function reasonOf(problem: unknown): string {
	const { message, cause } = problem as Error & { cause?: { code?: string } };
	return String(cause?.code ?? message).slice(0, 200);
}

function takeList(
	app: App,
	partnershipId: string,
	address: string,
	read: { list: BankHolidayList } | { list?: undefined; faults: string[] },
): Promise<void> {
	return transact(app.db, async (trx) => {
		await lockCalendar(trx, partnershipId);
		const here = await timeIn(app, trx, partnershipId);
		const at = here.now.toInstant().toString();
		const today = here.now.toPlainDate().toString();
		const current = await app.calendars.in(trx, partnershipId);
		const compared = read.list
			? compareList(read.list, current.own, today, address)
			: { faults: read.faults, additions: { holidays: [], knownTo: {} } };
		if (compared.faults.length > 0)
			return raiseCalendarAlert(trx, partnershipId, compared.faults, at);
		await clearCalendarAlerts(trx, partnershipId, at);

		const days = withAdditions(current.own, compared.additions);
		const waiting = await findWaitingChange(trx, partnershipId, current.number);
		if (waiting && isDeepStrictEqual(waiting.days, days)) return;
		await deleteWaitingChanges(trx, partnershipId);
		if (days === current.own) return;
		const id = await addCalendarChange(trx, {
			partnershipId,
			basedOn: current.number,
			how: "refreshed",
			why: address,
			days,
			by: null,
			at,
		});
		const moves = await clocksThatMove(app, trx, here, {
			before: current,
			after: calendarsOf(days, current.number + 1),
		});
		const change = await findCalendarChange(trx, partnershipId, id);
		if (moves.length === 0 && change)
			await putInForce(trx, app, here, change, current, null);
	});
}
