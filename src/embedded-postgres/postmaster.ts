import { spawn, spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseFault } from "./database-fault.ts";
import type { RunAs } from "./run-as.ts";

/** A database's server, by the programs, files and user that it runs with. */
export type Postmaster = {
	programs: string;
	cluster: string;
	runAs: RunAs | undefined;
};

/** How long a stop may take, in seconds: a server with much in memory writes it down first. */
const stopWithin = 60;

/** The command that stops a server in order and waits until it has gone. */
export const stopCommand = ({
	programs,
	cluster,
}: Postmaster): [program: string, ...args: string[]] => [
	join(programs, "pg_ctl"),
	"stop",
	"--mode=fast",
	`--timeout=${stopWithin}`,
	"--silent",
	`--pgdata=${cluster}`,
];

/**
 * Stops a server in order.
 *
 * @throws DatabaseFault when it does not stop
 */
export function stopPostmaster(postmaster: Postmaster): Promise<void> {
	const [program, ...args] = stopCommand(postmaster);
	return new Promise((resolve, reject) => {
		spawn(program, args, { ...postmaster.runAs, cwd: "/", stdio: "ignore" })
			.once("error", reject)
			.once("exit", (code) => {
				// One that was killed leaves its number behind, and there is nothing to stop.
				if (code === 0 || commandOf(namedPid(postmaster.cluster)) === "") resolve();
				else
					reject(
						new DatabaseFault(
							`The database in ${postmaster.cluster} does not stop. Stop its process, then start Concord again.`,
						),
					);
			});
	});
}

/**
 * Stops the server that outlived a Concord that was killed. The caller holds the data directory, so no
 * living Concord uses it.
 */
export async function stopLeftover(postmaster: Postmaster): Promise<void> {
	const command = commandOf(namedPid(postmaster.cluster));
	if (command.includes(postmaster.cluster)) await stopPostmaster(postmaster);
	// After a power cut the number may be another program's by now, and PostgreSQL would not start for it.
	else if (command !== "" && !command.includes("postgres"))
		rmSync(pidFile(postmaster.cluster), { force: true });
}

const pidFile = (cluster: string) => join(cluster, "postmaster.pid");

/** The process that the files say is the server, running or not; empty when they name none. */
function namedPid(cluster: string): string {
	try {
		return readFileSync(pidFile(cluster), "utf8").split("\n", 1)[0] ?? "";
	} catch {
		return "";
	}
}

/** The command line of a process; empty when there is no such process. */
function commandOf(pid: string): string {
	if (pid === "") return "";
	if (process.platform === "linux")
		try {
			return readFileSync(`/proc/${pid}/cmdline`, "utf8");
		} catch {
			return "";
		}
	const [program, ...args] =
		process.platform === "win32"
			? [
					"powershell",
					"-NoProfile",
					"-Command",
					`(Get-CimInstance Win32_Process -Filter ProcessId=${Number(pid)}).CommandLine`,
				]
			: ["ps", "-p", pid, "-o", "command="];
	return spawnSync(program ?? "", args, { encoding: "utf8" }).stdout ?? "";
}
