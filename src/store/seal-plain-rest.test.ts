import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { testKeys } from "../../test/support/keys.ts";
import { connect } from "./connect.ts";
import type { Db } from "./db.ts";
import { findDraft } from "./drafts.ts";
import { listFeedback } from "./feedback.ts";
import { listFileDrafts, readFile } from "./files.ts";
import { listLessons, listWordsBefore } from "./lessons.ts";
import { migrate } from "./migrate.ts";
import { fileOfOldLog, findOldLog, linesOf } from "./old-logs.ts";
import { findPeopleImport } from "./people-imports.ts";
import { findReport, listWords } from "./reports.ts";
import { findSetupDraft } from "./setup-draft.ts";

const migrations = "src/store/migrations";
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const [partnership, agency, person, version, difference] = [1, 2, 3, 4, 5].map(uuid);
const [sent, waiting, oldLog, people, lesson, report] = [6, 7, 8, 9, 10, 11].map(uuid);
const large = Buffer.alloc(300_000, "Sent with the form: he had no coat. ");

let old: TestDatabase;
let pool: pg.Pool;
let db: Db;

/** What the version before kept in plain text. */
beforeAll(async () => {
	old = await testDatabase({ empty: true });
	({ pool, db } = connect(old.url, { most: 2, limit: 900_000, keys: testKeys }));
	const before = mkdtempSync(join(tmpdir(), "concord-before-"));
	for (const file of readdirSync(migrations).filter((each) => each < "0068"))
		copyFileSync(join(migrations, file), join(before, file));
	await migrate(pool, { directory: before });
	rmSync(before, { recursive: true });
	const client = await pool.connect();
	// What hangs together is whole; only what is sealed matters here.
	await client.query("set session_replication_role = replica");
	const add = (table: string, row: Record<string, unknown>) =>
		client.query(
			`insert into ${table} (${Object.keys(row).join(", ")}) values (${Object.keys(row).map((_, nth) => `$${nth + 1}`)})`,
			Object.values(row),
		);
	const at = "2026-03-26T10:00:00Z";
	const of = { partnership_id: partnership };
	await add("partnership", {
		id: partnership,
		name: "Combe",
		reference_prefix: "C",
		path_name: "combe",
	});
	await add("agency", { ...of, id: agency, name: "Brook School", sector: "education" });
	await add("person", {
		...of,
		id: person,
		agency_id: agency,
		name: "Ada Penn",
		job_title: "Teacher",
		email: "ada@example.org",
		level: "practitioner",
		safeguarding_lead: false,
		offices: [],
	});
	await add("protocol_version", {
		...of,
		id: version,
		protocol: "p",
		version: "1",
		source: "",
		state: "approved",
		in_force_from: "2026-01-01",
	});
	await add("difference", {
		...of,
		id: difference,
		reference: "C-1",
		protocol_version_id: version,
		raising_agency_id: agency,
		raised_at: at,
		status: "open",
		stage: "s",
		last_seq: 1,
	});
	for (const [id, owner, on] of [
		[uuid(20), person, null],
		[uuid(21), null, difference],
	])
		await add("draft", {
			...of,
			id,
			person_id: person,
			owner_id: owner,
			difference_id: on,
			page: "page",
			content: JSON.stringify({ issue: `He had no coat, ${on === null}` }),
			saved_at: at,
		});
	const kept = { ...of, type: "txt", sha256: "x", began_at: at, state: "clean" };
	await add("file", { ...kept, id: sent, difference_id: difference, seq: 1, size: large.length });
	for (const [number, part] of [large.subarray(0, 262_144), large.subarray(262_144)].entries())
		await add("file_part", { ...of, file_id: sent, number, content: part });
	await add("file", { ...kept, id: waiting, difference_id: null, seq: null, size: 4 });
	await add("file_part", { ...of, file_id: waiting, number: 0, content: Buffer.from("coat") });
	await add("file_draft", {
		...of,
		file_id: waiting,
		person_id: person,
		owner_id: person,
		difference_id: null,
		page: "page",
		name: "no-coat.txt",
		added_at: at,
	});
	await add("people_import", {
		...of,
		id: people,
		file_name: "people.csv",
		content: JSON.stringify({ headings: ["Name"], rows: [{ line: 2, cells: ["No Coat"] }] }),
		columns: "{}",
		chosen_at: at,
	});
	await add("old_log", {
		...of,
		id: oldLog,
		protocol: "p",
		title: "the log",
		state: "reading",
		file_name: "log.csv",
		sha256: "x",
		mapping: JSON.stringify({ columns: { reference: "No coat" } }),
		chosen_by: person,
		chosen_at: at,
	});
	await add("old_log_file", {
		old_log_id: oldLog,
		content: Buffer.from("no coat"),
		state: "clean",
	});
	await add("old_log_line", { old_log_id: oldLog, line: 2, cells: JSON.stringify(["no coat"]) });
	await add("lesson", {
		...of,
		id: lesson,
		difference_id: difference,
		theme: "t",
		happened: "There was no coat",
		should_differ: "Somebody looks for the coat",
		recorded_at: at,
		recorded_by: person,
		again_on: "2026-09-01",
	});
	await add("lesson_words_before", {
		...of,
		lesson_id: lesson,
		number: 1,
		happened: "No coat",
		should_differ: "A coat",
		replaced_at: at,
		replaced_by: person,
	});
	await add("feedback_answer", {
		...of,
		protocol: "p",
		side: "raising",
		heard: "yes",
		in_time: "yes",
		helped: "yes",
		easier: "A coat",
		month: "2026-03-01",
	});
	await add("report", {
		...of,
		id: report,
		protocol: "p",
		period_from: "2025-10-01",
		period_until: "2026-03-31",
		version: 1,
		made_at: at,
		figures: "{}",
		figures_at: at,
	});
	await add("report_words", {
		...of,
		report_id: report,
		number: 1,
		content: JSON.stringify({ summary: "Of coats" }),
		at,
		by_person: person,
	});
	await add("report_presented", {
		...of,
		report_id: report,
		content: JSON.stringify({ words: "Of coats" }),
		sha256: createHash("sha256")
			.update(JSON.stringify({ words: "Of coats" }))
			.digest("hex"),
		at,
		by_person: person,
	});
	await add("setup_draft", { answers: JSON.stringify({ name: "No Coat" }), saved_at: at });
	client.release(true);
});
afterAll(async () => {
	await db.destroy();
	await old.drop();
});

/** Every row of every table as text, which has bytes in hexadecimal. */
async function everything(): Promise<string> {
	const { rows: tables } = await pool.query<{ name: string }>(
		"select tablename as name from pg_tables where schemaname = 'public'",
	);
	const texts: string[] = [];
	for (const { name } of tables) {
		const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t`);
		texts.push(...rows.map(({ row }) => row));
	}
	return texts.join("\n");
}
const coat = /coat/i;
const hexCoat = new RegExp(Buffer.from("coat").toString("hex"));

test("without a key nothing is changed; with it everything is sealed, opens as what it was, and stands in plain text no more", async () => {
	expect(await everything()).toMatch(coat);
	const { pool: keyless, db: closed } = connect(old.url, { most: 1 });
	await expect(migrate(keyless)).rejects.toMatchObject({ name: "SealFault", code: "no-key" });
	await closed.destroy();
	expect(await everything()).toMatch(coat);

	await migrate(pool, { keys: testKeys });
	const after = await everything();
	expect(after).not.toMatch(coat);
	expect(after).not.toMatch(hexCoat);

	const own = { owner: person ?? "", differenceId: null, page: "page" };
	const shared = { owner: null, differenceId: difference ?? "", page: "page" };
	expect((await findDraft(db, own))?.content).toEqual({ issue: "He had no coat, true" });
	expect((await findDraft(db, shared))?.content).toEqual({ issue: "He had no coat, false" });
	const parts: Buffer[] = [];
	for await (const part of readFile(db, sent ?? "")) parts.push(part);
	expect(parts.map((part) => part.length)).toEqual([262_144, large.length - 262_144]);
	expect(Buffer.concat(parts).equals(large)).toBe(true);
	expect(await listFileDrafts(db, own)).toMatchObject([{ id: waiting, name: "no-coat.txt" }]);
	expect((await findPeopleImport(db, partnership ?? "", people ?? ""))?.content).toEqual({
		headings: ["Name"],
		rows: [{ line: 2, cells: ["No Coat"] }],
	});
	expect((await findOldLog(db, partnership ?? "", oldLog ?? ""))?.mapping).toEqual({
		columns: { reference: "No coat" },
	});
	expect(Buffer.from((await fileOfOldLog(db, oldLog ?? ""))?.content ?? []).toString()).toBe(
		"no coat",
	);
	for await (const lines of linesOf(db, oldLog ?? ""))
		expect(lines).toEqual([{ line: 2, cells: ["no coat"] }]);
	expect(await listLessons(db, partnership ?? "")).toMatchObject([
		{ happened: "There was no coat", shouldDiffer: "Somebody looks for the coat" },
	]);
	expect(await listWordsBefore(db, partnership ?? "", lesson ?? "")).toMatchObject([
		{ happened: "No coat", shouldDiffer: "A coat" },
	]);
	expect(await listFeedback(db, partnership ?? "", "p")).toMatchObject([{ easier: "A coat" }]);
	expect(await listWords(db, report ?? "")).toMatchObject([{ written: { summary: "Of coats" } }]);
	expect((await findReport(db, partnership ?? "", report ?? ""))?.content).toEqual({
		words: "Of coats",
	});
	expect(await findSetupDraft(db)).toEqual({ name: "No Coat" });
});

test("what refuses changes refuses them again, and a further start finds nothing to do", async () => {
	await migrate(pool, { keys: testKeys });
	for (const change of [
		"update file_part set number = number + 10",
		"delete from file where seq is not null",
		"update lesson_words_before set number = 2",
		"update report_words set number = 2",
		"delete from report_presented",
	])
		await expect(pool.query(change), change).rejects.toThrow(/refused|only ever added to/);
});
