import { randomUUID } from "node:crypto";
import type { Viewer } from "../domain/people/viewer.ts";
import { transact } from "../store/db.ts";
import { findDifference } from "../store/differences.ts";
import { type Draft, deleteDraft, saveDraft as keepDraft, type ToKeep } from "../store/drafts.ts";
import { deleteUnsentFile, listFileDrafts } from "../store/files.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/**
 * Keeps what was typed on a page, as it was typed.
 *
 * @param place `differenceId` is null while a difference is being raised; `isShared` where everybody who may do what
 *   is typed there writes in the same draft, which is for the caller to have looked at
 * @param keep what there is to keep, given what is there: others may have saved meanwhile
 * @returns when it was saved; undefined when the difference does not exist or they may not know of it
 */
export function saveDraft(
	app: App,
	viewer: Viewer,
	place: { differenceId: string | null; page: string; isShared?: boolean },
	keep: (before: Draft["content"]) => ToKeep,
): Promise<string | undefined> {
	const { differenceId, page, isShared = false } = place;
	return transact(app.db, async (trx) => {
		if (differenceId !== null && !(await findDifference(trx, differenceId, viewer)))
			return undefined;
		const { now } = await partnershipClock(app, trx, viewer.partnershipId);
		const savedAt = now.toInstant().toString();
		const draft = {
			id: randomUUID(),
			partnershipId: viewer.partnershipId,
			personId: viewer.id,
			owner: isShared ? null : viewer.id,
			differenceId,
			page,
			savedAt,
		};
		await keepDraft(trx, draft, keep);
		return savedAt;
	});
}

/** Throws away what somebody typed on a page that belongs to no difference, and the files that they chose there. */
export const throwDraftAway = (app: App, viewer: Viewer, page: string): Promise<void> =>
	transact(app.db, async (trx) => {
		const place = { owner: viewer.id, differenceId: null, page };
		for (const { id } of await listFileDrafts(trx, place)) await deleteUnsentFile(trx, id);
		await deleteDraft(trx, place);
	});
