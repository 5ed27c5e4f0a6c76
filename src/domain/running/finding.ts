/**
 * How something stands: all is well, somebody should look at it, or it is broken and must be mended now. What is `told` is
 * no matter of how Concord runs: people see to it on their own pages.
 */
export type FindingState = "well" | "told" | "look" | "broken";

/** One thing about how Concord runs, in words that name nobody and no difference. */
export type Finding = {
	/** Its name for machines, such as `disk`. */
	check: string;
	/** Its name for people. */
	title: string;
	state: FindingState;
	/** What was found, in sentences. */
	says: string;
	/** What to do, where something is to be done. */
	fix?: string;
	/** The same as numbers, for machines; moments are ISO instants. */
	figures?: Record<string, number | string | null>;
};

/** The worst of several; well where there is none. */
export const worstOf = (
	findings: readonly Pick<Finding, "state">[],
): Exclude<FindingState, "told"> =>
	findings.some(({ state }) => state === "broken")
		? "broken"
		: findings.some(({ state }) => state === "look")
			? "look"
			: "well";
