import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { transact } from "./db.ts";
import { listPartnerships, lockPartnerships, savePartnership } from "./partnerships.ts";

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.drop());

test("two who make the first partnership at once take turns, and the second finds it made", async () => {
	const make = () =>
		transact(database.db, async (trx) => {
			await lockPartnerships(trx);
			if ((await listPartnerships(trx)).length > 0) return;
			const id = randomUUID();
			await savePartnership(trx, { id, name: "Combe", referencePrefix: "CO", clockAhead: 0 });
		});
	await Promise.all([make(), make(), make()]);
	expect(await listPartnerships(database.db)).toHaveLength(1);
});
