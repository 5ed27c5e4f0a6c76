import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { calling, fileWith } from "./command.fixture.ts";
import { operatorAdd } from "./operator-add.ts";
import { partnershipCreate } from "./partnership-create.ts";
import { partnershipList } from "./partnership-list.ts";
import { partnershipMove } from "./partnership-move.ts";

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.drop());

const called = calling(partnershipCreate, partnershipList, partnershipMove, operatorAdd);
const concord = (...args: string[]) =>
	called(args, "", {
		CONCORD_MODE: "production",
		CONCORD_SECRET: "qWeRtYuIoPaSdFgHjKlZxCvBnM1234567890abXYZ",
		CONCORD_URL: "https://concord.example",
		CONCORD_DATA: mkdtempSync(join(tmpdir(), "concord-several-")),
		DATABASE_URL: database.url,
		SMTP_URL: "smtp://127.0.0.1:9",
		MAIL_FROM: "Concord <no-reply@concord.example>",
	});

const answers = (name: string, references: string) =>
	fileWith(
		`${references}.yaml`,
		`
name: ${name}
references: ${references}
nation: england
protocol: somerset/2021-04.yaml
from: 2026-10-05
agencies:
  - { name: Partnership office, sector: partnership }
administrators:
  - { name: Ana Reis, email: ana@shared.example, job: Business manager }
  - { name: Bo Lund, email: bo@shared.example, job: Systems officer }
`,
	);

test("partnerships are added one beside the other, by a path or a host, with the same people and agencies", async () => {
	const create = (name: string, references: string, ...more: string[]) =>
		concord("partnership", "create", "--answers", answers(name, references), ...more);
	expect((await create("Northfield Safeguarding", "NF")).code).toBe(0);
	expect((await concord("partnership", "list")).out).toBe(
		"Northfield Safeguarding\tNF\thttps://concord.example\n",
	);
	const second = await create(
		"Southmoor Safeguarding",
		"SO",
		"--host",
		"Concord.Southmoor.example",
		"--print-addresses",
	);
	expect(second.code).toBe(0);
	expect(second.out).toContain("Ana Reis: https://concord.southmoor.example/welcome/");
	expect((await concord("partnership", "list")).out).toBe(
		[
			"Northfield Safeguarding\tNF\thttps://concord.example/northfield-safeguarding",
			"Southmoor Safeguarding\tSO\thttps://concord.southmoor.example",
			"",
		].join("\n"),
	);

	const refused = async (...asked: Parameters<typeof create>) => {
		const { code, err } = await create(...asked);
		return [code, err];
	};
	expect(await refused("Northfield Safeguarding", "ZZ")).toEqual([
		2,
		expect.stringContaining("There is a partnership “Northfield Safeguarding” already"),
	]);
	expect(await refused("Eastleigh Moor", "NF")).toEqual([
		2,
		expect.stringContaining("begin with NF already"),
	]);
	expect(await refused("Eastleigh Moor", "EM", "--host", "concord.southmoor.example")).toEqual([
		2,
		expect.stringContaining("is the address of Southmoor Safeguarding already"),
	]);
	expect(await refused("Eastleigh Moor", "EM", "--host", "https://x.example")).toEqual([
		2,
		expect.stringContaining("is no host"),
	]);
	expect(await refused("Reports", "RP")).toEqual([
		2,
		expect.stringContaining("would have the address of a page of Concord"),
	]);
});

test("an operator is given an address, and a newer one takes its place", async () => {
	const first = await concord("operator", "add", "keeper@it.example");
	expect(first.out).toMatch(/https:\/\/concord\.example\/operator\/\S+/);
	const again = await concord("operator", "add", "Keeper@it.example");
	expect(again.out).toMatch(/https:\/\/concord\.example\/operator\/\S+/);
	const links = await database.db
		.selectFrom("one_time_link")
		.where("kind", "=", "operator")
		.select(({ fn }) => [
			fn.countAll<number>().as("all"),
			fn.count<number>("revoked_at").as("revoked"),
		])
		.executeTakeFirstOrThrow();
	expect([links.all, links.revoked]).toEqual([2, 1]);
	expect((await concord("operator", "add", "nobody")).code).toBe(2);
});

test("a partnership is moved to another path or host, and a call that says nothing or too much is refused", async () => {
	const move = (...to: string[]) =>
		concord("partnership", "move", "--partnership", "Southmoor Safeguarding", ...to);
	expect((await move("--path", "southmoor", "--no-host")).out).toBe(
		"Southmoor Safeguarding is at https://concord.example/southmoor now. Its people sign in again.\n",
	);
	expect((await move("--host", "Concord.Moor.example")).out).toContain(
		"is at https://concord.moor.example now",
	);
	const wrong: [string[], string][] = [
		[[], "Say where to"],
		[["--host", "a.example", "--no-host"], "not both"],
		[["--host", "https://a.example/x"], "is no host"],
		[["--path", "raise"], "can be no path"],
		[["--path", "northfield-safeguarding"], "is reached there, or was"],
	];
	for (const [to, says] of wrong) {
		const { code, err } = await move(...to);
		expect([code, err]).toEqual([2, expect.stringContaining(says)]);
	}
	expect((await concord("partnership", "list")).out).toContain("https://concord.moor.example\n");
});
