/** What processor time processes have used, as Linux counts it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Linux counts a hundredth of a second. */
const tick = 10;

/** Milliseconds of a process, and of those that it waited for. */
export function timeOf(pid: number): { own: number; ended: number; parent: number } {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
			.replace(/^.*\) /s, "")
			.split(" ");
		const [parent, user, system, endedUser, endedSystem] = [1, 11, 12, 13, 14].map((nth) =>
			Number(fields[nth]),
		) as [number, number, number, number, number];
		return { own: (user + system) * tick, ended: (endedUser + endedSystem) * tick, parent };
	} catch {
		return { own: 0, ended: 0, parent: 0 };
	}
}

function ofFamily(postmaster: number): number {
	const { own, ended } = timeOf(postmaster);
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.map((name) => timeOf(Number(name)))
		.filter(({ parent }) => parent === postmaster)
		.reduce((sum, each) => sum + each.own, own + ended);
}

/** @returns what says how many milliseconds the database of a data directory has used so far, all of its processes together */
export function timeOfDatabase(data: string): () => number {
	const postmaster = Number(
		readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[0],
	);
	return () => ofFamily(postmaster);
}
