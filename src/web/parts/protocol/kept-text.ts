import type { App } from "../../../actions/app.ts";
import { saveDraft } from "../../../actions/save-draft.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { isNoText } from "../../../domain/protocol/file/plain-text.ts";
import { findDraft } from "../../../store/drafts.ts";

/** Longer than any protocol that is read: it is not even kept as a draft. */
const longest = 1_000_000;

/** A text that somebody typed and has not saved, with the revision that it was made from. */
type KeptText = { text: string; revision: number; savedAt: string };

export async function keptText(
	app: App,
	viewer: Viewer,
	page: string,
): Promise<KeptText | undefined> {
	const draft = await findDraft(app.db, { owner: viewer.id, differenceId: null, page });
	if (!draft) return undefined;
	const { text, revision } = draft.content as Omit<KeptText, "savedAt">;
	return { text, revision, savedAt: draft.savedAt };
}

/**
 * Keeps a text for whoever typed it, right or wrong: nobody else sees it.
 *
 * @returns false, and nothing is kept, for what is no text or longer than any protocol
 */
export async function keepText(
	app: App,
	viewer: Viewer,
	page: string,
	{ text, revision }: Omit<KeptText, "savedAt">,
): Promise<boolean> {
	if (isNoText(text) || text.length > longest) return false;
	await saveDraft(app, viewer, { differenceId: null, page }, () => ({
		content: { text, revision },
	}));
	return true;
}
