/**
 * What the database itself keeps apart, whatever Concord's own code asks: the role that serves owns nothing, may do with each
 * table what table-rights.ts says and no more, and sees the rows of the partnership for which it asks (scope.ts) alone, and of a
 * record, where it asks for somebody who reads some entries of it, these.
 */
import { createHash, createHmac } from "node:crypto";
import { sql } from "kysely";
import type pg from "pg";
import type { Db } from "./db.ts";
import { shapeLock } from "./migrate.ts";
import { every } from "./scope.ts";
import { type Rights, tableRights } from "./table-rights.ts";

/** The database cannot keep apart what it must. `message` says what to do. */
export class WallFault extends Error {}

const privileges = ["SELECT", "INSERT", "UPDATE", "DELETE"] as const;
type Privilege = (typeof privileges)[number];

const granted: Record<Rights, readonly Privilege[]> = {
	read: ["SELECT"],
	"added-to": ["SELECT", "INSERT"],
	kept: ["SELECT", "INSERT", "UPDATE"],
	free: privileges,
};

const policyName = "only_ours";

// As subqueries they are asked once for each question, not once for each row.
const here =
	"(select nullif(nullif(current_setting('concord.partnership', true), ''), 'every')::uuid)";
const isAcross = `(select current_setting('concord.partnership', true) = '${every}')`;
const person = "(select nullif(current_setting('concord.person', true), '')::uuid)";
const isNobodys = "(select coalesce(current_setting('concord.person', true), '') = '')";
const entries = "current_setting('concord.entries', true)";
const readsAll = `(select coalesce(${entries}, '') = '')`;
const difference = `(select nullif(split_part(${entries}, ' ', 1), '')::uuid)`;
const numbers = `(select nullif(split_part(${entries}, ' ', 2), '')::integer[])::integer[]`;

/** Which rows of a table are there, as SQL; undefined where all are. */
export function rowsThere(table: keyof typeof tableRights): string | undefined {
	const { whose, own, ofEntry } = tableRights[table];
	if (whose === "installation") return undefined;
	const ours =
		whose === "partnership"
			? `partnership_id = ${here}`
			: whose === "itself"
				? `id = ${here}`
				: // Of the row that it hangs on, the same is asked there.
					`${whose.by} in (select id from ${whose.of})`;
	const theirs = own && `(${isNobodys} or ${own.replaceAll("$person", person)})`;
	const read =
		ofEntry &&
		`(${readsAll} or (${ofEntry.replaceAll("$difference", difference).replaceAll("$entries", numbers)}))`;
	return `${isAcross} or (${[ours, theirs, read].filter(Boolean).join(" and ")})`;
}

const mark = (text: string) => createHash("sha256").update(text).digest("hex");

type Found = {
	table: string;
	enabled: boolean;
	forced: boolean;
	policy: string | null;
	has: Privilege[];
};

/**
 * Brings grants and policies of every table to what `tableRights` says, for one role. What is so already is left alone, so that
 * nobody who is being served waits for it.
 *
 * @param pool of the owner of the tables
 * @throws WallFault where a table is in no class, or the owner may not do it
 */
export async function raiseWalls(pool: pg.Pool, role: string): Promise<void> {
	const client = await pool.connect();
	try {
		await client.query(`select pg_advisory_lock(${shapeLock})`);
		const { rows } = await client.query<Found>(
			`select c.relname as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
				(select obj_description(p.oid, 'pg_policy') from pg_policy p
					where p.polrelid = c.oid and p.polname = $2) as policy,
				array(select privilege from unnest($3::text[]) privilege
					where has_table_privilege($1, c.oid, privilege)) as has
			from pg_class c
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
				and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
			order by 1`,
			[role, policyName, privileges],
		);
		const statements = [
			...rows.flatMap((found) => whatIsLacking(found, client.escapeIdentifier(role))),
			...(await sequencesLacking(client, role)),
			...(await temporaryTablesAllowed(client, role)),
		];
		if (statements.length > 0) await client.query(`begin; ${statements.join("; ")}; commit`);
	} catch (problem) {
		if ((problem as { code?: string }).code !== "42501") throw problem;
		throw new WallFault(
			`The database's owner may not give ‘${role}’ what it needs (${(problem as Error).message}). Let the tables belong to the user that Concord starts with.`,
		);
	} finally {
		// The connection is closed, and with it goes the lock.
		client.release(true);
	}
}

function whatIsLacking(found: Found, role: string): string[] {
	const { table } = found;
	if (!isKnown(table))
		throw new WallFault(`What may be done with the table ‘${table}’ stands nowhere.`);
	const may = granted[tableRights[table].rights];
	const give = may.filter((privilege) => !found.has.includes(privilege));
	const take = found.has.filter((privilege) => !may.includes(privilege));
	const rows = rowsThere(table);
	return [
		...(give.length > 0 ? [`grant ${give.join(", ")} on ${table} to ${role}`] : []),
		...(take.length > 0 ? [`revoke ${take.join(", ")} on ${table} from ${role}, public`] : []),
		...(rows === undefined
			? []
			: [
					...(found.enabled ? [] : [`alter table ${table} enable row level security`]),
					...(found.forced ? [] : [`alter table ${table} force row level security`]),
					...(found.policy === mark(rows)
						? []
						: [
								`drop policy if exists ${policyName} on ${table}`,
								`create policy ${policyName} on ${table} using (${rows}) with check (${rows})`,
								`comment on policy ${policyName} on ${table} is '${mark(rows)}'`,
							]),
				]),
	];
}

const isKnown = (table: string): table is keyof typeof tableRights =>
	Object.hasOwn(tableRights, table);

async function sequencesLacking(client: pg.ClientBase, role: string): Promise<string[]> {
	const { rows } = await client.query<{ name: string }>(
		`select c.oid::regclass::text as name from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
			and not (has_sequence_privilege($1, c.oid, 'USAGE') and has_sequence_privilege($1, c.oid, 'SELECT'))`,
		[role],
	);
	return rows.map(
		({ name }) => `grant usage, select on sequence ${name} to ${client.escapeIdentifier(role)}`,
	);
}

/**
 * A table that somebody makes for a session is found before ours of the same name: whoever serves makes none. Only the owner of
 * the database itself may say so; our functions look past such tables in any case.
 */
async function temporaryTablesAllowed(client: pg.ClientBase, role: string): Promise<string[]> {
	const { rows } = await client.query<{ name: string }>(
		`select datname::text as name from pg_database
		where datname = current_database() and has_database_privilege($1, oid, 'TEMPORARY')
			and pg_has_role(datdba, 'MEMBER')`,
		[role],
	);
	return rows.map(
		({ name }) =>
			`revoke temporary on database ${client.escapeIdentifier(name)} from public, ${client.escapeIdentifier(role)}`,
	);
}

/**
 * Lets a role use a schema and what is in it as its own, but own nothing of it: the queue's.
 *
 * @param pool of the owner of the schema
 */
export async function openSchema(pool: pg.Pool, schema: string, role: string): Promise<void> {
	const client = await pool.connect();
	try {
		await client.query(`select pg_advisory_lock(${shapeLock})`);
		const { rows } = await client.query<{ lacks: boolean }>(
			`select not has_schema_privilege($1, $2, 'USAGE') or exists (
				select from pg_class c where c.relnamespace = $2::regnamespace and c.relkind in ('r', 'p')
					and exists (select from unnest($3::text[]) privilege
						where not has_table_privilege($1, c.oid, privilege))) as lacks`,
			[role, schema, privileges],
		);
		if (!rows[0]?.lacks) return;
		const [within, to] = [schema, role].map((name) => client.escapeIdentifier(name));
		await client.query(
			`begin;
			grant usage on schema ${within} to ${to};
			grant select, insert, update, delete on all tables in schema ${within} to ${to};
			grant usage, select on all sequences in schema ${within} to ${to};
			grant execute on all functions in schema ${within} to ${to};
			commit`,
		);
	} finally {
		client.release(true);
	}
}

/** The role that serves beside an owner. */
const servingRoleOf = (owner: string): string => `${owner}_app`;

/** A role, and where the database is reached as it. */
export type Serving = { role: string; url: string };

/**
 * The role that serves, made where it is not there yet: a role of the owner's making, which may do nothing of itself.
 *
 * @param pool of the owner
 * @param ownerUrl its address
 * @throws WallFault where the owner may not make one
 */
export async function makeServingRole(pool: pg.Pool, ownerUrl: string): Promise<Serving> {
	const client = await pool.connect();
	try {
		await client.query(`select pg_advisory_lock(${shapeLock})`);
		const { rows } = await client.query<{ owner: string }>("select current_user as owner");
		const owner = rows[0]?.owner ?? "";
		const role = servingRoleOf(owner);
		const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
		const { url, password } = addressAs(role, ownerUrl);
		if (rowCount === 0 || password !== undefined)
			await client.query(
				`${rowCount === 0 ? "create" : "alter"} role ${client.escapeIdentifier(role)} login
				${password === undefined ? "" : `password ${client.escapeLiteral(password)}`}`,
			);
		return { role, url };
	} catch (problem) {
		if ((problem as { code?: string }).code !== "42501") throw problem;
		throw new WallFault(
			"The database's user may not make the second one that Concord serves with. Let a superuser say “alter role … createrole” of it, or make both and set DATABASE_OWNER_URL too: see docs/operations/settings.md.",
		);
	} finally {
		client.release(true);
	}
}

/** The same database as another role. Its password, where the owner has one, follows from the owner's and is nowhere kept. */
function addressAs(role: string, ownerUrl: string): { url: string; password: string | undefined } {
	const url = new URL(ownerUrl);
	const known = url.password || url.searchParams.get("password") || undefined;
	const password =
		known && createHmac("sha256", decodeURIComponent(known)).update(role).digest("base64url");
	url.username = "";
	url.password = "";
	url.searchParams.set("user", role);
	if (password) url.searchParams.set("password", password);
	return { url: url.href, password };
}

/**
 * Where the database is reached by a role that somebody made to serve.
 *
 * @param url of that role
 * @throws WallFault where it is no other than the owner, or more than it should be
 */
export async function givenServingRole(
	owner: pg.Pool,
	serving: pg.Pool,
	url: string,
): Promise<Serving> {
	const nameIn = async (pool: pg.Pool) =>
		(await pool.query<{ name: string }>("select current_user as name")).rows[0]?.name ?? "";
	const [role, of] = [await nameIn(serving), await nameIn(owner)];
	if (role === of)
		throw new WallFault(
			"DATABASE_URL and DATABASE_OWNER_URL name the same user. Concord serves as one that owns nothing: make a second, or take DATABASE_OWNER_URL away.",
		);
	return { role, url };
}

/** Where the role that was made to serve beside the owner reaches the database. @param db as the owner */
export async function servingAddressOf(db: Db, ownerUrl: string): Promise<string> {
	const { rows } = await sql<{ owner: string }>`select current_user as owner`.execute(db);
	return addressAs(servingRoleOf(rows[0]?.owner ?? ""), ownerUrl).url;
}

/** What a role may do that the role which serves must not. */
export type Overstep = "superuser" | "bypasses" | "owns";

/** What the role that asks may do and must not, to serve; empty where all is well. */
export async function overstepsOf(db: Db): Promise<Overstep[]> {
	const { rows } = await sql<{ superuser: boolean; bypasses: boolean; owns: boolean }>`
		select rolsuper as superuser, rolbypassrls as bypasses,
			exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
				and pg_has_role(r.oid, c.relowner, 'member')) as owns
		from pg_roles r where rolname = current_user`.execute(db);
	const [found] = rows;
	return (["superuser", "bypasses", "owns"] as const).filter((what) => found?.[what]);
}
