import { randomUUID } from "node:crypto";
import type { Viewer } from "../domain/people/viewer.ts";
import { transact } from "../store/db.ts";
import { findDifference } from "../store/differences.ts";
import { type Draft, deleteDraft, saveDraft as keepDraft } from "../store/drafts.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/**
 * Keeps what was typed on a page, as it was typed.
 *
 * @param place `differenceId` is null while a difference is being raised
 * @returns when it was saved; undefined when the difference does not exist or they may not know of it
 */
export function saveDraft(
	app: App,
	viewer: Viewer,
	place: { differenceId: string | null; page: string },
	content: Draft["content"],
): Promise<string | undefined> {
	return transact(app.db, async (trx) => {
		if (place.differenceId !== null && !(await findDifference(trx, place.differenceId, viewer)))
			return undefined;
		const { now } = await partnershipClock(app, trx, viewer.partnershipId);
		const savedAt = now.toInstant().toString();
		await keepDraft(trx, {
			...place,
			id: randomUUID(),
			partnershipId: viewer.partnershipId,
			personId: viewer.id,
			content,
			savedAt,
		});
		return savedAt;
	});
}

/** Throws away what somebody typed on a page that belongs to no difference. */
export const throwDraftAway = (app: App, viewer: Viewer, page: string): Promise<void> =>
	transact(app.db, (trx) => deleteDraft(trx, { personId: viewer.id, differenceId: null, page }));
