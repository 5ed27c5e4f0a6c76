import type { Protocol } from "./protocol.ts";

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

/** What changed from one version of a protocol to another. */
export function compareProtocols(before: Protocol, after: Protocol): Change[] {
	return (Object.keys(after) as (keyof Protocol)[])
		.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
		.map((key) => ({
			area: key,
			kind: "changed",
			weight: 50,
			says: `${key} has changed.`,
		}));
}
