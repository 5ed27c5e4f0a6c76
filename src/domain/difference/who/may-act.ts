import { type Actor, actingAs, answersForAgency, atLeast } from "../../people/viewer.ts";
import {
	type Clock,
	type ClockRight,
	isAgencySide,
	type Move,
	type Party,
	type Protocol,
	roleOf,
	type Side,
	type Step,
	stepOf,
} from "../../protocol/protocol.ts";
import {
	clockOf,
	type Difference,
	isOpenClock,
	lastDone,
	type OpenStep,
	type RunningClock,
} from "../difference.ts";
import { audienceOfClock, audienceOfStep } from "./may-read.ts";

/** Something a person may do now. The same list feeds buttons, links, reminders and the rules themselves. */
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

/** What this person may do in this difference now, what is owed first. */
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
		.filter(({ step, open }) => mayAct(protocol, difference, step, open, actor));
	const moves = protocol.moves.flatMap((move) => {
		const by = partyThatMayMake(protocol, difference, move, actor);
		return by ? [{ act: "move" as const, move, by }] : [];
	});
	return [
		...steps,
		...moves,
		...recordsToMake(protocol, difference, actor),
		...clocksToChange(protocol, difference, actor),
	];
}

/** What somebody with the right may do with a clock that runs. */
export const waysToChange = ["extend", "bring-forward", "pause", "resume"] as const;
export type WayToChange = (typeof waysToChange)[number];

function clocksToChange(protocol: Protocol, difference: Difference, actor: Actor): AllowedAct[] {
	const { clockRights } = protocol;
	const sides = sidesOf(protocol, difference, actor);
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
		const rule = protocol.clocks.find(({ id }) => id === clock.clock);
		const readers = audienceOfClock(protocol, difference, clock.clock);
		if (!rule || !sides.some((side) => readers.includes(side))) return [];
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

/**
 * Whether this person may do an open step: they hold its role on its side, or were named for it,
 * and the protocol does not ask for somebody else's eyes.
 */
export function mayAct(
	protocol: Protocol,
	difference: Difference,
	step: Step,
	open: OpenStep,
	actor: Actor,
): boolean {
	// Whoever stands in for somebody is held to what bars that person, too.
	return (
		!isBarred(difference, step, actor) &&
		actingAs(actor).some(
			(one) =>
				isTheirsAlone(protocol, difference, step, open, one) && !isBarred(difference, step, one),
		)
	);
}

/** Whether this person, or somebody for whom they stand in, holds the role of an open step on its side, or was named for it. */
export const isTheirs = (
	protocol: Protocol,
	difference: Difference,
	step: Step,
	open: OpenStep,
	actor: Actor,
): boolean => actingAs(actor).some((one) => isTheirsAlone(protocol, difference, step, open, one));

const isTheirsAlone = (
	protocol: Protocol,
	difference: Difference,
	step: Step,
	open: OpenStep,
	one: Actor,
): boolean =>
	holdsAlone(protocol, difference, step.by, one) ||
	isNamedFor(protocol, difference, step, open, one);

/** Whether a step was given to this person by name, or to somebody for whom they stand in. */
export const wasGiven = (
	protocol: Protocol,
	difference: Difference,
	step: Step,
	open: OpenStep,
	actor: Actor,
): boolean => actingAs(actor).some((one) => isNamedFor(protocol, difference, step, open, one));

const isNamedFor = (
	protocol: Protocol,
	difference: Difference,
	step: Step,
	open: OpenStep,
	one: Actor,
): boolean => open.person === one.id && isOfAlone(protocol, difference, step.by, one);

/**
 * Whether the protocol asks for somebody other than this person, because of what they did before. Of a step
 * that came round again only the last doer counts: two people stand behind what is signed.
 */
export function isBarred(difference: Difference, step: Step, actor: Actor): boolean {
	if (step.notBy === "everyone-before")
		return actor.id in difference.people && difference.people[actor.id] !== step.by.side;
	return step.notBy.some((before) => lastDone(difference, before)?.by.person === actor.id);
}

/** Whether this person belongs to the side of a party: its agency, or the office it names. */
function isOfAlone(
	protocol: Protocol,
	difference: Difference,
	party: Party,
	actor: Actor,
): boolean {
	if (isAgencySide(party.side)) {
		const agency = party.side === "raising" ? difference.raisingAgency : difference.receivingAgency;
		return (
			actor.agencyId === agency ||
			((actor.proxyFor ?? []).includes(agency) &&
				(party.role === "" || protocol.roles[party.role]?.proxy === true))
		);
	}
	const { office } = roleOf(protocol, party);
	return office !== undefined && actor.offices.includes(office);
}

/** Whether this person, or somebody for whom they stand in, answers in a party's role. */
export const holds = (
	protocol: Protocol,
	difference: Difference,
	party: Party,
	actor: Actor,
): boolean => actingAs(actor).some((one) => holdsAlone(protocol, difference, party, one));

/**
 * Whether this person answers in a party's role. Somebody of a higher level may always step in;
 * a practitioner may only where they are named, so that colleagues do not learn of each other's differences.
 */
function holdsAlone(
	protocol: Protocol,
	difference: Difference,
	party: Party,
	actor: Actor,
): boolean {
	if (!isOfAlone(protocol, difference, party, actor)) return false;
	const { level, post } = roleOf(protocol, party);
	if (post !== undefined && !actor.offices.includes(post)) return false;
	if (level === undefined) return true;
	if (level === "practitioner") return actor.id in difference.people || answersForAgency(actor);
	if (level === "manager") return answersForAgency(actor);
	return atLeast(actor.level, level);
}

/** The sides that this person is of, among those that know of the difference. */
export function sidesOf(protocol: Protocol, difference: Difference, actor: Actor): Side[] {
	return Object.keys(difference.known).filter((side) =>
		actingAs(actor).some((one) =>
			isAgencySide(side)
				? isOfAlone(protocol, difference, { side, role: "" }, one) &&
					(answersForAgency(one) || one.id in difference.people)
				: isOfAlone(protocol, difference, { side, role: side }, one),
		),
	);
}

/** The role in which this person may make a move now. A side that does not know of the difference makes none. */
function partyThatMayMake(
	protocol: Protocol,
	difference: Difference,
	move: Move,
	actor: Actor,
): Party | undefined {
	const now = move.while.some((when) => {
		if ("ending" in when)
			return difference.status.is === "ended" && difference.status.ending === when.ending;
		if (difference.status.is === "ended") return false;
		return difference.open.some(
			({ step }) =>
				("step" in when ? step === when.step : stepOf(protocol, step).stage === when.stage) &&
				(!move.whenLate || clockOf(difference, step)?.state === "ran-out"),
		);
	});
	if (!now || (move.once && difference.moves.some((made) => made.move === move.id)))
		return undefined;
	return move.by.find(
		(party) => party.side in difference.known && holds(protocol, difference, party, actor),
	);
}

/**
 * The child's own record is kept by each agency: its people tick that a step is written there, once a step.
 * An agency is asked only for steps that it may read.
 */
function recordsToMake(protocol: Protocol, difference: Difference, actor: Actor): AllowedAct[] {
	const sides = sidesOf(protocol, difference, actor).filter(isAgencySide);
	const asked = [...new Set(difference.done.map(({ step }) => step))]
		.map((step) => stepOf(protocol, step))
		.filter(({ recordOnChildsRecord }) => recordOnChildsRecord);
	return sides.flatMap((side) =>
		asked
			.filter(
				(step) =>
					audienceOfStep(protocol, difference, step).includes(side) &&
					!difference.onChildsRecord.some((made) => made.step === step.id && made.side === side),
			)
			.map((step) => ({ act: "record-on-childs-record" as const, step, side })),
	);
}
