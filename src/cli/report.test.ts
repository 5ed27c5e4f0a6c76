import { existsSync, readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { raiseByTeacher } from "../../test/support/partnership.ts";
import { calling, placeOf } from "./command.fixture.ts";
import { report } from "./report.ts";

const partnership = officeForAll({ at: "2026-03-30T10:00" });
const concord = (args: string[], env: Record<string, string> = {}) =>
	calling(report)(["report", ...args], "", { DATABASE_URL: partnership.databaseUrl(), ...env });
const days = ["--from", "2025-10-01", "--to", "2026-03-31"];

test("a report is written to the file that is named, whole for the Business Unit and with small numbers hidden for others", async () => {
	await raiseByTeacher(partnership);
	const written = async (audience: string) => {
		const out = placeOf(`${audience}.csv`);
		const told = await concord([...days, "--audience", audience, "--format", "csv", "--out", out]);
		expect(told).toEqual({ code: 0, out: `${out}\n`, err: "" });
		return readFileSync(out, "utf8");
	};
	expect(await written("business-unit")).toMatch(
		/Professional differences raised,This period,count,1\r/,
	);
	expect(await written("public")).toMatch(
		/Professional differences raised,This period,not shown,\[c\]\r/,
	);
});

test.each(["docx", "pdf", "xlsx"])("as %s it is a file of that kind", async (format) => {
	const out = placeOf(`report.${format}`);
	await concord([...days, "--audience", "subgroup", "--format", format, "--out", out]);
	expect(readFileSync(out).subarray(0, 4).toString("latin1")).toBe(
		format === "pdf" ? "%PDF" : "PK\u0003\u0004",
	);
});

test("as zip it has every format, each as it is alone", async () => {
	const out = placeOf("report.zip");
	await concord([...days, "--audience", "subgroup", "--format", "zip", "--out", out]);
	const files = unzipSync(readFileSync(out));
	const name = "report-somerset-rpd-2025-10-01-to-2026-03-31-subgroup";
	expect(Object.keys(files).sort()).toEqual(
		["csv", "docx", "pdf", "xlsx"].map((ending) => `${name}.${ending}`),
	);
	const alone = placeOf("alone.csv");
	await concord([...days, "--audience", "subgroup", "--format", "csv", "--out", alone]);
	expect(Buffer.from(files[`${name}.csv`] ?? []).equals(readFileSync(alone))).toBe(true);
});

test.each([
	[[], "Say for whom"],
	[["--audience", "everybody"], "Say for whom"],
	[["--audience", "public", "--format", "odt"], "There is no format ‘odt’"],
	[["--audience", "public", "--from", "2026-04-01"], "Give both --from and --to"],
	[["--audience", "public", "--from", "2026-04-01", "--to", "2026-03-01"], "ends before it begins"],
	[["--audience", "public", "--from", "April", "--to", "2026-03-01"], "April"],
	[["--audience", "public", "--protocol", "other"], "No protocol ‘other’ is in force"],
	[["--audience", "public", "--partnership", "Elsewhere"], "There is no partnership ‘Elsewhere’"],
])("a call that cannot be answered is told what is wrong: %j", async (args, said) => {
	const { code, err } = await concord(args);
	expect(code).toBe(2);
	expect(err).toContain(said);
});

test("where there is no database, it says where it looked and makes none", async () => {
	const directory = placeOf("nothing-here");
	const { code, err } = await concord(["--audience", "public"], {
		DATABASE_URL: "",
		CONCORD_DATA: directory,
	});
	expect(code).toBe(2);
	expect(err).toContain(`There is no database in ${directory}`);
	expect(existsSync(directory)).toBe(false);
});
