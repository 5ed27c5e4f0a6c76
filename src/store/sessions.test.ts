import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import type { SessionStore } from "@fastify/session";
import type { Session } from "fastify";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rolledBack, type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { saveAccount } from "./accounts.ts";
import { transact } from "./db.ts";
import { deleteEndedSessions, deleteSessionsOf, sessionStore } from "./sessions.ts";

let database: TestDatabase;
let store: SessionStore;
const ana = randomUUID();
const ben = randomUUID();

beforeAll(async () => {
	database = await testDatabase();
	store = sessionStore(database.db);
	const partnership_id = randomUUID();
	const agency_id = randomUUID();
	const { db } = database;
	await db
		.insertInto("partnership")
		.values({ id: partnership_id, name: "Somerset", path_name: "sessions", reference_prefix: "SO" })
		.execute();
	await db
		.insertInto("agency")
		.values({
			id: agency_id,
			partnership_id,
			name: "Brook Primary School",
			sector: "education",
		})
		.execute();
	for (const [id, name] of [
		[ana, "ana"],
		[ben, "ben"],
	] as const)
		await db
			.insertInto("person")
			.values({
				id,
				partnership_id,
				agency_id,
				name,
				job_title: "Teacher",
				email: `${name}@brook.example`,
				level: "practitioner",
				safeguarding_lead: false,
				offices: [],
			})
			.execute();
});
afterAll(() => database.drop());

const get = (sid: string) =>
	promisify<string, Session | null | undefined>(store.get.bind(store))(sid);
const set = (sid: string, session: object) =>
	promisify<string, Session>(store.set.bind(store))(sid, session as Session);
const destroy = (sid: string) => promisify<string>(store.destroy.bind(store))(sid);

const signedIn = (personId: string, expires = "2100-01-01T00:00:00.000Z") => ({
	personId,
	cookie: { expires, originalMaxAge: 1000, path: "/" },
});

test("a session comes back as it was kept", async () => {
	await set("kept", signedIn(ana));
	expect(await get("kept")).toEqual(signedIn(ana));
});

test("a session that is kept again is changed, not doubled", async () => {
	await set("again", signedIn(ana));
	await set("again", signedIn(ben));
	expect(await get("again")).toMatchObject({ personId: ben });
});

test("a visitor's session has no person", async () => {
	const { personId: _, ...visitor } = signedIn(ana);
	await set("visitor", visitor);
	expect(await get("visitor")).toEqual(visitor);
});

test("an unknown, a destroyed and an ended session are none", async () => {
	await set("destroyed", signedIn(ana));
	await destroy("destroyed");
	await set("ended", signedIn(ana, "2020-01-01T00:00:00.000Z"));
	for (const sid of ["unknown", "destroyed", "ended"]) expect(await get(sid)).toBeNull();
});

test("sessions that have ended are taken away, the others stay", async () => {
	await set("long ended", signedIn(ana, "2020-01-01T00:00:00.000Z"));
	await set("running", signedIn(ana));
	const left = await rolledBack(database.db, async (trx) => {
		await deleteEndedSessions(trx);
		return trx
			.selectFrom("session")
			.select("sid")
			.where("sid", "in", ["long ended", "running"])
			.execute();
	});
	expect(left).toEqual([{ sid: "running" }]);
});

test("an account is signed out everywhere, and no other is", async () => {
	await transact(database.db, async (trx) => {
		const at = Temporal.Instant.from("2026-03-26T10:00:00Z");
		for (const id of [ana, ben])
			await saveAccount(trx, at, { id, email: `${id}@brook.example`, passwordHash: null });
	});
	const of = (accountId: string) => ({ ...signedIn(accountId), accountId });
	await set("ana at work", of(ana));
	await set("ana on the road", of(ana));
	await set("ben", of(ben));
	await transact(database.db, (trx) => deleteSessionsOf(trx, ana));
	expect(await get("ana at work")).toBeNull();
	expect(await get("ana on the road")).toBeNull();
	expect(await get("ben")).toMatchObject({ accountId: ben });
});

test("that somebody was seen is written once a minute, and after an hour without them their session is over", async () => {
	const seen = async () => {
		const { seconds } = await database.db
			.selectFrom("session")
			.where("sid", "=", "seen")
			.select(sql<number>`extract(epoch from now() - seen_at)::float8`.as("seconds"))
			.executeTakeFirstOrThrow();
		return Math.round(seconds / 60);
	};
	const unseenFor = (seconds: number) =>
		sql`update session set seen_at = now() - make_interval(secs => ${seconds}) where sid = 'seen'`.execute(
			database.db,
		);
	await set("seen", signedIn(ana));
	const version = async () =>
		(
			await sql<{ xmin: string }>`select xmin::text from session where sid = 'seen'`.execute(
				database.db,
			)
		).rows[0]?.xmin;
	const before = await version();
	expect(await get("seen")).not.toBeNull();
	// Not so much as a row was written.
	expect(await version()).toBe(before);
	await unseenFor(600);
	expect(await get("seen")).not.toBeNull();
	expect(await seen()).toBe(0);
	await unseenFor(3600);
	expect(await get("seen")).toBeNull();
	await rolledBack(database.db, async (trx) => {
		await deleteEndedSessions(trx);
		expect(
			await trx.selectFrom("session").where("sid", "=", "seen").select("sid").execute(),
		).toEqual([]);
	});
});

test("what is kept in a session later makes it no longer", async () => {
	await set("absolute", signedIn(ana, "2090-01-01T00:00:00.000Z"));
	await set("absolute", signedIn(ben, "2100-01-01T00:00:00.000Z"));
	const { expires_at } = await database.db
		.selectFrom("session")
		.where("sid", "=", "absolute")
		.select("expires_at")
		.executeTakeFirstOrThrow();
	expect(expires_at.toISOString()).toBe("2090-01-01T00:00:00.000Z");
});
