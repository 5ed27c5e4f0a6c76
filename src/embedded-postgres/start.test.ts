import { spawn } from "node:child_process";
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { DatabaseFault, type EmbeddedPostgres, startEmbeddedPostgres } from "./start.ts";

const root = mkdtempSync(join(tmpdir(), "concord-launcher-"));
chmodSync(root, 0o711);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const running: EmbeddedPostgres[] = [];
afterEach(() => Promise.all(running.splice(0).map(({ stop }) => stop())));

async function start(directory: string) {
	const postgres = await startEmbeddedPostgres({ directory, fsync: false });
	running.push(postgres);
	return postgres;
}
const stop = () => running.pop()?.stop();

async function ask(url: string, query: string) {
	const client = new pg.Client(url);
	// A server that ends while we ask tells the client so, and the query fails.
	client.on("error", () => {});
	await client.connect();
	try {
		return (await client.query(query)).rows;
	} finally {
		await client.end();
	}
}

/** Concord itself, as far as its database is concerned: killed without a warning. */
async function startAndKill(
	directory: string,
	signal: NodeJS.Signals,
	killMore: () => void = () => {},
) {
	const program = `
		const { startEmbeddedPostgres } = await import(${JSON.stringify(join(import.meta.dirname, "start.ts"))});
		const { url } = await startEmbeddedPostgres({ directory: ${JSON.stringify(directory)} });
		const { default: pg } = await import(${JSON.stringify(import.meta.resolve("pg"))});
		const client = new pg.Client(url);
		await client.connect();
		await client.query("insert into kept values ('acknowledged')");
		process.stdout.write("acknowledged");
		setInterval(() => {}, 1000);`;
	const concord = spawn(process.execPath, ["--input-type=module", "--eval", program], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	await new Promise((resolve) => concord.stdout.once("data", resolve));
	const ended = new Promise((resolve) => concord.once("exit", resolve));
	concord.kill(signal);
	killMore();
	await ended;
}

const postmasterOf = (directory: string) =>
	Number(readFileSync(join(directory, "postgres/postmaster.pid"), "utf8").split("\n")[0]);

describe("the database that comes with Concord", () => {
	const directory = join(root, "data");
	beforeAll(async () => {
		const { url } = await start(directory);
		await ask(url, "create table kept (what text)");
		await stop();
	});

	test("sorts names as British readers expect, writes UTF-8 and listens on no port", async () => {
		const { url } = await start(directory);
		const [found] = await ask(
			url,
			`select current_setting('listen_addresses') as port, current_setting('server_encoding') as encoding,
			        array(select name from unnest(array['Zoe', 'ana', 'Émile', 'Bea']) as name order by name) as names`,
		);
		expect(found).toEqual({
			port: "",
			encoding: "UTF8",
			names: ["ana", "Bea", "Émile", "Zoe"],
		});
	});

	test("can be opened by its own user alone", async () => {
		const { url } = await start(directory);
		const sockets = new URLSearchParams(url.split("?")[1]).get("host") ?? "";
		expect(sockets).toBe(join(directory, "postgres"));
		expect(readdirSync(sockets).filter((name) => name.startsWith(".s.PGSQL"))).not.toEqual([]);
	});

	test("keeps what was there at the second start", async () => {
		await ask((await start(directory)).url, "insert into kept values ('first')");
		await stop();
		const { url } = await start(directory);
		expect(await ask(url, "select 1 from kept where what = 'first'")).toHaveLength(1);
	});

	test("is not shared: a second start is told which process has it", async () => {
		await start(directory);
		await expect(start(directory)).rejects.toThrow(
			`Concord is already running on ${directory} (process ${process.pid}). Stop it, or set CONCORD_DATA to another directory.`,
		);
	});

	test("loses nothing acknowledged when Concord is killed, and starts again", async () => {
		await startAndKill(directory, "SIGKILL");
		const { url } = await start(directory);
		expect(await ask(url, "select 1 from kept where what = 'acknowledged'")).toHaveLength(1);
	});

	test("loses nothing acknowledged when its database is killed with it, and starts again at once", async () => {
		await ask((await start(directory)).url, "truncate kept");
		await stop();
		await startAndKill(directory, "SIGKILL", () =>
			process.kill(postmasterOf(directory), "SIGKILL"),
		);
		const { url } = await start(directory);
		expect(await ask(url, "select 1 from kept where what = 'acknowledged'")).toHaveLength(1);
	});

	test("that was killed is as good as stopped", async () => {
		const { failed } = await start(directory);
		process.kill(postmasterOf(directory), "SIGKILL");
		expect(await failed).toContain("The database has ended by itself");
		await stop();
		const { url } = await start(directory);
		expect(await ask(url, "select 1 as up")).toEqual([{ up: 1 }]);
	});

	test("says so when it ends by itself", async () => {
		const { failed } = await start(directory);
		process.kill(postmasterOf(directory), "SIGQUIT");
		expect(await failed).toContain("The database has ended by itself");
		// Nothing is left to stop, and stopping says nothing.
		await stop();
	});

	test("starts although a file names some other program's process as its own", async () => {
		// As after a power cut: numbers of processes are given out anew.
		writeFileSync(
			join(directory, "postgres/postmaster.pid"),
			`${process.ppid}\n${directory}/postgres\n`,
		);
		const { url } = await start(directory);
		expect(await ask(url, "select 1 as up")).toEqual([{ up: 1 }]);
	});
});

describe("a data directory", () => {
	test("with too long a path for a socket works all the same", async () => {
		const { url } = await start(join(root, "long".repeat(30)));
		expect(await ask(url, "select 1 as up")).toEqual([{ up: 1 }]);
	});

	test("in which making the database was broken off begins anew", async () => {
		const directory = join(root, "broken-off");
		mkdirSync(join(directory, "postgres.new-abcdef"), { recursive: true });
		chmodSync(directory, 0o711);
		writeFileSync(join(directory, "postgres.new-abcdef/PG_VERSION"), "18\n");
		const { url } = await start(directory);
		expect(await ask(url, "select 1 as up")).toEqual([{ up: 1 }]);
		await stop();
		expect(readdirSync(directory)).toEqual(["postgres"]);
	});

	test("that is a file is refused in a sentence", async () => {
		const file = join(root, "file");
		writeFileSync(file, "");
		await expect(start(file)).rejects.toThrow(
			`Concord cannot keep its data in ${file} (EEXIST). Set CONCORD_DATA to a directory that it may write to.`,
		);
	});

	test("whose database was moved away is refused: an empty one would look like lost data", async () => {
		const directory = join(root, "moved-away");
		mkdirSync(directory);
		symlinkSync(join(root, "nowhere"), join(directory, "postgres"));
		await expect(start(directory)).rejects.toThrow(/a link to a place that is not there/);
		expect(existsSync(join(root, "nowhere"))).toBe(false);
	});

	test.each([
		["of another version of PostgreSQL", "17\n", /of PostgreSQL 17/],
		["of something else", undefined, /is there, but is no database/],
	])("with files %s is refused", async (_, version, sentence) => {
		const directory = mkdtempSync(join(root, "foreign-"));
		mkdirSync(join(directory, "postgres"));
		// Root's own files are refused for another reason.
		if (process.getuid?.() === 0) chownSync(join(directory, "postgres"), 65534, 65534);
		if (version) writeFileSync(join(directory, "postgres/PG_VERSION"), version);
		const refused = start(directory);
		await expect(refused).rejects.toThrow(DatabaseFault);
		await expect(refused).rejects.toThrow(sentence);
	});
});
