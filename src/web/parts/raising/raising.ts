/**
 * A difference that somebody is raising: what they typed so far and what there is to ask. On which pages that is asked is
 * in pages.ts; what goes on in one under another protocol, in handing-over.ts.
 */

import type { App } from "../../../actions/app.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { raisesNothing, raisingPage } from "../../../actions/raise-difference.ts";
import { openAboutSameChild } from "../../../actions/same-child.ts";
import { mayBegin, raisedLate } from "../../../domain/difference/acts/raise.ts";
import { childrenAmong } from "../../../domain/difference/same-child.ts";
import { type Names, namesOfSides, type SideNames } from "../../../domain/difference/told/words.ts";
import { isOffered } from "../../../domain/partnership/keep-people.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { holds, unknownWay, wayItBegan } from "../../../domain/protocol/condition.ts";
import { inCase } from "../../../domain/protocol/in-case.ts";
import { type Protocol, type Side, type Way, waysOf } from "../../../domain/protocol/protocol.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { type Agency, listAgencies } from "../../../store/agencies.ts";
import type { Linked } from "../../../store/differences.ts";
import type { DraftPlace } from "../../../store/drafts.ts";
import { listDirectory } from "../../../store/people.ts";
import { type FormValues, typedText } from "../../kit/form.ts";
import { say, sayIt, sayProtocol, speechNow, withArticle } from "../../kit/say.tsx";
import { readCallsMade } from "../calls-made.tsx";
import { type Question, questionOf } from "../fields/question.ts";
import { answersSoFar, questionsAsked } from "../fields/read-questions.ts";
import { type SoFar, typedSoFar } from "../typed-so-far.ts";

/** What is asked before the protocol’s own questions; a protocol’s names have no dot. */
export const inputs = {
	begin: "raise.begin",
	/** The difference that goes on in this one. */
	continues: "raise.continues",
	scope: "raise.scope",
	danger: "raise.danger",
	agency: "raise.agency",
	/** The name of one that Concord does not know. */
	agencyName: "raise.agency-name",
	rang: (contact: number) => `raise.rang.${contact}`,
} as const;

/** The answer to the scope question that lets a difference be raised. */
export const inScope = "none-of-these";

/** Where the draft of a difference that is being raised is kept. */
export const raisingPlace = (draft: string) => ({
	differenceId: null,
	page: raisingPage(draft),
});

/** Where the files are that were chosen for it: they are its author's own, as it is. */
export const filesOfRaising = (viewer: Viewer, draft: string): DraftPlace => ({
	...raisingPlace(draft),
	owner: viewer.id,
});

/** A way to begin, under one of the protocols in force. */
export type Offer = {
	/** What it is called in an address: the protocol, and the way where it is not the usual one. */
	begin: string;
	protocol: Protocol;
	way: Way;
};

/** A difference that somebody is raising: what they typed so far, and what there is to ask. */
export type Raising = {
	/** For which agency it is raised, and whether whoever raises it could act for another. */
	raisesFor: { agency: string; mayChoose: boolean };
	/** The identifier of the draft that it is typed in; undefined before anything is kept. */
	draft: string | undefined;
	/** Every way in which they may begin one. */
	offers: Offer[];
	/** Every protocol in force, those under which they may begin nothing included. */
	inForce: Protocol[];
	/** Whether they said which way, or there is only one. */
	isChosen: boolean;
	/** The way they chose, else the first. */
	offer: Offer;
	protocol: Protocol;
	now: Temporal.ZonedDateTime;
	values: FormValues;
	/** ISO instant. */
	savedAt?: string | undefined;
	/** Whether the first page was passed. Before, nothing is kept. */
	isBegun: boolean;
	/** Those it can be raised with: not one’s own, nor the partnership’s office; none where there is to be no other agency. */
	agencies: Agency[];
	agency: Agency | undefined;
	/** What the two sides are called, and the names of their people. */
	names: Names;
	questions: Question[];
	/** The same, with follow-ups that are not asked as it is answered so far. */
	mayAsk: Question[];
	/** What decides whether it is raised in time, and then asks why it was not. */
	window: { decides: string | undefined; because: string | undefined };
	/** Why it cannot be raised any more, and at which question that is said. */
	tooLate: { says: string; at: string } | undefined;
	/** Open differences that their agency raised about the same child, as far as they may see them. */
	alike: Linked[];
};

/**
 * @param sent what was typed, when it comes with the form; else it is what was kept
 * @param begin the way that the address names, before it is kept
 * @throws Refusal 'no-protocol' | 'not-yours'
 */
export async function raisingBy(
	app: App,
	viewer: Viewer,
	{
		draft: id,
		sent,
		begin,
	}: { draft?: string | undefined; sent?: FormValues; begin?: string | undefined } = {},
): Promise<Raising> {
	if (raisesNothing(viewer))
		throw new Refusal(
			"not-yours",
			"Your office takes no side and raises nothing itself. Enter a form that an agency sent on paper or by mail from the Business Unit’s desk.",
		);
	const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
	const { inForce, offers } = await offersTo(app, viewer, now);
	const draft: SoFar =
		id === undefined ? { values: {} } : await typedSoFar(app, viewer, raisingPlace(id));
	const values = sent ?? draft.values;
	const wanted = begin ?? typedText(values, inputs.begin);
	const chosen = offers.find((each) => each.begin === wanted);
	const offer = chosen ?? offers[0];
	if (!offer)
		throw inForce.length === 0
			? new Refusal(
					"no-protocol",
					"Your partnership has no protocol in force yet. Ask its Business Unit.",
				)
			: new Refusal(
					"not-yours",
					"Your role does not begin one under the protocols of your partnership. Ask your manager or safeguarding lead.",
				);
	const { way } = offer;
	/** As it is called by the way that was chosen: what is answered says the rest. */
	const protocol = inCase(offer.protocol, {
		way: chosen ? way.id : unknownWay,
		answers: {},
	});
	const allAgencies = await listAgencies(app.db, viewer.partnershipId);
	const agencies = allAgencies.filter(
		(one) =>
			asksAgency(way) &&
			one.id !== viewer.agencyId &&
			one.sector !== "partnership" &&
			(isOffered(one) || (one.endedOn === undefined && one.id === values[inputs.agency])),
	);
	const agency = agencies.find(({ id }) => id === values[inputs.agency]);
	// Whoever raises by a link types names: who works where is for people of the directory.
	const directory = viewer.toRaise
		? []
		: [
				...(await listDirectory(app.db, viewer.partnershipId, viewer.agencyId)),
				...(agency ? await listDirectory(app.db, viewer.partnershipId, agency.id) : []),
			];
	const names = {
		people: new Map(directory.map((person) => [person.id, person])),
		agencies: sidesOf(protocol, way, viewer, agency),
		speech: speechNow(),
	};
	const calendars = await app.calendars.in(app.db, viewer.partnershipId);
	const calendar = calendars.for(protocol);
	const asking = {
		protocol,
		calendar,
		now,
		names,
		agencyOf: (side: Side) =>
			side === "raising" || way.with === "own-agency" ? viewer.agencyId : (agency?.id ?? null),
		// Whoever raises it is of that side.
		barred: (side: Side) =>
			way.with === "own-agency" && !way.bothSides && side === "receiving" ? [viewer.id] : [],
		allAgencies: allAgencies.filter(isOffered),
		directory,
		namesAreTyped: viewer.toRaise !== undefined,
		opposite: { side: "receiving", level: viewer.level },
	};
	const mayAsk = way.asks.flatMap((field) => {
		const { [wayItBegan]: ways, ...when } = way.askedIf[field] ?? {};
		return holds(ways ? { [wayItBegan]: ways } : {}, { way: way.id, answers: {} })
			? { ...questionOf(asking, field), when }
			: [];
	});
	const usual = questionsAsked(protocol, mayAsk, values);
	const answers = answersSoFar(protocol, usual, values);
	const late = raisedLate({ protocol, calendar }, way, answers, now);
	const because = way.window?.because;
	const decides = lastThatDecides(usual, way);
	const asIfLate = (asked: Question[]): Question[] =>
		late && because && !late.refused
			? withReason(asked, decides, questionOf(asking, because), sayIt(late.says))
			: asked;
	return {
		raisesFor: { agency: viewer.agencyName, mayChoose: viewer.hasOtherPosts === true },
		draft: id,
		offers,
		inForce,
		isChosen: chosen !== undefined || offers.length === 1,
		offer,
		protocol: inCase(protocol, { way: chosen ? way.id : unknownWay, answers }),
		now,
		values,
		savedAt: draft.savedAt,
		isBegun: values[inputs.scope] === inScope,
		agencies,
		agency,
		names,
		questions: asIfLate(usual),
		mayAsk: asIfLate(mayAsk),
		window: { decides, because },
		alike: await openAboutSameChild(
			app,
			app.db,
			viewer,
			viewer.agencyId,
			childrenAmong(protocol, answers),
		),
		tooLate: late?.refused && decides ? { says: sayIt(late.says), at: decides } : undefined,
	};
}

/** Whether it is raised with an agency that is chosen. */
export const asksAgency = (way: Pick<Way, "with">): boolean => way.with === "another-agency";

/** What the two sides are called while it is being raised. */
function sidesOf(
	protocol: Protocol,
	way: Way,
	{ agencyName }: Viewer,
	chosen: Agency | undefined,
): SideNames {
	const other = {
		"another-agency": chosen?.name ?? protocol.words.receiving,
		"own-agency": agencyName,
		"no-agency": null,
	}[way.with];
	return namesOfSides(protocol, { raising: agencyName, receiving: other });
}

/** The protocols in force, and each way in which somebody may begin a difference under them. */
export async function offersTo(
	app: App,
	viewer: Viewer,
	now: Temporal.ZonedDateTime,
): Promise<{ inForce: Protocol[]; offers: Offer[] }> {
	const versions = await app.protocols.listInForce(
		app.db,
		viewer.partnershipId,
		now.toPlainDate().toString(),
	);
	const inForce = versions.map(({ protocol }) => sayProtocol(protocol));
	return {
		inForce,
		offers: inForce.flatMap((protocol) =>
			waysOf(protocol)
				.filter((way) => mayBegin(protocol, way, viewer))
				.map((way) => ({ begin: [protocol.id, way.id].filter(Boolean).join("."), protocol, way })),
		),
	};
}

/** What a way to begin is called. */
export const offerTitle = ({ protocol: { words }, way }: Offer): string =>
	way.title ?? say`Raise ${withArticle(words.difference)}`;

/** The last question whose answer says whether it is raised in time. */
const lastThatDecides = (questions: Question[], { window, raisedAt }: Way): string | undefined =>
	questions.findLast(({ field }) => window?.from.includes(field.id) || field.id === raisedAt)?.field
		.id;

/** The questions with that for the reason, after the one that makes it late. */
const withReason = (
	questions: Question[],
	decides: string | undefined,
	reason: Question,
	says: string,
): Question[] =>
	questions
		.filter(({ field }) => field.id !== reason.field.id)
		.flatMap((question) =>
			question.field.id === decides
				? [
						question,
						{
							...reason,
							field: {
								...reason.field,
								optional: false,
								hint: [says, say`You can still raise it.`, reason.field.hint]
									.filter(Boolean)
									.join(" "),
							},
						},
					]
				: [question],
		);

/** The emergency calls that were made, where a child is said to be in danger. */
export const readUrgentContacts = (
	protocol: Protocol,
	values: FormValues,
): ReturnType<typeof readCallsMade> =>
	values[inputs.danger] === "yes"
		? readCallsMade(protocol, values, inputs.rang)
		: { contacts: [], errors: {} };
