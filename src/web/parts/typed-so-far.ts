import { createHash } from "node:crypto";
import type { App } from "../../actions/app.ts";
import { saveDraft } from "../../actions/save-draft.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { findDraft } from "../../store/drafts.ts";
import type { FormValues } from "../kit/form.ts";
import { say } from "../kit/say.tsx";
import { isInputOf } from "./fields/question.ts";
import { readTyped, type Typed } from "./fields/typed.ts";

/**
 * A page on which people type: of a difference, or of raising one (`differenceId` null). `isShared` where everybody who
 * may do what is asked there writes in the same draft, and only for somebody who may.
 */
export type Page = { differenceId: string | null; page: string; isShared?: boolean };

/** What was typed on a page before, as it was typed. */
export type SoFar = {
	values: FormValues;
	/** ISO instant; absent when there is no draft. */
	savedAt?: string;
	/** Who wrote in it last. */
	savedBy?: { id: string; name: string };
	/** The key of the page that wrote in it last. */
	key?: string;
};

export async function typedSoFar(
	app: App,
	viewer: Viewer,
	{ differenceId, page, isShared }: Page,
): Promise<SoFar> {
	const owner = isShared ? null : viewer.id;
	const draft = await findDraft(app.db, { owner, differenceId, page });
	if (!draft) return { values: {} };
	const { values, key } = readTyped(draft.content);
	return { values, key, savedAt: draft.savedAt, savedBy: draft.savedBy };
}

/** A page as it comes in. `was` and `key` are left out by what has no page, and then it wins. */
type Sent = Pick<Typed, "asked" | "values"> & Partial<Pick<Typed, "was" | "key">>;

/** What became of a page that was kept. */
export type Kept = {
	/** ISO instant. */
	savedAt: string;
	/** What is kept now. */
	values: FormValues;
	/** The questions in which both this page and somebody else’s, or another window’s, were changed: theirs is kept. */
	clashes: string[];
	/** The questions that others changed since the page was drawn, and that stand as they left them. */
	newer: string[];
	/** As the page is to post it the next time. */
	was: string;
};

/**
 * Keeps what was typed, right or wrong, beside what was typed in other sections of the same page, and beside what others
 * saved since the page was drawn.
 *
 * @returns undefined when the difference does not exist or they may not know of it
 */
export async function keepTyped(
	app: App,
	viewer: Viewer,
	place: Page,
	typed: Sent,
): Promise<Kept | undefined> {
	let merged: Omit<Kept, "savedAt"> | undefined;
	const savedAt = await saveDraft(app, viewer, place, (before) => {
		const last = readTyped(before);
		merged = mergeTyped(last, typed);
		const { clashes, values } = merged;
		const isTheirs = clashes.length > 0;
		return { content: { ...values, _key: isTheirs ? last.key : (typed.key ?? "") }, isTheirs };
	});
	return savedAt !== undefined && merged ? { ...merged, savedAt } : undefined;
}

/**
 * What is kept when a page comes in: question by question what was changed on it, and else what is kept already. A
 * question that was changed on the page and also by others is a clash, and theirs stays.
 *
 * @param typed `was` has for each question what it was when the page was drawn; where that is not said, the page wins
 */
export function mergeTyped(
	{ values: before, key: last }: { values: FormValues; key?: string | undefined },
	{ asked, values, was = {}, key }: Sent,
): Omit<Kept, "savedAt"> {
	// What this very page wrote last, it may write over: somebody went on, or went back to it.
	const isOwn = last !== undefined && last !== "" && last === key;
	const clashes: string[] = [];
	const stay: string[] = [];
	const next = asked.map((name) => {
		const [theirs, mine] = [digestOf(name, before), digestOf(name, values)];
		const drawn = was[name];
		const isNewer =
			!isOwn &&
			drawn !== undefined &&
			theirs !== drawn &&
			theirs !== mine &&
			hasInput(name, before);
		if (!isNewer) return mine;
		stay.push(name);
		if (mine !== drawn) clashes.push(name);
		return drawn;
	});
	const takes = (input: string) => !stay.some((name) => isInputOf(name, input));
	const taken = Object.fromEntries(Object.entries(values).filter(([input]) => takes(input)));
	return {
		values: withTyped(before, {
			asked: asked.filter((name) => !stay.includes(name)),
			values: taken,
		}),
		clashes,
		newer: stay,
		was: next.join(" "),
	};
}

/** What a page with these questions posts as `_was`. @param draft what is kept; `values` what stands where nothing is */
export const wasOf = (
	asked: readonly { name: string }[],
	{ draft, values }: { draft: FormValues; values: FormValues },
): string =>
	asked.map(({ name }) => digestOf(name, hasInput(name, draft) ? draft : values)).join(" ");

/** Which of two, by name, a sentence speaks of to somebody. */
export const sayWhoSaved = (viewer: { id: string }, by: { id: string; name: string }): string =>
	by.id === viewer.id ? say`You, in another window,` : by.name;

const hasInput = (name: string, values: FormValues): boolean =>
	Object.keys(values).some((input) => isInputOf(name, input));

/** The same for the same answer, however its empty inputs and the blanks around it came over the wire. */
function digestOf(name: string, values: FormValues): string {
	const inputs = Object.entries(values)
		.filter(([input]) => isInputOf(name, input))
		.map(([input, text]) => [
			input,
			[text ?? ""]
				.flat()
				.map((each) => each.trim())
				.filter(Boolean),
		])
		.filter(([, texts]) => texts && texts.length > 0)
		.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
	return createHash("sha256").update(JSON.stringify(inputs)).digest("hex").slice(0, 12);
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
