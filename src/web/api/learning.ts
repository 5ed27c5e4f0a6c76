/**
 * What was learned: lessons of differences, for those whose work that is, and what they and reports asked for, also for whoever is to
 * do it.
 */
import { z } from "zod";
import type { App } from "../../actions/app.ts";
import { closeAction, mayClose } from "../../actions/close-learning-action.ts";
import { lookAgain } from "../../actions/look-again.ts";
import { moveAction } from "../../actions/move-learning-action.ts";
import { openDifference } from "../../actions/open-difference.ts";
import { recordLesson, rewordLesson } from "../../actions/record-lesson.ts";
import { dutyOfAction, type LearningAction } from "../../domain/learning/learning-action.ts";
import { type Lesson, mayReadLessons, mayRecordLessons } from "../../domain/learning/lesson.ts";
import { mayMoveAction } from "../../domain/learning/moving-actions.ts";
import { readsReports } from "../../domain/learning/report-life.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { mayAnswer } from "../../domain/people/who-answers.ts";
import { countActionMoves, listLearningActions } from "../../store/learning-actions.ts";
import { listLessonIds, listLessons } from "../../store/lessons.ts";
import { listVisibleOf } from "../../store/search.ts";
import { lessonWords } from "../parts/lesson-words.tsx";
import { actOf } from "./acting.ts";
import { does, reads } from "./operation.ts";
import { goesOnAfterRow, partAfter } from "./paging.ts";
import { aName, aPerson, day, instant, nextCursor, ofOne, pageAsked } from "./schemas.ts";

const tag = "Learning";
const scope = "learning:manage" as const;

const aLesson = z
	.object({
		id: z.uuid(),
		difference: z.uuid().nullable().describe("Null where you may not see it, or it is no more."),
		theme: z.string().describe("As the protocol names it."),
		happened: z.string(),
		shouldDiffer: z.string(),
		recordedOn: day,
		recordedBy: z.string(),
		againOn: day.describe("When somebody looks again whether anything has changed."),
		again: z.object({ found: z.string(), on: day, by: z.string() }).nullable(),
	})
	.meta({ id: "Lesson", description: "What was learned, in words that name nobody." });

const anAction = z
	.object({
		id: z.uuid(),
		lesson: z.uuid().nullable(),
		report: z.uuid().nullable(),
		what: z.string(),
		shownBy: z.string().nullable().describe("What will show that it was done."),
		agency: aPerson,
		person: aPerson.nullable().describe("Null where whoever answers for the agency does it."),
		dueOn: day,
		state: z.enum(["open", "done", "not-done"]),
		result: z.string().nullable(),
		agreedOn: day,
		closedAt: instant.nullable(),
		moves: z.int().describe("How often it was moved: moving it says which move was the last read."),
		mayClose: z.boolean(),
		mayMove: z.boolean(),
	})
	.meta({ id: "LearningAction", description: "What an agency is to do because of it." });

const namesNobody = z
	.boolean()
	.default(false)
	.describe(
		"What was found in the words (`names-in-it`) tells nobody’s name: take it all the same.",
	);

async function lessonsTold(app: App, viewer: Viewer, lessons: readonly Lesson[]) {
	const from = lessons.flatMap(({ differenceId }) => differenceId ?? []);
	const seen = new Set((await listVisibleOf(app.db, viewer, from)).map(({ id }) => id));
	return lessons.map(({ versionId: _, differenceId, ...lesson }) => ({
		...lesson,
		difference: differenceId !== null && seen.has(differenceId) ? differenceId : null,
	}));
}

/** Theirs to do, or to follow up. */
const isKnown = (action: LearningAction, viewer: Viewer): boolean =>
	mayAnswer(dutyOfAction(action), viewer) || readsReports(viewer);

async function actionsTold(
	app: App,
	viewer: Viewer,
	actions: readonly LearningAction[],
): Promise<z.input<typeof anAction>[]> {
	const ids = actions.map(({ id }) => id);
	const moves = await countActionMoves(app.db, viewer.partnershipId, ids);
	return actions.map((whole) => {
		const { askedBy, chasedOn: _, closedOn: __, ...action } = whole;
		return {
			...action,
			lesson: "lesson" in askedBy ? askedBy.lesson : null,
			report: "report" in askedBy ? askedBy.report : null,
			moves: moves.get(action.id) ?? 0,
			mayClose: action.state === "open" && mayClose(whole, viewer),
			mayMove: mayMoveAction(whole, viewer),
		};
	});
}

const findAction = async (app: App, viewer: Viewer, id: string) => {
	const [action] = await listLearningActions(app.db, viewer.partnershipId, { id });
	return action && isKnown(action, viewer) ? action : undefined;
};

const ofLesson = z.object({ lesson: z.uuid() });
const ofAction = z.object({ action: z.uuid() });

export const learningOperations = [
	reads({
		id: "listLessons",
		path: "/lessons",
		tag,
		summary: "What was learned, the latest first",
		says: goesOnAfterRow,
		scope,
		query: z.object(pageAsked),
		answer: z.object({ lessons: z.array(aLesson), next: nextCursor }),
		run: async ({ app, viewer, query: { cursor, limit } }) => {
			if (!mayReadLessons(viewer)) return undefined;
			const ids = await listLessonIds(app.db, viewer.partnershipId);
			const asked = { list: "lessons", limit };
			const { part, next } = partAfter(viewer, asked, cursor, ids, (each) => each);
			const lessons = await listLessons(app.db, viewer.partnershipId, { ids: part });
			return { lessons: await lessonsTold(app, viewer, lessons), next };
		},
	}),
	does({
		id: "recordLesson",
		path: "/differences/{id}/lesson",
		tag,
		summary: "Record what was learned from a difference, and what is to be done about it",
		says: "For the office that reports. Where the protocol asks for the lesson, the answer to that stands in the draft of its step from then on.",
		scope,
		ifUnchanged: true,
		params: ofOne,
		body: z.strictObject({
			theme: aName,
			...lessonWords,
			againOn: day,
			namesNobody,
			actions: z
				.array(
					z.strictObject({
						what: z.string().trim().min(1).max(500),
						shownBy: z
							.string()
							.trim()
							.min(1)
							.max(500)
							.optional()
							.describe("What will show that it was done."),
						agency: z.uuid(),
						owner: z
							.string()
							.trim()
							.min(1)
							.max(200)
							.optional()
							.describe("Their name; left out, whoever answers for the agency does it."),
						dueOn: day,
					}),
				)
				.max(20)
				.default([]),
		}),
		answer: z.object({
			difference: z.uuid(),
			step: z.string().nullable().describe("The step that asks for it and is still owed."),
		}),
		run: async (asking) => {
			const { app, viewer, params, body } = asking;
			if (!mayRecordLessons(viewer)) return undefined;
			const opened = await openDifference(app, viewer, params.id, "lesson");
			if (!opened) return undefined;
			const saved = await recordLesson(app, viewer, actOf(asking, opened), {
				...body,
				actions: body.actions.map(({ agency, ...action }) => ({ ...action, agencyId: agency })),
			});
			return saved && { difference: params.id, step: saved.step };
		},
	}),
	does({
		id: "rewordLesson",
		path: "/lessons/{lesson}/words",
		tag,
		summary: "Put the words of a lesson right",
		says: "What it said before the office alone reads.",
		scope,
		anyNumberOfTimes: true,
		params: ofLesson,
		body: z.strictObject({ ...lessonWords, namesNobody }),
		answer: ofLesson,
		run: async ({ app, viewer, params: { lesson }, body }) =>
			mayRecordLessons(viewer) && (await rewordLesson(app, viewer, lesson, body))
				? { lesson }
				: undefined,
	}),
	does({
		id: "lookAgain",
		path: "/lessons/{lesson}/again",
		tag,
		summary: "Say what was found when somebody looked again",
		scope,
		anyNumberOfTimes: true,
		params: ofLesson,
		body: z.strictObject({ found: z.string().trim().min(1).max(2_000), namesNobody }),
		answer: ofLesson,
		run: async ({ app, viewer, params: { lesson }, body }) => {
			if (!mayRecordLessons(viewer)) return undefined;
			const found = await listLessons(app.db, viewer.partnershipId, { ids: [lesson] });
			if (found.length === 0) return undefined;
			await lookAgain(app, viewer, lesson, body);
			return { lesson };
		},
	}),
	reads({
		id: "listLearningActions",
		path: "/learning-actions",
		tag,
		summary: "What lessons and reports asked for, the soonest due first",
		says: `What is yours to do, and all of it for whoever follows it up. ${goesOnAfterRow}`,
		scope,
		query: z.object(pageAsked),
		answer: z.object({ actions: z.array(anAction), next: nextCursor }),
		run: async ({ app, viewer, query: { cursor, limit } }) => {
			const all = await listLearningActions(app.db, viewer.partnershipId);
			const known = all.filter((action) => isKnown(action, viewer));
			const asked = { list: "learning-actions", limit };
			const { part, next } = partAfter(viewer, asked, cursor, known, ({ id }) => id);
			return { actions: await actionsTold(app, viewer, part), next };
		},
	}),
	does({
		id: "closeLearningAction",
		path: "/learning-actions/{action}/close",
		tag,
		summary: "Say what was done and what shows it, or why it will not be done",
		scope,
		anyNumberOfTimes: true,
		params: ofAction,
		body: z.strictObject({
			state: z.enum(["done", "not-done"]),
			result: z.string().trim().min(1).max(5_000),
		}),
		answer: ofAction,
		run: async ({ app, viewer, params: { action }, body }) =>
			(await closeAction(app, viewer, action, body)) ? { action } : undefined,
	}),
	does({
		id: "moveLearningAction",
		path: "/learning-actions/{action}/move",
		tag,
		summary: "Give it to somebody else, or move its day",
		scope,
		anyNumberOfTimes: true,
		params: ofAction,
		body: z.strictObject({
			after: z.int().min(0).describe("Its `moves`, as they were read."),
			agency: z.uuid(),
			person: z.uuid().nullable().describe("Null for whoever answers for the agency."),
			dueOn: day,
			reason: z.string().trim().min(1).max(2_000),
		}),
		answer: ofAction,
		run: async ({ app, viewer, params: { action }, body }) => {
			if (!(await findAction(app, viewer, action))) return undefined;
			const { agency, person, ...given } = body;
			const moved = { ...given, agencyId: agency, personId: person };
			return (await moveAction(app, viewer, action, moved)) ? { action } : undefined;
		},
	}),
];
