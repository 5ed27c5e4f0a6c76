import { type Actor, atLeast, levels } from "../../people/viewer.ts";
import { mayAnswer, mayAnswerIn, maySee } from "../../people/who-answers.ts";
import {
	afterwards,
	beside,
	type Clock,
	type ClockRight,
	clockRule,
	isAgencySide,
	type Move,
	type Party,
	type Protocol,
	type Side,
	type Step,
	stepOf,
	type Target,
} from "../../protocol/protocol.ts";
import {
	clockOf,
	type Difference,
	isOpenClock,
	type OpenStep,
	openClocksOf,
	type RunningClock,
} from "../difference.ts";
import { type Conflict, conflictsOn } from "./conflicts.ts";
import { dutyOf, dutyOfStep, namedOn, placeOf } from "./duties.ts";
import {
	audienceOfClock,
	isFor,
	keptToAny,
	keptToOfClock,
	type Reader,
	readerOf,
} from "./may-read.ts";
import { recordsOwed } from "./records-owed.ts";

/** Something a person may do now. The same list feeds buttons and links; a rule refuses what is not on it. */
export type AllowedAct =
	| { act: "step"; step: Step; open: OpenStep }
	| { act: "move"; move: Move; by: Party }
	| { act: "record-on-childs-record"; step: Step; side: Side }
	| {
			act: "change-clock";
			clock: RunningClock;
			rule: Clock;
			ways: WayToChange[];
			by: Party;
	  };

/**
 * What this person may do in this difference now, what is owed first. Whoever answers by a link decides nothing beside what
 * they were given, and once that is done says only what is on the child’s record.
 */
export function allowedActs(
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): AllowedAct[] {
	const steps = difference.open
		.map((open) => ({
			act: "step" as const,
			step: stepOf(protocol, open.step),
			open,
		}))
		.filter(({ open }) => mayAnswer(dutyOfStep(protocol, difference, open), actor));
	const isBystander = actor.onlyIn !== undefined && steps.length === 0;
	if (isBystander) return recordsToMake(protocol, difference, actor);
	const possible = protocol.moves.flatMap((move) => {
		const by = partyThatMayMake(protocol, difference, move, actor);
		return by ? [{ act: "move" as const, move, by }] : [];
	});
	const endings = possible.flatMap(({ move }) => endingsOf(move.leadsTo));
	const moves = possible.filter(({ move }) => !asksForOneOf(protocol, move, endings));
	return [
		...steps,
		...moves,
		...recordsToMake(protocol, difference, actor),
		...clocksToChange(protocol, difference, actor),
	];
}

const endingsOf = (leadsTo: readonly Target[]): string[] =>
	leadsTo.flatMap((target) => (target.go === "end" ? target.ending : []));

/** Whether a move only asks somebody for an ending. Whoever may bring that about at once is not offered to ask for it. */
const asksForOneOf = (protocol: Protocol, { leadsTo }: Move, endings: readonly string[]): boolean =>
	leadsTo.some(
		(target) =>
			target.go === "step" &&
			stepOf(protocol, target.step).stage === beside &&
			stepOf(protocol, target.step).outcomes.some((outcome) =>
				endingsOf(outcome.leadsTo).some((ending) => endings.includes(ending)),
			),
	);

/** What somebody with the right may do with a clock that runs. */
export const waysToChange = ["extend", "bring-forward", "pause", "resume"] as const;
export type WayToChange = (typeof waysToChange)[number];

function clocksToChange(protocol: Protocol, difference: Difference, actor: Actor): AllowedAct[] {
	const { clockRights } = protocol;
	const readers = readersOf(protocol, difference, actor);
	const holder = (right: ClockRight | undefined) =>
		right?.by.find(
			(party) => party.side in difference.known && holds(protocol, difference, party, actor),
		);
	const { extend, pause, bringForward } = clockRights;
	const [mayExtend, mayPause, mayBring] = [extend, pause, bringForward].map(holder);
	const by = mayExtend ?? mayPause ?? mayBring;
	if (!by) return [];
	const latest = difference.clocks.filter(
		(clock) => clockOf(difference, clock.clock) === clock && isOpenClock(clock),
	);
	return latest.flatMap((clock): AllowedAct[] => {
		const rule = clockRule(protocol, clock.clock);
		const audience = audienceOfClock(protocol, difference, clock.clock);
		const keptTo = keptToOfClock(protocol, clock.clock);
		if (!rule || !isFor(readers, { audience, keptTo })) return [];
		const ways: WayToChange[] = [];
		const extended = clock.changes.filter(({ how }) => how === "extended");
		if (
			!rule.fixed &&
			clock.state !== "paused" &&
			mayExtend &&
			extended.length < (extend?.times ?? Number.POSITIVE_INFINITY)
		)
			ways.push("extend");
		if (clock.state === "running" && mayBring) ways.push("bring-forward");
		if (
			!rule.fixed &&
			clock.state === "running" &&
			mayPause &&
			clock.pauses.length < (pause?.times ?? Number.POSITIVE_INFINITY)
		)
			ways.push("pause");
		if (clock.state === "paused" && mayPause) ways.push("resume");
		return ways.length > 0 ? [{ act: "change-clock", clock, rule, ways, by }] : [];
	});
}

/** Whether this person, or somebody for whom they stand in, answers in a party's role. */
const holds = (protocol: Protocol, difference: Difference, party: Party, actor: Actor): boolean =>
	mayAnswerIn(dutyOf(protocol, difference, party), actor);

/**
 * What this person may read: the sides that they are of, among those that know of the difference, each with the levels
 * that they reach there.
 */
export const readersOf = (protocol: Protocol, difference: Difference, actor: Actor): Reader[] =>
	knownTo(difference, actor).flatMap((side) => {
		const named = namedOn(difference, side);
		const place = placeOf(protocol, difference, side);
		const heard = difference.heardFrom[side];
		return (isAgencySide(side) ? levels : levels.slice(0, 1))
			.filter((level) => {
				const readFrom = heard && atLeast(heard, level) ? heard : level;
				return maySee({ ...place, readFrom }, named, actor);
			})
			.map((level) => readerOf(side, level));
	});

/**
 * The sides on which somebody may be at all: whoever answers by a link is of their own difference, and of no other; what is
 * sealed is for those who were named alone, and for whoever opened it in an emergency.
 */
const knownTo = (
	{ id, known, sealed }: Difference,
	{ id: person, onlyIn, glassBrokenIn = [] }: Actor,
): Side[] =>
	(onlyIn === undefined || onlyIn === id) &&
	(!sealed || sealed.to.includes(person) || glassBrokenIn.includes(id))
		? Object.keys(known)
		: [];

/** The sides that this person is of, among those that know of the difference. */
export const sidesOf = (protocol: Protocol, difference: Difference, actor: Actor): Side[] =>
	readersOf(protocol, difference, actor).filter((reader) => reader in difference.known);

/** The open steps during which a move may be made now; once it has ended, those that are owed afterwards alone. */
export const stepsThatLet = (protocol: Protocol, difference: Difference, move: Move): Step[] =>
	difference.open
		.filter(
			({ step }) =>
				(difference.status.is === "open" || stepOf(protocol, step).stage === afterwards) &&
				move.while.some(
					(when) =>
						("step" in when && step === when.step) ||
						("stage" in when && stepOf(protocol, step).stage === when.stage),
				) &&
				(!move.whenLate ||
					openClocksOf(protocol, difference, step).some(({ state }) => state === "ran-out")),
		)
		.map(({ step }) => stepOf(protocol, step));

/**
 * The role in which this person may make a move now. A side that does not know of the difference makes none, nor does
 * whoever may not read the step during which it could be made.
 */
function partyThatMayMake(
	protocol: Protocol,
	difference: Difference,
	move: Move,
	actor: Actor,
	owes = dutyOf,
): Party | undefined {
	const { status } = difference;
	const isAfter =
		status.is === "ended" &&
		move.while.some((when) => "ending" in when && when.ending === status.ending);
	const during = stepsThatLet(protocol, difference, move);
	if (!isAfter && during.length === 0) return undefined;
	if (move.once && difference.moves.some((made) => made.move === move.id)) return undefined;
	const keptTo = keptToAny(during);
	return move.by.find(
		(party) =>
			party.side in difference.known &&
			mayAnswerIn({ ...owes(protocol, difference, party), readFrom: keptTo[party.side] }, actor),
	);
}

/**
 * Why somebody may not make a move, or change a clock, that would be theirs: a conflict of interest. Undefined where none keeps
 * them from it.
 */
export function conflictIn(
	protocol: Protocol,
	difference: Difference,
	act: { move: Move } | { change: unknown },
	actor: Actor,
): Conflict | undefined {
	const conflicts = (side: Side) => conflictsOn(protocol, difference, side);
	const withoutConflicts: typeof dutyOf = (...owed) => {
		const duty = dutyOf(...owed);
		const [, , { side }] = owed;
		return { ...duty, barred: duty.barred.filter((id) => !conflicts(side).has(id)) };
	};
	const partyBy = (owes: typeof dutyOf): Party | undefined =>
		"move" in act
			? partyThatMayMake(protocol, difference, act.move, actor, owes)
			: Object.values(protocol.clockRights)
					.flatMap((right) => right?.by ?? [])
					.find(
						(party) =>
							party.side in difference.known &&
							mayAnswerIn(owes(protocol, difference, party), actor),
					);
	const party = partyBy(dutyOf) ? undefined : partyBy(withoutConflicts);
	return party && conflicts(party.side).get(actor.id);
}

/** The child's own record is kept by each agency: its people tick that a step is written there, on their own side first. */
const recordsToMake = (protocol: Protocol, difference: Difference, actor: Actor): AllowedAct[] => {
	const own = difference.people[actor.id];
	const theirs = sidesOf(protocol, difference, actor);
	const readers = readersOf(protocol, difference, actor);
	return recordsOwed(protocol, difference)
		.filter(
			({ duty, step, sides }) =>
				mayAnswer(duty, actor) && isFor(readers, { audience: sides, keptTo: step.keptTo }),
		)
		.map(({ step, side, sides }) => ({
			act: "record-on-childs-record",
			step,
			side:
				[own, side, ...sides].find(
					(each) => each && theirs.includes(each) && sides.includes(each),
				) ?? side,
		}));
};
