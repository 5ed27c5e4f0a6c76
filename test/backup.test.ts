import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { postgresAddressOf } from "../src/embedded-postgres/start.ts";
import { projectRoot } from "../src/project-root.ts";
import { openBrowser } from "./support/browser.ts";
import { testDatabase } from "./support/database.ts";
import { testKeyFile } from "./support/keys.ts";
import { dataDirectory, freePort, startProduct } from "./support/product.ts";

const data = dataDirectory();
afterAll(data.remove);
const place = (name: string) => join(data.path, name);

/** Calls the built command as people do. */
async function concord(args: string[], settings: Record<string, string>) {
	const child = spawn(process.execPath, [join(projectRoot, "dist/concord.js"), ...args], {
		env: { PATH: process.env.PATH, ...settings },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const [out, err, [code]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, "exit") as Promise<[number | null]>,
	]);
	return { code, out, err };
}

async function ask<Row extends pg.QueryResultRow>(url: string, query: string): Promise<Row[]> {
	const client = new pg.Client(url);
	await client.connect();
	return (await client.query<Row>(query).finally(() => client.end())).rows;
}

test("a backup that is put into a new place starts there and serves, sends what waited, and is backed up again while it runs", async () => {
	const source = await testDatabase({ rehearsal: "2026-03-24T10:00" });
	const [waiting] = await ask<{ id: string }>(
		source.url,
		"update message set state = 'waiting', sent_at = null where id = (select id from message where id not in (select message_id from reminder) order by id limit 1) returning id",
	);
	const identity = place("key.txt");
	const key = (await concord(["backup", "keygen", "--out", identity], {})).out.trim();
	mkdirSync(place("backups"));
	const whole = { CONCORD_BACKUP_TO: place("backups"), CONCORD_BACKUP_KEY: key };
	expect(
		await concord(["backup"], {
			DATABASE_URL: source.url,
			CONCORD_KEY_FILE: testKeyFile(),
			...whole,
		}),
	).toMatchObject({
		code: 0,
	});
	const references = await ask<{ reference: string }>(
		source.url,
		"select reference from difference order by 1",
	);
	await source.drop();

	const [first = ""] = readdirSync(place("backups"));
	const settings = { CONCORD_DATA: place("data"), PORT: String(await freePort()), ...whole };
	const put = ["restore", join(place("backups"), first), "--identity", identity];
	expect(await concord(put, settings)).toMatchObject({ code: 0 });

	const product = await startProduct(settings);
	const url = postgresAddressOf(place("data"));
	expect(await ask(url, "select reference from difference order by 1")).toEqual(references);
	await expect
		.poll(() => ask(url, `select state from message where id = '${waiting?.id}'`), {
			timeout: 600_000,
		})
		.toEqual([{ state: "sent" }]);

	const browser = await openBrowser();
	const page = await browser.context.newPage();
	await page.goto(`${product.address}/harbour-vale/sign-in`);
	await page.getByRole("button", { name: /Tendai Moyo/ }).click();
	expect(await page.getByRole("main").innerText()).toMatch(
		new RegExp(references.map(({ reference }) => reference).join("|")),
	);
	await browser.close();

	// Into the place of one that runs nothing is put.
	const refused = await concord(put, settings);
	expect(refused).toMatchObject({ code: 2, err: expect.stringMatching(/already running on/) });
	const again = await concord(["backup"], settings);
	expect(again).toMatchObject({ code: 0 });
	expect(readdirSync(place("backups"))).toHaveLength(2);
	const made = await ask<{ file: string; wrong: string | null }>(
		url,
		"select file, wrong from backup order by id",
	);
	expect(made).toEqual([{ file: expect.stringMatching(/^concord-/), wrong: null }]);
	expect(await product.end("SIGTERM")).toBe(0);
});
