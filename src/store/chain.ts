/**
 * The chains of a record as the database keeps them: read piece by piece with the rows that they stand for, for whoever
 * verifies them. Links are made by the database itself (src/store/migrations/0077-the-chain.sql); nothing here makes one.
 */
import { type RawBuilder, sql } from "kysely";
import {
	type ChainedTable,
	type ChainedTableName,
	columnsOfAct,
	columnsOfReading,
	isChainedTable,
} from "../chain/chained-rows.ts";
import type { Link, RowText } from "../chain/link.ts";
import type { ChainEnd } from "../chain/merkle.ts";
import { type Db, readAtOnce, type Trx } from "./db.ts";

/** A link with its hash as it is kept, and the row that it stands for: none where that is gone. */
export type KeptLink = Link & { hash: string };
export type LinkOfDifference = KeptLink & {
	act: { columns: RowText; narrative: Record<string, string | null> } | null;
	reading: RowText | null;
	/** What it stood for is gone, and there is a certificate that it was disposed of. */
	isDisposed: boolean;
};

/** Read as they were linked, and at one moment: columns that are times, in UTC. */
const inUtc = <Answer>(db: Db | Trx, work: (trx: Trx) => Promise<Answer>): Promise<Answer> =>
	readAtOnce(db, async (trx) => {
		await sql`select set_config('TimeZone', 'UTC', true)`.execute(trx);
		return work(trx);
	});

const time = (column: RawBuilder<unknown>) =>
	sql<string>`to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const linkColumns = sql`c.chain_id as chain, c.position, c.kind, c.row_key as key, ${time(sql`c.at`)} as at,
	encode(c.digest, 'hex') as digest, encode(c.previous, 'hex') as previous, encode(c.hash, 'hex') as hash`;

/** A row’s columns as texts: `before.column`. */
const asTexts = (row: string, before: string, columns: readonly string[]) =>
	sql.join(
		columns.map(
			(column) => sql`${sql.ref(row)} ->> ${sql.lit(column)} as ${sql.id(before + column)}`,
		),
	);

/** Columns of a row as texts, as they stand in `to_jsonb` of it. */
const columnsAsTexts = (row: string, columns: readonly string[]) =>
	sql.join(
		columns.map(
			(column) => sql`to_jsonb(${sql.ref(`${row}.${column}`)}) #>> '{}' as ${sql.id(column)}`,
		),
	);

const textsOf = (
	row: Record<string, unknown>,
	before: string,
	columns: readonly string[],
): RowText =>
	Object.fromEntries(columns.map((column) => [column, row[before + column] as string | null]));

/** The chains of a partnership’s differences, in order: of those that are there, and of those that have left an end or any link. */
export async function listChains(db: Db | Trx, partnershipId: string): Promise<string[]> {
	const { rows } = await sql<{ chain: string }>`
		select id as chain from difference where partnership_id = ${partnershipId}
		union select chain_id from chain_head where partnership_id = ${partnershipId} and chain_id <> ${partnershipId}
		union select chain_id from chain_entry where partnership_id = ${partnershipId} and chain_id <> ${partnershipId}
		order by chain`.execute(db);
	return rows.map(({ chain }) => chain);
}

/**
 * Links of some chains of a partnership’s differences, chain by chain, in order of position. They are asked for by their chains:
 * the links of all partnerships stand among each other. What they stand for is read of each chain from its first to its last
 * that is among them: looked up one by one it takes twice as long, and joined, all of the record would be read for every few
 * thousand links.
 *
 * @param after the last that was read
 */
export function listLinks(
	db: Db | Trx,
	partnershipId: string,
	{
		chains,
		after,
		most,
	}: {
		chains: readonly string[];
		after: Pick<Link, "chain" | "position"> | undefined;
		most: number;
	},
): Promise<LinkOfDifference[]> {
	return inUtc(db, async (trx) => {
		const { rows: links } = await sql<KeptLink>`
			select ${linkColumns} from chain_entry c
			where partnership_id = ${partnershipId} and chain_id = any(${chains}::uuid[])
				and ${after ? sql`(chain_id, position) > (${after.chain}::uuid, ${after.position}::int)` : sql`true`}
			order by chain_id, position limit ${most}`.execute(trx);
		const actSpans = spansOf(links, "act");
		const acts = await rowsIn(trx, actSpans, "event", "seq", columnsOfAct);
		const committed = await commitmentsIn(trx, actSpans);
		const readings = await rowsIn(trx, spansOf(links, "read"), "reading", "id", columnsOfReading);
		const standsFor = ({ chain, key, kind }: KeptLink) =>
			kind === "act"
				? acts.get(`${chain} ${key}`)
				: kind === "read"
					? readings.get(`${chain} ${key}`)
					: undefined;
		const disposed = await disposedAmong(trx, [
			...new Set(links.filter((link) => !standsFor(link)).map(({ chain }) => chain)),
		]);
		return links.map((link) => {
			const columns = standsFor(link) ?? null;
			return {
				...link,
				act:
					columns && link.kind === "act"
						? { columns, narrative: committed.get(`${link.chain} ${link.key}`) ?? {} }
						: null,
				reading: link.kind === "read" ? columns : null,
				isDisposed: disposed.has(link.chain),
			};
		});
	});
}

/** From which to which number links of a kind stand for rows of each chain. */
type Span = { chain: string; first: number; last: number };

function spansOf(links: readonly KeptLink[], kind: "act" | "read"): Span[] {
	const spans = new Map<string, Span>();
	for (const link of links) {
		if (link.kind !== kind || !/^[0-9]{1,15}$/.test(link.key)) continue;
		const number = Number(link.key);
		const { first, last } = spans.get(link.chain) ?? { first: number, last: number };
		spans.set(link.chain, {
			chain: link.chain,
			first: Math.min(first, number),
			last: Math.max(last, number),
		});
	}
	return [...spans.values()];
}

/** Of each chain what stands in a table there, chain by chain: as a join all of the table would be read. */
const inSpans = (spans: readonly Span[], table: string, number: string) => sql`
	unnest(${spans.map(({ chain }) => chain)}::uuid[], ${spans.map(({ first }) => first)}::bigint[],
		${spans.map(({ last }) => last)}::bigint[]) as span (chain, first, last)
	cross join lateral (select * from ${sql.table(table)} of
		where of.difference_id = span.chain and ${sql.ref(`of.${number}`)} between span.first and span.last offset 0) as row`;

/** The rows as texts, by chain and number. */
async function rowsIn(
	trx: Trx,
	spans: readonly Span[],
	table: "event" | "reading",
	number: "seq" | "id",
	columns: readonly string[],
): Promise<ReadonlyMap<string, RowText>> {
	if (spans.length === 0) return new Map();
	const { rows } = await sql<Record<string, string | null>>`
		select ${columnsAsTexts("row", columns)} from ${inSpans(spans, table, number)}`.execute(trx);
	return new Map(rows.map((row) => [`${row.difference_id} ${row[number]}`, row]));
}

/** What the words of acts are committed to, by field, in hexadecimal: by chain and number of the act. */
async function commitmentsIn(
	trx: Trx,
	spans: readonly Span[],
): Promise<ReadonlyMap<string, Record<string, string | null>>> {
	const committed = new Map<string, Record<string, string | null>>();
	if (spans.length === 0) return committed;
	const { rows } = await sql<{ chain: string; seq: number; field: string; is: string | null }>`
		select row.difference_id as chain, row.seq, row.field, encode(row.commitment, 'hex') as is
		from ${inSpans(spans, "narrative", "seq")}`.execute(trx);
	for (const { chain, seq, field, is } of rows) {
		const act = `${chain} ${seq}`;
		const fields = committed.get(act) ?? {};
		fields[field] = is;
		committed.set(act, fields);
	}
	return committed;
}

/** Those of which there is a certificate of disposal. */
async function disposedAmong(trx: Trx, chains: readonly string[]): Promise<ReadonlySet<string>> {
	if (chains.length === 0) return new Set();
	const { rows } = await sql<{ chain: string }>`
		select distinct difference_id as chain from disposal where difference_id = any(${chains}::uuid[])`.execute(
		trx,
	);
	return new Set(rows.map(({ chain }) => chain));
}

/** Links of a partnership’s own chain, in order. @param after the last position that was read */
export function listPartnershipLinks(
	db: Db | Trx,
	partnershipId: string,
	{ after, most }: { after: number; most: number },
): Promise<KeptLink[]> {
	return inUtc(db, async (trx) => {
		const { rows } = await sql<KeptLink>`select ${linkColumns} from chain_entry c
			where chain_id = ${partnershipId} and partnership_id = ${partnershipId} and position > ${after} order by position limit ${most}`.execute(
			trx,
		);
		return rows;
	});
}

/** The rows of a table that is linked into a partnership’s chain, by key, as texts. */
export function listChainedRows(
	db: Db | Trx,
	partnershipId: string,
	name: ChainedTableName,
	{ key, columns }: ChainedTable,
): Promise<{ key: string; columns: RowText }[]> {
	return inUtc(db, async (trx) => {
		const { rows } = await sql<Record<string, unknown> & { key: string }>`
			select ${keyOf(key)} as key, ${asTexts("t.row", "of.", columns)}
			from (select to_jsonb(${sql.table(name)}) as row from ${sql.table(name)} where partnership_id = ${partnershipId}) t`.execute(
			trx,
		);
		return rows.map((row) => ({ key: row.key, columns: textsOf(row, "of.", columns) }));
	});
}

const keyOf = (key: readonly string[]) =>
	sql.join(
		key.map((column) => sql`(t.row ->> ${sql.lit(column)})`),
		sql` || ' ' || `,
	);

/** Where a chain ends as it says itself. */
export type KeptEnd = ChainEnd & { reference: string; at: string };

/** Where the chains of some of a partnership’s differences end, with how many acts and readings each has in all. */
export async function listEnds(
	db: Db | Trx,
	partnershipId: string,
	differences: readonly string[],
): Promise<(KeptEnd & { acts: number; readings: number })[]> {
	const { rows } = await sql<KeptEnd & { acts: number; readings: number }>`
		select d.id as difference, d.reference, coalesce(h.position, 0) as position, encode(coalesce(h.hash, ''), 'hex') as hash,
			coalesce(to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '') as at,
			(select count(*)::int from event where difference_id = d.id) as acts,
			(select count(*)::int from reading where difference_id = d.id) as readings
		from difference d left join chain_head h on h.chain_id = d.id and h.partnership_id = d.partnership_id
		where d.partnership_id = ${partnershipId} and d.id = any(${differences}::uuid[]) order by d.id`.execute(
		db,
	);
	return rows;
}

/** Chains of differences that are no more: one that was taken out of the record leaves its chain, or only its end. */
export async function listChainsWithoutDifference(
	db: Db | Trx,
	partnershipId: string,
): Promise<string[]> {
	const { rows } = await sql<{ chain: string }>`
		select chain from (
			select chain_id as chain from chain_head where partnership_id = ${partnershipId} and chain_id <> ${partnershipId}
			union select difference_id from checkpoint_head where partnership_id = ${partnershipId}
			union select chain_id from chain_entry where partnership_id = ${partnershipId} and chain_id <> ${partnershipId} and position = 1
		) as all_chains where not exists (select from difference where id = chain) order by chain`.execute(
		db,
	);
	return rows.map(({ chain }) => chain);
}

/** Where the partnership’s own chain ends as it says itself; none where it has none yet. */
export async function endOfPartnership(
	db: Db | Trx,
	partnershipId: string,
): Promise<{ position: number; hash: string; at: string } | undefined> {
	const { rows } = await sql<{ position: number; hash: string; at: string }>`
		select position, encode(hash, 'hex') as hash, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
		from chain_head where chain_id = ${partnershipId} and partnership_id = ${partnershipId}`.execute(
		db,
	);
	return rows[0];
}

/** How many links a partnership’s chains have. */
export async function countLinks(
	db: Db | Trx,
	partnershipId: string,
	only?: string,
): Promise<number> {
	const { rows } = await sql<{
		links: number;
	}>`select coalesce(sum(position), 0)::int as links from chain_head
		where partnership_id = ${partnershipId} and ${only === undefined ? sql`true` : sql`chain_id = ${only}`}`.execute(
		db,
	);
	return rows[0]?.links ?? 0;
}

/** A link by its place, with the text of the act that it stands for: what a receipt is made of. None where there is none. */
export async function findLinkOfAct(
	db: Db | Trx,
	difference: string,
	seq: number,
): Promise<LinkOfDifference | undefined> {
	return inUtc(db, async (trx) => {
		const place = await sql<{ position: number; partnership: string }>`
			select position, partnership_id as partnership from chain_entry
			where chain_id = ${difference} and kind = 'act' and row_key = ${String(seq)}`.execute(trx);
		const [found] = place.rows;
		if (!found) return undefined;
		const [link] = await listLinks(trx, found.partnership, {
			chains: [difference],
			after: { chain: difference, position: found.position - 1 },
			most: 1,
		});
		return link;
	});
}

/** The hash that the record has at a place of a chain. */
export async function hashAt(
	db: Db | Trx,
	chain: string,
	position: number,
): Promise<string | undefined> {
	const row = await db
		.selectFrom("chain_entry")
		.where("chain_id", "=", chain)
		.where("position", "=", position)
		.select("hash")
		.executeTakeFirst();
	return row?.hash.toString("hex");
}

/** Whether the chain of a difference has each of these acts with its digest, in hexadecimal. */
export async function hasActs(
	db: Db | Trx,
	chain: string,
	acts: readonly { act: number; sha256: string }[],
): Promise<boolean> {
	const rows = await db
		.selectFrom("chain_entry")
		.where("chain_id", "=", chain)
		.where("kind", "=", "act")
		.where(sql<boolean>`row_key = any(${acts.map(({ act }) => String(act))}::text[])`)
		.select(["row_key", "digest"])
		.execute();
	const linked = new Map(rows.map(({ row_key, digest }) => [row_key, digest.toString("hex")]));
	return acts.every(({ act, sha256 }) => linked.get(String(act)) === sha256);
}

/** An act in the record, by the number of its entry. */
export type ActInRecord = { differenceId: string; seq: number };

/**
 * The digests of acts as they stand, also of those whose transaction has not ended: SHA-256 in hexadecimal, by `atAct`. What is
 * not in the record has none.
 */
export async function digestsOfActs(
	db: Db | Trx,
	acts: readonly ActInRecord[],
): Promise<ReadonlyMap<string, string>> {
	if (acts.length === 0) return new Map();
	const { rows } = await sql<ActInRecord & { digest: string }>`
		select difference_id as "differenceId", seq,
			encode(sha256(convert_to(chain_text_of_act(event), 'UTF8')), 'hex') as digest
		from event where (difference_id, seq) in (select * from unnest(
			${acts.map(({ differenceId }) => differenceId)}::uuid[], ${acts.map(({ seq }) => seq)}::int[]))`.execute(
		db,
	);
	return new Map(rows.map((row) => [atAct(row), row.digest]));
}

export const atAct = ({ differenceId, seq }: ActInRecord): string => `${differenceId} ${seq}`;

/** So many are linked in one statement. */
const linkedAtOnce = 1_000;

/**
 * Links acts that this transaction added, before its end would do it one by one: for thousands. To be asked for last, for
 * from here on whoever reads one of these differences waits until the transaction has ended.
 *
 * @param acts of each difference in their order
 */
export async function linkActs(trx: Trx, acts: readonly ActInRecord[]): Promise<void> {
	const ofEach = new Map<string, number>();
	/** The first act of each difference, the second of each that has two, and so on. */
	const rounds = Map.groupBy(acts, ({ differenceId }) => {
		const nth = ofEach.get(differenceId) ?? 0;
		ofEach.set(differenceId, nth + 1);
		return nth;
	});
	for (const round of rounds.values())
		for (let from = 0; from < round.length; from += linkedAtOnce) {
			const these = round.slice(from, from + linkedAtOnce);
			await sql`select link_acts(${these.map(({ differenceId }) => differenceId)}::uuid[], ${these.map(({ seq }) => seq)}::int[])`.execute(
				trx,
			);
		}
}

/** Links all that differences have in the record, where nothing of them is linked yet: for many that are added whole. */
export async function linkDifferences(trx: Trx, differences: readonly string[]): Promise<void> {
	await sql`select link_differences(${differences}::uuid[])`.execute(trx);
}

/** A signature of the installation under where the chains of a partnership ended. */
export type Checkpoint = {
	number: number;
	/** ISO instant in UTC, with six places after the second. */
	at: string;
	differences: number;
	root: string;
	position: number;
	hash: string;
	keyId: string;
	signature: string;
};

/** Ends that were signed and are not in the record any more: the entry is gone, or another. */
export async function listSignedAndGone(
	db: Db | Trx,
	partnershipId: string,
): Promise<(ChainEnd & { number: number })[]> {
	const { rows } = await sql<ChainEnd & { number: number }>`
		select h.number, h.difference_id as difference, h.position, encode(h.hash, 'hex') as hash from checkpoint_head h
		left join chain_entry c on c.chain_id = h.difference_id and c.position = h.position
		where h.partnership_id = ${partnershipId} and c.hash is distinct from h.hash order by h.number, h.difference_id`.execute(
		db,
	);
	return rows;
}

/** In order, with the chains that had grown since the one before. */
export async function listCheckpoints(
	db: Db | Trx,
	partnershipId: string,
): Promise<(Checkpoint & { grown: ChainEnd[] })[]> {
	const checkpoints = await sql<Checkpoint>`
		select number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, differences, encode(root, 'hex') as root,
			position, encode(hash, 'hex') as hash, key_id as "keyId", encode(signature, 'base64') as signature
		from checkpoint where partnership_id = ${partnershipId} order by number`.execute(db);
	const heads = await sql<ChainEnd & { number: number }>`
		select number, difference_id as difference, position, encode(hash, 'hex') as hash
		from checkpoint_head where partnership_id = ${partnershipId}`.execute(db);
	const grown = Map.groupBy(heads.rows, ({ number }) => number);
	return checkpoints.rows.map((each) => ({ ...each, grown: grown.get(each.number) ?? [] }));
}

/** The latest checkpoint alone. */
export async function latestCheckpoint(
	db: Db | Trx,
	partnershipId: string,
): Promise<Checkpoint | undefined> {
	const { rows } = await sql<Checkpoint>`
		select number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, differences, encode(root, 'hex') as root,
			position, encode(hash, 'hex') as hash, key_id as "keyId", encode(signature, 'base64') as signature
		from checkpoint where partnership_id = ${partnershipId} order by number desc limit 1`.execute(
		db,
	);
	return rows[0];
}

/** Where every chain of the partnership’s differences ends now, held by nobody. */
export async function listChainEnds(db: Db | Trx, partnershipId: string): Promise<ChainEnd[]> {
	const { rows } = await sql<ChainEnd>`
		select chain_id as difference, position, encode(hash, 'hex') as hash from chain_head
		where partnership_id = ${partnershipId} and chain_id <> ${partnershipId} order by chain_id`.execute(
		db,
	);
	return rows;
}

/** What each chain was at the latest checkpoint that has it. */
export async function listEndsAtCheckpoint(
	db: Db | Trx,
	partnershipId: string,
): Promise<ChainEnd[]> {
	const { rows } = await sql<ChainEnd>`
		select distinct on (difference_id) difference_id as difference, position, encode(hash, 'hex') as hash from checkpoint_head
		where partnership_id = ${partnershipId} order by difference_id, number desc`.execute(db);
	return rows;
}

export async function addCheckpoint(
	trx: Trx,
	partnershipId: string,
	{ grown, ...made }: Checkpoint & { grown: readonly ChainEnd[] },
): Promise<void> {
	await trx
		.insertInto("checkpoint")
		.values({
			partnership_id: partnershipId,
			number: made.number,
			at: made.at,
			differences: made.differences,
			root: Buffer.from(made.root, "hex"),
			position: made.position,
			hash: Buffer.from(made.hash, "hex"),
			key_id: made.keyId,
			signature: Buffer.from(made.signature, "base64"),
		})
		.execute();
	await sql`
		insert into checkpoint_head (partnership_id, number, difference_id, position, hash)
		select ${partnershipId}, ${made.number}, difference, position, decode(hash, 'hex')
		from jsonb_to_recordset(${JSON.stringify(grown)}::jsonb) as grown (difference uuid, position int, hash text)`.execute(
		trx,
	);
}

/** What each chained table of the database links, as its triggers say. */
export async function linkedByTriggers(
	db: Db | Trx,
): Promise<Record<string, { key: string[]; columns: string[] }>> {
	const { rows } = await sql<{ name: string; arguments: string }>`
		select distinct c.relname::text as name, encode(t.tgargs, 'escape') as arguments
		from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
		where p.proname = 'link_row' and c.relnamespace = current_schema()::regnamespace`.execute(db);
	return Object.fromEntries(
		rows.map(({ name, arguments: given }) => {
			const [key = "", ...columns] = given.split("\\000").slice(0, -1);
			return [name, { key: key.split(" "), columns }];
		}),
	);
}

/** The differences of a partnership, in the order in which they were raised. */
export async function listDifferenceIds(db: Db | Trx, partnershipId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("difference")
		.where("partnership_id", "=", partnershipId)
		.orderBy("raised_at")
		.orderBy("id")
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}

/** Links what a difference has that is older than its chain, in the order in which it happened. */
export async function linkOlder(
	trx: Trx,
	difference: string,
): Promise<{ acts: number; readings: number }> {
	const { rows } = await sql<{ acts: number; readings: number }>`
		with older as materialized (
			select at, 0 as kind, seq::bigint as number from event where difference_id = ${difference}
			union all select at, 1, id from reading where difference_id = ${difference}
			order by at, kind, number
		), linked as materialized (
			select case kind
				when 0 then (select chain_act(event)::text from event where difference_id = ${difference} and seq = number)
				else (select chain_reading(reading)::text from reading where id = number and difference_id = ${difference}) end, kind
			from older
		)
		select count(*) filter (where kind = 0)::int as acts, count(*) filter (where kind = 1)::int as readings from linked`.execute(
		trx,
	);
	return rows[0] ?? { acts: 0, readings: 0 };
}

/** Links the rows of a partnership that are older than its chain; those that are linked stay as they are. @returns how many */
export async function linkOlderRows(
	trx: Trx,
	partnershipId: string,
	tables: Readonly<Record<string, ChainedTable>>,
	at: string,
): Promise<number> {
	const before = await lengthOf(trx, partnershipId);
	for (const [name, { key, columns }] of Object.entries(tables))
		if (isChainedTable(name))
			await sql`select chain_row_later(${name}, ${[...key]}::text[], ${[...columns]}::text[], to_jsonb(t), partnership_id, ${at}::timestamptz)
				from ${sql.table(name)} t where partnership_id = ${partnershipId}
				order by ${sql.join(key.map((column) => sql.ref(`t.${column}`)))}`.execute(trx);
	return (await lengthOf(trx, partnershipId)) - before;
}

const lengthOf = async (db: Db | Trx, chain: string): Promise<number> =>
	(
		await db
			.selectFrom("chain_head")
			.where("chain_id", "=", chain)
			.select("position")
			.executeTakeFirst()
	)?.position ?? 0;

/** Says in the chain of a partnership that so much of its record was linked later. */
export async function addChainedLater(
	trx: Trx,
	partnershipId: string,
	later: { at: string; acts: number; readings: number; rows: number },
): Promise<void> {
	await trx
		.insertInto("chained_later")
		.values({ partnership_id: partnershipId, ...later })
		.execute();
}

/** Partnerships that have no chain of their own yet. */
export async function listPartnershipsWithoutChain(db: Db | Trx): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select id from partnership p where not exists (select from chain_head where chain_id = p.id) order by id`.execute(
		db,
	);
	return rows.map(({ id }) => id);
}
