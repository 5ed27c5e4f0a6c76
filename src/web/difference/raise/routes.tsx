/**
 * The pages of raising a difference, each of which asks one thing: what is typed is kept, and the way to begin says which
 * pages there are. Nothing is raised before the page that shows everything once more.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { raiseDifference } from "../../../actions/raise-difference.ts";
import { sayNotYet, whenRaised } from "../../../domain/difference/acts/raise.ts";
import { withArticle } from "../../../domain/english.ts";
import { justDonePath, raisePaths } from "../../addresses.ts";
import { actKeyOf, contentOf, isUuid } from "../../kit/act-key.ts";
import {
	type FormErrors,
	type FormState,
	type FormValues,
	newForm,
	typedText,
} from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import type { Routes } from "../../kit/request.ts";
import { buttons } from "../../parts/act/act-form.tsx";
import type { Question } from "../../parts/fields/question.ts";
import { firstInputOf, readQuestions } from "../../parts/fields/read-questions.ts";
import { readTyped, withRowChanged } from "../../parts/fields/typed.ts";
import {
	afterSafety,
	asksAgency,
	inputs,
	inScope,
	pageAfter,
	type Raising,
	raisingBy,
	raisingPlace,
	readUrgentContacts,
	whereLeftOff,
} from "../../parts/raising/raising.ts";
import { keepTyped, withTyped } from "../../parts/typed-so-far.ts";
import { comesAfterRinging, RingFirst } from "../../parts/whom-to-ring.tsx";
import { AboutPage, AgencyPage } from "./about-page.tsx";
import { CheckPage } from "./check-page.tsx";
import { RaiseLayout } from "./raise-layout.tsx";
import { RingNowPage, SafetyPage } from "./safety-page.tsx";
import { ChoicePage, ContinuePage, NotHerePage, ScopePage } from "./scope-page.tsx";

type Query = {
	Params: { field?: string };
	Querystring: { again?: string; change?: string; begin?: string };
};
type Asks = FastifyRequest<Query>;

export const raiseRoutes: Routes = (web, app) => {
	web.get<Query>(raisePaths.scope, async ({ viewer, frame, query }, reply) => {
		const begin = textIn(query.begin);
		const raising = await raisingBy(app, viewer, { begin });
		if (raising.isBegun && query.again === undefined)
			return reply.page(<ContinuePage frame={frame} raising={raising} />);
		const form = newForm(raising.values);
		const isChosen =
			raising.offers.length === 1 || raising.offers.some((offer) => offer.begin === begin);
		return reply.page(
			isChosen ? (
				<ScopePage frame={frame} raising={raising} form={form} />
			) : (
				<ChoicePage frame={frame} raising={raising} form={form} />
			),
		);
	});

	web.post(raisePaths.scope, async ({ viewer, frame, body }, reply) => {
		const typed = readTyped(body);
		const begin = typedText(typed.values, inputs.begin);
		const raising = await raisingBy(app, viewer, { begin: begin || undefined });
		if (typed.pressed === "continue") return reply.redirect(whereLeftOff(raising), 303);
		if (typed.pressed === "afresh") {
			const asked = Object.keys(raising.values);
			await keepTyped(app, viewer, raisingPlace, { asked, values: {} });
			return reply.redirect(raisePaths.scope, 303);
		}
		const chosen = typed.values[inputs.scope];
		const wrong = (input: string, text: string) => ({
			values: typed.values,
			errors: missing(input, text),
		});
		if (!raising.isChosen)
			return reply
				.code(422)
				.page(
					<ChoicePage
						frame={frame}
						raising={raising}
						form={wrong(inputs.begin, "Choose what you want to do")}
					/>,
				);
		if (begin !== "" && !typed.asked.includes(inputs.scope))
			return reply.redirect(raisePaths.begin(raising.offer.begin), 303);
		const reason = raising.protocol.notFor.find(({ id }) => id === chosen);
		if (reason)
			return reply.redirect(
				raising.offers.length > 1
					? raisePaths.notHereFrom(raising.offer.begin, reason.id)
					: raisePaths.notHere(reason.id),
				303,
			);
		if (chosen === inScope) {
			const isSame = typedText(raising.values, inputs.begin) === raising.offer.begin;
			await keepTyped(app, viewer, raisingPlace, {
				// What goes on under one protocol does not go on under another.
				asked: isSame ? [] : [inputs.continues],
				values: { [inputs.scope]: inScope, [inputs.begin]: raising.offer.begin },
			});
			return reply.redirect(raisePaths.safety, 303);
		}
		return reply
			.code(422)
			.page(
				<ScopePage
					frame={frame}
					raising={raising}
					form={wrong(inputs.scope, "Choose one, or “No, none of these”")}
				/>,
			);
	});

	web.get<Query & { Params: { reason: string } }>(
		raisePaths.notHere(":reason"),
		async ({ viewer, frame, params, query }, reply) => {
			const raising = await raisingBy(app, viewer, { begin: textIn(query.begin) });
			const reason = raising.protocol.notFor.find(({ id }) => id === params.reason);
			return reason
				? reply.page(<NotHerePage frame={frame} raising={raising} reason={reason} />)
				: reply.callNotFound();
		},
	);

	for (const page of [safety, agency, about]) {
		web.get<Query>(page.path, async (request, reply) => {
			const raising = await raisingBy(app, request.viewer);
			if (!raising.isBegun) return reply.redirect(raisePaths.scope, 303);
			const html = page.draw(request, raising, newForm(raising.values));
			return html ? reply.page(html) : reply.callNotFound();
		});
		web.post<Query>(page.path, (request, reply) => receivePage(app, request, reply, page));
	}

	web.get(raisePaths.ringNow, async ({ viewer, frame }, reply) => {
		const raising = await raisingBy(app, viewer);
		return reply.page(<RingNowPage frame={frame} raising={raising} next={afterSafety(raising)} />);
	});

	web.get(raisePaths.check, async ({ viewer, frame }, reply) => {
		const raising = await raisingBy(app, viewer);
		const open = whereLeftOff(raising);
		return open === raisePaths.check
			? reply.page(<CheckPage frame={frame} raising={raising} />)
			: reply.redirect(open, 303);
	});

	web.post(raisePaths.check, async ({ viewer, body }, reply) => {
		const { values } = readTyped(body);
		const raising = await raisingBy(app, viewer, { sent: values });
		const { protocol, questions, agency, offer, tooLate } = raising;
		const { answers } = readQuestions(protocol, questions, values);
		if (!answers || (asksAgency(offer.way) && !agency) || !raising.isChosen || tooLate)
			return reply.redirect(raisePaths.check, 303);
		const id = await raiseDifference(app, viewer, {
			key: actKeyOf(body),
			content: contentOf(body),
			protocol: protocol.id,
			way: offer.way.id,
			continues: continuesIn(values),
			receivingAgency: agency?.id,
			answers,
			urgentContacts: readUrgentContacts(protocol, values).contacts,
			inDanger: values[inputs.danger] === "yes",
		});
		return reply.redirect(justDonePath(id, 1), 303);
	});
};

/** A page that asks one thing. */
type Page = {
	path: string;
	/** Undefined where the address names what is not asked. */
	draw: (request: Asks, raising: Raising, form: FormState) => Html | undefined;
	/** What is wrong in what was typed. */
	check: (request: Asks, raising: Raising) => FormErrors | undefined;
	/** The page after it. */
	next: (request: Asks, raising: Raising) => string;
};

/** What an address says once; said twice it says nothing. */
const textIn = (given: unknown): string | undefined =>
	typeof given === "string" ? given : undefined;

/** The difference that goes on in the one that is raised, if there is one. */
const continuesIn = (values: FormValues): string | undefined => {
	const id = typedText(values, inputs.continues);
	return isUuid(id) ? id : undefined;
};

const isChange = ({ query }: Asks): boolean => query.change !== undefined;

const safety: Page = {
	path: raisePaths.safety,
	draw: ({ frame }, raising, form) => <SafetyPage frame={frame} raising={raising} form={form} />,
	check: (_request, { protocol, values }) =>
		values[inputs.danger]
			? found(readUrgentContacts(protocol, values).errors)
			: missing(inputs.danger, `Say whether ${withArticle(protocol.words.child)} is in danger now`),
	next: (request, raising) => {
		const { protocol, values } = raising;
		if (
			values[inputs.danger] === "yes" &&
			readUrgentContacts(protocol, values).contacts.length === 0
		)
			return raisePaths.ringNow;
		return isChange(request) ? raisePaths.check : afterSafety(raising);
	},
};

const agency: Page = {
	path: raisePaths.agency,
	draw: ({ frame }, raising, form) =>
		asksAgency(raising.offer.way) ? (
			<AgencyPage frame={frame} raising={raising} form={form} />
		) : undefined,
	check: (_request, raising) =>
		raising.agency || !asksAgency(raising.offer.way)
			? undefined
			: missing(inputs.agency, "Choose an agency"),
	next: (request, raising) => {
		// People are chosen from the agency: a change of it leads to what no longer fits.
		const open = whereLeftOff(raising);
		if (!isChange(request)) return pageAfter(raising, undefined, false);
		return open === raisePaths.check ? open : `${open}?change=yes`;
	},
};

const about: Page = {
	path: raisePaths.about(":field"),
	draw: ({ frame, params }, raising, form) => {
		const question = questionAt(raising, params.field);
		return (
			question && <AboutPage frame={frame} raising={raising} question={question} form={form} />
		);
	},
	check: ({ params }, raising) => {
		const question = questionAt(raising, params.field);
		if (!question) return undefined;
		const { protocol, values, tooLate, offer, now } = raising;
		const { answers, errors } = readQuestions(protocol, [question], values);
		if (!answers) return errors;
		const at = (text: string) => ({
			[question.name]: { text, href: `#${firstInputOf(question)}` },
		});
		const raised = whenRaised(offer.way, answers, now);
		if (raised && Temporal.ZonedDateTime.compare(raised, now) > 0)
			return at(sayNotYet(protocol, offer.way).replace(/\.$/, ""));
		return tooLate?.at === question.field.id
			? at(
					`${tooLate.says} Ask your partnership’s office what else you can do. What you entered is kept`,
				)
			: undefined;
	},
	next: (request, raising) => {
		// An answer may bring a follow-up that nobody has answered yet.
		const open = whereLeftOff(raising);
		return isChange(request) && open !== raisePaths.check
			? `${open}?change=yes`
			: pageAfter(raising, request.params.field, isChange(request));
	},
};

const questionAt = ({ questions }: Raising, id: string | undefined): Question | undefined =>
	questions.find(({ field }) => field.id === id);

/** Keeps what a page asked, right or wrong, and goes on when it is right. */
async function receivePage(
	app: App,
	request: Asks,
	reply: FastifyReply,
	page: Page,
): Promise<FastifyReply> {
	const { viewer, body } = request;
	const before = await raisingBy(app, viewer);
	if (!before.isBegun) return reply.redirect(raisePaths.scope, 303);
	const typed = readTyped(body);
	const values = withRowChanged(typed, before.questions);
	await keepTyped(app, viewer, raisingPlace, { ...typed, values: values ?? typed.values });
	if (typed.pressed === buttons.later && !comesAfterRinging(before.questions, typed))
		return reply.redirect(raisePaths.scope, 303);
	const raising = await raisingBy(app, viewer, {
		sent: withTyped(before.values, { ...typed, values: values ?? typed.values }),
	});
	if (!values && comesAfterRinging(raising.questions, typed))
		return reply.page(
			<RaiseLayout frame={request.frame} raising={raising} title="Ring now" back={request.url}>
				<RingFirst frame={request.frame} protocol={raising.protocol} body={body} />
			</RaiseLayout>,
		);
	const errors = values ? undefined : page.check(request, raising);
	if (!values && !errors) return reply.redirect(page.next(request, raising), 303);
	const form = { values: raising.values, errors: errors ?? {} };
	const html = page.draw(request, raising, form);
	if (!html) {
		reply.callNotFound();
		return reply;
	}
	return reply.code(errors ? 422 : 200).page(html);
}

const missing = (input: string, text: string): FormErrors => ({
	[input]: { text, href: `#${input}` },
});

const found = (errors: FormErrors): FormErrors | undefined =>
	Object.keys(errors).length > 0 ? errors : undefined;
