import type { Viewer } from "../domain/people/viewer.ts";
import { checkedHours, type WorkingHours } from "../domain/people/working-hours.ts";
import { Refusal } from "../domain/refusal.ts";
import { transact } from "../store/db.ts";
import { saveWorkingHours } from "../store/partnerships.ts";
import type { App } from "./app.ts";

/** Who sets the hours in which a partnership's people are reminded. */
export const maySetWorkingHours = ({ offices }: Viewer): boolean =>
	offices.includes("administrator") || offices.includes("business-unit");

/**
 * Sets the hours in which the partnership's people are reminded. The next sweep works out every reminder anew.
 *
 * @throws Refusal 'not-yours' and as `checkedHours`
 */
export function setWorkingHours(app: App, by: Viewer, hours: WorkingHours): Promise<void> {
	if (!maySetWorkingHours(by))
		throw new Refusal(
			"not-yours",
			"Only the partnership’s administrator and Business Unit can set the hours.",
		);
	const checked = checkedHours(hours);
	return transact(app.db, (trx) => saveWorkingHours(trx, by.partnershipId, checked));
}
