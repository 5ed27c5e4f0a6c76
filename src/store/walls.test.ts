import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { projectRoot } from "../project-root.ts";
import { type Trx, transact } from "./db.ts";
import { findAndNothingElse, type Seen } from "./differences.ts";
import { listPartnerships } from "./partnerships.ts";
import { findViewer } from "./people.ts";
import { withinEntries, withinPartnership } from "./scope.ts";
import { quoted } from "./snapshot.ts";
import { tableRights } from "./table-rights.ts";
import { overstepsOf, raiseWalls, rowsThere } from "./walls.ts";

/** The rehearsal: two partnerships, with differences at every point of their protocols. Asked as the role that serves. */
let database: TestDatabase;
let serving: pg.Client;
let owner: pg.Client;
let ours: string;
let theirs: string;

beforeAll(async () => {
	database = await testDatabase({ rehearsal: "2026-03-24T10:00" });
	const all = await listPartnerships(database.db);
	expect(all).toHaveLength(2);
	[ours, theirs] = all.map(({ id }) => id) as [string, string];
	serving = new pg.Client(database.servingUrl);
	owner = new pg.Client(database.url);
	await serving.connect();
	await owner.connect();
	// What is said of a database as a whole does not come with a copy of it; a start says it.
	await raiseAgain();
});
afterAll(async () => {
	await serving.end();
	await owner.end();
	await database.drop();
});

const within = async (scope: string, person = "") => {
	await serving.query("select set_config('concord.partnership', $1, false)", [scope]);
	await serving.query("select set_config('concord.person', $1, false)", [person]);
};
const count = async (client: pg.Client, from: string): Promise<number> =>
	(await client.query<{ count: number }>(`select count(*)::int as count from ${from}`)).rows[0]
		?.count ?? -1;
const nameOfDatabase = async (): Promise<string> =>
	(await owner.query<{ name: string }>("select current_database() as name")).rows[0]?.name ?? "";
const raiseAgain = async (): Promise<void> => {
	const pool = new pg.Pool({ connectionString: database.url, max: 1 });
	await raiseWalls(pool, "concord_app");
	await pool.end();
};
const refused = (asked: Promise<unknown>): Promise<string> =>
	asked.then(
		() => "done",
		(problem: { code: string }) => problem.code,
	);
/** PostgreSQL's for “permission denied” and for a row that a policy does not let in. */
const notPermitted = "42501";

type Table = keyof typeof tableRights;
const tables = Object.keys(tableRights) as Table[];
const withRights = (rights: string) =>
	tables.filter((table) => tableRights[table].rights === rights);
const ofPartnerships = tables.filter((table) => tableRights[table].whose === "partnership");

describe("the role that serves", () => {
	test("is no superuser, bypasses no policy, owns no table, and is told from an owner who does", async () => {
		expect(await overstepsOf(database.serving)).toEqual([]);
		expect(await overstepsOf(database.db)).toEqual(["superuser", "bypasses", "owns"]);
		for (const statement of [
			"create table public.another ()",
			"create schema another",
			"create temporary table disposal (difference_id uuid, rows jsonb)",
			"alter table event disable trigger all",
			"alter table event no force row level security",
			"drop policy only_ours on event",
			"set role concord",
			"set session_replication_role = replica",
			"copy event to program 'true'",
			"create role another",
		])
			expect(await refused(serving.query(statement)), statement).toBe(notPermitted);
	});

	test("shows no function of ours a made-up table in place of one of the record, even where it may make tables", async () => {
		await owner.query(
			`grant temporary on database ${quoted(await nameOfDatabase())} to concord_app`,
		);
		try {
			await within(ours);
			await serving.query(
				"create temporary table disposal as select id as difference_id, null::jsonb as rows from public.difference where status <> 'ended'",
			);
			await serving.query(
				"create temporary table difference as select 'ended'::text as status, gen_random_uuid() as id",
			);
			await serving.query(
				"create temporary table retention_decision as select gen_random_uuid() as by_person, 'dispose'::text as decides, 1 as number, difference_id from disposal",
			);
			expect(await count(serving, "pg_temp.disposal")).toBeGreaterThan(0);
			await expect(
				serving.query("select dispose_of(difference_id) from pg_temp.disposal limit 1"),
			).rejects.toThrow("There is no certificate for this");
			await expect(
				serving.query(`insert into public.disposal (id, partnership_id, number, difference_id, reference, agencies, rule,
					schedule_version, due_on, decided_by, decided_at, confirmed_by, disposed_at)
				select gen_random_uuid(), partnership_id, 1, id, reference, '{}', '', 1, now(), r.by_person, now(), gen_random_uuid(), now()
				from public.difference join pg_temp.retention_decision r on difference_id = id limit 1`),
			).rejects.toThrow("What is open is never disposed of");
			// Nor by saying that it was disposed of before, and a backup brought it back: a start alone says so.
			await expect(
				serving.query(`insert into public.disposal (id, partnership_id, number, difference_id, reference, agencies, rule,
					schedule_version, due_on, decided_by, decided_at, confirmed_by, disposed_at, again_at)
				select gen_random_uuid(), partnership_id, 1, id, reference, '{}', '', 1, now(), gen_random_uuid(), now(), gen_random_uuid(), now(), now()
				from public.difference where status <> 'ended' limit 1`),
			).rejects.toThrow("Only a start disposes again of what a backup brought back");
		} finally {
			await serving.query("discard temp");
			await raiseAgain();
		}
	});

	test("hangs none of the functions that link the record on a table of its own", async () => {
		for (const name of ["link_act", "link_reading", "link_row"])
			expect(
				await refused(
					serving.query(
						`create trigger forged after insert on draft for each row execute function ${name}()`,
					),
				),
				name,
			).toBe(notPermitted);
		const { rows } = await owner.query(
			"select has_function_privilege('concord_app', oid, 'EXECUTE') as may from pg_proc where proname in ('link_act', 'link_reading', 'link_row')",
		);
		expect(rows).toEqual([{ may: false }, { may: false }, { may: false }]);
	});

	test("each function of several steps, and each that runs as the owner, says where it looks", async () => {
		const { rows } = await owner.query<{ name: string; looks: string | null }>(
			`select proname::text as name,
				(select setting from unnest(proconfig) setting where setting like 'search_path=%') as looks
			from pg_proc p join pg_language l on l.oid = p.prolang
			where pronamespace = 'public'::regnamespace and (lanname = 'plpgsql' or prosecdef)`,
		);
		expect(rows.length).toBeGreaterThan(10);
		for (const { name, looks } of rows) expect(looks, name).toBe("search_path=public, pg_temp");
	});

	test("every table is in one class, and there is no class for a table that is not", async () => {
		const { rows } = await owner.query<{ name: string }>(
			"select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')",
		);
		expect(rows.map(({ name }) => name).sort()).toEqual([...tables].sort());
	});

	test("a table that is in no class lets no start go on", async () => {
		const pool = new pg.Pool({ connectionString: database.url, max: 1 });
		await owner.query("create table stray (partnership_id uuid)");
		await expect(raiseWalls(pool, "concord_app")).rejects.toThrow(
			"What may be done with the table ‘stray’ stands nowhere.",
		);
		await owner.query("drop table stray");
		await pool.end();
	});

	test("can neither change nor remove the record, with or without a row that it would touch", async () => {
		await within("every");
		expect(withRights("added-to")).toEqual(
			expect.arrayContaining([
				"event",
				"narrative",
				"reading",
				"protocol_history",
				"account_event",
			]),
		);
		for (const table of withRights("added-to")) {
			const { rows } = await owner.query<{ name: string }>(
				"select attname::text as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attidentity = '' and attgenerated = '' order by attnum limit 1",
				[table],
			);
			const column = quoted(rows[0]?.name ?? "");
			for (const statement of [
				`update ${table} set ${column} = ${column}`,
				`update ${table} set ${column} = ${column} where false`,
				`delete from ${table}`,
				`delete from ${table} where false`,
				`truncate ${table}`,
			])
				expect(await refused(serving.query(statement)), statement).toBe(notPermitted);
		}
		expect(await count(serving, "event")).toBeGreaterThan(100);
	});

	test("removes nothing of what is kept, and changes nothing of what the migrations note", async () => {
		for (const table of [...withRights("kept"), ...withRights("read")])
			expect(await refused(serving.query(`delete from ${table} where false`)), table).toBe(
				notPermitted,
			);
		expect(await refused(serving.query("update migration set hash = ''"))).toBe(notPermitted);
		expect(await refused(serving.query("insert into migration values ('x', 'y')"))).toBe(
			notPermitted,
		);
	});

	test("what an operator granted or took away by hand is as it should be after the next start", async () => {
		const pool = new pg.Pool({ connectionString: database.url, max: 1 });
		await owner.query(
			"grant delete on event to concord_app; revoke select on person from concord_app; alter table draft no force row level security; drop policy only_ours on event",
		);
		await raiseWalls(pool, "concord_app");
		await within("");
		expect(await refused(serving.query("delete from event"))).toBe(notPermitted);
		expect(await count(serving, "person")).toBe(0);
		expect(await count(serving, "event")).toBe(0);
		const { rows } = await owner.query(
			"select relforcerowsecurity as forced from pg_class where relname = 'draft'",
		);
		expect(rows).toEqual([{ forced: true }]);
		await pool.end();
	});
});

describe("a query that forgets its filter", () => {
	test("every table that names a partnership has its policy, forced on its owner too", async () => {
		const { rows } = await owner.query<{ name: string; forced: boolean; named: boolean }>(
			`select c.relname::text as name, c.relrowsecurity and c.relforcerowsecurity
					and exists (select from pg_policy p where p.polrelid = c.oid) as forced,
				exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id') as named
			from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
		);
		for (const { name, forced, named } of rows) {
			expect(forced, name).toBe(rowsThere(name as Table) !== undefined);
			expect(named, name).toBe(ofPartnerships.includes(name as Table));
		}
	});

	test("finds of every table the rows of one partnership, and of the other none", async () => {
		let filled = 0;
		for (const table of ofPartnerships) {
			const mine = await count(owner, `${table} where partnership_id = '${ours}'`);
			const others = await count(owner, `${table} where partnership_id <> '${ours}'`);
			await within(ours);
			expect(await count(serving, table), table).toBe(mine);
			expect(await count(serving, `${table} where partnership_id <> '${ours}'`), table).toBe(0);
			await within("every");
			expect(await count(serving, table), table).toBe(mine + others);
			if (mine > 0 && others > 0) filled += 1;
		}
		expect(filled).toBeGreaterThan(15);
		await within(ours);
		expect((await serving.query("select id from partnership")).rows).toEqual([{ id: ours }]);
	});

	test("finds nothing at all where nobody said for whom it asks", async () => {
		const unset = new pg.Client(database.servingUrl);
		await unset.connect();
		await within("");
		for (const table of tables.filter((each) => rowsThere(each) !== undefined)) {
			expect(await count(serving, table), table).toBe(0);
			expect(await count(unset, table), table).toBe(0);
		}
		await unset.end();
	});

	test("puts no row into the other partnership, and moves none there", async () => {
		let tried = 0;
		for (const table of ofPartnerships) {
			const { rows } = await owner.query<{ columns: string }>(
				`select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
				where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
				[table],
			);
			const columns = rows[0]?.columns ?? "";
			await within(ours);
			if ((await count(serving, table)) === 0) continue;
			tried += 1;
			expect(
				await refused(
					serving.query(
						`insert into ${table} (${columns}) overriding system value
						select ${columns} from (select (jsonb_populate_record(t, jsonb_build_object('partnership_id', $1::text))).*
							from ${table} t limit 1) moved`,
						[theirs],
					),
				),
				`insert into ${table}`,
			).toBe(notPermitted);
			// A version or a report that is no draft is held back by its trigger before.
			expect([notPermitted, "P0001"], `update ${table}`).toContain(
				await refused(serving.query(`update ${table} set partnership_id = $1`, [theirs])),
			);
			await serving.query("begin");
			const touched = await refused(
				serving
					.query(`delete from ${table} where partnership_id = $1`, [theirs])
					.then(({ rowCount }) => expect(rowCount).toBe(0)),
			);
			expect(["done", notPermitted]).toContain(touched);
			await serving.query("rollback");
		}
		expect(tried).toBeGreaterThan(15);
	});

	test("what hangs on a row of a partnership is there where that row is", async () => {
		const [mine, others] = [
			"10000000-0000-4000-8000-000000000001",
			"10000000-0000-4000-8000-000000000002",
		];
		for (const [id, partnership] of [
			[mine, ours],
			[others, theirs],
		]) {
			await owner.query(
				`insert into old_log (id, partnership_id, protocol, title, state, file_name, sha256, chosen_by, chosen_at)
				select $1, $2, 'p', 't', 'read', 'f', 'x', p.id, now() from person p where p.partnership_id = $2 limit 1`,
				[id, partnership],
			);
			await owner.query("insert into old_log_line (old_log_id, line, cells) values ($1, 1, '[]')", [
				id,
			]);
		}
		await within(ours);
		expect((await serving.query("select old_log_id from old_log_line")).rows).toEqual([
			{ old_log_id: mine },
		]);
		expect(
			await refused(
				serving.query("insert into old_log_line (old_log_id, line, cells) values ($1, 2, '[]')", [
					others,
				]),
			),
		).toBe(notPermitted);
	});
});

test("what is one person’s own is there for nobody else who asks, and for what goes by the clock", async () => {
	const { rows: people } = await owner.query<{ id: string }>(
		"select id from person where partnership_id = $1 order by id limit 2",
		[ours],
	);
	const [one, another] = people.map(({ id }) => id);
	const download = "20000000-0000-4000-8000-000000000001";
	await owner.query(
		`insert into download (id, partnership_id, person_id, said, wrapped_key, asked_at, kept_until)
		values ($1, $2, $3, '', '', now(), now())`,
		[download, ours, one],
	);
	await owner.query(
		"insert into download_part (download_id, number, partnership_id, content) values ($1, 0, $2, '')",
		[download, ours],
	);
	await owner.query(
		"insert into draft (id, partnership_id, person_id, owner_id, page, content, saved_at) values ($1, $2, $3, $3, 'raise/x', '', now())",
		["20000000-0000-4000-8000-000000000002", ours, one],
	);
	await owner.query(
		"insert into log_view (id, partnership_id, person_id, query, saved_at) values ($1, $2, $3, 'q', now())",
		["20000000-0000-4000-8000-000000000003", ours, one],
	);
	const own = ["download", "download_part", "draft where page = 'raise/x'", "log_view"];
	const seen = async (person?: string) => {
		await within(ours, person);
		const counts: number[] = [];
		for (const from of own) counts.push(await count(serving, from));
		return counts;
	};
	expect(await seen(one)).toEqual([1, 1, 1, 1]);
	expect(await seen(another)).toEqual([0, 0, 0, 0]);
	expect(await seen()).toEqual([1, 1, 1, 1]);
	await within(theirs, one);
	expect(await count(serving, "download")).toBe(0);
});

describe("a query that forgets whose side it asks for", () => {
	/** Everybody and every difference of the one partnership that they may see. */
	async function eachSeen(
		look: (seen: Seen, trx: Trx) => Promise<void>,
	): Promise<{ looked: number }> {
		const { rows: people } = await owner.query<{ id: string }>(
			"select id from person where partnership_id = $1 and left_at is null order by id",
			[ours],
		);
		const { rows: all } = await owner.query<{ id: string }>(
			"select id from difference where partnership_id = $1 order by id",
			[ours],
		);
		const at = Temporal.Instant.from("2026-03-24T10:00:00Z");
		let looked = 0;
		for (const [nth, { id: personId }] of people.entries()) {
			const viewer = await findViewer(database.db, personId, at);
			// Each of several, and all of them over all people.
			for (const { id } of viewer ? all.filter((_, which) => which % 24 === nth % 24) : [])
				await withinPartnership({ partnershipId: ours, personId }, () =>
					transact(database.serving, async (trx) => {
						const seen = await findAndNothingElse(trx, id, viewer as Viewer);
						if (!seen) return;
						looked += 1;
						await look(seen, trx);
					}),
				);
		}
		return { looked };
	}
	const numbersIn = async (trx: Trx, question: string): Promise<number[]> =>
		(await sql.raw<{ seq: number }>(question).execute(trx)).rows.map(({ seq }) => seq);

	test("finds of every record, its words and its files what the reader’s sides may read of this difference, and nothing else", async () => {
		let [hidden, hiddenWords] = [0, 0];
		const { looked } = await eachSeen(async ({ header, entries }, trx) => {
			const may = new Set(entries.map(({ seq }) => seq));
			expect(await numbersIn(trx, "select seq from event order by seq")).toEqual([...may]);
			for (const seq of await numbersIn(trx, "select seq from narrative"))
				expect(may.has(seq)).toBe(true);
			for (const [from, column] of [
				["event", "difference_id"],
				["narrative", "difference_id"],
			])
				expect(
					await numbersIn(trx, `select 1 as seq from ${from} where ${column} <> '${header.id}'`),
				).toEqual([]);
			const { rows } = await owner.query<{ entries: number; words: number }>(
				`select (select count(*)::int from event where difference_id = $1 and seq <> all($2)) as entries,
					(select count(*)::int from narrative where difference_id = $1 and seq <> all($2)) as words`,
				[header.id, [...may]],
			);
			hidden += rows[0]?.entries ?? 0;
			hiddenWords += rows[0]?.words ?? 0;
		});
		// There was something to hide, of other sides.
		expect(looked).toBeGreaterThan(20);
		expect(hidden).toBeGreaterThan(20);
		expect(hiddenWords).toBeGreaterThan(10);
	});

	test("and no file of another side, sent or only chosen, nor a byte of one", async () => {
		const { rows: hidden } = await owner.query<{ difference: string; seq: number }>(
			`select e.difference_id as difference, max(e.seq) as seq from event e
			where e.partnership_id = $1 group by 1 order by 1`,
			[ours],
		);
		const file = (nth: number) => `30000000-0000-4000-8000-${String(nth).padStart(12, "0")}`;
		let number = 0;
		// One with each entry of each record, and one of a page of another that was not sent.
		await owner.query("begin; set local session_replication_role = replica");
		for (const { difference, seq } of hidden)
			for (let entry = 1; entry <= seq; entry++) {
				const id = file(++number);
				await owner.query(
					`insert into file (id, partnership_id, difference_id, seq, state, began_at, wrapped_key, type, size, sha256)
					values ($1, $2, $3, $4, 'clean', now(), '', 'application/pdf', 1, '')`,
					[id, ours, difference, entry],
				);
				await owner.query(
					"insert into file_part (file_id, number, partnership_id, content) values ($1, 0, $2, '')",
					[id, ours],
				);
			}
		await owner.query("commit");
		let [found, kept] = [0, 0];
		await eachSeen(async ({ header, entries }, trx) => {
			const may = entries.map(({ seq }) => seq);
			const { rows } = await sql<{ difference: string; seq: number }>`
				select difference_id as difference, seq from file where seq is not null order by seq`.execute(
				trx,
			);
			expect(rows).toEqual(may.map((seq) => ({ difference: header.id, seq })));
			expect(await numbersIn(trx, "select count(*)::int as seq from file_part")).toEqual([
				may.length,
			]);
			found += rows.length;
			kept += number - rows.length;
		});
		expect(found).toBeGreaterThan(20);
		expect(kept).toBeGreaterThan(100);
	});

	test("the next transaction on the same connection finds all of it again, for the rules", async () => {
		await within(ours);
		const all = await count(serving, "event");
		const { rows } = await owner.query<{ id: string }>(
			"select difference_id as id from event where partnership_id = $1 limit 1",
			[ours],
		);
		await serving.query("begin");
		await serving.query("select * from told_in($1, '{1}')", [rows[0]?.id]);
		expect(await count(serving, "event")).toBe(1);
		await serving.query("commit");
		expect(await count(serving, "event")).toBe(all);
	});

	test("bytes that are read piece by piece afterwards are of the entries that were read", async () => {
		const { rows } = await owner.query<{ id: string; difference: string; seq: number }>(
			"select id, difference_id as difference, seq from file where seq is not null and partnership_id = $1 order by id limit 1",
			[ours],
		);
		const [sent] = rows;
		if (!sent) throw new Error("The test before puts some there");
		const partsFor = (seqs: number[]) =>
			withinPartnership({ partnershipId: ours }, () =>
				withinEntries({ differenceId: sent.difference, seqs }, async () => [
					...(await database.serving.selectFrom("file_part").select("file_id").execute()),
				]),
			);
		expect(await partsFor([sent.seq])).toContainEqual({ file_id: sent.id });
		expect(await partsFor([sent.seq + 1])).not.toContainEqual({ file_id: sent.id });
		expect(await partsFor([])).toEqual([]);
	});
});

test("few places ask over all partnerships, each by name", () => {
	const places = readdirSync(join(projectRoot, "src"), { recursive: true, encoding: "utf8" })
		.filter((file) => /^(?!domain).*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
		.flatMap((file) =>
			[
				...readFileSync(join(projectRoot, "src", file), "utf8").matchAll(
					/acrossPartnerships\("([\w-]+)"|\bacross: "([\w-]+)"|(askForAllPeople)\(trx\)/g,
				),
			].map(([, called, given, everybody]) => `${file} ${called ?? given ?? everybody}`),
		);
	expect([...new Set(places)].sort()).toEqual([
		// Whether anything is sealed there yet is asked before there is a partnership to ask for.
		"actions/open-keys.ts start",
		// What somebody typed with a link that was taken back.
		"actions/vouch.ts askForAllPeople",
		"backup/make-backup.ts backup",
		"cli/open-app.ts command",
		"cli/open-database.ts command",
		"jobs/prepare-database.ts start",
		"jobs/queue.ts clock",
		"jobs/run-task.ts queue",
		"jobs/send-mail.ts queue",
		"jobs/tell-account.ts who-asks",
		"jobs/tell-webhooks.ts queue",
		"main.ts figures",
		"main.ts start",
		// Of a page that is gone, and of somebody who leaves: also what others typed.
		"store/drafts.ts askForAllPeople",
		"store/leaving.ts askForAllPeople",
		// A receipt may be of any partnership, as on its page.
		"web/api/receipts.ts public-page",
		"web/security/scope.ts public-page",
		"web/security/scope.ts who-asks",
		"web/site/bounced-mail/routes.ts bounced-mail",
	]);
});
