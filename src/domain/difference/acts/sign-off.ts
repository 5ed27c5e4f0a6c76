import type { Protocol } from "../../protocol/protocol.ts";
import type { RecordedEvent } from "../difference.ts";

/**
 * What a sign-off signs: the act in which the part was last submitted, and what was put right in it since. One that sends it back
 * signs nothing.
 *
 * @param entries the record, with the sign-off and what may follow it
 * @returns numbers of acts; none where `entry` is no sign-off
 */
export function actsSigned(
	protocol: Protocol,
	entries: readonly RecordedEvent[],
	entry: RecordedEvent,
): number[] {
	if (entry.type !== "step-done") return [];
	const step = protocol.steps[entry.step];
	const outcome = step?.outcomes.find(({ id }) => id === entry.outcome);
	if (!step?.of || outcome?.leadsTo.some((to) => to.go === "step" && to.step === step.of))
		return [];
	const submitted = entries.findLast(
		(before) => before.type === "step-done" && before.step === step.of && before.seq < entry.seq,
	);
	if (!submitted) return [];
	const corrections = entries.filter(
		(each) => each.type === "corrected" && each.corrects === submitted.seq && each.seq < entry.seq,
	);
	return [submitted, ...corrections].map(({ seq }) => seq);
}
