import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { giveFeedback } from "../../../actions/give-feedback.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import {
	askedOf,
	type FeedbackQuestion,
	feedbackQuestions,
} from "../../../domain/learning/feedback.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { findInvitation } from "../../../store/feedback.ts";
import { feedbackPath } from "../../addresses.ts";
import { newForm, readForm } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { say, sayRefusal } from "../../kit/say.tsx";
import { openFor } from "../../parts/difference/open-for.ts";
import { AnsweredPage, FeedbackPage } from "./page.tsx";

/** The most that the fourth question holds, in characters. */
export const longestAnswer = 500;

const choiceOf = <Question extends FeedbackQuestion>(
	opened: OpenedDifference,
	question: Question,
) =>
	z.enum(
		Object.keys(feedbackQuestions[question].options) as [string, ...string[]],
		say`Select an answer to “${askedOf(question, opened.protocol)}”`,
	);

const askedIn = (opened: OpenedDifference) =>
	z.object({
		heard: choiceOf(opened, "heard"),
		inTime: choiceOf(opened, "inTime"),
		helped: choiceOf(opened, "helped"),
		easier: z
			.string()
			.trim()
			.max(longestAnswer, say`Shorten this to ${longestAnswer} characters or fewer`)
			.transform((said) => said || null)
			.default(null),
	});

/** Whoever took part says how it went for them: kept apart from the difference, and without their name. */
export const feedbackRoutes: Routes = (web, app) => {
	/** Only whoever was asked finds the page. */
	const visit = async (request: FastifyRequest) => {
		const opened = await openFor(app, request, "difference");
		const invited = opened && (await findInvitation(app.db, opened.header.id, request.viewer.id));
		return opened && invited ? { opened, ...invited } : undefined;
	};

	web.get<{ Params: { id: string } }>(feedbackPath(":id"), async (request, reply) => {
		const found = await visit(request);
		if (!found) return reply.callNotFound();
		const { opened, answered } = found;
		const { frame } = request;
		return reply.page(
			answered ? (
				<AnsweredPage
					frame={frame}
					opened={opened}
					says={say`Thank you. You have answered. Your answers have no name on them, so they cannot be shown to you or changed.`}
				/>
			) : (
				<FeedbackPage frame={frame} opened={opened} form={newForm()} />
			),
		);
	});

	web.post<{ Params: { id: string } }>(feedbackPath(":id"), async (request, reply) => {
		const found = await visit(request);
		if (!found) return reply.callNotFound();
		const { opened } = found;
		const { frame, viewer, body } = request;
		const { id } = opened.header;
		const { data, ...form } = readForm(askedIn(opened), body);
		if (!data)
			return reply
				.code(422)
				.page(
					<FeedbackPage
						frame={frame}
						opened={opened}
						form={{ values: form.values, errors: form.errors ?? {} }}
					/>,
				);
		try {
			const on = { difference: id, protocol: opened.protocol.id, by: viewer };
			return (await giveFeedback(app, on, data))
				? reply.redirect(feedbackPath(id), 303)
				: reply.callNotFound();
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			return reply
				.code(409)
				.page(<AnsweredPage frame={frame} opened={opened} says={sayRefusal(refusal)} />);
		}
	});
};
