import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { officeForAll } from "../../test/support/office.ts";
import { raisedTo, said } from "../../test/support/partnership.ts";
import { keyFileOf } from "../key-holders/key-file.ts";
import { idOf } from "../keys/installation-key.ts";
import { newKey } from "../keys/sealed.ts";
import { auditVerify } from "./audit-verify.ts";
import { backupKeygen } from "./backup-keygen.ts";
import { calling, fileWith, forReal } from "./command.fixture.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { inviteAgain } from "./invite-again.ts";

const it = officeForAll({ at: "2026-03-30T10:00" });
const folder = mkdtempSync(join(tmpdir(), "concord-leave-"));
let target: TestDatabase;
beforeAll(async () => {
	await raisedTo(it, "forward");
	target = await testDatabase({ empty: true });
	const key = newKey();
	writeFileSync(
		join(folder, "another-key"),
		keyFileOf([{ id: idOf(key), madeAt: "2026-01-01T00:00:00Z", key }]),
		{ mode: 0o600 },
	);
});
afterAll(() => target.drop());

const called = calling(exportCommand, importCommand, auditVerify, inviteAgain, backupKeygen);
const here = (...args: string[]) =>
	called(args, "", { ...forReal, DATABASE_URL: it.databaseUrl() });
const there = (...args: string[]) =>
	called(args, "", {
		...forReal,
		CONCORD_SECRET: "ZmRkX3dOc2tQb1V5UjdUcTJMdkJnNEhqWnhDMTIzNDU2Nzg5",
		CONCORD_DATA: join(folder, "data"),
		CONCORD_KEY_FILE: join(folder, "another-key"),
		DATABASE_URL: target.url,
	});
const asOffice = () => ["export", "--all", "--as", it.people.businessUnit.email, "--to", folder];

test("a call that does not say in whose name, where to or whether it is encrypted is refused", async () => {
	const wrong: [string[], string][] = [
		[["export", "--all", "--to", folder, "--plain-text"], "in whose name"],
		[["export", "--all", "--as", it.people.businessUnit.email, "--plain-text"], "where to"],
		[asOffice(), "whoever has the file can read every child’s story"],
		[[...asOffice(), "--key", "age1x"], "is no public key"],
		[
			["export", "--all", "--as", it.people.teacher.email, "--to", folder, "--plain-text"],
			"may not take data out",
		],
		[["import", "--all"], "Name one file"],
	];
	for (const [args, says] of wrong) {
		const { code, err } = await here(...args);
		expect([code, err]).toEqual([2, expect.stringContaining(says)]);
	}
	expect((await there("import", "--all", join(folder, "none"))).code).toBe(1);
});

test("from one installation into an empty one: checked, brought, proven, and its administrators are invited", async () => {
	const keyFile = join(folder, "key.txt");
	const { out: publicKey } = await here("backup", "keygen", "--out", keyFile);
	const key = /age1\S+/.exec(publicKey)?.[0] ?? "";
	const { code, out, err } = await here(...asOffice(), "--key", key);
	expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining("Exporting: 100%") });
	const [sha256, path = ""] = out.trim().split("  ");
	expect(sha256).toMatch(/^[0-9a-f]{64}$/);
	expect(path).toMatch(/concord-combe-partnership-1-[^/]+Z\.tar\.zst\.age$/);
	expect(statSync(path).mode & 0o077).toBe(0);
	expect(readFileSync(path).includes(said("issue"))).toBe(false);

	expect((await there("import", "--all", path)).err).toContain("‘--identity’");
	const from = [path, "--identity", keyFile];
	const checked = await there("import", "--all", ...from, "--check");
	expect(checked).toMatchObject({ code: 0, out: expect.stringContaining("Nothing is in the way") });
	const came = await there("import", "--all", ...from, "--path", "combe");
	expect(came.code).toBe(0);
	expect(came.out).toContain("the record proven");
	expect(came.out).toContain(
		`concord invite-again ${it.people.administrator.email} --partnership 'Combe Partnership 1'`,
	);
	expect((await there("audit", "verify", "--files")).out).toContain(
		"All of it is as it was recorded.",
	);
	expect((await there("invite-again", it.people.administrator.email)).out).toContain("/welcome/");
	const again = await there("import", "--all", ...from);
	expect(again).toMatchObject({ code: 1, err: expect.stringContaining("is here already") });
});

test("an identity that holds no key, and a file that is none, are said in words", async () => {
	const none = fileWith("no-key.txt", "nothing");
	expect((await there("import", "--all", none, "--identity", none)).err).toContain(
		"There is no private key",
	);
	expect((await there("import", "--all", none)).err).toContain("is no export of a partnership");
});
