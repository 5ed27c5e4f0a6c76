import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RawBuilder, sql } from "kysely";
import { childrenOf } from "../src/domain/difference/find-child.ts";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { connect } from "../src/store/connect.ts";
import { type Db, type Trx, transact } from "../src/store/db.ts";
import { addDifferenceKeys } from "../src/store/keys.ts";
import { migrate } from "../src/store/migrate.ts";
import { addNarrative, openTold, selectSealed } from "../src/store/sealed-narrative.ts";
import { testKeys } from "../test/support/keys.ts";
import {
	raiseByTeacher,
	type TestPartnership,
	testPartnership,
	toFormal,
} from "../test/support/partnership.ts";
import { timeOfDatabase } from "./measuring/processor-time.ts";

/**
 * A partnership with many differences that were forwarded, on an embedded database as it ships. One was played
 * through; the others are its copies, in a table `copy` with their `n`. People called `person.1` and on may owe them.
 *
 * @param count of all differences
 * @param people how many, all of children's social care and of this level
 * @param tables whose rows each copy has too, by `difference_id`
 * @param arrange what else is set in the rows of copies, before what is owed is worked out
 */
export async function manyDifferences({
	count,
	people,
	level,
	tables,
	arrange = async () => {},
}: {
	count: number;
	people: number;
	level: "manager" | "senior-manager";
	tables: string[];
	arrange?: (trx: Trx, partnership: TestPartnership) => Promise<void>;
}): Promise<{
	db: Db;
	url: string;
	partnership: TestPartnership;
	timed: Timed;
	close: () => Promise<void>;
}> {
	const directory = mkdtempSync(join(tmpdir(), "concord-bench-"));
	chmodSync(directory, 0o711);
	const postgres = await startEmbeddedPostgres({ directory });
	// Copies take longer than anything that Concord asks.
	const { db, pool } = connect(postgres.url, { limit: 10 * 60_000, keys: testKeys });
	await migrate(pool);
	const partnership = await testPartnership(db);
	partnership.at("2026-03-30T10:00");
	const template = await raiseByTeacher(partnership);
	await toFormal(partnership, template, "forward");

	await sql`create table copy as select n, gen_random_uuid() as id from generate_series(2, ${sql.lit(count)}) as n`.execute(
		db,
	);
	await sql`alter table copy add primary key (n)`.execute(db);
	await sql`create unique index on copy (id) include (n)`.execute(db);
	await sql`
		insert into person (id, partnership_id, agency_id, name, job_title, email, level)
		select gen_random_uuid(), ${partnership.partnershipId}, ${partnership.agencies.socialCare}, 'Person ' || n,
			'Head of service', 'person.' || n || '@example.org', ${level}
		from generate_series(1, ${sql.lit(people)}) as n`.execute(db);
	const columns = await Promise.all(
		tables
			.filter((table) => table !== "narrative")
			.map(async (table) => ({ table, names: await columnsOf(db, table) })),
	);
	await byPieces(count, 250, (these) =>
		transact(db, async (trx) => {
			await sql`
				insert into difference select copy.id, partnership_id, 'C1-' || lpad(n::text, 6, '0'), protocol_version_id,
					raising_agency_id, receiving_agency_id, raised_by, raised_at, status, stage, ending, ended_at, last_seq
				from difference, copy where difference.id = ${template} and ${these}`.execute(trx);
			// What is owed and linked of the rows of a transaction is worked out row by row at its end: here by sets, afterwards.
			await sql`set local session_replication_role = replica`.execute(trx);
			for (const { table, names } of columns)
				await sql`
					insert into ${sql.table(table)} (difference_id, ${names})
					select copy.id, ${names} from ${sql.table(table)}, copy where difference_id = ${template} and ${these}`.execute(
					trx,
				);
		}),
	);
	await transact(db, async (trx) => {
		await sql`set local session_replication_role = replica`.execute(trx);
		await arrange(trx, partnership);
	});
	if (tables.includes("narrative")) await sealCopies(db, template);
	await sql`analyze`.execute(db);
	if (tables.includes("event"))
		await byPieces(count, 250, (these) =>
			sql`select link_differences(array(select id from copy where ${these}))`.execute(db),
		);
	// What it asks of each is compared with all that are asked with it.
	const owed = await columnsOf(db, "owed");
	await sql`
		insert into owed (difference_id, ${owed}) select difference_id, ${owed}
		from (select array_agg(id) as these from copy group by n / 25) as piece, owed_of(these)`.execute(
		db,
	);
	await sql`vacuum analyze`.execute(db);
	return {
		db,
		url: postgres.url,
		partnership,
		timed: timing(directory),
		close: async () => {
			await db.destroy();
			await postgres.stop();
			rmSync(directory, { recursive: true, force: true });
		},
	};
}

/** What something took, in milliseconds: by the clock, and of the processors, where it does not matter what else they do. */
export type Took = { clock: number; app: number; database: number };
type Timed = <Answer>(into: Took[], work: () => Promise<Answer>) => Promise<Answer>;

function timing(data: string): Timed {
	const ofDatabase = timeOfDatabase(data);
	return async (into, work) => {
		const database = ofDatabase();
		const used = process.cpuUsage();
		const began = performance.now();
		const answer = await work();
		const clock = performance.now() - began;
		const { user, system } = process.cpuUsage(used);
		into.push({ clock, app: (user + system) / 1000, database: ofDatabase() - database });
		return answer;
	};
}

/** @param work gets which copies it is for, as a condition */
async function byPieces(
	count: number,
	size: number,
	work: (these: RawBuilder<boolean>) => Promise<unknown>,
): Promise<void> {
	for (let from = 0; from < count; from += size)
		await work(sql<boolean>`copy.n > ${from} and copy.n <= ${from + size}`);
}

/** All that can be written, but whose it is. */
async function columnsOf(db: Db, table: string): Promise<RawBuilder<unknown>> {
	const { rows } = await sql<{ name: string }>`
		select column_name as name from information_schema.columns
		where table_schema = 'public' and table_name = ${table} and column_name <> 'difference_id' and is_generated = 'NEVER'
		order by ordinal_position`.execute(db);
	return sql.join(rows.map(({ name }) => sql.ref(name)));
}

/** Gives what is somebody's in each copy to one of those people after the other. */
export const shareOut = (trx: Trx, people: number) =>
	sql`
		update open_step set person_id = owner.id from copy, (
			select id, row_number() over () as n from person where email like 'person.%') as owner
		where open_step.difference_id = copy.id and owner.n = copy.n % ${sql.lit(people)} + 1
			and open_step.person_id is not null`.execute(trx);

/** By the clock, in milliseconds. */
export const medianOf = (all: readonly Took[]): number => median(all.map(({ clock }) => clock));

export const median = (times: number[]): number =>
	times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** A line of what was measured: medians, and each run by the clock, in milliseconds. */
export function line(what: string, all: readonly Took[]): void {
	const middle = (of: keyof Took) => median(all.map((took) => took[of])).toFixed(0);
	const each = all.map(({ clock }) => clock.toFixed(0)).join(", ");
	console.log(
		`${what.padEnd(34)} ${middle("clock").padStart(5)} ms (${each}); processors: ${middle("app")} ms Concord, ${middle("database")} ms database`,
	);
}

/** What is told in a copy is sealed under its own key, about a child of its own. */
async function sealCopies(db: Db, template: string): Promise<void> {
	const sealed = await selectSealed(db).where("narrative.difference_id", "=", template).execute();
	const opened = await openTold(db, sealed);
	const { rows: copies } = await sql<{ id: string; n: number }>`select id, n from copy`.execute(db);
	for (let from = 0; from < copies.length; from += 200) {
		const these = copies.slice(from, from + 200);
		await transact(db, async (trx) => {
			await addDifferenceKeys(
				trx,
				sealed[0]?.partnership_id ?? "",
				these.map(({ id }) => id),
			);
			await addNarrative(
				trx,
				these.flatMap(({ id, n }) =>
					sealed.map(({ partnership_id, seq, field }, nth) => ({
						difference_id: id,
						partnership_id,
						seq,
						field,
						content: about(n, opened[nth]),
					})),
				),
			);
		});
	}
}

const firstNames = [
	"Ella",
	"Tom",
	"Zoë",
	"Amir",
	"Maya",
	"Łukasz",
	"Siân",
	"Noah",
	"Marta",
	"Idris",
];
const lastNames = [
	"Brook",
	"Marchetti",
	"O’Neill",
	"Khan",
	"Pugh",
	"Nowak",
	"Ade",
	"Lund",
	"Frith",
];

function about(n: number, told: Awaited<ReturnType<typeof openTold>>[number] | undefined): unknown {
	if (!told || !("content" in told)) throw told;
	const name = `${firstNames[n % firstNames.length]} ${lastNames[n % lastNames.length]}${n % 500}`;
	const born = `${2008 + (n % 17)}-${String(1 + (n % 12)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`;
	return childrenOf(told.content).length > 0
		? [{ name, dateOfBirth: born, identifier: `CANARY-${n}` }]
		: told.content;
}
