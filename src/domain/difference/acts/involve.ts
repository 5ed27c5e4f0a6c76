import type { Answer, Answers, NamedAgency } from "../../protocol/answers.ts";
import { fieldOf, involvedSides, type Protocol, type Side } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { type Said, said } from "../../said.ts";
import type { Transition } from "../consequences/transition.ts";
import type { Difference } from "../difference.ts";
import { sayAnyAgencyOfIt } from "../told/words.ts";
import { knowing, union } from "../who/may-read.ts";

/**
 * Whoever answers a field in which other agencies are chosen involves them: each has a side of its own from then on, in
 * the order in which they were chosen, and keeps it. One that is involved already is not chosen twice.
 *
 * @throws Refusal 'wrong-answers' | 'same-agency' | 'too-many-agencies'
 * @see protocol file, "involved"
 */
export function involve(transition: Transition, protocol: Protocol, answers: Answers): void {
	addInvolved(transition, newlyInvolved(protocol, transition.difference, answers));
}

function addInvolved(transition: Transition, agencies: [Side, string][]): void {
	const by = transition.doer;
	for (const [side, agency] of agencies)
		transition.add(
			{ type: "agency-involved", side, agency },
			union(by ? [by.side] : [], knowing(transition.difference)),
		);
}

/**
 * Where another agency was meant than one that was chosen to be involved, it has that one's side from then on: while
 * nobody there has heard of it.
 *
 * @throws Refusal 'wrong-answers' | 'same-agency' | 'too-many-agencies' | 'wrong-agency'
 */
export function involveInstead(
	transition: Transition,
	protocol: Protocol,
	{ field, was, is }: { field: string; was: Answer; is: Answer },
): void {
	if (!protocol.involved?.chosenIn.includes(field)) return;
	const { difference } = transition;
	const chosen = (answer: Answer) =>
		namedIn(protocol, { [field]: answer }).flatMap(({ agency }) =>
			"id" in agency ? agency.id : [],
		);
	const left = chosen(was).filter((agency) => !chosen(is).includes(agency));
	const sides = Object.entries(difference.involved).flatMap(([side, { agency }]) =>
		left.includes(agency) ? side : [],
	);
	const anew = newlyInvolved(protocol, difference, { [field]: is }, sides);
	if (anew.length < sides.length)
		throw new Refusal(
			"wrong-agency",
			"Choose which agency it should have been. One that was chosen cannot be taken out alone.",
		);
	addInvolved(transition, anew);
}

/** What the agencies are called that are chosen to be involved as it is raised, by the sides that they will have. */
export const agenciesChosen = (protocol: Protocol, answers: Answers): Record<Side, string> => {
	const chosen = new Map<string, string>(
		namedIn(protocol, answers).flatMap(({ agency }) =>
			"id" in agency ? [[agency.id, agency.name] as const] : [],
		),
	);
	return Object.fromEntries(
		[...chosen.values()].flatMap((name, index) => {
			const side = involvedSides(protocol)[index];
			return side === undefined ? [] : [[side, name]];
		}),
	);
};

/** Every agency that these answers name to be involved. */
const namedIn = (
	{ involved }: Protocol,
	answers: Answers,
): { field: string; agency: NamedAgency }[] =>
	(involved?.chosenIn ?? []).flatMap((field) =>
		[(answers[field] as NamedAgency | NamedAgency[] | undefined) ?? []]
			.flat()
			.map((agency) => ({ field, agency })),
	);

/**
 * The agencies that these answers involve and that were not before, by the side that each gets.
 *
 * @param free sides whose agency was not meant: they are given anew
 */
function newlyInvolved(
	protocol: Protocol,
	difference: Difference,
	answers: Answers,
	free: Side[] = [],
): [Side, string][] {
	const already = Object.entries(difference.involved).flatMap(([side, { agency }]) =>
		free.includes(side) ? [] : agency,
	);
	const chosen = namedIn(protocol, answers).map(({ field, agency }) => {
		const { label } = fieldOf(protocol, field);
		if (!("id" in agency))
			throw new Refusal(
				"wrong-answers",
				said`Choose from the list under “${label}”: “${agency.name}” is not in the directory, so it cannot be told of this here.`,
			);
		if (agency.id === difference.raisingAgency || agency.id === difference.receivingAgency)
			throw new Refusal(
				"same-agency",
				said`“${agency.name}” has a part in this already, as ${sayAnyAgencyOfIt(difference)}. Leave it out of “${label}”.`,
			);
		return agency.id;
	});
	const added = [...new Set(chosen)].filter((agency) => !already.includes(agency));
	const sides = involvedSides(protocol);
	const left = [...free, ...sides.slice(already.length + free.length)];
	if (already.length + added.length > sides.length)
		throw new Refusal("too-many-agencies", tooManyInvolved(sides.length, already.length));
	return added.map((agency, index) => [left[index] ?? "", agency]);
}

function tooManyInvolved(most: number, already: number): Said {
	const only =
		most === 1
			? said`No more than 1 other agency can be involved`
			: said`No more than ${most} other agencies can be involved`;
	if (already === 0) return said`${only}. Choose fewer.`;
	return already === 1
		? said`${only}, and 1 is already. Choose fewer.`
		: said`${only}, and ${already} are already. Choose fewer.`;
}
