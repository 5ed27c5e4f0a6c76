/** What may happen to a node while people work, and how each is put right again. Every one ends within two minutes. */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Cluster, type NodeName, names, pause, until } from "./cluster.ts";

export type Fault = {
	name: string;
	happens: (cluster: Cluster) => Promise<void>;
	/** Puts right what happened, once Concord had time to live with it. */
	mended: (cluster: Cluster) => Promise<void>;
};

/** How long each is left as it is, in seconds: twice as long as writing may take to go on. */
export const leftFor = 45;

const leaderOf = async (cluster: Cluster): Promise<NodeName> => {
	const leader = await cluster.leader();
	if (!leader) throw new Error("Nobody leads");
	return leader;
};

/** PostgreSQL of a node with all that it has started, and the Patroni that minds it. */
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
	const patroni = cluster.nodes[name].process?.pid;
	return [...(patroni ? [patroni] : []), postmaster, ...children.map(Number)];
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
const leastFree = 0.05;

/**
 * What docs/operations/cluster.md lets every node do by a timer: PostgreSQL whose disk is full goes on, and refuses what needs
 * room, so Patroni sees nothing amiss. Whoever leads without room lets another lead.
 */
export function guardDisks(cluster: Cluster): () => void {
	let isBusy = false;
	const timer = setInterval(async () => {
		if (isBusy) return;
		isBusy = true;
		try {
			const leader = await cluster.leader();
			if (leader && cluster.freeOn(leader) < leastFree) await cluster.switchOver();
		} catch {
			// The next look tries again.
		}
		isBusy = false;
	}, 2_000);
	return () => clearInterval(timer);
}

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
		name: "the disk of the one that leads is full",
		happens: async (cluster) => {
			filled = await leaderOf(cluster);
			// Not written by this process, so that what it keeps open for the others does not wait; it ends when nothing more fits.
			const fill = ["if=/dev/zero", `of=${filler(cluster, filled)}`, "bs=1M"];
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
