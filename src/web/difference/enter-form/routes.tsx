/**
 * Where somebody of an office enters a form that an agency sent on paper or by mail: one with which a difference begins,
 * and one, such as a response, in a difference that has begun. Both are one page of questions, received in one way.
 */

import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { scanningOf } from "../../../actions/check-files.ts";
import {
	enterBeginning,
	enterForm,
	enteringPage,
	onPaperPages,
} from "../../../actions/enter-form.ts";
import { openDifference } from "../../../actions/open-difference.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { openAboutSameChild } from "../../../actions/same-child.ts";
import { parseMoment } from "../../../domain/difference/consequences/clock-dates.ts";
import { knownOf } from "../../../domain/difference/difference.ts";
import { childrenAmong } from "../../../domain/difference/same-child.ts";
import {
	namesOfSides,
	type SideNames,
	saySide,
	withAgencyNames,
} from "../../../domain/difference/told/words.ts";
import { formsToEnter, formToBegin } from "../../../domain/difference/who/may-enter.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import type { Answers } from "../../../domain/protocol/answers.ts";
import { type Side, waysOf } from "../../../domain/protocol/protocol.ts";
import { askedOnPaper } from "../../../domain/protocol/sent-forms.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { listAgencies } from "../../../store/agencies.ts";
import type { Linked } from "../../../store/differences.ts";
import { listPagesBegun } from "../../../store/drafts.ts";
import { listDirectoryOn } from "../../../store/people.ts";
import { differencePath, enterFormPaths, justDonePath } from "../../addresses.ts";
import { actKeyOf, contentOf, isUuid } from "../../kit/act-key.ts";
import { type FormErrors, type FormState, newForm, typedText } from "../../kit/form.ts";
import { Layout } from "../../kit/layout.tsx";
import type { Routes } from "../../kit/request.ts";
import { sayProtocol, sayRefusal } from "../../kit/say.tsx";
import { buttons } from "../../parts/act/act-form.tsx";
import { askingOf } from "../../parts/act/asked-act.ts";
import {
	addsFiles,
	chosenFiles,
	filesInput,
	receiveFiles,
	refusedForFiles,
	removeChosenFile,
} from "../../parts/act/chosen-files.tsx";
import { openFor } from "../../parts/difference/open-for.ts";
import { answersSoFar, firstInputOf, readQuestions } from "../../parts/fields/read-questions.ts";
import { readTyped, withRowChanged } from "../../parts/fields/typed.ts";
import type { Offer } from "../../parts/raising/raising.ts";
import { keepTyped, typedSoFar } from "../../parts/typed-so-far.ts";
import { comesAfterRinging, RingFirst } from "../../parts/whom-to-ring.tsx";
import { type AskedForm, asEntered, askAboutForm, faultAt } from "./asked-form.ts";
import { EnterFormPage, StartPage, seenAlike, startInputs } from "./page.tsx";

/** A form that is being entered: what its page asks, and what sending it does. */
type Visit = {
	title: string;
	caption: string;
	back: string;
	asked: AskedForm;
	names: SideNames;
	place: { differenceId: string | null; page: string };
	/** Open differences about the children who are named so far. */
	alike: (answers: Answers) => Promise<Linked[]>;
	/** @returns where it leads */
	perform: (
		entered: Omit<ReturnType<typeof asEntered>, "receivedAt"> & {
			receivedAt: Temporal.ZonedDateTime;
		},
		form: { key: string; content: string; filesSeen: readonly string[] | undefined },
	) => Promise<string | undefined>;
	/** Where one comes back to it. */
	later: string;
};

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

	page(web, app, enterFormPaths.form(":draft"), visitBeginning);
	page(web, app, enterFormPaths.inDifference(":id", ":step"), visitInDifference);
};

const at = (name: string, text: string): FormErrors => ({ [name]: { text, href: `#${name}` } });

const draftPlace = (draft: string) => ({ differenceId: null, page: onPaperPages + draft });

/** What somebody may enter, and for whom. @throws Refusal 'not-yours' for whoever holds no office that forms are sent to */
async function startOf(app: App, viewer: Viewer) {
	const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
	const versions = await app.protocols.listInForce(
		app.db,
		viewer.partnershipId,
		now.toPlainDate().toString(),
	);
	const protocols = versions.map(({ protocol }) => sayProtocol(protocol));
	const offers = protocols.flatMap((protocol): Offer[] =>
		formToBegin(protocol, viewer)
			? waysOf(protocol).map((way) => ({
					begin: [protocol.id, way.id].filter(Boolean).join("."),
					protocol,
					way,
				}))
			: [],
	);
	if (offers.length === 0)
		throw new Refusal(
			"not-yours",
			"Only the office that forms are sent to enters one for an agency.",
		);
	const agencies = (await listAgencies(app.db, viewer.partnershipId)).filter(
		({ sector, endedOn }) => sector !== "partnership" && endedOn === undefined,
	);
	const begun = await listPagesBegun(app.db, viewer.id, onPaperPages);
	const unfinished = await Promise.all(
		begun.map(async (each) => {
			const { values } = await typedSoFar(app, viewer, { differenceId: null, page: each });
			const from = agencies.find(({ id }) => id === values[startInputs.from]);
			return {
				draft: each.slice(onPaperPages.length),
				says: `A form from ${from?.name ?? "an agency"}`,
			};
		}),
	);
	return { offers, agencies, unfinished };
}

/** One page and one way to receive it, for both kinds. @param visitOf undefined for a stranger, and for what is not open */
function page(
	web: Parameters<Routes>[0],
	app: App,
	path: string,
	visitOf: (app: App, request: FastifyRequest) => Promise<Visit | undefined>,
): void {
	const draw = async (
		{ frame, viewer }: FastifyRequest,
		reply: FastifyReply,
		visit: Visit,
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
				<Layout frame={request.frame} title="Ring now" back={{ href: request.url }}>
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
			const to = await visit.perform(
				{ ...entered, receivedAt },
				{
					key: actKeyOf(request.body),
					content: contentOf(request.body),
					filesSeen: typed.filesSeen && [...typed.filesSeen, ...taken],
				},
			);
			return to === undefined ? reply.callNotFound() : reply.redirect(to, 303);
		} catch (problem) {
			if (!(problem instanceof Refusal)) throw problem;
			const errors = errorsFrom(problem, asked);
			if (!errors) throw problem;
			return draw(request, reply, visit, { values, errors }, alike);
		}
	});
}

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

/** A form with which a difference begins. */
async function visitBeginning(
	app: App,
	{ viewer, params }: FastifyRequest,
): Promise<Visit | undefined> {
	const { draft } = params as { draft: string };
	if (!isUuid(draft)) return undefined;
	const place = draftPlace(draft);
	const { values } = await typedSoFar(app, viewer, place);
	const { offers, agencies } = await startOf(app, viewer);
	const offer = offers.find(({ begin }) => begin === values[startInputs.begin]);
	const from = agencies.find(({ id }) => id === values[startInputs.from]);
	const form = offer && formToBegin(offer.protocol, viewer);
	if (!offer || !from || !form) return undefined;
	const { protocol, way } = offer;
	const other =
		way.with === "another-agency"
			? agencies.find(({ id }) => id === values[startInputs.with])
			: way.with === "own-agency"
				? from
				: undefined;
	const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
	const calendars = await app.calendars.in(app.db, viewer.partnershipId);
	const names = namesOfSides(protocol, { raising: from.name, receiving: other?.name ?? null });
	const asked = askAboutForm(
		{
			protocol,
			calendar: calendars.for(protocol),
			now,
			names: { agencies: names },
			agencyOf: (side: Side) =>
				side === "raising" ? from.id : side === "receiving" ? (other?.id ?? null) : null,
			allAgencies: agencies,
			directory: await listDirectoryOn(app.db, viewer.partnershipId, now.toPlainDate().toString()),
		},
		form.parts,
		askedOnPaper(protocol, form.parts, way),
		{ way: way.id, answers: {}, involved: [] },
		{ by: way.by },
	);
	return {
		title: `A form from ${from.name}`,
		caption: other && other.id !== from.id ? `With ${other.name}` : "On paper or by mail",
		back: enterFormPaths.start,
		asked,
		names,
		place,
		later: enterFormPaths.start,
		alike: (answers) =>
			openAboutSameChild(app, app.db, viewer, from.id, childrenAmong(protocol, answers)),
		perform: async (entered, given) => {
			const id = await enterBeginning(app, viewer, {
				...entered,
				...given,
				protocol: protocol.id,
				way: way.id,
				raisingAgency: from.id,
				receivingAgency: other?.id,
				draft,
			});
			const opened = await openDifference(app, viewer, id, "difference");
			const first = opened?.entries.find(({ type }) => type === "step-done");
			return first ? justDonePath(id, first.seq) : differencePath(id);
		},
	};
}

/** A form in a difference that has begun. */
async function visitInDifference(app: App, request: FastifyRequest): Promise<Visit | undefined> {
	const { viewer } = request;
	const { id, step } = request.params as { id: string; step: string };
	const opened = await openFor(app, request, "enter-form");
	const form =
		opened &&
		formsToEnter(opened.protocol, opened.difference, viewer).find(
			({ parts: [first] }) => first.step.id === step,
		);
	if (!opened || !form) return undefined;
	const { protocol, difference } = opened;
	const asks = askedOnPaper(protocol, form.parts);
	const asking = await askingOf(app, opened, asks.asks);
	const [{ step: first }] = form.parts;
	const from = saySide(protocol, opened, first.by.side);
	return {
		title: `A form from ${from}`,
		caption: `${opened.header.reference}: ${withAgencyNames(protocol, opened, first.title)}`,
		back: differencePath(id),
		asked: askAboutForm(
			{
				...asking,
				directory: await listDirectoryOn(
					app.db,
					viewer.partnershipId,
					opened.here.now.toPlainDate().toString(),
				),
			},
			form.parts,
			asks,
			knownOf(difference),
		),
		names: opened.agencies,
		place: { differenceId: id, page: enteringPage(step) },
		later: differencePath(id),
		alike: async () => [],
		perform: async (entered, given) => {
			const done = await enterForm(app, { difference: id, by: viewer, ...given }, step, entered);
			const entry = done?.done.findLast((each) => each.entered !== undefined)?.seq;
			return done && justDonePath(id, entry ?? done.seq);
		},
	};
}
