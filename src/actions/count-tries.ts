import { createHash } from "node:crypto";
import { countTry, type Limit, takeTryBack } from "../store/failed-tries.ts";
import type { App } from "./app.ts";

/**
 * How many tries may fail. From one internet address: what the people of an office behind it get wrong on a Monday morning,
 * and hopeless for guessing. For one account, from wherever: far more than somebody needs, and for a code of six digits
 * likewise.
 */
const limits = {
	address: { max: 100, within: 15 * 60 },
	account: { max: 10, within: 15 * 60 },
	code: { max: 10, within: 15 * 60 },
	/** New passwords that are sent for. */
	mails: { max: 3, within: 60 * 60 },
} satisfies Record<string, Limit>;

export type Tried = keyof typeof limits;

/** What is counted, as it is kept: what people type wrongly may be anything. @param what such as an e-mail address */
export const hashOfTried = (kind: Tried, what: string): string =>
	createHash("sha256").update(`${kind} ${what}`).digest("base64url");

/** Tries that may be made: `isLast` of a kind where no other may be if this one fails. */
export type Begun = {
	isLast: (kind: Tried) => boolean;
	/** It was no failure: it succeeded, or could not be looked at. */
	takeBack: () => Promise<void>;
};
/** There were too many. */
export type TooMany = { tooMany: Tried; until: Temporal.Instant };

/** Begins one try that counts under each of these. */
export async function beginTry(
	app: Pick<App, "db" | "clock">,
	tried: Partial<Record<Tried, string>>,
): Promise<Begun | TooMany> {
	const now = app.clock();
	const counted: string[] = [];
	const last = new Set<Tried>();
	for (const [name, what] of Object.entries(tried)) {
		const kind = name as Tried;
		const of = hashOfTried(kind, what);
		const count = await countTry(app.db, of, limits[kind], now);
		if (count.refused) {
			// What it counted under before is no failure: nothing was tried.
			if (counted.length > 0) await takeTryBack(app.db, ...counted);
			return { tooMany: kind, until: count.refused };
		}
		if (count.nth >= limits[kind].max) last.add(kind);
		counted.push(of);
	}
	return {
		isLast: (kind) => last.has(kind),
		takeBack: () => takeTryBack(app.db, ...counted),
	};
}

/** Makes a try, which counts unless it succeeds. @param succeeds whether what came of it is no failure */
export async function tryOnce<T>(
	app: Pick<App, "db" | "clock">,
	tried: Partial<Record<Tried, string>>,
	act: () => Promise<T>,
	succeeds: (outcome: T) => boolean,
): Promise<{ outcome: T; isLast: Begun["isLast"]; tooMany?: undefined } | TooMany> {
	const begun = await beginTry(app, tried);
	if ("tooMany" in begun) return begun;
	const outcome = await act().catch(async (problem) => {
		await begun.takeBack();
		throw problem;
	});
	if (succeeds(outcome)) await begun.takeBack();
	return { outcome, isLast: begun.isLast };
}
