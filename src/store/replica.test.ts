import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testKeys } from "../../test/support/keys.ts";
import { type Line, lineTo } from "../../test/support/line-to-database.ts";
import { officeForAll } from "../../test/support/office.ts";
import { freshKey, raiseByTeacher } from "../../test/support/partnership.ts";
import { visitorAs } from "../../test/support/visitor.ts";
import { connect } from "./connect.ts";
import { type Db, transact } from "./db.ts";
import { asServing, findReplica, openReplica, type Replica } from "./replica.ts";
import { type ScopeHeld, underScope } from "./scope.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
let line: Line;
let far: pg.Pool;
let db: Db;
/** How often a connection of the replica was asked for, and given up. */
let [asked, givenUp] = [0, 0];
let isUsable = true;

/** A server that takes no writing, as one that follows; it is asked over a line. */
beforeAll(async () => {
	line = await lineTo(partnership.databaseUrl());
	const { rows } = await sql<{ role: string }>`select current_user as role`.execute(
		partnership.serving,
	);
	far = new pg.Pool({
		connectionString: line.url,
		options: `-c default_transaction_read_only=on -c role=${rows[0]?.role}`,
		max: 2,
	});
	far.on("error", () => {});
	far.on("connect", (client) => client.on("error", () => {}));
	const replica: Replica = {
		pool: {
			connect: () => {
				asked += 1;
				return far.connect();
			},
		} as pg.Pool,
		isUsable: () => isUsable,
		giveUp: () => {
			givenUp += 1;
		},
		look: async () => {},
		stop: async () => {},
	};
	({ db } = connect(partnership.databaseUrl(), {
		most: 3,
		limit: 900_000,
		keys: testKeys,
		across: "command",
		replica,
	}));
});
afterAll(async () => {
	await Promise.all([db.destroy(), far.end()]);
	await line.close();
});
beforeEach(async () => {
	await line.mend();
	[asked, givenUp, isUsable] = [0, 0, true];
});

const old = <T>(work: () => Promise<T>): Promise<T> =>
	underScope({ scope: { partnershipId: partnership.partnershipId }, mayBeOld: true }, work);
const agencies = () => db.selectFrom("agency").select("partnership_id").execute();

test("what may be old is read from the replica, for one partnership as everywhere; nothing else is", async () => {
	await partnership.another();
	const seen = await old(agencies);
	expect(asked).toBe(1);
	expect(new Set(seen.map(({ partnership_id }) => partnership_id))).toEqual(
		new Set([partnership.partnershipId]),
	);
	const now: ScopeHeld = { scope: { partnershipId: partnership.partnershipId } };
	expect((await underScope(now, agencies)).length).toBeGreaterThan(0);
	isUsable = false;
	expect((await old(agencies)).length).toBeGreaterThan(0);
	expect(asked).toBe(1);
});

test("what is written, and what is read to be written, is done where everything is written", async () => {
	const id = await raiseByTeacher(partnership);
	await old(() =>
		transact(db, async (trx) => {
			await trx.selectFrom("difference").where("id", "=", id).select("id").forUpdate().execute();
			await trx.updateTable("difference").set({ derived_as: 1 }).where("id", "=", id).execute();
		}),
	);
	expect(asked).toBe(0);
	// Reads by its first word, and writes.
	await old(() =>
		sql`with it as (update difference set derived_as = 2 where id = ${id} returning id) select id from it`.execute(
			db,
		),
	);
	expect([asked, givenUp]).toEqual([1, 0]);
	const row = await partnership.db
		.selectFrom("difference")
		.where("id", "=", id)
		.select("derived_as")
		.executeTakeFirst();
	expect(row?.derived_as).toBe(2);
});

test("a replica that is away is given up, and the question asked again where everything is written", async () => {
	await old(agencies);
	await line.cut();
	expect((await old(agencies)).length).toBeGreaterThan(0);
	expect([asked, givenUp]).toEqual([2, 1]);
});

test("how far a replica is is looked up; what is too old, or cannot be asked, is not used", async () => {
	let now = 0;
	const replica = openReplica(line.url, partnership.databaseUrl(), { every: 0, now: () => now });
	expect(replica.isUsable()).toBe(false);
	await replica.look();
	expect(replica.isUsable()).toBe(true);
	now = 10_001;
	expect(replica.isUsable()).toBe(false);
	await replica.look();
	expect(replica.isUsable()).toBe(true);
	replica.giveUp();
	expect(replica.isUsable()).toBe(false);
	await line.cut();
	await replica.look();
	expect(replica.isUsable()).toBe(false);
	await replica.stop();
	expect(await findReplica(line.url, partnership.databaseUrl())).toBe("away");
	await line.mend();
	expect(await findReplica(line.url, partnership.databaseUrl())).toBe("leads-itself");
});

test("a page that may be old asks the replica, but not just after its reader did something", async () => {
	const web = partnership.serve({ hasReplica: true }, { db });
	const id = await raiseByTeacher(partnership);
	const teacher = await visitorAs(web, partnership.people.teacher);
	expect((await teacher.get("/differences")).statusCode).toBe(200);
	expect(asked).toBeGreaterThan(0);

	await teacher.get(`/differences/${id}/moves/withdraw`);
	asked = 0;
	const done = await teacher.post(`/differences/${id}/moves/withdraw`, {
		"withdrawal-reason": "The family has moved away",
		_key: freshKey(),
		_seen: "1",
		_do: "send-checked",
	});
	expect(done.statusCode).toBe(303);
	await teacher.get(`/differences/${id}`);
	await teacher.get("/differences");
	expect(asked).toBe(0);
	partnership.at("2026-03-26T10:01");
	await teacher.get("/differences");
	expect(asked).toBeGreaterThan(0);
});

test.each([
	[
		"postgres://elsewhere:5433/concord",
		"postgres://serves:word@here/concord",
		"postgres://serves:word@elsewhere:5433/concord",
	],
	[
		"postgres://owner:other@elsewhere/concord",
		"postgres://serves@here/concord",
		"postgres://serves@elsewhere/concord",
	],
	[
		"postgres:///concord?host=/run/replica",
		"postgres:///concord?host=/run/first&user=serves",
		"postgres:///concord?host=%2Frun%2Freplica&user=serves",
	],
])("%s is asked as the role that serves at %s", (said, serving, at) => {
	expect(asServing(said, serving)).toBe(at);
});
