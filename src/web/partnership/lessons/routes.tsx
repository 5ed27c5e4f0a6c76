import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { lookAgain } from "../../../actions/look-again.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { rewordLesson } from "../../../actions/record-lesson.ts";
import { type Lesson, mayReadLessons, mayRecordLessons } from "../../../domain/learning/lesson.ts";
import { listBriefings } from "../../../store/briefings.ts";
import { listLearningActions } from "../../../store/learning-actions.ts";
import { listLessons, listWordsBefore } from "../../../store/lessons.ts";
import { listVisibleOf } from "../../../store/search.ts";
import { learningPaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import { errorAt, newForm, requiredText } from "../../kit/form.ts";
import { formPage, receiveForm } from "../../kit/form-page.ts";
import type { Routes } from "../../kit/request.ts";
import { sayProtocol } from "../../kit/say.tsx";
import { lessonWords, namesNobody, sayNamesInLesson } from "../../parts/lesson-words.tsx";
import {
	foundAgain,
	LessonPage,
	LessonsPage,
	RewordLessonPage,
	type ShownLesson,
} from "./page.tsx";

type Address = { Params: { id: string } };

const asked = z.object({
	[foundAgain]: requiredText({
		missing: "Enter what you found",
		name: "What you found",
		max: 2000,
	}),
	[namesNobody]: z.string().optional(),
});

const reworded = z.object({ ...lessonWords, [namesNobody]: z.string().optional() });

/** What was learned, for those whose work that is. */
export const lessonsRoutes: Routes = (web, app) => {
	const today = async ({ viewer }: FastifyRequest) =>
		(await partnershipClock(app, app.db, viewer.partnershipId)).now.toPlainDate().toString();

	const show = async (
		{ viewer }: FastifyRequest,
		lessons: readonly Lesson[],
	): Promise<ShownLesson[]> => {
		const [visible, actions] = await Promise.all([
			listVisibleOf(
				app.db,
				viewer,
				lessons.flatMap(({ differenceId }) => differenceId ?? []),
			),
			listLearningActions(app.db, viewer.partnershipId),
		]);
		return Promise.all(
			lessons.map(async (lesson) => ({
				lesson,
				theme:
					sayProtocol(await app.protocols.version(app.db, lesson.versionId)).themes[lesson.theme] ??
					lesson.theme,
				actions: actions.filter(
					({ askedBy }) => "lesson" in askedBy && askedBy.lesson === lesson.id,
				),
				from: visible.find(({ id }) => id === lesson.differenceId),
			})),
		);
	};

	const visit = async (request: FastifyRequest<Address>) => {
		const { params, viewer } = request;
		if (!mayReadLessons(viewer) || !isUuid(params.id)) return undefined;
		const found = await listLessons(app.db, viewer.partnershipId, { ids: [params.id] });
		const [shown] = await show(request, found);
		if (!shown) return undefined;
		const states = ["draft", "approved"] as const;
		const briefings = await listBriefings(app.db, viewer.partnershipId, states, {
			lesson: params.id,
		});
		const before = mayRecordLessons(viewer)
			? await listWordsBefore(app.db, viewer.partnershipId, params.id)
			: [];
		return { shown, briefings, before, today: await today(request) };
	};

	web.get(learningPaths.lessons, async (request, reply) => {
		const { viewer, frame } = request;
		if (!mayReadLessons(viewer)) return reply.callNotFound();
		const lessons = await show(request, await listLessons(app.db, viewer.partnershipId));
		const { choose } = request.query as { choose?: string };
		return reply.page(
			<LessonsPage
				frame={frame}
				viewer={viewer}
				lessons={lessons}
				today={await today(request)}
				form={
					choose === undefined
						? newForm()
						: { values: {}, errors: errorAt("lessons", "Select the lessons that it is made of") }
				}
			/>,
		);
	});

	web.get<Address>(learningPaths.lesson(":id"), async (request, reply) => {
		const visited = await visit(request);
		return visited
			? reply.page(<LessonPage frame={request.frame} viewer={request.viewer} {...visited} />)
			: reply.callNotFound();
	});

	formPage(web, learningPaths.rewordLesson(":id"), {
		visit: async (request: FastifyRequest<Address>) =>
			mayRecordLessons(request.viewer) ? visit(request) : undefined,
		asks: reworded,
		begins: ({ shown: { lesson } }) => ({
			happened: lesson.happened,
			shouldDiffer: lesson.shouldDiffer,
		}),
		draw: ({ shown }, form, { frame }) => (
			<RewordLessonPage frame={frame} shown={shown} form={form} />
		),
		act: async (given, { shown: { lesson } }, { viewer }) =>
			(await rewordLesson(app, viewer, lesson.id, {
				...given,
				namesNobody: given[namesNobody] === "yes",
			})) && learningPaths.lesson(lesson.id),
		refused: ({ message }) => ({
			status: 422,
			errors: errorAt(namesNobody, sayNamesInLesson(message)),
		}),
	});

	receiveForm(web, learningPaths.lookAgain(":id"), {
		visit: async (request: FastifyRequest<Address>) =>
			mayRecordLessons(request.viewer) ? visit(request) : undefined,
		asks: asked,
		draw: (visited, form, { frame, viewer }) => (
			<LessonPage frame={frame} viewer={viewer} {...visited} form={form} />
		),
		act: async (given, { shown: { lesson } }, { viewer }) => {
			await lookAgain(app, viewer, lesson.id, {
				found: given.found,
				namesNobody: given[namesNobody] === "yes",
			});
			return learningPaths.lesson(lesson.id);
		},
		refused: ({ code, message }) =>
			code === "names-in-it"
				? { status: 422, errors: errorAt(namesNobody, sayNamesInLesson(message)) }
				: { status: 409, errors: errorAt(foundAgain, message) },
	});
};
