import { execFile } from "node:child_process";
import {
	chownSync,
	existsSync,
	globSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { DatabaseFault } from "./database-fault.ts";
import { canEnter, type RunAs, reachablePlace } from "./run-as.ts";

/** The database's superuser; reached only by the socket that is in the database's own directory. */
export const superuser = "concord";

/** The version that the programs are of, as PG_VERSION writes it. */
const postgresVersion = "18";

/**
 * Where the database's files are: `postgres` in the data directory, or where that leads.
 *
 * @throws DatabaseFault when it leads nowhere: an empty database in its place would look like lost data
 */
export function findCluster(directory: string): string {
	const cluster = join(directory, "postgres");
	if (existsSync(cluster)) return realpathSync(cluster);
	if (lstatSync(cluster, { throwIfNoEntry: false }))
		throw new DatabaseFault(
			`${cluster} is a link to a place that is not there. Bring back what it leads to, or remove the link to begin with an empty database.`,
		);
	return cluster;
}

/**
 * Makes the files of a new database, whole or not at all: a start that is broken off leaves nothing that the
 * next one would take for a database.
 *
 * @param password asked for when the database is reached by TCP; absent for a socket, which the directory guards
 * @returns where they are: elsewhere, with a link, when the user it runs as cannot enter the directory
 */
export async function makeCluster(
	programs: string,
	directory: string,
	runAs: RunAs | undefined,
	password: string | undefined,
): Promise<string> {
	const cluster = join(directory, "postgres");
	removeBrokenOff(directory);
	const elsewhere = runAs !== undefined && !canEnter(directory, runAs);
	if (elsewhere) mkdirSync(reachablePlace, { recursive: true, mode: 0o755 });
	const making = mkdtempSync(elsewhere ? join(reachablePlace, "postgres-") : `${cluster}.new-`);
	try {
		if (runAs) chownSync(making, runAs.uid, runAs.gid);
		await initialise(programs, making, runAs, password);
		if (elsewhere) symlinkSync(making, cluster);
		else renameSync(making, cluster);
	} catch (problem) {
		rmSync(making, { recursive: true, force: true });
		throw problem;
	}
	return elsewhere ? making : cluster;
}

/** What a start that was killed left half made. */
function removeBrokenOff(directory: string): void {
	for (const left of globSync("postgres.new-*", { cwd: directory }))
		rmSync(join(directory, left), { recursive: true, force: true });
}

async function initialise(
	programs: string,
	making: string,
	runAs: RunAs | undefined,
	password: string | undefined,
): Promise<void> {
	const passwordFile = `${making}.password`;
	if (password) writeFileSync(passwordFile, password, { mode: 0o600 });
	try {
		await promisify(execFile)(
			join(programs, "initdb"),
			[
				`--pgdata=${making}`,
				`--username=${superuser}`,
				"--encoding=UTF8",
				"--locale-provider=icu",
				"--icu-locale=en-GB",
				"--locale=C",
				"--no-instructions",
				...(password ? ["--auth=scram-sha-256", `--pwfile=${passwordFile}`] : ["--auth=trust"]),
			],
			{ ...runAs, cwd: dirname(making) },
		);
	} catch (problem) {
		const { stderr, message } = problem as Error & { stderr?: string };
		throw new DatabaseFault(
			`The database could not be made in ${dirname(making)}: ${stderr?.trim().split("\n").at(-1) || message}`,
		);
	} finally {
		rmSync(passwordFile, { force: true });
	}
}

/** @throws DatabaseFault when the files are of another version of PostgreSQL, or no database at all */
export function checkVersion(cluster: string): void {
	const file = join(cluster, "PG_VERSION");
	const version = existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
	if (version === undefined)
		throw new DatabaseFault(
			`${cluster} is there, but is no database. Move it away, or set CONCORD_DATA to another directory.`,
		);
	if (version !== postgresVersion)
		throw new DatabaseFault(
			`The database in ${cluster} is of PostgreSQL ${version}, and this Concord brings PostgreSQL ${postgresVersion}. Start the version of Concord that made it.`,
		);
}
