import {
	type Actor,
	answersForAgency,
	dataProtectionOfficer,
	headOf,
	reportingOffice,
} from "../../people/viewer.ts";
import { type Protocol, reportingSide, type Side } from "../../protocol/protocol.ts";
import type { Difference } from "../difference.ts";
import { isImpartial } from "./conflicts.ts";
import { readersOf, sidesOf } from "./may-act.ts";

/**
 * Whether somebody sees to sealed differences of the whole partnership: they list them by reference, seal, name who may
 * know and take the seal off, without reading a word of them.
 */
export const keepsSeals = ({ offices }: Pick<Actor, "offices">): boolean =>
	sealKeepers.some((office) => offices.includes(office));

/** The offices that keep seals, and are told when one is broken. */
export const sealKeepers: readonly string[] = [headOf(reportingOffice), dataProtectionOfficer];

/**
 * The side for which somebody may seal a difference, say who may know of it, and take the seal off: whoever keeps seals, for
 * the office that reports; and whoever answers for the agency that raised it, while they may know of it themself. Nobody who has
 * a conflict of interest in it.
 */
export function sealsFor(
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): Side | undefined {
	const side = keepsSeals(actor)
		? (reportingSide(protocol) ?? "raising")
		: answersForAgency(actor) &&
				actor.agencyId === difference.raisingAgency &&
				(!difference.sealed || difference.sealed.to.includes(actor.id)) &&
				sidesOf(protocol, difference, actor).includes("raising")
			? "raising"
			: undefined;
	return side && isImpartial(protocol, difference, side, actor) ? side : undefined;
}

/** Whether somebody would know of a difference if it were not sealed: only they can be named, or open it in an emergency. */
export const wouldKnow = (protocol: Protocol, difference: Difference, actor: Actor): boolean =>
	readersOf(protocol, { ...difference, sealed: undefined }, actor).length > 0;

/** Whether somebody only reads a sealed difference, which they opened in an emergency: they act in nothing of it. */
export const isGuest = (
	{ sealed }: Pick<Difference, "sealed">,
	{ id }: Pick<Actor, "id">,
): boolean => sealed !== undefined && !sealed.to.includes(id);

/** Whether somebody may open a difference in an emergency: it is sealed from them, and they would know of it otherwise. */
export const mayBreakGlass = (protocol: Protocol, difference: Difference, actor: Actor): boolean =>
	isGuest(difference, actor) &&
	actor.onlyIn === undefined &&
	wouldKnow(protocol, difference, actor);
