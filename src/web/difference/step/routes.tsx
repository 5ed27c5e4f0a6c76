import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { completeStep } from "../../../actions/complete-step.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { lastDone } from "../../../domain/difference/difference.ts";
import { type Step, stepOf } from "../../../domain/protocol/protocol.ts";
import { stepPath } from "../../addresses.ts";
import { actKeyOf } from "../../kit/act-key.ts";
import { newForm } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { buttons } from "../../parts/act/act-form.tsx";
import { answerAct } from "../../parts/act/answer-act.tsx";
import { type AskedAct, allQuestions, askAct } from "../../parts/act/asked-act.ts";
import { NotOpenPage } from "../../parts/act/not-open.tsx";
import { keepForLater, type Perform, receiveAct, tryAgain } from "../../parts/act/receive-act.ts";
import { typedAnswers } from "../../parts/act/typed-answers.ts";
import { letterOf } from "../../parts/difference/letter-of.ts";
import { openFor } from "../../parts/difference/open-for.ts";
import { readQuestions } from "../../parts/fields/read-questions.ts";
import { readTyped, withRowChanged } from "../../parts/fields/typed.ts";
import { checkSection, errorsInSections, LongForm, sectionPath } from "./long-form.tsx";
import { StepPage } from "./page.tsx";
import { type Section, sectionsOf } from "./sections.ts";

type Address = {
	Params: { id: string; step: string };
	Querystring: { section?: string; saved?: string };
};
type Asks = FastifyRequest<Address>;

/** A step somebody came to do. */
type Visit = {
	opened: OpenedDifference;
	step: Step;
	asked: AskedAct;
	/** Of a long form. */
	sections: Section[] | undefined;
	/** The section that the address names. */
	section: Section | undefined;
};

/** A step on its page, or on the pages of its sections. */
export const stepRoutes: Routes = (web, app) => {
	web.get<Address>(stepPath(":id", ":step"), async (request, reply) => {
		const visit = await visitStep(app, request);
		if (!visit) return reply.callNotFound();
		const { opened, step, asked } = visit;
		return isOpen(visit)
			? reply.page(drawStep(request, visit, newForm(asked.values)))
			: reply
					.code(409)
					.page(
						<NotOpenPage
							frame={request.frame}
							opened={opened}
							step={step}
							viewer={request.viewer}
						/>,
					);
	});

	web.post<Address>(stepPath(":id", ":step"), async (request, reply) => {
		const visit = await visitStep(app, request);
		if (!visit) return reply.callNotFound();
		const { asked, sections, section } = visit;
		const { viewer } = request;
		const typed = readTyped(request.body);
		const perform = performing(app, request, visit);
		const answer = (received: Awaited<ReturnType<typeof tryAgain>>) =>
			answerAct(app, request, reply, asked, typed, received, (form) =>
				drawStep(request, visit, form),
			);

		if (!isOpen(visit)) return answer(await tryAgain(perform));
		const values = withRowChanged(typed, allQuestions(asked));
		if (values || section || typed.pressed === buttons.later)
			await keepForLater(app, viewer, asked, { ...typed, values: values ?? typed.values });
		if (values) return reply.page(drawStep(request, visit, newForm(values)));
		if (typed.pressed === buttons.later) return reply.redirect(savedPath(visit), 303);
		if (!section || !sections)
			return answer(
				await receiveAct(
					app,
					viewer,
					asked,
					typed,
					perform,
					sections && errorsInSections(asked, sections),
				),
			);
		const { errors } = readQuestions(visit.opened.protocol, section.questions, typed.values);
		return errors
			? answer({ is: "wrong", form: { values: typed.values, errors } })
			: reply.redirect(sectionPath(asked, sections[section.number]?.number ?? checkSection), 303);
	});
};

/** Undefined for a stranger, for a step that the protocol does not have, and for a section that its form does not. */
async function visitStep(app: App, request: Asks): Promise<Visit | undefined> {
	const { params, query, viewer } = request;
	const opened = await openFor(app, request, "step");
	if (!opened || !Object.hasOwn(opened.protocol.steps, params.step)) return undefined;
	const step = stepOf(opened.protocol, params.step);
	const asked = await askAct(app, viewer, opened, { step }, step.by.side);
	const sections = sectionsOf(asked);
	const section = sections?.[Number(query.section) - 1];
	if (query.section && query.section !== checkSection && !section) return undefined;
	return { opened, step, asked, sections, section };
}

const isOpen = ({ opened, step }: Visit): boolean =>
	opened.acts.some((act) => act.act === "step" && act.step.id === step.id);

function drawStep(
	{ frame, query, viewer }: Asks,
	{ opened, step, asked, sections, section }: Visit,
	form: Parameters<typeof StepPage>[0]["form"],
) {
	const given = {
		frame,
		asked,
		step,
		form,
		justSaved: query.saved !== undefined,
	};
	return sections ? (
		<LongForm
			{...given}
			sections={sections}
			at={section ?? (query.section === checkSection ? checkSection : "list")}
		/>
	) : (
		<StepPage
			{...given}
			letter={letterOf(opened, viewer, step, typedAnswers(asked, form.values))}
		/>
	);
}

/** Does the step, once; sent twice, the second leads to what the first one did. */
const performing =
	(app: App, { viewer, body }: Asks, { opened, step }: Visit): Perform =>
	async (ending, answers) => {
		const on = {
			difference: opened.header.id,
			by: viewer,
			key: actKeyOf(body),
		};
		const difference = await completeStep(app, on, {
			step: step.id,
			outcome: ending?.id ?? "",
			answers,
		});
		return difference && (lastDone(difference, step.id)?.seq ?? difference.seq);
	};

/** The page that is left, with word that it is saved. A long form is left from its list of sections. */
const savedPath = ({ opened, step }: Visit): string =>
	`${stepPath(opened.header.id, step.id)}?saved=now`;
