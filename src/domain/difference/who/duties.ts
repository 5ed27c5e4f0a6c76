import type { Actor } from "../../people/viewer.ts";
import { type Duty, isTheirs, mayAnswer, type Seat } from "../../people/who-answers.ts";
import {
	isAgencySide,
	isMainSide,
	type Party,
	type Protocol,
	roleOf,
	type Side,
	type Step,
	slotOf,
	stepOf,
	type Target,
	waysOf,
} from "../../protocol/protocol.ts";
import { agenciesIn, type Difference, type OpenStep, withWhom } from "../difference.ts";
import { type Conflict, conflictsOn } from "./conflicts.ts";

type Agencies = Pick<Difference, "raisingAgency" | "receivingAgency" | "involved">;

/** The agency of a side; null for an office of the partnership, and for an agency that is not there. */
export const agencyOf = (
	{ raisingAgency, receivingAgency, involved }: Agencies,
	side: Side,
): string | null =>
	side === "raising"
		? raisingAgency
		: side === "receiving"
			? receivingAgency
			: (involved[side]?.agency ?? null);

/** A side as a place that people are of, whatever their level, and the agencies whose people read nothing there. */
export type Place = Pick<Seat, "agency" | "office" | "givenBy"> & { closedTo: readonly string[] };

export const placeOf = (protocol: Protocol, difference: Agencies, side: Side): Place => ({
	agency: agencyOf(difference, side),
	office: isAgencySide(side) ? null : (protocol.roles[side]?.office ?? null),
	givenBy: isAgencySide(side) ? null : giverOf(protocol, side),
	closedTo: isOutsideReview(protocol, side) ? agenciesIn(difference) : [],
});

/** Whether all that an office does is to review what is referred to it, and the protocol wants nobody of the case to. */
function isOutsideReview({ steps }: Pick<Protocol, "steps">, side: Side): boolean {
	if (isAgencySide(side)) return false;
	const theirs = Object.values(steps).filter(({ by }) => by.side === side);
	return (
		theirs.length > 0 &&
		theirs.every(({ kind, notBy }) => kind === "referral" && notBy === "everyone-before")
	);
}

/** The office that gives a pool what each of it reads; null for a role that is no pool. */
const giverOf = (protocol: Protocol, role: string): string | null =>
	protocol.roles[protocol.roles[role]?.givenBy ?? ""]?.office ?? null;

/** The place that a party fills in a difference. */
export function seatOf(protocol: Protocol, difference: Agencies, party: Party): Seat {
	const { office, level, post, proxy } = roleOf(protocol, party);
	return {
		agency: office === undefined ? agencyOf(difference, party.side) : null,
		office: office ?? null,
		level: level?.level ?? null,
		posts: level?.posts ?? [],
		post: post ?? null,
		proxy: proxy === true,
		readFrom: null,
		givenBy: giverOf(protocol, party.role),
	};
}

/** What a party owes in a difference, when it was given to nobody and nobody did anything that bars them from it. */
export const dutyOf = (protocol: Protocol, difference: Difference, party: Party): Duty => ({
	...seatOf(protocol, difference, party),
	person: null,
	named: namedOn(difference, party.side),
	barred: [
		...new Set([
			...onOtherSide(protocol, difference, party.side),
			...conflictsOn(protocol, difference, party.side).keys(),
		]),
	],
	knownOnlyTo: difference.sealed?.to,
});

/** An open step, as what somebody owes. */
export function dutyOfStep(protocol: Protocol, difference: Difference, open: OpenStep): Duty {
	const step = stepOf(protocol, open.step);
	const duty = dutyOf(protocol, difference, step.by);
	return {
		...duty,
		readFrom: step.keptTo[step.by.side] ?? null,
		person: open.person ?? null,
		onlyTheirs: step.onlyNamed,
		barred: [
			...new Set([
				...duty.barred,
				...conflictsOn(protocol, difference, step.by.side, step.kind).keys(),
				...barredFrom(difference, step),
				...barredAgencies(difference, step),
			]),
		],
	};
}

/**
 * The agencies whose people an office does not ask for a step, because nobody decides their own cause: those that it is
 * between and those involved, where the protocol wants somebody who had no part. Whoever does it for an agency is of one.
 */
export const barredAgencies = (difference: Agencies, { by, notBy }: Step): string[] =>
	notBy === "everyone-before" && !isAgencySide(by.side) ? agenciesIn(difference) : [];

/**
 * What keeps somebody who answers in a step's role from it: a conflict of interest, the agency that they are of, or what
 * they, or whoever they stand in for, did before. Undefined for whoever may do it and for whoever has no such role.
 */
export function keptFrom(
	protocol: Protocol,
	difference: Difference,
	open: OpenStep,
	actor: Actor,
): Exclude<Conflict, "named"> | "their-agency" | "their-part" | "sealed" | undefined {
	const duty = dutyOfStep(protocol, difference, open);
	if (!isTheirs(duty, actor) || mayAnswer(duty, actor)) return undefined;
	if (duty.knownOnlyTo?.includes(actor.id) === false) return "sealed";
	const { kind, by } = stepOf(protocol, open.step);
	const conflict = conflictsOn(protocol, difference, by.side, kind).get(actor.id);
	if (conflict === "declared" || conflict === "their-decision") return conflict;
	return duty.barred.includes(actor.agencyId) ? "their-agency" : "their-part";
}

/**
 * Whether there is an agency to owe a step: of those involved besides the two only one that was chosen, and where a field
 * names one of them only that.
 */
export function hasOwer(
	{ involved, answers }: Pick<Difference, "involved" | "answers">,
	{ by: { side }, agencyIn }: Pick<Step, "by" | "agencyIn">,
): boolean {
	if (slotOf(side) === undefined) return true;
	const named = agencyIn === undefined ? undefined : answers[agencyIn]?.answer;
	const agency = involved[side]?.agency;
	return (
		agency !== undefined &&
		(agencyIn === undefined || (named as { id?: string } | undefined)?.id === agency)
	);
}

/** Where something leads, without the steps of agencies that are not there. */
export const withOwers = (
	protocol: Protocol,
	difference: Pick<Difference, "involved" | "answers">,
	targets: Target[],
): Target[] =>
	targets.filter(
		(target) => target.go !== "step" || hasOwer(difference, stepOf(protocol, target.step)),
	);

type People = Agencies & Pick<Difference, "people">;

/**
 * People named in a difference, or who acted in it, as far as it matters to a side. With two agencies who is of which is
 * plain from where they work; inside one agency the side on which they were first named or acted is theirs.
 */
export const namedOn = (difference: People, side: Side): string[] =>
	withWhom(difference) === "own-agency" && isAgencySide(side)
		? peopleOn(difference, (theirs) => theirs === side)
		: Object.keys(difference.people);

/**
 * People of the other side of the same agency: they do nothing for this one, unless the way in which it was begun lets one
 * person act for both.
 */
export const onOtherSide = (
	protocol: Protocol,
	difference: People & Pick<Difference, "way">,
	side: Side,
): string[] =>
	withWhom(difference) === "own-agency" &&
	isMainSide(side) &&
	!waysOf(protocol).some(({ id, bothSides }) => id === difference.way && bothSides)
		? peopleOn(difference, (theirs) => isMainSide(theirs) && theirs !== side)
		: [];

const peopleOn = ({ people }: People, isOn: (side: Side) => boolean): string[] =>
	Object.entries(people).flatMap(([person, side]) => (isOn(side) ? person : []));

/**
 * The people from whom the protocol takes a step because of what they did before: everybody who ever did one of the
 * steps that it names, or everybody who had a part. A part has, of the step's own side, whoever did another step or made
 * a move; of another side whoever is named, too. Doing this step before, such as a panel that could not decide, is none.
 */
export function barredFrom(difference: Difference, step: Step): string[] {
	const { done, moves, people } = difference;
	if (step.notBy !== "everyone-before")
		return [
			...new Set(
				step.notBy.flatMap((before) =>
					done.flatMap(({ step: did, by }) => (did === before ? (by.person ?? []) : [])),
				),
			),
		];
	const otherSides = Object.entries(people).flatMap(([person, side]) =>
		side === step.by.side ? [] : person,
	);
	const ownSide = [...done.filter((each) => each.step !== step.id), ...moves].flatMap(
		({ by }) => by.person ?? [],
	);
	return [...new Set([...otherSides, ...ownSide])];
}
