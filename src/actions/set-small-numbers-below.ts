import { thresholdsToChoose } from "../domain/learning/suppress.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { transact } from "../store/db.ts";
import { saveSmallNumbersBelow } from "../store/partnerships.ts";
import type { App } from "./app.ts";
import { maySetWorkingHours } from "./set-working-hours.ts";

/**
 * Sets which numbers are too small to leave the Business Unit in a report. What was presented before stays as it was.
 *
 * @throws Refusal 'not-yours' | 'unknown-way'
 */
export function setSmallNumbersBelow(app: App, by: Viewer, below: number): Promise<void> {
	if (!maySetWorkingHours(by))
		throw new Refusal(
			"not-yours",
			"Only the partnership’s administrator and Business Unit can set which numbers are hidden.",
		);
	if (!thresholdsToChoose.some((each) => each === below))
		throw new Refusal("unknown-way", "Choose one of the numbers that are offered.");
	return transact(app.db, (trx) => saveSmallNumbersBelow(trx, by.partnershipId, below));
}
