import { assigneesOf, type Listed, withDeputies } from "../../people/who-answers.ts";
import type { Protocol } from "../../protocol/protocol.ts";
import type { Difference, OpenStep } from "../difference.ts";
import { dutyOfStep } from "./duties.ts";
import type { Addressee } from "./is-told.ts";
import { readersOf } from "./may-act.ts";
import { isFor, knowing as sidesThatKnow } from "./may-read.ts";
import { keepersOf } from "./may-seal.ts";

/**
 * The people of the directory who get a notification. Whoever is asked to do something may do it; whoever is to know
 * something may read it, also the deputies of somebody who is away. Nobody else is told; only somebody whom the protocol
 * copies in, or an office that sees to a breach or a seal, may hear of a difference that they cannot open. Of what is sealed
 * only those hear who may know of it.
 *
 * @param directory of the partnership, without those who have left
 */
export function recipients<Somebody extends Listed>(
	protocol: Protocol,
	difference: Difference,
	to: Addressee,
	directory: readonly Somebody[],
): Somebody[] {
	const { sealed } = difference;
	const knowing = sealed ? directory.filter(({ id }) => sealed.to.includes(id)) : directory;
	if ("duty" in to) return assigneesOf(to.duty, knowing);
	if ("copied" in to) return assigneesOf(to.copied, knowing);
	if ("keepsSeal" in to) {
		const keepers = keepersOf(protocol, difference, directory);
		return keepers.length > 0 || to.keepsSeal === "else-nobody" ? keepers : [...knowing];
	}
	if ("office" in to) {
		const holding = (office: string) => directory.filter(({ offices }) => offices.includes(office));
		const holders = holding(to.office);
		return holders.length > 0 ? holders : holding(to.else);
	}
	const person = knowing.find(({ id }) => id === to.person);
	return person
		? withDeputies(person, knowing, (one) =>
				isFor(readersOf(protocol, difference, one), {
					audience: sidesThatKnow(difference),
					keptTo: to.keptTo,
				}),
			)
		: [];
}

/**
 * The open steps that nobody is asked for because of a conflict of interest, of what people did before or of a seal:
 * without these somebody would be.
 *
 * @param directory of the partnership, without those who have left
 */
export function leftToNobody(
	protocol: Protocol,
	difference: Difference,
	directory: readonly Listed[],
): OpenStep[] {
	return difference.open.filter((open) => {
		const duty = dutyOfStep(protocol, difference, open);
		const asked = recipients(protocol, difference, { duty }, directory);
		if (asked.length > 0) return false;
		const free = { ...duty, barred: [], knownOnlyTo: undefined };
		return assigneesOf(free, directory).length > 0;
	});
}
