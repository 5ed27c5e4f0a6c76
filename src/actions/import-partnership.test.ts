import { createHash, randomUUID } from "node:crypto";
import {
	createReadStream,
	createWriteStream,
	readFileSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { pipeline } from "node:stream/promises";
import { createZstdCompress, createZstdDecompress } from "node:zlib";
import { sql } from "kysely";
import { extract, pack } from "tar-stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { officer, resolved } from "../../test/support/learning.ts";
import { officeForAll } from "../../test/support/office.ts";
import {
	doStep,
	freshKey,
	raiseByTeacher,
	raisedTo,
	referenceOf,
	said,
	somersetAs,
	testPartnership,
} from "../../test/support/partnership.ts";
import { visitorAs, wordsIn } from "../../test/support/visitor.ts";
import { makeKeyPair } from "../backup/key.ts";
import type { PublishedHead } from "../chain/head.ts";
import { dataProtectionOfficer, type Viewer } from "../domain/people/viewer.ts";
import { transact } from "../store/db.ts";
import { saveDraft } from "../store/drafts.ts";
import { listExports } from "../store/exports.ts";
import { readFile } from "../store/files.ts";
import type { App } from "./app.ts";
import { chooseDeputies, enterAbsence } from "./arrange-absence.ts";
import { makeCheckpoint } from "./checkpoint.ts";
import { completeStep } from "./complete-step.ts";
import { confirmDisposal } from "./dispose.ts";
import { elsewhere, exported, imported, linesOf, newFile } from "./leaving.fixture.ts";
import { makeProtocolVersion } from "./make-protocol-version.ts";
import { receiptFound } from "./receipts.ts";
import { recordLesson } from "./record-lesson.ts";
import { decideRetention, listStanding } from "./retention.ts";
import { askAboutChild, listSubjectRequests } from "./subject-access.ts";
import { sweep } from "./sweep.ts";
import { verifyRecord } from "./verify-record.ts";

const it = officeForAll({ at: "2026-03-26T10:00" });
let target: TestDatabase;
/** Where it goes: an installation that has a partnership already, which has read and made things too. */
let there: App;
let dpo: Viewer;
let head: Viewer;
let open: string;
let openReference: string;
let published: PublishedHead | undefined;
let receipt: string;
let left: Awaited<ReturnType<typeof exported>>;
let linesLeft: Record<string, string[]>;

const pdf = {
	name: "Chronology.pdf",
	content: `%PDF-1.7\n${"a chronology ".repeat(60_000)}\n%%EOF`,
};
const clock = () => it.app.clock();

beforeAll(async () => {
	it.app.files = { limits: { megabytes: 2, perAct: 3 }, scanner: "none" };
	dpo = await officer(it, dataProtectionOfficer);
	head = await officer(it, "business-unit-head");
	const { app, people, partnershipId } = it;

	const gone = await resolved(it);
	const kept = await resolved(it);
	await recordLesson(
		app,
		people.businessUnit,
		{ difference: gone, key: freshKey() },
		{
			theme: "thresholds",
			happened: "Two people waited for each other",
			shouldDiffer: "Say at once who rings",
			againOn: "2044-10-30",
			actions: [],
			namesNobody: true,
		},
	);
	await makeProtocolVersion(app, people.administrator, {
		key: freshKey(),
		source: somersetAs("2044-01"),
		note: "For later",
	});
	it.at("2044-01-05T10:00");
	await decideRetention(app, dpo, [gone], { decides: "dispose" });
	await confirmDisposal(app, head, gone);
	await decideRetention(app, dpo, [kept], {
		decides: "keep",
		keepUntil: "2050-06-30",
		reason: said("keep"),
	});
	await decideRetention(app, dpo, [kept], { decides: "hold", reason: said("hold") });

	open = await raisedTo(it, "raise");
	openReference = await referenceOf(it, open);
	const visitor = await it.visitor(people.headteacher);
	const signOff = `/differences/${open}/steps/formal-resolution.sign-off`;
	await visitor.sendAndConfirm(
		await visitor.open(signOff),
		{ "act.ending": "signed" },
		"_do=send",
		[pdf],
	);
	await doStep(it, open, people.businessUnit, "formal-resolution.forward", "forwarded", {
		"sent-to": { id: people.director.id },
	});
	const page = await visitor.get(`/differences/${open}/receipts`);
	const [address = ""] = /\/differences\/[^"]+receipt\.json/.exec(page.body) ?? [];
	receipt = (await visitor.get(address)).body;
	await transact(it.db, (trx) =>
		saveDraft(
			trx,
			{
				id: randomUUID(),
				partnershipId,
				personId: people.teacher.id,
				owner: people.teacher.id,
				differenceId: null,
				page: `raise/${randomUUID()}`,
				savedAt: "2044-01-05T09:00:00Z",
			},
			() => ({ content: { issue: said("draft") } }),
		),
	);
	await chooseDeputies(app, people.director, people.director.id, [people.teamManager.id]);
	await enterAbsence(app, people.director, people.director.id, {
		from: "2044-03-01",
		until: "2044-03-04",
	});
	await askAboutChild(
		app,
		dpo,
		{ name: "Canary Child", dateOfBirth: "2018-05-14", identifier: "" },
		"2044-01-05",
	);
	published = await makeCheckpoint(app, partnershipId);
	left = await exported(app, it.db, people.businessUnit);
	linesLeft = await linesOf(it.db, partnershipId, app.signIn.seal);

	target = await testDatabase();
	there = elsewhere(target, clock);
	const other = await testPartnership(there.db, 7);
	await makeProtocolVersion({ ...there, clock: other.app.clock }, other.people.administrator, {
		key: freshKey(),
		source: somersetAs("2030-01"),
		note: "Numbered as those that come",
	});
	const read = await raiseByTeacher({ ...other, app: { ...there, clock: other.app.clock } });
	await sql`insert into reading (partnership_id, difference_id, person_id, what, at)
		select partnership_id, ${read}, ${other.people.teacher.id}, 'page', '2026-03-26T10:00Z' from difference where id = ${read}`.execute(
		there.db,
	);
});
afterAll(async () => {
	await there?.db.destroy();
	await target?.drop();
});

const countThere = async (table: string): Promise<number> => {
	const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}
		where partnership_id = ${it.partnershipId}`.execute(there.db);
	return rows[0]?.rows ?? 0;
};
const tables = ["event", "narrative", "person", "chain_entry", "file_part", "draft", "signing_key"];
const isNothingThere = async () => {
	for (const table of tables.slice(0, -1)) expect(await countThere(table)).toBe(0);
	expect(
		await there.db
			.selectFrom("partnership")
			.where("id", "=", it.partnershipId)
			.selectAll()
			.execute(),
	).toEqual([]);
};

type Changed = { name: string; content: Buffer; type?: "symlink" };
/** The file anew, with some of its entries changed, and the sums as somebody who forges would have them. */
async function forged(change: (entry: Changed) => Changed[]): Promise<string> {
	const path = newFile();
	const out = pack();
	const into = extract();
	const sums: string[] = [];
	const writing = pipeline(out, createZstdCompress(), createWriteStream(path));
	const reading = pipeline(createReadStream(left.path), createZstdDecompress(), into);
	for await (const entry of into) {
		const chunks: Uint8Array[] = [];
		for await (const chunk of entry as AsyncIterable<Uint8Array>) chunks.push(chunk);
		for (const { name, content, type } of change({
			name: entry.header.name,
			content: Buffer.concat(chunks),
		})) {
			const all = name === "SHA256SUMS" ? Buffer.from(sums.join("")) : content;
			sums.push(`${createHash("sha256").update(all).digest("hex")}  ${name}\n`);
			if (type) out.entry({ name, type, linkname: "/etc/passwd" });
			else out.entry({ name }, all);
		}
	}
	out.finalize();
	await Promise.all([reading, writing]);
	return path;
}
const replacing = (table: string, from: RegExp | string, to: string) =>
	forged((entry) => [
		entry.name.startsWith(`rows/${table}/`)
			? { ...entry, content: Buffer.from(entry.content.toString().replace(from, to)) }
			: entry,
	]);
const refusal = (file: string, how?: Parameters<typeof imported>[2]) =>
	imported(there, file, how).then(
		() => "taken in",
		(problem: { code?: string; message: string }) => `${problem.code}: ${problem.message}`,
	);

describe("what is not as Concord wrote it is refused, and nothing of it is kept", () => {
	test("cut short, damaged, no export at all", async () => {
		const whole = readFileSync(left.path);
		const cut = newFile();
		writeFileSync(cut, whole);
		truncateSync(cut, whole.length - 2_000);
		expect(await refusal(cut)).toContain("EXPORT_DAMAGED");
		const damaged = newFile();
		const bytes = Buffer.from(whole);
		const at = bytes.length - 5_000;
		bytes[at] = (bytes[at] ?? 0) ^ 255;
		writeFileSync(damaged, bytes);
		expect(await refusal(damaged)).toContain("EXPORT_DAMAGED");
		const none = newFile();
		writeFileSync(none, "a letter to somebody, long enough to be looked at");
		expect(await refusal(none)).toContain("EXPORT_NONE");
		expect(await refusal(newFile())).toContain("There is no file");
		await isNothingThere();
	});

	test("a word of the record, a name, the file of somebody or a chain that was changed, with sums that fit", async () => {
		expect(
			await refusal(await replacing("narrative", said("evidence"), "Nothing at all")),
		).toContain("are not those that were recorded with it");
		expect(await refusal(await replacing("person", "Dilip Rao", "Dilip Roy"))).toContain(
			"Rows are others than its record says",
		);
		expect(await refusal(await replacing("legal_hold", said("hold"), "No reason"))).toContain(
			"says something else than what was linked",
		);
		expect(await refusal(await replacing("event", '"type": "sent"', '"type": "noted"'))).toMatch(
			/IMPORT_RECORD|IMPORT_WRONG/,
		);
		expect(
			await refusal(
				await forged((entry) => [
					entry.name.startsWith("files/")
						? { ...entry, content: Buffer.from("another file") }
						: entry,
				]),
			),
		).toContain("The bytes of a file are not those that its line names");
		expect(await refusal(await replacing("chain_entry", /\n[^\n]+\n$/, "\n"))).toContain(
			"EXPORT_DAMAGED",
		);
		await isNothingThere();
	});

	test("what names another partnership’s people, entries that lead out of the archive, and kinds that nobody knows", async () => {
		const stranger = (
			await there.db
				.selectFrom("person")
				.where("name", "=", "Amy Okafor")
				.select("id")
				.executeTakeFirstOrThrow()
		).id;
		expect(await refusal(await replacing("draft", it.people.teacher.id, stranger))).toContain(
			"Rows name what is not of this partnership (draft.",
		);
		for (const name of [
			"../../etc/cron.d/x",
			"/etc/passwd",
			"rows/session/000001.jsonl",
			"files/../x",
		])
			expect(
				await refusal(
					await forged((entry) =>
						entry.name === "SHA256SUMS" ? [{ name, content: Buffer.from("{}\n") }, entry] : [entry],
					),
				),
			).toContain("EXPORT_UNKNOWN");
		expect(
			await refusal(
				await forged((entry) =>
					entry.name === "SHA256SUMS"
						? [{ name: "rows/event/999999.jsonl", content: Buffer.of(), type: "symlink" }, entry]
						: [entry],
				),
			),
		).toContain("EXPORT_DAMAGED");
		expect(
			await refusal(
				await forged((entry) =>
					entry.name === "README.txt"
						? [{ name: entry.name, content: Buffer.alloc(600_000_000) }]
						: [entry],
				),
			),
		).toMatch(/EXPORT_TOO_LARGE|EXPORT_DAMAGED/);
		await isNothingThere();
	});

	test("of a newer Concord, or an older one", async () => {
		const saying = (change: (said: Record<string, unknown>) => void) =>
			forged((entry) => {
				if (entry.name !== "export.json") return [entry];
				const said = JSON.parse(entry.content.toString());
				change(said);
				return [{ ...entry, content: Buffer.from(JSON.stringify(said)) }];
			});
		expect(
			await refusal(
				await saying((said) => Object.assign(said, { "concord-export": 2, concord: "9.0" })),
			),
		).toContain("was written by a newer Concord (9.0)");
		expect(
			await refusal(
				await saying(({ migrations }) => {
					(migrations as unknown[]).push({ file: "9999-later.sql", hash: "0" });
				}),
			),
		).toContain("written by a newer Concord");
		expect(
			await refusal(
				await saying(({ migrations }) => {
					(migrations as unknown[]).pop();
				}),
			),
		).toContain("written by an older Concord");
		await isNothingThere();
	});

	test("where its names are taken: all that is in the way is said at once, and a check keeps nothing", async () => {
		const as = { name: "Combe Partnership 7", path: "combe-partnership-7", letters: "C7" };
		const said = await refusal(left.path, { as });
		for (const option of ["--name", "--path", "--letters"]) expect(said).toContain(option);
		expect(await refusal(left.path, { as: { path: "raise" } })).toContain("can be no path");
		await expect(imported({ ...there, rehearsal: true }, left.path)).rejects.toThrow(
			"here anybody may sign in as anybody",
		);
		const checked = await imported(there, left.path, { onlyToCheck: true });
		expect(checked.faults).toEqual([]);
		expect(checked.rows).toBe(left.rows);
		await isNothingThere();
	});
});

test("encrypted to a public key, only its private key opens it", async () => {
	const keys = await makeKeyPair();
	const other = await makeKeyPair();
	const closed = await exported(it.app, it.db, it.people.businessUnit, keys.publicKey);
	expect(readFileSync(closed.path).includes("Canary")).toBe(false);
	expect(await refusal(closed.path)).toContain("‘--identity’");
	expect(await refusal(closed.path, { privateKey: other.privateKey })).toContain("another key");
	const { faults } = await imported(there, closed.path, {
		privateKey: keys.privateKey,
		onlyToCheck: true,
	});
	expect(faults).toEqual([]);
});

test("only somebody who may take data out of Concord asks for it", async () => {
	await expect(exported(it.app, it.db, it.people.teacher)).rejects.toMatchObject({
		code: "not-yours",
	});
});

describe("once it is there", () => {
	let came: Awaited<ReturnType<typeof imported>>;
	beforeAll(async () => {
		came = await imported(there, left.path, { as: { letters: "CX" } });
	});

	test("every row is as it was, under other keys, and nothing that signs in came along", async () => {
		expect(came.rows).toBe(left.rows);
		expect(came.files).toBe(1);
		const lines = await linesOf(there.db, it.partnershipId, there.signIn.seal);
		const whatDiffers = Object.keys(linesLeft).filter(
			(table) => JSON.stringify(lines[table]) !== JSON.stringify(linesLeft[table]),
		);
		// That it came is an act of its own; references to come begin with other letters.
		expect(whatDiffers).toEqual(["partnership", "chain_entry", "chain_head", "export"]);
		expect(lines["chain_entry"]?.length).toBe((linesLeft["chain_entry"]?.length ?? 0) + 1);
		for (const line of linesLeft["chain_entry"] ?? []) expect(lines["chain_entry"]).toContain(line);
		for (const each of [
			"event",
			"narrative",
			"reading",
			"file",
			"draft",
			"legal_hold",
			"retention_decision",
			"disposal",
			"counted_kept",
			"lesson",
			"subject_request",
			"checkpoint",
			"absence",
			"deputy",
			"protocol_history",
			"message",
		])
			expect([each, (linesLeft[each]?.length ?? 0) > 0]).toEqual([each, true]);
		const ofPartnership = await linesOf(it.db, it.partnershipId, it.app.signIn.seal);
		expect(ofPartnership["narrative"]).toEqual(lines["narrative"]);
		const rowsOf = async (db: App["db"], table: string) =>
			(
				await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t
					where partnership_id = ${it.partnershipId} order by 1`.execute(db)
			).rows.map(({ row }) => row);
		expect(await rowsOf(there.db, "owed")).toEqual(await rowsOf(it.db, "owed"));
		// Where to look, and no more: under the stages that a difference has left it need not be found.
		const found = await rowsOf(there.db, "found_under");
		expect(found.length).toBeGreaterThan(10);
		expect(await rowsOf(it.db, "found_under")).toEqual(expect.arrayContaining(found));
		const people = await there.db
			.selectFrom("person")
			.where("partnership_id", "=", it.partnershipId)
			.select(["account_id", "feed_hash"])
			.execute();
		expect(
			people.every(({ account_id, feed_hash }) => account_id === null && feed_hash === null),
		).toBe(true);
		expect(came.administrators).toHaveLength(3);
	});

	test("its record proves itself, with the signed end and the receipt of before", async () => {
		const { faults, checkpoints } = await verifyRecord(there, it.partnershipId, {
			files: true,
			against: published,
		});
		expect(faults).toEqual([]);
		expect(checkpoints).toBe(1);
		expect(await receiptFound(receipt, { db: there.db, reference: openReference })).toMatchObject({
			is: "true",
			inRecord: true,
		});
	});

	test("that it left and that it came stand where exports are listed", async () => {
		const { rows } = await listExports(there.db, it.partnershipId, { page: 1, pageSize: 10 });
		expect(rows.map(({ what, by, byCommand }) => ({ what, by, byCommand }))).toEqual(
			expect.arrayContaining([
				{ what: "Everything of the partnership", by: it.people.businessUnit.name, byCommand: true },
				{
					what: "Everything of the partnership, read in here",
					by: it.people.businessUnit.name,
					byCommand: true,
				},
			]),
		);
	});

	test("what was sealed opens there: files, reasons to keep, requests, a child that is looked for", async () => {
		const file = await there.db.selectFrom("file").select("id").executeTakeFirstOrThrow();
		const bytes: Buffer[] = [];
		for await (const part of readFile(there.db, file.id)) bytes.push(part);
		expect(Buffer.concat(bytes).toString()).toBe(pdf.content);
		const standing = await listStanding(there, it.partnershipId, { today: "2044-01-06" });
		expect(JSON.stringify(standing)).toContain(said("hold"));
		const [asked] = await listSubjectRequests(there, dpo);
		expect(asked?.about).toMatchObject({ name: "Canary Child" });
		const id = await askAboutChild(
			there,
			dpo,
			{ name: "Canary Child", dateOfBirth: "2018-05-14", identifier: "" },
			"2044-01-05",
		);
		const found = await there.db
			.selectFrom("subject_request_difference")
			.where("request_id", "=", id)
			.select("difference_id")
			.execute();
		expect(found.map(({ difference_id }) => difference_id)).toContain(open);
	});

	test("pages say to each person what they said", async () => {
		const { people } = it;
		const web = it.serve({}, { ...there, rehearsal: true, files: it.app.files });
		for (const person of [people.businessUnit, people.director, people.teacher]) {
			const visitor = await visitorAs(web, person);
			for (const url of [`/differences/${open}`, "/", `/differences/${open}/record`]) {
				const before = await it.words(person, url);
				const answer = await visitor.get(url);
				const now = wordsIn(
					(answer.statusCode === 302 || answer.statusCode === 303
						? await visitor.get(String(answer.headers["location"]))
						: answer
					).body,
				);
				expect([url, now]).toEqual([url, before]);
			}
		}
	});

	test("work goes on: an act, a reading and an act on a protocol are linked, and the time limit runs out on its day", async () => {
		const app: App = { ...there, clock };
		const due = await there.db
			.selectFrom("clock")
			.where("difference_id", "=", open)
			.where("state", "=", "running")
			.select("due_at")
			.orderBy("due_at")
			.executeTakeFirstOrThrow();
		expect(await sweep(app, it.partnershipId)).toEqual(await sweep(it.app, it.partnershipId));
		const visitor = await visitorAs(
			it.serve({}, { ...there, rehearsal: true, files: it.app.files }),
			it.people.director,
		);
		expect((await visitor.get(`/differences/${open}`)).statusCode).toBeLessThan(400);
		const moment = due.due_at.toISOString();
		it.at(
			Temporal.Instant.from(moment)
				.add({ hours: 1 })
				.toZonedDateTimeISO("Europe/London")
				.toPlainDateTime()
				.toString({ smallestUnit: "minute" }),
		);
		expect(await sweep(app, it.partnershipId)).toMatchObject({ ranOut: 1 });
		await completeStep(
			app,
			{ difference: open, by: it.people.director, key: freshKey() },
			{
				step: "formal-resolution.respond",
				outcome: "responded",
				answers: { position: "disagree", response: "We have seen the family" },
			},
		);
		await makeProtocolVersion(app, it.people.administrator, {
			key: freshKey(),
			source: somersetAs("2045-01"),
			note: "After it came",
		});
		const raised = await raiseByTeacher({ ...it, app });
		expect(await referenceOf({ ...it, app }, raised)).toMatch(/^CX-/);
		await makeCheckpoint(app, it.partnershipId);
		for (const { id } of await there.db.selectFrom("partnership").select("id").execute())
			expect((await verifyRecord(app, id, { files: true })).faults).toEqual([]);
	});

	test("it cannot come a second time, and goes on from there as it came", async () => {
		expect(await refusal(left.path)).toContain("is here already");
		const again = await testDatabase();
		const third = elsewhere(again, clock);
		const onward = await exported(there, there.db, it.people.businessUnit);
		expect((await imported(third, onward.path)).faults).toEqual([]);
		const standing = await listStanding(third, it.partnershipId, { today: "2044-01-06" });
		expect(JSON.stringify(standing)).toContain(said("hold"));
		await third.db.destroy();
		await again.drop();
	});
});
