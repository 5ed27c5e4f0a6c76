/** What may happen to a node while people work, and how each is put right again. Every one ends within two minutes. */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Cluster, type NodeName, names, pause, until } from "./cluster.ts";

export type Fault = {
	name: string;
	happens: (cluster: Cluster) => Promise<void>;
	/** Puts right what happened, once Concord had time to live with it. */
	mended: (cluster: Cluster) => Promise<void>;
};

/** How long each is left as it is, in seconds: half as long again as writing may take to go on. */
export const leftFor = 45;

const leaderOf = async (cluster: Cluster): Promise<NodeName> => {
	const leader = await cluster.leader();
	if (!leader) throw new Error("Nobody leads");
	return leader;
};

/** PostgreSQL of a node with all that it has started, the Patroni that minds it, and its watch. */
function everythingOn(cluster: Cluster, name: NodeName): number[] {
	const postmaster = cluster.postmaster(name);
	const children = readdirSync("/proc").filter((pid) => {
		try {
			return (
				Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[1]) ===
				postmaster
			);
		} catch {
			return false;
		}
	});
	const { process: patroni, watch } = cluster.nodes[name];
	return [patroni?.pid ?? [], watch?.pid ?? [], postmaster, ...children.map(Number)].flat();
}

function signal(pids: number[], how: "SIGKILL" | "SIGSTOP" | "SIGCONT") {
	for (const pid of pids) {
		try {
			process.kill(pid, how);
		} catch {
			// It has ended by itself.
		}
	}
}

/** Patroni stays away once it was killed, until it is started again. */
const startAgain = async (cluster: Cluster) => {
	for (const name of names)
		if (cluster.nodes[name].process?.exitCode !== null || cluster.nodes[name].process?.signalCode)
			cluster.startNode(name);
	await cluster.whole(90);
};

let paused: number[] = [];
let cut: NodeName | undefined;
let filled: NodeName | undefined;
const filler = (cluster: Cluster, name: NodeName) =>
	join(cluster.nodes[name].directory, "..", "filler");
export const faults: Fault[] = [
	{
		name: "the machine of the one that leads dies",
		happens: async (cluster) => signal(everythingOn(cluster, await leaderOf(cluster)), "SIGKILL"),
		mended: startAgain,
	},
	{
		name: "PostgreSQL crashes where it leads; Patroni lives",
		happens: async (cluster) => signal([cluster.postmaster(await leaderOf(cluster))], "SIGKILL"),
		mended: startAgain,
	},
	{
		name: "the one that leads is frozen, and wakes up",
		happens: async (cluster) => {
			paused = everythingOn(cluster, await leaderOf(cluster));
			signal(paused, "SIGSTOP");
		},
		mended: async (cluster) => {
			signal(paused, "SIGCONT");
			await startAgain(cluster);
		},
	},
	{
		name: "the one that leads is cut off from everybody",
		happens: async (cluster) => {
			cut = await leaderOf(cluster);
			for (const line of cluster.nodes[cut].lines) line.goDead();
		},
		mended: async (cluster) => {
			if (cut) for (const line of cluster.nodes[cut].lines) line.mend();
			await startAgain(cluster);
		},
	},
	{
		name: "a follower dies, the synchronous one",
		happens: async (cluster) => {
			const [row] = await cluster.ask<{ name: NodeName }>(
				"select application_name as name from pg_stat_replication where sync_state = 'sync'",
			);
			if (!row) throw new Error("Nobody follows synchronously");
			signal(everythingOn(cluster, row.name), "SIGKILL");
		},
		mended: startAgain,
	},
	{
		name: "a follower is away for longer than what it lacks is kept",
		happens: async (cluster) => {
			const [row] = await cluster.ask<{ name: NodeName }>(
				"select application_name as name from pg_stat_replication where sync_state = 'async'",
			);
			if (!row) throw new Error("Nobody follows but synchronously");
			signal(everythingOn(cluster, row.name), "SIGKILL");
			await until("nothing is kept for it", 40, async () => {
				const slots = await cluster.ask<{ name: string }>(
					"select slot_name as name from pg_replication_slots",
				);
				return slots.every(({ name }) => name !== row.name);
			});
			for (let times = 0; times < 5; times++) {
				await cluster.ask(
					"select count(pg_logical_emit_message(false, 'rehearsal', repeat('x', 1000000))) from generate_series(1, 64)",
				);
				await cluster.ask("checkpoint");
			}
		},
		mended: startAgain,
	},
	{
		name: "the disk of the one that leads is full",
		happens: async (cluster) => {
			filled = await leaderOf(cluster);
			// Nearly all at once, and not by this process: the disk under it is etcd's too, and in truth that would be another.
			const file = filler(cluster, filled);
			const { bavail, bsize } = statfsSync(cluster.nodes[filled].directory);
			await promisify(execFile)("fallocate", ["-l", `${bavail * bsize - 20_000_000}`, file]);
			const fill = ["if=/dev/zero", `of=${file}`, "bs=1M", "oflag=append", "conv=notrunc"];
			// It ends when nothing more fits.
			await promisify(execFile)("dd", fill).catch(() => {});
		},
		mended: async (cluster) => {
			if (filled) rmSync(filler(cluster, filled), { force: true });
			await startAgain(cluster);
		},
	},
	{
		name: "a node is upgraded: another leads, it is stopped, and starts again",
		happens: async (cluster) => {
			const leader = await leaderOf(cluster);
			await cluster.switchOver();
			await until("another leads", 40, async () => {
				const now = await cluster.leader();
				return now !== undefined && now !== leader;
			});
			await pause(5);
			cluster.nodes[leader].process?.kill("SIGTERM");
		},
		mended: startAgain,
	},
];
