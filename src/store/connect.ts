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

/** The database server cannot be used. `message` says why, and what to do. */
export class ServerFault extends Error {}

/** The first major version of PostgreSQL that knows all that our SQL says. */
const oldestServer = 15;

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
	// Nor one that breaks between two queries of a transaction: the next query tells of it.
	pool.on("connect", (client) => client.on("error", () => {}));
	return {
		pool,
		db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
	};
}

/** @throws ServerFault when the server does not answer, refuses us, or is too old */
export async function checkServer(pool: pg.Pool): Promise<void> {
	const found = await pool
		.query<{ version: number }>(
			"select current_setting('server_version_num')::int / 10000 as version",
		)
		.catch((problem: NodeJS.ErrnoException) => {
			// Several addresses of one name fail together, without a sentence of their own.
			throw new ServerFault(
				`The database at DATABASE_URL cannot be used: ${problem.message || problem.code}. Check that it runs, and the address, name and password in DATABASE_URL.`,
			);
		});
	const version = found.rows[0]?.version ?? 0;
	if (version < oldestServer)
		throw new ServerFault(
			`The database at DATABASE_URL is PostgreSQL ${version}. Concord needs PostgreSQL ${oldestServer} or later.`,
		);
}
