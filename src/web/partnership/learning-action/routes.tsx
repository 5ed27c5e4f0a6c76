import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { actionPage, closeAction, mayClose } from "../../../actions/close-learning-action.ts";
import { moveAction } from "../../../actions/move-learning-action.ts";
import { senderOf } from "../../../actions/outbox.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { dutyOfAction } from "../../../domain/learning/learning-action.ts";
import { mayReadLessons } from "../../../domain/learning/lesson.ts";
import { mayMoveAction } from "../../../domain/learning/moving-actions.ts";
import { makesReports, readsReports } from "../../../domain/learning/report-life.ts";
import { mayAnswer } from "../../../domain/people/who-answers.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { listActionMoves, listLearningActions } from "../../../store/learning-actions.ts";
import { listDirectory, listDirectoryOn } from "../../../store/people.ts";
import { learningActionPaths } from "../../addresses.ts";
import { isUuid, newActKey } from "../../kit/act-key.ts";
import {
	choiceOf,
	dateOf,
	dateValues,
	errorAt,
	type FormState,
	newForm,
	readForm,
	requiredText,
} from "../../kit/form.ts";
import { formPage } from "../../kit/form-page.ts";
import type { Routes } from "../../kit/request.ts";
import { sayRefusal } from "../../kit/say.tsx";
import { readTyped } from "../../parts/fields/typed.ts";
import { keepAsTyped } from "../../parts/keep-as-typed.ts";
import { keepTyped, typedSoFar } from "../../parts/typed-so-far.ts";
import { agenciesToAsk, whoIn, whoValue } from "../../parts/who-does-it.ts";
import { MoveActionPage } from "./move-page.tsx";
import { LearningActionPage } from "./page.tsx";

const asked = z.object({
	state: choiceOf(["done", "not-done"], "Say whether it was done"),
	result: requiredText({
		missing: "Enter what was done and what shows it, or why it will not be done",
		name: "What came of it",
		max: 5_000,
	}),
});

const askedToMove = z.object({
	after: z.coerce.number().int().min(0).catch(0),
	who: z.string("Choose who does it").min(1, "Choose who does it"),
	due: dateOf({ name: "The day", missing: "Enter the day by which it is to be done" }),
	reason: requiredText({ missing: "Enter why it moves", name: "Why it moves", max: 2_000 }),
});

type OfAction = { Params: { action: string } };

/** What a report or a lesson asked for, for whoever is to do it, and for those who follow it up. */
export const learningActionRoutes: Routes = (web, app) => {
	const visit = async ({ viewer, params }: FastifyRequest<OfAction>) => {
		if (!isUuid(params.action)) return undefined;
		const [action] = await listLearningActions(app.db, viewer.partnershipId, { id: params.action });
		const isTheirs = action && mayAnswer(dutyOfAction(action), viewer);
		return action && (isTheirs || readsReports(viewer)) ? action : undefined;
	};
	type Visit = NonNullable<Awaited<ReturnType<typeof visit>>>;
	const placeOf = ({ id }: Visit) => ({ differenceId: null, page: actionPage(id) });

	const draw = async (request: FastifyRequest<OfAction>, action: Visit, form: FormState) => {
		const { viewer, frame } = request;
		const here = await partnershipClock(app, app.db, viewer.partnershipId);
		const today = here.now.toPlainDate().toString();
		const directory = makesReports(viewer)
			? []
			: await listDirectoryOn(app.db, viewer.partnershipId, today);
		return (
			<LearningActionPage
				frame={frame}
				action={action}
				today={today}
				moves={await listActionMoves(app.db, viewer.partnershipId, action.id)}
				mayMove={mayMoveAction(action, viewer)}
				mayClose={action.state === "open" && mayClose(action, viewer)}
				readsReport={readsReports(viewer)}
				readsLesson={mayReadLessons(viewer)}
				ask={senderOf(app, here, directory).ask ?? []}
				form={form}
				pageKey={newActKey()}
			/>
		);
	};

	web.get<OfAction>(learningActionPaths.action(":action"), async (request, reply) => {
		const action = await visit(request);
		if (!action) return reply.callNotFound();
		const { values } = await typedSoFar(app, request.viewer, placeOf(action));
		return reply.page(await draw(request, action, newForm(values)));
	});

	web.post<OfAction>(learningActionPaths.keep(":action"), async (request, reply) => {
		const action = await visit(request);
		return action && mayClose(action, request.viewer)
			? keepAsTyped(app, request.viewer, placeOf(action), request.body, reply)
			: reply.callNotFound();
	});

	web.post<OfAction>(learningActionPaths.action(":action"), async (request, reply) => {
		const action = await visit(request);
		if (!action || !mayClose(action, request.viewer)) return reply.callNotFound();
		const typed = readTyped(request.body);
		await keepTyped(app, request.viewer, placeOf(action), {
			asked: typed.asked,
			values: typed.values,
		});
		const read = readForm(asked, request.body);
		if (read.errors) return reply.code(422).page(await draw(request, action, read));
		try {
			await closeAction(app, request.viewer, action.id, read.data);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			// Sent twice, or somebody was quicker: the page says what came of it.
			if (refusal.code !== "already-recorded") {
				const errors = errorAt("result", sayRefusal(refusal));
				return reply.code(422).page(await draw(request, action, { values: read.values, errors }));
			}
		}
		return reply.redirect(learningActionPaths.action(action.id), 303);
	});

	formPage(web, learningActionPaths.move(":action"), {
		visit: async (request: FastifyRequest<OfAction>) => {
			const action = await visit(request);
			if (!action || !mayMoveAction(action, request.viewer)) return undefined;
			const { partnershipId } = request.viewer;
			return {
				action,
				moved: (await listActionMoves(app.db, partnershipId, action.id)).length,
				directory: await listDirectory(app.db, partnershipId),
			};
		},
		asks: askedToMove,
		begins: ({ action: { agency, person, dueOn } }) => ({
			who: whoValue(agency.id, person?.id ?? null),
			...dateValues("due", dueOn),
		}),
		draw: ({ action, moved, directory }, form, { frame }) => (
			<MoveActionPage
				frame={frame}
				action={action}
				moved={moved}
				agencies={agenciesToAsk(directory)}
				form={form}
			/>
		),
		act: async ({ after, who, due, reason }, { action, directory }, { viewer }) => {
			const chosen = whoIn({ who }, "who", directory);
			if (!chosen) throw new Refusal("wrong-agency", "Choose who is to do it from the list.");
			const given = { after, ...chosen, dueOn: due, reason };
			return (await moveAction(app, viewer, action.id, given))
				? learningActionPaths.action(action.id)
				: undefined;
		},
		refused: ({ code, message }) =>
			code === "changed-meanwhile"
				? { status: 409, errors: errorAt("who", message) }
				: { status: 422, errors: errorAt(questionOf(code), message) },
	});
};

/** The question of the page at which a rule's no is said. */
function questionOf(code: Refusal["code"]): string {
	if (code === "day-has-passed") return "due";
	return code === "wrong-agency" || code === "nothing-new" ? "who" : "reason";
}
