import { randomUUID } from "node:crypto";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import {
	asksForLesson,
	checkDaysAhead,
	checkMayRecord,
	type Lesson,
	lessonAsAnswer,
	lessonField,
} from "../domain/learning/lesson.ts";
import { namedInFull } from "../domain/people/find-by-letters.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { stepOf } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import { listAgencies } from "../store/agencies.ts";
import { type Trx, transact } from "../store/db.ts";
import { deleteDraft } from "../store/drafts.ts";
import { addLearningAction } from "../store/learning-actions.ts";
import { addLesson, listLessons, saveLessonText } from "../store/lessons.ts";
import { listDirectory } from "../store/people.ts";
import type { App } from "./app.ts";
import { type ActOn, checkLastRead, holdDifference, isDoneAlready } from "./hold-difference.ts";
import { namesInLessons } from "./names-in-lessons.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { saveDraft } from "./save-draft.ts";

/** What somebody writes of what was learned, with what is to be done about it. */
export type LessonGiven = Pick<Lesson, "theme" | "happened" | "shouldDiffer" | "againOn"> & {
	/** `owner` is somebody’s name, as typed; left out, whoever answers for the agency owns it. */
	actions: readonly {
		what: string;
		/** What will show that it was done. */
		shownBy?: string | undefined;
		agencyId: string;
		owner?: string | undefined;
		dueOn: IsoDay;
	}[];
	/** Whether they say of what was found in it that nobody can be known by it. */
	namesNobody: boolean;
};

/**
 * The Business Unit records what was learned from a difference, and what is to be done about it. Where the protocol asks
 * for the lesson, the answer to that stands in the draft of its step from then on: nobody types it twice.
 *
 * @param on `page` is the draft of theirs in which it was typed; it is not needed any more
 * @returns the step that asks for it and is still owed, null where none is; undefined when the difference does not exist
 *   or they may not know of it
 * @throws Refusal 'not-yours' | 'wrong-answers' | 'day-has-passed' | 'names-in-it', with what was found; as
 *   `isDoneAlready` and `checkLastRead`
 */
export function recordLesson(
	app: App,
	by: Viewer,
	on: Omit<ActOn, "by"> & { page?: string },
	given: LessonGiven,
): Promise<{ step: string | null } | undefined> {
	const { difference, page } = on;
	return transact(app.db, async (trx) => {
		const { partnershipId } = by;
		const held = await holdDifference(app, trx, difference, { partnershipId, by });
		if (!held) return undefined;
		checkMayRecord(by);
		const { here, loaded, present, rules } = held;
		const { protocol } = rules;
		const owed = present.open.find(({ step }) => asksForLesson(protocol, stepOf(protocol, step)));
		const step = owed?.step ?? null;
		const at = here.now.toInstant().toString();
		if (await isDoneAlready(trx, { ...on, by }, here)) return { step };
		if (on.lastRead !== undefined) checkLastRead(held, on.lastRead);

		if (!Object.hasOwn(protocol.themes, given.theme))
			throw new Refusal("wrong-answers", "Select what it is about.");
		const today = here.now.toPlainDate().toString();
		checkDaysAhead([given.againOn, ...given.actions.map(({ dueOn }) => dueOn)], today);
		const from = [{ differenceId: difference, versionId: loaded.versionId }];
		await checkNamesNobody(app, trx, by, from, given, [
			given.happened,
			given.shouldDiffer,
			...given.actions.flatMap(({ what, shownBy }) => [what, ...(shownBy ? [shownBy] : [])]),
		]);

		const owned = [];
		for (const action of given.actions)
			owned.push({ ...action, personId: await ownerOf(trx, partnershipId, action) });
		if (page !== undefined)
			await deleteDraft(trx, { owner: by.id, differenceId: difference, page });
		const id = randomUUID();
		await addLesson(trx, { ...given, id, differenceId: difference, partnershipId, by: by.id, at });
		for (const action of owned)
			await addLearningAction(trx, {
				...action,
				shownBy: action.shownBy ?? null,
				id: randomUUID(),
				partnershipId,
				askedBy: { lesson: id },
				by: by.id,
				at,
			});
		if (step !== null)
			await saveDraft(
				{ ...app, db: trx },
				by,
				{ differenceId: difference, page: step, isShared: true },
				({ [lessonField]: before, ...rest }) => ({
					content: {
						...rest,
						[lessonField]: [before, lessonAsAnswer(given)].filter(Boolean).join("\n\n"),
					},
				}),
			);
		return { step };
	});
}

/**
 * Other words for a lesson: something in it was wrong, or told whom it is about. The words of before are kept for the office
 * alone, with who changed them; what the step of the difference was done with stays in its record.
 *
 * @returns undefined when the partnership has none such
 * @throws Refusal 'not-yours' | 'names-in-it', with what was found
 */
export function rewordLesson(
	app: App,
	by: Viewer,
	id: string,
	given: Pick<LessonGiven, "happened" | "shouldDiffer" | "namesNobody">,
): Promise<true | undefined> {
	return transact(app.db, async (trx) => {
		checkMayRecord(by);
		const lessons = await listLessons(trx, by.partnershipId, { ids: [id] });
		if (lessons.length === 0) return undefined;
		await checkNamesNobody(app, trx, by, lessons, given, [given.happened, given.shouldDiffer]);
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await saveLessonText(trx, by.partnershipId, id, {
			...given,
			by: by.id,
			at: now.toInstant().toString(),
		});
		return true;
	});
}

/** @throws Refusal 'names-in-it', with what was found, unless they say that nobody can be known by it */
export async function checkNamesNobody(
	app: App,
	trx: Trx,
	{ partnershipId }: Viewer,
	from: Parameters<typeof namesInLessons>[3],
	{ namesNobody }: Pick<LessonGiven, "namesNobody">,
	texts: string[],
): Promise<void> {
	if (namesNobody) return;
	const found = await namesInLessons(app, trx, partnershipId, from, texts);
	if (found.length > 0)
		throw new Refusal("names-in-it", found.map(({ text }) => `“${text}”`).join(", "));
}

/** Who does an action, where somebody is named. @throws Refusal 'no-such-agency' | 'not-your-agency' */
async function ownerOf(
	trx: Trx,
	partnershipId: string,
	{ agencyId, owner }: LessonGiven["actions"][number],
): Promise<string | null> {
	const agency = (await listAgencies(trx, partnershipId)).find(({ id }) => id === agencyId);
	if (!agency) throw new Refusal("no-such-agency", "Select the agency that does each action.");
	if (owner === undefined) return null;
	const person = namedInFull(await listDirectory(trx, partnershipId, agencyId), owner);
	if (!person)
		throw new Refusal(
			"not-your-agency",
			said`${agency.name} has nobody, or more than one, of the name “${owner}”. Enter the whole name, or leave it blank for whoever answers for ${agency.name}.`,
		);
	return person.id;
}
