/**
 * Where somebody of an office enters a form that an agency sent on paper or by mail: one with which a difference begins,
 * and one, such as a response, in a difference that has begun. Both are one page of questions, received in one way.
 */

import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { scanningOf } from "../../../actions/check-files.ts";
import { parseMoment } from "../../../domain/difference/consequences/clock-dates.ts";
import { Refusal } from "../../../domain/refusal.ts";
import type { Linked } from "../../../store/differences.ts";
import { differencePath, enterFormPaths, justDonePath } from "../../addresses.ts";
import { actKeyOf, contentOf, isUuid } from "../../kit/act-key.ts";
import { type FormErrors, type FormState, newForm, typedText } from "../../kit/form.ts";
import { Layout } from "../../kit/layout.tsx";
import type { Routes } from "../../kit/request.ts";
import { say, sayRefusal } from "../../kit/say.tsx";
import { buttons } from "../../parts/act/act-form.tsx";
import {
	addsFiles,
	chosenFiles,
	filesInput,
	receiveFiles,
	refusedForFiles,
	removeChosenFile,
} from "../../parts/act/chosen-files.tsx";
import { answersSoFar, firstInputOf, readQuestions } from "../../parts/fields/read-questions.ts";
import { readTyped, withRowChanged } from "../../parts/fields/typed.ts";
import { keepTyped, typedSoFar } from "../../parts/typed-so-far.ts";
import { comesAfterRinging, RingFirst } from "../../parts/whom-to-ring.tsx";
import { type AskedForm, asEntered, faultAt, startInputs } from "./asked-form.ts";
import { EnterFormPage, StartPage, seenAlike } from "./page.tsx";
import {
	draftPlace,
	type FormVisit,
	startOf,
	visitBeginning,
	visitInDifference,
} from "./visit-form.ts";

export const enterFormRoutes: Routes = (web, app) => {
	web.get(enterFormPaths.start, async (request, reply) => {
		const start = await startOf(app, request.viewer);
		return reply.page(<StartPage frame={request.frame} {...start} form={newForm()} />);
	});

	web.post(enterFormPaths.start, async (request, reply) => {
		const { viewer, frame, body } = request;
		const start = await startOf(app, viewer);
		const { values } = readTyped(body);
		const { offers, agencies } = start;
		const [only, ...others] = offers;
		const offer =
			others.length === 0 ? only : offers.find(({ begin }) => begin === values[startInputs.begin]);
		const isAgency = (name: string) => agencies.some(({ id }) => id === values[name]);
		const from = values[startInputs.from];
		const asksOther = offer?.way.with === "another-agency";
		const errors: FormErrors = {
			...(!offer && at(startInputs.begin, "Choose what it is")),
			...(!isAgency(startInputs.from) && at(startInputs.from, "Choose which agency sent it")),
			...(asksOther &&
				!isAgency(startInputs.with) &&
				at(startInputs.with, "Choose which agency they disagree with")),
			...(asksOther &&
				isAgency(startInputs.with) &&
				values[startInputs.with] === from &&
				at(startInputs.with, "Choose another agency than the one that sent it")),
		};
		if (!offer || Object.keys(errors).length > 0)
			return reply.code(422).page(<StartPage frame={frame} {...start} form={{ values, errors }} />);
		const draft = actKeyOf(body);
		await keepTyped(app, viewer, draftPlace(draft), {
			asked: Object.values(startInputs),
			values: { ...values, [startInputs.begin]: offer.begin },
		});
		return reply.redirect(enterFormPaths.form(draft), 303);
	});

	page(web, app, enterFormPaths.form(":draft"), async (_app, { viewer, params }) => {
		const { draft } = params as { draft: string };
		if (!isUuid(draft)) return undefined;
		const { values } = await typedSoFar(app, viewer, draftPlace(draft));
		return visitBeginning(app, viewer, draft, {
			begin: values[startInputs.begin],
			from: values[startInputs.from],
			with: values[startInputs.with],
		});
	});
	page(web, app, enterFormPaths.inDifference(":id", ":step"), async (_app, { viewer, params }) => {
		const asked = params as { id: string; step: string };
		return isUuid(asked.id) ? visitInDifference(app, viewer, asked) : undefined;
	});
};

const at = (name: string, text: string): FormErrors => ({ [name]: { text, href: `#${name}` } });

/** One page and one way to receive it, for both kinds. @param visitOf undefined for a stranger, and for what is not open */
function page(
	web: Parameters<Routes>[0],
	app: App,
	path: string,
	visitOf: (app: App, request: FastifyRequest) => Promise<FormVisit | undefined>,
): void {
	const draw = async (
		{ frame, viewer }: FastifyRequest,
		reply: FastifyReply,
		visit: FormVisit,
		form: FormState,
		alike: Linked[] = [],
	) =>
		reply
			.code(Object.keys(form.errors).length > 0 ? 422 : 200)
			.page(
				<EnterFormPage
					frame={frame}
					{...visit}
					files={await chosenFiles(app, { ...visit.place, owner: viewer.id })}
					scanning={scanningOf(app)}
					alike={alike}
					form={form}
				/>,
			);
	web.get(path, async (request, reply) => {
		const visit = await visitOf(app, request);
		if (!visit) return reply.callNotFound();
		const { values } = await typedSoFar(app, request.viewer, visit.place);
		return draw(request, reply, visit, newForm(values));
	});
	web.post(path, { config: { takesFiles: true } }, async (request, reply) => {
		const { viewer } = request;
		const visit = await visitOf(app, request);
		if (!visit) return reply.callNotFound();
		const { asked, place } = visit;
		const files = { ...place, owner: viewer.id };
		const { taken, errors: notTaken } = await receiveFiles(app, request, files);
		const typed = readTyped(request.body);
		const questions = [...asked.about, ...asked.onIt, asked.missing];
		const changed = withRowChanged(typed, questions);
		const values = changed ?? typed.values;
		await keepTyped(app, viewer, place, { asked: questions.map(({ name }) => name), values });
		if (typed.pressed === buttons.later) return reply.redirect(visit.later, 303);
		const isRemoved = await removeChosenFile(app, files, typed.pressed);
		const isOnlyKept = changed || isRemoved || notTaken || typed.pressed === addsFiles;
		if (!isOnlyKept && comesAfterRinging(questions, typed))
			return reply.page(
				<Layout frame={request.frame} title={say`Ring now`} back={{ href: request.url }}>
					<RingFirst frame={request.frame} protocol={asked.protocol} body={request.body} />
				</Layout>,
			);
		const alike = await visit.alike(answersSoFar(asked.protocol, questions, values));
		if (isOnlyKept) return draw(request, reply, visit, { values, errors: notTaken ?? {} }, alike);
		const read = readQuestions(asked.protocol, questions, values);
		if (!read.answers) return draw(request, reply, visit, { values, errors: read.errors }, alike);
		if (alike.length > 0 && typedText(values, seenAlike) === "")
			return draw(request, reply, visit, newForm(values), alike);
		const entered = asEntered(asked, read.answers);
		const receivedAt = parseMoment(entered.receivedAt);
		if (!receivedAt) return draw(request, reply, visit, newForm(values), alike);
		try {
			const done = await visit.perform(
				{ ...entered, receivedAt },
				{
					key: actKeyOf(request.body),
					content: contentOf(request.body),
					filesSeen: typed.filesSeen && [...typed.filesSeen, ...taken],
				},
			);
			return done ? reply.redirect(leadsTo(done), 303) : reply.callNotFound();
		} catch (problem) {
			if (!(problem instanceof Refusal)) throw problem;
			const errors = errorsFrom(problem, asked);
			if (!errors) throw problem;
			return draw(request, reply, visit, { values, errors }, alike);
		}
	});
}

const leadsTo = ({
	difference,
	entry,
}: {
	difference: string;
	entry: number | undefined;
}): string => (entry === undefined ? differencePath(difference) : justDonePath(difference, entry));

/** Where on the page a refusal is said; undefined where the page cannot mend it. */
function errorsFrom(refusal: Refusal, asked: AskedForm): FormErrors | undefined {
	const text = sayRefusal(refusal);
	const files = refusedForFiles(refusal);
	if (files) return files;
	if (refusal.code === "reason-missing") return at(filesInput, text);
	const question = faultAt(refusal.code, asked);
	if (question) return { [question.name]: { text, href: `#${firstInputOf(question)}` } };
	return refusal.code === "wrong-answers" || refusal.code === "too-late"
		? { form: { text, href: "#main-content" } }
		: undefined;
}
