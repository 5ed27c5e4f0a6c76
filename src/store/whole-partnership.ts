/**
 * A partnership as a whole: every row that leaves with it, opened, as a line of JSON; and such lines as rows of another
 * installation, sealed under its keys. What leaves of which table stands in what-leaves.ts, what is sealed in
 * sealed-columns.ts.
 */
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { CompiledQuery, sql } from "kysely";
import type pg from "pg";
import { SealFault, staysClosed } from "../keys/faults.ts";
import { type Key, keyOf, open, type Place } from "../keys/sealed.ts";
import { addToIndex, type Told } from "./about-index.ts";
import type { Trx } from "./db.ts";
import { addFilePart, openFileBytes, partsOfFile } from "./files.ts";
import { addDifferenceKeys, keysOfDifferences, withKeysOf } from "./keys.ts";
import { type PlainRow, type SealedColumn, sealedColumns } from "./sealed-columns.ts";
import { partSize, wrapNewKey } from "./sealed-files.ts";
import { partsOf, sealTold } from "./sealed-narrative.ts";
import {
	closeBefore,
	dataKeyOf,
	keyUnlessDisposed,
	openAsLinked,
	openLinkedOfPartnership,
	openValue,
	sealValue,
} from "./sealed-values.ts";
import { listTables } from "./snapshot.ts";
import { tableRights } from "./table-rights.ts";
import type { Tables } from "./tables.ts";
import { whatLeaves } from "./what-leaves.ts";

type Name = keyof Tables;

/** A table whose rows leave, with the columns that do, as they are called in a line. */
export type LeavingTable = { name: Name; columns: string[] };

/** Opens and closes what stands under the installation's own secret. */
export type Secret = {
	open: (sealed: Buffer, of: string) => { text: string } | undefined;
	close: (text: string, of: string) => Buffer;
};

/** Something sealed, as it stands in a line. */
type Opened =
	| { value: unknown; salt?: string; sealed?: string; key?: string }
	/** It could not be opened where it came from: nobody can. */
	| { closed: string; sealed: string };

/** Connections that ask with a transaction what is otherwise asked of a server. */
const asking = (trx: Trx): Pick<pg.ClientBase, "query"> => ({
	query: ((text: string, values: unknown[] = []) =>
		trx.executeQuery(CompiledQuery.raw(text, values))) as pg.ClientBase["query"],
});

/** So that the same value is the same text on every server. Until `trx` ends. */
export async function readAlikeIn(trx: Trx): Promise<void> {
	await sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
		set_config('intervalstyle', 'postgres', true), set_config('extra_float_digits', '1', true),
		set_config('bytea_output', 'hex', true), set_config('statement_timeout', '0', true),
		set_config('idle_in_transaction_session_timeout', '0', true)`.execute(trx);
}

/** Everything that `trx` reads from now on is of one moment, and it changes nothing. Asked before anything else in it. */
export async function readOneMoment(trx: Trx): Promise<string> {
	await sql`set transaction isolation level repeatable read, read only`.execute(trx);
	await readAlikeIn(trx);
	const { rows } = await sql<{ at: string }>`
		select to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`.execute(trx);
	return rows[0]?.at ?? "";
}

type Reference = { of: Name; columns: string[]; to: Name; keys: string[] };

/** What rows of tables that leave name. */
async function listReferences(trx: Trx): Promise<Reference[]> {
	const { rows } = await sql<Reference>`
		select r.conrelid::regclass::text as of, r.confrelid::regclass::text as to,
			(select array_agg(a.attname::text order by k.place) from unnest(r.conkey) with ordinality as k (number, place)
				join pg_attribute a on a.attrelid = r.conrelid and a.attnum = k.number) as columns,
			(select array_agg(a.attname::text order by k.place) from unnest(r.confkey) with ordinality as k (number, place)
				join pg_attribute a on a.attrelid = r.confrelid and a.attnum = k.number) as keys
		from pg_constraint r join pg_class c on c.oid = r.conrelid
		where r.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 1, r.conname`.execute(
		trx,
	);
	return rows.filter(({ of, columns }) => {
		const leaves = whatLeaves[of];
		return !("stays" in leaves) && !columns.some((column) => leaves.without?.includes(column));
	});
}

/** The tables whose rows leave, each after those that its rows name. @throws Error where one names what stays */
export async function listLeaving(trx: Trx): Promise<LeavingTable[]> {
	const tables = new Map((await listTables(asking(trx))).map((table) => [table.name, table]));
	const references = Map.groupBy(await listReferences(trx), ({ of }) => of);
	const inOrder: LeavingTable[] = [];
	const begun = new Set<Name>();
	const add = (name: Name) => {
		if (inOrder.some((each) => each.name === name)) return;
		if (begun.has(name)) throw new Error(`Rows of ${name} name rows that name them`);
		begun.add(name);
		const leaves = whatLeaves[name];
		if ("stays" in leaves) throw new Error(`Rows that leave name ${name}, which stays`);
		for (const { to, columns } of references.get(name) ?? [])
			if (to !== name && !columns.includes(leaves.late ?? "")) add(to);
		const columns = tables.get(name)?.columns ?? [];
		inOrder.push({
			name,
			columns: columns.filter((column) => !leaves.without?.includes(column)),
		});
	};
	for (const [name, leaves] of Object.entries(whatLeaves))
		if (!("stays" in leaves)) add(name as Name);
	return inOrder;
}

/** Which rows of a table leave. */
function rowsThatLeave(name: Name, partnershipId: string) {
	const leaves = whatLeaves[name];
	if ("stays" in leaves) throw new Error(`${name} stays`);
	const ours =
		name === "partnership"
			? sql`t.id = ${sql.lit(partnershipId)}`
			: leaves.ofInstallation
				? sql`true`
				: sql`t.partnership_id = ${sql.lit(partnershipId)}`;
	return sql`${ours} and ${leaves.where ? sql`(${sql.raw(leaves.where)})` : sql`true`}`;
}

export async function countLeaving(trx: Trx, partnershipId: string, name: Name): Promise<number> {
	const { rows } = await sql<{ rows: number }>`
		select count(*) as rows from ${sql.table(name)} t where ${rowsThatLeave(name, partnershipId)}`.execute(
		trx,
	);
	return rows[0]?.rows ?? 0;
}

/** So many rows are in memory at once. */
const atOnce = 500;

type Read = {
	row: string;
	key_of: string | null;
	key_wrapped: Uint8Array | null;
	key_before: Uint8Array[] | null;
} & Record<`sealed ${number}`, Buffer | string | null>;

/**
 * The rows of a table that leave, a line of JSON each, in the order of their keys. One table at a time.
 *
 * @throws SealFault where the keys are not here, or away; what is closed for good leaves closed
 */
export async function* readLeaving(
	trx: Trx,
	partnershipId: string,
	{ name, columns }: LeavingTable,
	secret: Secret,
): AsyncGenerator<string[]> {
	const all = (await listTables(asking(trx))).find((table) => table.name === name);
	const sealed = sealedColumns[name] ?? [];
	const apart = [
		...(await columnsOf(trx, name)).filter((column) => !columns.includes(column)),
		...sealed.map(({ column }) => column),
	];
	const named = columns.includes("difference_id") && sealed.length > 0;
	await sql`declare leaving no scroll cursor for
		select (to_jsonb(t) - array[${sql.join(apart.map((column) => sql.lit(column)))}]::text[])::text as row
			${sql.join(
				sealed.map(
					({ column }, nth) => sql`, ${sql.ref(`t.${column}`)} as ${sql.id(`sealed ${nth}`)}`,
				),
				sql``,
			)}
			${named ? sql`, k.*` : sql``}
		from ${sql.table(name)} t
		${
			named
				? sql`left join lateral (
					select partnership_key_id as key_of, wrapped as key_wrapped, before as key_before
					from difference_key where difference_id = t.difference_id) k on true`
				: sql``
		}
		where ${rowsThatLeave(name, partnershipId)}
		order by ${sql.raw(all?.order ?? "1")}`.execute(trx);
	for (;;) {
		const { rows } = await sql<Read>`fetch ${sql.lit(atOnce)} from leaving`.execute(trx);
		if (rows.length === 0) break;
		yield sealed.length === 0
			? rows.map(({ row }) => row)
			: await opened(trx, partnershipId, rows, sealed, secret);
	}
	await sql`close leaving`.execute(trx);
}

/** All columns of a table, also those that the database works out. */
async function columnsOf(trx: Trx, name: Name): Promise<string[]> {
	const { rows } = await sql<{ column: string }>`
		select attname::text as column from pg_attribute
		where attrelid = ${name}::regclass and attnum > 0 and not attisdropped`.execute(trx);
	return rows.map(({ column }) => column);
}

async function opened(
	trx: Trx,
	partnershipId: string,
	rows: readonly Read[],
	sealed: readonly SealedColumn[],
	secret: Secret,
): Promise<string[]> {
	const plain = rows.map(({ row }) => JSON.parse(row) as PlainRow);
	const found: (Opened | null)[][] = rows.map(() => []);
	for (const [nth, column] of sealed.entries()) {
		const there = rows.flatMap((read, at) => {
			const is = read[`sealed ${nth}`];
			return is === null || is === undefined ? [] : [{ read, at, is, row: plain[at] as PlainRow }];
		});
		for (const each of found) each.push(null);
		const put = (at: number, is: Opened) => {
			(found[at] as (Opened | null)[])[nth] = is;
		};
		if (column.holds === "secret") {
			for (const { at, is, row } of there) {
				const text = secret.open(is as Buffer, column.of(row))?.text;
				put(at, text === undefined ? closed("no-key", is) : { value: text });
			}
			continue;
		}
		const ofDifference = (row: PlainRow) =>
			column.under !== "partnership" && row["difference_id"] !== null;
		const theirs = there.filter(({ row }) => ofDifference(row));
		const values = await withKeysOf(
			trx,
			theirs.map(({ read, is, row }) => ({
				...read,
				difference_id: String(row["difference_id"]),
				partnership_id: partnershipId,
				is,
				place: column.place(row),
			})),
			({ is, place, key_before }, key) => openedBy(column.holds, key, key_before, is, place),
		);
		for (const [index, { at, is }] of theirs.entries()) {
			const value = values[index];
			put(at, value instanceof SealFault ? closed(faultOf(value), is) : (value as Opened));
		}
		for (const { at, is, row } of there.filter((each) => !ofDifference(each.row)))
			try {
				const place = column.place(row);
				if (column.holds === "linked") {
					const { value, by } = await openLinkedOfPartnership(
						trx,
						partnershipId,
						String(is),
						place,
					);
					put(at, linked(value, String(is), by));
				} else
					put(at, { value: openValue(await dataKeyOf(trx, partnershipId), is as Buffer, place) });
			} catch (problem) {
				if (!(problem instanceof SealFault)) throw problem;
				put(at, closed(faultOf(problem), is));
			}
	}
	return rows.map(({ row }, at) => {
		const more = sealed.map(
			({ column }, nth) => `${JSON.stringify(column)}: ${JSON.stringify(found[at]?.[nth] ?? null)}`,
		);
		return `${row.slice(0, -1)}, ${more.join(", ")}}`;
	});
}

/** @throws SealFault where it is not for good */
function faultOf(fault: SealFault): string {
	if (!staysClosed(fault) || fault.code === "no-key") throw fault;
	return fault.code;
}

const closed = (why: string, is: Buffer | string): Opened => ({
	closed: why,
	sealed: typeof is === "string" ? is : is.toString("base64"),
});

const linked = (value: unknown, sealed: string, by: Key): Opened => ({
	value,
	sealed,
	key: by.export().toString("base64"),
});

function openedBy(
	holds: "told" | "value" | "linked",
	key: Key,
	before: Uint8Array[] | null,
	is: Buffer | string,
	place: Place,
): Opened {
	if (holds === "linked") {
		const { value, by } = openAsLinked(key, before, String(is), place);
		return linked(value, String(is), by);
	}
	if (holds === "value") return { value: openValue(key, is as Buffer, place) };
	const { salt, value } = partsOf(open(key, is as Buffer, place));
	return { salt: salt.toString("base64"), value };
}

/** The files that leave: those that arrived, by identifier. */
export async function* listFilesThatLeave(
	trx: Trx,
	partnershipId: string,
): AsyncGenerator<{ id: string; size: number }> {
	for (let last: string | undefined; ; ) {
		const { rows } = await sql<{ id: string; size: number }>`
			select t.id, t.size from file t where ${rowsThatLeave("file", partnershipId)}
				and ${last === undefined ? sql`true` : sql`t.id > ${last}`}
			order by t.id limit ${sql.lit(atOnce)}`.execute(trx);
		yield* rows;
		last = rows.at(-1)?.id;
		if (last === undefined) return;
	}
}

/** The bytes of one; undefined where they cannot be opened any more. @throws SealFault where that is for a moment */
export async function openFileThatLeaves(
	trx: Trx,
	id: string,
): Promise<AsyncGenerator<Buffer> | undefined> {
	try {
		return await openFileBytes(trx, id);
	} catch (problem) {
		if (problem instanceof SealFault && faultOf(problem)) return undefined;
		throw problem;
	}
}

/** A partnership that is being brought here. */
export type Receiving = {
	partnershipId: string;
	secret: Secret;
	/** What stands in the place of what its own row says. */
	as: { name?: string; path_name?: string; reference_prefix?: string };
	/** Columns by which rows of a table name others of it. */
	ofItself: Map<Name, string[]>;
	/** Rows that wait for those that they name. */
	held: Map<Name, string[]>;
	/** What is filled once all rows are there. */
	late: { name: Name; column: string; id: unknown; is: unknown }[];
	/** Keys of before that were kept already, by difference; of the partnership by the empty text. */
	kept: Map<string, Set<string>>;
};

/** A line is not what leaves of a table. `message` names the table, and nothing of what is in it. */
export class NotALine extends Error {}

export async function beginReceiving(
	trx: Trx,
	given: Pick<Receiving, "partnershipId" | "secret" | "as">,
): Promise<Receiving> {
	await readAlikeIn(trx);
	const ofItself = new Map<Name, string[]>();
	for (const { of, to, columns } of await listReferences(trx))
		if (of === to) ofItself.set(of, [...(ofItself.get(of) ?? []), ...columns]);
	return { ...given, ofItself, held: new Map(), late: [], kept: new Map() };
}

/**
 * Puts rows of a table here. What names another row of the same table waits for `endOfTable`.
 *
 * @throws NotALine
 */
export async function receiveRows(
	trx: Trx,
	to: Receiving,
	table: LeavingTable,
	lines: readonly string[],
): Promise<void> {
	const names = to.ofItself.get(table.name) ?? [];
	if (names.length === 0) return insert(trx, to, table, lines);
	const [now, later] = [[] as string[], [] as string[]];
	for (const line of lines)
		(names.some((column) => (rowIn(table.name, line)[column] ?? null) !== null) ? later : now).push(
			line,
		);
	to.held.set(table.name, [...(to.held.get(table.name) ?? []), ...later]);
	await insert(trx, to, table, now);
}

/** Puts the rows here that waited, each after those that it names. @throws NotALine where they name each other */
export async function endOfTable(trx: Trx, to: Receiving, table: LeavingTable): Promise<void> {
	const names = to.ofItself.get(table.name) ?? [];
	let waiting = to.held.get(table.name) ?? [];
	to.held.delete(table.name);
	while (waiting.length > 0) {
		const rows = waiting.map((line) => ({ line, row: rowIn(table.name, line) }));
		const ids = new Set(rows.map(({ row }) => row["id"]));
		const [now, later] = [[] as string[], [] as string[]];
		for (const { line, row } of rows)
			(names.some((column) => row[column] !== row["id"] && ids.has(row[column]))
				? later
				: now
			).push(line);
		// Two people may have checked each other's entries.
		if (now.length === 0) return insert(trx, to, table, later, { together: true });
		await insert(trx, to, table, now);
		waiting = later;
	}
}

function rowIn(name: Name, line: string): PlainRow {
	try {
		const row: unknown = JSON.parse(line);
		if (typeof row === "object" && row !== null && !Array.isArray(row)) return row as PlainRow;
	} catch {}
	throw new NotALine(`A line of ${name} is no object of JSON.`);
}

async function insert(
	trx: Trx,
	to: Receiving,
	table: LeavingTable,
	lines: readonly string[],
	{ together = false } = {},
): Promise<void> {
	const most = together ? Math.max(lines.length, 1) : atOnce;
	for (let from = 0; from < lines.length; from += most)
		await insertSome(trx, to, table, lines.slice(from, from + most));
}

async function insertSome(
	trx: Trx,
	to: Receiving,
	{ name, columns }: LeavingTable,
	lines: string[],
): Promise<void> {
	const { partnershipId } = to;
	if (name === "difference_key") {
		const ids = lines.map((line) => String(rowIn(name, line)["difference_id"]));
		return addDifferenceKeys(trx, partnershipId, ids);
	}
	const rows = [...lines];
	const told: Told[] = [];
	const add = (nth: number, more: Record<string, unknown>) => {
		if (Object.keys(more).length === 0) return;
		// Of a name that comes twice the database takes the second.
		rows[nth] = `${rows[nth]?.trimEnd().slice(0, -1)}, ${JSON.stringify(more).slice(1)}`;
	};
	const sealed = sealedColumns[name] ?? [];
	const written = [...columns];
	const leaves = whatLeaves[name];
	const late = "stays" in leaves ? undefined : leaves.late;
	if (late)
		for (const [nth, line] of lines.entries()) {
			const row = rowIn(name, line);
			to.late.push({ name, column: late, id: row["id"], is: row[late] });
			add(nth, { [late]: null });
		}
	if (sealed.length > 0 || name === "file" || name === "partnership") {
		const plain = lines.map((line) => rowIn(name, line));
		if (sealed.length > 0)
			for (const [nth, more] of (await sealedAnew(trx, to, name, plain, sealed, told)).entries())
				add(nth, more);
		if (name === "file") {
			written.push("wrapped_key");
			for (const [nth, row] of plain.entries()) {
				const differenceId = (row["difference_id"] as string | null) ?? null;
				const under =
					(await keyUnlessDisposed(trx, { partnershipId, differenceId })) ??
					(await dataKeyOf(trx, partnershipId));
				const key = wrapNewKey(under, partsOfFile(String(row["id"])), Number(row["size"]));
				add(nth, { wrapped_key: hex(key) });
			}
		}
		if (name === "partnership") {
			if (plain.length !== 1 || plain[0]?.["id"] !== partnershipId)
				throw new NotALine("It is not of one partnership.");
			add(0, { ...to.as, host: null });
		}
	}
	if (name === "signing_key") written.push("sealed_key");
	if (name === "signing_key")
		for (const nth of rows.keys()) add(nth, { sealed_key: hex(Buffer.of()) });
	await sql`
		insert into ${sql.table(name)} (${sql.join(written.map((column) => sql.id(column)))}) overriding system value
		select ${sql.join(written.map((column) => (column === "partnership_id" ? sql`${partnershipId}::uuid` : sql.ref(`t.${column}`))))}
		from jsonb_populate_recordset(null::${sql.table(name)}, ${`[${rows.join(",")}]`}::jsonb) t
		${name === "signing_key" ? sql`on conflict do nothing` : sql``}`.execute(trx);
	await addToIndex(trx, told);
}

const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString("hex")}`;

/** The keys under which rows are sealed here: of the difference that one names, else of the partnership. */
async function keysFor(
	trx: Trx,
	partnershipId: string,
	rows: readonly PlainRow[],
): Promise<(row: PlainRow) => Key> {
	const named = rows.flatMap((row) => (row["difference_id"] as string | null) ?? []);
	const keys = await keysOfDifferences(trx, [...new Set(named)]);
	const dataKey = await dataKeyOf(trx, partnershipId);
	return (row) => keys.get(String(row["difference_id"])) ?? dataKey;
}

/** What stands in each row in place of what came opened. @param told what the record tells is added to it */
async function sealedAnew(
	trx: Trx,
	to: Receiving,
	name: Name,
	rows: readonly PlainRow[],
	sealed: readonly SealedColumn[],
	told: Told[],
): Promise<Record<string, unknown>[]> {
	const found = rows.map((): Record<string, unknown> => ({}));
	for (const column of sealed) {
		const theirs = rows.flatMap((row, nth) => {
			const is = row[column.column] as Opened | null | undefined;
			return is === null || is === undefined ? [] : [{ row, nth, is }];
		});
		const isText = column.holds === "linked";
		const put = (nth: number, bytes: Buffer | string) => {
			(found[nth] as Record<string, unknown>)[column.column] =
				typeof bytes === "string" ? bytes : hex(bytes);
		};
		const openable = theirs.filter(({ nth, is }) => {
			if (typeof is !== "object" || !("closed" in is)) return true;
			put(nth, isText ? String(is.sealed) : Buffer.from(String(is.sealed), "base64"));
			return false;
		});
		if (openable.some(({ is }) => typeof is !== "object" || !("value" in is)))
			throw new NotALine(`A line of ${name} has nothing in ${column.column}.`);
		if (column.holds === "secret") {
			for (const { row, nth, is } of openable)
				put(nth, to.secret.close(String((is as { value: unknown }).value), column.of(row)));
			continue;
		}
		const ofPartnership = column.under === "partnership";
		const keys = await keysFor(
			trx,
			to.partnershipId,
			ofPartnership ? [] : openable.map(({ row }) => row),
		);
		for (const { row, nth, is } of openable) {
			const { value, salt, sealed: asLinked, key: by } = is as Extract<Opened, { value: unknown }>;
			const key = keys(ofPartnership ? {} : row);
			const place = column.place(row);
			if (column.holds === "value") put(nth, sealValue(key, value, place));
			else if (column.holds === "linked") {
				const before = keyOf(Buffer.from(String(by), "base64"));
				if (!isDeepStrictEqual(openAsLinked(before, null, String(asLinked), place).value, value))
					throw new NotALine(`A line of ${name} says something else than what was linked.`);
				put(nth, String(asLinked));
				await keepBefore(trx, to, ofPartnership ? "" : String(row["difference_id"]), key, before);
			} else {
				const each = {
					difference_id: String(row["difference_id"]),
					partnership_id: to.partnershipId,
					seq: Number(row["seq"]),
					field: String(row["field"]),
					content: value,
				};
				put(nth, sealTold(each, key, Buffer.from(String(salt), "base64")).content);
				told.push(each);
			}
		}
	}
	return found;
}

/** Keeps a key of elsewhere for what stays as it was linked there. */
async function keepBefore(
	trx: Trx,
	to: Receiving,
	difference: string,
	key: Key,
	before: Key,
): Promise<void> {
	const kept = to.kept.get(difference) ?? new Set<string>();
	to.kept.set(difference, kept);
	const name = createHash("sha256").update(before.export()).digest("hex");
	if (kept.has(name)) return;
	kept.add(name);
	const wrapped = closeBefore(key, before);
	await (difference === ""
		? sql`update partnership_data_key set before = array_append(before, ${wrapped}) where partnership_id = ${to.partnershipId}`
		: sql`update difference_key set before = array_append(before, ${wrapped}) where difference_id = ${difference}`
	).execute(trx);
}

/**
 * Puts the bytes of a file here, whose row is here already.
 *
 * @throws NotALine where no row of this partnership has it, it comes twice, or its bytes are others than its row says
 */
export async function receiveFile(
	trx: Trx,
	{ partnershipId }: Receiving,
	id: string,
	content: AsyncIterable<Uint8Array>,
): Promise<void> {
	const file = await trx
		.selectFrom("file")
		.where("id", "=", id)
		.where("partnership_id", "=", partnershipId)
		.where((where) =>
			where.not(
				where.exists(
					where
						.selectFrom("file_part")
						.whereRef("file_part.file_id", "=", "file.id")
						.select("number"),
				),
			),
		)
		.select(["sha256", "size"])
		.executeTakeFirst();
	if (!file) throw new NotALine("There are bytes of a file that no line names.");
	const hash = createHash("sha256");
	let [number, size, gathered] = [0, 0, Buffer.alloc(0)];
	for await (const chunk of content) {
		hash.update(chunk);
		size += chunk.length;
		gathered = Buffer.concat([gathered, chunk]);
		for (; gathered.length >= partSize; gathered = gathered.subarray(partSize))
			await addFilePart(trx, { id, partnershipId }, number++, gathered.subarray(0, partSize));
	}
	if (gathered.length > 0) await addFilePart(trx, { id, partnershipId }, number, gathered);
	if (size !== file.size || hash.digest("hex") !== file.sha256)
		throw new NotALine("The bytes of a file are not those that its line names.");
}

/**
 * What belongs to the end of a transaction is done now, so that it can be looked at: what is not linked yet is.
 *
 * @returns columns of rows that name something of another partnership, or of none: there must be none
 */
export async function endReceiving(
	trx: Trx,
	{ partnershipId, late }: Receiving,
): Promise<string[]> {
	for (const { name, column, id, is } of late)
		if ((is ?? null) !== null)
			await sql`update ${sql.table(name)} set ${sql.id(column)} = ${is} where id = ${id} and partnership_id = ${partnershipId}`.execute(
				trx,
			);
	await sql`set constraints all immediate`.execute(trx);
	await sql`set constraints all deferred`.execute(trx);
	// What is owed was worked out of all that came; of what changes from here on it is worked out anew.
	await sql`select set_config('concord.owed_of', '', true)`.execute(trx);
	const wrong: string[] = [];
	for (const { of, columns, to, keys } of await listReferences(trx)) {
		if (to === "partnership" || of === "signing_key" || tableRights[to].whose !== "partnership")
			continue;
		const { rows } = await sql<{ wrong: boolean }>`
			select exists (select from ${sql.table(of)} c where c.partnership_id = ${partnershipId}
				and ${sql.join(
					columns.map((column) => sql`${sql.ref(`c.${column}`)} is not null`),
					sql` and `,
				)}
				and not exists (select from ${sql.table(to)} p where p.partnership_id = ${partnershipId} and ${sql.join(
					columns.map(
						(column, nth) => sql`${sql.ref(`p.${keys[nth]}`)} = ${sql.ref(`c.${column}`)}`,
					),
					sql` and `,
				)})) as wrong`.execute(trx);
		if (rows[0]?.wrong) wrong.push(`${of}.${columns.join("+")}`);
	}
	return wrong;
}

/** What is numbered here goes on after the numbers that came. Those who number wait until `trx` ends. */
export async function numberOn(trx: Trx): Promise<void> {
	for (const name of ["reading", "protocol_history"] as const) {
		await sql`lock table ${sql.table(name)} in share row exclusive mode`.execute(trx);
		await sql`
			select setval(pg_get_serial_sequence(${name}, 'id'), highest.id)
			from (select max(id) as id from ${sql.table(name)}) highest
			where highest.id > (select coalesce(last_value, 0) from pg_sequences
				where format('%I.%I', schemaname, sequencename)::regclass = pg_get_serial_sequence(${name}, 'id')::regclass)`.execute(
			trx,
		);
	}
}

/** The names of the migrations that made this database. */
export async function listMigrationFiles(trx: Trx): Promise<{ file: string; hash: string }[]> {
	const { rows } = await sql<{ file: string; hash: string }>`
		select file, hash from migration order by file`.execute(trx);
	return rows;
}

/** Runs what changes rows, and takes all of that back. */
export async function takenBack<Answer>(trx: Trx, work: () => Promise<Answer>): Promise<Answer> {
	await sql`savepoint to_be_taken_back`.execute(trx);
	try {
		return await work();
	} finally {
		await sql`rollback to savepoint to_be_taken_back`.execute(trx);
	}
}
