import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testDatabase } from "../../test/support/database.ts";
import { officeForAll } from "../../test/support/office.ts";
import { makeOneTimeLink } from "../actions/one-time-link.ts";
import { saveAccount } from "../store/accounts.ts";
import { transact } from "../store/db.ts";
import { backup } from "./backup.ts";
import { backupKeygen } from "./backup-keygen.ts";
import { calling, fileWith, forReal, placeOf } from "./command.fixture.ts";
import { restore } from "./restore.ts";

const office = officeForAll({ at: "2026-03-30T10:00" });
const concord = calling(backupKeygen, backup, restore);
const withDatabase = (args: string[], more: Record<string, string> = {}) =>
	concord(args, "", { DATABASE_URL: office.databaseUrl(), ...more });

/** Makes a pair. @returns the public key */
async function pairIn(file: string): Promise<string> {
	const { out } = await concord(["backup", "keygen", "--out", file]);
	return out.trim();
}

test("keygen writes the private key to a file of its owner alone, once, and prints the public one", async () => {
	const file = placeOf("once.txt");
	const told = await concord(["backup", "keygen", "--out", file]);
	expect(told).toMatchObject({ code: 0, out: expect.stringMatching(/^age1[a-z0-9]{58}\n$/) });
	expect(told.err).toContain("Keep it in two places that are not this machine");
	const text = readFileSync(file, "utf8");
	expect(text).toMatch(
		/^# created: 2026-10-05T09:00:00Z\n# public key: age1\w{58}\nAGE-SECRET-KEY-1\w{58}\n$/,
	);
	expect(text).toContain(told.out.trim());
	expect(statSync(file).mode & 0o777).toBe(0o600);

	const again = await concord(["backup", "keygen", "--out", file]);
	expect(again).toMatchObject({ code: 2, out: "", err: expect.stringContaining("there already") });
	expect(readFileSync(file, "utf8")).toBe(text);
});

test("a backup by one command, and the restore of it by another into an empty database", async () => {
	const identity = placeOf("key.txt");
	const key = await pairIn(identity);
	const file = placeOf("all.age");
	await transact(office.db, async (trx) => {
		const personId = office.people.teacher.id;
		const accountId = randomUUID();
		const email = "somebody@example.org";
		await saveAccount(trx, office.app.clock(), { id: accountId, email, passwordHash: null });
		await makeOneTimeLink(office.app, trx, { kind: "invitation", personId });
		await makeOneTimeLink(office.app, trx, { kind: "new-password", accountId });
	});
	const made = await withDatabase(["backup", "--to", file, "--key", key]);
	expect(made.code).toBe(0);
	expect(made.out).toMatch(new RegExp(`^[0-9a-f]{64}  ${file}\n$`));
	expect(made.err).toContain("Backing up: 100%");

	// Made without CONCORD_MODE, and of real people all the same: no rehearsal takes it.
	const place = await testDatabase({ empty: true });
	const put = ["restore", file, "--identity", identity];
	const asRehearsal = await concord(put, "", { DATABASE_URL: place.url });
	expect([asRehearsal.code, asRehearsal.err]).toEqual([
		1,
		expect.stringContaining("This is a backup of real people"),
	]);
	const restored = await concord(put, "", { ...forReal, DATABASE_URL: place.url });
	expect(restored.err).toContain("Restoring: 100%");
	expect(restored).toMatchObject({
		code: 0,
		out: expect.stringMatching(/^Restored as of .*: one partnership, \d+ rows of \d+ tables/),
	});
	const people = await place.db.selectFrom("person").select("id").execute();
	expect(people.length).toBe(Object.keys(office.people).length);

	// Addresses that may have been used since work no more; invitations do.
	const left = await place.db
		.selectFrom("one_time_link")
		.where("revoked_at", "is", null)
		.select("kind")
		.execute();
	expect(left).toEqual([{ kind: "invitation" }]);

	const again = await concord(put, "", { ...forReal, DATABASE_URL: place.url });
	expect(again).toMatchObject({
		code: 1,
		out: "",
		err: expect.stringContaining("There is something in this database already."),
	});
	await place.drop();
});

test("the settings say where to and with which key; the call may say otherwise", async () => {
	const key = await pairIn(placeOf("settings.txt"));
	const to = placeOf("by-settings");
	const settings = { CONCORD_BACKUP_TO: to, CONCORD_BACKUP_KEY: key };
	expect(await withDatabase(["backup"], settings)).toEqual({
		code: 1,
		out: "",
		err: `${to} is not there. Make it, or mount it.\n`,
	});
	mkdirSync(to);
	expect((await withDatabase(["backup"], settings)).out).toContain(join(to, "concord-2026-10-05T"));
	const other = placeOf("by-call.age");
	expect((await withDatabase(["backup", "--to", other], settings)).out).toContain(other);
});

test("one that is stopped says so with the exit code of programs that were", async () => {
	const key = await pairIn(placeOf("stopped.txt"));
	const told = await concord(
		["backup", "--to", placeOf("stopped.age"), "--key", key],
		"",
		{ DATABASE_URL: office.databaseUrl() },
		AbortSignal.abort(),
	);
	expect(told).toMatchObject({ code: 130, out: "", err: "It was stopped before it was done.\n" });
});

test.each([
	[["backup"], "Say where to"],
	[["backup", "--to", "x.age"], "Say with which key"],
	[["backup", "--to", "x.age", "--key", "AGE-SECRET-KEY-1ABC"], "‘AGE-SECR…’ is no public key"],
	[["restore", "--identity", "x"], "Name one file"],
	[["restore", "x.age"], "Say where the private key is"],
	[["restore", "x.age", "--identity", "nowhere.txt"], "There is no file ‘nowhere.txt’"],
	[
		["restore", "x.age", "--identity", fileWith("public.txt", "age1abc\n")],
		"There is no private key in",
	],
])("concord %j is a wrong call", async (args, said) => {
	expect(await withDatabase(args)).toMatchObject({
		code: 2,
		out: "",
		err: expect.stringContaining(said),
	});
});

test("a backup that is not there is said in a line", async () => {
	const identity = placeOf("none.txt");
	await pairIn(identity);
	expect(await withDatabase(["restore", "nowhere.age", "--identity", identity])).toEqual({
		code: 1,
		out: "",
		err: "There is no file nowhere.age.\n",
	});
});
