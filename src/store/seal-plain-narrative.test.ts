import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { testInstallationKey, testKeys } from "../../test/support/keys.ts";
import { officeForAll } from "../../test/support/office.ts";
import { raisedTo, said } from "../../test/support/partnership.ts";
import { SealFault } from "../keys/faults.ts";
import { type Keyring, keyringOf } from "../keys/keyring.ts";
import { connect } from "./connect.ts";
import { transact } from "./db.ts";
import { shredDifferenceKey } from "./keys.ts";
import { migrate, shippedMigrations } from "./migrate.ts";
import { listEntries } from "./record.ts";
import { sealPlainNarrative } from "./seal-plain-narrative.ts";
import { openTold, selectSealed } from "./sealed-narrative.ts";

/** A database of the version before narrative was sealed, with what three differences told in plain text. */
const partnership = officeForAll({ at: "2026-03-26T10:00" });
const sealing = "0068-keys-of-differences.sql";
let old: TestDatabase;
let pool: pg.Pool;
let differences: string[];
/** What the old database held, and where it stood on the disk. */
let plain: { difference_id: string; seq: number; field: string; content: unknown }[];
let file: string;

beforeAll(async () => {
	differences = [
		await raisedTo(partnership, "respond"),
		await raisedTo(partnership, "forward"),
		await raisedTo(partnership, "raise"),
	];
	old = await testDatabase({ empty: true });
	({ pool } = connect(old.url, { most: 3, limit: 900_000 }));
	const directory = mkdtempSync(join(tmpdir(), "concord-before-"));
	for (const { file } of shippedMigrations())
		if (file < sealing) copyFileSync(join("src/store/migrations", file), join(directory, file));
	await migrate(pool, { directory });
	rmSync(directory, { recursive: true });

	const sealed = await selectSealed(partnership.db).execute();
	const opened = await openTold(partnership.db, sealed);
	const told = sealed.map(({ difference_id, partnership_id, seq, field }, nth) => ({
		...{ difference_id, partnership_id, seq, field },
		...(opened[nth] as { content: unknown }),
	}));
	const today = connect(partnership.databaseUrl(), { most: 1 });
	const client = await pool.connect();
	// What hangs together was whole where it comes from.
	await client.query("set session_replication_role = replica");
	for (const table of [
		"partnership",
		"agency",
		"person",
		"protocol_version",
		"difference",
		"event",
	]) {
		const { rows } = await today.pool.query(`select to_jsonb(t) as row from ${table} t`);
		for (const { row } of rows)
			await client.query(
				`insert into ${table} overriding system value select * from jsonb_populate_record(null::${table}, $1)`,
				[JSON.stringify(row)],
			);
	}
	for (const row of told)
		await client.query(
			"insert into narrative select * from jsonb_populate_record(null::narrative, $1)",
			[JSON.stringify(row)],
		);
	plain = (
		await client.query(
			"select difference_id, seq, field, content from narrative order by difference_id, seq, field",
		)
	).rows;
	file = (await client.query("select pg_relation_filepath('narrative') as file")).rows[0].file;
	client.release(true);
	await today.db.destroy();
});
afterAll(async () => {
	await pool.end();
	await old.drop();
});

const count = async (what: string): Promise<number> =>
	(await pool.query(`select count(*)::int as count from ${what}`)).rows[0].count;

/** The tables and indexes in whose files the words of a difference can be read. */
async function standsIn(): Promise<string[]> {
	await pool.query("checkpoint");
	const { rows } = await pool.query<{ name: string }>(
		`select c.relname::text as name from pg_class c
		where c.relkind in ('r', 'i', 't') and not c.relisshared and pg_relation_filepath(c.oid) is not null
			and (select bool_or(position(word in pg_read_binary_file(pg_relation_filepath(c.oid), 0, 100000000, true)) > 0)
				from unnest($1::bytea[]) word)`,
		[[Buffer.from("Canary Child"), Buffer.from(said("response"))]],
	);
	return rows.map(({ name }) => name);
}

test("without a key nothing is changed, and it is said in words", async () => {
	await expect(migrate(pool)).rejects.toMatchObject({
		name: "SealFault",
		code: "no-key",
		message: expect.stringMatching(/key of the installation/),
	});
	expect(await count("narrative_plain")).toBe(plain.length);
	expect(await count("narrative")).toBe(0);
	expect(await standsIn()).toEqual(["narrative_plain"]);
});

test("broken off after one difference, it goes on where it stopped", async () => {
	let makes = 0;
	const breaksOff: Keyring = {
		...keyringOf([testInstallationKey]),
		held: () => undefined,
		open: (key) => {
			makes += 1;
			if (makes > 4) throw new SealFault("away", "The key service does not answer.");
			return testKeys.open(key);
		},
	};
	const client = await pool.connect();
	await expect(sealPlainNarrative(client, breaksOff, 1)).rejects.toMatchObject({ code: "away" });
	client.release(true);
	const done = await count("difference_key");
	expect(done).toBeGreaterThan(0);
	expect(done).toBeLessThan(differences.length);
	expect(await count("narrative_plain")).toBe(plain.length);

	await migrate(pool, { keys: testKeys });
	expect(await count("difference_key")).toBe(differences.length);
});

test("afterwards every value opens as what it was, and every entry reads as it did", async () => {
	const { db } = connect(old.url, { most: 1, keys: testKeys });
	try {
		const sealed = await selectSealed(db)
			.orderBy("narrative.difference_id")
			.orderBy("narrative.seq")
			.orderBy("narrative.field")
			.execute();
		const opened = await openTold(db, sealed);
		expect(
			sealed.map(({ difference_id, seq, field }, nth) => ({
				difference_id,
				seq,
				field,
				...opened[nth],
			})),
		).toEqual(plain);
		for (const id of differences)
			expect(await listEntries(db, id)).toEqual(await listEntries(partnership.db, id));
		// Children are found there too.
		expect(await count("about_index")).toBe(
			Number(
				(
					await partnership.db
						.selectFrom("about_index")
						.select(({ fn }) => fn.countAll().as("count"))
						.executeTakeFirstOrThrow()
				).count,
			),
		);
	} finally {
		await db.destroy();
	}
});

test("the plain text is gone: its table, its file, and every page of every table and index", async () => {
	const { rows: tables } = await pool.query("select to_regclass('narrative_plain') as there");
	expect(tables).toEqual([{ there: null }]);
	await pool.query("checkpoint");
	const { rows: files } = await pool.query("select (pg_stat_file($1, true)).size", [file]);
	expect(files).toEqual([{ size: null }]);
	expect(await standsIn()).toEqual([]);
});

test("of a backup that was put back, what was disposed of stays so", async () => {
	const gone = differences[0] as string;
	const { db } = connect(old.url, { most: 1, keys: testKeys });
	await transact(db, (trx) => shredDifferenceKey(trx, gone));
	await db.destroy();
	// As the migrations make it in an empty database.
	await pool.query("create table narrative_plain (like narrative)");
	await migrate(pool, { keys: testKeys });
	expect(await count(`difference_key where difference_id = '${gone}'`)).toBe(0);
	expect(await count("pg_class where relname = 'narrative_plain'")).toBe(0);
});
