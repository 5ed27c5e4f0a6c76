import { dutyOfAction, type LearningAction } from "../domain/learning/learning-action.ts";
import { checkTellsNobody, makesReports } from "../domain/learning/report-life.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { mayAnswer } from "../domain/people/who-answers.ts";
import { Refusal } from "../domain/refusal.ts";
import { namesBehind } from "../reports/names-behind.ts";
import { type Trx, transact } from "../store/db.ts";
import { deleteDraft } from "../store/drafts.ts";
import { closeLearningAction, listLearningActions } from "../store/learning-actions.ts";
import { findReport } from "../store/reports.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** Where somebody types what they did: their own draft. */
export const actionPage = (action: string): string => `actions/${action}`;

/** Whoever it is of may say what was done; and the office, which hears of it by other ways. */
export const mayClose = (
	action: Pick<LearningAction, "agency" | "person">,
	viewer: Viewer,
): boolean => mayAnswer(dutyOfAction(action), viewer) || makesReports(viewer);

/**
 * Says what was done of an action and what shows it, or why it will not be done.
 *
 * @returns false where there is no such action, or it is not theirs to know of
 * @throws Refusal 'already-recorded' | 'reason-missing' | 'names-in-it'
 */
export function closeAction(
	app: App,
	by: Viewer,
	id: string,
	given: { state: "done" | "not-done"; result: string },
): Promise<boolean> {
	return transact(app.db, async (trx) => {
		const [action] = await listLearningActions(trx, by.partnershipId, { id });
		if (!action || !mayClose(action, by)) return false;
		const result = given.result.trim();
		if (result === "")
			throw new Refusal(
				"reason-missing",
				given.state === "done"
					? "Say what was done, and what shows it."
					: "Say why it will not be done.",
			);
		await checkSaidOfAction(app, trx, by, action, result);
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const isClosed = await closeLearningAction(trx, by.partnershipId, id, {
			...given,
			result,
			by: by.id,
			at: now.toInstant().toString(),
		});
		if (!isClosed)
			throw new Refusal("already-recorded", "Somebody has said what was done of it meanwhile.");
		await deleteDraft(trx, { owner: by.id, differenceId: null, page: actionPage(id) });
		return true;
	});
}

/**
 * What is said of an action that a report asked for is read by whoever reads reports: it names no child.
 *
 * @throws Refusal 'names-in-it'
 */
export async function checkSaidOfAction(
	app: App,
	trx: Trx,
	by: Viewer,
	{ askedBy }: Pick<LearningAction, "askedBy">,
	said: string,
): Promise<void> {
	const report =
		"report" in askedBy ? await findReport(trx, by.partnershipId, askedBy.report) : undefined;
	if (!report) return;
	const { now } = await partnershipClock(app, trx, by.partnershipId);
	const today = now.toPlainDate().toString();
	const found = await app.protocols.inForce(trx, by.partnershipId, today, report.protocol);
	if (!found) return;
	checkTellsNobody(
		said,
		await namesBehind({ db: trx }, by.partnershipId, found.protocol, report.period, {
			withoutColleagues: true,
		}),
	);
}
