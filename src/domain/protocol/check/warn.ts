import type { Faults } from "../file/faults.ts";
import {
	type Ending,
	isAgencySide,
	isAside,
	isMainSide,
	type Move,
	type Party,
	type Protocol,
	type Side,
	type Step,
	stepsOpenedBy,
	type Target,
} from "../protocol.ts";
import { warnOfWelsh } from "./check-welsh.ts";
import { type Lead, leadsOf, onlyStays, placeOf, reachable } from "./paths.ts";

/**
 * What is no fault, for the protocol runs with it, and still to be thought about: where the silence, the absence or the
 * refusal of one side leaves the others nothing but to give up, and a role that nobody has a use for; and Welsh that is
 * never shown. Run on a protocol
 * without faults.
 */
export function warn(protocol: Protocol, warnings: Faults): void {
	const leads = leadsOf(protocol);
	const { steps: reached } = reachable(protocol, leads);
	const ways = waysOn(protocol, leads);
	for (const step of Object.values(protocol.steps))
		if (reached.has(step.id) && !isAside(step)) {
			warnOfSilence(protocol, ways, step, warnings);
			warnOfAbsence(protocol, ways, step, warnings);
			warnOfRefusal(protocol, step, warnings);
		}
	for (const role of unusedRoles(protocol))
		warnings.add(
			["roles", role],
			`Nothing in this file is for “${role}”`,
			"Take the role out, or name it where it has a part",
		);
	warnOfWelsh(protocol, warnings);
}

/** Who raised it can take it back; whoever has the last word has nobody above them. */
function warnOfSilence(protocol: Protocol, ways: WaysOn, step: Step, warnings: Faults): void {
	const { side } = step.by;
	// A letter tells what was decided: nothing waits for it but the end.
	const hasTheLastWord = !isAgencySide(side) && ["decision", "letter"].includes(step.kind);
	if (side === "raising" || hasTheLastWord || onlyStays(step)) return;
	if (goesOnWithout(protocol, ways, step, side)) return;
	warnings.add(
		placeOf(step),
		`If ${sayParty(step.by)} never does “${step.writtenAs}”, the others can do nothing but give up`,
		`Say where silence leads, with “due: { within: …, late: … }”, or give another side a move with “while: [${step.stage}.${step.writtenAs}]”`,
	);
}

/** A meeting counts as held only when all of those were there. */
function warnOfAbsence(protocol: Protocol, ways: WaysOn, step: Step, warnings: Faults): void {
	const absent = step.attends.find(({ side }) => side !== step.by.side);
	if (!absent || step.outcomes.some(({ blank }) => blank)) return;
	if (goesOnWithout(protocol, ways, step, absent.side)) return;
	warnings.add(
		[...placeOf(step), "attends"],
		`If ${sayParty(absent)} does not come, “${step.writtenAs}” cannot be recorded, and nobody can go on but by giving up`,
		`Add an outcome for that: “did-not-take-place: { blank: true, then: ${step.writtenAs} }”, or one that leads further`,
	);
}

function warnOfRefusal(protocol: Protocol, step: Step, warnings: Faults): void {
	if (step.by.side !== "receiving") return;
	for (const { id, leadsTo } of step.outcomes)
		for (const target of leadsTo) {
			const ending = target.go === "end" ? protocol.endings[target.ending] : undefined;
			if (!ending || !givesUp(ending)) continue;
			const isReopened = protocol.moves.some(({ while: when }) =>
				when.some((each) => "ending" in each && each.ending === ending.id),
			);
			if (isReopened) continue;
			warnings.add(
				[...placeOf(step), "outcomes", id, "then"],
				`With “${id}” ${sayParty(step.by)} ends it alone, and the raising agency can do nothing but give up`,
				"Lead to a step of the raising agency, or to whoever decides between the two",
			);
		}
}

/** What leads on while a step is owed, and the steps that are opened together with it. */
type WaysOn = { during: Map<Step, Lead[]>; together: Map<Step, Set<Step>> };

function waysOn(protocol: Protocol, leads: Lead[]): WaysOn {
	const during: WaysOn["during"] = new Map();
	const together: WaysOn["together"] = new Map();
	for (const lead of leads) {
		if (lead.how !== "outcome" && lead.how !== "nobody")
			for (const step of lead.from) {
				const known = during.get(step);
				if (known) known.push(lead);
				else during.set(step, [lead]);
			}
		const opened = stepsOpenedBy(protocol, lead.targets).filter((step) => !isAside(step));
		if (opened.length > 1)
			for (const step of opened)
				together.set(step, new Set([...(together.get(step) ?? []), ...opened]));
	}
	return { during, together };
}

/** Whether it can go on although this side does nothing: by time alone, or by what another side may do meanwhile. */
const goesOnWithout = (
	protocol: Protocol,
	{ during, together }: WaysOn,
	step: Step,
	side: Side,
): boolean =>
	(during.get(step) ?? []).some(({ how, at, targets }) => {
		const move = how === "move" ? protocol.moves.find(({ id }) => id === at[1]) : undefined;
		return (
			(!move || mayBeMadeWithout(protocol, move, step, side)) &&
			targets.some((target) => leadsFurther(protocol, step, side, target))
		);
	}) ||
	[...(together.get(step) ?? [])].some(
		(other) =>
			other !== step &&
			other.by.side !== side &&
			other.outcomes.some(
				({ whenDone, leadsTo }) =>
					!whenDone.includes(step.id) &&
					leadsTo.some((target) => leadsFurther(protocol, step, side, target)),
			),
	);

const mayBeMadeWithout = ({ clocks }: Protocol, move: Move, step: Step, side: Side): boolean =>
	move.by.some((party) => party.side !== side) &&
	(!move.whenLate || clocks.some((clock) => clock.step === step.id));

/** Whether a target is more than the same side again, a step that leads nowhere, or the end of the matter. */
function leadsFurther(protocol: Protocol, from: Step, side: Side, target: Target): boolean {
	if (target.go === "end") {
		const ending = protocol.endings[target.ending];
		return ending !== undefined && !givesUp(ending) && ending.is !== "resolved";
	}
	return stepsOpenedBy(protocol, [target]).some(
		(step) =>
			step !== from && !onlyStays(step) && (step.by.side !== side || step.stage !== from.stage),
	);
}

/** What was asked for the child was neither agreed nor decided. */
const givesUp = ({ is, handsOff }: Ending): boolean =>
	!handsOff && ["withdrawn", "not-agreed", "not-justified", "closed"].includes(is ?? "");

/** Roles that no word of the file names. */
function unusedRoles({ roles, ...protocol }: Protocol): string[] {
	const used = new Set<string>();
	/** @param word under which it stands */
	function look(value: unknown, word: string): void {
		if (typeof value === "string") {
			if (wordsForWhom.includes(word)) for (const name of value.split(" ")) used.add(name);
		} else if (Array.isArray(value)) for (const each of value) look(each, word);
		else if (typeof value === "object" && value !== null)
			for (const [inner, each] of Object.entries(value)) look(each, inner);
	}
	look(protocol, "");
	return Object.keys(roles).filter((role) => !used.has(role));
}

/** Under these a protocol names sides and roles; elsewhere it names other things, or speaks. */
const wordsForWhom = ["side", "role", "by", "to", "of", "each"];

const sayParty = ({ side, role }: Party): string =>
	isMainSide(side)
		? `the ${side} ${role}`
		: isAgencySide(side)
			? `the ${role} of an agency that is involved`
			: side;
