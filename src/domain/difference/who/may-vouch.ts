import { type Actor, type Level, levels } from "../../people/viewer.ts";
import { isTheirs, mayAnswer } from "../../people/who-answers.ts";
import {
	isAgencySide,
	type Protocol,
	type Side,
	type StepId,
	stepOf,
} from "../../protocol/protocol.ts";
import type { Difference, OpenStep } from "../difference.ts";
import { dutyOf, dutyOfStep, placeOf } from "./duties.ts";
import { sidesOf } from "./may-act.ts";

/** The office of the partnership that vouches for somebody who has no account. */
export const vouchingOffice = "business-unit";

/** A step for which somebody without an account may be vouched for, and the level that whoever vouches says is theirs. */
export type StepToVouchFor = {
	step: StepId;
	/** Undefined for one that comes once the office sends it to whoever it names: it can name whom it vouched for. */
	open: OpenStep | undefined;
	/** The open step of the office that says whose it is; undefined for one that is open itself. */
	namedBy: StepId | undefined;
	side: Side;
	agency: string;
	level: Level;
};

/** The name under which an open step was sent to somebody whom the directory does not know; undefined where it was not. */
export function nameNotInDirectory(
	protocol: Protocol,
	{ answers }: Difference,
	{ step, open }: StepToVouchFor,
): string | undefined {
	const { namedIn } = stepOf(protocol, step);
	const named = namedIn === undefined ? undefined : answers[namedIn]?.answer;
	return open && open.person === undefined && named && typeof named === "object" && "name" in named
		? String(named.name)
		: undefined;
}

/** The sides as which the office sees a difference. */
export const sidesOfOffice = (protocol: Protocol, difference: Difference): Side[] =>
	Object.keys(difference.known).filter(
		(side) => placeOf(protocol, difference, side).office === vouchingOffice,
	);

/** The roles of a protocol that the office holds, whether or not it knows of a difference yet. */
export const rolesOfOffice = ({ roles }: Pick<Protocol, "roles">): Side[] =>
	Object.keys(roles).filter((role) => roles[role]?.office === vouchingOffice);

/** For how many days somebody may come by a link: whoever vouches chooses. */
export const daysByLink = [7, 14, 30] as const;
export type DaysByLink = (typeof daysByLink)[number];

const isOfOffice = (protocol: Protocol, difference: Difference, actor: Actor): boolean =>
	sidesOf(protocol, difference, actor).some((side) =>
		sidesOfOffice(protocol, difference).includes(side),
	) && actor.offices.includes(vouchingOffice);

/**
 * The open steps that may be given to somebody who has no account: the office vouches for whoever an agency that knows of
 * it asks to answer; whoever answers by a link themself vouches for a colleague, for what is theirs, and whoever raised it by
 * one also for what is nobody's by name on their side, such as to sign it off. What asks for a post of the agency, or is
 * only for one who was named, is not among them: nobody can vouch for that. Nor is anything while the difference is sealed:
 * whoever may know of it is named. Beside the open ones stand those that come once the office says by name whose they are.
 */
export function stepsToVouchFor(
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): StepToVouchFor[] {
	const isOffice = isOfOffice(protocol, difference, actor);
	if (difference.sealed || (!isOffice && actor.onlyIn === undefined)) return [];
	return [
		...openToVouchFor(protocol, difference, actor, isOffice),
		...(isOffice ? comingToVouchFor(protocol, difference, actor) : []),
	];
}

const openToVouchFor = (
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
	isOffice: boolean,
): StepToVouchFor[] =>
	difference.open.flatMap((open) => {
		const { by, onlyNamed } = stepOf(protocol, open.step);
		const duty = dutyOfStep(protocol, difference, open);
		const isVouchable =
			isAgencySide(by.side) &&
			by.side in difference.known &&
			duty.agency !== null &&
			duty.post === null &&
			!onlyNamed;
		const isOpenToThem =
			isOffice ||
			(isTheirs(duty, actor) && mayAnswer(duty, actor)) ||
			isLeftToRaiser(difference, open, by.side, actor);
		return isVouchable && isOpenToThem && duty.agency !== null
			? [
					{
						step: open.step,
						open,
						namedBy: undefined,
						side: by.side,
						agency: duty.agency,
						level: duty.level ?? levels[0],
					},
				]
			: [];
	});

/**
 * What is not open yet, and for which the office itself is to say by name to whom it sends it: an agency of which nobody has an
 * account is vouched for before, so that time does not run for somebody who has heard nothing.
 */
const comingToVouchFor = (
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): StepToVouchFor[] => {
	const asking = new Map(
		difference.open
			.filter((open) => {
				const duty = dutyOfStep(protocol, difference, open);
				return duty.office === vouchingOffice && mayAnswer(duty, actor);
			})
			.flatMap(({ step }) => {
				const { asks, outcomes } = stepOf(protocol, step);
				return [...asks, ...outcomes.flatMap((outcome) => outcome.asks)].map(
					(field) => [field, step] as const,
				);
			}),
	);
	return Object.values(protocol.steps).flatMap(({ id, by, namedIn, onlyNamed }) => {
		const namedBy = namedIn === undefined ? undefined : asking.get(namedIn);
		if (namedBy === undefined || onlyNamed) return [];
		if (!isAgencySide(by.side) || difference.open.some(({ step }) => step === id)) return [];
		const { agency, post, level } = dutyOf(protocol, difference, by);
		return agency === null || post !== null
			? []
			: [{ step: id, open: undefined, namedBy, side: by.side, agency, level: level ?? levels[0] }];
	});
};

/** Whether a step of the raising side is nobody's by name, and this person raised it by a link: their agency may have nobody else here. */
const isLeftToRaiser = (
	{ id, raisedBy }: Difference,
	{ person }: OpenStep,
	side: Side,
	actor: Actor,
): boolean =>
	actor.onlyIn === id && raisedBy === actor.id && side === "raising" && person === undefined;

/** Whether somebody may take a link back: the office does. */
export const mayEndLinks = isOfOffice;

/** Whether no step that is open is theirs any more who came by a link, to do or to pass on. */
export const isDone = (protocol: Protocol, difference: Difference, actor: Actor): boolean =>
	!difference.open.some(
		(open) =>
			mayAnswer(dutyOfStep(protocol, difference, open), actor) ||
			isLeftToRaiser(difference, open, stepOf(protocol, open.step).by.side, actor),
	);
