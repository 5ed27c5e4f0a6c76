import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import type { Db } from "../store/db.ts";
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
