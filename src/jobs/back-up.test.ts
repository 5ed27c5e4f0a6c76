import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import type { App } from "../actions/app.ts";
import { makeKeyPair } from "../backup/key.ts";
import { findLastBackup } from "../store/backups.ts";
import { backUp, whenToBackUp } from "./back-up.ts";

let database: TestDatabase;
let directory: string;
beforeAll(async () => {
	database = await testDatabase();
	directory = mkdtempSync(join(tmpdir(), "concord-nightly-"));
});
afterAll(async () => {
	await database.drop();
	rmSync(directory, { recursive: true });
});

const appWith = (backup: App["backup"]) =>
	({
		db: database.db,
		clock: () => Temporal.Instant.from("2026-03-24T02:30:00Z"),
		rehearsal: true,
		backup,
	}) as App;

test("where the settings name a place, a backup is made there and noted; where they name none, nothing is", async () => {
	const { publicKey } = await makeKeyPair();
	const app = appWith({ to: directory, publicKey, at: "02:30", keep: 2, url: database.servingUrl });
	expect(whenToBackUp(app)).toBe("30 2 * * *");
	await backUp(app, new AbortController().signal);
	expect(readdirSync(directory)).toEqual(["concord-2026-03-24T023000Z.tar.zst.age"]);
	expect((await findLastBackup(database.db)).good?.file).toBe(readdirSync(directory)[0]);

	expect(whenToBackUp(appWith(undefined))).toBeUndefined();
	await backUp(appWith(undefined), new AbortController().signal);
	expect(readdirSync(directory)).toHaveLength(1);
});

test("one that goes on while Concord stops is broken off, and leaves no file", async () => {
	const { publicKey } = await makeKeyPair();
	const app = appWith({ to: directory, publicKey, at: "02:31", keep: 2, url: database.servingUrl });
	const later = { ...app, clock: () => Temporal.Instant.from("2026-03-25T02:30:00Z") };
	await expect(backUp(later, AbortSignal.abort())).rejects.toMatchObject({
		code: "BACKUP_STOPPED",
	});
	expect(readdirSync(directory)).toHaveLength(1);
});
