/**
 * How long a start takes until pages are served, with a database as full as wanted: from the start of the process to the first
 * answer of /ready, with the PostgreSQL that comes with Concord and with one that runs already, and how much of it is the
 * reading of Concord's own code.
 *
 * npx tsx bench/start.ts DIRECTORY/100k-settled: medians of 7 starts on a copy. Fails at 2 seconds or more.
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { usualKeyFile } from "../src/key-holders/open-key-holder.ts";
import { projectRoot } from "../src/project-root.ts";
import { median } from "./many-differences.ts";
import { timeOf } from "./measuring/processor-time.ts";
import { freePort, howToStart } from "./measuring/served.ts";

const [, , data] = process.argv;
if (!data) throw new Error("Name a data directory.");
const starts = 7;

execFileSync(process.execPath, ["tools/build.ts", "--if-stale"], { cwd: projectRoot });
const directory = mkdtempSync(join(tmpdir(), "concord-bench-"));
execFileSync("chmod", ["711", directory]);
const copy = join(directory, "data");
execFileSync("cp", ["-a", "--reflink=auto", resolve(data), copy]);

// Brought to this version first, where it is of an older one.
await startOnce({});
const embedded = await startsOf({});
report("with its own PostgreSQL", embedded);
const postgres = await startEmbeddedPostgres({ directory: copy });
const beside = await startsOf({ DATABASE_URL: postgres.url });
report("with one that runs", beside);
await postgres.stop();
rmSync(directory, { recursive: true, force: true });
if (median(embedded.map(({ clock }) => clock)) >= 2_000) process.exitCode = 1;

type Start = { clock: number; app: number };

async function startsOf(env: Record<string, string>): Promise<Start[]> {
	const all: Start[] = [];
	for (let nth = 0; nth < starts; nth += 1) all.push(await startOnce(env));
	return all;
}

/** In milliseconds: by the clock, and of processor time, without the database. */
async function startOnce(env: Record<string, string>): Promise<Start> {
	const port = await freePort();
	const began = performance.now();
	const app = spawn(process.execPath, howToStart(projectRoot), {
		cwd: projectRoot,
		env: {
			PATH: process.env.PATH,
			PORT: String(port),
			CONCORD_DATA: copy,
			CONCORD_KEY_FILE: usualKeyFile(copy),
			...env,
		},
		stdio: ["ignore", "ignore", "inherit"],
	});
	const ended = new Promise<never>((_, failed) =>
		app.once("close", () => failed(new Error("Concord did not start."))),
	);
	const ready = async () => {
		for (;;) {
			const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
			if (answer?.ok) return;
			await setTimeout(5);
		}
	};
	await Promise.race([ready(), ended]);
	const took = { clock: performance.now() - began, app: timeOf(app.pid ?? 0).own };
	app.kill("SIGTERM");
	await ended.catch(() => {});
	return took;
}

function report(how: string, all: Start[]): void {
	const each = all.map(({ clock }) => clock.toFixed(0)).join(", ");
	console.log(
		`${how.padEnd(26)} ${median(all.map(({ clock }) => clock)).toFixed(0)} ms (${each}); processors: ${median(all.map(({ app }) => app)).toFixed(0)} ms Concord`,
	);
}
