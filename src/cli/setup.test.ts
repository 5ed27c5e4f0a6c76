import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { listPartnerships } from "../store/partnerships.ts";
import { listDirectory } from "../store/people.ts";
import { findSetupDraft } from "../store/setup-draft.ts";
import { calling, fileWith } from "./command.fixture.ts";
import { inviteAgain } from "./invite-again.ts";
import { peopleImport } from "./people-import.ts";
import { setup } from "./setup.ts";

let database: TestDatabase;
beforeEach(async () => {
	database = await testDatabase();
});
afterEach(() => database.drop());

const concord = calling(setup, inviteAgain, peopleImport);
const env = () => ({
	CONCORD_MODE: "production",
	CONCORD_SECRET: "qWeRtYuIoPaSdFgHjKlZxCvBnM1234567890abXYZ",
	CONCORD_URL: "https://northfield.example",
	CONCORD_DATA: mkdtempSync(join(tmpdir(), "concord-setup-")),
	DATABASE_URL: database.url,
	SMTP_URL: "smtp://127.0.0.1:9",
	MAIL_FROM: "Concord <no-reply@northfield.example>",
});

const answers = `
name: Northfield Safeguarding
references: NSP
nation: england
colour: "#5b2a86"
contacts:
  help: { name: Ana Reis, email: ana@northfield.example }
protocol: somerset/2021-04.yaml
from: 2026-10-05
agencies:
  - { name: Partnership office, sector: partnership }
  - { name: Oakfield Primary School, sector: education }
administrators:
  - { name: Ana Reis, email: ana@northfield.example, job: Business manager }
  - { name: Bo Lund, email: bo@northfield.example, job: Systems officer }
`;

test("a file of answers sets a partnership up, and what is still missing is told", async () => {
	const file = fileWith("answers.yaml", answers);
	const { code, out } = await concord(["setup", "--answers", file], "", env());
	expect(code).toBe(0);
	expect(out).toContain("Northfield Safeguarding is set up.");
	expect(out).toContain("An invitation is sent as soon as Concord runs to:\n  Ana Reis, ana@");
	expect(out).not.toContain("/welcome/");
	expect(out).toMatch(/Still missing before real use:\n.*Mail that leaves: No mail has left yet/s);
	const messages = await database.db.selectFrom("message").select("state").execute();
	expect(messages).toEqual([{ state: "waiting" }, { state: "waiting" }]);

	const again = await concord(["setup", "--answers", file], "", env());
	expect(again.code).toBe(2);
	expect(again.err).toContain("there is a partnership already");
});

test("where mail is not to be used, each administrator’s address is printed once, and works", async () => {
	const file = fileWith("answers.yaml", answers);
	const first = await concord(["setup", "--answers", file, "--print-addresses"], "", env());
	expect(first.out).toMatch(/Ana Reis: https:\/\/northfield\.example\/welcome\/[\w-]{32}\n/);
	expect(await database.db.selectFrom("message").select("id").execute()).toEqual([]);
	const again = await concord(["invite-again", "BO@northfield.example"], "", env());
	expect(again.out).toMatch(/^Bo Lund: https:\/\/northfield\.example\/welcome\/[\w-]{32}\n$/);
	expect((await concord(["invite-again", "nobody@x.example"], "", env())).code).toBe(1);
});

test("a file with faults makes nothing, and names each by its line", async () => {
	const wrong = answers
		.replace("references: NSP", "references: n")
		.replace('"#5b2a86"', '"#ffff00"')
		.replace("sector: education", "sector: school");
	const file = fileWith("wrong.yaml", wrong);
	const { code, err } = await concord(["setup", "--answers", file], "", env());
	expect(code).toBe(1);
	expect(err).toMatch(/wrong\.yaml:3: .*2 to 5 letters/);
	expect(err).toMatch(/wrong\.yaml:5: .*White text cannot be read/);
	expect(err).toMatch(/wrong\.yaml:12: .*school/);
	const protocol = fileWith("p.yaml", answers.replace("somerset/2021-04.yaml", "nowhere.yaml"));
	expect((await concord(["setup", "--answers", protocol], "", env())).err).toContain(
		"There is no protocol “nowhere.yaml”",
	);
	expect(await listPartnerships(database.db)).toEqual([]);
});

test("questions are asked again until they are answered, and what was answered outlives breaking off", async () => {
	const begun = ["Northfield Safeguarding", "x!", "NSP", "france", "england", ""].join("\n");
	const broken = await concord(["setup"], begun, env());
	expect(broken.code).toBe(1);
	expect(broken.out).toContain("Enter 2 to 5 letters or numbers");
	expect(broken.out).toContain("Nothing is made. What you answered is kept");
	expect(await listPartnerships(database.db)).toEqual([]);
	expect(await findSetupDraft(database.db)).toMatchObject({ references: "NSP" });

	const rest = [
		...["", "", "", "", "", "", "", ""],
		...["somerset/2021-04.yaml", "", "", "partnership", "Oakfield", "education", ""],
		...["Ana Reis", "ana@n.example", "Manager", "Bo Lund", "ana@n.example", "Officer"],
		...["Bo Lund", "bo@n.example", "Officer", "yes"],
	].join("\n");
	const { code, out } = await concord(["setup"], rest, env());
	expect(out).toContain("[Northfield Safeguarding]");
	expect(out).toContain("They need an address each");
	expect(code).toBe(0);
	expect(await listPartnerships(database.db)).toMatchObject([
		{ name: "Northfield Safeguarding", referencePrefix: "NSP" },
	]);
});

test("people are imported by command: tried first, then all of them", async () => {
	await concord(["setup", "--answers", fileWith("a.yaml", answers)], "", env());
	const head = "name,work address,job,agency,level\n";
	const faulty = fileWith("faulty.csv", `${head}Nia Price,nia@x.example,Teacher,Nowhere,boss\n`);
	const wrong = await concord(["people", "import", faulty], "", env());
	expect(wrong.code).toBe(1);
	expect(wrong.err).toContain("faulty.csv:2: There is no agency “Nowhere”");
	const right = fileWith(
		"right.csv",
		`${head}Nia Price,nia@x.example,Teacher,Oakfield Primary School,practitioner\n`,
	);
	expect((await concord(["people", "import", right], "", env())).out).toContain("--apply");
	const names = async () => {
		const [partnership] = await listPartnerships(database.db);
		return (await listDirectory(database.db, partnership?.id ?? "")).map(({ name }) => name);
	};
	expect(await names()).not.toContain("Nia Price");
	const done = await concord(["people", "import", right, "--apply", "--invite"], "", env());
	expect(done.out).toContain("1 imported, and invited");
	expect(await names()).toContain("Nia Price");
});

test("a rehearsal is not set up by hand", async () => {
	const { code, err } = await concord(["setup"], "", { DATABASE_URL: database.url });
	expect(code).toBe(2);
	expect(err).toContain("Set CONCORD_MODE=production");
});
