import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { appOpeningAt } from "../../test/support/rehearsal.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { listPartnerships } from "../store/partnerships.ts";
import { findViewer } from "../store/people.ts";
import { findReport } from "../store/reports.ts";
import type { App } from "./app.ts";
import { elsewhere, exported, imported, linesOf } from "./leaving.fixture.ts";
import { sweep } from "./sweep.ts";
import { verifyRecord } from "./verify-record.ts";

/** The rehearsal has differences at every point of its protocols, two years of those before, lessons and a report. */
const opening = "2026-03-24T10:00";
let source: TestDatabase;
let target: TestDatabase;
let here: App;
let there: App;
beforeAll(async () => {
	source = await testDatabase({ rehearsal: opening });
	target = await testDatabase();
	here = appOpeningAt(source.db, opening);
	there = elsewhere(target, here.clock);
});
afterAll(async () => {
	await there?.db.destroy();
	await source?.drop();
	await target?.drop();
});

/** Somebody of a partnership who may take data out. */
async function exporterOf(partnershipId: string): Promise<Viewer> {
	const { rows } = await sql<{ id: string }>`select id from person
		where partnership_id = ${partnershipId} and 'exporter' = any (offices) order by name limit 1`.execute(
		here.db,
	);
	const by = rows[0] && (await findViewer(here.db, rows[0].id, here.clock()));
	if (!by) throw new Error("Nobody may take data out");
	return by;
}

/** What the import itself adds to. */
const grows = ["chain_entry", "chain_head", "export"];

test("both partnerships of the rehearsal come into an empty installation, one after the other, row by row as they were", async () => {
	for (const { id, name } of await listPartnerships(here.db)) {
		const { path } = await exported(here, here.db, await exporterOf(id));
		const before = await linesOf(here.db, id, here.signIn.seal);
		const came = await imported(there, path);
		expect([name, came.faults]).toEqual([name, []]);
		const after = await linesOf(there.db, id, there.signIn.seal);
		for (const [table, lines] of Object.entries(before))
			if (!grows.includes(table)) expect([table, after[table]]).toEqual([table, lines]);
		expect(after["chain_entry"]).toEqual(expect.arrayContaining(before["chain_entry"] ?? ["none"]));
	}
	const [first] = await listPartnerships(there.db);
	for (const { id } of await listPartnerships(there.db))
		expect((await verifyRecord(there, id, { files: true })).faults).toEqual([]);

	const report = await here.db
		.selectFrom("report_presented")
		.select(["report_id", "partnership_id"])
		.executeTakeFirstOrThrow();
	const reportIn = ({ db }: App) => findReport(db, report.partnership_id, report.report_id);
	expect((await reportIn(there))?.content).not.toBeNull();
	expect(await reportIn(there)).toEqual(await reportIn(here));

	// What time brings about is the same in both.
	const later = () => here.clock().add({ hours: 24 * 30 });
	expect(await sweep({ ...there, clock: later }, first?.id ?? "")).toEqual(
		await sweep({ ...here, clock: later }, first?.id ?? ""),
	);
});
