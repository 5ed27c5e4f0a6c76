import type { FastifyInstance, FastifyRequest, RouteGenericInterface } from "fastify";
import type { App } from "../../../actions/app.ts";
import type { ActOn } from "../../../actions/hold-difference.ts";
import type { Answers } from "../../../domain/protocol/answers.ts";
import { actKeyOf, contentOf } from "../../kit/act-key.ts";
import { type FormState, newForm } from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { askedToSpeak } from "../../kit/speak-here.tsx";
import type { Question } from "../fields/question.ts";
import { readTyped, type Typed, withRowChanged } from "../fields/typed.ts";
import { typedSoFar, withTyped } from "../typed-so-far.ts";
import { comesAfterRinging, RingFirst } from "../whom-to-ring.tsx";
import { buttons } from "./act-form.tsx";
import { ActLayout } from "./act-layout.tsx";
import { answerAct } from "./answer-act.tsx";
import { type AskedAct, allQuestions, type Clash, type Ending } from "./asked-act.ts";
import { CheckFirstPage } from "./check-first.tsx";
import { addsFiles, chosenFiles, receiveFiles, removeChosenFile } from "./chosen-files.tsx";
import { NotOpenPage } from "./not-open.tsx";
import {
	keepClash,
	keepForLater,
	type Perform,
	placeOf,
	type Received,
	receiveAct,
	tryAgain,
} from "./receive-act.ts";
import { wordsTyped } from "./words-typed.ts";

/** An act that somebody came to do, and whether it is theirs to do now. */
type ActVisit = { asked: AskedAct; isOpen: boolean };

/** A page on which a step is done, a move made or a date changed. */
type ActPage<Address extends RouteGenericInterface, Visit extends ActVisit> = {
	/** Undefined for a stranger, and for what the protocol does not have. */
	visit: (request: FastifyRequest<Address>) => Promise<Visit | undefined>;
	draw: (request: FastifyRequest<Address>, visit: Visit, form: FormState) => Html;
	/** The address of the act, where it is left for later. */
	path: (visit: Visit) => string;
	/** The page on which a question stands, and without one that on which the act is done; `path` when left out. */
	pathOf?: (visit: Visit, question?: Question) => string;
	/** Does it, once; sent twice, the second leads to what the first one did. @returns the number of its entry; undefined for a stranger */
	perform: (
		visit: Visit,
		on: ActOn,
		ending: Ending | undefined,
		answers: Answers,
	) => Promise<number | undefined>;
	/** What becomes of a form that was sent; it is done at once when left out. */
	receive?: (
		request: FastifyRequest<Address>,
		visit: Visit,
		typed: Typed,
		perform: Perform,
	) => Promise<Received>;
};

/** Shows the page of an act, and receives its form: rows that come and go, left for later, sent, overtaken. */
export function actRoute<Address extends RouteGenericInterface, Visit extends ActVisit>(
	web: FastifyInstance,
	app: App,
	address: string,
	{
		visit: visitAct,
		draw,
		path,
		pathOf = path,
		perform: performAct,
		receive,
	}: ActPage<Address, Visit>,
): void {
	web.get(address, async (given, reply) => {
		const request = given as FastifyRequest<Address>;
		const visit = await visitAct(request);
		if (!visit) return reply.callNotFound();
		const { opened, act, values } = visit.asked;
		const { frame, viewer } = request;
		return visit.isOpen
			? reply.page(draw(request, visit, newForm(values)))
			: reply
					.code(409)
					.page(
						<NotOpenPage
							frame={frame}
							opened={opened}
							act={act}
							viewer={viewer}
							typed={wordsTyped(opened.protocol, allQuestions(visit.asked), visit.asked.draft)}
						/>,
					);
	});

	web.post(
		address,
		{ config: { takesFiles: true, showsFormAgain: true } },
		async (given, reply) => {
			const request = given as FastifyRequest<Address>;
			const before = await visitAct(request);
			if (!before) return reply.callNotFound();
			const { viewer } = request;
			const { isShared, ...page } = placeOf(before.asked);
			const place = { ...page, owner: isShared ? null : viewer.id };
			const { taken, errors: notTaken } = before.isOpen
				? await receiveFiles(app, given, place)
				: { taken: [], errors: undefined };
			const { body } = request;
			const isRemoved = await removeChosenFile(app, place, readTyped(body).pressed);
			const asked = { ...before.asked, files: await chosenFiles(app, place) };
			const visit = { ...before, asked };
			const typed = readTyped(body);
			const on = {
				difference: asked.opened.header.id,
				by: viewer,
				key: actKeyOf(body),
				content: contentOf(body),
				filesSeen: typed.filesSeen && [...typed.filesSeen, ...taken],
			};
			const perform: Perform = (ending, answers, isTrial) =>
				performAct(visit, { ...on, isTrial }, ending, answers);
			/** The page again, knowing what is kept by now. */
			const drawNow = async (form: FormState, clash?: Clash) => {
				const { values: draft, savedAt, savedBy } = await typedSoFar(app, viewer, placeOf(asked));
				const now = { ...asked, draft, savedAt, savedBy, clash };
				return draw(request, { ...visit, asked: now }, form);
			};
			const answer = (received: Received) =>
				received.is === "to-check"
					? reply.page(
							<CheckFirstPage
								frame={request.frame}
								asked={asked}
								typed={typed}
								ending={received.ending}
								pathOf={(question) => pathOf(visit, question)}
							/>,
						)
					: answerAct(app, given, reply, asked, typed, received, drawNow);

			const isToSpeak = askedToSpeak(body) !== undefined;
			if (isToSpeak && !visit.isOpen) return reply.redirect(path(visit), 303);
			if (!visit.isOpen) return answer(await tryAgain(perform));
			const values = withRowChanged(typed, allQuestions(asked));
			const isOnlyKept =
				values !== undefined ||
				isToSpeak ||
				isRemoved ||
				typed.pressed === addsFiles ||
				notTaken !== undefined;
			const isToRing = !isOnlyKept && comesAfterRinging(allQuestions(asked), typed);
			if (isOnlyKept || isToRing || typed.pressed === buttons.later) {
				const toKeep = { ...typed, values: values ?? typed.values };
				const kept = await keepForLater(app, viewer, asked, toKeep);
				if (kept && kept.clashes.length > 0)
					return answer(await keepClash(app, viewer, asked, toKeep, kept.clashes));
			}
			if (isToRing)
				return reply.page(
					<ActLayout
						frame={request.frame}
						asked={asked}
						title={say`Ring now`}
						back={{ href: request.url }}
					>
						<RingFirst frame={request.frame} protocol={asked.opened.protocol} body={body} />
					</ActLayout>,
				);
			if (isOnlyKept)
				return reply.code(notTaken ? 422 : 200).page(
					await drawNow({
						values: values ?? withTyped(asked.values, typed),
						errors: notTaken ?? {},
					}),
				);
			if (typed.pressed === buttons.later) return reply.redirect(`${path(visit)}?saved=now`, 303);
			return answer(
				receive
					? await receive(request, visit, typed, perform)
					: await receiveAct(app, viewer, asked, typed, perform),
			);
		},
	);
}
