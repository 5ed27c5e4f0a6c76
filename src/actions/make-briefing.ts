import { randomUUID } from "node:crypto";
import {
	type BriefingText,
	checkMayApprove,
	checkMayWrite,
	draftFrom,
	mayWriteBriefings,
} from "../domain/learning/briefing.ts";
import type { Finding } from "../domain/learning/names-in-text.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { sayProtocol } from "../language/protocol-words.ts";
import { speechNow } from "../language/say.ts";
import { speaking, speakingNow } from "../language/speaking.ts";
import {
	addBriefing,
	deleteBriefing,
	findBriefing,
	saveBriefingApproved,
	saveBriefingText,
	saveBriefingWithdrawn,
} from "../store/briefings.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import { deleteDraft, deleteDraftsOfAll } from "../store/drafts.ts";
import { listLearningActions } from "../store/learning-actions.ts";
import { listLessons } from "../store/lessons.ts";
import type { App } from "./app.ts";
import { namesInLessons } from "./names-in-lessons.ts";
import { partnershipClock } from "./partnership-clock.ts";

/**
 * Makes the draft of a briefing from lessons.
 *
 * @returns its identifier
 * @throws Refusal 'not-yours' | 'wrong-answers'
 */
export function makeBriefing(app: App, by: Viewer, lessons: readonly string[]): Promise<string> {
	return transact(app.db, async (trx) => {
		if (!mayWriteBriefings(by))
			throw new Refusal("not-yours", "The Business Unit writes the briefings.");
		const found = await listLessons(trx, by.partnershipId, { ids: lessons });
		if (found.length === 0)
			throw new Refusal("wrong-answers", "Select the lessons that it is made from.");
		const themes = new Set<string>();
		// What is written for somebody to go on with is in their language, and has no marks.
		const plainly = { ...speakingNow(), marks: false };
		for (const { versionId, theme } of found) {
			const version = await app.protocols.version(trx, versionId);
			themes.add(speaking(plainly, () => sayProtocol(version)).themes[theme] ?? theme);
		}
		const actions = await Promise.all(
			found.map(({ id }) =>
				listLearningActions(trx, by.partnershipId, { askedBy: { lesson: id } }),
			),
		);
		const id = randomUUID();
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await addBriefing(trx, {
			...speaking(plainly, () =>
				draftFrom(found, [...themes], actions.flat(), { speech: speechNow() }),
			),
			id,
			partnershipId: by.partnershipId,
			lessons: found.map((lesson) => lesson.id),
			writers: [by.id],
			at: now.toInstant().toString(),
		});
		return id;
	});
}

/** Where somebody types in a briefing: their own draft of it. */
export const briefingPage = (id: string): string => `briefings/${id}`;

/**
 * Keeps what somebody wrote in a draft.
 *
 * @param read the revision that they had before them
 * @returns undefined when the partnership has none such
 * @throws Refusal as `checkMayWrite`
 */
export function writeBriefing(
	app: App,
	by: Viewer,
	{ id, read }: { id: string; read: number },
	text: BriefingText,
): Promise<true | undefined> {
	return transact(app.db, async (trx) => {
		const briefing = await findBriefing(trx, by.partnershipId, id, { lock: true });
		if (!briefing) return undefined;
		checkMayWrite(briefing, by, read);
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await saveBriefingText(trx, briefing, text, by.id, now.toInstant().toString());
		await deleteDraft(trx, { owner: by.id, differenceId: null, page: briefingPage(id) });
		return true;
	});
}

/**
 * Throws a draft away, with what any of its writers had typed and not saved: the lessons that it was made of stay.
 *
 * @returns undefined when the partnership has none such
 * @throws Refusal as `checkMayWrite`
 */
export function throwBriefingAway(app: App, by: Viewer, id: string): Promise<true | undefined> {
	return transact(app.db, async (trx) => {
		const briefing = await findBriefing(trx, by.partnershipId, id, { lock: true });
		if (!briefing) return undefined;
		checkMayWrite(briefing, by, briefing.revision);
		await deleteDraftsOfAll(trx, briefingPage(id));
		await deleteBriefing(trx, id);
		return true;
	});
}

/**
 * Makes a new draft with the text of a briefing that was approved, to put right what is wrong in it.
 *
 * @returns the draft; undefined when the partnership has none such
 * @throws Refusal 'not-yours'
 */
export function copyBriefing(app: App, by: Viewer, of: string): Promise<string | undefined> {
	return transact(app.db, async (trx) => {
		if (!mayWriteBriefings(by))
			throw new Refusal("not-yours", "The Business Unit writes the briefings.");
		const briefing = await findBriefing(trx, by.partnershipId, of);
		if (!briefing || briefing.state === "draft") return undefined;
		const { title, sections, lessons } = briefing;
		// Whose words stand in it does not approve it, this time either.
		const writers = [...new Set([...briefing.writers, by.id])];
		const id = randomUUID();
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const at = now.toInstant().toString();
		const { partnershipId } = by;
		await addBriefing(trx, { id, title, sections, lessons, partnershipId, writers, at });
		return id;
	});
}

/**
 * A second person approves a briefing: everybody in the partnership can read it from then on.
 *
 * @param given `read` is the revision that they read; `namesNobody` whether they say of what was found in it that nobody
 *   can be known by it
 * @returns undefined when the partnership has none such
 * @throws Refusal as `checkMayApprove`; 'names-in-it' with what was found
 */
export function approveBriefing(
	app: App,
	by: Viewer,
	{ id, read, namesNobody }: { id: string; read: number; namesNobody: boolean },
): Promise<true | undefined> {
	return transact(app.db, async (trx) => {
		const briefing = await findBriefing(trx, by.partnershipId, id, { lock: true });
		if (!briefing) return undefined;
		checkMayApprove(briefing, by, read);
		const found = namesNobody ? [] : await namesInBriefing(app, trx, by.partnershipId, briefing);
		if (found.length > 0)
			throw new Refusal("names-in-it", found.map(({ text }) => `“${text}”`).join(", "));
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await saveBriefingApproved(trx, id, by.id, now.toInstant().toString());
		return true;
	});
}

/**
 * Takes an approved briefing out of the library, such as when something in it was wrong.
 *
 * @returns undefined when the partnership has none such
 * @throws Refusal 'not-yours'
 */
export function withdrawBriefing(app: App, by: Viewer, id: string): Promise<true | undefined> {
	return transact(app.db, async (trx) => {
		const briefing = await findBriefing(trx, by.partnershipId, id, { lock: true });
		if (briefing?.state !== "approved") return undefined;
		if (!mayWriteBriefings(by))
			throw new Refusal("not-yours", "The Business Unit takes briefings out of the library.");
		await saveBriefingWithdrawn(trx, id);
		return true;
	});
}

/** What in a briefing may tell whom it is about, going by the differences behind its lessons. */
export async function namesInBriefing(
	app: App,
	db: Db | Trx,
	partnershipId: string,
	{ lessons, title, sections }: BriefingText & { lessons: readonly string[] },
): Promise<Finding[]> {
	const from = await listLessons(db, partnershipId, { ids: lessons });
	return namesInLessons(app, db, partnershipId, from, [title, ...Object.values(sections)]);
}
