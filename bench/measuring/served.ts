/** A Concord in processes of its own, on a copy of a data directory, and what processor time it and its database have used. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "../../src/embedded-postgres/start.ts";
import { usualKeyFile } from "../../src/key-holders/open-key-holder.ts";
import { partnershipId } from "../../src/rehearsal/identifiers.ts";
import { timeOf, timeOfDatabase } from "./processor-time.ts";
import { readTraffic, type Traffic } from "./traffic.ts";

export type Served = {
	address: string;
	/** Of its database, as the owner. */
	url: string;
	sql: pg.Pool;
	/** Milliseconds of processor time so far. */
	cpu: () => { app: number; database: number };
	/** Resident megabytes of the app. */
	memory: () => number;
	/** The most of them that it ever had. */
	peak: () => number;
	/** What the app asks of the database; only where that was asked for, for it takes time. */
	traffic?: Traffic;
	stop: () => Promise<void>;
};

/**
 * @param data a data directory; it stays as it is
 * @param checkout whose Concord; it is built where that is stale
 * @param withTraffic what is asked of the database is read on its way
 * @param keptIn where the copy is made that is served, and stays, without the mail of its first sweep; else it goes when it is
 * stopped
 * @param inPlace it is served itself, not a copy: for what is too large to be copied
 */
export async function serve(
	data: string,
	{
		checkout,
		withTraffic = false,
		keptIn,
		inPlace = false,
	}: { checkout: string; withTraffic?: boolean; keptIn?: string; inPlace?: boolean },
): Promise<Served> {
	const directory = mkdtempSync(join(tmpdir(), "concord-bench-"));
	execFileSync("chmod", ["711", directory]);
	const copy = inPlace ? resolve(data) : resolve(keptIn ?? join(directory, "data"));
	if (!inPlace) execFileSync("cp", ["-a", "--reflink=auto", resolve(data), copy]);
	const postgres = await startEmbeddedPostgres({ directory: copy });
	const sql = new pg.Pool({ connectionString: postgres.url, max: 2 });
	await setBack(sql);
	const traffic = withTraffic ? await readTraffic(postgres.url) : undefined;
	const port = await freePort();
	const app = await startApp(checkout, {
		PORT: String(port),
		CONCORD_DATA: copy,
		CONCORD_KEY_FILE: usualKeyFile(copy),
		DATABASE_URL: traffic?.url ?? postgres.url,
	});
	await settled(sql, inPlace || keptIn !== undefined);
	const ofDatabase = timeOfDatabase(copy);
	return {
		address: `http://127.0.0.1:${port}`,
		url: postgres.url,
		sql,
		cpu: () => ({ app: timeOf(app.pid ?? 0).own, database: ofDatabase() }),
		memory: () => megabytesOf(app, "VmRSS"),
		peak: () => megabytesOf(app, "VmHWM"),
		...(traffic && { traffic }),
		stop: async () => {
			app.kill("SIGTERM");
			await new Promise((ended) => app.once("close", ended));
			await sql.end();
			await traffic?.stop();
			await postgres.stop();
			rmSync(directory, { recursive: true, force: true });
		},
	};
}

/** It is again the moment at which its differences were made, so that none of them has run out since. */
async function setBack(sql: pg.Pool): Promise<void> {
	await sql.query(
		`update partnership set clock_ahead = ceil(extract(epoch from made.at - now())) from (
			select max(at) as at from chain_entry where chain_id = $1) as made where id = $1`,
		[partnershipId],
	);
}

/** The first sweep of a copy reminds of all that it finds, and the mail takes a minute or two: what is measured is the usual day. */
async function settled(sql: pg.Pool, dropsMail: boolean): Promise<void> {
	const began = new Date();
	for (let quiet = 0; quiet < 3; ) {
		await new Promise((waited) => setTimeout(waited, 1_000));
		if (dropsMail)
			await sql.query("delete from pgboss.job where name = 'send-mail' and state = 'created'");
		const { rows } = await sql.query<{ is_quiet: boolean }>(
			`select bool_or(name = 'sweep' and state = 'completed' and completed_on > $1)
				and not bool_or(name in ('send-mail', 'sweep') and state in ('created', 'active', 'retry')) as is_quiet
			from pgboss.job`,
			[began],
		);
		quiet = rows[0]?.is_quiet ? quiet + 1 : 0;
	}
}

async function startApp(checkout: string, env: Record<string, string>): Promise<ChildProcess> {
	execFileSync(process.execPath, ["tools/build.ts", "--if-stale"], { cwd: checkout });
	const app = spawn(join(checkout, "node_modules/.bin/node"), howToStart(checkout), {
		cwd: checkout,
		env: { PATH: process.env.PATH, ...env },
		stdio: ["ignore", "pipe", "inherit"],
	});
	// Whatever ends the bench ends it too.
	process.once("exit", () => app.kill());
	await new Promise<void>((ready, failed) => {
		app.stdout?.on("data", (said: Buffer) => {
			if (said.includes("Concord is at")) ready();
		});
		app.once("close", () => failed(new Error("Concord did not start")));
	});
	return app;
}

/** With which arguments `npm start` starts Node. */
export function howToStart(checkout: string): string[] {
	const { scripts } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));
	const [, ...how] = String(scripts.start).split(" ");
	return how;
}

/** @param counted as Linux calls it */
const megabytesOf = ({ pid }: ChildProcess, counted: "VmRSS" | "VmHWM"): number =>
	Number(
		new RegExp(`${counted}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1],
	) / 1024;

export const freePort = (): Promise<number> =>
	new Promise((found) => {
		const server = createServer().listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => found(typeof address === "object" && address ? address.port : 0));
		});
	});
