import { Readable } from "node:stream";
import { sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { testPartnership } from "../../test/support/partnership.ts";
import { connect } from "./connect.ts";
import { type Db, transact } from "./db.ts";
import {
	acrossPartnerships,
	inThisScope,
	type ScopeHeld,
	underScope,
	withinPartnership,
} from "./scope.ts";

let database: TestDatabase;
/** One connection, as what serves has it: outside any scope it finds nothing. */
let db: Db;
let pool: pg.Pool;
const told: string[] = [];
let ours: string;
let theirs: string;

beforeAll(async () => {
	database = await testDatabase();
	ours = (await testPartnership(database.db, 1)).partnershipId;
	theirs = (await testPartnership(database.db, 2)).partnershipId;
	({ db, pool } = connect(database.servingUrl, { most: 1 }));
	pool.on("connect", (client) => {
		const query = client.query.bind(client);
		client.query = ((asked: { text: string; values: string[] } | string) => {
			if (typeof asked === "object" && asked.text.includes("set_config"))
				told.push(asked.values.join(" ").trim());
			return query(asked);
		}) as never;
	});
});
afterAll(async () => {
	await db.destroy();
	await database.drop();
});

const whose = async (on: Db = db): Promise<string[]> => {
	const rows = await on.selectFrom("agency").select("partnership_id").distinct().execute();
	return rows.map((row) => row.partnership_id).sort();
};

test("who asks for one partnership finds its rows, who asks for all finds all, and who asks for nobody none", async () => {
	expect(await whose()).toEqual([]);
	expect(await withinPartnership({ partnershipId: ours }, whose)).toEqual([ours]);
	expect(await withinPartnership({ partnershipId: theirs }, whose)).toEqual([theirs]);
	expect(await acrossPartnerships("clock", whose)).toEqual([ours, theirs].sort());
	expect(await whose()).toEqual([]);
});

test("the database is told only where it is another than the connection had", async () => {
	await withinPartnership({ partnershipId: ours }, whose);
	told.length = 0;
	await withinPartnership({ partnershipId: ours }, async () => {
		await whose();
		await whose();
	});
	await withinPartnership({ partnershipId: ours }, whose);
	expect(told).toEqual([]);
	await withinPartnership({ partnershipId: theirs }, whose);
	expect(told).toEqual([theirs]);
});

test("a transaction keeps what it began with, and one that fell leaves nothing behind", async () => {
	const fell = new Error("As meant");
	await expect(
		withinPartnership({ partnershipId: ours }, () =>
			transact(db, async (trx) => {
				expect(await withinPartnership({ partnershipId: theirs }, () => whose(trx))).toEqual([
					ours,
				]);
				throw fell;
			}),
		),
	).rejects.toBe(fell);
	expect(await withinPartnership({ partnershipId: theirs }, whose)).toEqual([theirs]);
	expect(await withinPartnership({ partnershipId: ours }, whose)).toEqual([ours]);
});

test("what a transaction that fell was the first to ask for, the next asks for as well", async () => {
	const undone = new Error("undone");
	for (const whom of [theirs, ours])
		await withinPartnership({ partnershipId: whom }, async () => {
			await expect(
				transact(db, async (trx) => {
					expect(await whose(trx)).toEqual([whom]);
					throw undone;
				}),
			).rejects.toBe(undone);
			expect(await whose()).toEqual([whom]);
		});
});

test("many at once each find their own, on however few connections", async () => {
	const both = [ours, theirs];
	const found = await Promise.all(
		Array.from({ length: 20 }, (_, index) =>
			withinPartnership({ partnershipId: both[index % 2] as string }, whose),
		),
	);
	expect(found).toEqual(found.map((_, index) => [both[index % 2]]));
});

test("what it is may be said later, as of a request of which it is not known yet who asks", async () => {
	const asks: ScopeHeld = { scope: { across: "who-asks" } };
	await underScope(asks, async () => {
		expect(await whose()).toHaveLength(2);
		asks.scope = { partnershipId: ours };
		expect(await whose()).toEqual([ours]);
		asks.scope = "nobody";
		expect(await whose()).toEqual([]);
	});
});

test("what is read later, by whoever takes it, is read for whom it was asked", async () => {
	const pieces = withinPartnership({ partnershipId: ours }, () =>
		inThisScope(
			(async function* () {
				for (let number = 0; number < 3; number++) yield await whose();
			})(),
		),
	);
	const read: string[][] = [];
	for await (const piece of Readable.from(pieces)) read.push(piece);
	expect(read).toEqual([[ours], [ours], [ours]]);
});

test("whether there are several partnerships is known to each, and nothing else of the others", async () => {
	await withinPartnership({ partnershipId: ours }, async () => {
		const { rows } = await sql<{ several: boolean; seen: number }>`
			select has_several_partnerships() as several, (select count(*)::int from partnership) as seen`.execute(
			db,
		);
		expect(rows).toEqual([{ several: true, seen: 1 }]);
	});
});
