import type { Condition } from "./condition.ts";
import type { Protocol } from "./protocol.ts";

const known = new WeakMap<object, ReadonlySet<string>>();

/**
 * The fields whose answers decide who does what: by which of them a step is owed, something is sent or a question is
 * asked. Words that only read otherwise in a case are not among them, nor is how long a clock runs.
 */
export function fieldsThatDecide(protocol: Protocol): ReadonlySet<string> {
	const before = known.get(protocol);
	if (before) return before;
	const found = new Set<string>();
	const { steps, moves, raise, clocks, forms } = protocol;
	collect([steps, moves, raise, clocks, forms], found);
	known.set(protocol, found);
	return found;
}

function collect(part: unknown, found: Set<string>): void {
	if (typeof part !== "object" || part === null) return;
	for (const [word, value] of Object.entries(part)) {
		if (word === "inCase") continue;
		if (word === "when") note(value, found);
		else if (word === "askedIf" || word === "toIf")
			for (const condition of Object.values(value ?? {})) note(condition as Condition, found);
		else collect(value, found);
	}
}

const note = (condition: Condition | undefined, found: Set<string>): void => {
	for (const field of Object.keys(condition ?? {})) found.add(field);
};
