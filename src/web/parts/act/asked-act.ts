/**
 * What the page of a step, a move or a change of a clock asks, and whom and which agencies it offers. What becomes of the
 * answers is in receive-act.ts.
 */

import type { App } from "../../../actions/app.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { prefill } from "../../../domain/difference/acts/prefill.ts";
import { agenciesIn, knownOf } from "../../../domain/difference/difference.ts";
import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import { conflictsOn } from "../../../domain/difference/who/conflicts.ts";
import { agencyOf, onOtherSide } from "../../../domain/difference/who/duties.ts";
import { isOffered } from "../../../domain/partnership/keep-people.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { type Condition, holds } from "../../../domain/protocol/condition.ts";
import {
	asksOf,
	type Clock,
	type Field,
	fieldOf,
	isAgencySide,
	isMainSide,
	type Move,
	type Outcome,
	type Protocol,
	type Side,
	type Step,
} from "../../../domain/protocol/protocol.ts";
import { type Agency, listAgencies } from "../../../store/agencies.ts";
import { listDirectory, type Person } from "../../../store/people.ts";
import type { FormValues } from "../../kit/form.ts";
import { say } from "../../kit/say.tsx";
import { startingValues } from "../fields/inputs-of.ts";
import { type Asking, type Question, questionOf } from "../fields/question.ts";
import { typedSoFar } from "../typed-so-far.ts";
import { type ChosenFiles, chosenFiles } from "./chosen-files.tsx";

/** One way in which an act can end, with what only it asks. */
export type Ending = {
	id: string;
	/** The choice, with the agencies by their names. */
	say: string;
	questions: Question[];
	outcome: Outcome;
};

export type StepOrMove = { step: Step } | { move: Move };

/** A step, a move or a change of a clock as its page asks it. */
export type AskedAct = {
	opened: OpenedDifference;
	act: StepOrMove | { change: Clock };
	/** What its draft is kept under: the step or the move, as the protocol names it, or the change of a clock. */
	page: string;
	title: string;
	/** Asked however it ends. */
	questions: Question[];
	/** Files that were chosen on it and not sent yet. */
	files: ChosenFiles;
	/** One or more; a move has one. */
	endings: Ending[];
	/** What the page starts with: as typed before, else as is known. */
	values: FormValues;
	/** What the viewer typed before, and nothing else. */
	draft: FormValues;
	/** The key of the page that wrote in the draft last. */
	draftKey?: string | undefined;
	/** When a draft was last saved: ISO instant. */
	savedAt?: string | undefined;
	/** Who saved it. */
	savedBy?: { id: string; name: string } | undefined;
	/** Whether everybody who may do it writes in the same draft: a step, for somebody who may do it. */
	isShared: boolean;
	/** What the viewer typed before and could not send, because others were quicker. */
	leftOver: FormValues;
	/** What others saved in the same questions while the viewer was writing. */
	clash?: Clash | undefined;
};

/** Of two who wrote in one question, what the other wrote. */
export type Clash = { by: string; at: string; text: string };

/** The input that says how an act ends; a protocol’s own names have no dot. */
export const endingInput = "act.ending";

/** The input for the new date of a clock. */
export const newDate = "act.new-date";

/**
 * Makes the questions of a step or a move.
 *
 * @param side the side for which the viewer would do it
 */
export async function askAct(
	app: App,
	viewer: Viewer,
	opened: OpenedDifference,
	act: StepOrMove,
	side: Side,
): Promise<AskedAct> {
	const { protocol, difference, header } = opened;
	const { id, title, asks, askedIf, outcomes } = "step" in act ? act.step : asStep(act.move);
	const everything = [asks, ...outcomes.map((outcome) => outcome.asks)].flat();
	const offered = prefill(protocol, difference, opened, act, side, opened.here.now);
	const asking = {
		...(await askingOf(app, opened, everything)),
		earlier: offered,
		...("step" in act && asksWhoWasThere(protocol, everything) && { attendance: act.step }),
	};
	const known = knownOf(difference);
	/** The question, unless it is known already that it is not asked. */
	const asked = (
		question: Question,
		condition: Condition = {},
		here: string[] = [],
	): Question[] => {
		const [now, before] = parted(condition, (of) => here.includes(of));
		if (!holds(before, known)) return [];
		return [Object.keys(now).length > 0 ? { ...question, when: now } : question];
	};
	const questions = asks.flatMap((field) => asked(questionOf(asking, field), askedIf[field], asks));
	const endings = outcomes.map((outcome) => ({
		id: outcome.id,
		say: withAgencyNames(protocol, opened, outcome.say),
		questions: outcome.asks
			.filter((field) => outcome.blank || !asks.includes(field))
			.flatMap((field) =>
				asked(
					questionOf(asking, field, nameIn(asks, outcomes, outcome, field)),
					outcome.askedIf[field],
					asksOf({ asks, askedIf }, outcome).asks,
				),
			),
		outcome,
	}));
	const isShared =
		"step" in act && opened.acts.some((open) => open.act === "step" && open.step.id === id);
	const place = { differenceId: header.id, page: id };
	const own = await typedSoFar(app, viewer, place);
	const shared = isShared ? await typedSoFar(app, viewer, { ...place, isShared }) : own;
	const {
		values: draft,
		key: draftKey,
		savedAt,
		savedBy,
	} = shared.savedAt === undefined ? own : shared;
	const ending = draft[endingInput];
	return {
		opened,
		act,
		page: id,
		title: withAgencyNames(protocol, opened, title),
		questions,
		files: await chosenFiles(app, { ...place, owner: isShared ? null : viewer.id }),
		endings,
		values: {
			...startingValues(
				[...questions, ...endings.flatMap((each) => each.questions)],
				draft,
				offered,
			),
			...(ending && { [endingInput]: ending }),
		},
		draft,
		draftKey,
		savedAt,
		savedBy,
		isShared,
		leftOver: isShared && shared.savedAt !== undefined ? own.values : {},
	};
}

/** A condition in two: the part that goes by these questions, and the rest. */
export const parted = (
	condition: Condition,
	isHere: (of: string) => boolean,
): [here: Condition, elsewhere: Condition] => {
	const parts = Object.entries(condition);
	return [
		Object.fromEntries(parts.filter(([of]) => isHere(of))),
		Object.fromEntries(parts.filter(([of]) => !isHere(of))),
	];
};

/** A move reads as a step that ends in the ways to which it leads. */
const asStep = ({ id, title, asks, askedIf, outcomes }: Move) => ({
	id,
	title,
	asks,
	askedIf,
	outcomes: outcomes.map(
		(outcome): Outcome => ({
			...outcome,
			whenDone: [],
			counts: false,
			stillDue: false,
			blank: false,
		}),
	),
});

/** The field’s own name, but where another ending on the same page, or the page itself, asks it too. */
const nameIn = (asks: string[], outcomes: Outcome[], outcome: Outcome, field: string): string =>
	asks.includes(field) || outcomes.filter((each) => each.asks.includes(field)).length > 1
		? `${outcome.id}.${field}`
		: field;

/** What questions of these fields are made from, in a difference as somebody opened it. */
export const askingOf = async (
	app: App,
	opened: OpenedDifference,
	fields: string[],
): Promise<Asking> => ({
	protocol: opened.protocol,
	calendar: opened.calendar,
	now: opened.here.now,
	raisedAt: opened.header.raisedAt,
	names: opened,
	agencyOf: (side: Side) => agencyOf(opened.difference, side),
	barred: (side: Side) => onOtherSide(opened.protocol, opened.difference, side),
	directory: await directoryFor(app, opened, fields),
	opposite: oppositeOf(opened),
	involved: new Set(Object.keys(opened.difference.people)),
	conflicts: conflictsOn(opened.protocol, opened.difference, "receiving", "decision"),
	allAgencies: await agenciesFor(app, opened, fields),
});

/** Whoever of one of the two agencies acted last, as far as the reader knows them: their opposite number is at the other. */
function oppositeOf({ difference, people }: OpenedDifference): Asking["opposite"] {
	const last = [...difference.done, ...difference.moves]
		.sort((one, other) => other.seq - one.seq)
		.find(({ by }) => isMainSide(by.side));
	const level = last?.by.person ? people.get(last.by.person)?.level : undefined;
	return last && level
		? { side: last.by.side === "raising" ? "receiving" : "raising", level }
		: undefined;
}

const asksWhoWasThere = (protocol: Protocol, fields: string[]): boolean =>
	fields.some((id) => fieldOf(protocol, id).type === "members");

/** The agencies that may be named, where one may be: those that are part of it, whatever became of them, and who is there. */
const agenciesFor = async (
	app: App,
	{ protocol, difference, here }: OpenedDifference,
	fields: string[],
): Promise<Agency[]> =>
	fields.some((id) => namesAgencies.includes(fieldOf(protocol, id).type))
		? (await listAgencies(app.db, here.partnership.id)).filter(
				(one) => isOffered(one) || agenciesIn(difference).includes(one.id),
			)
		: [];

const namesAgencies: Field["type"][] = ["agency", "agencies", "members"];

/** The people of the agencies and offices from which these fields name somebody. */
async function directoryFor(
	app: App,
	{ protocol, difference, header, here, away, entries, people }: OpenedDifference,
	fields: string[],
): Promise<Person[]> {
	if (asksWhoWasThere(protocol, fields)) return listDirectory(app.db, here.partnership.id);
	const sides = fields.flatMap((id) => {
		const field = fieldOf(protocol, id);
		return field.type === "person" ? [field.of.split(" ")[0] ?? ""] : [];
	});
	const lists = [...new Set(sides)].map((side) =>
		listDirectory(
			app.db,
			here.partnership.id,
			isAgencySide(side) ? (agencyOf(difference, side) ?? undefined) : undefined,
		),
	);
	/** Whom the office vouched for in this difference, and who comes by a link. */
	const byLink = entries.flatMap((entry) => {
		const person = entry.type === "vouched" ? people.get(entry.person) : undefined;
		return person?.onlyIn === header.id && !person.left ? [person] : [];
	});
	return [...(await Promise.all(lists)).flat(), ...new Set(byLink)].map((person) => ({
		...person,
		away: away.get(person.id),
	}));
}

/** The ending that was chosen, or the only one there is. */
export const chosenEnding = ({ endings }: AskedAct, values: FormValues): Ending | undefined =>
	endings.length === 1 ? endings[0] : endings.find(({ id }) => id === values[endingInput]);

/** What is asked where an act can end in several ways. */
export const endingQuestion = (asked: Pick<AskedAct, "act">): string => endingIn(asked).asks;

/** What to do where nothing was chosen of how an act ends. */
export const missingEnding = (asked: Pick<AskedAct, "act">): string => endingIn(asked).missing;

const endingIn = ({ act }: Pick<AskedAct, "act">): { asks: string; missing: string } =>
	("step" in act
		? endingQuestions[act.step.kind]?.()
		: "move" in act
			? { asks: say`Where should it go?`, missing: say`Select where it should go` }
			: undefined) ?? { asks: say`What do you say?`, missing: say`Select what you say` };

const howItEnded = () => ({ asks: say`How did it end?`, missing: say`Select how it ended` });
const whatBecame = () => ({
	asks: say`What became of it?`,
	missing: say`Select what became of it`,
});
const endingQuestions: Record<string, () => { asks: string; missing: string }> = {
	discussion: howItEnded,
	"sign-off": () => ({
		asks: say`Do you sign it off?`,
		missing: say`Select whether you sign it off`,
	}),
	meeting: howItEnded,
	decision: () => ({ asks: say`How does it end?`, missing: say`Select how it ends` }),
	choice: () => ({ asks: say`What do you choose?`, missing: say`Select what you choose` }),
	task: whatBecame,
	letter: whatBecame,
	notice: whatBecame,
};

/** What must be answered for an act to end in this way. */
export const questionsFor = (
	{ questions }: Pick<AskedAct, "questions">,
	ending: Ending | undefined,
): Question[] => [...(ending?.outcome.blank ? [] : questions), ...(ending?.questions ?? [])];

/** Every question that the page may ask, whatever the ending. */
export const allQuestions = ({ questions, endings }: AskedAct): Question[] => [
	...questions,
	...endings.flatMap((ending) => ending.questions),
];
