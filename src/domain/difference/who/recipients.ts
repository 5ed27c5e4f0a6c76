import { assigneesOf, type Listed, withDeputies } from "../../people/who-answers.ts";
import type { Protocol } from "../../protocol/protocol.ts";
import type { Difference } from "../difference.ts";
import type { Addressee } from "./is-told.ts";
import { readersOf } from "./may-act.ts";
import { isFor, knowing } from "./may-read.ts";

/**
 * The people of the directory who get a notification. Whoever is asked to do something may do it; whoever is to know
 * something may read it, also the deputies of somebody who is away. Nobody else is told; only somebody whom the protocol
 * copies in may hear of a difference that they cannot open.
 *
 * @param directory of the partnership, without those who have left
 */
export function recipients<Somebody extends Listed>(
	protocol: Protocol,
	difference: Difference,
	to: Addressee,
	directory: readonly Somebody[],
): Somebody[] {
	if ("duty" in to) return assigneesOf(to.duty, directory);
	if ("copied" in to) return assigneesOf(to.copied, directory);
	const person = directory.find(({ id }) => id === to.person);
	return person
		? withDeputies(person, directory, (one) =>
				isFor(readersOf(protocol, difference, one), {
					audience: knowing(difference),
					keptTo: to.keptTo,
				}),
			)
		: [];
}
