/**
 * What it takes to count 10,000 open dates again after a new bank holiday, and to undo it: all of them move, each
 * of a difference of its own, and 200 people are told. `npx tsx bench/replan.ts`: the median of 7 changes on an
 * embedded database, as it ships. Fails when it takes 2 seconds or more.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import {
	applyCalendarChange,
	type CalendarEdit,
	previewCalendarChange,
	proposeCalendarChange,
} from "../src/actions/change-calendar.ts";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { connect } from "../src/store/connect.ts";
import { migrate } from "../src/store/migrate.ts";
import {
	raiseByTeacher,
	testPartnership,
	toFormal,
} from "../test/support/partnership.ts";

const differences = 10_000;
const people = 200;
const runs = 7;

const directory = mkdtempSync(join(tmpdir(), "concord-bench-"));
chmodSync(directory, 0o711);
const postgres = await startEmbeddedPostgres({ directory });
const { db, pool } = connect(postgres.url);
await migrate(pool);
const partnership = await testPartnership(db);
partnership.at("2026-03-30T10:00");
const template = await raiseByTeacher(partnership);
await toFormal(partnership, template, "forward");

// One difference was played through; the others are its copies, owed by other people.
await sql`create table copy as select n, gen_random_uuid() as id from generate_series(2, ${sql.lit(differences)}) as n`.execute(
	db,
);
await sql`
	insert into person (id, partnership_id, agency_id, name, job_title, email, level)
	select gen_random_uuid(), ${partnership.partnershipId}, ${partnership.agencies.socialCare}, 'Person ' || n,
		'Head of service', 'person.' || n || '@example.org', 'senior-manager' from generate_series(1, ${sql.lit(people)}) as n`.execute(
	db,
);
await sql`
	insert into difference select copy.id, partnership_id, 'C1-' || lpad(n::text, 6, '0'), protocol_version_id,
		raising_agency_id, receiving_agency_id, raised_by, raised_at, status, stage, ending, ended_at, last_seq
	from difference, copy where difference.id = ${template}`.execute(db);
for (const table of [
	"event",
	"narrative",
	"difference_party",
	"difference_person",
	"open_step",
	"clock",
]) {
	const columns = (
		await sql<{ name: string }>`
			select column_name as name from information_schema.columns
			where table_name = ${table} and column_name <> 'difference_id' order by ordinal_position`.execute(
			db,
		)
	).rows.map(({ name }) => sql.ref(name));
	await sql`
		insert into ${sql.table(table)} (difference_id, ${sql.join(columns)})
		select copy.id, ${sql.join(columns)} from ${sql.table(table)}, copy where difference_id = ${template}`.execute(
		db,
	);
}
await sql`
	update open_step set person_id = owner.id from copy, (
		select id, row_number() over () as n from person where email like 'person.%') as owner
	where open_step.difference_id = copy.id and owner.n = copy.n % ${sql.lit(people)} + 1
		and open_step.person_id is not null`.execute(db);
await sql`vacuum analyze`.execute(db);

const { app } = partnership;
const by = partnership.people.administrator;
const holiday: CalendarEdit = {
	what: "bank-holiday",
	nations: ["england-and-wales"],
	day: "2026-04-13",
	name: "A day of thanks",
	source: "Royal proclamation",
	why: "Royal proclamation",
};

const taken = { preview: [] as number[], apply: [] as number[] };
async function timed<T>(list: number[], work: () => Promise<T>): Promise<T> {
	const from = performance.now();
	const result = await work();
	list.push(performance.now() - from);
	return result;
}

for (let run = 0; run < runs; run += 1) {
	const id = await proposeCalendarChange(
		app,
		by,
		run % 2 === 0 ? holiday : { what: "undo", why: "Measured" },
	);
	await timed(taken.preview, () => previewCalendarChange(app, by, id));
	const change = await timed(taken.apply, () =>
		applyCalendarChange(app, by, id),
	);
	if (change?.moved !== differences)
		throw new Error(`${change?.moved} dates moved`);
}

const median = (times: number[]) =>
	times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const line = (what: string, times: number[]) =>
	console.log(
		`${what.padEnd(34)} ${median(times).toFixed(0).padStart(5)} ms (${times.map((time) => time.toFixed(0)).join(", ")})`,
	);
line("preview of what would move", taken.preview);
line("every date counted again, saved", taken.apply);
if (median(taken.apply) >= 2000) process.exitCode = 1;

await db.destroy();
await postgres.stop();
rmSync(directory, { recursive: true, force: true });
