import type { App } from "../../actions/app.ts";
import { saveDraft } from "../../actions/save-draft.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { findDraft } from "../../store/drafts.ts";
import type { FormValues } from "../kit/form.ts";
import { isInputOf } from "./fields/question.ts";
import { readTyped, type Typed } from "./fields/typed.ts";

/** A page on which people type: of a difference, or of raising one (`differenceId` null). */
export type Page = { differenceId: string | null; page: string };

/** What somebody typed on a page before, as they typed it. */
export type SoFar = {
	values: FormValues;
	/** ISO instant; absent when there is no draft. */
	savedAt?: string;
};

export async function typedSoFar(app: App, viewer: Viewer, place: Page): Promise<SoFar> {
	const draft = await findDraft(app.db, { ...place, personId: viewer.id });
	return draft
		? { values: readTyped(draft.content).values, savedAt: draft.savedAt }
		: { values: {} };
}

/**
 * Keeps what was typed, right or wrong, beside what was typed in other sections of the same page.
 *
 * @returns when; undefined when the difference does not exist or they may not know of it
 */
export async function keepTyped(
	app: App,
	viewer: Viewer,
	place: Page,
	typed: Pick<Typed, "asked" | "values">,
): Promise<string | undefined> {
	const before = await typedSoFar(app, viewer, place);
	return saveDraft(app, viewer, place, withTyped(before.values, typed));
}

/** What was typed before, with everything that this page asks as it is typed now. */
export const withTyped = (
	before: FormValues,
	{ asked, values }: Pick<Typed, "asked" | "values">,
): FormValues => ({
	...Object.fromEntries(
		Object.entries(before).filter(([input]) => !asked.some((name) => isInputOf(name, input))),
	),
	...values,
});
