/**
 * Connections to the database: each asks for one partnership, is answered in time or fails, keeps the plans of what is asked
 * often, and is given up when its server is. What may be some seconds old is read from a replica where there is one.
 */
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
import { databaseIsAway } from "./database-away.ts";
import type { Db } from "./db.ts";
import type { Replica } from "./replica.ts";
import { type AcrossPartnerships, asSettings, mayBeOldNow, type Scope, scopeNow } from "./scope.ts";
import type { Tables } from "./tables.ts";
import { withoutJit } from "./without-jit.ts";

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

/** How long the driver keeps a connection that nobody uses, in milliseconds, unless it is told otherwise. */
const usuallyIdle = 10_000;

/** How many connections are kept for finding out who asks: each does so for a moment. */
const mostAtTheDoor = 2;

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
 * @param replica is asked instead where what is read may be some seconds old
 * @param wait for so many milliseconds after the database went away whoever asks is kept waiting instead of told
 * @param idle for so many milliseconds a connection is kept that nobody uses
 * @param keys of what is sealed in it; left out by whoever neither reads nor writes that
 * @param across why what is asked outside any scope goes over all partnerships; left out, it finds none
 */
export function connect(
	url: string,
	{
		most = 10,
		limit = longestQuery,
		wait = 0,
		idle = usuallyIdle,
		across,
		keys = noKeys,
		replica,
	}: {
		most?: number;
		limit?: number;
		wait?: number;
		idle?: number;
		across?: AcrossPartnerships;
		keys?: Keyring;
		replica?: Replica | undefined;
	} = {},
): { db: Db; pool: pg.Pool } {
	const poolOf = (max: number) => {
		const pool = new pg.Pool({
			connectionString: url,
			max,
			connectionTimeoutMillis: 5_000,
			idleTimeoutMillis: idle,
			application_name: "concord",
			onConnect: withoutJit,
		});
		// A connection that breaks while nobody uses it is replaced: no reason to stop.
		pool.on("error", () => {});
		// Nor one that breaks between two queries of a transaction: the next query tells of it.
		pool.on("connect", (client) => {
			client.on("error", () => {});
			connectedAt.set(client, performance.now());
		});
		return pool;
	};
	const pool = poolOf(most);
	// Who asks is found over all partnerships, with each page: on others, connections would be told so each time, and back.
	const door = poolOf(mostAtTheDoor);
	const otherwise: Scope = across ? { across } : "nobody";
	const server = { goneAt: Number.NEGATIVE_INFINITY };
	const connected = patiently(() => connectFresh(pool, server), wait);
	const connectedAtTheDoor = patiently(() => connectFresh(door, server), wait);
	return {
		pool,
		db: databaseOn(
			{
				connect: async () => {
					const scope = scopeNow() ?? otherwise;
					const isAtTheDoor =
						typeof scope === "object" && "across" in scope && scope.across === "who-asks";
					const primary = async () =>
						withLimit(
							await (isAtTheDoor ? connectedAtTheDoor() : connected()),
							limit,
							scope,
							() => {
								server.goneAt = performance.now();
							},
						);
					if (!replica || !mayBeOldNow() || !replica.isUsable()) return primary();
					const far = async () => withLimit(await replica.pool.connect(), limit, scope);
					return readingFrom(far, primary, replica.giveUp);
				},
				end: async () => {
					await Promise.all([pool.end(), door.end()]);
				},
				options: pool.options,
			},
			keys,
		),
	};
}

/** By connection, when it was made: as `performance.now()` says it. */
const connectedAt = new WeakMap<pg.PoolClient, number>();

/**
 * A connection that was made after a server was last found to be gone: those of before led to that one, and whoever took one would
 * wait for nothing in turn.
 */
async function connectFresh(pool: pg.Pool, server: { goneAt: number }): Promise<pg.PoolClient> {
	for (;;) {
		const client = await pool.connect();
		if ((connectedAt.get(client) ?? 0) >= server.goneAt) return client;
		client.release(true);
	}
}

/** How long it is waited between two tries to connect, in milliseconds. */
const betweenTries = 250;

/**
 * Connects, and where the database went away just now, tries again: when another node takes over because somebody asked it to,
 * that takes some seconds, in which nobody need be told anything. Once it has been away for `wait`, everybody is told at once.
 */
function patiently<Client>(connectNow: () => Promise<Client>, wait: number): () => Promise<Client> {
	let awaySince: number | undefined;
	return async () => {
		for (;;) {
			try {
				const client = await connectNow();
				awaySince = undefined;
				return client;
			} catch (problem) {
				awaySince ??= performance.now();
				if (!databaseIsAway(problem) || performance.now() - awaySince >= wait) throw problem;
				await new Promise((resolve) => setTimeout(resolve, betweenTries));
			}
		}
	};
}

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
 * may still be under way, and its transaction open. So is one to a server that stops, or that others have taken the place of.
 *
 * @param scope for whom it asks until it is released, so a transaction keeps the one that it began with
 * @param isGone is told that its server does not answer, or is gone
 */
function withLimit(
	client: pg.PoolClient,
	limit: number,
	scope: Scope,
	isGone = () => {},
): PostgresPoolClient {
	let silent: NoAnswer | undefined;
	let gone: Error | undefined;
	const ask = <Row>(text: string, values: readonly unknown[]) =>
		new Promise<PostgresQueryResult<Row>>((resolve, reject) => {
			if (silent) return reject(silent);
			let last: NodeJS.Immediate | undefined;
			const timer = setTimeout(() => {
				// An answer that came while this process was busy is read before this is called.
				last = setImmediate(() => {
					silent = new NoAnswer("The database does not answer");
					isGone();
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
				.then(
					(result) => resolve(result as unknown as PostgresQueryResult<Row>),
					(problem) => {
						if (databaseIsAway(problem)) {
							gone = problem;
							isGone();
						}
						reject(problem);
					},
				)
				.finally(() => {
					clearTimeout(timer);
					clearImmediate(last);
				});
		});
	return {
		query: ask as PostgresPoolClient["query"],
		release: (destroy) => client.release(silent ?? gone ?? destroy ?? false),
	};
}

/**
 * A connection that reads from a replica what stands by itself, and does all else where everything is written: so too what the
 * replica could not answer.
 *
 * @param giveUp is told that the replica fails
 */
function readingFrom(
	replica: () => Promise<PostgresPoolClient>,
	primary: () => Promise<PostgresPoolClient>,
	giveUp: () => void,
): PostgresPoolClient {
	let [far, near]: (PostgresPoolClient | undefined)[] = [];
	const ask = async <Row>(text: string, values: readonly unknown[]) => {
		if (!near && /^\s*(select|with)\b/i.test(text)) {
			try {
				far ??= await replica();
				return await far.query<Row>(text, values);
			} catch (problem) {
				if (!isOfReplica(problem)) throw problem;
				if ((problem as { code?: string }).code !== readOnly) giveUp();
			}
		}
		near ??= await primary();
		return near.query<Row>(text, values);
	};
	return {
		query: ask as PostgresPoolClient["query"],
		release: (destroy) => {
			far?.release(destroy);
			near?.release(destroy);
		},
	};
}

const readOnly = "25006";

/** Whether it may be that only the replica fails: it is away, takes in what hinders the question, or has an older shape. */
const isOfReplica = (problem: unknown): boolean =>
	databaseIsAway(problem) ||
	["40001", "42P01", "42703", "28P01", "28000"].includes(
		String((problem as { code?: unknown }).code),
	);

/** By connection, for whom it asks: what its server has as `concord.partnership`, `concord.person` and `concord.entries`. */
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
		text: "select set_config('concord.partnership', $1, false), set_config('concord.person', $2, false), set_config('concord.entries', $3, false)",
		values: asSettings(scope),
	});
	scopeOf.set(client, keyOf(scope));
}

/**
 * The same and the beginning of a transaction in one breath: none begins where the scope could not be set. It is set in a
 * transaction of its own: were it set in the one that begins, it would go when that is rolled back, and nobody would know.
 */
async function beginUnder(client: pg.PoolClient, scope: Scope): Promise<pg.QueryResult> {
	const [partnership, person, entries] = asSettings(scope).map((id) => pg.escapeLiteral(id));
	const begun = await client.query(
		`begin; select set_config('concord.partnership', ${partnership}, false), set_config('concord.person', ${person}, false), set_config('concord.entries', ${entries}, false); commit; begin`,
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
