import type { Protocol } from "../../protocol.ts";
import { compareFields, compareForms, compareLetters, compareRoles } from "./compare-asked.ts";
import { compareLongClocks } from "./compare-clocks.ts";
import { renamesBetween, sameIds } from "./compare-ids.ts";
import { compareEndings, compareMoves } from "./compare-moves.ts";
import { differs, type Said, type Versions, word } from "./compare-rows.ts";
import { compareAside, compareStages } from "./compare-stages.ts";
import { compareWays, compareWhole } from "./compare-whole.ts";

/** One difference between two versions of a protocol, in words. */
export type Change = {
	/** What it is about: a stage by its title, "Forms", "Roles". */
	area: string;
	/** `wording`: only the words differ, and nothing that anybody does. */
	kind: "added" | "removed" | "changed" | "wording";
	/** How much it matters, from 100 (safety) to 1; wording is below 10. */
	weight: number;
	/** A sentence. */
	says: string;
};

/** Whether nothing but words changed: nobody does anything otherwise than before. */
export const isOnlyWording = (changes: Change[]): boolean =>
	changes.every(({ kind }) => kind === "wording");

/**
 * What changed from one version of a protocol to another.
 *
 * A thing that has another name in the file and its old title is the same thing.
 *
 * @returns by area, the area with the weightiest change first, and in it the weightiest first; wording last.
 *   Nothing for two protocols that differ in no more than their version
 */
export function compareProtocols(before: Protocol, after: Protocol): Change[] {
	const clocksOf = ({ clocks }: Protocol) =>
		new Map(clocks.flatMap((clock) => (clock.step ? [[clock.step, clock]] : [])));
	const at: Versions = {
		before: {
			protocol: before,
			ids: renamesBetween(before, after),
			clocks: clocksOf(before),
		},
		after: { protocol: after, ids: sameIds, clocks: clocksOf(after) },
	};
	const found: Change[] = [];
	const tell = (area: string, said: Said[]) => {
		for (const each of said) found.push({ area, ...each });
	};
	compareWhole(at, tell);
	compareWays(at, tell);
	compareStages(at, tell);
	compareAside(at, tell, "Beside the stages", before.beside, after.beside);
	compareAside(at, tell, "Afterwards", before.afterwards, after.afterwards);
	compareLongClocks(at, tell);
	compareMoves(at, tell);
	compareEndings(at, tell);
	compareForms(at, tell);
	compareFields(at, tell);
	compareLetters(at, tell);
	compareRoles(at, tell);
	if (found.length === 0 && differs({ ...before, version: after.version }, after))
		tell("The file", [
			word("Things stand in another order in the file, and nothing else changed."),
		]);
	return inOrder(found);
}

function inOrder(found: Change[]): Change[] {
	const byWeight = (changes: Change[]) => changes.sort((a, b) => b.weight - a.weight);
	const sorted = (changes: Change[]) =>
		[...Map.groupBy(byWeight(changes), ({ area }) => area).values()].flat();
	return [
		...sorted(found.filter(({ kind }) => kind !== "wording")),
		...sorted(found.filter(({ kind }) => kind === "wording")),
	];
}
