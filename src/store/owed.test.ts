import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rolledBack, type TestDatabase, testDatabase } from "../../test/support/database.ts";
import type { Db, Trx } from "./db.ts";

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase({ rehearsal: "2026-03-24T10:00" });
});
afterAll(() => database.drop());

const owed = async (db: Db | Trx): Promise<string[]> => {
	const { rows } = await sql<{ row: string }>`
		select to_jsonb(owed)::text as row from owed order by difference_id, number`.execute(db);
	return rows.map(({ row }) => row);
};

test("what is owed in the rehearsal, kept act by act, is what is worked out anew of each", async () => {
	const kept = await owed(database.db);
	expect(kept.length).toBeGreaterThan(10);
	const anew = await rolledBack(database.db, async (trx) => {
		await sql`delete from owed`.execute(trx);
		await sql`select keep_owed(array[id]) from difference`.execute(trx);
		return owed(trx);
	});
	expect(kept).toEqual(anew);
});
