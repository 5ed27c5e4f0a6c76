import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { transact } from "../store/db.ts";
import { saveOffersWelsh } from "../store/partnerships.ts";
import type { App } from "./app.ts";
import { maySetWorkingHours } from "./set-working-hours.ts";

/**
 * Sets whether people of the partnership may choose Welsh. What somebody has chosen is kept while it is not offered.
 *
 * @throws Refusal 'not-yours'
 */
export function setOffersWelsh(app: App, by: Viewer, offers: boolean): Promise<void> {
	if (!maySetWorkingHours(by))
		throw new Refusal(
			"not-yours",
			"Only the partnership’s administrator and Business Unit can set whether Welsh is offered.",
		);
	return transact(app.db, (trx) => saveOffersWelsh(trx, by.partnershipId, offers));
}
