/** Whether what is kept of differences is what their records give. It reads, and changes nothing. */
import { type RawBuilder, sql } from "kysely";
import { replay } from "../domain/difference/difference.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { listIndexedOtherwise } from "./about-index.ts";
import { type Db, readAtOnce, type Trx } from "./db.ts";
import { derivedRows, derivedTables, statusColumns } from "./derived-rows.ts";
import { type Loaded, loadDifferences } from "./differences.ts";
import type { Library } from "./protocols.ts";
import { checkWords, type OpenedTold, openWhole, type WordsChecked } from "./sealed-narrative.ts";
import type { Tables } from "./tables.ts";
import { listFoundOtherwise } from "./where-to-look.ts";

/** What `compareDerived` compares. */
export const comparedTables = ["difference", ...derivedTables, "owed", "found_under"] as const;

/** How a difference stands to its record. */
export type Compared = {
	words: WordsChecked;
	/**
	 * The tables that differ; undefined where the record cannot be replayed. Nothing is said of one without its words, which does
	 * not give all that it gave.
	 */
	differ: string[] | undefined;
};

/** The differences of a partnership that there are to compare, in one order. @param only one of them, by its identifier */
export async function listToCompare(
	db: Db | Trx,
	partnershipId: string,
	only: string | undefined,
): Promise<{ difference: string; reference: string }[]> {
	return db
		.selectFrom("difference")
		.where("partnership_id", "=", partnershipId)
		.$if(only !== undefined, (query) => query.where("id", "=", only ?? ""))
		.orderBy("id")
		.select(["id as difference", "reference"])
		.execute();
}

/**
 * The words of differences are compared with those that their acts commit to, and the rows that are derived from their records
 * with what the records give when they are replayed. When each is to be looked at next is no part of it.
 *
 * @returns by identifier; none of what is not there any more
 * @throws SealFault 'away'
 */
export function compareDerived(
	db: Db | Trx,
	protocols: Pick<Library, "version">,
	ids: readonly string[],
): Promise<ReadonlyMap<string, Compared>> {
	return readAtOnce(db, async (trx) => {
		const opened = await openWhole(trx, ids);
		const told = new Map(ids.map((id) => [id, opened.get(id) ?? []]));
		const loaded = await loadDifferences(trx, told);
		const kept = await listKept(trx, ids);
		const otherwise = {
			owed: await listOwedOtherwise(trx, ids),
			found_under: await listFoundOtherwise(trx, ids),
			about_index: await listIndexedOtherwise(trx, wordsToIndex(told)),
		};
		const compared = new Map<string, Compared>();
		for (const [id, each] of loaded) {
			const words = checkWords(told.get(id) ?? []);
			const protocol = await protocols.version(trx, each.versionId).catch(() => undefined);
			const rows = protocol && differing(protocol, each, kept.get(id) ?? {});
			const listed = Object.entries(otherwise).flatMap(([table, ids]) =>
				ids.has(id) ? [table] : [],
			);
			compared.set(id, { words, differ: words.unread ? [] : rows && [...rows, ...listed] });
		}
		return compared;
	});
}

/** What was told in each difference all of whose words are there and right: what else is found of them cannot be said. */
const wordsToIndex = (told: ReadonlyMap<string, readonly OpenedTold[]>) =>
	new Map(
		[...told].flatMap(([id, all]) => {
			const right = all.flatMap((each) =>
				"content" in each.is && each.is.isRight ? [{ ...each, content: each.is.content }] : [],
			);
			return right.length === all.length ? [[id, right] as const] : [];
		}),
	);

/** A row as the database says it in JSON. */
type KeptRow = Record<string, unknown>;
/** By table. */
type KeptRows = Record<string, KeptRow[]>;

const own = "difference";

/** The rows of each table, by difference: as `json`, which the database writes three times as fast as `jsonb`. */
async function listKept(trx: Trx, ids: readonly string[]): Promise<ReadonlyMap<string, KeptRows>> {
	const ofTable = (table: string) =>
		sql`select ${sql.ref(table === own ? "id" : "difference_id")} as id, ${table} as of_table, json_agg(r) as rows
			from ${sql.table(table)} r where ${sql.ref(table === own ? "id" : "difference_id")} = any(${ids}::uuid[]) group by 1`;
	const { rows } = await sql<{ id: string; of_table: string; rows: KeptRow[] }>`${sql.join(
		[own, ...derivedTables].map(ofTable),
		sql` union all `,
	)}`.execute(trx);
	return new Map(
		[...Map.groupBy(rows, ({ id }) => id)].map(([id, each]) => [
			id,
			Object.fromEntries(each.map(({ of_table, rows }) => [of_table, rows])),
		]),
	);
}

/** Which tables have other rows than the record gives; undefined where it cannot be replayed. */
function differing(protocol: Protocol, loaded: Loaded, kept: KeptRows): string[] | undefined {
	const given = givenRows(protocol, loaded);
	if (!given) return undefined;
	return Object.entries(given).flatMap(([table, rows]) => {
		const [row = {}] = rows;
		// Of the difference’s own row not everything follows from its record.
		const theirs = (kept[table] ?? []).map((each) => (table === own ? only(row, each) : each));
		return areSame(theirs, rows) ? [] : [table];
	});
}

const only = (columns: object, row: KeptRow): KeptRow =>
	Object.fromEntries(Object.entries(row).filter(([column]) => column in columns));

function givenRows(
	protocol: Protocol,
	{ header, partnershipId, versionId, entries }: Loaded,
): Record<string, object[]> | undefined {
	try {
		const difference = replay(protocol, header, entries);
		const rows = derivedRows(protocol, partnershipId, { header, difference, entries });
		return {
			...rows,
			[own]: [statusColumns(difference)],
			// What these take of the difference itself the database puts in when they are added.
			difference_party: rows.difference_party.map((row) => ({
				...row,
				reference: header.reference,
			})),
			counted: rows.counted.map((row) => ({
				...row,
				protocol_version_id: versionId,
				raising_agency_id: header.raisingAgency,
				receiving_agency_id: difference.receivingAgency,
			})),
		};
	} catch {
		return undefined;
	}
}

/** What a column has that a row which is added leaves out, where that is not null. */
const whenLeftOut: Record<string, unknown> = { posts: [], barred: [], proxy: false };

/** Generated by the database of the same row, or not derived from the record. */
const notCompared = new Set(["next_reminder_at", "reader", "last_on", "is_followed", "compared"]);

/** In no order; hardly ever more than a few. */
function areSame(kept: readonly KeptRow[], given: readonly object[]): boolean {
	const left = [...kept];
	return (
		kept.length === given.length &&
		given.every((row) => {
			const at = left.findIndex((each) => isSameRow(each, row as KeptRow));
			if (at >= 0) left.splice(at, 1);
			return at >= 0;
		})
	);
}

function isSameRow(kept: KeptRow, given: KeptRow): boolean {
	for (const column in kept) {
		if (notCompared.has(column)) continue;
		const said = given[column];
		if (!isSame(kept[column], said === undefined ? whenLeftOut[column] : said)) return false;
	}
	return true;
}

/** @param given as it is added: moments as the record says them, what is kept as JSON as its text */
function isSame(kept: unknown, given: unknown): boolean {
	if (kept === given) return true;
	if (kept === null) return given === undefined;
	if (typeof kept === "string") return typeof given === "string" && isSameMoment(kept, given);
	if (typeof kept !== "object" || given === null || given === undefined) return false;
	if (typeof given === "string") return isSame(kept, JSON.parse(given));
	if (typeof given !== "object") return false;
	const names = Object.keys(kept);
	return (
		Array.isArray(kept) === Array.isArray(given) &&
		names.length === Object.values(given).filter((value) => value !== undefined).length &&
		names.every((name) => isSame((kept as KeptRow)[name], (given as KeptRow)[name]))
	);
}

/** A clock gives microseconds and the database keeps them; what is read back of the record to be replayed has none. */
const isSameMoment = (kept: string, given: string): boolean =>
	moment.test(kept) && moment.test(given) && Date.parse(kept) === Date.parse(given);

const moment = /^\d{4}-\d\d-\d\dT\d\d:/;

/** What of `owed` is compared: some columns are generated of the rest; who else is told stood in no order in rows of old versions. */
const ofOwed: Record<keyof Tables["owed"], boolean> = {
	difference_id: true,
	number: true,
	partnership_id: true,
	reference: true,
	protocol_version_id: true,
	side: true,
	level: true,
	reader: true,
	agency_id: true,
	office: true,
	named_only: true,
	closed_to: true,
	sealed_for: true,
	since: true,
	is_ended: true,
	not_safe: true,
	what: true,
	owed: true,
	opened_at: true,
	due_at: true,
	is_paused: true,
	strength: true,
	by_side: true,
	by_agency_id: true,
	by_office: true,
	by_level: true,
	posts: true,
	post: true,
	proxy: true,
	read_from: true,
	given_by: true,
	named: true,
	person_id: true,
	only_given: true,
	barred: true,
	beside: true,
	beside_due: true,
	also: false,
	seat: true,
	place: false,
	shape: true,
	for_every_reader: false,
	runs_out_at: false,
};

/** Which differences owe other things than the database gives when it works them out anew. */
async function listOwedOtherwise(trx: Trx, ids: readonly string[]): Promise<ReadonlySet<string>> {
	const columns = Object.entries(ofOwed).flatMap(([column, is]) => (is ? [sql.id(column)] : []));
	const of = (rows: RawBuilder<unknown>) =>
		sql`select ${sql.join(columns)}, array(select unnest(also) order by 1) as told_too from ${rows} r`;
	const kept = of(sql`(select * from owed where difference_id = any(${ids}::uuid[]))`);
	const given = of(sql`owed_of(${ids}::uuid[])`);
	const { rows } = await sql<{ difference_id: string }>`
		with kept as materialized (${kept}), given as materialized (${given})
		select difference_id from (select * from kept except all select * from given) more
		union select difference_id from (select * from given except all select * from kept) missing`.execute(
		trx,
	);
	return new Set(rows.map(({ difference_id }) => difference_id));
}
