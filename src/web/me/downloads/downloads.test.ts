import { unzipSync } from "fflate";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { raisedTo } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import {
	deleteDownloadsOver,
	mostFormsAtOnce,
	withdrawDownloadsThatMayHold,
} from "../../../actions/download.ts";
import { runTask } from "../../../actions/run-task.ts";
import { readTable } from "../../../beside/table/read-table.ts";
import { askForAllPeople, transact } from "../../../store/db.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
const log = "/business-unit/log";
const office = () => partnership.visitor(partnership.people.businessUnit);

async function beside(): Promise<void> {
	for (const job of partnership.queued.splice(0))
		if (job.name === "run-task") await runTask(partnership.app, job.data.taskId);
}

const kept = (table: "download" | "download_part") =>
	partnership.db
		.selectFrom(table)
		.where("partnership_id", "=", partnership.partnershipId)
		.select("partnership_id")
		.execute();

/** Copies of a difference, as the office's log counts them. */
async function manyLike(id: string, count: number): Promise<void> {
	const { db } = partnership;
	await sql`create temporary table copy as select n, gen_random_uuid() as id from generate_series(1, ${sql.lit(count)}) as n`.execute(
		db,
	);
	await sql`
		insert into difference select copy.id, partnership_id, 'COPY-' || n, protocol_version_id, raising_agency_id,
			receiving_agency_id, raised_by, raised_at, status, stage, ending, ended_at, last_seq
		from difference, copy where difference.id = ${id}`.execute(db);
	const { rows } = await sql<{ name: string }>`
		select column_name as name from information_schema.columns where table_name = 'difference_party'
			and column_name <> 'difference_id' and is_generated = 'NEVER'`.execute(db);
	const columns = sql.join(rows.map(({ name }) => sql.ref(name)));
	await sql`
		insert into difference_party (difference_id, ${columns})
		select copy.id, ${columns} from difference_party, copy where difference_id = ${id}`.execute(db);
}

const ask = async (format: "csv" | "xlsx", query = "") => {
	const visitor = await office();
	const { headers } = await visitor.post(`${log}/download`, { query, format });
	return String(headers.location);
};

test("a log of few forms is taken away at once; one of many is made beside the page, whatever address is asked", async () => {
	const id = await raisedTo(partnership, "forward");
	const visitor = await office();
	expect((await visitor.get(`${log}.csv`)).headers["content-type"]).toContain("text/csv");
	await partnership.db.connection().execute(async () => manyLike(id, mostFormsAtOnce));
	for (const ending of ["csv", "xlsx"]) {
		const sent = await visitor.get(`${log}.${ending}?status=open`);
		expect(sent.statusCode).toBe(303);
		expect(sent.headers.location).toBe(`${log}/download?status=open`);
	}
	const page = await visitor.open(`${log}/download?status=open`);
	expect(page.words).toContain("Download 1,001 rows");
	expect(page.words).toContain("Make an Excel workbook");
	expect(await faultsIn(page.body)).toEqual([]);

	const made = await visitor.open(await ask("csv", "status=open"));
	expect(made.words).toContain("Making your file");
	expect(await faultsIn(made.body)).toEqual([]);
	await beside();
	const ready = await visitor.open(made.url);
	expect(ready.words).toContain("Your file is ready");
	expect(ready.words).toContain("Log of forms as CSV: Still open. Download");
	expect(await faultsIn(ready.body)).toEqual([]);
	const { body, headers } = await visitor.get(`${made.url}/file`);
	expect(body.trim().split("\r\n")).toHaveLength(1 + mostFormsAtOnce + 1);
	expect(headers["content-disposition"]).toContain("log-of-forms-2026-03-30.csv");
	const list = await visitor.open("/downloads");
	expect(list.words).toMatch(/Log of forms as CSV Still open Ready, .* in 24 hours/);
	expect(await faultsIn(list.body)).toEqual([]);
});

test("a file that is made beside the page holds what the page's own files hold, and what was asked for twice is made once", async () => {
	await raisedTo(partnership, "forward");
	const one = await ask("xlsx", "columns=reference&columns=raised");
	expect(await ask("xlsx", "columns=reference&columns=raised")).toBe(one);
	await beside();
	const visitor = await office();
	const file = await visitor.get(`${one}/file`);
	const same = await visitor.get(`${log}.xlsx?columns=reference&columns=raised`);
	expect(await readTable(file.rawPayload)).toEqual(await readTable(same.rawPayload));
});

test("a report in all formats is one zip of the files that it can be taken away as", async () => {
	await raisedTo(partnership, "forward");
	const visitor = await office();
	const { headers } = await visitor.post(
		"/reports/somerset-rpd/2025-10-01/2026-03-31/for/subgroup",
	);
	await beside();
	const page = await visitor.open(String(headers.location));
	expect(page.words).toMatch(/Your file is ready Report in all formats: .*, for the subgroup\./);
	const zip = unzipSync((await visitor.get(`${page.url}/file`)).rawPayload);
	const name = "report-somerset-rpd-2025-10-01-to-2026-03-31-subgroup";
	expect(Object.keys(zip).sort()).toEqual(
		["csv", "docx", "pdf", "xlsx"].map((ending) => `${name}.${ending}`),
	);
	const csv = await visitor.get("/reports/somerset-rpd/2025-10-01/2026-03-31/for/subgroup/csv");
	expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(zip[`${name}.csv`])).toBe(csv.body);
});

test("nobody but whoever asked finds it, and they only as long as they may take the log away", async () => {
	await raisedTo(partnership, "forward");
	const url = await ask("csv");
	await beside();
	const { people, db } = partnership;
	for (const person of ["headteacher", "director", "officer"] as const)
		for (const address of ["/downloads", url, `${url}/file`])
			expect((await partnership.read(people[person], address)).statusCode).toBe(404);
	await sql`update person set offices = '{business-unit,exporter}' where id = ${people.headteacher.id}`.execute(
		db,
	);
	for (const address of [url, `${url}/file`])
		expect((await partnership.read(people.headteacher, address)).statusCode).toBe(404);
	expect(await partnership.words(people.headteacher, "/downloads")).toContain(
		"You have no downloads",
	);
	await sql`update person set offices = '{}' where id = ${people.businessUnit.id}`.execute(db);
	for (const address of ["/downloads", url, `${url}/file`])
		expect((await partnership.read(people.businessUnit, address)).statusCode).toBe(404);
});

test("what is asked for by somebody who reads the log no more is not made", async () => {
	await raisedTo(partnership, "forward");
	await ask("csv");
	const { people, db } = partnership;
	await sql`update person set offices = '{}' where id = ${people.businessUnit.id}`.execute(db);
	await beside();
	expect(await kept("download_part")).toEqual([]);
});

test("a file is deleted a day after it was asked for, and before when somebody says so", async () => {
	await raisedTo(partnership, "forward");
	const [one, thrown] = [await ask("csv"), await ask("xlsx")];
	await beside();
	const visitor = await office();
	await visitor.post(`${thrown}/throw-away`);
	expect((await visitor.get(`${thrown}/file`)).statusCode).toBe(404);
	partnership.at("2026-03-31T09:59");
	await deleteDownloadsOver(partnership.app);
	expect(await kept("download")).toHaveLength(1);
	expect((await visitor.get(`${one}/file`)).statusCode).toBe(200);
	partnership.at("2026-03-31T10:01");
	expect((await visitor.get(`${one}/file`)).statusCode).toBe(404);
	await deleteDownloadsOver(partnership.app);
	expect(await kept("download")).toEqual([]);
	expect(await kept("download_part")).toEqual([]);
});

test("a file that is thrown away while it is made is not kept", async () => {
	await raisedTo(partnership, "forward");
	const url = await ask("csv");
	const visitor = await office();
	const page = await visitor.open(url);
	expect(page.words).toContain("Stop and delete it");
	await visitor.post(`${url}/throw-away`);
	await beside();
	expect((await visitor.get(url)).statusCode).toBe(404);
	expect(await kept("download_part")).toEqual([]);
});

test("a file that a disposal took is told of where its asker looks for it, without what was in it, until its day is over", async () => {
	const id = await raisedTo(partnership, "forward");
	const [made, waiting] = [await ask("csv"), await ask("xlsx", "status=open")];
	const [first, ...later] = partnership.queued.splice(0);
	if (first?.name === "run-task") await runTask(partnership.app, first.data.taskId);
	const { app, partnershipId, people } = partnership;
	await transact(app.db, async (trx) => {
		await askForAllPeople(trx);
		await withdrawDownloadsThatMayHold(trx, partnershipId, id, app.clock().toString());
	});
	partnership.queued.push(...later);
	await beside();
	const visitor = await office();
	const list = await visitor.open("/downloads");
	expect(list.words.match(/Withdrawn: it may hold something that is kept no longer/g)).toHaveLength(
		2,
	);
	expect(list.words).not.toContain("status");
	for (const url of [made, waiting]) {
		const sent = await visitor.get(`${url}/file`);
		expect([sent.statusCode, sent.headers.location]).toEqual([303, url]);
		const page = await visitor.open(url);
		expect(await faultsIn(page.body)).toEqual([]);
		expect(page.words).toContain("It was deleted before its time");
		expect(page.words).not.toMatch(/C\d+-|disposed|Open only/);
		expect((await partnership.read(people.headteacher, url)).statusCode).toBe(404);
	}
	expect(await kept("download_part")).toEqual([]);
	partnership.at("2026-03-31T10:01");
	expect((await visitor.get(made)).statusCode).toBe(404);
});
