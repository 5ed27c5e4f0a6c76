import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { connect } from "./connect.ts";
import { MigrationFault, migrate } from "./migrate.ts";

let database: TestDatabase;
let pool: pg.Pool;
let directory: string;

beforeEach(async () => {
	database = await testDatabase({ empty: true });
	({ pool } = connect(database.url, { most: 4 }));
	directory = mkdtempSync(join(tmpdir(), "concord-migrations-"));
});
afterEach(async () => {
	await pool.end();
	await database.drop();
	rmSync(directory, { recursive: true });
});

const write = (file: string, text: string) => writeFileSync(join(directory, file), text);
const tables = async () =>
	(
		await pool.query<{ tablename: string }>(
			"select tablename from pg_tables where schemaname = 'public' order by tablename",
		)
	).rows.map(({ tablename }) => tablename);

test("the product's own migrations make an empty database ready", async () => {
	await migrate(pool);
	expect(await tables()).toEqual(
		expect.arrayContaining(["difference", "event", "narrative", "session"]),
	);
});

test("whoever owns the database makes it ready without being a superuser", async () => {
	const owner = `owner_${randomUUID().replaceAll("-", "")}`;
	const name = new URL(database.url).pathname.slice(1);
	await pool.query(`create role ${owner} nologin createrole`);
	await pool.query(
		`alter database ${name} owner to ${owner}; alter schema public owner to ${owner}`,
	);
	const url = new URL(database.url);
	url.searchParams.set("options", `-c role=${owner}`);
	const { pool: theirs } = connect(url.href, { most: 2 });
	try {
		await migrate(theirs);
		expect(await tables()).toEqual(expect.arrayContaining(["difference", "event"]));
	} finally {
		await theirs.end();
		await pool.query(
			`reassign owned by ${owner} to current_user; drop owned by ${owner}; drop role ${owner}`,
		);
	}
});

test("each file runs once, in the order of its number", async () => {
	write("0002-room.sql", "alter table house add column room text;");
	write("0001-house.sql", "create table house (id int); create table garden ();");
	await migrate(pool, { directory });
	await migrate(pool, { directory });
	expect(await tables()).toEqual(["garden", "house", "migration"]);
});

test("two that start at once take turns", async () => {
	write("0001-house.sql", "create table house (id int);");
	await Promise.all([migrate(pool, { directory }), migrate(pool, { directory })]);
	expect(await tables()).toEqual(["house", "migration"]);
});

test("a file that fails leaves nothing of itself, and what came before stays", async () => {
	write("0001-house.sql", "create table house (id int);");
	write("0002-garden.sql", "create table garden (); select 1 / 0;");
	await expect(migrate(pool, { directory })).rejects.toThrow(
		"The migration 0002-garden.sql failed, and nothing of it was kept: division by zero.",
	);
	expect(await tables()).toEqual(["house", "migration"]);
});

test("a migration whose text changed after it ran is refused", async () => {
	write("0001-house.sql", "create table house (id int);");
	await migrate(pool, { directory });
	write("0001-house.sql", "create table house (id int, room text);");
	const refused = migrate(pool, { directory });
	await expect(refused).rejects.toThrow(MigrationFault);
	await expect(refused).rejects.toThrow(/0001-house\.sql was changed after it had been run/);
});

test("a database that is newer than the code is refused, and stays as it is", async () => {
	write("0001-house.sql", "create table house (id int);");
	write("0002-garden.sql", "create table garden ();");
	await migrate(pool, { directory });
	rmSync(join(directory, "0002-garden.sql"));
	await expect(migrate(pool, { directory })).rejects.toThrow(
		/made by a newer version of Concord \(it has 0002-garden\.sql\)/,
	);
	expect(await tables()).toEqual(["garden", "house", "migration"]);
});
