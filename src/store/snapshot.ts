import type { Readable } from "node:stream";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { isInvented } from "../domain/partnership/invented.ts";
import type { WrappedPartnershipKey } from "../keys/keyring.ts";
import { shapeLock } from "./migrate.ts";
import { every } from "./scope.ts";

/** A table with the columns that are written, not worked out by the database. */
export type TableRead = {
	name: string;
	columns: string[];
	/** What puts its rows in one order, whatever the order on the disk: two databases of the same rows read alike. */
	order: string;
};

/** Everything that a database holds at one moment, whatever is done in it meanwhile. */
export type Snapshot = {
	/** By which another connection sees the same moment (`set transaction snapshot`). */
	id: string;
	/** ISO instant, by the database's clock. */
	at: string;
	/** The server's version, such as `18.4`. */
	postgres: string;
	partnerships: number;
	/** Whether one of them is of real people. */
	isOfRealPeople: boolean;
	/** What the database has seen, in order. */
	migrations: { file: string; hash: string; at: string }[];
	/** The keys of partnerships, closed as they are kept: by which it can be tried whether a key opens what is in it. */
	keys: WrappedPartnershipKey[];
	/** `bytes`: what it takes on the disk. */
	tables: (TableRead & { rows: number; bytes: number })[];
	/** The last number that each sequence gave; one that gave none is left out. */
	sequences: { name: string; last: number }[];
	/** The rows of a table as PostgreSQL's COPY writes them in text format. One at a time. */
	read: (table: TableRead) => Readable;
};

/**
 * What no copy of the database holds. Who was signed in would be again, though they signed out since; and which migrations
 * were run is said by what makes the tables.
 */
const leftOut = ["migration", "session"];

/** So that the same value is the same text on every server, and rows of every partnership are there. */
const sameText = `
	set local concord.partnership = '${every}';
	set local timezone = 'UTC';
	set local datestyle = 'ISO, YMD';
	set local intervalstyle = 'postgres';
	set local extra_float_digits = 1;
	set local bytea_output = 'hex';
	set local statement_timeout = 0;
	set local idle_in_transaction_session_timeout = 0`;

/** Lets `use` read one moment of a database that others go on to change. Nothing waits for it but a migration. */
export async function withSnapshot<Answer>(
	pool: pg.Pool,
	use: (snapshot: Snapshot) => Promise<Answer>,
): Promise<Answer> {
	const client = await pool.connect();
	try {
		// Between the moment and the locks nobody may change a table's shape.
		await client.query(`select pg_advisory_lock_shared(${shapeLock})`);
		await client.query("begin isolation level repeatable read, read only");
		await client.query(sameText);
		const about = await client.query<Pick<Snapshot, "id" | "at" | "postgres">>(
			`select pg_export_snapshot() as id, to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
				split_part(current_setting('server_version'), ' ', 1) as postgres`,
		);
		const tables = await listTables(client);
		await client.query(
			`lock table ${tables.map(({ name }) => quoted(name)).join(", ")} in access share mode`,
		);
		await client.query(`select pg_advisory_unlock_shared(${shapeLock})`);
		const answer = await use({
			...(about.rows[0] as Pick<Snapshot, "id" | "at" | "postgres">),
			partnerships: await countRows(client, "partnership"),
			isOfRealPeople: await hasRealPeople(client),
			migrations: await listMigrations(client),
			keys: tables.some(({ name }) => name === "partnership_key")
				? await listWrappedKeys(client)
				: [],
			tables: await measured(client, tables),
			sequences: await listSequences(client),
			read: (table) => readTable(client, table),
		});
		await client.query("commit");
		return answer;
	} finally {
		// The connection is closed: what is still being read on it ends too.
		client.release(true);
	}
}

async function hasRealPeople(client: pg.ClientBase): Promise<boolean> {
	const { rows } = await client.query<{ id: string }>("select id from partnership");
	return rows.some(({ id }) => !isInvented(id));
}

/** Reads a table inside an open transaction, the same way as a snapshot does. */
export async function readAlike(client: pg.ClientBase): Promise<Snapshot["read"]> {
	await client.query(sameText);
	return (table) => readTable(client, table);
}

const readTable = (client: pg.ClientBase, { name, columns, order }: TableRead): Readable =>
	client.query(
		copyTo(
			`copy (select ${columns.map(quoted).join(", ")} from ${quoted(name)} order by ${order}) to stdout`,
		),
	);

/** A name as SQL writes it. */
export const quoted = (name: string): string => pg.escapeIdentifier(name);

/** The tables of Concord, by name. @throws Error where one has no primary key */
export async function listTables(client: Pick<pg.ClientBase, "query">): Promise<TableRead[]> {
	const { rows } = await client.query<{
		name: string;
		columns: string[];
		key: { column: string; isText: boolean }[] | null;
	}>(
		`select c.relname::text as name,
			(select array_agg(a.attname::text order by a.attnum) from pg_attribute a
				where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
			(select json_agg(json_build_object('column', a.attname, 'isText', a.attcollation <> 0) order by k.place)
				from pg_index i, unnest(i.indkey) with ordinality as k (number, place), pg_attribute a
				where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number) as key
		from pg_class c
		where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
			and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
		order by c.relname::text collate "C"`,
		[leftOut],
	);
	return rows.map(({ name, columns, key }) => {
		if (!key) throw new Error(`The table ${name} has no primary key`);
		const order = key.map(
			({ column, isText }) => `${quoted(column)}${isText ? ' collate "C"' : ""}`,
		);
		return { name, columns, order: order.join(", ") };
	});
}

async function listWrappedKeys(client: pg.ClientBase): Promise<WrappedPartnershipKey[]> {
	const { rows } = await client.query<WrappedPartnershipKey>(
		`select id, partnership_id as "partnershipId", wrapped_by as "wrappedBy", wrapped
		from partnership_key order by id`,
	);
	return rows;
}

async function countRows(client: pg.ClientBase, table: string): Promise<number> {
	const { rows } = await client.query<{ rows: number }>(
		`select count(*) as rows from ${quoted(table)}`,
	);
	return rows[0]?.rows ?? 0;
}

async function measured(client: pg.ClientBase, tables: TableRead[]): Promise<Snapshot["tables"]> {
	const counted: Snapshot["tables"] = [];
	for (const table of tables) {
		const { rows } = await client.query<{ bytes: number }>(
			"select pg_table_size(quote_ident($1)::regclass) as bytes",
			[table.name],
		);
		counted.push({
			...table,
			rows: await countRows(client, table.name),
			bytes: rows[0]?.bytes ?? 0,
		});
	}
	return counted;
}

async function listMigrations(client: pg.ClientBase): Promise<Snapshot["migrations"]> {
	const { rows } = await client.query<Snapshot["migrations"][number]>(
		`select file, hash, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from migration order by file`,
	);
	return rows;
}

async function listSequences(client: pg.ClientBase): Promise<Snapshot["sequences"]> {
	const { rows } = await client.query<Snapshot["sequences"][number]>(
		`select sequencename as name, last_value as last from pg_sequences
		where schemaname = current_schema() and last_value is not null order by sequencename`,
	);
	return rows;
}
