import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { completeStep } from "../../../actions/complete-step.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { lastDone } from "../../../domain/difference/difference.ts";
import { seatOf } from "../../../domain/difference/who/duties.ts";
import { type Step, stepOf } from "../../../domain/protocol/protocol.ts";
import { listDirectoryOn, type Person } from "../../../store/people.ts";
import { stepPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { buttons } from "../../parts/act/act-form.tsx";
import { actRoute } from "../../parts/act/act-route.tsx";
import { type AskedAct, askAct } from "../../parts/act/asked-act.ts";
import { keepClash, keepForLater, receiveAct } from "../../parts/act/receive-act.ts";
import { typedAnswers } from "../../parts/act/typed-answers.ts";
import { JustDone, justDoneIn } from "../../parts/difference/just-done.tsx";
import { letterOf } from "../../parts/difference/letter-of.ts";
import { openFor } from "../../parts/difference/open-for.ts";
import { readQuestions } from "../../parts/fields/read-questions.ts";
import { checkSection, errorsInSections, isOnlyRead, LongForm, sectionPath } from "./long-form.tsx";
import { StepPage } from "./page.tsx";
import { otherOf } from "./partner.tsx";
import { type Section, sectionsOf } from "./sections.ts";

type Address = {
	Params: { id: string; step: string };
	Querystring: { section?: string; saved?: string; done?: string };
};
type Asks = FastifyRequest<Address>;

/** A step somebody came to do. */
type Visit = {
	opened: OpenedDifference;
	step: Step;
	asked: AskedAct;
	/** The people of whom it is with. */
	directory: Person[];
	isOpen: boolean;
	/** Of a long form. */
	sections: Section[] | undefined;
	/** The section that the address names. */
	section: Section | undefined;
};

/** A step on its page, or on the pages of its sections. */
export const stepRoutes: Routes = (web, app) =>
	actRoute(web, app, stepPath(":id", ":step"), {
		visit: (request: Asks) => visitStep(app, request),
		draw: drawStep,
		// A long form is left from its list of sections.
		path: ({ opened, step }) => stepPath(opened.header.id, step.id),
		pathOf: ({ opened, step, asked, sections }, question) => {
			if (!sections) return stepPath(opened.header.id, step.id);
			const section = sections.find(
				({ questions }) => question !== undefined && questions.includes(question),
			);
			return sectionPath(asked, section?.number ?? checkSection);
		},
		perform: async ({ step }, on, ending, answers) => {
			const asked = { step: step.id, outcome: ending?.id ?? "", answers };
			const difference = await completeStep(app, on, asked);
			return difference && (lastDone(difference, step.id)?.seq ?? difference.seq);
		},
		receive: async ({ viewer }, { opened, asked, sections, section }, typed, perform) => {
			if (!sections) return receiveAct(app, viewer, asked, typed, perform);
			if (!section) {
				const elsewhere = errorsInSections(asked, sections);
				// Where the last page asks nothing, it is the one on which all is read once more.
				const read = isOnlyRead(asked) ? { ...typed, pressed: buttons.confirmed } : typed;
				return receiveAct(app, viewer, asked, read, perform, elsewhere);
			}
			const kept = await keepForLater(app, viewer, asked, typed);
			if (kept && kept.clashes.length > 0)
				return keepClash(app, viewer, asked, typed, kept.clashes);
			const { errors } = readQuestions(opened.protocol, section.questions, typed.values);
			const next = sections[section.number]?.number ?? checkSection;
			return errors
				? { is: "wrong", form: { values: typed.values, errors } }
				: { is: "goes-on", to: sectionPath(asked, next) };
		},
	});

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
	const directory = await directoryOfOther(app, opened, step);
	const isOpen = opened.acts.some((act) => act.act === "step" && act.step.id === step.id);
	return { opened, step, asked, directory, isOpen, sections, section };
}

/** Whom one rings for a step, with who is away today; nobody where it is with nobody. */
async function directoryOfOther(app: App, opened: OpenedDifference, step: Step): Promise<Person[]> {
	const other = otherOf(opened, step);
	if (!other) return [];
	const { agency, office, proxy } = seatOf(opened.protocol, opened.difference, other.party);
	const of = {
		agencies: agency === null ? [] : [agency],
		offices: office === null ? [] : [office],
	};
	const day = opened.here.now.toPlainDate().toString();
	return listDirectoryOn(app.db, opened.here.partnership.id, day, proxy ? undefined : of);
}

function drawStep(
	{ frame, query, viewer }: Asks,
	{ opened, step, asked, directory, sections, section }: Visit,
	form: Parameters<typeof StepPage>[0]["form"],
) {
	const given = {
		frame,
		asked,
		step,
		directory,
		form,
		justSaved: query.saved !== undefined,
		notice: <JustDone opened={opened} done={justDoneIn(opened, query.done)} />,
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
