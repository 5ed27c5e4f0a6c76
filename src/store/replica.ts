import pg from "pg";
import { databaseIsAway } from "./database-away.ts";
import { withoutJit } from "./without-jit.ts";

/** How often it is looked how far a replica is, in milliseconds. */
const betweenLooks = 2_000;
/** So old what a replica says may be, in milliseconds. */
const oldest = 10_000;
/** For so long after somebody did something their pages ask no replica, in seconds: longer than it may be behind. */
export const staysWithPrimaryFor = 20;

/** A server that follows the one on which everything is written, and may be asked what may be a moment old. */
export type Replica = {
	/** Connections to it. */
	pool: pg.Pool;
	/** It answers, and is behind by no more than some seconds. */
	isUsable: () => boolean;
	/** It failed: until the next look nobody asks it. */
	giveUp: () => void;
	/** Looks how far it is. */
	look: () => Promise<void>;
	stop: () => Promise<void>;
};

/** A place in the log of what was written, as a number. @param said such as `0/16B3748` */
const placeOf = (said: string): bigint => {
	const [high = "0", low = "0"] = said.split("/");
	return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
};

function poolOf(connectionString: string, max: number): pg.Pool {
	const pool = new pg.Pool({
		connectionString,
		max,
		connectionTimeoutMillis: 2_000,
		application_name: "concord-reads",
		onConnect: withoutJit,
	});
	// A connection that breaks is replaced; the next question tells of it.
	pool.on("error", () => {});
	pool.on("connect", (client) => client.on("error", () => {}));
	return pool;
}

/**
 * Where a replica is reached as the role that serves: it has the roles and the passwords of what it follows.
 *
 * @param replicaUrl says where; a user in it is passed over
 */
export function asServing(replicaUrl: string, servingUrl: string): string {
	const at = new URL(replicaUrl);
	const serving = new URL(servingUrl);
	const user = serving.username || serving.searchParams.get("user") || "";
	const password = serving.password || serving.searchParams.get("password") || "";
	at.searchParams.delete("user");
	at.searchParams.delete("password");
	if (at.hostname) Object.assign(at, { username: user, password });
	else {
		at.searchParams.set("user", decodeURIComponent(user));
		if (password) at.searchParams.set("password", decodeURIComponent(password));
	}
	return at.href;
}

/** How a replica stands to where everything is written. */
export type ReplicaFound = "follows" | "behind" | "leads-itself" | "away";

/** Looks at a replica once, as `concord doctor` and a start do. @param url as the role that serves */
export async function findReplica(url: string, primaryUrl: string): Promise<ReplicaFound> {
	const replica = openReplica(url, primaryUrl, { every: 0 });
	try {
		const { rows } = await replica.pool.query<{ follows: boolean }>(
			"select pg_is_in_recovery() as follows",
		);
		if (!rows[0]?.follows) return "leads-itself";
		for (let looks = 0; looks < 5 && !replica.isUsable(); looks++) {
			await replica.look();
			if (!replica.isUsable()) await new Promise((resolve) => setTimeout(resolve, 500));
		}
		return replica.isUsable() ? "follows" : "behind";
	} catch {
		return "away";
	} finally {
		await replica.stop();
	}
}

/**
 * Opens a replica. How far it is is told by the log: where the one that leads stood some seconds ago, the replica must have come
 * by now. Of a replica that is cut off that tells too, which its own word does not.
 *
 * @param url as the role that serves
 * @param primaryUrl where everything is written
 * @param every how often it is looked, in milliseconds; never by itself when 0
 * @param now in milliseconds, of any beginning
 */
export function openReplica(
	url: string,
	primaryUrl: string,
	{
		every = betweenLooks,
		now = () => performance.now(),
	}: { every?: number; now?: () => number } = {},
): Replica {
	const pool = poolOf(url, 10);
	const primary = poolOf(primaryUrl, 1);
	/** Where the one that leads stood, the latest last. */
	let stood: { at: number; place: bigint }[] = [];
	/** What it says is as it was then. */
	let asOf: number | undefined;
	const look = async () => {
		try {
			const at = now();
			const ask = <Row extends object>(of: pg.Pool, text: string) =>
				of.query<Row>({ text, query_timeout: 2_000 } as pg.QueryConfig).then(({ rows }) => rows[0]);
			const leads = await ask<{ place: string }>(primary, "select pg_current_wal_lsn() as place");
			if (leads)
				stood = [
					...stood.filter((each) => at - each.at <= oldest),
					{ at, place: placeOf(leads.place) },
				];
			const follows = await ask<{ place: string | null }>(
				pool,
				"select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() end as place",
			);
			if (!follows) return;
			// One that follows nobody is the one that leads.
			const reached =
				follows.place === null
					? at
					: stood.findLast(({ place }) => place <= placeOf(follows.place ?? ""))?.at;
			asOf = reached ?? asOf;
		} catch (problem) {
			if (databaseIsAway(problem)) asOf = undefined;
		}
	};
	const timer = every > 0 ? setInterval(() => void look(), every) : undefined;
	timer?.unref();
	return {
		pool,
		isUsable: () => asOf !== undefined && now() - asOf <= oldest,
		giveUp: () => {
			asOf = undefined;
		},
		look,
		stop: async () => {
			clearInterval(timer);
			await Promise.all([pool.end(), primary.end()]);
		},
	};
}
