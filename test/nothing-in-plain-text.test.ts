/**
 * Whoever has the database, its disk, a backup that was opened, the queue, the sessions and the log, and no key, finds no
 * child's name, date of birth or identifier, and no sentence of any story. A partnership does real things on a database of
 * its own; then everything that is kept is searched, in every way in which a text may have been written.
 */
import {
	chmodSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../src/actions/app.ts";
import { confirmDisposal } from "../src/actions/dispose.ts";
import { askForDownload } from "../src/actions/download.ts";
import { giveFeedback } from "../src/actions/give-feedback.ts";
import { choosePeople } from "../src/actions/import-people.ts";
import { keepFile } from "../src/actions/keep-file.ts";
import { chooseOldLog, mapOldLog } from "../src/actions/old-log.ts";
import { addNote, answerSide, askSide } from "../src/actions/put-right.ts";
import { recordLesson, rewordLesson } from "../src/actions/record-lesson.ts";
import { decideRetention } from "../src/actions/retention.ts";
import { runTask } from "../src/actions/run-task.ts";
import { saveDraft } from "../src/actions/save-draft.ts";
import { sendMessage } from "../src/actions/send-message.ts";
import { makeKeyPair } from "../src/backup/key.ts";
import { makeBackup } from "../src/backup/make-backup.ts";
import { open } from "../src/backup/sealed-file.ts";
import { dataProtectionOfficer } from "../src/domain/people/viewer.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { listDisposals } from "../src/jobs/list-disposals.ts";
import { openQueue, prepareQueue, type Queue } from "../src/jobs/queue.ts";
import { connect } from "../src/store/connect.ts";
import { transact } from "../src/store/db.ts";
import { migrate } from "../src/store/migrate.ts";
import { openTold, selectSealed } from "../src/store/sealed-narrative.ts";
import { sessionStore } from "../src/store/sessions.ts";
import { saveSetupDraft } from "../src/store/setup-draft.ts";
import { pages } from "../src/web/routes.ts";
import { buildServer } from "../src/web/server.ts";
import { testDatabase } from "./support/database.ts";
import { testKeys } from "./support/keys.ts";
import { officer, resolved } from "./support/learning.ts";
import {
	doStep,
	freshKey,
	raisedTo,
	said,
	type TestPartnership,
	testPartnership,
} from "./support/partnership.ts";
import { enter, visitorAs } from "./support/visitor.ts";

/** What was told: in every story the same sentence, so that it is found wherever any of it is. */
const told = [
	"Canary Child",
	"2018-05-14",
	"CANARY-1",
	"he came without a coat again",
	"Canary Colleague",
	"coat-of-canary",
];

/** Ways in which a text may be written. Of base64 the whole letters only: what stands around it takes part in the others. */
function writtenAs(text: string): Record<string, Buffer> {
	const bytes = Buffer.from(text, "utf8");
	const base64 = [0, 1, 2].map((before) => {
		const whole = Buffer.concat([Buffer.alloc(before), bytes]);
		const letters = whole.toString("base64").replace(/=+$/, "");
		return letters.slice(before === 0 ? 0 : before + 1, -2);
	});
	return {
		"UTF-8": bytes,
		"UTF-16, small end first": Buffer.from(text, "utf16le"),
		"UTF-16, big end first": Buffer.from(text, "utf16le").swap16(),
		hexadecimal: Buffer.from(bytes.toString("hex")),
		"hexadecimal of UTF-16": Buffer.from(Buffer.from(text, "utf16le").toString("hex")),
		...Object.fromEntries(base64.map((each, nth) => [`base64 at ${nth}`, Buffer.from(each)])),
	};
}

/** What of it stands in these bytes, and how it is written. */
const foundIn = (bytes: Buffer, texts: readonly string[]): string[] =>
	texts.flatMap((text) =>
		Object.entries(writtenAs(text)).flatMap(([how, written]) =>
			bytes.includes(written) ? [`${text} (${how})`] : [],
		),
	);

/** Which of many texts stand in these bytes, in one go: each place is looked at by its first four bytes. */
function anyIn(bytes: Buffer, texts: readonly Buffer[]): string[] {
	const byBeginning = Map.groupBy(texts, (text) => text.readUInt32BE(0));
	const found: string[] = [];
	for (let at = 0; at + 4 <= bytes.length; at++)
		for (const text of byBeginning.get(bytes.readUInt32BE(at)) ?? [])
			if (bytes.subarray(at, at + text.length).equals(text)) found.push(text.toString());
	return found;
}

/** Every row of every table, those of the queue included, as text: bytes stand in it in hexadecimal. */
async function everyRow(url: string): Promise<Map<string, Buffer>> {
	const client = new pg.Client(url);
	await client.connect();
	const { rows: tables } = await client.query<{ name: string }>(
		"select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1",
	);
	const dump = new Map<string, Buffer>();
	for (const { name } of tables) {
		const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
		dump.set(name, Buffer.from(rows.map(({ row }) => row).join("\n")));
	}
	await client.end();
	return dump;
}

const filesUnder = (directory: string): string[] =>
	readdirSync(directory, { recursive: true, encoding: "utf8" })
		.map((name) => join(directory, name))
		.filter((path) => statSync(path).isFile());

let directory: string;
let postgres: EmbeddedPostgres;
let queue: Queue;
let web: FastifyInstance;
let partnership: TestPartnership;
let database: ReturnType<typeof connect>;
const log: string[] = [];
const databaseLog: string[] = [];
const mails: string[] = [];

beforeAll(async () => {
	directory = mkdtempSync(join(tmpdir(), "concord-canary-"));
	chmodSync(directory, 0o711);
	postgres = await startEmbeddedPostgres({
		directory: join(directory, "data"),
		onLog: (line) => databaseLog.push(line),
	});
	database = connect(postgres.url, { most: 4, limit: 900_000, keys: testKeys });
	await migrate(database.pool, { keys: testKeys });
	await prepareQueue(postgres.url);
	queue = await openQueue(postgres.url);
	partnership = await testPartnership(database.db);
	Object.assign(partnership.app, {
		enqueue: queue.enqueue,
		mail: { send: async (mail: unknown) => void mails.push(JSON.stringify(mail)) },
		files: { limits: { megabytes: 25, perAct: 10 }, scanner: async () => "clean" },
	} satisfies Partial<App>);
	web = buildServer(partnership.app, {
		sessions: sessionStore(database.db),
		secret: "a secret that is only for these tests, and long",
		routes: [...pages, enter],
		log: { stream: { write: (line) => void log.push(line) }, level: "info" },
	});
	await doRealThings(partnership);
});

afterAll(async () => {
	await web.close();
	await queue.stop();
	await database.db.destroy();
	await postgres.stop();
	rmSync(directory, { recursive: true, force: true });
});

async function doRealThings(of: TestPartnership): Promise<void> {
	const { app, people, agencies, db } = { ...of, db: database.db };
	const file = async (page: string, differenceId: string | null) =>
		keepFile(
			app,
			people.teacher,
			{ owner: people.teacher.id, differenceId, page },
			{
				name: "coat-of-canary.txt",
				content: (async function* () {
					yield Buffer.from(`${said("file")}\n`.repeat(20_000));
				})(),
				isCut: () => false,
			},
		);
	// A form that is raised, with a file that waits in a draft, and all that follows to the answer and the end.
	await file("raise/1", null);
	await saveDraft(app, people.teacher, { differenceId: null, page: "raise/1" }, () => ({
		content: { children: [{ name: "Canary Child" }], issue: said("draft") },
	}));
	const difference = await resolved(of);
	const on = (by: typeof people.teacher) => ({ difference, by, key: freshKey() });
	await file("note", difference);
	await saveDraft(app, people.businessUnit, { differenceId: difference, page: "note" }, () => ({
		content: { note: said("draft of a note") },
	}));
	await addNote(app, on(people.headteacher), {
		answers: { "note-text": said("note"), "note-moment": "2026-03-26T10:00" },
		forAll: false,
	});
	await sendAFile(of);
	await recordLesson(
		app,
		people.businessUnit,
		{ difference, key: freshKey() },
		{
			theme: "thresholds",
			happened: said("lesson"),
			shouldDiffer: said("should differ"),
			againOn: "2026-09-30",
			actions: [{ what: "Add a reason", agencyId: agencies.socialCare, dueOn: "2026-06-30" }],
			namesNobody: true,
		},
	);
	const [lesson] = await db.selectFrom("lesson").select("id").execute();
	await rewordLesson(app, people.businessUnit, lesson?.id ?? "", {
		happened: `${said("lesson")} and again`,
		shouldDiffer: said("should differ"),
		namesNobody: true,
	});
	await giveFeedback(
		app,
		{ difference, protocol: "somerset-rpd", by: people.headteacher },
		{ heard: "yes", inTime: "yes", helped: "yes", easier: said("easier") },
	);
	// What is taken in, and what is taken away.
	const columns = "Reference,Date raised,What happened\n";
	const oldLog = await chooseOldLog(app, people.businessUnit, {
		protocol: "somerset-rpd",
		title: "the log of 2024/25",
		fileName: "old.csv",
		content: Buffer.from(`${columns}A1,2024-05-01,Canary Child: ${said("old log")}\n`),
	});
	await chooseOldLog(app, people.businessUnit, {
		protocol: "somerset-rpd",
		title: "the log of 2023/24",
		fileName: "older.csv",
		content: Buffer.from(`${columns}A2,2023-05-01,Canary Child: ${said("older log")}\n`),
	});
	const { id: task } = await db
		.selectFrom("task")
		.where("about_id", "=", oldLog)
		.select("id")
		.executeTakeFirstOrThrow();
	await runTask(app, task);
	await mapOldLog(app, people.businessUnit, oldLog, {
		columns: { reference: "Reference", raised: "Date raised", raisedBy: "What happened" },
		dates: "day-first",
		withoutEnd: "ended",
		values: {
			agency: { [`canary child: ${said("old log")}`]: { as: agencies.school } },
			theme: {},
			stage: {},
			ending: {},
		} as never,
	});
	await choosePeople(app, people.administrator, {
		fileName: "people.csv",
		content: Buffer.from(
			"Name,Email,Agency\nCanary Colleague,canary.colleague@example.org,Brook School\n",
		),
	});
	const download = await askForDownload(app, people.businessUnit, {
		is: "log",
		part: { columns: ["children"] },
		format: "csv",
	});
	const made = await db
		.selectFrom("task")
		.where("about_id", "=", download)
		.select("id")
		.executeTakeFirstOrThrow();
	await runTask(app, made.id);
	await transact(db, (trx) =>
		saveSetupDraft(trx, { administrator: "Canary Colleague" }, "2026-03-26T10:00:00Z"),
	);
	// What people do at pages: sessions, the log of what was asked for, keys of forms.
	for (const person of [people.teacher, people.businessUnit, people.director]) {
		const visitor = await visitorAs(web, person);
		await visitor.open(`/differences/${difference}`);
		await visitor.get("/differences?child=Canary+Child&q=Canary+Child");
	}
	for (const { id } of await db.selectFrom("message").select("id").execute())
		await sendMessage(app, id);
}

/** A question between the sides of another difference, with its answer, and a file that goes with an act. */
async function sendAFile(of: TestPartnership): Promise<void> {
	const { app, people } = of;
	const difference = await raisedTo(of, "forward");
	await keepFile(
		app,
		people.director,
		{ owner: null, differenceId: difference, page: "formal-resolution.respond" },
		{
			name: "coat-of-canary.txt",
			content: (async function* () {
				yield Buffer.from(`${said("sent file")}\n`.repeat(10_000));
			})(),
			isCut: () => false,
		},
	);
	await askSide(
		app,
		{ difference, by: people.headteacher, key: freshKey() },
		{
			to: "receiving",
			answers: { "question-asked": said("question") },
		},
	);
	const { seq } = await app.db
		.selectFrom("open_question")
		.where("difference_id", "=", difference)
		.select("seq")
		.executeTakeFirstOrThrow();
	await answerSide(
		app,
		{ difference, by: people.director, key: freshKey() },
		{
			question: seq,
			answers: { "question-answer": said("answer") },
		},
	);
	await doStep(of, difference, people.director, "formal-resolution.respond", "responded", {
		position: "in-part",
		response: said("response"),
	});
}

test("what is searched with finds what stands in plain text, however it is written", async () => {
	const text = "Canary Child";
	for (const [how, written] of Object.entries(writtenAs(text)))
		expect(
			foundIn(Buffer.concat([Buffer.from("before "), written, Buffer.from(" after")]), [text]),
			how,
		).not.toEqual([]);
	const whole = Buffer.from(`xy {"name":"${text}"} z`).toString("base64");
	expect(foundIn(Buffer.from(whole), [text])).toHaveLength(1);
	const rows = await everyRow(postgres.url);
	expect(foundIn(rows.get("public.partnership") ?? Buffer.alloc(0), ["Combe"])).not.toEqual([]);
});

test("no row of any table tells any of it, and every kind of place had something to tell", async () => {
	const rows = await everyRow(postgres.url);
	for (const table of [
		"narrative",
		"draft",
		"file_part",
		"file_draft",
		"download_part",
		"old_log_file",
		"old_log_line",
		"people_import",
		"setup_draft",
		"lesson",
		"lesson_words_before",
		"message",
		"session",
		"act_key",
	])
		expect(rows.get(`public.${table}`)?.length, table).toBeGreaterThan(0);
	expect(rows.get("pgboss.job_common")?.length ?? rows.get("pgboss.job")?.length).toBeGreaterThan(
		0,
	);
	for (const [table, bytes] of rows) expect(foundIn(bytes, told), table).toEqual([]);
	const opened = await openTold(database.db, await selectSealed(database.db).execute());
	expect(JSON.stringify(opened)).toContain("he came without a coat again");
});

test("no file of the database’s directory tells any of it, what was written ahead included", async () => {
	await database.pool.query("checkpoint");
	const files = filesUnder(directory);
	expect(files.some((path) => path.includes("pg_wal"))).toBe(true);
	let hasFoundThePlain = false;
	for (const path of files) {
		// What PostgreSQL has thrown away meanwhile is a cache of its own catalogue.
		if (!existsSync(path)) continue;
		const bytes = readFileSync(path);
		hasFoundThePlain ||= bytes.includes("Combe");
		expect(foundIn(bytes, told), path).toEqual([]);
	}
	expect(hasFoundThePlain).toBe(true);
});

test("a backup that was opened tells none of it, nor do the log, the database’s log and the mail that left", async () => {
	let files = 0;
	for await (const { name, content } of openedBackup("backup.age")) {
		files++;
		expect(foundIn(content, told), name).toEqual([]);
	}
	expect(files).toBeGreaterThan(30);
	expect(mails.length).toBeGreaterThan(3);
	expect(log.length).toBeGreaterThan(3);
	for (const lines of [log, databaseLog, mails])
		expect(foundIn(Buffer.from(lines.join("\n")), told)).toEqual([]);
});

test("what was disposed of is nowhere any more, nor the key that would open what still lies on the disk", async () => {
	const { app } = partnership;
	const { db } = database;
	const { differenceId, key } = await disposeOfOne(partnership);
	await listDisposals({ ...app, disposalLists: [directory] } as App);
	const { rows: left } = await sql<{ name: string }>`
		select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'difference_id'`.execute(
		db,
	);
	const named: string[] = [];
	for (const { name } of left) {
		const { rows } =
			await sql`select 1 from ${sql.table(name)} where difference_id = ${differenceId}`.execute(db);
		if (rows.length > 0) named.push(name);
	}
	// That there was one, and how the chain ended, for whoever proves the record; neither has a word of it.
	expect(named.filter((name) => !["disposal", "checkpoint_head"].includes(name))).toEqual([]);
	for (const [table, bytes] of await everyRow(postgres.url)) {
		expect(foundIn(bytes, told), table).toEqual([]);
		expect(bytes.includes(key.toString("hex")), table).toBe(false);
	}
	await database.pool.query("checkpoint");
	const searched: string[] = [];
	for (const path of filesUnder(directory)) {
		if (!existsSync(path)) continue;
		const bytes = readFileSync(path);
		expect(foundIn(bytes, told), path).toEqual([]);
		// What was written ahead goes by its own time (docs/operations/keys.md).
		if (path.includes("/pg_wal/")) continue;
		expect(bytes.includes(key), path).toBe(false);
		searched.push(path);
	}
	expect(searched.length).toBeGreaterThan(300);
	const ofIt: string[] = [];
	for await (const { name, content } of openedBackup("after-disposal.age")) {
		expect(foundIn(content, told), name).toEqual([]);
		for (const written of [key, key.toString("hex"), key.toString("base64")])
			expect(content.includes(written), name).toBe(false);
		if (content.includes(differenceId)) ofIt.push(name);
	}
	// That it was disposed of stays with the record, and in a backup of it.
	expect(ofIt.length).toBeGreaterThan(0);
	expect(
		ofIt.filter((name) => !/chain_entry|chain_head|checkpoint_head|disposal/.test(name)),
	).toEqual([]);
	expect(foundIn(Buffer.from([...log, ...databaseLog, ...mails].join("\n")), told)).toEqual([]);
});

/** A backup of now, opened with its private key, file by file. */
async function* openedBackup(name: string) {
	const pair = await makeKeyPair();
	const { path } = await makeBackup({
		url: postgres.url,
		to: join(directory, name),
		publicKey: pair.publicKey,
		clock: partnership.app.clock,
		signal: new AbortController().signal,
	});
	yield* open(
		path,
		{ privateKey: pair.privateKey, signal: new AbortController().signal },
		() => {},
	);
}

/** The one that has ended, when its time is over. @returns its key, as it stood closed in the database, and was found in its file */
async function disposeOfOne(of: TestPartnership): Promise<{ differenceId: string; key: Buffer }> {
	const { app, db } = { ...of, db: database.db };
	const { id } = await db
		.selectFrom("difference")
		.where("status", "=", "ended")
		.select("id")
		.executeTakeFirstOrThrow();
	const { wrapped } = await db
		.selectFrom("difference_key")
		.where("difference_id", "=", id)
		.select("wrapped")
		.executeTakeFirstOrThrow();
	const key = Buffer.from(wrapped);
	await database.pool.query("checkpoint");
	const holdsKey = () =>
		filesUnder(join(directory, "data", "postgres", "base")).some((path) =>
			readFileSync(path).includes(key),
		);
	expect(holdsKey()).toBe(true);
	const dpo = await officer(of, dataProtectionOfficer);
	const head = await officer(of, "business-unit-head");
	of.at("2044-01-05T10:00");
	await decideRetention(app, dpo, [id], { decides: "dispose" });
	await confirmDisposal(app, head, id);
	return { differenceId: id, key };
}

test("in the whole rehearsal no row tells a child’s name, or a sentence of anything that was told", async () => {
	const rehearsal = await testDatabase({ rehearsal: "2026-03-24T10:00" });
	const sealed = await selectSealed(rehearsal.db).execute();
	const opened = await openTold(rehearsal.db, sealed);
	const children = new Set<string>();
	const sentences = new Set<string>();
	const look = (value: unknown): void => {
		if (typeof value === "string" && / .* .* .* /.test(value)) sentences.add(value.slice(0, 60));
		if (Array.isArray(value)) value.forEach(look);
		else if (typeof value === "object" && value !== null) {
			if ("name" in value && "dateOfBirth" in value) children.add(String(value.name));
			Object.values(value).forEach(look);
		}
	};
	for (const each of opened) if ("content" in each) look(each.content);
	expect(children.size).toBeGreaterThan(20);
	expect(sentences.size).toBeGreaterThan(200);
	const rows = await everyRow(rehearsal.url);
	const written = [...children, ...sentences].flatMap((text) => [
		Buffer.from(text),
		Buffer.from(JSON.stringify(text).slice(1, -1)),
		Buffer.from(Buffer.from(text).toString("hex")),
	]);
	for (const [table, bytes] of rows) expect(anyIn(bytes, written), table).toEqual([]);
	expect(anyIn(Buffer.from("…of Combe…"), [Buffer.from("Combe")])).toEqual(["Combe"]);
	await rehearsal.drop();
});
