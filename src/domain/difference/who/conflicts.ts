/**
 * Conflicts of interest: who does not act in a difference although their role would let them, and why. It holds under
 * every protocol, beside what a protocol itself says with `not-by`; duties.ts makes of both what bars somebody.
 */
import type { Actor } from "../../people/viewer.ts";
import { answersForAgency } from "../../people/viewer.ts";
import { peopleNamedIn } from "../../protocol/answers.ts";
import { isAgencySide, type Protocol, type Side, type Step } from "../../protocol/protocol.ts";
import type { Difference } from "../difference.ts";

/**
 * Why somebody does not act: they or another declared a conflict; the decision that is challenged is theirs; or they are
 * named on the side of an agency, or acted for one, and would now act for an office of the partnership.
 */
export type Conflict = "declared" | "their-decision" | "named";

type Asked = Pick<Difference, "conflicts" | "people" | "answers">;

/** What weighs one side against another: nobody whose decision is challenged does it, for whichever side. */
const weighs: readonly Step["kind"][] = ["forward", "sign-off", "judgement", "decision"];

/** The people whose decision a difference challenges, as the fields that say so name them. */
export const whoseDecision = (
	{ fields }: Pick<Protocol, "fields">,
	{ answers }: Pick<Difference, "answers">,
): string[] =>
	Object.entries(answers).flatMap(([id, { answer }]) => {
		const field = fields[id];
		return field?.type === "person" && field["whose-decision"] ? peopleNamedIn(field, answer) : [];
	});

/**
 * The people who do not act for a side, each with why. What was declared keeps somebody from every step; a decision of
 * their own that is challenged, from what weighs it; and both that and being named on an agency's side, from all that an
 * office does.
 *
 * @param kind of the step that is owed; left out for what is no step
 */
export function conflictsOn(
	protocol: Pick<Protocol, "fields">,
	difference: Asked,
	side: Side,
	kind?: Step["kind"],
): Map<string, Conflict> {
	const found = new Map<string, Conflict>();
	const isOffices = !isAgencySide(side);
	if (isOffices)
		for (const [person, theirs] of Object.entries(difference.people))
			if (isAgencySide(theirs)) found.set(person, "named");
	if (isOffices || (kind && weighs.includes(kind)))
		for (const person of whoseDecision(protocol, difference)) found.set(person, "their-decision");
	for (const person of Object.keys(difference.conflicts)) found.set(person, "declared");
	return found;
}

/**
 * What keeps somebody from saying for a side who else acts in a difference and who may know of it: nobody with a conflict of
 * their own, nor whose decision is challenged, chooses who judges that.
 */
export const conflictOfChooser = (
	protocol: Pick<Protocol, "fields">,
	difference: Asked,
	side: Side,
	{ id }: Pick<Actor, "id">,
): Conflict | undefined => conflictsOn(protocol, difference, side, "decision").get(id);

/**
 * Whether somebody may say of another, or of themself, that they have a conflict: anybody who knows of the difference says
 * it of themself; of others an office does, and of its own people whoever answers for an agency, who has none themself. They
 * take it back alike, but nobody takes back what another said of them.
 *
 * @param sides on which they know of it @param of whom it is about
 */
export function mayDeclare(
	protocol: Pick<Protocol, "fields">,
	difference: Asked,
	sides: readonly Side[],
	actor: Actor,
	of: Pick<Actor, "id" | "agencyId">,
): boolean {
	if (sides.length === 0 || actor.onlyIn !== undefined) return false;
	if (actor.id === of.id) {
		const by = difference.conflicts[of.id]?.by?.person;
		return by === undefined || by === actor.id;
	}
	return sidesToDeclareFor(sides, actor, of).some(
		(side) => !conflictOfChooser(protocol, difference, side, actor),
	);
}

/** What keeps somebody from saying of another that they have a conflict, where it would be theirs to say. */
export const keptFromDeclaring = (
	protocol: Pick<Protocol, "fields">,
	difference: Asked,
	sides: readonly Side[],
	actor: Actor,
	of: Pick<Actor, "id" | "agencyId">,
): Conflict | undefined =>
	mayDeclare(protocol, difference, sides, actor, of) || actor.id === of.id
		? undefined
		: sidesToDeclareFor(sides, actor, of)
				.map((side) => conflictOfChooser(protocol, difference, side, actor))
				.find((conflict) => conflict !== undefined);

/** The sides for which somebody says of another that they have a conflict: an office’s, and that of the agency of both. */
const sidesToDeclareFor = (
	sides: readonly Side[],
	actor: Actor,
	of: Pick<Actor, "agencyId">,
): Side[] =>
	sides.filter(
		(side) => !isAgencySide(side) || (answersForAgency(actor) && actor.agencyId === of.agencyId),
	);
