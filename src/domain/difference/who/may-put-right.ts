/**
 * What may be put right under every protocol, beside its steps and moves: who may add a note, correct an answer, ask
 * another side, pass a step on, ask for more time, and recall what went to the wrong place. These are no `AllowedAct`:
 * nobody owes them, and no protocol gives or takes them.
 */
import type { Actor } from "../../people/viewer.ts";
import { answersForAgency, reportingOffice } from "../../people/viewer.ts";
import { belongsTo, mayAnswer, mayAnswerIn } from "../../people/who-answers.ts";
import type { NamedAgency } from "../../protocol/answers.ts";
import { fieldsThatDecide } from "../../protocol/goes-by.ts";
import {
	attended,
	clockRule,
	type Field,
	fullestOf,
	isAgencySide,
	type Move,
	ownFieldNames,
	type Protocol,
	panelMembers,
	type Side,
	type StepId,
	stepOf,
	waysOf,
} from "../../protocol/protocol.ts";
import {
	clockOf,
	type Difference,
	type DoneStep,
	type GivenAnswer,
	isNotSafe,
	isOpenClock,
	type OpenStep,
	openClocksOf,
	type RunningClock,
	type SideQuestion,
	withWhom,
} from "../difference.ts";
import type { Entered } from "../events.ts";
import { dutyOf, dutyOfStep } from "./duties.ts";
import { sidesOf } from "./may-act.ts";
import { knowing, union } from "./may-read.ts";
import { isGuest } from "./may-seal.ts";

/** The sides for which somebody may do anything: those that they are of; none, who only reads it in an emergency. */
const actsOn = (protocol: Protocol, difference: Difference, actor: Actor): Side[] =>
	isGuest(difference, actor) ? [] : sidesOf(protocol, difference, actor);

/** The side for which somebody speaks: the one on which they are named, else the first that they see it on. */
export const speaksFor = (
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): Side | undefined => ownAmong(actsOn(protocol, difference, actor), difference, actor);

function ownAmong(sides: Side[], difference: Difference, actor: Actor): Side | undefined {
	return sides.find((each) => each === difference.people[actor.id]) ?? sides[0];
}

/**
 * The side for which somebody may say whether the child is safe: whoever knows of the difference may, whosever turn it is,
 * as long as somebody owes something, or the last word is that the child is not safe; also whoever only reads it in an
 * emergency. Undefined for whoever may not.
 */
export const saysSafetyFor = (
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): Side | undefined =>
	difference.status.is === "ended" && difference.open.length === 0 && !isNotSafe(difference)
		? undefined
		: ownAmong(sidesOf(protocol, difference, actor), difference, actor);

/** An answer that stands and that this person may put right. */
export type Mendable = {
	field: Field;
	given: GivenAnswer;
	/** The side that puts it right, where it is not the one that gave it. */
	as?: Side;
};

/**
 * Why an answer is put right in another way than beside itself: it says whether the child is safe, which has its own day
 * each time; who did what went by it; limits began with it; somebody owes a step because it names them; or the agency that
 * it names was told already.
 */
export type AnotherWay =
	| { is: "safety" | "way-on" | "raised-at" }
	| { is: "step-owed"; step: StepId }
	| { is: "agency-told"; side: Side };

/** The answers of somebody's side that stand, in the order in which they were given. What was given more fully since stands instead. */
function ownAnswers(protocol: Protocol, difference: Difference, actor: Actor): Mendable[] {
	const sides = actsOn(protocol, difference, actor);
	return Object.entries(difference.answers)
		.flatMap(([id, given]): Mendable[] => {
			const field = protocol.fields[id];
			const isTheirs = given.by !== undefined && sides.includes(given.by.side);
			const isOwn = ownFieldNames.includes(id) && id !== attended && id !== panelMembers;
			const stands = fullestOf(protocol, difference.answers, id).id === id;
			return field && isTheirs && !isOwn && stands ? [{ field, given }] : [];
		})
		.sort((one, other) => one.given.seq - other.given.seq);
}

/**
 * The answers that somebody may put right: whoever is of the side that gave them, and of the themes also the office that
 * counts them. A time limit that goes by one is counted again by it. What is put right in another way is not among them.
 */
export const answersToCorrect = (
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): Mendable[] =>
	[
		...ownAnswers(protocol, difference, actor),
		...themesToCorrect(protocol, difference, actor),
	].filter(({ field, given }) => anotherWay(protocol, difference, field, given) === undefined);

/** What it is about, as another side said, for the office that reports: its figures go by the same themes for all. */
function themesToCorrect(protocol: Protocol, difference: Difference, actor: Actor): Mendable[] {
	const as = actsOn(protocol, difference, actor).find(
		(side) => protocol.roles[side]?.office === reportingOffice,
	);
	if (as === undefined) return [];
	return Object.entries(difference.answers).flatMap(([id, given]): Mendable[] => {
		const field = protocol.fields[id];
		const stands = fullestOf(protocol, difference.answers, id).id === id;
		return field?.type === "themes" && stands && given.by && given.by.side !== as
			? [{ field, given, as }]
			: [];
	});
}

/** The answers of somebody's side that are put right in another way, and in which. */
export const answersToMendOtherwise = (
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): (Mendable & { way: AnotherWay })[] =>
	ownAnswers(protocol, difference, actor).flatMap(({ field, given }) => {
		const way = anotherWay(protocol, difference, field, given);
		return way ? [{ field, given, way }] : [];
	});

function anotherWay(
	protocol: Protocol,
	difference: Difference,
	field: Field,
	{ answer }: GivenAnswer,
): AnotherWay | undefined {
	const { id } = field;
	if (field.type === "choice" && field["not-safe"]) return { is: "safety" };
	if (fieldsThatDecide(protocol).has(id)) return { is: "way-on" };
	if (waysOf(protocol).some(({ raisedAt }) => raisedAt === id)) return { is: "raised-at" };
	const owed = difference.open.find(({ step }) => stepOf(protocol, step).namedIn === id);
	if (owed) return { is: "step-owed", step: owed.step };
	if (!protocol.involved?.chosenIn.includes(id)) return undefined;
	const chosen = [answer as NamedAgency | NamedAgency[]].flat();
	const told = Object.entries(difference.involved).find(
		([side, { agency }]) =>
			hasHeard(protocol, difference, side) &&
			chosen.some((each) => "id" in each && each.id === agency),
	);
	return told && { is: "agency-told", side: told[0] };
}

/**
 * Whether a side has heard of it, since the last recall from there. Whoever asks need not have been told that it has:
 * what was done that sends it there, and what is owed there, say so too.
 */
function hasHeard(protocol: Protocol, difference: Difference, side: Side): boolean {
	const { known, open, done, recalled } = difference;
	const since = recalled.findLast(({ from }) => from === side)?.seq ?? 0;
	return (
		side in known ||
		open.some(({ step }) => stepOf(protocol, step).by.side === side) ||
		done.some(({ seq, step, outcome, by }) => {
			const { outcomes } = stepOf(protocol, step);
			const sent = outcomes.find(({ id }) => id === outcome)?.sends?.to.includes(side);
			return seq > since && (by.side === side || sent === true);
		})
	);
}

/**
 * Whether somebody may say that it is with another agency than was chosen: whoever is of the side that raised it, while the
 * first has heard nothing of it. Once it has, it is recalled.
 */
export const mayChangeAgency = (
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): boolean =>
	withWhom(difference) === "another-agency" &&
	difference.status.is === "open" &&
	!hasHeard(protocol, difference, "receiving") &&
	actsOn(protocol, difference, actor).includes("raising");

/** The sides that somebody may ask a question: those that know of it and are not their own. */
export function sidesToAsk(protocol: Protocol, difference: Difference, actor: Actor): Side[] {
	const own = speaksFor(protocol, difference, actor);
	if (own === undefined) return [];
	// A side need not have been told that another knows: whoever owes or did something that it may read does.
	const { open, done, sent } = difference;
	const acting = [
		...open.map(({ step }) => stepOf(protocol, step).by.side),
		...[...done, ...sent].flatMap(({ by }) => by?.side ?? []),
	];
	const closed = difference.recalled.map(({ from }) => from);
	return union(["raising"], knowing(difference), acting).filter(
		(side) => side !== own && (side in difference.known || !closed.includes(side)),
	);
}

/** The questions that wait for an answer of this person's side. */
export function questionsToAnswer(
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): SideQuestion[] {
	const sides = actsOn(protocol, difference, actor);
	return difference.questions.filter(
		({ to, answered }) => answered === undefined && sides.includes(to),
	);
}

/**
 * The steps that somebody may give to a colleague: those that they may do; those of their agency, where they answer for
 * it; and, for an office, those of an agency to which it sent it on, where the protocol has no move for that.
 */
export function stepsToPassOn(
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): OpenStep[] {
	const sides = actsOn(protocol, difference, actor);
	const offices = sides.filter((side) => !isAgencySide(side));
	return difference.open.filter((open) => {
		const duty = dutyOfStep(protocol, difference, open);
		const { side } = stepOf(protocol, open.step).by;
		const sentOn =
			difference.sent.some(({ by, to }) => by && offices.includes(by.side) && to.includes(side)) &&
			!protocol.moves.some((move) => sendsAgain(move, offices, open));
		return (
			(isAgencySide(side) && sentOn) ||
			(sides.includes(side) &&
				(mayAnswer(duty, actor) ||
					(isAgencySide(side) && belongsTo(duty, actor) && answersForAgency(actor))))
		);
	});
}

/** Whether a protocol has a move of its own by which an office sends a step to somebody else. */
const sendsAgain = (move: Move, offices: Side[], { step }: OpenStep): boolean =>
	move.by.some(({ side }) => offices.includes(side)) &&
	move.while.some((when) => "step" in when && when.step === step) &&
	move.leadsTo.some((target) => target.go === "step" && target.step === step);

/** Whether a step may be given to somebody: whoever may do it once it is theirs, and does not owe it already. */
export function mayBeGiven(
	protocol: Protocol,
	difference: Difference,
	open: OpenStep,
	to: Actor,
): boolean {
	const duty = dutyOfStep(protocol, difference, open);
	return (
		open.person !== to.id &&
		(duty.agency === null || to.agencyId === duty.agency) &&
		mayAnswer({ ...duty, person: null, named: [...duty.named, to.id] }, to)
	);
}

/** The clocks for which somebody may ask for more time: they owe what it is about, and others may extend it. */
export function clocksToAskFor(
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): RunningClock[] {
	const { extend } = protocol.clockRights;
	if (!extend || mayExtend(protocol, difference, actor)) return [];
	const owed = difference.open
		.filter((open) => mayAnswer(dutyOfStep(protocol, difference, open), actor))
		.flatMap(({ step }) => openClocksOf(protocol, difference, step));
	return [...new Set(owed)].filter((clock) => {
		const rule = clockRule(protocol, clock.clock);
		const extended = clock.changes.filter(({ how }) => how === "extended").length;
		return (
			rule &&
			!rule.fixed &&
			clock.state !== "paused" &&
			extended < (extend.times ?? Number.POSITIVE_INFINITY)
		);
	});
}

/** The requests for more time that this person may grant or refuse. */
export const timeToGrant = (
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): Difference["timeAsked"] =>
	mayExtend(protocol, difference, actor)
		? difference.timeAsked.filter(({ clock }) => {
				const running = clockOf(difference, clock);
				return running !== undefined && isOpenClock(running);
			})
		: [];

const mayExtend = (protocol: Protocol, difference: Difference, actor: Actor): boolean =>
	protocol.clockRights.extend?.by.some(
		(party) =>
			party.side in difference.known && mayAnswerIn(dutyOf(protocol, difference, party), actor),
	) === true;

/**
 * The sides from which somebody may recall it: an agency to which their side sent it; for an office of the partnership,
 * any agency but the one that raised it.
 */
export function sidesToRecallFrom(
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): Side[] {
	const sides = actsOn(protocol, difference, actor);
	const isOffice = sides.some((side) => !isAgencySide(side));
	return knowing(difference).filter(
		(side) =>
			isAgencySide(side) &&
			side !== "raising" &&
			!sides.includes(side) &&
			(isOffice ||
				difference.sent.some(({ by, to }) => by && sides.includes(by.side) && to.includes(side))),
	);
}

/** An act that an office entered for a side from paper. */
export type EnteredForThem = DoneStep & { entered: Entered };

/**
 * What an office entered for this person's side from paper, each form once: whoever is of that side may say that it is not
 * theirs, until somebody has.
 */
export function enteredForThem(
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): EnteredForThem[] {
	const sides = actsOn(protocol, difference, actor);
	return difference.done
		.filter(
			(done, nth, all): done is EnteredForThem =>
				done.entered !== undefined &&
				sides.includes(done.by.side) &&
				all.findIndex(({ at, by }) => at === done.at && by.side === done.by.side) === nth,
		)
		.filter(({ seq }) => !difference.notTheirs.some(({ entry }) => entry === seq));
}

/** What of all this is open to somebody: it feeds the links of a page. */
export type ToPutRight = {
	note: boolean;
	correct: Mendable[];
	otherwise: (Mendable & { way: AnotherWay })[];
	agency: boolean;
	ask: Side[];
	answer: SideQuestion[];
	passOn: OpenStep[];
	askForTime: RunningClock[];
	grant: Difference["timeAsked"];
	/** What an office entered for them, of which they may say that it is not theirs. */
	notOurs: EnteredForThem[];
	recall: Side[];
};

/** Whether anything that was entered is wrong and theirs to mend, in whichever way. */
export const hasAnswersToMend = ({ correct, otherwise, agency }: ToPutRight): boolean =>
	agency || correct.length > 0 || otherwise.length > 0;

/** Where nobody adds anything any more. */
export const nothingToPutRight: ToPutRight = {
	note: false,
	correct: [],
	otherwise: [],
	agency: false,
	ask: [],
	answer: [],
	passOn: [],
	askForTime: [],
	grant: [],
	notOurs: [],
	recall: [],
};

export const toPutRight = (
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): ToPutRight => ({
	note: speaksFor(protocol, difference, actor) !== undefined,
	correct: answersToCorrect(protocol, difference, actor),
	otherwise: answersToMendOtherwise(protocol, difference, actor),
	agency: mayChangeAgency(protocol, difference, actor),
	ask: sidesToAsk(protocol, difference, actor),
	answer: questionsToAnswer(protocol, difference, actor),
	passOn: stepsToPassOn(protocol, difference, actor),
	askForTime: clocksToAskFor(protocol, difference, actor),
	grant: timeToGrant(protocol, difference, actor),
	notOurs: enteredForThem(protocol, difference, actor),
	recall: sidesToRecallFrom(protocol, difference, actor),
});
