import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { transact } from "./db.ts";
import { sealedColumns } from "./sealed-columns.ts";
import { tableRights } from "./table-rights.ts";
import type { Tables } from "./tables.ts";
import { whatLeaves } from "./what-leaves.ts";
import { type LeavingTable, listLeaving } from "./whole-partnership.ts";

let database: TestDatabase;
let leaving: LeavingTable[];
beforeAll(async () => {
	database = await testDatabase();
	leaving = await transact(database.db, listLeaving);
});
afterAll(() => database.drop());

const tablesThere = async () =>
	(
		await sql<{
			name: string;
		}>`select tablename::text as name from pg_tables where schemaname = 'public' order by 1`.execute(
			database.db,
		)
	).rows.map(({ name }) => name);

test("of every table it is said that its rows leave, or why they stay", async () => {
	expect(Object.keys(whatLeaves).sort()).toEqual((await tablesThere()).toSorted());
	for (const leaves of Object.values(whatLeaves))
		if ("stays" in leaves) expect(leaves.stays.length).toBeGreaterThan(20);
});

test("what leaves is a partnership’s own, but for the keys that prove its record", () => {
	for (const { name, columns } of leaving) {
		const { whose } = tableRights[name];
		if (name === "signing_key") continue;
		expect([
			name,
			whose === "itself" || (whose === "partnership" && columns.includes("partnership_id")),
		]).toEqual([name, true]);
	}
});

test("a table comes after those that its rows name", async () => {
	const { rows } = await sql<{ of: string; to: string; column: string }>`
		select r.conrelid::regclass::text as of, r.confrelid::regclass::text as to, a.attname::text as column
		from pg_constraint r join pg_attribute a on a.attrelid = r.conrelid and a.attnum = any (r.conkey)
		where r.contype = 'f' and r.connamespace = 'public'::regnamespace`.execute(database.db);
	const place = new Map(leaving.map(({ name }, nth) => [name as string, nth]));
	for (const { of, to, column } of rows) {
		const leaves = whatLeaves[of as keyof Tables];
		if (
			"stays" in leaves ||
			leaves.without?.includes(column) ||
			leaves.late === column ||
			of === to
		)
			continue;
		expect([of, to, (place.get(to) ?? Number.POSITIVE_INFINITY) < (place.get(of) ?? -1)]).toEqual([
			of,
			to,
			true,
		]);
	}
});

/** Bytes that are no secret: what proves the record. */
const plainBytes: Record<string, string[]> = {
	chain_entry: ["digest", "previous", "hash"],
	chain_head: ["hash"],
	checkpoint: ["root", "hash", "signature"],
	checkpoint_head: ["hash"],
	narrative: ["commitment"],
	signing_key: ["public_key"],
};

test("whatever is sealed in a column that leaves is opened, and what signs in does not leave", async () => {
	const { rows } = await sql<{ table: string; column: string }>`
		select table_name::text as table, column_name::text as column from information_schema.columns
		where table_schema = 'public' and (udt_name in ('bytea', '_bytea')
			or col_description(format('%I', table_name)::regclass, ordinal_position) like 'Sealed%')
		order by 1, 2`.execute(database.db);
	for (const { table, column } of rows) {
		const leaves = leaving.find(({ name }) => name === table);
		if (!leaves?.columns.includes(column)) continue;
		const isOpened = sealedColumns[table as keyof Tables]?.some((each) => each.column === column);
		expect([table, column, isOpened || plainBytes[table]?.includes(column)]).toEqual([
			table,
			column,
			true,
		]);
	}
	const secret = /password|secret|token|feed_hash|account_id|sealed_key|wrapped/;
	for (const { name, columns } of leaving)
		expect([name, columns.filter((column) => secret.test(column))]).toEqual([name, []]);
});
