import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { connect } from "../../src/store/connect.ts";
import type { Db } from "../../src/store/db.ts";
import { databaseOn, template } from "./global-setup.ts";

/** A database of a test's own, with every migration and nothing in it. */
export type TestDatabase = { db: Db; url: string; drop: () => Promise<void> };

/** Makes a database from the template; `drop` it when the tests of the file are done. */
export async function testDatabase(): Promise<TestDatabase> {
	const server = inject("databaseServer");
	const name = `test_${randomUUID().replaceAll("-", "")}`;
	const admin = connect(server, { most: 1 });
	await admin.pool.query(
		`create database ${name} template ${template} strategy wal_log`,
	);
	const url = databaseOn(server, name);
	const { db } = connect(url, { most: 4 });
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
