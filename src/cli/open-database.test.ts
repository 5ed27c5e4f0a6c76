import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { testKeyFile } from "../../test/support/keys.ts";
import { projectRoot } from "../project-root.ts";
import type { Db } from "../store/db.ts";
import { forReal } from "./command.fixture.ts";
import { withApp } from "./open-app.ts";
import { withDatabase } from "./open-database.ts";

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.drop());

const whoAsks = async (db: Db) =>
	(await sql<{ is: string }>`select current_user as is`.execute(db)).rows[0]?.is ?? "";
const mayRemoveActs = async (db: Db) =>
	(await sql<{ may: boolean }>`select has_table_privilege('event', 'delete') as may`.execute(db))
		.rows[0]?.may;
const settings = () => ({
	env: {
		CONCORD_MODE: "rehearsal",
		DATABASE_URL: database.servingUrl,
		DATABASE_OWNER_URL: database.url,
	},
});

test("a command that only asks does so as the role that serves, which may remove nothing of the record", async () => {
	const asked = await withDatabase(
		settings(),
		async (db) => ({ who: await whoAsks(db), may: await mayRemoveActs(db) }),
		"serving",
	);
	expect(asked).toEqual({ who: await whoAsks(database.serving), may: false });
});

test("one that does what that role may not, as the owner", async () => {
	expect(await withDatabase(settings(), whoAsks)).toBe(await whoAsks(database.db));
});

test("where the owner alone is named, the role that serves beside it is found; where it is not there, the owner asks", async () => {
	const env = { CONCORD_MODE: "rehearsal", DATABASE_URL: database.url };
	const who = await withDatabase({ env }, whoAsks, "serving");
	expect([await whoAsks(database.db), await whoAsks(database.serving)]).toContain(who);
});

test("what changes something through the actions of the pages does so as the role that serves, as the pages do", async () => {
	const io = {
		env: {
			...forReal,
			DATABASE_URL: database.url,
			CONCORD_DATA: mkdtempSync(join(tmpdir(), "concord-app-")),
			CONCORD_KEY_FILE: testKeyFile(),
		},
		now: () => Temporal.Instant.from("2026-10-05T09:00:00Z"),
	};
	const asked = await withApp(io, async ({ app }) => ({
		who: await whoAsks(app.db),
		may: await mayRemoveActs(app.db),
	}));
	expect(asked).toEqual({ who: await whoAsks(database.serving), may: false });
});

test("no command asks as the owner but those that are named", () => {
	const asOwner = readdirSync(join(projectRoot, "src/cli"))
		.filter((file) => !file.endsWith(".test.ts"))
		.filter((file) => {
			const text = readFileSync(join(projectRoot, "src/cli", file), "utf8");
			return /\bwith(Database|Keys|Address)(<\w+>)?\(/.test(text) && !/"serving"/.test(text);
		});
	expect(asOwner.sort()).toEqual([
		"backup.ts",
		// It looks at the roles themselves.
		"doctor.ts",
		"export-all.ts",
		"import-all.ts",
		// Keys are changed by the owner alone.
		"keys-check.ts",
		"keys-forget.ts",
		"keys-rotate.ts",
		"keys-show.ts",
		// Brings the tables up to this version, and then asks as the role that serves (above).
		"open-app.ts",
	]);
});
