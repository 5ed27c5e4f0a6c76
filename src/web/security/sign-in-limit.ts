import { isIPv6 } from "node:net";

/** How many sign-ins may fail, and in which time, in seconds. */
type Limit = { max: number; within: number };

/** From one internet address: guessing passwords becomes hopeless, and an office behind one address does not notice. */
export const triesFromOneAddress: Limit = { max: 40, within: 60 };

/** For one person's e-mail address, from wherever. */
export const triesForOneAccount: Limit = { max: 10, within: 15 * 60 };

/** More than this are not kept: those whose time has passed are let go of first. */
const mostKept = 10_000;

/**
 * Counts sign-ins that failed. One under way counts until it has succeeded, so that many at once are no way round.
 * Counts are this process's own, and gone with it.
 */
export class FailedTries {
	readonly #limit: Limit;
	readonly #now: () => Temporal.Instant;
	readonly #counts = new Map<string, { tries: number; until: number }>();

	constructor(limit: Limit, now: () => Temporal.Instant) {
		this.#limit = limit;
		this.#now = now;
	}

	/** Begins a try. @returns false when there were too many: it must not be made */
	begin(of: string): boolean {
		const now = this.#now().epochMilliseconds;
		const before = this.#counts.get(of);
		const count =
			before && before.until > now ? before : { tries: 0, until: now + this.#limit.within * 1000 };
		if (count.tries >= this.#limit.max) return false;
		if (this.#counts.size >= mostKept) this.#letGo(now);
		this.#counts.set(of, { ...count, tries: count.tries + 1 });
		return true;
	}

	/** It was no failure: it succeeded, or could not be looked at. */
	takeBack(of: string): void {
		const count = this.#counts.get(of);
		if (count) this.#counts.set(of, { ...count, tries: Math.max(0, count.tries - 1) });
	}

	#letGo(now: number): void {
		for (const [of, { until }] of this.#counts) if (until <= now) this.#counts.delete(of);
		const [oldest] = this.#counts.keys();
		if (this.#counts.size >= mostKept && oldest !== undefined) this.#counts.delete(oldest);
	}
}

/** An internet address as it is counted: of IPv6 the first half, for whoever has one address has all of its second. */
export function addressCounted(ip: string): string {
	if (!isIPv6(ip) || ip.includes(".")) return ip;
	const [first = "", rest] = ip.split("::");
	const left = first.split(":").filter(Boolean);
	const right = rest?.split(":").filter(Boolean) ?? [];
	const zeros = Array(Math.max(0, 8 - left.length - right.length)).fill("0");
	return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
