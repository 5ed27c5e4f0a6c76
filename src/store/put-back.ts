import type { Writable } from "node:stream";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type Migration, makeMigrationTable, noteMigration, shapeLock } from "./migrate.ts";
import { dropEmptyPlain } from "./seal-plain-narrative.ts";
import { listTables, quoted, readAlike, type Snapshot, type TableRead } from "./snapshot.ts";

/** The database holds something already. */
export class NotEmpty extends Error {}

/** Tables that were just made, and take rows as they were read. */
export type PutBack = {
	tables: TableRead[];
	/** Takes the rows of a table in the columns given, as COPY writes them. One table at a time. */
	write: (table: string, columns: readonly string[]) => Writable;
	read: Snapshot["read"];
	/** The next number that a sequence gives is the one after `last`. */
	setSequence: (name: string, last: number) => Promise<void>;
};

/**
 * Makes the tables of some migrations in an empty database and lets `fill` fill them, in one transaction: all of it is there
 * in the end, or nothing. While it runs no trigger of ours fires, for what is written was once let through; whether each row
 * leads to those it names is asked at the end.
 *
 * @param migrations in order, with the ISO instant at which each was run first
 * @throws NotEmpty
 */
export async function putBack<Answer>(
	pool: pg.Pool,
	migrations: readonly (Migration & { at: string })[],
	fill: (into: PutBack) => Promise<Answer>,
): Promise<Answer> {
	const client = await pool.connect();
	try {
		await client.query("begin");
		await client.query(`select pg_advisory_xact_lock(${shapeLock})`);
		if (await holdsSomething(client)) throw new NotEmpty();
		await makeMigrationTable(client);
		for (const { at, ...migration } of migrations) {
			await client.query(migration.text);
			await noteMigration(client, migration, at);
		}
		// A database that is served has no such table.
		await dropEmptyPlain(client);
		const tables = await listTables(client);
		const references = await takeOffReferences(client);
		const triggers = (does: "disable" | "enable") =>
			client.query(
				tables.map(({ name }) => `alter table ${quoted(name)} ${does} trigger user`).join(";"),
			);
		// What fires also where triggers are off does so again afterwards.
		const { rows: always } = await client.query<{ table: string; trigger: string }>(
			`select tgrelid::regclass::text as table, quote_ident(tgname) as trigger from pg_trigger
			where tgenabled = 'A' and not tgisinternal`,
		);
		await triggers("disable");
		const answer = await fill({
			tables,
			write: (table, columns) =>
				client.query(
					copyFrom(`copy ${quoted(table)} (${columns.map(quoted).join(", ")}) from stdin`),
				),
			read: await readAlike(client),
			setSequence: async (name, last) => {
				await client.query("select setval(quote_ident($1)::regclass, $2)", [name, last]);
			},
		});
		await triggers("enable");
		for (const { table, trigger } of always)
			await client.query(`alter table ${table} enable always trigger ${trigger}`);
		for (const reference of references) await client.query(reference);
		await client.query("analyze");
		await client.query("commit");
		return answer;
	} finally {
		// The connection is closed, and with it goes what was not committed.
		client.release(true);
	}
}

async function holdsSomething(client: pg.ClientBase): Promise<boolean> {
	const { rowCount } = await client.query(
		`select from pg_class c
		where (c.relnamespace = current_schema()::regnamespace or c.relnamespace = to_regnamespace('pgboss'))
			and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
			and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
		limit 1`,
	);
	return rowCount !== 0;
}

/** Takes away every foreign key. @returns the statements that bring them back, and look at every row then */
async function takeOffReferences(client: pg.ClientBase): Promise<string[]> {
	const { rows } = await client.query<{ of: string; name: string; definition: string }>(
		`select c.relname::text as of, r.conname::text as name, pg_get_constraintdef(r.oid) as definition
		from pg_constraint r join pg_class c on c.oid = r.conrelid
		where r.contype = 'f' and c.relnamespace = current_schema()::regnamespace
		order by 1, 2`,
	);
	for (const { of, name } of rows)
		await client.query(`alter table ${quoted(of)} drop constraint ${quoted(name)}`);
	return rows.map(
		({ of, name, definition }) =>
			`alter table ${quoted(of)} add constraint ${quoted(name)} ${definition}`,
	);
}
