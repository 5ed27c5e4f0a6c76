/**
 * Measures the lists of people and agencies with 10,000 people in 500 agencies, and what somebody owes: the median and the
 * slowest of 30 runs each, on a database of its own.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { connect } from "../src/store/connect.ts";
import { findOwedBy } from "../src/store/leaving.ts";
import { migrate } from "../src/store/migrate.ts";
import { listAgenciesKept, listPeopleKept } from "../src/store/people-kept.ts";
import { testPartnership } from "../test/support/partnership.ts";

const directory = mkdtempSync(join(tmpdir(), "concord-bench-"));
chmodSync(directory, 0o711);
const postgres = await startEmbeddedPostgres({ directory });
const { db, pool } = connect(postgres.url);
await migrate(pool);
const { partnershipId, people } = await testPartnership(db);
await sql`
	insert into agency (id, partnership_id, name, sector)
	select ('a0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ${partnershipId}, 'School ' || n, 'education'
	from generate_series(1, 500) as n`.execute(db);
await sql`
	insert into person (id, partnership_id, agency_id, name, job_title, email, level)
	select ('b0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ${partnershipId},
		('a0000000-0000-4000-8000-' || lpad((1 + n % 500)::text, 12, '0'))::uuid,
		'Person ' || n, 'Teacher', 'person.' || n || '@example.org', 'practitioner'
	from generate_series(1, 10000) as n`.execute(db);
await sql`analyze`.execute(db);

const measured: [string, () => Promise<unknown>][] = [
	["people, first page", () => listPeopleKept(db, partnershipId, { page: 1 })],
	["people, last page", () => listPeopleKept(db, partnershipId, { page: 200 })],
	["people, by letters", () => listPeopleKept(db, partnershipId, { letters: "son 77", page: 1 })],
	["people, by office", () => listPeopleKept(db, partnershipId, { office: "executive", page: 1 })],
	["agencies, first page", () => listAgenciesKept(db, partnershipId, { page: 1 })],
	[
		"agencies, not answered",
		() =>
			listAgenciesKept(db, partnershipId, { standing: { unansweredOn: "2030-01-01" }, page: 1 }),
	],
	["what somebody owes", () => findOwedBy(db, people.headteacher, people.teacher.id)],
];
for (const [what, ask] of measured) {
	const times: number[] = [];
	for (let run = 0; run < 30; run++) {
		const began = performance.now();
		await ask();
		times.push(performance.now() - began);
	}
	times.sort((one, other) => one - other);
	console.log(
		`${what.padEnd(24)} median ${times[15]?.toFixed(1)} ms, slowest ${times.at(-1)?.toFixed(1)} ms`,
	);
}
await db.destroy();
await postgres.stop();
rmSync(directory, { recursive: true });
