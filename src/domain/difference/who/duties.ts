import type { Duty, Seat } from "../../people/who-answers.ts";
import {
	isAgencySide,
	type Party,
	type Protocol,
	roleOf,
	type Side,
	type Step,
	stepOf,
} from "../../protocol/protocol.ts";
import { type Difference, type Header, lastDone, type OpenStep } from "../difference.ts";

type Agencies = Pick<Header, "raisingAgency" | "receivingAgency">;

/** The agency of a side; null for an office of the partnership. */
export const agencyOf = (
	{ raisingAgency, receivingAgency }: Agencies,
	side: Side,
): string | null =>
	side === "raising" ? raisingAgency : side === "receiving" ? receivingAgency : null;

/** A side as a place that people are of, whatever their level. */
export const placeOf = (
	protocol: Protocol,
	difference: Agencies,
	side: Side,
): Pick<Seat, "agency" | "office"> => ({
	agency: agencyOf(difference, side),
	office: isAgencySide(side) ? null : (protocol.roles[side]?.office ?? null),
});

/** The place that a party fills in a difference. */
export function seatOf(protocol: Protocol, difference: Agencies, party: Party): Seat {
	const { office, level, post, proxy } = roleOf(protocol, party);
	return {
		agency: office === undefined ? agencyOf(difference, party.side) : null,
		office: office ?? null,
		level: level ?? null,
		post: post ?? null,
		proxy: proxy === true,
	};
}

/** What a party owes in a difference, when it was given to nobody and nobody is barred from it. */
export const dutyOf = (protocol: Protocol, difference: Difference, party: Party): Duty => ({
	...seatOf(protocol, difference, party),
	person: null,
	named: namedIn(difference),
	barred: [],
});

/** An open step, as what somebody owes. */
export function dutyOfStep(protocol: Protocol, difference: Difference, open: OpenStep): Duty {
	const step = stepOf(protocol, open.step);
	return {
		...dutyOf(protocol, difference, step.by),
		person: open.person ?? null,
		barred: barredFrom(difference, step),
	};
}

/** People named in a difference, or who acted in it. */
export const namedIn = ({ people }: Pick<Difference, "people">): string[] => Object.keys(people);

/**
 * The people from whom the protocol takes a step because of what they did before. Of a step that came round again only
 * the last doer counts: two people stand behind what is signed.
 */
export const barredFrom = (difference: Difference, step: Step): string[] =>
	step.notBy === "everyone-before"
		? Object.entries(difference.people)
				.filter(([, side]) => side !== step.by.side)
				.map(([person]) => person)
		: step.notBy.flatMap((before) => lastDone(difference, before)?.by.person ?? []);
