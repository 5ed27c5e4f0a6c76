import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import {
	raiseByTeacher,
	type TestPartnership,
	testPartnership,
} from "../../test/support/partnership.ts";
import { inFile } from "../key-holders/in-file.ts";
import { makeKeyFile } from "../key-holders/key-file.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import { keyringFrom } from "../keys/keyring.ts";
import { connect } from "../store/connect.ts";
import { type Db, transact } from "../store/db.ts";
import { findDraft, saveDraft } from "../store/drafts.ts";
import { listKeysOfPartnerships, listKnownKeys } from "../store/installation-keys.ts";
import { shredDifferenceKey } from "../store/keys.ts";
import { openTold, selectSealed } from "../store/sealed-narrative.ts";
import { tryKeys } from "./open-keys.ts";
import {
	forgetInstallationKey,
	rotateInstallationKey,
	rotatePartnershipKey,
} from "./rotate-keys.ts";

const now = Temporal.Instant.from("2026-04-01T09:00:00Z");

/** A Concord of its own on the same database, with the same key file. */
type Instance = { db: Db; holder: KeyHolder };

let database: TestDatabase;
let folder: string;
let file: string;
let instances: Instance[];
const instance = (path = file): Instance => {
	const holder = inFile(path);
	const { db } = connect(database.url, { most: 2, limit: 900_000, keys: keyringFrom(holder) });
	instances.push({ db, holder });
	return { db, holder };
};

beforeEach(async () => {
	database = await testDatabase();
	folder = mkdtempSync(join(tmpdir(), "concord-rotate-"));
	file = join(folder, "installation-key");
	makeKeyFile(file, now);
	instances = [];
});
afterEach(async () => {
	for (const { db } of instances) await db.destroy();
	await database.drop();
	rmSync(folder, { recursive: true });
});

/** Everything that is told, opened by a Concord that has only just started. */
async function readAnew(): Promise<unknown[]> {
	const { db } = instance();
	const opened = await openTold(db, await selectSealed(db).orderBy("field").execute());
	return opened.map((told) => ("content" in told ? told.content : told.code));
}

const place = (by: TestPartnership) => ({
	owner: by.people.teacher.id,
	differenceId: null,
	page: "raise/1",
});

async function typed(by: TestPartnership, db: Db): Promise<void> {
	await transact(db, (trx) =>
		saveDraft(
			trx,
			{
				...place(by),
				id: "00000000-0000-4000-8000-0000000d4af7",
				partnershipId: by.partnershipId,
				personId: by.people.teacher.id,
				savedAt: now.toString(),
			},
			() => ({ content: { concern: "She was not collected" } }),
		),
	);
}

test("a new key of the installation is taken up by every Concord that serves, and the one before is given up when asked", async () => {
	const [one, other] = [instance(), instance()];
	const first = await testPartnership(one.db);
	await raiseByTeacher(first);
	await tryKeys(one.db, one.holder, now);
	const before = await one.holder.today();
	const told = await readAnew();

	const rotated = await rotateInstallationKey(one.db, one.holder, now);
	expect(rotated).toMatchObject({ made: true, rewrapped: 1, before: [before.id] });
	expect(await readAnew()).toEqual(told);
	// The other has read the key file once, and makes a partnership’s key now.
	const second = await testPartnership(other.db, 2);
	await raiseByTeacher(second);
	expect((await listKeysOfPartnerships(one.db)).map(({ wrappedBy }) => wrappedBy)).toEqual([
		rotated.id,
		rotated.id,
	]);

	const copy = join(folder, "as-it-was");
	copyFileSync(file, copy);
	await expect(forgetInstallationKey(one.db, one.holder, rotated.id, now)).rejects.toThrow(
		/is the key in use/,
	);
	expect(await forgetInstallationKey(one.db, one.holder, before.id, now)).toBeUndefined();
	expect(await inFile(file).find(before.id)).toBeUndefined();
	expect(await readAnew()).toHaveLength(told.length * 2);
});

test("a Concord that still holds a key that was given up cannot close anything under it", async () => {
	const stale = join(folder, "stale");
	copyFileSync(file, stale);
	const [one, late] = [instance(), instance(stale)];
	await raiseByTeacher(await testPartnership(one.db));
	await tryKeys(one.db, one.holder, now);
	const before = await one.holder.today();
	await rotateInstallationKey(one.db, one.holder, now);
	await forgetInstallationKey(one.db, one.holder, before.id, now);
	const second = await testPartnership(late.db, 2);
	await expect(raiseByTeacher(second)).rejects.toThrow(`The key ${before.id} was given up`);
	const known = await listKnownKeys(one.db);
	expect(known).toHaveLength(2);
	expect(known.find(({ id }) => id === before.id)).toMatchObject({
		closes: 0,
		givenUpAt: expect.any(String),
	});
});

test("a rotation that was broken off is gone on with, without a further key", async () => {
	const { db, holder } = instance();
	for (const number of [1, 2, 3]) await raiseByTeacher(await testPartnership(db, number));
	const told = await readAnew();
	await tryKeys(db, holder, now);
	await expect(
		rotateInstallationKey(db, holder, now, () => {
			throw new Error("The power went");
		}),
	).rejects.toThrow("The power went");
	expect(new Set((await listKeysOfPartnerships(db)).map((key) => key.wrappedBy)).size).toBe(2);
	expect(await readAnew()).toEqual(told);
	const rotated = await rotateInstallationKey(db, holder, now);
	expect(rotated).toMatchObject({ made: false, rewrapped: 2 });
	expect(new Set((await listKeysOfPartnerships(db)).map((key) => key.wrappedBy))).toEqual(
		new Set([rotated.id]),
	);
	expect(await readAnew()).toEqual(told);
});

test("a partnership’s new key opens what was told and typed, and the one before is gone; what was disposed of stays closed", async () => {
	const { db } = instance();
	const partnership = await testPartnership(db);
	const gone = await raiseByTeacher(partnership);
	const raised = await raiseByTeacher(partnership);
	await typed(partnership, db);
	await transact(db, (trx) => shredDifferenceKey(trx, gone));
	const told = await readAnew();
	expect(told).toContain("disposed");
	const [before] = await listKeysOfPartnerships(db);
	const codes = () =>
		db
			.selectFrom("about_index")
			.where("difference_id", "=", raised)
			.select(["partnership_key_id", "kind"])
			.execute();
	const codesBefore = await codes();

	expect(await rotatePartnershipKey(db, partnership.partnershipId)).toEqual({
		made: true,
		rewrapped: 1,
		isOver: true,
	});
	const after = await listKeysOfPartnerships(db);
	expect(after).toHaveLength(1);
	expect(after[0]?.id).not.toBe(before?.id);
	expect(await readAnew()).toEqual(told);
	const { db: anew } = instance();
	expect((await findDraft(anew, place(partnership)))?.content).toEqual({
		concern: "She was not collected",
	});
	const codesAfter = await codes();
	expect(codesAfter).toHaveLength(codesBefore.length);
	expect(new Set(codesAfter.map((code) => code.partnership_key_id))).toEqual(
		new Set([after[0]?.id]),
	);
	await raiseByTeacher(partnership);
	expect((await listKeysOfPartnerships(db))[0]?.differences).toBe(2);
});

test("a partnership’s rotation that was broken off is gone on with", async () => {
	const { db } = instance();
	const partnership = await testPartnership(db);
	for (let nth = 0; nth < 3; nth++) await raiseByTeacher(partnership);
	const told = await readAnew();
	await expect(
		rotatePartnershipKey(db, partnership.partnershipId, () => {
			throw new Error("The power went");
		}),
	).rejects.toThrow("The power went");
	expect(await listKeysOfPartnerships(db)).toHaveLength(2);
	expect(await readAnew()).toEqual(told);
	expect(await rotatePartnershipKey(db, partnership.partnershipId)).toMatchObject({
		made: false,
		isOver: true,
	});
	expect(await listKeysOfPartnerships(db)).toHaveLength(1);
	expect(await readAnew()).toEqual(told);
});

test("codes that an act made under the key of before, just as another took its place, are made anew", async () => {
	const { db } = instance();
	const partnership = await testPartnership(db);
	await raiseByTeacher(partnership);
	const [before] = await listKeysOfPartnerships(db);
	await expect(
		rotatePartnershipKey(db, partnership.partnershipId, () => {
			throw new Error("The power went");
		}),
	).rejects.toThrow("The power went");
	await db
		.updateTable("about_index")
		.set({ partnership_key_id: before?.id ?? "" })
		.execute();
	expect(await rotatePartnershipKey(db, partnership.partnershipId)).toMatchObject({ isOver: true });
	const left = await db
		.selectFrom("about_index")
		.where("partnership_key_id", "=", before?.id ?? "")
		.select("code")
		.execute();
	expect(left).toEqual([]);
	expect(await listKeysOfPartnerships(db)).toHaveLength(1);
});
