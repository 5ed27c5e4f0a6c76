import { Refusal } from "../refusal.ts";
import { type Actor, answersForAgency, atLeast } from "./viewer.ts";

/**
 * Who may say that somebody is away or who stands in for them: themself, whoever answers for their agency, the Business Unit
 * and whoever keeps the partnership's people.
 */
export const mayArrangeFor = (by: Actor, person: Actor): boolean => {
	const others = arrangesFor(by);
	return (
		by.id === person.id ||
		others === "everybody" ||
		(others === "agency" && by.agencyId === person.agencyId)
	);
};

/** For whom besides themself somebody may arrange that: the people of their agency, everybody, or nobody. */
export const arrangesFor = (by: Actor): "everybody" | "agency" | "nobody" => {
	if (by.offices.includes("business-unit") || by.offices.includes("administrator"))
		return "everybody";
	return answersForAgency(by) ? "agency" : "nobody";
};

/** Who may say under which number an agency is rung when nobody is at work: whoever answers for it, the Business Unit. */
export const mayUpdateAgency = (by: Actor, agencyId: string): boolean =>
	by.offices.includes("business-unit") || (by.agencyId === agencyId && answersForAgency(by));

/** Whether two are colleagues: of the same agency, or of one of their offices. */
export const areColleagues = (one: Actor, other: Actor): boolean =>
	one.id !== other.id && (one.agencyId === other.agencyId || shareAnOffice(one, other));

const shareAnOffice = (one: Actor, other: Actor): boolean =>
	one.offices.some((office) => other.offices.includes(office));

/**
 * Whether somebody can stand in for a person: a colleague who is of a level to do what the person does. For somebody who
 * answers for their agency that is only somebody who does so, too: a practitioner signs nothing off and answers no form
 * for it. The people of an office do its work together, whatever their level is.
 */
export const mayStandIn = (deputy: Actor, person: Actor): boolean =>
	areColleagues(deputy, person) &&
	(shareAnOffice(deputy, person) || !answersForAgency(person) || answersForAgency(deputy));

/**
 * Whether standing in lets somebody do what they may not do by themself, because they are of a lower level than the
 * person: whoever chooses them must know it.
 */
export const isOfLowerLevel = (deputy: Actor, person: Actor): boolean =>
	!shareAnOffice(deputy, person) && !atLeast(deputy.level, person.level);

/** The longest absence, in days: who is away for longer hands their work over. */
export const longestAbsence = 366;

/**
 * Days on which somebody is away, checked.
 *
 * @param today ISO day
 * @throws Refusal 'ends-before' | 'in-the-past' | 'too-long'
 */
export function checkAbsence(
	{ from, until }: { from: string; until: string },
	today: string,
): void {
	if (until < from)
		throw new Refusal("ends-before", "The last day must be the first day or later.");
	if (until < today) throw new Refusal("in-the-past", "The last day must be today or later.");
	const days = Temporal.PlainDate.from(from).until(until, {
		largestUnit: "day",
	}).days;
	if (days >= longestAbsence)
		throw new Refusal(
			"too-long",
			"Enter an absence of a year or less. For longer, ask the Business Unit to hand the work over.",
		);
}
