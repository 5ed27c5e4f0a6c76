import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { testKeys } from "../../test/support/keys.ts";
import { testPartnership } from "../../test/support/partnership.ts";
import { connect } from "../store/connect.ts";
import { withinPartnership } from "../store/scope.ts";
import { overstepsOf, WallFault } from "../store/walls.ts";
import { prepareDatabase } from "./prepare-database.ts";

/** A server of somebody's own, whose owner of the tables is no superuser. */
let database: TestDatabase;
let admin: pg.Client;
const role = `owner_${process.pid}`;

beforeAll(async () => {
	database = await testDatabase({ empty: true });
	admin = new pg.Client(database.url);
	await admin.connect();
	await admin.query(`create role ${role} login password 'three plain words'`);
	await admin.query(`alter schema public owner to ${role}`);
	await admin.query(`grant create on database ${nameOf(database.url)} to ${role}`);
});
afterAll(async () => {
	await admin.query(
		`drop owned by ${role}_app, ${role}_serves, ${role} cascade; drop role ${role}_app, ${role}_serves, ${role}`,
	);
	await admin.end();
	await database.drop();
});

const nameOf = (url: string) => new URL(url).pathname.slice(1);
const urlAs = (name: string) => {
	const url = new URL(database.url);
	url.searchParams.set("user", name);
	url.searchParams.set("password", "three plain words");
	return url.href;
};
const prepare = (servingUrl?: string) =>
	prepareDatabase(urlAs(role), { across: "start", servingUrl, keys: testKeys });

test("an owner that may not make the user that serves is told what to do", async () => {
	const refused = prepare();
	await expect(refused).rejects.toThrow(WallFault);
	await expect(refused).rejects.toThrow(/alter role … createrole/);
});

test("an owner that is no superuser makes it, works past its own walls, and what serves does not", async () => {
	await admin.query(`alter role ${role} createrole`);
	// A second start finds everything as it is.
	await (await prepare()).owner.destroy();
	const { owner, serving } = await prepare();
	const { partnershipId } = await testPartnership(owner, 1);
	await testPartnership(owner, 2);
	expect((await owner.selectFrom("partnership").select("id").execute()).length).toBe(2);
	const { db } = connect(serving.url, { most: 1 });
	expect(serving.role).toBe(`${role}_app`);
	expect(await overstepsOf(db)).toEqual([]);
	const seen = () => db.selectFrom("person").select("partnership_id").distinct().execute();
	expect(await seen()).toEqual([]);
	expect(await withinPartnership({ partnershipId }, seen)).toEqual([
		{ partnership_id: partnershipId },
	]);
	await db.destroy();
	await owner.destroy();
});

test("a user that somebody made to serve is given what it needs; the owner’s own is refused", async () => {
	await admin.query(`create role ${role}_serves login password 'three plain words'`);
	const { owner, serving } = await prepare(urlAs(`${role}_serves`));
	const { db } = connect(serving.url, { most: 1, across: "command" });
	expect(await overstepsOf(db)).toEqual([]);
	expect((await db.selectFrom("partnership").select("id").execute()).length).toBe(2);
	await db.destroy();
	await owner.destroy();
	await expect(prepare(urlAs(role))).rejects.toThrow(/name the same user/);
});
