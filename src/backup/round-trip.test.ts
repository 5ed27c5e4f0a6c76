import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { deriveAllAgain, derivedRows } from "../../test/support/derived-rows.ts";
import { testKeys } from "../../test/support/keys.ts";
import { raiseByTeacher, testPartnership } from "../../test/support/partnership.ts";
import { appOpeningAt } from "../../test/support/rehearsal.ts";
import { connect } from "../store/connect.ts";
import { migrate, shippedMigrations } from "../store/migrate.ts";
import { listPartnerships } from "../store/partnerships.ts";
import { withSnapshot } from "../store/snapshot.ts";
import { asked, backupOf, everyRow, newFile, restoredInto, written } from "./backup.fixture.ts";

const opening = "2026-03-24T10:00";
let source: TestDatabase;
let restored: TestDatabase;
/** What the source held at the moment of the backup, read by another connection. */
let atTheMoment: Record<string, string[]>;

/** A file of several parts that nothing can compress, and values that COPY writes in its own way. */
async function addFileAndOddTexts({ db }: TestDatabase): Promise<void> {
	const [partnership] = await listPartnerships(db);
	const id = randomUUID();
	await sql`insert into file (id, partnership_id, state, began_at, wrapped_key) values (${id}, ${partnership?.id}, 'arriving', now(), '\\x00')`.execute(
		db,
	);
	for (let number = 0; number < 24; number++)
		await sql`insert into file_part (file_id, partnership_id, number, content) values
			(${id}, ${partnership?.id}, ${number}, ${randomBytes(256 * 1024)})`.execute(db);
	await sql`insert into backup (started_at, ended_at, wrong) values
		('2026-03-01T02:30:00.123456Z', '2026-03-01T02:31Z', ${"a\tb\\N\nc\r\\.\n“é” 👶🏽"}), ('-infinity', 'infinity', '')`.execute(
		db,
	);
	await sql`insert into session (sid, data, expires_at) values ('signed in', '{}', '2100-01-01')`.execute(
		db,
	);
}

beforeAll(async () => {
	source = await testDatabase({ rehearsal: opening });
	restored = await testDatabase({ empty: true });
	await addFileAndOddTexts(source);
	const busy = await testPartnership(source.db, 2);
	busy.at(opening);
	const path = newFile();
	const { db, pool } = connect(source.url, { most: 1 });
	await withSnapshot(pool, async (snapshot) => {
		atTheMoment = await asked(source.url, async (client) => {
			await client.query("begin isolation level repeatable read, read only");
			await client.query(`set transaction snapshot ${pg.escapeLiteral(snapshot.id)}`);
			return everyRow(client);
		});
		// Acts go on: one is done before the first row is read, others while they are.
		await raiseByTeacher(busy);
		let isWritten = false;
		const acting = (async () => {
			while (!isWritten) await raiseByTeacher(busy);
		})();
		await written(path, snapshot).finally(() => {
			isWritten = true;
		});
		await acting;
	});
	await db.destroy();
	await broughtBack(restored.url, path);
});
afterAll(async () => {
	await source.drop();
	await restored.drop();
});

/** As the command does: a restore makes the tables by their migrations, and what follows those is done then. */
async function broughtBack(url: string, path: string): Promise<void> {
	await restoredInto(url, path);
	const made = connect(url, { most: 1, keys: testKeys });
	await migrate(made.pool, { keys: testKeys });
	await made.db.destroy();
}

test("every row of every table is as it was at the moment of the backup, whatever was done while it was made; nobody stays signed in", async () => {
	const now = await asked(restored.url, everyRow);
	expect(atTheMoment.session).toHaveLength(1);
	expect(Object.keys(now)).toEqual(Object.keys(atTheMoment));
	for (const [table, rows] of Object.entries(atTheMoment))
		expect(now[table], table).toEqual(table === "session" ? [] : rows);

	expect(atTheMoment.event?.length).toBeGreaterThan(100);
	expect(atTheMoment.file_part).toHaveLength(24);
	const later = await asked(source.url, everyRow);
	expect(later.difference?.length).toBeGreaterThan(atTheMoment.difference?.length ?? 0);
});

test("tables, constraints, indexes and triggers are those that migrations make, and what refuses changes refuses them", async () => {
	const shape = (url: string) =>
		asked(url, async (client) => {
			const all: unknown[] = [];
			for (const query of [
				"select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2",
				"select tgrelid::regclass::text, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2",
				"select tgrelid::regclass::text, tgenabled, count(*) from pg_trigger where tgisinternal group by 1, 2 order by 1, 2",
				"select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1",
				"select table_name, column_name, ordinal_position, data_type, is_nullable, column_default, is_identity, generation_expression from information_schema.columns where table_schema = 'public' order by 1, 3",
			])
				all.push((await client.query(query)).rows);
			return all;
		});
	expect(await shape(restored.url)).toEqual(await shape(source.url));
	await expect(
		asked(restored.url, (client) => client.query("update event set at = at")),
	).rejects.toThrow(/event/);
});

test("what is numbered goes on after the last number", async () => {
	const { rows } = await asked(restored.url, (client) =>
		client.query<{ id: number; most: number }>(
			"insert into backup (started_at, ended_at, wrong) values (now(), now(), 'x') returning id, (select max(id) from backup) as most",
		),
	);
	expect(rows[0]?.id).toBe((rows[0]?.most ?? 0) + 1);
});

test("every record replays to the rows that were restored", async () => {
	const app = appOpeningAt(restored.db, opening);
	for (const { id } of await listPartnerships(restored.db)) {
		const before = await derivedRows(restored.db, id);
		await deriveAllAgain(app, id);
		expect(await derivedRows(restored.db, id)).toEqual(before);
	}
});

test("two backups of the same rows say the same of them, whatever the order on the disk", async () => {
	const again = await testDatabase({ empty: true });
	await broughtBack(again.url, await backupOf(restored.url));
	expect(await asked(again.url, everyRow)).toEqual(await asked(restored.url, everyRow));
	await again.drop();
});

test("the backup of an older version is restored as it was, and then brought to the shape of this one", async () => {
	const [old, now] = [await testDatabase({ empty: true }), await testDatabase({ empty: true })];
	const directory = mkdtempSync(join(tmpdir(), "concord-older-"));
	for (const { file, text } of shippedMigrations().filter(({ file }) => file < "0050"))
		writeFileSync(join(directory, file), text);
	const older = connect(old.url, { most: 1 });
	await migrate(older.pool, { directory });
	await older.pool.query(
		"insert into partnership (id, name, reference_prefix) values ('00000001-0000-4000-8000-000000000001', 'Combe', 'C')",
	);
	await older.db.destroy();
	const before = await asked(old.url, everyRow);

	await restoredInto(now.url, await backupOf(old.url));
	expect(await asked(now.url, everyRow)).toEqual(before);
	const newer = connect(now.url, { most: 1 });
	await migrate(newer.pool);
	await newer.db.destroy();
	const after = await asked(now.url, everyRow);
	expect(Object.keys(after)).toContain("backup");
	expect(after.migration).toHaveLength(shippedMigrations().length);
	expect(after.partnership?.[0]).toContain("Combe");

	rmSync(directory, { recursive: true });
	await old.drop();
	await now.drop();
});
