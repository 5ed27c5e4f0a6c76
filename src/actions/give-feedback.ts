import type { Difference } from "../domain/difference/difference.ts";
import { type Feedback, invitedToFeedback, releasedTogether } from "../domain/learning/feedback.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Trx, transact } from "../store/db.ts";
import { addFeedback, addInvitations, findInvitation, useInvitation } from "../store/feedback.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** Puts the four questions to those who took part in a difference that has just ended. */
export const inviteToFeedback = (
	trx: Trx,
	partnershipId: string,
	protocol: Protocol,
	difference: Difference,
): Promise<void> =>
	addInvitations(trx, partnershipId, difference.id, invitedToFeedback(protocol, difference));

/**
 * Somebody says how it went for them. It is kept without their name and without the difference, so nobody can take it back
 * or change it.
 *
 * @param protocol under which the difference ran
 * @returns whether they were asked
 * @throws Refusal 'answered-already'
 */
export function giveFeedback(
	app: App,
	on: { difference: string; protocol: string; by: Viewer },
	given: Feedback,
): Promise<boolean> {
	const { difference, protocol, by } = on;
	const { partnershipId } = by;
	return transact(app.db, async (trx) => {
		const side = await useInvitation(trx, difference, by.id);
		if (side === undefined) {
			if (!(await findInvitation(trx, difference, by.id))) return false;
			throw new Refusal(
				"answered-already",
				"You have answered these questions. What you said has no name on it, so it cannot be changed.",
			);
		}
		const { now } = await partnershipClock(app, trx, partnershipId);
		const month = now.toPlainDate().with({ day: 1 }).toString();
		await addFeedback(trx, { partnershipId, protocol, side }, given, month, releasedTogether);
		return true;
	});
}
