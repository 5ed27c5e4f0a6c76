/** Concords of two versions before one database, as while they are brought to the newer one, one after the other. */
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deriveAgain } from "../src/jobs/derive-again.ts";
import { prepareDatabase } from "../src/jobs/prepare-database.ts";
import { connect } from "../src/store/connect.ts";
import { MigrationFault, migrate, shippedMigrations } from "../src/store/migrate.ts";
import { shapeOf, watchShape } from "../src/store/ready.ts";
import { acrossPartnerships } from "../src/store/scope.ts";
import { takeStartTurn } from "../src/store/start-turn.ts";
import { testKeys } from "./support/keys.ts";
import { officeForAll } from "./support/office.ts";
import { freshKey, raiseByTeacher } from "./support/partnership.ts";
import { visitorAs } from "./support/visitor.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
const shipped = "src/store/migrations";
const newer = mkdtempSync(join(tmpdir(), "concord-newer-"));
let pool: pg.Pool;

beforeAll(() => {
	({ pool } = connect(partnership.databaseUrl(), { most: 2 }));
	for (const file of readdirSync(shipped))
		symlinkSync(join(process.cwd(), shipped, file), join(newer, file));
});
afterAll(async () => {
	await pool.end();
	rmSync(newer, { recursive: true });
});

/** What a later version of Concord brings with it. */
const later = async (file: string, text: string) => {
	writeFileSync(join(newer, file), text);
	await migrate(pool, { directory: newer, keys: testKeys });
};

test("an older Concord serves on beside one that changed the database in a way that allows it, and starts there again", async () => {
	const old = partnership.serve();
	await later(
		"9001-a-word-more.sql",
		"-- Older versions serve on.\nalter table difference add column a_word_more text; create table a_thing_more (id int primary key);",
	);
	expect(await shapeOf(partnership.db)).toBe("ahead");
	expect((await old.inject("/ready")).body).toBe("ready\n");

	const id = await raiseByTeacher(partnership);
	const teacher = await visitorAs(old, partnership.people.teacher);
	expect((await teacher.get(`/differences/${id}`)).statusCode).toBe(200);
	await partnership.db
		.updateTable("difference")
		.set({ a_word_more: "Said by the newer one" } as never)
		.where("id", "=", id)
		.execute();
	const done = await teacher.post(`/differences/${id}/moves/withdraw`, {
		"withdrawal-reason": "Said by the older one",
		_key: freshKey(),
		_seen: "1",
		_do: "send-checked",
	});
	expect(done.statusCode).toBe(303);
	const { rows } = await pool.query("select a_word_more from difference where id = $1", [id]);
	expect(rows).toEqual([{ a_word_more: "Said by the newer one" }]);

	const started = await prepareDatabase(partnership.databaseUrl(), {
		across: "start",
		keys: testKeys,
	});
	expect(started.isAhead).toBe(true);
	await started.owner.destroy();
});

test("what an older Concord derives in its way meanwhile, a newer one works out again while it serves; never the other way", async () => {
	const [one, other] = [await raiseByTeacher(partnership), await raiseByTeacher(partnership)];
	await sql`update difference set derived_as = 0 where id = ${one}`.execute(partnership.db);
	await sql`update difference set derived_as = 9999 where id = ${other}`.execute(partnership.db);
	await acrossPartnerships("clock", () =>
		deriveAgain({ ...partnership.app, db: partnership.serving }),
	);
	const { rows } = await pool.query<{ id: string; derived_as: number }>(
		"select id, derived_as from difference where id = any($1)",
		[[one, other]],
	);
	const as = Object.fromEntries(rows.map((row) => [row.id, row.derived_as]));
	expect(as[one]).toBeGreaterThan(0);
	expect(as[other]).toBe(9999);
});

test("two that start at once take turns, and the second is told", async () => {
	const url = partnership.databaseUrl();
	const told: string[] = [];
	const first = await takeStartTurn(url, () => told.push("first waits"));
	const waits = Promise.withResolvers<void>();
	const second = takeStartTurn(url, () => {
		told.push("second waits");
		waits.resolve();
	});
	await waits.promise;
	await first();
	await (await second)();
	expect(told).toEqual(["second waits"]);
});

test("where an older Concord may not serve on it is not ready, says so plainly, keeps what was typed, and does not start", async () => {
	let passed = false;
	const told: string[] = [];
	const old = partnership.serve({ isPassed: () => passed });
	const id = await raiseByTeacher(partnership);
	const teacher = await visitorAs(old, partnership.people.teacher);
	await teacher.get(`/differences/${id}/moves/withdraw`);
	await later("9002-another-shape.sql", "alter table difference drop column a_word_more;");
	expect((await old.inject("/ready")).body).toBe("not ready\n");

	const seen = Promise.withResolvers<void>();
	const watch = watchShape(
		partnership.db,
		() => {
			told.push("passed");
			seen.resolve();
		},
		1,
	);
	await seen.promise;
	passed = watch.isPassed();
	watch.stop();
	expect(told).toEqual(["passed"]);

	const page = await teacher.get("/");
	expect(page.statusCode).toBe(503);
	expect(page.body).toContain("It is being brought to a new version");
	expect(page.headers["retry-after"]).toBe("30");
	const sent = await teacher.post(`/differences/${id}/moves/withdraw`, {
		"withdrawal-reason": "Typed while versions changed",
		_key: freshKey(),
		_do: "send-checked",
	});
	expect(sent.statusCode).toBe(503);
	expect(sent.body).toContain("Typed while versions changed");
	await expect(migrate(pool, { keys: testKeys })).rejects.toThrow(MigrationFault);
});

test("each migration that older versions may serve on says so in its first line, and changes no row that is there", () => {
	const said = shippedMigrations().filter(({ olderServes }) => olderServes);
	expect(said.map(({ file }) => file)).toContain("0106-versions-side-by-side.sql");
	for (const { file, text } of said) {
		expect(file >= "0106", file).toBe(true);
		// What an older version writes and reads stays: nothing is renamed, dropped, or made narrower.
		expect(text, file).not.toMatch(
			/\b(drop (table|column)|rename|set not null|alter column \w+ type)\b/i,
		);
		expect(text, file).not.toMatch(/add column (?!.*\bdefault\b)[^,;]*\bnot null\b/i);
	}
});
