import { randomUUID } from "node:crypto";
import { officesRead, type Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { transact } from "../store/db.ts";
import { addLogView, deleteLogView } from "../store/log-views.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/**
 * Saves a part of an office's log to be seen again.
 *
 * @param query as in the address of the log, as its own reader gives it back: nothing that somebody typed
 * @param share with everybody who reads in the office, which whoever holds it may
 * @throws Refusal 'not-yours'
 */
export function saveLogView(
	app: App,
	by: Viewer,
	office: string,
	{ query, share }: { query: string; share: boolean },
): Promise<void> {
	if (!officesRead(by).includes(office) || (share && !by.offices.includes(office)))
		throw new Refusal("not-yours", "Only whoever holds the office can share a view in it.");
	return transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await addLogView(trx, {
			id: randomUUID(),
			partnershipId: by.partnershipId,
			personId: by.id,
			office: share ? office : null,
			query,
			at: now.toInstant().toString(),
		});
	});
}

/** Removes a view. @returns false where there is none that they may remove */
export const removeLogView = (app: App, by: Viewer, id: string): Promise<boolean> =>
	transact(app.db, (trx) => deleteLogView(trx, by, id));
