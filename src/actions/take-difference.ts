import type { Viewer } from "../domain/people/viewer.ts";
import { type Trx, transact } from "../store/db.ts";
import { sees } from "../store/differences.ts";
import { lockReminders, savePlannedBy } from "../store/reminders.ts";
import { deleteTakenBy, saveTakenBy } from "../store/taken.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/**
 * Somebody of an office takes a difference, also one that a colleague has: what the office owes in it is theirs first,
 * and they are reminded of it. Their colleagues may still do it.
 *
 * @returns false when there is no such difference, or they do not hold the office
 */
export const takeDifference = (
	app: App,
	by: Viewer,
	differenceId: string,
	office: string,
): Promise<boolean> =>
	arranging(app, by, differenceId, office, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await saveTakenBy(trx, {
			differenceId,
			office,
			partnershipId: by.partnershipId,
			personId: by.id,
			at: now.toInstant().toString(),
		});
	});

/** Gives it back to the whole office, whoever had it. @returns as `takeDifference` */
export const releaseDifference = (
	app: App,
	by: Viewer,
	differenceId: string,
	office: string,
): Promise<boolean> =>
	arranging(app, by, differenceId, office, (trx) => deleteTakenBy(trx, differenceId, office));

function arranging(
	app: App,
	by: Viewer,
	differenceId: string,
	office: string,
	arrange: (trx: Trx) => Promise<void>,
): Promise<boolean> {
	return transact(app.db, async (trx) => {
		if (!by.offices.includes(office) || !(await sees(trx, by, differenceId, office))) return false;
		// Whoever is asked from now on is reminded of what was called for before: see arrange-absence.ts.
		await lockReminders(trx, by.partnershipId);
		await arrange(trx);
		await savePlannedBy(trx, by.partnershipId, "");
		return true;
	});
}
