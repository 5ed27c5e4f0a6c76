import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/support/database.ts";
import { testInstallationKey, testKeyFile } from "../../test/support/keys.ts";
import { officeForAll } from "../../test/support/office.ts";
import { raiseByTeacher } from "../../test/support/partnership.ts";
import { openKeyHolder } from "../key-holders/open-key-holder.ts";
import { type TransitService, transitService } from "../key-holders/transit.fixture.ts";
import { keyringFrom } from "../keys/keyring.ts";
import { connect } from "../store/connect.ts";
import { openTold, selectSealed } from "../store/sealed-narrative.ts";
import { backup } from "./backup.ts";
import { backupKeygen } from "./backup-keygen.ts";
import { calling, fileWith, forReal, placeOf } from "./command.fixture.ts";
import { exportCommand } from "./export.ts";
import { keysCheck } from "./keys-check.ts";
import { keysForget } from "./keys-forget.ts";
import { keysMake } from "./keys-make.ts";
import { keysRotate } from "./keys-rotate.ts";
import { keysShow } from "./keys-show.ts";
import { restore } from "./restore.ts";

const office = officeForAll({ at: "2026-03-30T10:00" });
const concord = calling(
	backupKeygen,
	backup,
	exportCommand,
	keysCheck,
	keysForget,
	keysMake,
	keysRotate,
	keysShow,
	restore,
);
const file = testKeyFile();
const here = (args: string[], more: Record<string, string> = {}) =>
	concord(args, "", { DATABASE_URL: office.databaseUrl(), CONCORD_KEY_FILE: file, ...more });

beforeAll(async () => {
	await raiseByTeacher(office);
});

/** Everything that is told in a database, opened with the key of a file. */
async function toldIn(url: string, keyFile: string): Promise<string> {
	const { holder } = openKeyHolder({ file: keyFile, isNamed: true, service: undefined });
	const { db } = connect(url, { most: 1, keys: keyringFrom(holder) });
	const told = await openTold(db, await selectSealed(db).execute());
	await db.destroy();
	return JSON.stringify(told);
}

test("a key is made as a file of its owner’s alone, once, and its name is printed, never the key", async () => {
	const out = placeOf("a-new-key");
	const made = await concord(["keys", "make", "--out", out]);
	const text = readFileSync(out, "utf8");
	expect(text).toContain(`concord-key ${made.out.trim()} 2026-10-05T09:00:00Z `);
	const secret = /(\S+)\n$/.exec(text)?.[1] ?? "none";
	expect(made.out + made.err).not.toContain(secret);
	expect(statSync(out).mode & 0o777).toBe(0o600);
	expect((await concord(["keys", "make", "--out", out])).err).toContain("is there already");
});

test("keys are shown, changed, and given up by commands, and no command tells a key", async () => {
	const first = testInstallationKey.id;
	expect((await here(["keys", "show"])).out).toContain(`${first}  in use; closes 1 key`);
	const rotated = await here(["keys", "rotate"]);
	expect(rotated.out).toMatch(
		/^The new key is [0-9a-f]{16}, kept at .+ 1 key of partnerships was closed/,
	);
	expect(rotated.out).toContain(`${first} closes nothing any more.`);
	expect((await here(["keys", "rotate", "--partnership", "Nowhere"])).code).toBe(2);

	const old = fileWith("old-copy", readFileSync(testKeyFile(), "utf8"));
	expect(await here(["keys", "check", old])).toMatchObject({
		code: 1,
		out: expect.stringMatching(/^This copy lacks [0-9a-f]{16}:/),
	});
	const copy = placeOf("copy");
	copyFileSync(file, copy);
	expect(await here(["keys", "check", copy])).toMatchObject({ code: 0 });
	expect((await here(["keys", "show"])).out).toContain("a copy was shown on 5 October 2026");

	expect((await here(["keys", "forget", first])).out).toContain("Destroy its copies too.");
	expect(readFileSync(file, "utf8")).not.toContain(first);
	expect(await toldIn(office.databaseUrl(), file)).toContain("Canary Child");
	const secrets = readFileSync(copy, "utf8").match(/\S{43}=/g) ?? [];
	const shown = JSON.stringify([await here(["keys", "show", "--json"]), rotated]);
	for (const secret of secrets) expect(shown).not.toContain(secret);
});

test("what reads says plainly that there is no key, or another one, and tells nothing", async () => {
	const args = ["export", "--as", office.people.businessUnit.email];
	const missing = await here(args, { CONCORD_KEY_FILE: placeOf("nowhere") });
	expect(missing).toMatchObject({ code: 2, out: "" });
	expect(missing.err).toContain("CONCORD_KEY_FILE names a file that is not there");
	const other = placeOf("another-key");
	await concord(["keys", "make", "--out", other]);
	const show = await here(["keys", "rotate"], { CONCORD_KEY_FILE: other });
	expect(show.code).toBe(2);
	expect(show.err).toMatch(/The key [0-9a-f]{16} of the installation, .+ is not at .+another-key/);
	expect(await toldIn(office.databaseUrl(), file)).toContain("Canary Child");
});

/** A backup with its pair of keys. */
async function backedUp(name: string, env: Record<string, string> = {}) {
	const identity = placeOf(`${name}.txt`);
	const key = (await concord(["backup", "keygen", "--out", identity])).out.trim();
	const path = placeOf(`${name}.age`);
	expect((await here(["backup", "--to", path, "--key", key], env)).code).toBe(0);
	return ["restore", path, "--identity", identity];
}

test("a backup brings the key file: restored after the machine burnt, every word opens", async () => {
	const put = await backedUp("with-key");
	const place = await testDatabase({ empty: true });
	const folder = mkdtempSync(join(tmpdir(), "concord-burnt-"));
	const keyFile = join(folder, "kept", "installation-key");
	const restored = await concord(put, "", {
		...forReal,
		DATABASE_URL: place.url,
		CONCORD_KEY_FILE: keyFile,
	});
	expect(restored).toMatchObject({
		code: 0,
		out: expect.stringContaining(`The key that opens it is in ${keyFile}.`),
	});
	expect(statSync(keyFile).mode & 0o777).toBe(0o600);
	expect(await toldIn(place.url, keyFile)).toContain("Canary Child");
	rmSync(folder, { recursive: true });
	await place.drop();
});

test("a backup is not put back with another key, or without the one that a service kept: nothing is written", async () => {
	const put = await backedUp("other-key");
	const place = await testDatabase({ empty: true });
	const isEmpty = async () =>
		(await place.db.introspection.getTables()).filter(({ schema }) => schema === "public");
	const other = placeOf("yet-another-key");
	await concord(["keys", "make", "--out", other]);
	const wrong = await concord(put, "", {
		...forReal,
		DATABASE_URL: place.url,
		CONCORD_KEY_FILE: other,
	});
	expect(wrong).toMatchObject({ code: 2, out: "" });
	expect(wrong.err).toContain(
		"do not open this backup, and nothing was written. It brings its own: set CONCORD_KEY_FILE to a file that is not there yet",
	);
	expect(await isEmpty()).toEqual([]);

	const without = await backedUp("without-key", { CONCORD_KEY_FILE: placeOf("gone") });
	const keyFile = placeOf("not-there-either");
	const missing = await concord(without, "", {
		...forReal,
		DATABASE_URL: place.url,
		CONCORD_KEY_FILE: keyFile,
	});
	expect(missing).toMatchObject({ code: 2, out: "" });
	expect(missing.err).toContain("The keys that open this backup do not come with it");
	expect(existsSync(keyFile)).toBe(false);
	expect(await isEmpty()).toEqual([]);
	await place.drop();
});

test("keys move from a file to a key service, and a backup says which service is needed", async () => {
	const service: TransitService = await transitService();
	const settings = {
		CONCORD_KEY_SERVICE: service.address,
		CONCORD_KEY_SERVICE_TOKEN_FILE: fileWith("token", "a-token\n"),
	};
	const rotated = await here(["keys", "rotate"], settings);
	expect(rotated.out).toMatch(/^The key is transit\/concord:1, kept at http/);
	const elsewhere = { ...settings, CONCORD_KEY_FILE: placeOf("no-file-any-more") };
	expect((await here(["keys", "show"], elsewhere)).out).toContain("transit/concord:1  in use");
	expect((await here(["keys", "rotate"], elsewhere)).out).toContain("transit/concord:2");

	const put = await backedUp("by-service", elsewhere);
	const place = await testDatabase({ empty: true });
	const missing = await concord(put, "", {
		...forReal,
		DATABASE_URL: place.url,
		CONCORD_KEY_FILE: placeOf("no-file-here"),
	});
	expect(missing.err).toContain(`They were kept at ${service.address}`);
	const restored = await concord(put, "", { ...forReal, DATABASE_URL: place.url, ...elsewhere });
	expect(restored.code).toBe(0);
	await place.drop();
	await service.stop();
});
