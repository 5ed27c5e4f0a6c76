import type { Faults } from "../file/faults.ts";
import {
	afterwards,
	fieldOf,
	type Protocol,
	type Step,
	type StepId,
	slotOf,
	stepsOpenedBy,
	waysOf,
	withNobody,
} from "../protocol.ts";
import {
	fieldsAskedBefore,
	isChoosing,
	isForInvolvedAlone,
	type Lead,
	placeOf,
	reachableFrom,
} from "./paths.ts";

/**
 * Agencies that are involved besides the two: they are chosen before they owe anything, whoever is chosen hears of it, and
 * it goes on where none was chosen.
 */
export function checkInvolved(
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
	asked: Set<string>,
	faults: Faults,
): void {
	const { involved } = protocol;
	if (!involved) return;
	for (const [index, field] of involved.chosenIn.entries())
		if (!asked.has(field))
			faults.add(
				["involved", "chosen-in", index],
				`Nobody is asked for “${field}”, so no agency can be chosen in it`,
				`Add “${field}” to the “asks:” of a way to begin, a step or a move, or take it out here`,
			);
	if (![...leads.flatMap(({ tells }) => tells), ...copied(protocol)].some((side) => slotOf(side)))
		faults.add(
			["involved"],
			"Nothing is ever sent or copied to the agencies that are involved, so they never hear of it",
			"Send something “to: [involved]”, or add a copy “to: involved …”",
		);
	const owed = Object.values(protocol.steps).filter(
		({ id, by }) => reached.has(id) && slotOf(by.side) !== undefined,
	);
	const later = chosenBefore(protocol, leads);
	const known = fieldsAskedBefore(protocol, leads, reached);
	for (const step of owed) checkStep(protocol, step, { later, known }, faults);
	for (const lead of leads)
		if (
			owed.length > 0 &&
			lead.how !== "start" &&
			isChoosing(protocol, lead) &&
			stepsOpenedBy(protocol, lead.targets).length === 0 &&
			lead.targets.some(({ go }) => go === "stay") &&
			!lead.tells.some((side) => slotOf(side))
		)
			faults.add(
				lead.at.slice(0, -1),
				"Whoever is chosen to be involved here hears nothing of it",
				"Add “sends: { what: [], to: [involved] }”, or a copy “to: involved …” with “sees: outcome”",
			);
}

const copied = (protocol: Protocol): string[] =>
	[
		...waysOf(protocol),
		...Object.values(protocol.steps).flatMap(({ outcomes }) => outcomes),
		...protocol.moves.flatMap(({ outcomes }) => outcomes),
	].flatMap(({ copies }) => copies.map(({ to }) => to.side));

function checkStep(
	protocol: Protocol,
	step: Step,
	before: { later: Set<StepId>; known: Map<Step, Set<string>> },
	faults: Faults,
): void {
	const { agencyIn, writtenAs } = step;
	if (agencyIn === undefined) {
		if (!before.later.has(step.id))
			faults.add(
				[...placeOf(step), "by"],
				`“${writtenAs}” is for agencies that are involved, before any can have been chosen`,
				`Ask for “${protocol.involved?.chosenIn[0]}” in what leads here`,
			);
	} else if (
		fieldOf(protocol, agencyIn).optional ||
		(step.stage !== afterwards && !before.known.get(step)?.has(agencyIn))
	)
		faults.add(
			[...placeOf(step), "agency-in"],
			`On some path nobody has answered “${agencyIn}” before “${writtenAs}” is owed, so nobody owes it`,
			`Ask “${agencyIn}” in everything that leads here, and take “optional:” out of it`,
		);
	if (agencyIn === undefined && isForInvolvedAlone(protocol, step) && !withNobody(step))
		faults.add(
			[...placeOf(step), "outcomes"],
			`Where no agency was chosen nobody does “${writtenAs}”, and its outcomes lead to different places`,
			"Let all of them lead to one place, such as a judgement, or add “counts: true” to the one that somebody must say",
		);
}

/** Steps that may come to be owed once agencies can have been chosen. */
function chosenBefore(protocol: Protocol, leads: Lead[]): Set<StepId> {
	const choosing = leads.filter((lead) => isChoosing(protocol, lead));
	return reachableFrom(
		protocol,
		leads,
		choosing.flatMap(({ targets, from, how }) => [
			targets,
			...(how === "start" ? [] : from.map(({ id }) => [{ go: "step" as const, step: id }])),
		]),
	).steps;
}
