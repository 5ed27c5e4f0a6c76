import type { PeopleShownBy } from "../domain/difference/told/whom.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { transact } from "../store/db.ts";
import { savePeopleShownBy } from "../store/partnerships.ts";
import type { App } from "./app.ts";
import { maySetWorkingHours } from "./set-working-hours.ts";

/**
 * Sets whether lists and headings say whom a difference is about by name or by initials, for whoever may see it.
 *
 * @throws Refusal 'not-yours'
 */
export function setPeopleShownBy(app: App, by: Viewer, shownBy: PeopleShownBy): Promise<void> {
	if (!maySetWorkingHours(by))
		throw new Refusal(
			"not-yours",
			"Only the partnership’s administrator and Business Unit can set how people are shown.",
		);
	return transact(app.db, (trx) => savePeopleShownBy(trx, by.partnershipId, shownBy));
}
