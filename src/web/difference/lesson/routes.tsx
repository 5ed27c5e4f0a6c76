import type { FastifyRequest } from "fastify";
import { recordLesson } from "../../../actions/record-lesson.ts";
import { mayRecordLessons, saidToBeLearned } from "../../../domain/learning/lesson.ts";
import { listAgencies } from "../../../store/agencies.ts";
import { keepLessonPath, learningPaths, recordLessonPath, stepPath } from "../../addresses.ts";
import { actKeyOf, contentOf, isUuid, newActKey } from "../../kit/act-key.ts";
import { dateValues, errorAt, type FormErrors } from "../../kit/form.ts";
import { formPage } from "../../kit/form-page.ts";
import type { Routes } from "../../kit/request.ts";
import { openFor } from "../../parts/difference/open-for.ts";
import { keepAsTyped } from "../../parts/keep-as-typed.ts";
import { namesNobody, sayNamesInLesson } from "../../parts/lesson-words.tsx";
import { typedSoFar } from "../../parts/typed-so-far.ts";
import { actionRows, lessonAsked, lessonPage } from "./asked.ts";
import { RecordLessonPage } from "./page.tsx";

type Address = { Params: { id: string } };

const placeOf = (differenceId: string) => ({ differenceId, page: lessonPage });

/** Where the Business Unit writes what was learned from a difference. */
export const lessonRoutes: Routes = (web, app) => {
	web.post<Address>(keepLessonPath(":id"), async ({ viewer, params, body }, reply) =>
		isUuid(params.id) && mayRecordLessons(viewer)
			? keepAsTyped(app, viewer, placeOf(params.id), body, reply)
			: reply.callNotFound(),
	);

	formPage(web, recordLessonPath(":id"), {
		visit: async (request: FastifyRequest<Address>) => {
			const { viewer } = request;
			if (!mayRecordLessons(viewer)) return undefined;
			const opened = await openFor(app, request, "lesson");
			if (!opened) return undefined;
			const { values: typed } = await typedSoFar(app, viewer, placeOf(opened.header.id));
			return { opened, typed, agencies: await listAgencies(app.db, viewer.partnershipId) };
		},
		asks: lessonAsked,
		begins: ({ opened: { protocol, difference, here }, typed }) => {
			const [, themes] =
				Object.entries(difference.answers).find(
					([field]) => protocol.fields[field]?.type === "themes",
				) ?? [];
			const said = saidToBeLearned
				.map((field) => difference.answers[field]?.answer)
				.find((answer) => typeof answer === "string" && answer.trim() !== "");
			const [theme] = (themes?.answer ?? []) as string[];
			return {
				_key: newActKey(),
				theme: theme ?? "",
				// Where it was said in the difference alone, nobody types it twice.
				...(typeof said === "string" && { shouldDiffer: said }),
				...dateValues("again", here.now.toPlainDate().add({ months: 6 })),
				...typed,
			};
		},
		draw: ({ opened, agencies }, form, { frame }) => (
			<RecordLessonPage frame={frame} opened={opened} agencies={agencies} form={form} />
		),
		act: async (given, { opened }, { viewer, body }) => {
			const { id } = opened.header;
			const on = {
				difference: id,
				key: actKeyOf(body),
				content: contentOf(body),
				page: lessonPage,
			};
			const saved = await recordLesson(app, viewer, on, given);
			if (!saved) return undefined;
			return saved.step === null ? learningPaths.lessons : stepPath(id, saved.step);
		},
		refused: ({ code, message }, { actions }) => ({
			status: 422,
			errors: where(code, message, actions),
		}),
	});
};

/** Where on the page a rule's no is said. */
function where(
	code: string,
	message: string,
	actions: readonly { owner?: string | undefined }[],
): FormErrors {
	if (code === "names-in-it") return errorAt(namesNobody, sayNamesInLesson(message));
	if (code === "day-has-passed") return errorAt("again", message, "again-day");
	const owner = actions.findIndex(
		(action) => action.owner && message.includes(`“${action.owner}”`),
	);
	return owner >= 0 ? errorAt(`${actionRows[owner]}-owner`, message) : errorAt("theme", message);
}
