import { randomUUID } from "node:crypto";
import type pg from "pg";
import { ServerFault } from "./connect.ts";

/** A pool, as far as this asks. */
type Connections = { connect: () => Promise<Pick<pg.PoolClient, "query" | "release">> };

/** How often it is tried: a pooler gives out what it was given back last. */
const tries = 5;

/**
 * For whom a connection asks is kept on it (scope.ts). A pooler that lends one connection of the server to several in turn, as
 * PgBouncer does by transaction, would let one partnership ask as another: what is set on one connection must not be seen on
 * the next.
 *
 * @param pool as the role that serves
 * @throws ServerFault where it is seen
 */
export async function refuseSharedConnections(pool: Connections): Promise<void> {
	const one = await pool.connect();
	const other = await pool.connect();
	try {
		const mark = randomUUID();
		for (let times = 0; times < tries; times++) {
			await one.query("select set_config('concord.mine', $1, false)", [mark]);
			const { rows } = await other.query<{ seen: string | null }>(
				"select current_setting('concord.mine', true) as seen",
			);
			if (rows[0]?.seen === mark)
				throw new ServerFault(
					"A pooler between Concord and its database lends one connection to several at once. One partnership could be shown what is another’s. Set it to session pooling (pool_mode = session), or leave it out.",
				);
		}
	} finally {
		one.release();
		other.release();
	}
}
