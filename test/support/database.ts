import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { connect } from "../../src/store/connect.ts";
import { type Db, type Trx, transact } from "../../src/store/db.ts";
import { type DatabaseDesk, databaseOn } from "./global-setup.ts";
import { testKeys } from "./keys.ts";

/** A database of a test's own, with every migration. */
export type TestDatabase = { db: Db; url: string; drop: () => Promise<void> };

/**
 * Makes a database with nothing in it; `drop` it when the tests of the file are done.
 *
 * @param empty without any table, for tests of migrations
 * @param rehearsal local time such as `2026-03-24T10:00`: with the rehearsal in it, which opens then
 */
export async function testDatabase({
	empty = false,
	rehearsal,
}: {
	empty?: boolean;
	rehearsal?: string;
} = {}): Promise<TestDatabase> {
	const { server, template } = await askDesk(rehearsal);
	const name = `test_${randomUUID().replaceAll("-", "")}`;
	const admin = connect(server, { most: 1 });
	await admin.pool.query(
		`create database ${name} template ${empty ? "template0" : template} strategy wal_log`,
	);
	const url = databaseOn(server, name);
	// However busy the machine is, no test fails by having been slow.
	const { db } = connect(url, { most: 4, limit: 900_000, keys: testKeys });
	return {
		db,
		url,
		drop: async () => {
			await db.destroy();
			await admin.pool.query(`drop database ${name} with (force)`);
			await admin.pool.end();
		},
	};
}

async function askDesk(rehearsal: string | undefined): Promise<DatabaseDesk> {
	const desk = new URL(inject("databaseDesk"));
	if (rehearsal !== undefined) desk.searchParams.set("rehearsal", rehearsal);
	const answer = await fetch(desk);
	if (!answer.ok) throw new Error(`No database for tests: ${await answer.text()}`);
	return (await answer.json()) as DatabaseDesk;
}

/** Runs `work` in a transaction that leaves nothing behind. */
export async function rolledBack<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
	const undone = new Error("Rolled back, as meant");
	let result: { is: T } | undefined;
	await transact(db, async (trx) => {
		result = { is: await work(trx) };
		throw undone;
	}).catch((problem) => {
		if (problem !== undone) throw problem;
	});
	return (result as { is: T }).is;
}
