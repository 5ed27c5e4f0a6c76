import { checkMayRecord } from "../domain/learning/lesson.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { transact } from "../store/db.ts";
import { listLessons, saveLookedAgain } from "../store/lessons.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { checkNamesNobody, type LessonGiven } from "./record-lesson.ts";

/**
 * Somebody has looked again whether anything changed because of a lesson, and says what they found.
 *
 * @throws Refusal 'not-yours' | 'already-recorded' | 'names-in-it', with what was found
 */
export function lookAgain(
	app: App,
	by: Viewer,
	lesson: string,
	given: { found: string } & Pick<LessonGiven, "namesNobody">,
): Promise<void> {
	return transact(app.db, async (trx) => {
		checkMayRecord(by);
		const { found } = given;
		const from = await listLessons(trx, by.partnershipId, { ids: [lesson] });
		if (from[0] && !from[0].again) await checkNamesNobody(app, trx, by, from, given, [found]);
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const at = now.toInstant().toString();
		if (!(await saveLookedAgain(trx, by.partnershipId, lesson, { found, by: by.id, at })))
			throw new Refusal("already-recorded", "What was found has been recorded already.");
	});
}
