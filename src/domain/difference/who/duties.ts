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
import type { Difference, Header, OpenStep } from "../difference.ts";

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
		onlyTheirs: step.onlyNamed,
		barred: barredFrom(difference, step),
	};
}

/** People named in a difference, or who acted in it. */
export const namedIn = ({ people }: Pick<Difference, "people">): string[] => Object.keys(people);

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
					done.flatMap((each) => (each.step === before ? each.by.person : [])),
				),
			),
		];
	const otherSides = Object.entries(people).flatMap(([person, side]) =>
		side === step.by.side ? [] : person,
	);
	const ownSide = [...done.filter((each) => each.step !== step.id), ...moves].map(
		({ by }) => by.person,
	);
	return [...new Set([...otherSides, ...ownSide])];
}
