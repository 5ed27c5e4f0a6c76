/** What may happen to a node while people work, and how each is put right again. Every one ends within two minutes. */
import { readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cluster, type NodeName, names, onSmallDisk, pause, until } from "./cluster.ts";

export type Fault = {
	name: string;
	/** Brings about what must be so first. */
	before?: (cluster: Cluster) => Promise<void>;
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

const otherThan = (name: NodeName): NodeName => names.find((each) => each !== name) as NodeName;

let paused: number[] = [];
let cut: NodeName | undefined;
const filler = (cluster: Cluster) => join(cluster.nodes[onSmallDisk].directory, "..", "filler");

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
		before: async (cluster) => {
			if ((await cluster.leader()) !== onSmallDisk) await cluster.switchTo(onSmallDisk);
			await until(
				"the one with the small disk leads",
				40,
				async () => (await cluster.leader()) === onSmallDisk,
			);
			await cluster.whole(60);
		},
		happens: async (cluster) => {
			const { bavail, bsize } = statfsSync(cluster.nodes[onSmallDisk].directory);
			writeFileSync(filler(cluster), Buffer.alloc(bavail * bsize));
		},
		mended: async (cluster) => {
			rmSync(filler(cluster));
			await startAgain(cluster);
		},
	},
	{
		name: "a node is upgraded: another leads, it is stopped, and starts again",
		happens: async (cluster) => {
			const leader = await leaderOf(cluster);
			await cluster.switchTo(otherThan(leader));
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
