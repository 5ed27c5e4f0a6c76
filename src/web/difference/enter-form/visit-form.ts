import type { App } from "../../../actions/app.ts";
import {
	enterBeginning,
	enterForm,
	enteringPage,
	onPaperPages,
} from "../../../actions/enter-form.ts";
import type { ActOn } from "../../../actions/hold-difference.ts";
import { type OpenedDifference, openDifference } from "../../../actions/open-difference.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { openAboutSameChild } from "../../../actions/same-child.ts";
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
import { differencePath, enterFormPaths } from "../../addresses.ts";
import { say, sayProtocol } from "../../kit/say.tsx";
import { askingOf } from "../../parts/act/asked-act.ts";
import type { Offer } from "../../parts/raising/raising.ts";
import { typedSoFar } from "../../parts/typed-so-far.ts";
import { type AskedForm, type asEntered, askAboutForm, startInputs } from "./asked-form.ts";

/** A form that is being entered: what its page asks, and what sending it does. */
export type FormVisit = {
	title: string;
	caption: string;
	back: string;
	asked: AskedForm;
	/** The difference in which it is entered; undefined where one begins with it. */
	opened: OpenedDifference | undefined;
	names: SideNames;
	place: { differenceId: string | null; page: string };
	/** Open differences about the children who are named so far. */
	alike: (answers: Answers) => Promise<Linked[]>;
	/** @returns the difference, and the entry that was made in it; undefined for a stranger */
	perform: (
		entered: Omit<ReturnType<typeof asEntered>, "receivedAt"> & {
			receivedAt: Temporal.ZonedDateTime;
		},
		form: Pick<ActOn, "key" | "content" | "filesSeen" | "lastRead">,
	) => Promise<{ difference: string; entry: number | undefined } | undefined>;
	/** Where one comes back to it. */
	later: string;
};

export const draftPlace = (draft: string) => ({ differenceId: null, page: onPaperPages + draft });

/** What somebody may enter, and for whom. @throws Refusal 'not-yours' for whoever holds no office that forms are sent to */
export async function startOf(app: App, viewer: Viewer) {
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
				says: from ? say`A form from ${from.name}` : say`A form from an agency`,
			};
		}),
	);
	return { offers, agencies, unfinished };
}

/**
 * A form with which a difference begins, as its page or a program asks it.
 *
 * @param chosen the way to begin, and the agencies: see `startOf`; undefined for what is not offered
 */
export async function visitBeginning(
	app: App,
	viewer: Viewer,
	draft: string,
	chosen: { begin: unknown; from: unknown; with: unknown },
): Promise<FormVisit | undefined> {
	const { offers, agencies } = await startOf(app, viewer);
	const offer = offers.find(({ begin }) => begin === chosen.begin);
	const from = agencies.find(({ id }) => id === chosen.from);
	const form = offer && formToBegin(offer.protocol, viewer);
	if (!offer || !from || !form) return undefined;
	const { protocol, way } = offer;
	const other =
		way.with === "another-agency"
			? agencies.find(({ id }) => id === chosen.with)
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
		title: say`A form from ${from.name}`,
		caption: other && other.id !== from.id ? say`With ${other.name}` : say`On paper or by mail`,
		back: enterFormPaths.start,
		asked,
		opened: undefined,
		names,
		place: draftPlace(draft),
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
			return { difference: id, entry: first?.seq };
		},
	};
}

/** A form in a difference that has begun. */
export async function visitInDifference(
	app: App,
	viewer: Viewer,
	{ id, step }: { id: string; step: string },
): Promise<FormVisit | undefined> {
	const opened = await openDifference(app, viewer, id, "enter-form");
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
		title: say`A form from ${from}`,
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
		opened,
		names: opened.agencies,
		place: { differenceId: id, page: enteringPage(step) },
		later: differencePath(id),
		alike: async () => [],
		perform: async (entered, given) => {
			const done = await enterForm(app, { difference: id, by: viewer, ...given }, step, entered);
			const entry = done?.done.findLast((each) => each.entered !== undefined)?.seq;
			return done && { difference: id, entry: entry ?? done.seq };
		},
	};
}
