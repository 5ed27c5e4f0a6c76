/**
 * The few pages of raising a difference: what is typed is kept in a draft of its own, and the way to begin says which pages
 * there are. Nothing is raised before the page that shows everything once more.
 */

import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { scanningOf } from "../../../actions/check-files.ts";
import { nameAgency } from "../../../actions/keep-agencies.ts";
import { openDifference } from "../../../actions/open-difference.ts";
import { raiseDifference, raisesNothing, raisingPage } from "../../../actions/raise-difference.ts";
import { throwDraftAway } from "../../../actions/save-draft.ts";
import { sayNotYet } from "../../../domain/difference/acts/raise.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { Refusal } from "../../../domain/refusal.ts";
import {
	enterFormPaths,
	justDonePath,
	justOpenedPath,
	paths,
	raisePaths,
} from "../../addresses.ts";
import { actKeyOf, contentOf, isUuid, newActKey } from "../../kit/act-key.ts";
import { type FormErrors, type FormValues, newForm, typedText } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { say, withArticle } from "../../kit/say.tsx";
import { askedToSpeak } from "../../kit/speak-here.tsx";
import { buttons } from "../../parts/act/act-form.tsx";
import {
	addsFiles,
	chosenFiles,
	receiveFiles,
	refusedForFiles,
	removeChosenFile,
} from "../../parts/act/chosen-files.tsx";
import { wordsTyped } from "../../parts/act/words-typed.ts";
import { firstInputOf, readQuestions } from "../../parts/fields/read-questions.ts";
import { readTyped, type Typed, withRowChanged } from "../../parts/fields/typed.ts";
import { listUnfinished } from "../../parts/raising/not-finished.ts";
import {
	askedOn,
	isStillToCome,
	openOn,
	pagesOf,
	type RaisePage,
	raisedAtOn,
	whereLeftOff,
} from "../../parts/raising/pages.ts";
import {
	asksAgency,
	filesOfRaising,
	inputs,
	inScope,
	type Raising,
	raisingBy,
	raisingPlace,
	readUrgentContacts,
} from "../../parts/raising/raising.ts";
import { keepTyped, sayWhoSaved, typedSoFar, withTyped } from "../../parts/typed-so-far.ts";
import { comesAfterRinging, RingFirst } from "../../parts/whom-to-ring.tsx";
import { CheckPage } from "./check-page.tsx";
import { ChoicePage, FirstPage, firstAsks, NotHerePage, RingNowPage } from "./first-page.tsx";
import { GoOnPage } from "./go-on-page.tsx";
import { QuestionsPage } from "./questions-page.tsx";
import { RaiseLayout } from "./raise-layout.tsx";
import { ThrowAwayPage } from "./throw-away-page.tsx";

type Address = {
	Params: { draft: string; page: string; reason: string };
	Querystring: { change?: string; begin?: string };
};
type Asks = FastifyRequest<Address>;

const shownAgain = { config: { showsFormAgain: true } };

export const raiseRoutes: Routes = (web, app) => {
	web.get<Address>(raisePaths.start, async (request, reply) => {
		const { viewer, frame, query } = request;
		if (raisesNothing(viewer)) return reply.redirect(enterFormPaths.start, 303);
		const [begun] = viewer.toRaise ? await listUnfinished(app, viewer) : [];
		if (viewer.toRaise && begun !== undefined)
			return reply.page(
				<GoOnPage
					frame={frame}
					raising={await raisingBy(app, viewer, { draft: begun })}
					draft={begun}
					until={viewer.toRaise.until}
				/>,
			);
		const begin = textIn(query.begin);
		const raising = await raisingBy(app, viewer, { begin });
		const given = {
			frame,
			raising,
			form: newForm(),
			hasUnfinished: await hasUnfinished(app, viewer),
		};
		return reply.page(
			raising.offers.length === 1 || raising.offers.some((offer) => offer.begin === begin) ? (
				<FirstPage {...given} keyOfDraft={newActKey()} />
			) : (
				<ChoicePage {...given} />
			),
		);
	});

	web.post<Address>(raisePaths.start, shownAgain, (request, reply) =>
		receiveFirst(app, request, reply),
	);

	web.get<Address>(
		raisePaths.notHere(":reason"),
		async ({ viewer, frame, params, query }, reply) => {
			const raising = await raisingBy(app, viewer, { begin: textIn(query.begin) });
			const reason = raising.protocol.notFor.find(({ id }) => id === params.reason);
			return reason
				? reply.page(<NotHerePage frame={frame} raising={raising} reason={reason} />)
				: reply.callNotFound();
		},
	);

	/** A page of what was begun; what was raised or thrown away meanwhile has none. */
	const getBegun = (
		path: string,
		answer: (
			request: Asks,
			reply: FastifyReply,
			raising: Raising,
			draft: string,
		) => FastifyReply | Promise<FastifyReply>,
	) =>
		web.get<Address>(path, async (request, reply) => {
			const { draft } = request.params;
			const begin = textIn(request.query.begin);
			const raising = await raisingBy(app, request.viewer, { draft, begin });
			return raising.isBegun
				? answer(request, reply, raising, draft)
				: reply.redirect(raisePaths.start, 303);
		});

	getBegun(raisePaths.first(":draft"), ({ frame }, reply, raising) => {
		const isSame = typedText(raising.values, inputs.begin) === raising.offer.begin;
		// What one protocol is for, another may not be.
		const values = isSame ? raising.values : { ...raising.values, [inputs.scope]: undefined };
		return reply.page(
			<FirstPage
				frame={frame}
				raising={raising}
				form={newForm(values)}
				keyOfDraft={newActKey()}
				hasUnfinished={false}
			/>,
		);
	});
	web.post<Address>(raisePaths.first(":draft"), shownAgain, (request, reply) =>
		receiveFirst(app, request, reply, request.params.draft),
	);

	getBegun(raisePaths.way(":draft"), ({ frame }, reply, raising) =>
		reply.page(
			<ChoicePage
				frame={frame}
				raising={raising}
				form={newForm(raising.values)}
				hasUnfinished={false}
			/>,
		),
	);

	getBegun(raisePaths.ringNow(":draft"), ({ frame }, reply, raising, draft) =>
		reply.page(
			<RingNowPage
				frame={frame}
				raising={raising}
				draft={draft}
				next={pageAfter(raising, draft, undefined)}
			/>,
		),
	);

	getBegun(raisePaths.check(":draft"), (request, reply, raising, draft) => {
		const open = whereLeftOff(raising);
		return open === raisePaths.check(draft)
			? answerCheck(app, request, reply, raising, draft)
			: reply.redirect(open, 303);
	});
	web.post<Address>(
		raisePaths.check(":draft"),
		{ config: { takesFiles: true, showsFormAgain: true } },
		(request, reply) => receiveCheck(app, request, reply),
	);

	getBegun(raisePaths.throwAway(":draft"), ({ frame }, reply, raising) =>
		reply.page(<ThrowAwayPage frame={frame} raising={raising} />),
	);
	web.post<Address>(raisePaths.throwAway(":draft"), async ({ viewer, params }, reply) => {
		await throwDraftAway(app, viewer, raisingPage(params.draft));
		return reply.redirect(paths.myWork, 303);
	});

	getBegun(raisePaths.page(":draft", ":page"), (request, reply, raising, draft) => {
		const page = pageIn(raising, request);
		if (!page) {
			reply.callNotFound();
			return reply;
		}
		return reply.page(
			<QuestionsPage
				frame={request.frame}
				raising={raising}
				draft={draft}
				page={page}
				isChange={isChange(request)}
				form={newForm(raising.values)}
			/>,
		);
	});
	web.post<Address>(raisePaths.page(":draft", ":page"), shownAgain, (request, reply) =>
		receivePage(app, request, reply),
	);
};

/** What an address says once; said twice it says nothing. */
const textIn = (given: unknown): string | undefined =>
	typeof given === "string" ? given : undefined;

const isChange = ({ query }: Asks): boolean => query.change !== undefined;

const pageIn = (raising: Raising, { params }: Asks): RaisePage | undefined =>
	pagesOf(raising).find(({ id }) => id === params.page);

const hasUnfinished = async (app: App, viewer: Viewer): Promise<boolean> =>
	(await listUnfinished(app, viewer)).length > 0;

/** The difference that goes on in the one that is raised, if there is one. */
const continuesIn = (values: FormValues): string | undefined => {
	const id = typedText(values, inputs.continues);
	return isUuid(id) ? id : undefined;
};

/** Danger and scope, and before them the way to begin. @param draft the one that they belong to, where they were sent before */
async function receiveFirst(
	app: App,
	request: Asks,
	reply: FastifyReply,
	draft?: string,
): Promise<FastifyReply> {
	const { viewer, frame, body } = request;
	const typed = readTyped(body);
	const begin = typedText(typed.values, inputs.begin);
	const before = await raisingBy(app, viewer, { draft, begin: begin || undefined });
	if (draft !== undefined && !before.isBegun) return reply.redirect(raisePaths.start, 303);
	const { protocol, offer, offers } = before;
	const given = { frame, raising: before, hasUnfinished: false };
	if (askedToSpeak(body))
		return reply.page(
			typed.asked.includes(inputs.danger) ? (
				<FirstPage {...given} form={newForm(typed.values)} keyOfDraft={typed.key || newActKey()} />
			) : (
				<ChoicePage {...given} form={newForm(typed.values)} />
			),
		);
	if (!offers.some((each) => each.begin === begin) && !before.isChosen)
		return reply.code(422).page(
			<ChoicePage
				{...given}
				form={{
					values: typed.values,
					errors: missing(inputs.begin, "Choose what you want to do"),
				}}
			/>,
		);
	if (begin !== "" && !typed.asked.includes(inputs.danger))
		return reply.redirect(
			draft === undefined ? raisePaths.startAs(offer.begin) : raisePaths.first(draft, offer.begin),
			303,
		);
	const reason = protocol.notFor.find(({ id }) => id === typed.values[inputs.scope]);
	const errors = wrongInFirst(protocol, typed);
	if (errors)
		return reply
			.code(422)
			.page(
				<FirstPage
					{...given}
					form={{ values: typed.values, errors }}
					keyOfDraft={typed.key || newActKey()}
				/>,
			);
	if (reason)
		return reply.redirect(
			raisePaths.notHere(reason.id, offers.length > 1 ? offer.begin : undefined),
			303,
		);
	const id = draft ?? actKeyOf(body);
	const isSame = typedText(before.values, inputs.begin) === offer.begin;
	await keepTyped(app, viewer, raisingPlace(id), {
		// What goes on under one protocol does not go on under another.
		asked: [...firstAsks(protocol), inputs.begin, ...(isSame ? [] : [inputs.continues])],
		values: { ...typed.values, [inputs.scope]: inScope, [inputs.begin]: offer.begin },
	});
	const raising = await raisingBy(app, viewer, { draft: id });
	const { contacts } = readUrgentContacts(raising.protocol, raising.values);
	if (raising.values[inputs.danger] === "yes" && contacts.length === 0)
		return reply.redirect(raisePaths.ringNow(id), 303);
	const open = whereLeftOff(raising);
	return reply.redirect(
		open === raisePaths.check(id) && draft !== undefined ? open : pageAfter(raising, id, undefined),
		303,
	);
}

/** What is wrong on the first page, in the order in which it is asked. */
function wrongInFirst(protocol: Raising["protocol"], { values }: Typed): FormErrors | undefined {
	const scope = values[inputs.scope];
	const errors: FormErrors = {
		...(["yes", "no"].includes(String(values[inputs.danger]))
			? readUrgentContacts(protocol, values).errors
			: missing(
					inputs.danger,
					say`Say whether ${withArticle(protocol.words.child)} is in danger now`,
				)),
		...(scope === inScope || protocol.notFor.some(({ id }) => id === scope)
			? {}
			: missing(inputs.scope, "Choose one, or “No, none of these”")),
	};
	return found(errors);
}

/** What comes after a page, or after the first one: the next, and at the end what is still open. */
function pageAfter(raising: Raising, draft: string, page: RaisePage | undefined): string {
	const pages = pagesOf(raising);
	const next = pages[page ? pages.findIndex(({ id }) => id === page.id) + 1 : 0];
	return next ? raisePaths.page(draft, next.id) : whereLeftOff(raising);
}

/** Keeps what a page asked, right or wrong, and goes on when it is right. */
async function receivePage(app: App, request: Asks, reply: FastifyReply): Promise<FastifyReply> {
	const { viewer, body, params, frame } = request;
	const { draft } = params;
	const before = await raisingBy(app, viewer, { draft });
	if (!before.isBegun) return reply.redirect(raisePaths.start, 303);
	const typed = await withAgencyNamed(app, viewer, readTyped(body));
	const changed = withRowChanged(typed, before.mayAsk);
	const toKeep = { ...typed, values: changed ?? typed.values };
	const kept = await keepTyped(app, viewer, raisingPlace(draft), toKeep);
	const clashes = kept?.clashes ?? [];
	const sent = kept && clashes.length === 0 ? kept.values : withTyped(before.values, toKeep);
	const raising = await raisingBy(app, viewer, { draft, sent });
	const page = pageIn(raising, request);
	if (!page) {
		reply.callNotFound();
		return reply;
	}
	if (kept && clashes.length > 0) {
		const { savedAt = kept.savedAt } = await typedSoFar(app, viewer, raisingPlace(draft));
		const inClash = raising.mayAsk.filter(({ name }) => clashes.includes(name));
		return reply.code(409).page(
			<QuestionsPage
				frame={frame}
				raising={raising}
				draft={draft}
				page={page}
				isChange={isChange(request)}
				form={newForm(raising.values)}
				kept={kept.values}
				clash={{
					by: sayWhoSaved(viewer, { ...viewer, name: "" }),
					at: savedAt,
					text: wordsTyped(raising.protocol, inClash, kept.values),
				}}
			/>,
		);
	}
	const isToSpeak = askedToSpeak(body) !== undefined;
	const isToRing = !changed && !isToSpeak && comesAfterRinging(raising.questions, typed);
	if (typed.pressed === buttons.later && !isToRing) return reply.redirect(paths.myWork, 303);
	if (isToRing)
		return reply.page(
			<RaiseLayout frame={frame} raising={raising} title={say`Ring now`} back={request.url}>
				<RingFirst frame={frame} protocol={raising.protocol} body={body} />
			</RaiseLayout>,
		);
	const isAskingAgain = isToSpeak || changed !== undefined || typed.pressed === showsMore;
	const errors = isAskingAgain ? undefined : wrongOn(raising, page, typed);
	if (!isAskingAgain && !errors)
		return reply.redirect(whereNext(raising, draft, page, typed, isChange(request)), 303);
	return reply
		.code(errors ? 422 : 200)
		.page(
			<QuestionsPage
				frame={frame}
				raising={raising}
				draft={draft}
				page={page}
				isChange={isChange(request)}
				form={{ values: raising.values, errors: errors ?? {} }}
			/>,
		);
}

/** With the agency chosen that was named and is in no list: one by that name, or a row of it that the office is asked to confirm. */
async function withAgencyNamed(app: App, viewer: Viewer, typed: Typed): Promise<Typed> {
	const name = typedText(typed.values, inputs.agencyName);
	const { [inputs.agencyName]: _, ...values } = typed.values;
	if (!typed.asked.includes(inputs.agency) || typedText(values, inputs.agency) !== "" || !name)
		return typed;
	const agency = await nameAgency(app, viewer, name);
	return agency === undefined
		? typed
		: { ...typed, values: { ...values, [inputs.agency]: agency } };
}

/** What the script presses when an answer decides what else is asked. */
const showsMore = "show";

/** What is wrong in what was asked on the page as it was sent: what it did not ask yet, it asks next. */
function wrongOn(raising: Raising, page: RaisePage, typed: Typed): FormErrors | undefined {
	const { protocol, values, tooLate, agency, offer } = raising;
	const asked = askedOn(raising, page).filter(({ name }) => typed.asked.includes(name));
	const { errors = {} } = readQuestions(protocol, asked, values);
	const all = {
		...(page.asksAgency && !agency ? missing(inputs.agency, "Choose an agency") : {}),
		...errors,
	};
	if (found(all)) return all;
	const late = asked.find(({ field }) => field.id === tooLate?.at);
	const raisedAt = raisedAtOn(raising, page);
	if (raisedAt && isStillToCome(raising))
		return atQuestion(raisedAt, sayNotYet(protocol, offer.way).replace(/\.$/, ""));
	return late && tooLate
		? atQuestion(
				late,
				say`${tooLate.says} Ask your partnership’s office what else you can do. What you entered is kept`,
			)
		: undefined;
}

const atQuestion = (question: Parameters<typeof firstInputOf>[0], text: string): FormErrors => ({
	[question.name]: { text, href: `#${firstInputOf(question)}` },
});

/** The same page where an answer brought another question; else the next one, or the check page after a change. */
function whereNext(
	raising: Raising,
	draft: string,
	page: RaisePage,
	typed: Typed,
	isChange: boolean,
): string {
	const change = isChange ? "?change=yes" : "";
	const more = askedOn(raising, page).find(({ name }) => !typed.asked.includes(name));
	const open = more ? firstInputOf(more) : openOn(raising, page);
	if (open !== undefined) return `${raisePaths.page(draft, page.id)}${change}#${open}`;
	if (!isChange) return pageAfter(raising, draft, page);
	const left = whereLeftOff(raising);
	return left === raisePaths.check(draft) ? left : `${left}${change}`;
}

/** The check page, with the files that were chosen so far. */
async function answerCheck(
	app: App,
	{ frame, viewer }: Asks,
	reply: FastifyReply,
	raising: Raising,
	draft: string,
	errors?: FormErrors,
): Promise<FastifyReply> {
	const files = await chosenFiles(app, filesOfRaising(viewer, draft));
	return reply
		.code(errors ? 422 : 200)
		.page(
			<CheckPage
				frame={frame}
				raising={raising}
				draft={draft}
				files={files}
				scanning={scanningOf(app)}
				errors={errors}
			/>,
		);
}

/** Raises what stands on the check page, sent once or twice, and opens what is to do first; or keeps files first. */
async function receiveCheck(app: App, request: Asks, reply: FastifyReply): Promise<FastifyReply> {
	const { viewer, params } = request;
	const { draft } = params;
	const place = filesOfRaising(viewer, draft);
	const { isBegun } = await raisingBy(app, viewer, { draft });
	const { taken, errors: notTaken } = isBegun
		? await receiveFiles(app, request, place)
		: { taken: [], errors: undefined };
	const { body } = request;
	const { values, pressed, filesSeen } = readTyped(body);
	const isRemoved = isBegun && (await removeChosenFile(app, place, pressed));
	const raising = await raisingBy(app, viewer, { draft, sent: values });
	const { protocol, questions, agency, offer, tooLate } = raising;
	const { answers } = readQuestions(protocol, questions, values);
	if (!answers || (asksAgency(offer.way) && !agency) || !raising.isChosen || tooLate)
		return reply.redirect(raisePaths.check(draft), 303);
	if (notTaken || isRemoved || pressed === addsFiles || askedToSpeak(body))
		return answerCheck(app, request, reply, raising, draft, notTaken);
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
		draft,
		filesSeen: filesSeen && [...filesSeen, ...taken],
	}).catch((problem) => {
		const errors = problem instanceof Refusal ? refusedForFiles(problem) : undefined;
		if (errors) return { errors };
		throw problem;
	});
	if (typeof id !== "string") return answerCheck(app, request, reply, raising, draft, id.errors);
	const opened = await openDifference(app, viewer, id, "difference");
	const theirs = opened?.acts.find(
		(act) => act.act === "step" && (act.open.person === undefined || act.open.person === viewer.id),
	);
	return reply.redirect(
		theirs?.act === "step" ? justOpenedPath(id, theirs.step.id, 1) : justDonePath(id, 1),
		303,
	);
}

const missing = (input: string, text: string): FormErrors => ({
	[input]: { text, href: `#${input}` },
});

const found = (errors: FormErrors): FormErrors | undefined =>
	Object.keys(errors).length > 0 ? errors : undefined;
