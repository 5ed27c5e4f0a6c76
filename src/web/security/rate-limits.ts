import { createHash } from "node:crypto";
import type {
	FastifyRateLimitOptions,
	FastifyRateLimitStore,
	FastifyRateLimitStoreCtor,
} from "@fastify/rate-limit";
import type { RouteOptions } from "fastify";
import type { Db } from "../../store/db.ts";
import { countTry } from "../../store/failed-tries.ts";

type Said = FastifyRateLimitOptions & { routeInfo?: { url?: string; method?: string | string[] } };

/**
 * Counts how often something is asked for in the database: who asks one Concord and then another is counted once.
 *
 * @param clock the real time
 */
export function countedTogether(db: Db, clock: () => Temporal.Instant): FastifyRateLimitStoreCtor {
	return class Counted implements FastifyRateLimitStore {
		readonly #route: string;
		constructor({ routeInfo }: Said) {
			this.#route = routeInfo ? `${[routeInfo.method].flat().join(" ")} ${routeInfo.url}` : "";
		}
		incr(
			key: string,
			done: (problem: Error | null, counted?: { current: number; ttl: number }) => void,
			timeWindow = 0,
			max = 0,
		) {
			// Of whom it is counted is nobody's business who has the database.
			const of = createHash("sha256").update(`${this.#route} ${key}`).digest("base64url");
			const now = clock();
			countTry(db, of, { max, within: timeWindow / 1000 }, now).then((counted) => {
				const until = counted.refused ?? counted.until;
				done(null, {
					current: counted.refused ? max + 1 : counted.nth,
					ttl: Math.max(0, until.epochMilliseconds - now.epochMilliseconds),
				});
			}, done);
		}
		child(options: RouteOptions & { path: string; prefix: string }): FastifyRateLimitStore {
			return new Counted(options as Said);
		}
	};
}
