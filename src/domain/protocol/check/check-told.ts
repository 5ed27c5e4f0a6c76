import type { Faults } from "../file/faults.ts";
import {
	everyInvolved,
	isAgencySide,
	isMainSide,
	type Party,
	type Protocol,
	type Step,
	type StepId,
	slotOf,
	stepsOpenedBy,
} from "../protocol.ts";
import { type Lead, placeOf, sidesThatKnow } from "./paths.ts";

/** Nobody owes, or must attend, what they were not told of; and nobody is held to a clock of it. */
export function checkWhoWasTold(
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
	faults: Faults,
): void {
	const known = sidesThatKnow(protocol, leads, reached);
	for (const [step, sides] of known) {
		if (!reached.has(step.id) || protocol.afterwards.includes(step)) continue;
		const needed: [word: string, party: Party, isFor: string][] = [
			["by", step.by, "is for"],
			...step.attends.map((party): [string, Party, string] => [
				"attends",
				party,
				"must be attended by",
			]),
			...(step.chair && !step.attends.some(({ side }) => side === step.chair?.side)
				? [["chair", step.chair, "is chaired by"] as [string, Party, string]]
				: []),
		];
		for (const [word, party, isFor] of needed) {
			if (sides.has(party.side)) continue;
			// Who owes the step is told of once, and hears of it then.
			if (word !== "by" && party.side === step.by.side) continue;
			faults.add(
				[...placeOf(step), word],
				`The step “${step.writtenAs}” ${isFor} ${saySide(party.side)}, and on some path nothing was sent to them before it`,
				fixOfSilence(
					leadThatTellsNothing(protocol, leads, known, step, party.side, reached),
					party.side,
				),
			);
		}
	}
	for (const { id, step, by } of protocol.clocks)
		if (!step && by && !leads.some((lead) => tellsInTime(lead, by.side, id)))
			faults.add(
				["clocks", id, "by"],
				`The clock “${id}” is for ${saySide(by.side)}, and nothing tells them of it before it is over`,
				`Add “sends: { what: [], to: [${by.side}] }” to what starts it: under “raise:”, an outcome or a move`,
			);
}

/** Whether a side hears of a difference while it goes on, other than by this clock having run out. */
const tellsInTime = ({ how, at, by, tells, targets }: Lead, side: string, clock: string): boolean =>
	[...by, ...tells].includes(side) &&
	targets.some(({ go }) => go !== "end") &&
	!(how === "clock" && at[1] === clock);

const saySide = (side: string): string =>
	isMainSide(side)
		? `the ${side} agency`
		: isAgencySide(side)
			? "the agencies that are involved"
			: side;

/** The first way on that leads to a step with nobody on that side told. */
const leadThatTellsNothing = (
	protocol: Protocol,
	leads: Lead[],
	known: Map<Step, Set<string>>,
	step: Step,
	side: string,
	reached: Set<StepId>,
): Lead | undefined =>
	leads.find(
		({ from, by, tells, targets }) =>
			stepsOpenedBy(protocol, targets).includes(step) &&
			![...by, ...tells].includes(side) &&
			(from.length === 0 ||
				from.some((before) => reached.has(before.id) && !known.get(before)?.has(side))),
	);

/** Where, and how, a side that hears nothing is told. */
function fixOfSilence(lead: Lead | undefined, of: string): string {
	const side = slotOf(of) === undefined ? of : everyInvolved;
	const sends = `“sends: { what: [], to: [${side}] }”`;
	if (!lead) return `Add ${sends} to what leads here`;
	const at = lead.at
		.slice(0, -1)
		.join(" › ")
		.replace(/ › outcomes › done$/, "");
	return lead.how === "late" || lead.how === "clock"
		? `Let its silence tell them: under “${at}” write “late: { then: …, sends: { what: [], to: [${side}] } }”`
		: `Add ${sends} under “${at}”, which leads here`;
}
