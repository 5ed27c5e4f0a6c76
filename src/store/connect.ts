import {
	Kysely,
	PostgresDialect,
	type PostgresPool,
	type PostgresPoolClient,
	type PostgresQueryResult,
	sql,
} from "kysely";
import pg from "pg";
import { type Keyring, noKeys } from "../keys/keyring.ts";
import type { Db } from "./db.ts";
import { type AcrossPartnerships, asSettings, type Scope, scopeNow } from "./scope.ts";
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

/** How long one query may take, in milliseconds: none of ours comes near, and nobody waits at a page for longer. */
const longestQuery = 8_000;

/** The server takes connections, and does not answer. */
class NoAnswer extends Error {
	readonly code = "ETIMEDOUT";
}

/**
 * A pool of connections. What Concord asks through `db` is answered within a limit of time or fails; what is asked of
 * `pool` itself, such as a migration, may take as long as it likes.
 *
 * @param url `postgres://…`; for a socket, `postgres:///name?host=/directory&user=…`
 * @param limit of one query, in milliseconds
 * @param keys of what is sealed in it; left out by whoever neither reads nor writes that
 * @param across why what is asked outside any scope goes over all partnerships; left out, it finds none
 */
export function connect(
	url: string,
	{
		most = 10,
		limit = longestQuery,
		across,
		keys = noKeys,
	}: { most?: number; limit?: number; across?: AcrossPartnerships; keys?: Keyring } = {},
): { db: Db; pool: pg.Pool } {
	const pool = new pg.Pool({
		connectionString: url,
		max: most,
		connectionTimeoutMillis: 5_000,
		application_name: "concord",
		onConnect: withoutJit,
	});
	const otherwise: Scope = across ? { across } : "nobody";
	// A connection that breaks while nobody uses it is replaced: no reason to stop.
	pool.on("error", () => {});
	// Nor one that breaks between two queries of a transaction: the next query tells of it.
	pool.on("connect", (client) => client.on("error", () => {}));
	return {
		pool,
		db: databaseOn(
			{
				connect: async () => withLimit(await pool.connect(), limit, scopeNow() ?? otherwise),
				end: () => pool.end(),
				options: pool.options,
			},
			keys,
		),
	};
}

/**
 * Our questions are answered in milliseconds, and to compile one takes a hundred: Debian's PostgreSQL would. It is said once
 * to each connection and not with the first word to the server, which a pooler between us may refuse.
 */
const withoutJit = async (client: pg.ClientBase): Promise<void> => {
	await client.query("set jit = off");
};

const databaseOn = (pool: PostgresPool, keys: Keyring): Db =>
	Object.assign(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), { keys });

/** One connection as a database, for what is done while it holds a lock. It stays open. */
export const onClient = (client: pg.PoolClient, keys: Keyring): Db =>
	databaseOn(
		{
			connect: async () => ({
				query: client.query.bind(client) as PostgresPoolClient["query"],
				release: () => {},
			}),
			end: async () => {},
			options: {},
		},
		keys,
	);

/**
 * A connection whose queries fail when they are not answered in time. It is closed then, not used again: what it asked
 * may still be under way, and its transaction open.
 *
 * @param scope for whom it asks until it is released, so a transaction keeps the one that it began with
 */
function withLimit(client: pg.PoolClient, limit: number, scope: Scope): PostgresPoolClient {
	let silent: NoAnswer | undefined;
	const ask = <Row>(text: string, values: readonly unknown[]) =>
		new Promise<PostgresQueryResult<Row>>((resolve, reject) => {
			if (silent) return reject(silent);
			let last: NodeJS.Immediate | undefined;
			const timer = setTimeout(() => {
				// An answer that came while this process was busy is read before this is called.
				last = setImmediate(() => {
					silent = new NoAnswer("The database does not answer");
					reject(silent);
				});
			}, limit);
			const query = () =>
				client.query({
					// Without values it may be several statements, which have no plan in common.
					name: values.length > 0 ? planOf(client, text) : undefined,
					text,
					values: [...values],
				});
			const asked = isUnder(client, scope)
				? query()
				: text === "begin"
					? beginUnder(client, scope)
					: putUnder(client, scope).then(query);
			asked
				.then((result) => resolve(result as unknown as PostgresQueryResult<Row>), reject)
				.finally(() => {
					clearTimeout(timer);
					clearImmediate(last);
				});
		});
	return {
		query: ask as PostgresPoolClient["query"],
		release: (destroy) => client.release(silent ?? destroy ?? false),
	};
}

/** By connection, for whom it asks: what its server has as `concord.partnership` and `concord.person`. */
const scopeOf = new WeakMap<pg.PoolClient, string>();

const nobody = keyOf("nobody");

const isUnder = (client: pg.PoolClient, scope: Scope): boolean =>
	(scopeOf.get(client) ?? nobody) === keyOf(scope);

function keyOf(scope: Scope): string {
	return asSettings(scope).join(" ");
}

/** Asked of the server only where it differs from what the connection has, and before any transaction begins. */
async function putUnder(client: pg.PoolClient, scope: Scope): Promise<void> {
	await client.query({
		name: "scope",
		text: "select set_config('concord.partnership', $1, false), set_config('concord.person', $2, false)",
		values: asSettings(scope),
	});
	scopeOf.set(client, keyOf(scope));
}

/** The same and the beginning of a transaction in one breath: none begins where the scope could not be set. */
async function beginUnder(client: pg.PoolClient, scope: Scope): Promise<pg.QueryResult> {
	const [partnership, person] = asSettings(scope).map((id) => pg.escapeLiteral(id));
	const begun = await client.query(
		`select set_config('concord.partnership', ${partnership}, false), set_config('concord.person', ${person}, false); begin`,
	);
	scopeOf.set(client, keyOf(scope));
	return begun;
}

/** How many plans a connection keeps: together some 13 megabytes of the server’s memory, while the connection lasts. */
const mostPlans = 100;
/** Of how many texts it is remembered that they were asked. */
const mostRemembered = 1_000;

/** By connection, the texts that were asked of it, and under which name it keeps the plan of one. */
const plansOn = new WeakMap<pg.PoolClient, { asked: Set<string>; names: Map<string, string> }>();

/**
 * Under which name a connection keeps the plan of a text. To plan one of our questions takes the server many times as
 * long as to answer it, so the plan of what comes a second time is kept. A text that was put together for one occasion
 * comes once.
 */
function planOf(client: pg.PoolClient, text: string): string | undefined {
	const { asked, names } = plansOn.get(client) ?? { asked: new Set(), names: new Map() };
	plansOn.set(client, { asked, names });
	if (asked.has(text) && !names.has(text) && names.size < mostPlans)
		names.set(text, `plan ${names.size + 1}`);
	if (asked.size < mostRemembered) asked.add(text);
	return names.get(text);
}

/** How long whoever watches Concord waits for the database, in milliseconds. */
const patienceOfWatcher = 2_000;

/** Whether the database answers, told in seconds also when it does not. */
export const isAnswering = (db: Db): Promise<boolean> =>
	inTime(sql`select 1`.execute(db).then(() => true));

/** What was asked of the database; no where it fails, or takes longer than whoever watches waits. */
export function inTime(asked: Promise<boolean>): Promise<boolean> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, patienceOfWatcher, false);
		asked.then(resolve, () => resolve(false)).finally(() => clearTimeout(timer));
	});
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
