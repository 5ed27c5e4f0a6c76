/**
 * Three PostgreSQL nodes under Patroni with three etcd, and HAProxy before them, all on this machine's loopback address with
 * files and ports of their own. Everything that reaches a node, and everything by which it reaches etcd, goes over lines that
 * can be cut (line.ts); nothing of the system's own services is used or touched.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { projectRoot } from "../../src/project-root.ts";
import { type Line, lineFrom } from "./line.ts";

const programs = "/usr/lib/postgresql/15/bin";
/** The size of the disk of each node, in megabytes: small enough to be filled. */
const diskSize = 1000;
/** So long a node may follow nobody, in seconds: what is here is brought in within a few. */
const longestAlone = 40;

/** Where people, and Concord, reach what. */
export const ports = { primary: 25400, replica: 25401, web: 25480 };
const etcdPort = (nth: number) => 25600 + nth * 2;
const nodePorts = (nth: number) => ({
	/** Where it listens, and where others reach it. */
	postgres: 25430 + nth,
	postgresLine: 25440 + nth,
	api: 25450 + nth,
	apiLine: 25460 + nth,
	etcdLines: [0, 1, 2].map((etcd) => 25500 + nth * 10 + etcd),
});

export const names = ["a", "b", "c"] as const;
export type NodeName = (typeof names)[number];
export type Node = {
	name: NodeName;
	directory: string;
	lines: Line[];
	process: ChildProcess | undefined;
	/** docs/operations/watch-node, as every node runs it. */
	watch: ChildProcess | undefined;
};

export type Cluster = {
	nodes: Record<NodeName, Node>;
	/** @returns undefined while there is none, or none that says so */
	leader: () => Promise<NodeName | undefined>;
	/** Waits until one leads and as many others as there are follow it, one of them synchronously. */
	whole: (seconds: number) => Promise<void>;
	/** The process of PostgreSQL on a node. */
	postmaster: (name: NodeName) => number;
	startNode: (name: NodeName) => void;
	/** Lets the one that follows synchronously lead. */
	switchOver: () => Promise<void>;
	/** How many statements of pages that may be a moment old those who follow were asked since then. */
	askedOfFollowers: (since: Date) => Promise<number>;
	/** What the watches did since the last time that this was asked, by node. */
	watched: () => string[];
	/** Asks the one that leads as its superuser, again where it is away. */
	ask: <Row extends object>(sql: string, database?: string, times?: number) => Promise<Row[]>;
	/** Starts something more of it, to be stopped with it. */
	run: (
		command: string,
		args: string[],
		log: string,
		settings?: Record<string, string>,
	) => ChildProcess;
	stop: () => Promise<void>;
};

export const pause = (seconds: number) =>
	new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000));

/** Asks again and again until it is so. @throws when it is not after so many seconds */
export async function until(
	what: string,
	seconds: number,
	isSo: () => Promise<boolean> | boolean,
): Promise<void> {
	const last = Date.now() + seconds * 1000;
	for (;;) {
		if (await Promise.resolve(isSo()).catch(() => false)) return;
		if (Date.now() > last) throw new Error(`After ${seconds} s still not so: ${what}`);
		await pause(0.25);
	}
}

/** Root may not run PostgreSQL: what is started belongs to the system's `postgres` user then. */
const runsAs = (() => {
	if (process.getuid?.() !== 0) return {};
	const number = (flag: string) =>
		Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
	return { uid: number("-u"), gid: number("-g") };
})();

/** Asks processes to end, and makes those that do not. */
async function ended(processes: ChildProcess[]): Promise<void> {
	const over = processes.map(
		(each) => new Promise<void>((resolve) => each.on("close", () => resolve())),
	);
	for (const each of processes) each.kill("SIGTERM");
	await Promise.race([Promise.all(over), pause(20)]);
	for (const each of processes) each.kill("SIGKILL");
}

/** Gives a node a disk of its own, in a file. */
function mountDisk(directory: string, name: NodeName) {
	const image = join(directory, `${name}.img`);
	execFileSync("truncate", ["-s", `${diskSize}M`, image]);
	execFileSync("mkfs.ext4", ["-q", "-F", "-m", "0", image]);
	execFileSync("mount", ["-o", "loop", image, join(directory, name)]);
}

/** @param directory is emptied */
export async function startCluster(directory: string): Promise<Cluster> {
	const stops: (() => Promise<void>)[] = [];
	try {
		return await start(directory, stops);
	} catch (problem) {
		for (const stop of stops) await stop();
		throw problem;
	}
}

/** @param stops is given what stops as much as was started */
async function start(directory: string, stops: (() => Promise<void>)[]): Promise<Cluster> {
	rmSync(directory, { recursive: true, force: true });
	for (const each of ["etcd", "log", ...names])
		mkdirSync(join(directory, each), { recursive: true });
	const started = new Set<ChildProcess>();
	// Only root may mount; without disks of their own the fault of the full disk is left out.
	const isMounted = runsAs.uid !== undefined;
	if (isMounted) for (const name of names) mountDisk(directory, name);
	if (runsAs.uid !== undefined) execFileSync("chown", ["-R", "postgres:postgres", directory]);

	const run: Cluster["run"] = (command, args, log, settings = {}) => {
		const out = openSync(join(directory, "log", log), "a");
		const made = spawn(command, args, {
			stdio: ["ignore", out, out],
			cwd: directory,
			env: { PATH: `/usr/bin:/bin:/usr/sbin:${programs}`, LC_ALL: "C.UTF-8", ...settings },
			...runsAs,
		});
		started.add(made);
		made.on("close", () => started.delete(made));
		return made;
	};

	const nodes = {} as Record<NodeName, Node>;
	/** Past the lines, so that what is asked there does not end with them. */
	const besides = names.map((_, nth) => {
		const pool = new pg.Pool({
			connectionString: `postgres://postgres@127.0.0.1:${nodePorts(nth).postgres}/postgres`,
			max: 1,
			connectionTimeoutMillis: 500,
			query_timeout: 500,
		});
		pool.on("error", () => {});
		return pool;
	});
	const postmaster: Cluster["postmaster"] = (name) =>
		Number(readFileSync(join(nodes[name].directory, "postmaster.pid"), "utf8").split("\n")[0]);
	const stop = async () => {
		for (const name of names) {
			try {
				process.kill(postmaster(name), "SIGCONT");
			} catch {
				// It runs no more.
			}
		}
		await Promise.race([Promise.all(besides.map((each) => each.end())), pause(2)]);
		await ended(
			names.flatMap((name) => nodes[name]?.watch ?? []).filter((each) => started.has(each)),
		);
		// Nodes first: they give back what they hold at etcd.
		const patronis = names.flatMap((name) => nodes[name]?.process ?? []);
		await ended(patronis.filter((each) => started.has(each)));
		await ended([...started]);
		for (const { lines } of Object.values(nodes)) for (const line of lines) await line.close();
		if (isMounted) {
			for (const name of names)
				await until(`the disk of ${name} is let go`, 30, () => {
					execFileSync("umount", [join(directory, name)], { stdio: "ignore" });
					return true;
				});
		}
	};
	stops.push(stop);

	const members = [0, 1, 2].map((nth) => `e${nth}=http://127.0.0.1:${etcdPort(nth) + 1}`).join(",");
	for (const nth of [0, 1, 2])
		run(
			"etcd",
			[
				...["--name", `e${nth}`, "--data-dir", join(directory, "etcd", `e${nth}`)],
				...["--listen-client-urls", `http://127.0.0.1:${etcdPort(nth)}`],
				...["--advertise-client-urls", `http://127.0.0.1:${etcdPort(nth)}`],
				...["--listen-peer-urls", `http://127.0.0.1:${etcdPort(nth) + 1}`],
				...["--initial-advertise-peer-urls", `http://127.0.0.1:${etcdPort(nth) + 1}`],
				"--enable-v2",
				...["--initial-cluster", members, "--initial-cluster-state", "new"],
			],
			`etcd-${nth}.log`,
		);
	await until("etcd answers", 20, async () =>
		(await (await fetch(`http://127.0.0.1:${etcdPort(0)}/health`)).text()).includes("true"),
	);

	for (const [nth, name] of names.entries()) {
		const at = nodePorts(nth);
		writeFileSync(
			join(directory, `${name}.yml`),
			JSON.stringify(patroniOf(name, directory, nth), null, 2),
		);
		nodes[name] = {
			name,
			directory: join(directory, name, "data"),
			process: undefined,
			watch: undefined,
			lines: await Promise.all([
				lineFrom(at.postgresLine, at.postgres),
				lineFrom(at.apiLine, at.api),
				...at.etcdLines.map((port, etcd) => lineFrom(port, etcdPort(etcd))),
			]),
		};
	}
	const startNode: Cluster["startNode"] = (name) => {
		const node = nodes[name];
		const config = join(directory, `${name}.yml`);
		node.process = run("patroni", [config], `patroni-${name}.log`);
		if (!node.watch || !started.has(node.watch))
			node.watch = run(
				join(projectRoot, "docs/operations/watch-node"),
				["concord", name],
				`watch-${name}.log`,
				{
					PATRONICTL_CONFIG_FILE: config,
					PGHOST: join(directory, name),
					PGPORT: String(nodePorts(names.indexOf(name)).postgres),
					LONGEST_ALONE: String(longestAlone),
					KEPT_FREE: "64",
				},
			);
	};

	const seen = async () => {
		for (const nth of names.keys()) {
			try {
				const answer = await fetch(`http://127.0.0.1:${nodePorts(nth).apiLine}/cluster`, {
					signal: AbortSignal.timeout(1_500),
				});
				const { members } = (await answer.json()) as {
					members: { name: NodeName; role: string; state: string; lag?: number | string }[];
				};
				return members;
			} catch {
				// This one is away: another says.
			}
		}
		return [];
	};
	const ask: Cluster["ask"] = async (sql, database = "postgres", times = 10) => {
		const client = new pg.Client({
			connectionString: `postgres://postgres@127.0.0.1:${ports.primary}/${database}`,
			connectionTimeoutMillis: 5_000,
		});
		client.on("error", () => {});
		try {
			await client.connect();
			return (await client.query(sql)).rows;
		} catch (problem) {
			if (times === 1) throw problem;
			await pause(1);
			return ask(sql, database, times - 1);
		} finally {
			await client.end().catch(() => {});
		}
	};

	/** How many follow, as the one that leads has it: one that follows nobody says of itself that it runs. */
	const following = async () => {
		const text = "select count(*)::int as count from pg_stat_replication where state = 'streaming'";
		return (await ask<{ count: number }>(text, "postgres", 1))[0]?.count;
	};
	const leader: Cluster["leader"] = async () =>
		(await seen()).find(({ role, state }) => role === "leader" && state === "running")?.name;
	const whole: Cluster["whole"] = (seconds) =>
		until("three nodes, one of them synchronous", seconds, async () => {
			const members = await seen();
			return (
				members.length === names.length &&
				members.every(({ state, role, lag }) =>
					role === "leader"
						? state === "running"
						: ["running", "streaming"].includes(state) && Number(lag) < 1_000_000,
				) &&
				members.some(({ role }) => role === "leader") &&
				members.some(({ role }) => role === "sync_standby") &&
				(await following()) === names.length - 1
			);
		});

	startNode("a");
	await until("the first node leads", 60, async () => (await leader()) === "a");
	startNode("b");
	startNode("c");
	writeFileSync(join(directory, "haproxy.cfg"), haproxyConfig);
	run("haproxy", ["-f", join(directory, "haproxy.cfg"), "-db"], "haproxy.log");
	await whole(90);

	const watchedUpTo = { a: 0, b: 0, c: 0 };

	return {
		nodes,
		leader,
		whole,
		postmaster,
		startNode,
		ask,
		run,
		askedOfFollowers: async (since) => {
			const asked = await Promise.all(besides.map((each) => askedOf(each, since)));
			return asked.reduce((sum, count) => sum + count, 0);
		},
		watched: () =>
			names.flatMap((name) => {
				const log = readFileSync(join(directory, "log", `watch-${name}.log`), "utf8");
				const more = log.slice(watchedUpTo[name]).trim();
				watchedUpTo[name] = log.length;
				return more ? more.split("\n").map((line) => `${name} ${line}`) : [];
			}),
		switchOver: async () => {
			const members = await seen();
			const said = await fetch(`http://127.0.0.1:${nodePorts(0).apiLine}/switchover`, {
				method: "POST",
				body: JSON.stringify({
					leader: members.find(({ role }) => role === "leader")?.name,
					candidate: members.find(({ role }) => role === "sync_standby")?.name,
				}),
			});
			if (!said.ok) throw new Error(`Patroni does not switch: ${await said.text()}`);
		},
		stop,
	};
}

/** What docs/operations/cluster.md gives to copy, but for addresses, passwords and how much memory there is. */
function patroniOf(name: NodeName, directory: string, nth: number) {
	const at = nodePorts(nth);
	return {
		scope: "concord",
		name,
		restapi: { listen: `127.0.0.1:${at.api}`, connect_address: `127.0.0.1:${at.apiLine}` },
		// Not etcd3: there Patroni 3.0.2 lets one that led and was frozen take the lock from whoever leads since.
		etcd: { hosts: at.etcdLines.map((port) => `127.0.0.1:${port}`), use_proxies: true },
		bootstrap: {
			dcs: {
				ttl: 20,
				loop_wait: 2,
				retry_timeout: 5,
				master_start_timeout: 0,
				synchronous_mode: true,
				synchronous_mode_strict: true,
				postgresql: {
					use_pg_rewind: true,
					use_slots: true,
					parameters: {
						max_connections: 60,
						shared_buffers: "64MB",
						max_wal_size: "128MB",
						min_wal_size: "32MB",
						// What pg_rewind needs when a node that led comes back: from before the last checkpoint it shares with the others.
						wal_keep_size: "192MB",
						// A standby that is gone and comes back must not fill the disk of the one that leads.
						max_slot_wal_keep_size: "256MB",
						wal_receiver_timeout: "10s",
						wal_sender_timeout: "10s",
						tcp_keepalives_idle: 5,
						tcp_keepalives_interval: 2,
						tcp_keepalives_count: 3,
					},
				},
			},
			initdb: [{ encoding: "UTF8" }, { locale: "C.UTF-8" }, "data-checksums"],
		},
		postgresql: {
			listen: `127.0.0.1:${at.postgres}`,
			connect_address: `127.0.0.1:${at.postgresLine}`,
			data_dir: join(directory, name, "data"),
			bin_dir: programs,
			pgpass: join(directory, name, "pgpass"),
			// A node that is made anew waits for no checkpoint that takes its time.
			basebackup: [{ checkpoint: "fast" }],
			remove_data_directory_on_rewind_failure: true,
			remove_data_directory_on_diverged_timelines: true,
			// On loopback alone, for an hour: real nodes ask for scram-sha-256 over TLS.
			pg_hba: [
				"local all all trust",
				"host all all 127.0.0.1/32 trust",
				"host replication all 127.0.0.1/32 trust",
			],
			authentication: {
				superuser: { username: "postgres", password: "only for the rehearsal" },
				replication: { username: "replicator", password: "only for the rehearsal" },
				rewind: { username: "rewinder", password: "only for the rehearsal" },
			},
			parameters: { unix_socket_directories: join(directory, name) },
		},
	};
}

const servers = (which: (nth: number) => string) =>
	names.map((name, nth) => `  server ${name} ${which(nth)}`).join("\n");

const haproxyConfig = `
global
  maxconn 500
defaults
  mode tcp
  timeout connect 2s
  timeout client 30m
  timeout server 30m
  timeout check 2s

# Whoever leads: a node answers 200 to /primary only while it holds the lease.
listen primary
  bind 127.0.0.1:${ports.primary}
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 1s fall 3 rise 1 on-marked-down shutdown-sessions
${servers((nth) => `127.0.0.1:${nodePorts(nth).postgresLine} check port ${nodePorts(nth).apiLine}`)}

# Whoever follows and is no more than a megabyte behind.
listen replica
  bind 127.0.0.1:${ports.replica}
  option httpchk OPTIONS /replica?lag=1MB
  http-check expect status 200
  default-server inter 1s fall 3 rise 1 on-marked-down shutdown-sessions
${servers((nth) => `127.0.0.1:${nodePorts(nth).postgresLine} check port ${nodePorts(nth).apiLine}`)}

# People: any Concord that says that it can serve; while none does, the one that there is says so on a page.
listen web
  bind 127.0.0.1:${ports.web}
  mode http
  timeout client 60s
  timeout server 60s
  balance roundrobin
  option redispatch
  option httpchk GET /ready
  http-check expect status 200
  default-server inter 1s fall 3 rise 1
  server one 127.0.0.1:${webPort(0)} check
  server two 127.0.0.1:${webPort(1)} check
  server one-anyway 127.0.0.1:${webPort(0)} backup
  server two-anyway 127.0.0.1:${webPort(1)} backup
`;

/** Where each Concord listens. */
export function webPort(nth: number): number {
	return 25481 + nth;
}

/** Statements of Concord's that a node was asked since then while it follows; but for looks at how far it is. None while it is away. */
async function askedOf(node: pg.Pool, since: Date): Promise<number> {
	try {
		const { rows } = await node.query<{ count: number }>(
			`select count(*)::int as count from pg_stat_activity where application_name = 'concord-reads'
				and pg_is_in_recovery() and query_start >= $1 and query not like '%pg_last_wal_replay_lsn%'`,
			[since],
		);
		return rows[0]?.count ?? 0;
	} catch {
		return 0;
	}
}
