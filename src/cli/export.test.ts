import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { raiseByTeacher, raisedTo, referenceOf } from "../../test/support/partnership.ts";
import { sweep } from "../actions/sweep.ts";
import { readTable } from "../beside/table/read-table.ts";
import { calling, placeOf } from "./command.fixture.ts";
import { exportCommand } from "./export.ts";

const partnership = officeForAll({ at: "2026-03-30T10:00" });
const concord = (...args: string[]) =>
	calling(exportCommand)(["export", "--as", partnership.people.businessUnit.email, ...args], "", {
		DATABASE_URL: partnership.databaseUrl(),
	});
let reference: string;

beforeAll(async () => {
	reference = await referenceOf(partnership, await raisedTo(partnership, "forward"));
	await raiseByTeacher(partnership);
	partnership.at("2026-04-27T10:00");
	await sweep(partnership.app, partnership.partnershipId);
});

test("how many rows there are is said first, and the log is printed as the page’s own file has it", async () => {
	const { code, out, err } = await concord();
	expect({ code, err }).toEqual({ code: 0, err: "1 row. All forms.\n" });
	const { body } = await partnership.read(
		partnership.people.businessUnit,
		"/business-unit/log.csv",
	);
	expect(out.split("\r\n")[0]).toBe(body.split("\r\n")[0]?.replace("\uFEFF", ""));
	expect(out.split("\r\n")[1]?.split(",").slice(0, 3)).toEqual(
		body.split("\r\n")[1]?.split(",").slice(0, 3),
	);
	expect(out).toContain(reference);
});

test.each([
	[["--status", "ended"], 0, "Ended."],
	[["--late"], 1, "Answered late or not yet answered."],
	[["--from", "2026-04-01"], 0, "Received from 1 April 2026."],
	[["--to", "2026-04-01"], 1, "Received up to 1 April 2026."],
	[["--agency", "Combe Children's Social Care"], 1, "Of Combe"],
	[["--stage", "formal-resolution"], 1, "Formal resolution"],
	[["--theme", "Application of thresholds"], 1, "About Application"],
])("it is narrowed as on the page: %j", async (args, rows, said) => {
	const { out, err } = await concord(...args);
	expect(err).toContain(`${rows} ${rows === 1 ? "row" : "rows"}. `);
	expect(err).toContain(said);
	expect(out.trim().split("\r\n")).toHaveLength(rows + 1);
});

test("as a workbook it is written to the file that is named, with the columns that are asked for", async () => {
	const file = placeOf("log.xlsx");
	const { code, out } = await concord("--out", file, "--columns", "reference, What it is about");
	expect({ code, out }).toEqual({ code: 0, out: `${file}\n` });
	expect(await readTable(readFileSync(file))).toMatchObject({
		headings: ["Reference", "What it is about"],
		rows: [{ cells: [reference, expect.any(String)] }],
	});
});

test.each([
	[["--format", "odt"], "There is no format ‘odt’"],
	[["--status", "gone"], "‘gone’ is no status"],
	[["--from", "April"], "April"],
	[["--agency", "Nowhere"], "There is no agency ‘Nowhere’"],
	[["--columns", "name"], "There is no column ‘name’"],
	[["--out", "/no/such/place/log.csv"], "cannot be written"],
])("a call that cannot be answered is told what is wrong: %j", async (args, said) => {
	const { code, err } = await concord(...args);
	expect(code).toBe(2);
	expect(err).toContain(said);
});

test("it is for whoever reads the log, and for nobody else", async () => {
	for (const as of [[], ["--as", partnership.people.headteacher.email]])
		expect(
			await calling(exportCommand)(["export", ...as], "", {
				DATABASE_URL: partnership.databaseUrl(),
			}),
		).toMatchObject({ code: 2, out: "" });
});
