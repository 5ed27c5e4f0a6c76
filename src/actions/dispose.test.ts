import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/support/database.ts";
import { officer, resolved } from "../../test/support/learning.ts";
import { officeForEach } from "../../test/support/office.ts";
import { appOn, freshKey, raiseByTeacher, said, toFormal } from "../../test/support/partnership.ts";
import { backupOf, restoredInto } from "../backup/backup.fixture.ts";
import { disposalListFile } from "../backup/disposal-list.ts";
import { dataProtectionOfficer, type Viewer } from "../domain/people/viewer.ts";
import { usualSchedule } from "../domain/retention/schedule.ts";
import { notice } from "../mail/notices/notice.ts";
import { publishedReport } from "../reports/six-monthly.ts";
import { connect } from "../store/connect.ts";
import { transact } from "../store/db.ts";
import { listCertificates } from "../store/disposals.ts";
import { addDownload, listDownloadsIn, saveDownloadPart, saveMade } from "../store/downloads.ts";
import { addPack } from "../store/evidence-packs.ts";
import { listLessons } from "../store/lessons.ts";
import { addMessages } from "../store/messages.ts";
import { confirmDisposal, disposeAgain, listDisposalsOutside } from "./dispose.ts";
import type { AskedFile } from "./download.ts";
import { lookAgain } from "./look-again.ts";
import { recordLesson } from "./record-lesson.ts";
import {
	decideRetention,
	liftLegalHold,
	listStanding,
	refuseDisposal,
	saveSchedule,
} from "./retention.ts";
import { verifyRecord } from "./verify-record.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });
/** The child of these tests was born in 2018: 25 years are over with the year 2043. */
const due = "2044-01-01";
const later = "2044-01-05T10:00";

let dpo: Viewer;
let head: Viewer;
beforeEach(async () => {
	dpo = await officer(partnership, dataProtectionOfficer);
	head = await officer(partnership, "business-unit-head");
});

const standings = async (today = due) =>
	(await listStanding(partnership.app, partnership.partnershipId, { today })).map(
		({ standing }) => standing.is,
	);

/** Mail of no one difference: a morning’s list of what is owed in several, and one of the dates of a single one. */
async function sendListsOf(owed: string[], moved: string): Promise<void> {
	const { people, partnershipId, db } = partnership;
	const toAnyone = {
		to: { name: people.headteacher.name },
		partnership: "Somerset Safeguarding Children Partnership",
		emergency: "Ring 999",
		link: "https://concord.example/work",
	};
	const notices = [
		{
			...toAnyone,
			kind: "each-morning",
			items: owed.map((reference) => ({
				reference,
				stage: "Stage 3",
				raised: { by: "Oakfield Primary School" },
				owes: "reply",
			})),
			more: 0,
		},
		{
			...toAnyone,
			kind: "dates-changed",
			dates: [{ reference: moved, was: "2026-04-15", due: "2026-04-16" }],
			more: 0,
		},
	].map((each) => notice.parse(each));
	await transact(db, (trx) =>
		addMessages(
			trx,
			partnershipId,
			"2026-04-01T08:00:00Z",
			notices.map((each) => ({
				id: randomUUID(),
				differenceId: null,
				toPerson: people.headteacher.id,
				kind: each.kind,
				notice: each,
			})),
		),
	);
}

/** Decided by the officer and confirmed by the head. @returns the certificate's identifier */
async function disposeOf(id: string): Promise<string> {
	partnership.at(later);
	await decideRetention(partnership.app, dpo, [id], { decides: "dispose" });
	return confirmDisposal(partnership.app, head, id);
}

const refused = (code: string) => expect.objectContaining({ code });

describe("what is due", () => {
	test("comes due on the first day of the year after the youngest child’s 25th, and not a day before", async () => {
		await resolved(partnership);
		await raiseByTeacher(partnership);
		expect(await standings("2043-12-31")).toEqual([]);
		// What is open is never due.
		expect(await standings(due)).toEqual(["due"]);
	});

	test("is kept until a day, and is due again then", async () => {
		const id = await resolved(partnership);
		partnership.at(later);
		const until = "2050-06-30";
		await decideRetention(partnership.app, dpo, [id], {
			decides: "keep",
			keepUntil: until,
			reason: "An inquiry may ask for it",
		});
		expect(await standings("2050-06-29")).toEqual(["kept-until"]);
		expect(await standings(until)).toEqual(["due"]);
	});

	test("goes by the exception that says most of it", async () => {
		const { app } = partnership;
		await resolved(partnership);
		const rule = { years: 7, from: "end", atLeast: 6, afterwards: "review" } as const;
		const keep = { ...rule, afterwards: "keep" } as const;
		const { versionId } = partnership;
		const [found] = await listStanding(app, partnership.partnershipId, { today: "2060-01-01" });
		const of = {
			protocol: (await app.protocols.version(app.db, versionId)).id,
			stage: found?.difference.stage ?? "",
			ending: found?.difference.ending ?? "",
		};
		const byStage = { ...of, ending: null, rule: keep };
		const rules = (exceptions: (typeof usualSchedule)["exceptions"]) => ({
			...usualSchedule,
			exceptions,
		});
		const isDue = async (exceptions: (typeof usualSchedule)["exceptions"]) =>
			(
				await listStanding(app, partnership.partnershipId, {
					today: "2034-01-01",
					rules: rules(exceptions),
				})
			).length;
		expect(await isDue([byStage])).toBe(0);
		expect(await isDue([byStage, { ...of, rule }])).toBe(1);
	});
});

describe("two people", () => {
	test("the one who decided does not confirm, nor does anybody whose work it is not", async () => {
		const { app, people } = partnership;
		const id = await resolved(partnership);
		partnership.at(later);
		await decideRetention(app, dpo, [id], { decides: "dispose" });
		await expect(confirmDisposal(app, dpo, id)).rejects.toEqual(refused("not-your-own"));
		for (const other of [people.businessUnit, people.administrator, people.headteacher])
			expect(() => confirmDisposal(app, other, id)).toThrow(refused("not-yours"));
		expect(() => decideRetention(app, head, [id], { decides: "dispose" })).toThrow(
			refused("not-yours"),
		);
		expect(await listCertificates(app.db, partnership.partnershipId)).toEqual([]);
	});

	test("the second person says no, and it is due again", async () => {
		const { app } = partnership;
		const id = await resolved(partnership);
		partnership.at(later);
		await decideRetention(app, dpo, [id], { decides: "dispose" });
		await refuseDisposal(app, head, id, "The review is not over");
		expect(await standings()).toEqual(["due"]);
		await expect(confirmDisposal(app, head, id)).rejects.toEqual(refused("not-due"));
	});

	test("nothing that is on hold is decided, confirmed or removed, not even by hand", async () => {
		const { app, db } = partnership;
		const id = await resolved(partnership);
		partnership.at(later);
		await decideRetention(app, dpo, [id], { decides: "dispose" });
		await decideRetention(app, dpo, [id], { decides: "hold", reason: "A claim was made" });
		await expect(confirmDisposal(app, head, id)).rejects.toEqual(refused("not-due"));
		await expect(decideRetention(app, dpo, [id], { decides: "dispose" })).rejects.toEqual(
			refused("on-hold"),
		);
		await expect(
			sql`insert into disposal (id, partnership_id, number, difference_id, reference, agencies, rule, schedule_version,
					due_on, decided_by, decided_at, confirmed_by, disposed_at)
				values (gen_random_uuid(), ${partnership.partnershipId}, 1, ${id}, 'C1-2', '{}', 'by hand', 0,
					${due}, ${dpo.id}, now(), ${head.id}, now())`.execute(db),
		).rejects.toThrow("What is on hold is never disposed of");
		await liftLegalHold(app, dpo, id, "The claim was settled");
		await confirmDisposal(app, head, id);
		expect(await standings()).toEqual([]);
	});

	test("a schedule that keeps it longer now stops what was decided before", async () => {
		const { app } = partnership;
		const id = await resolved(partnership);
		partnership.at(later);
		await decideRetention(app, dpo, [id], { decides: "dispose" });
		const { differences } = usualSchedule;
		await saveSchedule(app, dpo, {
			read: 0,
			rules: { ...usualSchedule, differences: { ...differences, years: 75 } },
			why: "Our policy of 2044",
		});
		await expect(confirmDisposal(app, head, id)).rejects.toEqual(refused("not-due"));
	});

	test("nothing that is open is removed, not even by hand", async () => {
		const { db } = partnership;
		const id = await raiseByTeacher(partnership);
		await expect(
			sql`insert into disposal (id, partnership_id, number, difference_id, reference, agencies, rule, schedule_version,
					due_on, decided_by, decided_at, confirmed_by, disposed_at)
				values (gen_random_uuid(), ${partnership.partnershipId}, 1, ${id}, 'C1-2', '{}', 'by hand', 0,
					${due}, ${dpo.id}, now(), ${head.id}, now())`.execute(db),
		).rejects.toThrow("What is open is never disposed of");
		await expect(sql`select dispose_of(${id}::uuid)`.execute(db)).rejects.toThrow(
			"There is no certificate",
		);
	});
});

describe("what was disposed of", () => {
	test("is in no table any more, by its identifier, its child or a sentence, and what is left names nobody", async () => {
		const { app, db, people } = partnership;
		const id = await resolved(partnership);
		const other = await raiseByTeacher(partnership);
		const { reference } = await db
			.selectFrom("difference")
			.where("id", "=", id)
			.select("reference")
			.executeTakeFirstOrThrow();
		const webView = await partnership.read(people.businessUnit, `/differences/${id}`);
		expect(webView.statusCode).toBe(200);
		const { reference: stays } = await db
			.selectFrom("difference")
			.where("id", "=", other)
			.select("reference")
			.executeTakeFirstOrThrow();
		await sendListsOf([reference, stays], reference);
		await disposeOf(id);
		const listed = await db
			.selectFrom("message")
			.where("difference_id", "is", null)
			.where("kind", "in", ["each-morning", "dates-changed"])
			.select("notice")
			.execute();
		expect(listed.map((message) => notice.parse(message.notice))).toEqual([
			expect.objectContaining({
				kind: "each-morning",
				items: [expect.objectContaining({ reference: stays })],
			}),
		]);
		const { pool } = connect(partnership.databaseUrl(), { most: 1 });
		const { rows: tables } = await pool.query<{ name: string }>(
			"select tablename::text as name from pg_tables where schemaname = 'public' and tablename not in ('disposal', 'chain_entry', 'chain_head', 'checkpoint_head')",
		);
		for (const { name } of tables) {
			const { rows } = await pool.query<{ row: string }>(`select t::text as row from "${name}" t`);
			for (const { row } of rows) {
				expect([name, row.includes(id)]).toEqual([name, false]);
				expect([name, row.includes(reference)]).toEqual([name, false]);
				// The other difference is about the same child, and stays.
				if (row.includes(partnership.partnershipId) && !row.includes(other))
					expect([name, row.includes(said("issue in full"))]).toEqual([name, false]);
			}
		}
		await pool.end();
		const [certificate] = await listCertificates(app.db, partnership.partnershipId);
		expect(certificate).toMatchObject({
			number: 1,
			reference,
			decider: dpo.name,
			confirmer: head.name,
			scheduleVersion: 0,
			dueOn: due,
		});
		expect(certificate?.rows).toMatchObject({
			event: expect.any(Number),
			narrative: expect.any(Number),
		});
		expect(JSON.stringify(certificate)).not.toContain("Canary");
	});

	test("is a page that says so for those of its agencies who answer for it and the office, and no page for others", async () => {
		const { people } = partnership;
		const id = await resolved(partnership);
		await disposeOf(id);
		for (const somebody of [people.businessUnit, people.headteacher, people.director]) {
			const page = await partnership.read(somebody, `/differences/${id}`);
			expect(page.statusCode).toBe(410);
			expect(page.body).toContain("was disposed of on 5 January 2044");
			expect(page.body).not.toContain("Canary");
		}
		for (const somebody of [people.teacher, people.officer])
			expect((await partnership.read(somebody, `/differences/${id}`)).statusCode).toBe(404);
	});

	test("leaves a record that still proves itself, with its certificate in it", async () => {
		const { app, db, partnershipId } = partnership;
		const id = await resolved(partnership);
		await raiseByTeacher(partnership);
		await disposeOf(id);
		expect((await verifyRecord(app, partnershipId)).faults).toEqual([]);
		const links = await db
			.selectFrom("chain_entry")
			.where("chain_id", "=", partnershipId)
			.where("kind", "in", ["disposal", "retention_decision"])
			.select("kind")
			.execute();
		expect(links.map(({ kind }) => kind).sort()).toEqual(["disposal", "retention_decision"]);
	});

	test("its certificate refuses to be changed or removed", async () => {
		const { db } = partnership;
		await disposeOf(await resolved(partnership));
		for (const change of [
			sql`update disposal set reference = 'C1-9'`,
			sql`update disposal set rows = '{}'`,
			sql`delete from disposal`,
			sql`truncate disposal cascade`,
		])
			await expect(change.execute(db)).rejects.toThrow("only ever added to");
	});

	test("takes the files with it that were made beside the page and may hold it, and no pack without it", async () => {
		const { db, partnershipId } = partnership;
		const id = await resolved(partnership);
		const other = await raiseByTeacher(partnership);
		const kept = {
			partnershipId,
			personId: dpo.id,
			keptUntil: "2044-01-06T09:00:00Z",
			said: {},
			title: "A file",
			about: "What is in it",
		};
		const packOf = (differences: string[]) =>
			transact(db, async (trx) => {
				const pack = randomUUID();
				await addPack(trx, { ...kept, id: pack, begunAt: "2044-01-05T09:00:00Z" }, differences);
				return { is: "evidence", pack } as const;
			});
		const without = await packOf([other]);
		const all: AskedFile[] = [
			without,
			await packOf([other, id]),
			{ is: "evidence", pack: randomUUID() },
			{ is: "subject-access", request: randomUUID() },
		];
		for (const asked of all)
			await transact(db, async (trx) => {
				const file = randomUUID();
				const askedAt = "2044-01-05T09:00:00Z";
				await addDownload(trx, { ...kept, id: file, asked, askedAt });
				await saveDownloadPart(trx, file, 0, Buffer.from("Canary"));
				await saveMade(trx, file, { name: "file.zip", type: "application/zip", size: 6 }, 1);
			});
		await disposeOf(id);
		const left = await transact(db, (trx) => listDownloadsIn(trx, partnershipId));
		expect(left.map(({ asked }) => asked)).toEqual([without]);
		const parts = await db.selectFrom("download_part").select("download_id").execute();
		expect(parts).toEqual(left.map((file) => ({ download_id: file.id })));
	});

	test("its lesson stays, without the name in it", async () => {
		const { app, people, partnershipId } = partnership;
		const id = await resolved(partnership);
		partnership.at("2026-04-30T10:00");
		await recordLesson(
			app,
			people.businessUnit,
			{ difference: id, key: freshKey() },
			{
				theme: "thresholds",
				happened: "Two people waited for each other",
				shouldDiffer: "Say at once who rings, as with Canary",
				againOn: "2026-10-30",
				actions: [],
				namesNobody: true,
			},
		);
		const [recorded] = await listLessons(app.db, partnershipId);
		await lookAgain(app, people.businessUnit, recorded?.id ?? "", {
			found: "Canary was seen within a day",
			namesNobody: true,
		});
		await disposeOf(id);
		const [lesson] = await listLessons(app.db, partnershipId);
		expect(lesson).toMatchObject({
			again: { found: "[name] was seen within a day" },
			differenceId: null,
			happened: "Two people waited for each other",
			shouldDiffer: "Say at once who rings, as with [name]",
		});
	});

	test("reports on any period are the same to the last byte, before and after, for every reader", async () => {
		const { app, db, versionId } = partnership;
		const first = await resolved(partnership);
		partnership.at("2026-05-20T10:00");
		const second = await resolved(partnership);
		await toFormal(partnership, await raiseByTeacher(partnership), "forward");
		partnership.at("2026-09-01T10:00");
		await resolved(partnership);
		const protocol = await app.protocols.version(db, versionId);
		const day = fc
			.integer({ min: 0, max: 36 })
			.map((month) => Temporal.PlainDate.from("2025-01-01").add({ months: month }));
		const periods = fc.sample(
			fc.tuple(day, fc.integer({ min: 1, max: 12 })).map(([from, months]) => ({
				from: from.toString(),
				until: from.add({ months }).subtract({ days: 1 }).toString(),
			})),
			{ numRuns: 12, seed: 20440105 },
		);
		const reports = async () => {
			const all: string[] = [];
			for (const period of periods)
				for (const audience of ["business-unit", "subgroup", "partnership", "public"] as const) {
					const { behind: _, ...report } = (await publishedReport(
						app,
						partnership.partnershipId,
						protocol,
						period,
						{ audience, threshold: 3, today: period.until },
					)) as { behind?: unknown };
					all.push(JSON.stringify(report));
				}
			return all;
		};
		const before = await reports();
		expect(new Set(before).size).toBeGreaterThan(8);
		for (const id of [second, first]) await disposeOf(id);
		expect(await reports()).toEqual(before);
	});
});

describe("after a restore", () => {
	test("what a backup brought back is disposed of again, and the list outside keeps it", async () => {
		const { app, db } = partnership;
		const directory = mkdtempSync(join(tmpdir(), "concord-disposals-"));
		const id = await resolved(partnership);
		const stays = await raiseByTeacher(partnership);
		const backup = await backupOf(partnership.databaseUrl());
		await disposeOf(id);
		await listDisposalsOutside({ ...app, db, disposalLists: [directory] });
		const listed = readFileSync(join(directory, disposalListFile), "utf8");
		expect(listed).toContain(id);
		expect(listed).not.toContain("Canary");

		const place = await testDatabase({ empty: true });
		await restoredInto(place.url, backup);
		const restored = appOn(place.db, app.clock);
		const ids = async () =>
			(await place.db.selectFrom("difference").select("id").execute()).map((row) => row.id);
		expect(await ids()).toContain(id);
		expect(await disposeAgain(restored, [directory])).toBeGreaterThan(0);
		expect(await ids()).not.toContain(id);
		expect(await ids()).toContain(stays);
		const [certificate] = await listCertificates(place.db, partnership.partnershipId);
		expect(certificate).toMatchObject({
			differenceId: id,
			againAt: app.clock().toString({ smallestUnit: "millisecond" }),
		});
		expect(await disposeAgain(restored, [directory])).toBe(0);
		// A list that is written from there loses nothing.
		await listDisposalsOutside({ ...app, db: place.db, disposalLists: [directory] });
		expect(readFileSync(join(directory, disposalListFile), "utf8")).toContain(id);
		await place.drop();
	});

	test("a line that somebody wrote, or altered, destroys nothing: the start stops and says of which", async () => {
		const { app, db, people, partnershipId } = partnership;
		const directory = mkdtempSync(join(tmpdir(), "concord-disposals-"));
		const list = join(directory, disposalListFile);
		const id = await resolved(partnership);
		const another = await raiseByTeacher(partnership);
		await disposeOf(id);
		await listDisposalsOutside({ ...app, db, disposalLists: [directory] });
		const whole = readFileSync(list, "utf8");
		const start = () => disposeAgain({ ...app, db }, [directory]);
		expect(await start()).toBe(0);
		const { proof: _, ...line } = JSON.parse(whole.split("\n")[0] ?? "");
		for (const forged of [
			{ ...line, id: randomUUID(), differenceId: another, partnershipId },
			{ ...JSON.parse(whole.split("\n")[0] ?? ""), differenceId: another },
			{ ...line, differenceId: another, proof: Buffer.from(people.teacher.id).toString("base64") },
		]) {
			writeFileSync(list, `${whole}${JSON.stringify(forged)}\n`);
			await expect(start()).rejects.toThrow(
				/was not written by this Concord.*Nothing was destroyed/,
			);
		}
		expect(
			await db.selectFrom("difference").where("id", "=", another).select("id").execute(),
		).toHaveLength(1);
		writeFileSync(list, whole);
		expect(await start()).toBe(0);
	});

	test("a list of which a line is damaged stops the start, and no line is taken for none", async () => {
		const directory = mkdtempSync(join(tmpdir(), "concord-disposals-"));
		writeFileSync(join(directory, disposalListFile), '{"id":\n');
		await expect(disposeAgain(partnership.app, [directory])).rejects.toThrow(
			/Line 1 of .* is damaged/,
		);
		expect(await disposeAgain(partnership.app, [join(directory, "nowhere")])).toBe(0);
	});
});
