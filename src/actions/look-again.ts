import { checkMayRecord } from "../domain/learning/lesson.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { transact } from "../store/db.ts";
import { saveLookedAgain } from "../store/lessons.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/**
 * Somebody has looked again whether anything changed because of a lesson, and says what they found.
 *
 * @throws Refusal 'not-yours' | 'already-recorded'
 */
export function lookAgain(app: App, by: Viewer, lesson: string, found: string): Promise<void> {
	return transact(app.db, async (trx) => {
		checkMayRecord(by);
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const at = now.toInstant().toString();
		if (!(await saveLookedAgain(trx, by.partnershipId, lesson, { found, by: by.id, at })))
			throw new Refusal("already-recorded", "What was found has been recorded already.");
	});
}
