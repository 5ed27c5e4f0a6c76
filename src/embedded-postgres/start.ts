import { spawn } from "node:child_process";
import { existsSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { keptPassword, loopbackAddress, socketAddress } from "./address.ts";
import { postgresPrograms } from "./binaries.ts";
import { checkVersion, findCluster, makeCluster } from "./cluster.ts";
import { DatabaseFault, whyNotStarted } from "./database-fault.ts";
import { holdDirectory } from "./hold-directory.ts";
import { type Postmaster, stopLeftover, stopPostmaster } from "./postmaster.ts";
import { canEnter, whoRuns } from "./run-as.ts";
import { watch } from "./watchdog.ts";

export { postgresAddressOf } from "./address.ts";
export { DatabaseFault } from "./database-fault.ts";

/** A database that runs for as long as this process does. */
export type EmbeddedPostgres = {
	/** Where to connect to. */
	url: string;
	/** Stops it in order: everything acknowledged is on the disk. */
	stop: () => Promise<void>;
	/** Resolves to a sentence when it ends without having been stopped; else never. */
	failed: Promise<string>;
};

export type EmbeddedOptions = {
	/** Where its files are kept; made when it is not there. */
	directory: string;
	/** False is faster and does not survive a power cut: for tests only. */
	fsync?: boolean;
	/** Called while the files of a new database are being made, which takes a second or two of another processor. */
	whileMaking?: () => void;
	/** Takes each line that the database logs. None holds a statement or a value of one. */
	onLog?: (line: string) => void;
};

/** Crash recovery on a slow disk included, in milliseconds. */
const readyWithin = 120_000;

/** What PostgreSQL says while a process of an earlier one is there. */
const stillHeld =
	/lock file "postmaster\.pid" already exists|shared memory block .* is still in use/;
const mostTries = 50;
/** In milliseconds. */
const betweenTries = 100;

/** A small machine that has other things to do, and a log without anything that people wrote. */
const settings: Record<string, string> = {
	shared_buffers: "32MB",
	max_connections: "60",
	max_wal_size: "256MB",
	max_parallel_workers_per_gather: "0",
	max_logical_replication_workers: "0",
	io_method: "sync",
	jit: "off",
	timezone: "UTC",
	log_timezone: "UTC",
	log_min_error_statement: "panic",
	log_error_verbosity: "terse",
	log_parameter_max_length_on_error: "0",
};

const unsafe = {
	fsync: "off",
	synchronous_commit: "off",
	full_page_writes: "off",
};

/**
 * Starts the PostgreSQL that comes with Concord. It is reached by a socket that only its own user can open,
 * never from the network. What a killed Concord left running on the directory is stopped first.
 *
 * @throws DatabaseFault when the directory is in use or cannot be written, or the database does not come up
 */
export async function startEmbeddedPostgres({
	directory,
	fsync = true,
	whileMaking = () => {},
	onLog = () => {},
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
	const home = makeDirectory(directory);
	const letGo = await holdDirectory(home);
	try {
		const password = process.platform === "win32" ? keptPassword(home) : undefined;
		const postmaster = await preparePostmaster(home, password, whileMaking);
		await stopLeftover(postmaster);
		const address =
			password === undefined
				? socketAddress(postmaster.cluster, postmaster.runAs)
				: await loopbackAddress(password);
		const running = await runOnceFree(
			postmaster,
			{ ...settings, ...address.settings, ...(fsync ? {} : unsafe) },
			onLog,
		).catch((problem) => {
			address.remove();
			throw problem;
		});
		return {
			url: address.url,
			failed: running.failed,
			stop: async () => {
				await running.stop();
				address.remove();
				await letGo();
			},
		};
	} catch (problem) {
		await letGo();
		throw inPlainWords(problem, directory);
	}
}

/** What the file system refuses is for the operator to mend; anything else is a fault of ours and stays as it is. */
function inPlainWords(problem: unknown, directory: string): unknown {
	const { code, syscall } = problem as NodeJS.ErrnoException;
	if (problem instanceof DatabaseFault || code === undefined || !syscall) return problem;
	return new DatabaseFault(
		code === "ENOSPC"
			? `The disk of ${directory} is full. Make room, then start Concord again.`
			: `Concord cannot keep its data in ${directory} (${code}). Set CONCORD_DATA to a directory that it may write to.`,
	);
}

/** @returns its real path, by which two starts know that they mean the same */
function makeDirectory(directory: string): string {
	try {
		// Others may pass through to what is theirs; each thing inside has its own rights.
		mkdirSync(directory, { recursive: true, mode: 0o711 });
		return realpathSync(directory);
	} catch (problem) {
		throw inPlainWords(problem, directory);
	}
}

async function preparePostmaster(
	home: string,
	password: string | undefined,
	whileMaking: () => void,
): Promise<Postmaster> {
	const found = findCluster(home);
	const runAs = whoRuns(found);
	const programs = postgresPrograms(runAs);
	if (!existsSync(found)) {
		const making = makeCluster(programs, home, runAs, password);
		whileMaking();
		return { programs, runAs, cluster: await making };
	}
	checkVersion(found);
	if (runAs && !canEnter(found, runAs))
		throw new DatabaseFault(
			`PostgreSQL runs as the owner of ${found}, who cannot get there. Let others pass through the directories above it, or move the data to where they can, such as /var/lib/concord, and set CONCORD_DATA.`,
		);
	return { programs, runAs, cluster: found };
}

/** Starts it, and again while what was killed a moment ago still has the files: its last processes are ending. */
async function runOnceFree(...how: Parameters<typeof run>): ReturnType<typeof run> {
	for (let tries = 1; ; tries++)
		try {
			return await run(...how);
		} catch (problem) {
			if (tries === mostTries || !stillHeld.test(String(problem))) throw problem;
			await setTimeout(betweenTries);
		}
}

async function run(
	postmaster: Postmaster,
	withSettings: Record<string, string>,
	onLog: (line: string) => void,
): Promise<Pick<EmbeddedPostgres, "stop" | "failed">> {
	const { programs, cluster, runAs } = postmaster;
	const postgres = spawn(
		join(programs, "postgres"),
		[
			"-D",
			cluster,
			...Object.entries(withSettings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
		],
		{
			...runAs,
			cwd: "/",
			// In a group of its own: Ctrl-C in the terminal is for Concord, which stops it in order.
			detached: true,
			windowsHide: true,
			stdio: ["ignore", "ignore", "pipe"],
		},
	);
	const dismissWatchdog = watch(postmaster);
	let lastTrouble = "it did not say why";
	const ended = new Promise<void>((resolve) => {
		postgres.once("error", (problem) => {
			lastTrouble = problem.message;
			resolve();
		});
		// Its last words come before its streams close.
		postgres.once("close", () => resolve());
	}).then(dismissWatchdog);

	const ready = new Promise<boolean>((resolve) => {
		createInterface({ input: postgres.stderr }).on("line", (line) => {
			onLog(line);
			const trouble = /(?:(?:FATAL|PANIC): |^postgres:) (.*)/.exec(line)?.[1];
			if (trouble) lastTrouble = trouble;
			if (line.includes("database system is ready to accept connections")) resolve(true);
		});
		ended.then(() => resolve(false));
		setTimeout(readyWithin, false, { ref: false }).then(resolve);
	});
	if (!(await ready)) {
		postgres.kill("SIGQUIT");
		throw new DatabaseFault(whyNotStarted(cluster, lastTrouble));
	}

	let stopping = false;
	return {
		failed: new Promise((resolve) => {
			ended.then(() => {
				if (!stopping) resolve(`The database has ended by itself: ${lastTrouble}.`);
			});
		}),
		stop: async () => {
			stopping = true;
			await stopPostmaster(postmaster);
			await ended;
		},
	};
}
