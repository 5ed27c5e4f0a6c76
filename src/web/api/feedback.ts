import { z } from "zod";
import type { App } from "../../actions/app.ts";
import { giveFeedback } from "../../actions/give-feedback.ts";
import { openDifference } from "../../actions/open-difference.ts";
import {
	askedOf,
	type FeedbackQuestion,
	feedbackQuestions,
	questionsInOrder,
	whatWouldHaveHelped,
} from "../../domain/learning/feedback.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { inEnglish } from "../../domain/said.ts";
import { findInvitation } from "../../store/feedback.ts";
import { longestAnswer } from "../difference/feedback/routes.tsx";
import { does, reads } from "./operation.ts";
import { ofOne } from "./schemas.ts";

const tag = "How it went";

const one = <Question extends FeedbackQuestion>(question: Question) =>
	z.enum(Object.keys(feedbackQuestions[question].options) as [string, ...string[]]);

/** Only whoever was asked finds it. */
const visit = async (app: App, viewer: Viewer, id: string) => {
	const opened = await openDifference(app, viewer, id, "difference");
	const invited = opened && (await findInvitation(app.db, id, viewer.id));
	return opened && invited ? { opened, ...invited } : undefined;
};

export const feedbackOperations = [
	reads({
		id: "readFeedback",
		path: "/differences/{id}/feedback",
		tag,
		summary: "The four questions on how it went, for whoever is asked them",
		scope: "differences:read",
		params: ofOne,
		answer: z.object({
			answered: z
				.boolean()
				.describe("What was answered is kept without a name, and shown to nobody."),
			questions: z.array(
				z.object({
					question: z.string(),
					asks: z.string(),
					options: z.array(z.object({ value: z.string(), text: z.string() })).nullable(),
				}),
			),
		}),
		run: async ({ app, viewer, params }) => {
			const found = await visit(app, viewer, params.id);
			return (
				found && {
					answered: found.answered,
					questions: [
						...questionsInOrder.map((question) => ({
							question,
							asks: inEnglish(askedOf(question, found.opened.protocol)),
							options: Object.entries(feedbackQuestions[question].options).map(([value, text]) => ({
								value,
								text: inEnglish(text),
							})),
						})),
						{ question: "easier", asks: inEnglish(whatWouldHaveHelped), options: null },
					],
				}
			);
		},
	}),
	does({
		id: "giveFeedback",
		path: "/differences/{id}/feedback",
		tag,
		summary: "Answer them",
		says: "They cannot be changed afterwards: nobody could say which are yours.",
		scope: "differences:act",
		anyNumberOfTimes: true,
		params: ofOne,
		body: z.strictObject({
			heard: one("heard"),
			inTime: one("inTime"),
			helped: one("helped"),
			easier: z.string().trim().max(longestAnswer).nullable().default(null),
		}),
		answer: z.object({ difference: z.uuid() }),
		run: async ({ app, viewer, params: { id }, body }) => {
			const found = await visit(app, viewer, id);
			if (!found) return undefined;
			const on = { difference: id, protocol: found.opened.protocol.id, by: viewer };
			return (await giveFeedback(app, on, { ...body, easier: body.easier || null }))
				? { difference: id }
				: undefined;
		},
	}),
];
