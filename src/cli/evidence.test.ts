import { existsSync, readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { raisedTo, referenceOf } from "../../test/support/partnership.ts";
import { calling, placeOf } from "./command.fixture.ts";
import { evidence } from "./evidence.ts";

const partnership = officeForAll({ at: "2026-10-05T10:00" });
let reference: string;
const concord = (...args: string[]) =>
	calling(evidence)(["evidence", "--as", partnership.people.businessUnit.email, ...args], "", {
		DATABASE_URL: partnership.databaseUrl(),
		CONCORD_SECRET: "kq3-these-are-letters-for-tests-of-packs-7241",
	});

beforeAll(async () => {
	reference = await referenceOf(partnership, await raisedTo(partnership, "forward"));
});

test("nothing is written before somebody has looked; then the same call writes the pack and notes it", async () => {
	const out = placeOf("pack.zip");
	const asked = ["--audience", "court", "--difference", reference.toLowerCase(), "--out", out];
	const first = await concord(...asked);
	expect(first).toMatchObject({ code: 1, out: "" });
	expect(first.err).toContain("Pack 1, for a court: 1 difference.\n0 of 1 looked at.");
	expect(existsSync(out)).toBe(false);
	const unit = await partnership.visitor(partnership.people.businessUnit);
	const list = await unit.open("/evidence");
	const pack = /href="(\/evidence\/[0-9a-f-]{36})"/.exec(list.body)?.[1];
	await unit.send(await unit.open(`${pack}/1`));
	expect(await concord(...asked)).toMatchObject({ code: 0, out: `${out}\n` });
	expect(Object.keys(unzipSync(readFileSync(out)))).toContain("index.html");
	const taken = await partnership.db.selectFrom("export").selectAll().execute();
	expect(taken).toMatchObject([{ what: "Evidence pack", by_command: true, rows: 1 }]);
});

test.each([
	[["--audience", "press", "--out", "x.zip"], "Say for whom"],
	[["--audience", "court"], "Name the file to write"],
	[["--audience", "agency", "--out", "x.zip"], "‘--agency’ goes with"],
	[
		["--audience", "court", "--difference", "C1-AAAAA", "--theme", "x", "--out", "x.zip"],
		"A pack is of one difference, or of a period",
	],
	[["--audience", "court", "--difference", "C1-AAAAA", "--out", "x.zip"], "There is no difference"],
	[
		["--audience", "court", "--from", "2026-02-01", "--to", "2026-01-01", "--out", "x.zip"],
		"The last day must be",
	],
	[["--audience", "court", "--to", "2001-01-01", "--out", "x.zip"], "Nothing that you can read"],
])("a wrong call is told in a sentence: %j", async (args, says) => {
	const { code, err } = await concord(...args);
	expect({ code, says: err.includes(says) }).toEqual({ code: 2, says: true });
});
