/**
 * The pages on which something is put right, added or asked beside a protocol's steps and moves: a note, a correction, a
 * question to another side and its answer, a step passed on, more time asked for, and a recall. Each is a form of a few
 * questions (`Asks`); one way to show it and to receive it serves all of them.
 */

import type { FastifyRequest } from "fastify";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { hasAnswersToMend } from "../../../domain/difference/who/may-put-right.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { conflictPaths, justDonePath, putRightPaths } from "../../addresses.ts";
import { actKeyOf, contentOf } from "../../kit/act-key.ts";
import { errorAt, type FormErrors, newForm, typedText } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { sayRefusal } from "../../kit/say.tsx";
import { openFor } from "../../parts/difference/open-for.ts";
import { readQuestions } from "../../parts/fields/read-questions.ts";
import { readTyped, withRowChanged } from "../../parts/fields/typed.ts";
import {
	type Act,
	answering,
	asking,
	askingForTime,
	changingAgency,
	correction,
	disowning,
	note,
	passingOn,
	recalling,
	refusingTime,
} from "./acts.tsx";
import { declaring, takingBack } from "./conflicts.tsx";
import { CorrectionsPage } from "./corrections.tsx";
import { PutRightPage } from "./page.tsx";

export const putRightRoutes: Routes = (web, app) => {
	/** @param make the act of this address, where it is open to the reader */
	const page = <Params extends Record<string, string>>(
		path: string,
		what: string,
		make: (
			opened: OpenedDifference,
			request: FastifyRequest,
			params: Params,
		) => Promise<Act | undefined> | Act | undefined,
	): void => {
		const visit = async (request: FastifyRequest) => {
			const opened = await openFor(app, request, what);
			return opened && make(opened, request, request.params as Params);
		};
		web.get(path, async (request, reply) => {
			const act = await visit(request);
			return act
				? reply.page(
						<PutRightPage frame={request.frame} asks={act} form={newForm(act.begins ?? {})} />,
					)
				: reply.callNotFound();
		});
		web.post(path, async (request, reply) => {
			const act = await visit(request);
			if (!act) return reply.callNotFound();
			const typed = readTyped(request.body);
			const { values } = typed;
			const changed = withRowChanged(typed, act.questions);
			if (changed)
				return reply.page(
					<PutRightPage frame={request.frame} asks={act} form={newForm(changed)} />,
				);
			const again = (errors: FormErrors) =>
				reply
					.code(422)
					.page(<PutRightPage frame={request.frame} asks={act} form={{ values, errors }} />);
			const chosen = act.choice ? typedText(values, act.choice.name) : "";
			const isOffered = act.choice?.options.some(({ value }) => value === chosen) !== false;
			const read = readQuestions(act.opened.protocol, act.questions, values);
			const notChosen =
				act.choice?.missing !== undefined && !isOffered
					? errorAt(act.choice.name, act.choice.missing)
					: {};
			if (!read.answers || Object.keys(notChosen).length > 0)
				return again({ ...notChosen, ...read.errors });
			const { id } = act.opened.header;
			const on = {
				difference: id,
				by: request.viewer,
				key: actKeyOf(request.body),
				content: contentOf(request.body),
			};
			try {
				const entry = await act.perform(on, read.answers, isOffered ? chosen : "");
				return entry === undefined
					? reply.callNotFound()
					: reply.redirect(justDonePath(id, entry), 303);
			} catch (problem) {
				if (!(problem instanceof Refusal) || !mendable.has(problem.code)) throw problem;
				return again(
					errorAt(act.choice?.name ?? act.questions[0]?.name ?? "form", sayRefusal(problem)),
				);
			}
		});
	};

	page(putRightPaths.note(":id"), "note", (opened) => note(app, opened));
	page(putRightPaths.correct(":id", ":field"), "correction", (opened, _, { field }) =>
		correction(app, opened, field ?? ""),
	);
	page(putRightPaths.changeAgency(":id"), "correction", (opened) => changingAgency(app, opened));
	page(putRightPaths.ask(":id"), "question", (opened) => asking(app, opened));
	page(putRightPaths.answer(":id", ":question"), "question", (opened, _, { question }) =>
		answering(app, opened, Number(question)),
	);
	page(putRightPaths.notOurs(":id", ":entry"), "not-ours", (opened, _, { entry }) =>
		disowning(app, opened, Number(entry)),
	);
	page(putRightPaths.passOn(":id", ":step"), "pass-on", (opened, { viewer }, { step }) =>
		passingOn(app, opened, viewer, step ?? ""),
	);
	page(putRightPaths.askForTime(":id", ":clock"), "more-time", (opened, _, { clock }) =>
		askingForTime(app, opened, clock ?? ""),
	);
	page(putRightPaths.refuseTime(":id", ":clock"), "more-time", (opened, _, { clock }) =>
		refusingTime(app, opened, clock ?? ""),
	);
	page(conflictPaths.declare(":id"), "conflict", (opened) => declaring(app, opened));
	page(conflictPaths.takeBack(":id", ":person"), "conflict", (opened, _, { person }) =>
		takingBack(app, opened, person ?? ""),
	);
	page(putRightPaths.recall(":id", ":side"), "recall", (opened, _, { side }) =>
		recalling(app, opened, side ?? ""),
	);

	web.get<{ Params: { id: string } }>(putRightPaths.corrections(":id"), async (request, reply) => {
		const opened = await openFor(app, request, "correction");
		return opened && hasAnswersToMend(opened.putRight)
			? reply.page(<CorrectionsPage frame={request.frame} opened={opened} />)
			: reply.callNotFound();
	});
};

/** What can be mended in the form; everything else has a page of its own. */
const mendable: ReadonlySet<string> = new Set([
	"sent-before",
	"wrong-answers",
	"nothing-new",
	"not-a-colleague",
	"wrong-agency",
	"same-agency",
	"too-many-agencies",
	"not-all-there",
	"no-quorum",
	"member-involved",
]);
