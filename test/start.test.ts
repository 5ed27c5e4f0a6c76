import { once } from "node:events";
import { readdirSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { postgresAddressOf } from "../src/embedded-postgres/start.ts";
import { transact } from "../src/store/db.ts";
import { savePartnership } from "../src/store/partnerships.ts";
import { testDatabase } from "./support/database.ts";
import {
	dataDirectory,
	freePort,
	postmasterOf,
	refusedStart,
	startProduct,
	untilDatabaseStopped,
} from "./support/product.ts";

const data = dataDirectory();
afterAll(data.remove);

const settings = async () => ({
	PORT: String(await freePort()),
	CONCORD_DATA: data.path,
});

/** Asks the product's own database, while it runs. */
async function ask<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
	const client = new pg.Client({
		connectionString: postgresAddressOf(data.path),
	});
	await client.connect();
	try {
		return (await client.query<Row>(text)).rows;
	} finally {
		await client.end();
	}
}

describe("one start after the other on the same directory", () => {
	test("the first start makes the rehearsal partnership and serves; SIGTERM ends it, database included", async () => {
		const product = await startProduct(await settings());
		expect(product.printed()).toContain("rehearsal: nothing in it is real");
		expect((await fetch(`${product.address}/health`)).status).toBe(200);
		const [differences] = await ask<{ count: number }>("select count(*)::int from difference");
		expect(differences?.count).toBeGreaterThanOrEqual(12);

		const again = refusedStart(await settings());
		expect(again).toMatchObject({ code: 2 });
		expect(again.said).toMatch(/already running on .* \(process \d+\)/);

		expect(await product.end("SIGTERM")).toBe(0);
		await untilDatabaseStopped(data.path);
	});

	test("the second start keeps what was there", async () => {
		const product = await startProduct(await settings());
		const [differences] = await ask<{ count: number }>("select count(*)::int from difference");
		expect(differences?.count).toBeGreaterThanOrEqual(12);
		expect(await product.end("SIGINT")).toBe(0);
	});

	test("kill -9 loses nothing that was acknowledged, and the database does not live on", async () => {
		const product = await startProduct(await settings());
		for (let kept = 1; kept <= 50; kept++)
			await ask(
				`insert into session (sid, data, expires_at) values ('kept ${kept}', '{}', '2100-01-01')`,
			);
		await product.end("SIGKILL");
		await untilDatabaseStopped(data.path);

		const after = await startProduct(await settings());
		const [kept] = await ask<{ count: number }>(
			"select count(*)::int from session where sid like 'kept %'",
		);
		expect(kept?.count).toBe(50);
		await after.end("SIGTERM");
	});

	test("a start right after kill -9 waits for the old database instead of failing", async () => {
		const product = await startProduct(await settings());
		await product.end("SIGKILL");
		const after = await startProduct(await settings());
		expect(await after.end("SIGTERM")).toBe(0);
	});
});

test("a PostgreSQL server of the operator's serves as well as the embedded one", async () => {
	const server = await testDatabase({ empty: true });
	try {
		const product = await startProduct({
			...(await settings()),
			CONCORD_DATA: join(data.path, "unused"),
			DATABASE_URL: server.url,
		});
		expect((await fetch(`${product.address}/sign-in`)).status).toBe(200);
		expect(await product.end("SIGTERM")).toBe(0);
		expect(readdirSync(join(data.path, "unused"))).toEqual([
			"installation-key",
			"rehearsal-secret",
		]);
	} finally {
		await server.drop();
	}
});

test("no rehearsal begins where real people are, whatever a setting that was forgotten says", async () => {
	const real = await testDatabase();
	try {
		await transact(real.db, (trx) =>
			savePartnership(trx, {
				id: "11111111-1111-4111-8111-111111111111",
				name: "Northfield",
				referencePrefix: "NSP",
				clockAhead: 0,
			}),
		);
		const refused = refusedStart({
			...(await settings()),
			CONCORD_DATA: join(data.path, "unused-too"),
			DATABASE_URL: real.url,
		});
		expect(refused.code).toBe(2);
		expect(refused.said).toMatch(/real people in this database.*Set CONCORD_MODE=production/);
		expect(refused.said).not.toMatch(/^\s+at /m);
	} finally {
		await real.drop();
	}
});

test("Concord ends, and says why, when its database has ended by itself", async () => {
	const product = await startProduct(await settings());
	const ended = once(product.process, "exit");
	process.kill(postmasterOf(data.path), "SIGQUIT");
	expect(await ended).toEqual([1, null]);
	expect(product.printed()).toContain("Concord stops. The database has ended by itself");
});

test("a port that another program uses is named as the reason", async () => {
	const other = createServer().listen(0, "127.0.0.1");
	await once(other, "listening");
	const { port } = other.address() as AddressInfo;
	const refused = refusedStart({
		...(await settings()),
		PORT: String(port),
	});
	other.close();
	expect(refused).toMatchObject({
		code: 2,
		said: expect.stringContaining("PORT is in use by another program"),
	});
	await untilDatabaseStopped(data.path);
});

describe("a start is refused in plain words, without a stack trace", () => {
	test.each<[why: string, given: Record<string, string>, said: RegExp]>([
		[
			"a rehearsal that others could reach",
			{ HOST: "0.0.0.0" },
			/HOST is 0\.0\.0\.0\. A rehearsal is for trying out, on this machine alone/,
		],
		[
			"a rehearsal that could send mail",
			{ SMTP_URL: "smtp://mail.example" },
			/SMTP_URL is set\. A rehearsal/,
		],
		["a port that is none", { PORT: "http" }, /PORT is not a number from 1 to 65535/],
		[
			"production with a secret out of an example",
			{
				CONCORD_MODE: "production",
				CONCORD_SECRET: "changeme-changeme-changeme-changeme",
			},
			/CONCORD_SECRET is one that others know/,
		],
		[
			"production with nothing set, all of it told at once",
			{ CONCORD_MODE: "production" },
			/CONCORD_SECRET is missing.*CONCORD_URL is missing.*SMTP_URL is missing/s,
		],
		[
			"a database server that does not answer",
			{ DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" },
			/database at DATABASE_URL cannot be used: connect ECONNREFUSED/,
		],
	])("%s", (_, given, said) => {
		const refused = refusedStart(given);
		expect(refused.code).toBe(2);
		expect(refused.said).toMatch(said);
		expect(refused.said).not.toMatch(/^\s+at /m);
	});
});
