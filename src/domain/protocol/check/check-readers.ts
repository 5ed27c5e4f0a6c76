/**
 * Whether everybody may read what they are to take part in: where a stage or a step is not for some to read, and where
 * each of a pool reads only what they are given.
 */
import { atLeast, levels } from "../../people/viewer.ts";
import type { Faults } from "../file/faults.ts";
import {
	type Copy,
	everyInvolved,
	isAgencySide,
	type KeptTo,
	type Move,
	type Party,
	type Protocol,
	roleOf,
	type Step,
	sayParty,
	stageOf,
	stepOf,
	writtenParty,
} from "../protocol.ts";
import { placeOf } from "./paths.ts";

export function checkReaders(protocol: Protocol, faults: Faults): void {
	for (const step of Object.values(protocol.steps)) {
		checkTakePart(protocol, step, faults);
		checkPool(protocol, step, faults);
	}
	for (const move of protocol.moves) checkMakers(protocol, move, faults);
	for (const [id, { givenBy, office }] of Object.entries(protocol.roles)) {
		const giver = givenBy === undefined ? undefined : protocol.roles[givenBy];
		if (giver && (giver.office === undefined || giver.office === office))
			faults.add(
				["roles", id, "given-by"],
				`“${givenBy}” ${giver.office === undefined ? "is a level inside an agency" : "is this very office"}, and what a pool reads is given to it by another office`,
				"Name another role with an “office:”, such as the Business Unit",
			);
	}
	for (const { id, step, by } of protocol.clocks)
		if (by && step === undefined && isPool(protocol, by))
			faults.add(
				["clocks", id, "by"],
				`The clock “${id}” is for ${sayParty(protocol, by)}, and each of them reads only what they are given`,
				"Name somebody else who sees to it, or “of:” with the steps whose date it is",
			);
}

/**
 * Whether a party is of those who read something. Posts may be of people of any level: of these only those who answer for
 * their agency count on reading it, as managers do.
 */
const reads = (protocol: Protocol, keptTo: KeptTo, party: Party): boolean => {
	const from = keptTo[party.side];
	const { level: rank } = roleOf(protocol, party);
	if (!from || rank === undefined) return true;
	const { level, posts } = rank;
	return from === "manager"
		? level !== "practitioner"
		: level !== null && posts.length === 0 && atLeast(level, from);
};

/** Whoever does a step, takes part in it or hears of it may read it. */
function checkTakePart(protocol: Protocol, step: Step, faults: Faults): void {
	const path = placeOf(step);
	const named = protocol.fields[step.namedIn ?? ""];
	const of = named?.type === "person" ? partyOf(protocol, named.of, step) : undefined;
	const parts: [at: string[], party: Party, what: string][] = [
		[[...path, "by"], step.by, "does this"],
		...(step.with
			? [[[...path, "with"], step.with, "is in this"] as [string[], Party, string]]
			: []),
		...(step.chair
			? [[[...path, "chair"], step.chair, "chairs this"] as [string[], Party, string]]
			: []),
		...step.attends.map((party): [string[], Party, string] => [
			[...path, "attends"],
			party,
			"attends this",
		]),
		...step.consults.map((party): [string[], Party, string] => [
			[...path, "consults"],
			party,
			"is consulted on this",
		]),
		...(of
			? [[[...path, "named-in"], of, "is named to do this"] as [string[], Party, string]]
			: []),
		...step.outcomes.flatMap(({ id, copies }) =>
			copies.map(({ to }: Copy): [string[], Party, string] => [
				[...path, "outcomes", id, "copies"],
				to,
				"is copied in here",
			]),
		),
	];
	for (const [at, party, what] of parts)
		if (!reads(protocol, step.keptTo, party))
			faults.add(
				at,
				`“${writtenParty(party)}” ${what}, and “not-read-by:” keeps “${step.writtenAs}” from them`,
				"Name somebody of a higher level, or take them out of “not-read-by:” of the stage or the step",
			);
	if (step.namedIn === "raised-by" && !reads(protocol, step.keptTo, raiserAtLeast(protocol)))
		faults.add(
			[...path, "named-in"],
			`Whoever raised it is to do this, and “not-read-by:” keeps “${step.writtenAs}” from some of them`,
			"Name somebody else, or take them out of “not-read-by:” of the stage or the step",
		);
}

/** The lowest role that raises. */
function raiserAtLeast(protocol: Protocol): Party {
	const [lowest = ""] = protocol.raise.by.toSorted(
		(a, b) => rankOf(protocol, a) - rankOf(protocol, b),
	);
	return { side: "raising", role: lowest };
}

const rankOf = (protocol: Protocol, role: string): number => {
	const level = protocol.roles[role]?.level?.level ?? null;
	return level === null ? levels.length : levels.indexOf(level);
};

/** The party of a question for a person, where it names one of an agency; of all involved that whose step it is. */
function partyOf(protocol: Protocol, said: string, { by }: Step): Party | undefined {
	const [side = "", role = ""] = said.split(" ");
	return isAgencySide(side) && protocol.roles[role]?.level !== undefined
		? { side: side === everyInvolved ? by.side : side, role }
		: undefined;
}

/** Wherever a move may be made, somebody who makes it may read where it stands. */
function checkMakers(protocol: Protocol, move: Move, faults: Faults): void {
	for (const when of move.while) {
		if ("ending" in when) continue;
		const keptTo =
			"step" in when
				? stepOf(protocol, when.step).keptTo
				: (stageOf(protocol, when.stage)?.keptTo ?? {});
		if (move.by.some((party) => reads(protocol, keptTo, party))) continue;
		faults.add(
			["moves", move.id, "by"],
			`During “${"step" in when ? when.step : when.stage}” nobody could make this move: “not-read-by:” keeps it from all who make it`,
			"Add somebody of a higher level under “by:”, or take the place out of “while:”",
		);
	}
}

const isPool = (protocol: Protocol, party: Party): boolean =>
	roleOf(protocol, party).givenBy !== undefined;

/** What a pool owes is given to one of it, and whoever gives it may read it: they give it to another when that person is gone. */
function checkPool(protocol: Protocol, step: Step, faults: Faults): void {
	const { givenBy } = roleOf(protocol, step.by);
	if (givenBy === undefined) return;
	const path = placeOf(step);
	const { namedIn } = step;
	if (namedIn === undefined || namedIn === "raised-by") {
		faults.add(
			[...path, namedIn ? "named-in" : "by"],
			`“${step.writtenAs}” is for ${sayParty(protocol, step.by)}, and does not say which of them`,
			`Add “named-in:” with a field in which the ${protocol.roles[givenBy]?.called ?? givenBy} names one of them`,
		);
		return;
	}
	if (step.private || step.kind === "discussion" || step.kind === "note")
		faults.add(
			[...path, step.private ? "private" : "kind"],
			`Only the one who is given “${step.writtenAs}” could read it, and nobody could take it over`,
			step.private ? "Take “private:” out" : "Write another kind, such as “meeting” or “task”",
		);
	const asks = [
		...Object.values(protocol.steps).flatMap(({ by, asks, outcomes }) =>
			by.side === givenBy ? [asks, ...outcomes.map((each) => each.asks)] : [],
		),
		...protocol.moves.flatMap(({ by, asks, outcomes }) =>
			by.some(({ side }) => side === givenBy) ? [asks, ...outcomes.map((each) => each.asks)] : [],
		),
	];
	if (!asks.flat().includes(namedIn))
		faults.add(
			[...path, "named-in"],
			`The ${protocol.roles[givenBy]?.called ?? givenBy} gives “${step.writtenAs}” to one of a pool, and is never asked for “${namedIn}”`,
			`Add “${namedIn}” to the “asks:” of a step or a move of the ${protocol.roles[givenBy]?.called ?? givenBy}`,
		);
}
