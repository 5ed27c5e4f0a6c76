import { sql } from "kysely";
import type { Db } from "./db.ts";

/** What a database server is, and what Concord may do there. */
export type ServerFacts = {
	/** Of PostgreSQL, the major number. */
	version: number;
	encoding: string;
	/** How it sorts: `icu` with its locale, or that of the machine. */
	collation: string;
	/** Whether Concord's user may make tables, and the schema of the queue. */
	mayCreateTables: boolean;
	mayCreateSchemas: boolean;
	/** Connections that it takes at all. */
	connections: number;
	/** What its clock shows; ISO instant. */
	clock: string;
};

/** Looks at the server; changes nothing. @throws Error when it cannot be asked */
export async function inspectServer(db: Db): Promise<ServerFacts> {
	const { rows } = await sql<Omit<ServerFacts, "clock"> & { clock: Date }>`
		select current_setting('server_version_num')::int / 10000 as version,
			pg_encoding_to_char(encoding) as encoding,
			-- The column of an ICU locale has another name from version 17 on.
			coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', datcollate) as collation,
			has_schema_privilege('public', 'create') as "mayCreateTables",
			has_database_privilege(d.oid, 'create')
				or coalesce(has_schema_privilege(to_regnamespace('pgboss')::oid, 'create'), false) as "mayCreateSchemas",
			current_setting('max_connections')::int as connections,
			clock_timestamp() as clock
		from pg_database d where datname = current_database()`.execute(db);
	const [facts] = rows;
	if (!facts) throw new Error("The database does not know itself");
	return { ...facts, clock: facts.clock.toISOString() };
}
