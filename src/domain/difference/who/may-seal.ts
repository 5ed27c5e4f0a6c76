import {
	type Actor,
	answersForAgency,
	dataProtectionOfficer,
	headOf,
	reportingOffice,
} from "../../people/viewer.ts";
import { isAgencySide, type Protocol, reportingSide, type Side } from "../../protocol/protocol.ts";
import { type Difference, type RecordedEvent, replay } from "../difference.ts";
import { type Conflict, conflictOfChooser } from "./conflicts.ts";
import { readersOf, sidesOf } from "./may-act.ts";
import { entriesFor } from "./may-read.ts";

/**
 * Whether somebody sees to sealed differences of the whole partnership: they list them by reference, seal, name who may
 * know and take the seal off, without reading a word of them.
 */
export const keepsSeals = ({ offices }: Pick<Actor, "offices">): boolean =>
	sealKeepers.some((office) => offices.includes(office));

const sealKeepers: readonly string[] = [headOf(reportingOffice), dataProtectionOfficer];

/** The office that keeps a seal where nobody is left who does: it looks after who holds which office anyway. */
const lastKeepers = "administrator";

/** Whether somebody may be the one who keeps a seal where none of those is left who keep all of them. */
export const isLastKeeper = ({ offices }: Pick<Actor, "offices">): boolean =>
	offices.includes(lastKeepers);

type Holder = Pick<Actor, "id" | "offices"> & { away?: unknown };

/**
 * The people who keep the seal of one difference, and are told when it is broken: those who keep all seals and have no conflict
 * of interest in it, nor opened it themself in an emergency. Where none of these is there, whoever administers and has
 * none keeps it too.
 *
 * @param directory of the partnership, without those who have left
 */
export function keepersOf<Somebody extends Holder>(
	protocol: Protocol,
	difference: Difference,
	directory: readonly Somebody[],
): Somebody[] {
	const side = sideOfKeepers(protocol);
	const fit = directory.filter((one) => keptFrom(protocol, difference, side, one) === undefined);
	const keepers = fit.filter(keepsSeals);
	return keepers.some(({ away }) => !away)
		? keepers
		: fit.filter((one) => keepsSeals(one) || isLastKeeper(one));
}

const sideOfKeepers = (protocol: Protocol): Side => reportingSide(protocol) ?? "raising";

/** What keeps somebody from a seal that would be theirs to see to. `opened`: they broke it, and would keep it for an office. */
export type KeptFromSeal = Conflict | "opened";

function keptFrom(
	protocol: Protocol,
	difference: Difference,
	side: Side,
	actor: Pick<Actor, "id">,
): KeptFromSeal | undefined {
	const { sealed, glassBroken } = difference;
	const hasOpened = sealed && glassBroken.some(({ person }) => person === actor.id);
	return (
		conflictOfChooser(protocol, difference, side, actor) ??
		(hasOpened && !isAgencySide(side) ? "opened" : undefined)
	);
}

/**
 * The side for which somebody may seal a difference, say who may know of it, and take the seal off: whoever keeps its seal, for
 * the office that reports; and whoever answers for the agency that raised it, while they may know of it themself. Nobody who has
 * a conflict of interest in it.
 */
export function sealsFor(
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): Side | undefined {
	const side = wouldSealFor(protocol, difference, actor);
	return side && !keptFrom(protocol, difference, side, actor) ? side : undefined;
}

/** What keeps somebody from a seal that would be theirs; undefined for whoever sees to it, and for whoever never would. */
export function keptFromSeal(
	protocol: Protocol,
	difference: Difference,
	actor: Actor,
): KeptFromSeal | undefined {
	const side = wouldSealFor(protocol, difference, actor);
	return side === undefined ? undefined : keptFrom(protocol, difference, side, actor);
}

/**
 * The same as far as they may know why: `part` where what they may read of the difference, if anything, does not say so.
 *
 * @param entries the whole record
 */
export function knownKeptFromSeal(
	protocol: Protocol,
	difference: Difference,
	entries: RecordedEvent[],
	actor: Actor,
): KeptFromSeal | "part" | undefined {
	const because = keptFromSeal(protocol, difference, actor);
	// What they did themself they know.
	if (because === undefined || because === "opened") return because;
	const read = entriesFor(entries, readersOf(protocol, difference, actor));
	const side = wouldSealFor(protocol, difference, actor) ?? "";
	const seen = keptFrom(protocol, replay(protocol, difference, read), side, actor);
	return seen === because ? because : "part";
}

/** The side for which they would, if nothing kept them from it. */
function wouldSealFor(protocol: Protocol, difference: Difference, actor: Actor): Side | undefined {
	if (keepsSeals(actor)) return sideOfKeepers(protocol);
	const answersForRaising =
		answersForAgency(actor) &&
		actor.agencyId === difference.raisingAgency &&
		(!difference.sealed || difference.sealed.to.includes(actor.id)) &&
		sidesOf(protocol, difference, actor).includes("raising");
	if (answersForRaising) return "raising";
	const { sealKeepers } = actor;
	return sealKeepers &&
		isLastKeeper(actor) &&
		keepersOf(protocol, difference, sealKeepers).every(({ away }) => away)
		? sideOfKeepers(protocol)
		: undefined;
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
