import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Db } from "./db.ts";
import type { Tables } from "./tables.ts";

/** A column of type `date` stays an ISO day: as a JavaScript Date it would shift by a day. */
const date = 1082;
/** Whole numbers of 8 bytes: none of ours comes near what a JavaScript number cannot hold. */
const int8 = 20;

pg.types.setTypeParser(date, (day) => day);
pg.types.setTypeParser(int8, Number);

/**
 * A pool of connections.
 *
 * @param url `postgres://…`; for a socket, `postgres:///name?host=/directory&user=…`
 */
export function connect(
	url: string,
	{ most = 10 }: { most?: number } = {},
): { db: Db; pool: pg.Pool } {
	const pool = new pg.Pool({
		connectionString: url,
		max: most,
		connectionTimeoutMillis: 5_000,
		application_name: "concord",
	});
	// A connection that breaks while nobody uses it is replaced: no reason to stop.
	pool.on("error", () => {});
	return {
		pool,
		db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
	};
}
