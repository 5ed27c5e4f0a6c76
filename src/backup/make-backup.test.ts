import { createHash } from "node:crypto";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { testPartnership } from "../../test/support/partnership.ts";
import { findLastBackup } from "../store/backups.ts";
import { keys, never, restoredInto } from "./backup.fixture.ts";
import { makeBackup, makeNightlyBackup } from "./make-backup.ts";

let database: TestDatabase;
let directory: string;

beforeAll(async () => {
	database = await testDatabase();
	await testPartnership(database.db);
});
afterAll(() => database.drop());
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "concord-backups-"));
});
afterEach(async () => {
	rmSync(directory, { recursive: true });
	await database.db.deleteFrom("backup").execute();
});

const at = (moment: string) => () => Temporal.Instant.from(moment);
const night = at("2026-03-24T02:30:00.4Z");
const make = (
	how: Partial<Parameters<typeof makeBackup>[0]> = {},
	progress?: (done: number) => void,
) =>
	makeBackup(
		{
			url: database.url,
			to: directory,
			publicKey: keys.publicKey,
			clock: night,
			signal: never,
			...how,
		},
		progress,
	);

test("a backup is one file, named for its moment, that its owner alone can read, and noted with its size and SHA-256", async () => {
	const made = await make();
	expect(readdirSync(directory)).toEqual(["concord-2026-03-24T023000Z.tar.zst.age"]);
	const bytes = readFileSync(made.path);
	expect(statSync(made.path).mode & 0o777).toBe(0o600);
	expect(made).toMatchObject({
		path: join(directory, "concord-2026-03-24T023000Z.tar.zst.age"),
		size: bytes.length,
		sha256: createHash("sha256").update(bytes).digest("hex"),
	});
	const { path, ...noted } = made;
	expect(await findLastBackup(database.db)).toEqual({
		good: { ...noted, startedAt: "2026-03-24T02:30:00.400Z", endedAt: "2026-03-24T02:30:00.400Z" },
		failed: undefined,
	});
});

test("nothing that stands in the database can be read in it without the private key", async () => {
	const { path } = await make();
	const bytes = readFileSync(path).toString("latin1");
	expect(bytes).toMatch(/^age-encryption\.org\/v1\n-> X25519 /);
	for (const inside of ["Amy Okafor", "backup.json", "Somerset", "person"])
		expect(bytes).not.toContain(inside);
});

test("a file may be named; one that is there is not written over", async () => {
	const to = join(directory, "before-the-upgrade.age");
	await make({ to });
	const before = readFileSync(to);
	await expect(make({ to })).rejects.toThrow(`${to} is there already. Name another file.`);
	expect(readFileSync(to)).toEqual(before);
	expect(readdirSync(directory)).toEqual(["before-the-upgrade.age"]);
});

test.each([
	["a directory that is not there, with a slash", (place: string) => join(place, "away/")],
	[
		"a directory that is not there, by a file in it",
		(place: string) => join(place, "away", "x.age"),
	],
])("%s is not made: it may be a disk that is not mounted", async (_what, of) => {
	await expect(make({ to: of(directory) })).rejects.toThrow(
		/is not there\. Make it, or mount it\./,
	);
	expect(readdirSync(directory)).toEqual([]);
	expect(await findLastBackup(database.db)).toMatchObject({
		good: undefined,
		failed: { wrong: expect.stringMatching(/is not there/) },
	});
});

test("one that is stopped leaves no file, and says that it was stopped", async () => {
	const stopping = new AbortController();
	await expect(make({ signal: stopping.signal }, () => stopping.abort())).rejects.toThrow(
		"It was stopped before it was done.",
	);
	expect(readdirSync(directory)).toEqual([]);
	expect((await findLastBackup(database.db)).failed?.wrong).toBe(
		"It was stopped before it was done.",
	);
});

test("a nightly backup keeps the newest of its directory and leaves alone what has another name", async () => {
	const name = (day: number) => `concord-2026-03-${day}T023000Z.tar.zst.age`;
	for (const day of [20, 21, 22, 23]) writeFileSync(join(directory, name(day)), "");
	for (const other of ["before-the-upgrade.age", "concord-notes.txt"])
		writeFileSync(join(directory, other), "");
	mkdirSync(join(directory, "older"));
	// One was killed yesterday, another is being written by somebody.
	for (const [part, hours] of [
		[`${name(19)}.part`, 24] as const,
		[`${name(18)}.part`, 0] as const,
	]) {
		writeFileSync(join(directory, part), "");
		const when = night().epochMilliseconds / 1000 - hours * 3600;
		utimesSync(join(directory, part), when, when);
	}
	await makeNightlyBackup(
		{ to: directory, publicKey: keys.publicKey, at: "02:30", keep: 3 },
		{ url: database.url, clock: night, signal: never },
	);
	expect(readdirSync(directory).sort()).toEqual(
		[
			"before-the-upgrade.age",
			"concord-notes.txt",
			"older",
			`${name(18)}.part`,
			name(22),
			name(23),
			name(24),
		].sort(),
	);
});

test("a nightly backup that fails removes none of those before it, and the last good one is still told", async () => {
	await make({ clock: at("2026-03-23T02:30:00Z") });
	const failing = makeNightlyBackup(
		{ to: join(directory, "away"), publicKey: keys.publicKey, at: "02:30", keep: 1 },
		{ url: database.url, clock: night, signal: never },
	);
	await expect(failing).rejects.toMatchObject({ code: "BACKUP_NO_PLACE" });
	expect(readdirSync(directory)).toHaveLength(1);
	expect(await findLastBackup(database.db)).toMatchObject({
		good: { file: "concord-2026-03-23T023000Z.tar.zst.age" },
		failed: { endedAt: "2026-03-24T02:30:00.400Z" },
	});
	await make({ clock: at("2026-03-24T09:00:00Z") });
	expect((await findLastBackup(database.db)).failed).toBeUndefined();
});

test("how much is done is told from nothing to all, for a backup and for a restore", async () => {
	const [making, restoring]: number[][] = [[], []];
	const { path } = await make({}, (done) => making?.push(done));
	const place = await testDatabase({ empty: true });
	await restoredInto(place.url, path, {}, (done) => restoring?.push(done));
	await place.drop();
	for (const told of [making ?? [], restoring ?? []]) {
		expect(told.length).toBeGreaterThan(3);
		expect(told).toEqual(told.toSorted((a, b) => a - b));
		expect(told.at(-1)).toBe(1);
	}
});
