import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { officeForEach } from "../../test/support/office.ts";
import { yearOf } from "../domain/learning/period.ts";
import { formsByYear, listOldLogs } from "../store/old-logs.ts";
import { calling, fileWith, placeOf } from "./command.fixture.ts";
import { importCommand } from "./import.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
const concord = (...args: string[]) =>
	calling(importCommand)(["import", ...args, "--as", partnership.people.businessUnit.email], "", {
		DATABASE_URL: partnership.databaseUrl(),
	});
const counts = () => formsByYear(partnership.db, partnership.partnershipId, "somerset-rpd", yearOf);
const logs = () => listOldLogs(partnership.db, partnership.partnershipId);

const heading = "Ref,Raised by,Raised with,Date raised,Date closed,Theme";
const good = [
	heading,
	"24-1,The School,Social care,09/04/2024,30/04/2024,Plans",
	"24-2,The School,Social care,13/05/2025,03/06/2025,Thresholds",
].join("\n");
let file: string;
let mapping: string;
beforeAll(() => {
	file = fileWith("old-log.csv", good);
	mapping = fileWith(
		"mapping.yaml",
		"dates: day-first\nagency:\n  the school: sector:education\n  Social Care: sector:social-care\ntheme:\n  Thresholds: Application of thresholds\n",
	);
});

test("without --apply nothing is imported: what reports would count is said, and what was guessed", async () => {
	const { code, out, err } = await concord(file, "--mapping", mapping);
	expect(code).toBe(0);
	expect(err).toBe("2 lines read (CSV, UTF-8, separated by commas).\n");
	expect(out).toMatch(/Guessed:\n {2}theme: “Plans” is “Another theme, as the log says it”\n/);
	expect(out).toMatch(/2024\/25 +0 +1 +1\n2025\/26 +0 +1 +1\n/);
	expect(out).toContain("2 forms can be imported. Nothing was");
	expect(await counts()).toEqual({});
	expect(await logs()).toEqual([]);
});

test("with --apply all of it comes in as a batch, in the name of whoever it is done for, and --undo takes it out", async () => {
	const { code, out } = await concord(
		file,
		"--mapping",
		mapping,
		"--apply",
		"--title",
		"the log of 2024/25",
	);
	expect(code).toBe(0);
	expect(await counts()).toEqual({ "2024/25": 1, "2025/26": 1 });
	const [log] = await logs();
	expect(log).toMatchObject({
		title: "the log of 2024/25",
		state: "imported",
		importedBy: partnership.people.businessUnit.name,
	});
	expect(out).toContain(`2 forms imported as batch ${log?.id}`);
	const again = await concord(file, "--mapping", mapping, "--apply");
	expect(again.code).toBe(2);
	expect(again.err).toContain("This file was imported before");
	const undone = await concord("--undo", log?.id ?? "");
	expect(undone.out).toMatch(/2024\/25 +1 +-1 +0\n/);
	expect(undone.out).toContain("2 forms of “the log of 2024/25” taken out again.");
	expect(await counts()).toEqual({});
});

test("each line's fault is named, and with a fault nothing is imported, also with --apply", async () => {
	const wrong = fileWith(
		"wrong.csv",
		`${good}\n24-2,The School,Social care,31/02/2025,,Plans\n24-2,The School,Social care,01/03/2025,,Plans`,
	);
	const { code, out } = await concord(wrong, "--mapping", mapping, "--apply");
	expect(code).toBe(1);
	expect(out).toContain("2 faults:\n");
	expect(out).toMatch(/ {2}line 4, Date raised: “31\/02\/2025” is not a date/);
	expect(out).toMatch(/ {2}line 5, Ref: “24-2” is the reference of line 3 too/);
	expect(out).toContain("Nothing was imported.");
	expect(await counts()).toEqual({});
	expect(await logs()).toEqual([]);
});

test("what a mapping does not say and nobody can guess is asked for; --draft-mapping writes one to fill in, which then serves", async () => {
	const bare = await concord(file);
	expect(bare.code).toBe(1);
	expect(bare.out).toContain("agency: Say what “The School” means");
	const draft = placeOf("draft.yaml");
	expect((await concord(file, "--draft-mapping", draft)).code).toBe(0);
	const text = readFileSync(draft, "utf8");
	expect(text).toContain("Raised by: Raised by\n");
	expect(text).toMatch(/The School: *\n/);
	const filled = fileWith(
		"filled.yaml",
		text
			.replace(/The School: *\n/, "The School: sector:education\n")
			.replace(/Social care: *\n/, "Social care: nothing\n"),
	);
	const done = await concord(file, "--mapping", filled);
	expect(done).toMatchObject({ code: 0 });
	expect(done.out).not.toContain("Guessed");
});

test.each([
	[["agency: [1]"], "agency: "],
	[["columns:\n  Colour: Ref"], "columns: There is no “Colour”"],
	[["dates: sideways"], "dates: "],
])("a mapping that cannot be read is told what is wrong: %j", async ([text = ""], said) => {
	const { code, err } = await concord(file, "--mapping", fileWith("broken.yaml", text));
	expect(code).toBe(2);
	expect(err).toContain(said);
});

test("a word cannot mean what there is not, and a column is one of the file", async () => {
	const { code, out } = await concord(
		file,
		"--mapping",
		fileWith(
			"odd.yaml",
			"columns:\n  Raised by: Raised by\n  Raised on: Day\nagency:\n  The School: Hogwarts\n",
		),
	);
	expect(code).toBe(1);
	expect(out).toContain("columns: There is no column “Day”");
	expect(out).toContain("agency: “The School” cannot mean “Hogwarts”");
});

test("nobody but the Business Unit imports, and nobody who is not in the directory", async () => {
	const as = (email: string) =>
		calling(importCommand)(["import", file, "--as", email], "", {
			DATABASE_URL: partnership.databaseUrl(),
		});
	const teacher = await as(partnership.people.headteacher.email);
	expect(teacher).toMatchObject({ code: 2, out: "" });
	expect(teacher.err).toContain("Only the partnership’s Business Unit can import an old log.");
	expect((await as("nobody@example.org")).err).toContain("Nobody in the directory");
	expect((await concord("--undo", "no-batch")).err).toContain("Nothing is imported");
});

test("a file that a virus scanner could not look through is not read", async () => {
	const { code, err } = await calling(importCommand)(
		["import", file, "--as", partnership.people.businessUnit.email],
		"",
		{ DATABASE_URL: partnership.databaseUrl(), CONCORD_CLAMD: placeOf("no-socket") },
	);
	expect(code).toBe(2);
	expect(err).toContain("the virus scanner cannot be reached");
	expect(await logs()).toEqual([]);
});
