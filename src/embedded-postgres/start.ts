import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { postgresPrograms, type RunAs } from "./binaries.ts";

/** A database that runs for as long as this process does. */
export type EmbeddedPostgres = {
	/** Where to connect to. */
	url: string;
	/** Stops it cleanly: everything acknowledged is on the disk. */
	stop: () => Promise<void>;
};

export type EmbeddedOptions = {
	/** Where its data are kept; made when it is not there. */
	directory: string;
	/** Faster, and not safe from a power cut: for tests only. */
	fsync?: boolean;
	/** Lines that the database logs. */
	onLog?: (line: string) => void;
};

/** The database could not be started. `message` says why and what to do. */
export class DatabaseFault extends Error {}

const user = "concord";
/** Holds the number of the process that the database runs for. */
const ownerFile = "concord.pid";
const readyWithin = 30_000;

/**
 * Starts the PostgreSQL that comes with Concord. It listens on a socket that only its own user can reach,
 * never on the network.
 *
 * @throws DatabaseFault when the directory is in use, cannot be written or the database does not come up
 */
export async function startEmbeddedPostgres(
	options: EmbeddedOptions,
): Promise<EmbeddedPostgres> {
	const runAs = process.getuid?.() === 0 ? nobody() : undefined;
	const programs = postgresPrograms(runAs);
	const data = prepareDirectory(options.directory, runAs);
	if (!existsSync(join(data, "PG_VERSION"))) initialise(programs, data, runAs);
	await stopLeftover(data);

	const sockets = socketDirectory(data, runAs);
	const settings: Record<string, string> = {
		listen_addresses: "",
		unix_socket_directories: sockets,
		unix_socket_permissions: "0700",
		shared_buffers: "32MB",
		max_connections: "40",
		fsync: options.fsync === false ? "off" : "on",
		synchronous_commit: options.fsync === false ? "off" : "on",
		full_page_writes: options.fsync === false ? "off" : "on",
		log_min_messages: "warning",
		// Statements hold what people wrote: an error names its code, never the statement or its values.
		log_min_error_statement: "panic",
		log_error_verbosity: "terse",
		log_parameter_max_length_on_error: "0",
	};
	const postgres = spawn(
		join(programs, "postgres"),
		[
			"-D",
			data,
			...Object.entries(settings).flatMap(([name, value]) => [
				"-c",
				`${name}=${value}`,
			]),
		],
		{
			...runAs,
			// In a group of its own: Ctrl-C in the terminal is for Concord, which stops it in order.
			detached: true,
			stdio: ["ignore", "ignore", "pipe"],
		},
	);
	const watchdog = watch(postgres);
	const log: string[] = [];
	postgres.stderr?.setEncoding("utf8").on("data", (text: string) => {
		for (const line of text.split("\n").filter(Boolean)) {
			log.push(line);
			if (log.length > 20) log.shift();
			options.onLog?.(line);
		}
	});
	writeFileSync(join(data, ownerFile), String(process.pid));
	const ended = new Promise<void>((resolve) =>
		postgres.once("exit", () => resolve()),
	);
	try {
		await untilReady(data, postgres, log);
	} catch (problem) {
		postgres.kill("SIGINT");
		watchdog.kill("SIGKILL");
		throw problem;
	}
	return {
		url: `postgres:///postgres?host=${encodeURIComponent(sockets)}&user=${user}`,
		stop: async () => {
			postgres.kill("SIGINT");
			await ended;
			watchdog.kill("SIGKILL");
		},
	};
}

function nobody(): RunAs {
	const line = readFileSync("/etc/passwd", "utf8")
		.split("\n")
		.find((each) => each.startsWith("nobody:"));
	const [, , uid, gid] = line?.split(":") ?? [];
	if (!uid || !gid)
		throw new DatabaseFault(
			"Concord runs as root here, and PostgreSQL does not. There is no user “nobody” to run it as: start Concord as an ordinary user.",
		);
	return { uid: Number(uid), gid: Number(gid) };
}

/**
 * The directory of the cluster: `postgres` inside the data directory. Where root's `nobody` cannot get there,
 * such as under root's home, it is a link to a place of root's own.
 */
function prepareDirectory(directory: string, runAs: RunAs | undefined): string {
	try {
		mkdirSync(directory, { recursive: true, mode: 0o711 });
		const data = join(realpathSync(directory), "postgres");
		if (!existsSync(data)) {
			// A link that leads nowhere any more.
			rmSync(data, { force: true });
			mkdirSync(data, { mode: 0o700 });
			if (runAs) {
				chownSync(data, runAs.uid, runAs.gid);
				if (!canEnter(data, runAs)) {
					rmSync(data, { recursive: true });
					symlinkSync(makeReachablePlace(runAs), data);
				}
			}
		}
		return realpathSync(data);
	} catch (problem) {
		throw new DatabaseFault(
			`Concord cannot write to ${directory} (${(problem as NodeJS.ErrnoException).code}). Set CONCORD_DATA to a directory it may write to.`,
		);
	}
}

const canEnter = (directory: string, { uid, gid }: RunAs): boolean =>
	spawnSync("/bin/sh", ["-c", 'cd "$0"', directory], {
		uid,
		gid,
		stdio: "ignore",
	}).status === 0;

function makeReachablePlace({ uid, gid }: RunAs): string {
	mkdirSync("/var/lib/concord", { recursive: true, mode: 0o755 });
	const place = mkdtempSync("/var/lib/concord/postgres-");
	chownSync(place, uid, gid);
	return place;
}

function initialise(
	programs: string,
	data: string,
	runAs: RunAs | undefined,
): void {
	const { status, stderr } = spawnSync(
		join(programs, "initdb"),
		[
			"--pgdata",
			data,
			"--username",
			user,
			"--auth",
			"trust",
			"--encoding",
			"UTF8",
			"--locale-provider",
			"icu",
			"--icu-locale",
			"en-GB",
			"--locale",
			"C",
			"--no-instructions",
		],
		{ ...runAs, encoding: "utf8" },
	);
	if (status !== 0) {
		// Half a database would be taken for a whole one at the next start.
		for (const name of readdirSync(data))
			rmSync(join(data, name), { recursive: true, force: true });
		throw new DatabaseFault(
			`The database could not be made: ${stderr.trim().split("\n").at(-1)}`,
		);
	}
}

/** A path of a socket may have 107 letters at most, so it stands apart from the data. */
function socketDirectory(data: string, runAs: RunAs | undefined): string {
	const name = createHash("sha256").update(data).digest("hex").slice(0, 12);
	const directory = join(tmpdir(), `concord-${name}`);
	mkdirSync(directory, { recursive: true, mode: 0o700 });
	if (runAs) chownSync(directory, runAs.uid, runAs.gid);
	chmodSync(directory, 0o700);
	return directory;
}

/**
 * A database that outlived its Concord is stopped before a new one starts.
 *
 * @throws DatabaseFault when another Concord is using it
 */
async function stopLeftover(data: string): Promise<void> {
	const until = performance.now() + readyWithin;
	for (;;) {
		const postgres = postmaster(data);
		if (!postgres || !isPostgresOf(data, postgres.pid)) return;
		const owner = Number(readIfThere(join(data, ownerFile)));
		if (owner && owner !== process.pid && isRunning(owner))
			throw new DatabaseFault(
				`Concord is already running on ${dirname(data)} (process ${owner}). Stop it, or set CONCORD_DATA to another directory.`,
			);
		if (performance.now() > until)
			throw new DatabaseFault(
				`The database in ${data} (process ${postgres.pid}) does not stop. Stop it, then start Concord again.`,
			);
		signal(postgres.pid, "SIGINT");
		await pause(50);
	}
}

/** The database server of a data directory, as it describes itself. */
function postmaster(data: string): { pid: number; ready: boolean } | undefined {
	const lines = readIfThere(join(data, "postmaster.pid")).split("\n");
	const pid = Number(lines[0]);
	return pid ? { pid, ready: lines[7]?.trim() === "ready" } : undefined;
}

/** After a power cut the number in the file may be some other program's by now. */
function isPostgresOf(data: string, pid: number): boolean {
	if (!isRunning(pid)) return false;
	const command =
		process.platform === "linux"
			? readIfThere(`/proc/${pid}/cmdline`)
			: (spawnSync("ps", ["-p", String(pid), "-o", "command="], {
					encoding: "utf8",
				}).stdout ?? "");
	return command.includes(data);
}

async function untilReady(
	data: string,
	postgres: ChildProcess,
	log: string[],
): Promise<void> {
	const until = performance.now() + readyWithin;
	while (performance.now() < until) {
		if (postgres.exitCode !== null || postgres.signalCode !== null)
			throw new DatabaseFault(
				`The database did not start: ${log.at(-1) ?? "it said nothing"}`,
			);
		const running = postmaster(data);
		if (running?.pid === postgres.pid && running?.ready) return;
		await pause(20);
	}
	throw new DatabaseFault(
		`The database did not start within ${readyWithin / 1000} seconds`,
	);
}

/**
 * A small process that holds a pipe from this one: the pipe ends when this process does, however it went,
 * and then the database is stopped.
 */
function watch(postgres: ChildProcess): ChildProcess {
	const pid = String(postgres.pid);
	const [program, args]: [string, string[]] =
		process.platform === "win32"
			? [
					process.execPath,
					[
						"-e",
						"process.stdin.resume().on('end', () => process.kill(Number(process.argv[1])))",
						pid,
					],
				]
			: [
					"/bin/sh",
					["-c", 'cat > /dev/null; kill -INT "$0" 2> /dev/null', pid],
				];
	return spawn(program, args, {
		detached: true,
		stdio: ["pipe", "ignore", "ignore"],
	});
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (problem) {
		return (problem as NodeJS.ErrnoException).code === "EPERM";
	}
}

function signal(pid: number, name: NodeJS.Signals): void {
	try {
		process.kill(pid, name);
	} catch {
		// It has ended by itself.
	}
}

function readIfThere(file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return "";
	}
}

const pause = (milliseconds: number) =>
	new Promise((resolve) => setTimeout(resolve, milliseconds));
