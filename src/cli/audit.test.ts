import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { badReceipts, selfSigned } from "../../test/support/bad-receipts.ts";
import { officeForAll } from "../../test/support/office.ts";
import { raisedTo, referenceOf } from "../../test/support/partnership.ts";
import { inGroups } from "../chain/signed.ts";
import { auditCheckReceipt } from "./audit-check-receipt.ts";
import { auditPublish } from "./audit-publish.ts";
import { auditVerify, sayVerified } from "./audit-verify.ts";
import { calling, fileWith } from "./command.fixture.ts";

const it = officeForAll({ at: "2026-03-26T10:00" });

/** With the key that tests seal under. */
const directory = mkdtempSync(join(tmpdir(), "concord-audit-"));
writeFileSync(
	join(directory, "installation-key"),
	createHash("sha256").update("a key that is only for tests").digest("base64"),
	{ mode: 0o600 },
);
const concord = (...args: string[]) =>
	calling(auditVerify, auditPublish, auditCheckReceipt)(args, "", {
		DATABASE_URL: it.databaseUrl(),
		CONCORD_DATA: directory,
		CONCORD_SECRET: "only-for-these-tests-0123456789-abcdefghij-KLMNOP",
	});

let id: string;
let reference: string;
beforeAll(async () => {
	id = await raisedTo(it, "forward");
	reference = await referenceOf(it, id);
});

describe("audit verify", () => {
	test("says that all is as it was recorded, of all and of one difference", async () => {
		const all = await concord("audit", "verify");
		expect(all.out).toContain(
			"  All that was looked at is as it was recorded. The bytes of files were not looked at: --files does.\n",
		);
		const files = await concord("audit", "verify", "--files");
		expect(files.out).toContain("  All of it is as it was recorded.\n");
		expect(files.out).not.toContain("not looked at");
		const chains = await concord("audit", "verify", "--chains-only");
		expect(chains.out).toContain(
			"  The chains and signatures are whole. Words and lists were not looked at, nor the bytes of files.\n",
		);
		expect(all.code).toBe(0);
		expect(all.err).toContain("100%");
		expect(all.out).not.toContain("could not be opened");
		const one = await concord("audit", "verify", "--difference", reference.toLowerCase());
		expect(one.code).toBe(0);
		expect(one.out).toContain("1 difference.\n");
		expect(one.out).toContain(
			"  All that was looked at is as it was recorded. The chain of the partnership and the signed ends were not looked at: without --difference they are. The bytes of files were not looked at: --files does.\n",
		);
		const oneWithFiles = await concord("audit", "verify", "--difference", reference, "--files");
		expect(oneWithFiles.out).toContain("  All that was looked at is as it was recorded. The chain");
		const itsChain = await concord("audit", "verify", "--difference", reference, "--chains-only");
		expect(itsChain.out).toContain("  Its chain is whole. The chain of the partnership");
		expect(itsChain.out).not.toContain("signatures");
	});
	test("names what is amiss first, and ends with 1", async () => {
		const head = await concord("audit", "publish");
		const file = fileWith("head.json", head.out);
		await sql`set session_replication_role = replica; update event set at = at + interval '1 hour' where difference_id = '${sql.raw(id)}' and seq = 3; set session_replication_role = origin`.execute(
			it.db,
		);
		try {
			const { code, out } = await concord("audit", "verify", "--chains-only", "--against", file);
			expect(code).toBe(1);
			expect(out).toContain(`${reference}, entry 3: What it stands for, act 3`);
		} finally {
			await sql`set session_replication_role = replica; update event set at = at - interval '1 hour' where difference_id = '${sql.raw(id)}' and seq = 3; set session_replication_role = origin`.execute(
				it.db,
			);
		}
		expect((await concord("audit", "verify", "--against", file)).code).toBe(0);
	});
	test("says that there may be more amiss than is named, and what was not looked at", () => {
		const fault = { code: "altered" as const, difference: null, position: 1, says: "Altered." };
		const found = {
			...{ entries: 1, differences: 1, checkpoints: 1, clockWasBack: 0, wordsUnread: 0 },
			notLooked: ["replays" as const, "files" as const],
			faults: Array.from({ length: 100 }, () => fault),
		};
		const lines = sayVerified("Here", found);
		expect(lines[1]).toBe("  At least 100 things are amiss. No more than these are named:");
		expect(lines.slice(2, -1)).toHaveLength(100);
		expect(lines.at(-1)).toBe("  Words and lists were not looked at, nor the bytes of files.");
		const few = { ...found, notLooked: [], faults: [fault] };
		expect(sayVerified("Here", few).slice(1)).toEqual(["  The partnership, entry 1: Altered."]);
	});
	test("opens the words: those of another act in their place are named, though every link holds", async () => {
		const swap = sql`set session_replication_role = replica;
			update narrative set content = (select content from narrative other
				where other.difference_id = narrative.difference_id and other.seq = narrative.seq and other.field <> narrative.field
				order by other.field limit 1)
			where difference_id = '${sql.raw(id)}' and seq = 1 and field = (
				select max(field) from narrative where difference_id = '${sql.raw(id)}' and seq = 1);
			set session_replication_role = origin`;
		const before = await it.db
			.selectFrom("narrative")
			.where("difference_id", "=", id)
			.select(["seq", "field", "content"])
			.execute();
		await swap.execute(it.db);
		try {
			expect(await concord("audit", "verify", "--chains-only")).toMatchObject({ code: 0 });
			const { code, out } = await concord("audit", "verify");
			expect(out).toContain(
				`${reference}: The words of act 1 are not those that were recorded with it.`,
			);
			expect(code).toBe(1);
		} finally {
			await sql`set session_replication_role = replica`.execute(it.db);
			for (const { seq, field, content } of before)
				await it.db
					.updateTable("narrative")
					.set({ content })
					.where("difference_id", "=", id)
					.where("seq", "=", seq)
					.where("field", "=", field)
					.execute();
			await sql`set session_replication_role = origin`.execute(it.db);
		}
		expect((await concord("audit", "verify")).code).toBe(0);
	});
	test("without the key proves the chains, and says that it is missing rather than that all is well", async () => {
		const keyless = (...args: string[]) =>
			calling(auditVerify)(args, "", {
				DATABASE_URL: it.databaseUrl(),
				CONCORD_KEY_FILE: join(directory, "no-key-here"),
			});
		expect(await keyless("audit", "verify")).toMatchObject({ code: 2, out: "" });
		expect(await keyless("audit", "verify", "--chains-only")).toMatchObject({ code: 0 });
	});
	test.each([
		[["--difference", "XX-00000"], "There is no difference ‘XX-00000’."],
		[["--against", fileWith("no-head.json", "{}")], "is no published head, or is damaged"],
		[["--against", "/nowhere/head.json"], "There is no file"],
		[["--partnership", "Nowhere"], "There is no partnership ‘Nowhere’"],
	])("of %j says what is wrong with the call", async (args, says) => {
		const { code, err } = await concord("audit", "verify", ...args);
		expect(err).toContain(says);
		expect(code).toBe(2);
	});
});

describe("audit check-receipt", () => {
	const receipt = async () => {
		const visitor = await it.visitor(it.people.teacher);
		const page = await visitor.get(`/differences/${id}/receipts`);
		const [address] = /\/differences\/[^"]+receipt\.json/.exec(page.body) ?? [];
		return fileWith("receipt.json", (await visitor.get(address ?? "")).body);
	};
	test("says that it is true, without a database and with the record", async () => {
		const file = await receipt();
		const alone = await calling(auditCheckReceipt)(["audit", "check-receipt", file]);
		expect(alone).toMatchObject({
			code: 0,
			out: expect.stringContaining("This receipt was not altered"),
		});
		const inRecord = await concord(
			"audit",
			"check-receipt",
			file,
			"--in-record",
			"--reference",
			reference,
		);
		expect(inRecord).toMatchObject({
			code: 0,
			out: expect.stringContaining("This receipt is true"),
		});
	});
	test("says that it was altered, is of another difference, or is no receipt", async () => {
		const file = await receipt();
		const altered = fileWith(
			"altered.json",
			readFileSync(file, "utf8").replace(reference, "XX-2B2B2"),
		);
		expect(await concord("audit", "check-receipt", altered)).toMatchObject({
			code: 1,
			out: expect.stringContaining("This receipt was altered"),
		});
		expect(await concord("audit", "check-receipt", file, "--reference", "XX-2B2B2")).toMatchObject({
			code: 1,
			out: expect.stringContaining("of another difference"),
		});
		expect(await concord("audit", "check-receipt", fileWith("cut.json", "{"))).toMatchObject({
			code: 1,
			out: expect.stringContaining("This is no receipt"),
		});
		expect((await concord("audit", "check-receipt")).code).toBe(2);
	});
	test("says of whose key it is that it was not checked, unless the key is named or the record looked in", async () => {
		const file = await receipt();
		const check = (...more: string[]) => concord("audit", "check-receipt", file, ...more);
		expect(await check()).toMatchObject({
			code: 0,
			out: expect.stringContaining("Whose key it is was not checked"),
		});
		expect((await check("--in-record")).out).not.toContain("not checked");
		const key = JSON.parse(readFileSync(file, "utf8")).key.fingerprint as string;
		for (const typed of [key, inGroups(key), ` ${inGroups(key).toUpperCase()}`]) {
			const { code, out } = await check("--key", typed);
			expect(out).toContain("This receipt was not altered");
			expect(out).toContain("That is the key that you named.");
			expect(out).not.toContain("not checked");
			expect(code).toBe(0);
		}
		for (const more of [[], ["--in-record"]])
			expect(await check("--key", "0".repeat(64), ...more)).toMatchObject({
				code: 1,
				out: expect.stringMatching(/^This receipt was signed by another key\./),
			});
		expect(await check("--key", "0000")).toMatchObject({ code: 2, out: "" });
		const own = fileWith("own.json", selfSigned());
		expect(await concord("audit", "check-receipt", own, "--key", key)).toMatchObject({ code: 1 });
	});
	test("says of how many answers the words were taken out", async () => {
		const file = fileWith("no-words.json", selfSigned({ words: {} }));
		expect(await concord("audit", "check-receipt", file)).toMatchObject({
			code: 0,
			out: expect.stringContaining("The words of one answer are left out of this file."),
		});
	});
	test("prints nothing of a file that would move the cursor or begin a line", async () => {
		const says = {
			partnership: "No\u001b[2Jwhere\u009b1A",
			reference: "HV\n-2B2B2",
			what: "\u202eA form\u2028",
			by: "One\r",
			to: "\u0007Another\u200b",
		};
		const { out } = await concord(
			"audit",
			"check-receipt",
			fileWith("c.json", selfSigned({ says })),
		);
		expect(out).toContain(
			"\n  No[2Jwhere1A, HV-2B2B2: “A form”, sent at 2026-03-26T10:00:00.000000Z\n  from One to Another\n  act 1:",
		);
		expect(out.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
	});
	test.each(badReceipts)(
		"says of one that somebody signed, and that is none, that it is none: %s",
		async (_, content) => {
			const { code, out, err } = await calling(auditCheckReceipt)([
				"audit",
				"check-receipt",
				fileWith("signed-by-anybody.json", content),
			]);
			expect(out).toMatch(/^(This is no receipt|This receipt was altered)\. [^\n]+\n$/);
			expect({ code, err }).toEqual({ code: 1, err: "" });
		},
	);
});
