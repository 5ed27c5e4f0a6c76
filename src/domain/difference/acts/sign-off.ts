import type { Protocol } from "../../protocol/protocol.ts";
import type { RecordedEvent } from "../difference.ts";
import type { Signed } from "../events.ts";

/**
 * What a sign-off signs: the act in which the part was last submitted, and what was put right in it since. One that sends it back
 * signs nothing.
 *
 * @param entries the record up to the sign-off
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

/**
 * The entries of an act, the sign-offs among them with the hash of exactly what they sign.
 *
 * @param before the record before them
 * @param hashOf the SHA-256 of an act as it was submitted; undefined for one that is not in the record yet
 */
export async function withSignatures(
	protocol: Protocol,
	before: readonly RecordedEvent[],
	acted: readonly RecordedEvent[],
	hashOf: (act: number) => Promise<string | undefined>,
): Promise<RecordedEvent[]> {
	const signed: RecordedEvent[] = [];
	for (const entry of acted) {
		const signs: Signed[] = [];
		for (const act of actsSigned(protocol, [...before, ...signed], entry)) {
			const sha256 = await hashOf(act);
			if (sha256 !== undefined) signs.push({ act, sha256 });
		}
		signed.push(entry.type === "step-done" && signs.length > 0 ? { ...entry, signs } : entry);
	}
	return signed;
}
