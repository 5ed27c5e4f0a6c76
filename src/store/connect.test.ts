import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { connect } from "./connect.ts";
import type { Db } from "./db.ts";
import { acrossPartnerships, withinPartnership } from "./scope.ts";

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.drop());

/** One connection, so that what is asked is asked of the same. */
async function onOneConnection(work: (db: Db) => Promise<void>): Promise<void> {
	const { db } = connect(database.url, { most: 1 });
	try {
		await work(db);
	} finally {
		await db.destroy();
	}
}

const timesTen = async (db: Db, value: number) =>
	(await sql<{ is: number }>`select ${value}::int * 10 as is`.execute(db)).rows[0]?.is;

const plans = async (db: Db) =>
	(
		await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)
	).rows.map(({ statement }) => statement);

test("a connection keeps the plan of what comes a second time, and answers each with its own values", () =>
	onOneConnection(async (db) => {
		await sql`select ${1}::int as once`.execute(db);
		for (const value of [1, 2, 3, 4, 5, 6, 7, 8])
			expect(await timesTen(db, value)).toBe(value * 10);
		expect(await plans(db)).toEqual(["select $1::int * 10 as is"]);
	}));

test("however many different things are asked, a connection keeps a hundred plans", () =>
	onOneConnection(async (db) => {
		for (let nth = 1; nth <= 120; nth++)
			for (const value of [1, 2])
				await sql`select ${value}::int + ${sql.raw(String(nth))}`.execute(db);
		expect(await plans(db)).toHaveLength(100);
	}));

test("nothing is compiled for one question, whatever the server does for others", () =>
	onOneConnection(async (db) => {
		const { rows } = await sql<{ jit: string }>`show jit`.execute(db);
		expect(rows).toEqual([{ jit: "off" }]);
	}));

test("who asks is found on connections of its own, so that those of a partnership stay its own", () =>
	onOneConnection(async (db) => {
		const asks = async () =>
			(
				await sql<{ of: string; on: number }>`
					select current_setting('concord.partnership') as of, pg_backend_pid() as on`.execute(db)
			).rows[0];
		const ours = () => withinPartnership({ partnershipId: "ours" }, asks);
		const whoAsks = () => acrossPartnerships("who-asks", asks);
		const [first, , again] = [await ours(), await whoAsks(), await ours()];
		expect(again).toEqual(first);
		expect(again?.of).toBe("ours");
		expect(await whoAsks()).toMatchObject({ of: "every" });
		expect((await whoAsks())?.on).not.toBe(first?.on);
	}));

test("once a server does not answer, none of the connections to it is used again", async () => {
	const { db } = connect(database.url, { most: 2, limit: 300 });
	const onTwo = async () => {
		const one = async () =>
			(
				await sql<{ on: number }>`select pg_backend_pid() as on, pg_sleep(0.05)`.execute(db)
			).rows.map(({ on }) => on);
		return (await Promise.all([one(), one()])).flat();
	};
	const before = await onTwo();
	expect((await onTwo()).toSorted()).toEqual(before.toSorted());
	await expect(sql`select pg_sleep(2)`.execute(db)).rejects.toThrow("does not answer");
	const after = await onTwo();
	expect(after.filter((on) => before.includes(on))).toEqual([]);
	await db.destroy();
});
