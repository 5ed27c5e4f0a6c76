import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastifySession from "@fastify/session";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deriveWhatIsOld } from "../src/actions/derive-again.ts";
import { connect } from "../src/store/connect.ts";
import { migrate } from "../src/store/migrate.ts";
import { openTold, selectSealed } from "../src/store/sealed-narrative.ts";
import { pages } from "../src/web/routes.ts";
import { buildServer } from "../src/web/server.ts";
import { type TestDatabase, testDatabase } from "./support/database.ts";
import { testKeys } from "./support/keys.ts";
import { officeForAll } from "./support/office.ts";
import { appOn, raisedTo, said } from "./support/partnership.ts";
import { enter, visitorAs } from "./support/visitor.ts";

/** What the first version kept, in the order of its tables. */
const tables = [
	"partnership",
	"agency",
	"person",
	"protocol_version",
	"difference",
	"difference_party",
	"difference_person",
	"event",
	"narrative",
	"open_step",
	"clock",
	"draft",
	"message",
	"reading",
];

const partnership = officeForAll({ at: "2026-03-26T10:00" });
const migrations = "src/store/migrations";
let old: TestDatabase;
let pool: pg.Pool;
let id: string;

/** A difference that was forwarded, as rows of the first version: what it has no column for was not there then. */
beforeAll(async () => {
	id = await raisedTo(partnership, "forward");
	old = await testDatabase({ empty: true });
	({ pool } = connect(old.url, { most: 4, limit: 900_000 }));
	const oldest = mkdtempSync(join(tmpdir(), "concord-oldest-"));
	const [first = ""] = readdirSync(migrations).sort();
	copyFileSync(join(migrations, first), join(oldest, first));
	await migrate(pool, { directory: oldest });
	rmSync(oldest, { recursive: true });
	const today = connect(partnership.databaseUrl(), { most: 1 });
	const client = await pool.connect();
	// What hangs together was whole where it comes from.
	await client.query("set session_replication_role = replica");
	for (const table of tables) {
		const { rows } =
			table === "narrative"
				? { rows: await inPlainText() }
				: await today.pool.query(`select to_jsonb(t) as row from ${table} t`);
		for (const { row } of rows)
			await client.query(
				`insert into ${table} overriding system value select * from jsonb_populate_record(null::${table}, $1)`,
				[JSON.stringify(row)],
			);
	}
	client.release(true);
	await today.db.destroy();
});
afterAll(async () => {
	await pool.end();
	await old.drop();
});

/** What is told, as the first version kept it. */
async function inPlainText() {
	const sealed = await selectSealed(partnership.db).execute();
	const opened = await openTold(partnership.db, sealed);
	return sealed.map(({ key_of: _of, key_wrapped: _wrapped, content: _sealed, ...row }, nth) => ({
		row: { ...row, ...opened[nth] },
	}));
}

const counts = async () =>
	Object.fromEntries(
		await Promise.all(
			tables.map(async (table) => {
				const { rows } = await pool.query(`select count(*)::int as count from ${table}`);
				return [table, rows[0].count];
			}),
		),
	);
const record = async () =>
	(await pool.query("select seq, type, at, by_person, detail from event order by seq")).rows;

test("from the first version to this one every row stays, the record says the same, and its page opens", async () => {
	const [before, entries] = [await counts(), await record()];
	expect(before.event).toBeGreaterThan(4);
	expect(before.narrative).toBeGreaterThan(4);
	await migrate(pool, { keys: testKeys });
	expect(await counts()).toEqual(before);
	expect(await record()).toEqual(entries);

	const app = appOn(old.db, partnership.app.clock);
	expect((await deriveWhatIsOld(app)).failures).toEqual([]);
	const web = buildServer(app, {
		sessions: new fastifySession.MemoryStore(),
		secret: "a secret that is only for this test, and long",
		routes: [...pages, enter],
	});
	try {
		expect((await web.inject("/ready")).body).toBe("ready\n");
		const teacher = await visitorAs(web, partnership.people.teacher);
		const page = await teacher.get(`/differences/${id}`);
		expect(page.statusCode).toBe(200);
		expect(page.body).toContain(said("outcome wanted"));
		const office = await visitorAs(web, partnership.people.businessUnit);
		const desk = await office.get("/business-unit");
		expect(desk.statusCode).toBe(200);
		expect(desk.body).toContain(id);
	} finally {
		await web.close();
	}
});

test("what was kept then is as unchangeable afterwards as what is kept now", async () => {
	await expect(pool.query("update event set type = 'other'")).rejects.toThrow();
	await expect(pool.query("delete from narrative")).rejects.toThrow();
});
