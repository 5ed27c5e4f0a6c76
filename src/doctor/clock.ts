import type { Finding } from "../domain/running/finding.ts";

/** What another clock shows at a moment. */
export type OtherClock = {
	/** Whose, such as "the database’s". */
	whose: string;
	/** ISO instants: what it shows, and what this machine’s shows then. */
	shows: string;
	ours: string;
};

/** How far clocks may be apart, in seconds: some only tell whole seconds. */
const tolerance = 5;

/** Whether this machine's clock goes with others'. */
export function clocksFinding(others: readonly OtherClock[]): Finding | undefined {
	if (others.length === 0) return undefined;
	const apart = others.map(({ whose, shows, ours }) => ({
		whose,
		by: Math.abs(Temporal.Instant.from(shows).since(Temporal.Instant.from(ours)).total("seconds")),
	}));
	const wrong = apart.filter(({ by }) => by > tolerance);
	return {
		check: "clocks",
		title: "Clock beside others",
		state: wrong.length > 0 ? "broken" : "well",
		says:
			wrong.length > 0
				? wrong
						.map(
							({ whose, by }) =>
								`This machine’s clock and ${whose} are ${Math.round(by)} seconds apart.`,
						)
						.join(" ")
				: `This machine’s clock goes with ${apart.map(({ whose }) => whose).join(" and ")}.`,
		...(wrong.length > 0 && {
			fix: "Have every machine set by a time server (on Debian: apt-get install systemd-timesyncd). Deadlines go by the clock.",
		}),
		figures: { apart: Math.max(...apart.map(({ by }) => Math.round(by))) },
	};
}
