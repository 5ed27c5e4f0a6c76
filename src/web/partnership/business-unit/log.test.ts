import { beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { raiseByTeacher, raisedTo, referenceOf } from "../../../../test/support/partnership.ts";
import { faultsIn, wordsIn } from "../../../../test/support/visitor.ts";
import { sweep } from "../../../actions/sweep.ts";
import { readTable } from "../../../beside/table/read-table.ts";
import { logOfForms } from "../../../reports/log-of-forms.ts";

const partnership = officeForAll({ at: "2026-03-30T10:00" });
const log = "/business-unit/log";
const office = () => partnership.people.businessUnit;
let late: string;
let waiting: string;
let answered: string;

beforeAll(async () => {
	answered = await raisedTo(partnership, "respond");
	partnership.at("2026-03-30T11:00");
	late = await raisedTo(partnership, "forward");
	partnership.at("2026-04-27T10:00");
	await sweep(partnership.app, partnership.partnershipId);
	waiting = await raisedTo(partnership, "forward");
	await raiseByTeacher(partnership);
});

const rowsIn = async (query: string): Promise<string[]> => {
	const { body } = await partnership.read(office(), `${log}.csv${query}`);
	return body
		.trim()
		.split("\r\n")
		.slice(1)
		.map((row) => row.split(",")[0] ?? "");
};
const references = (...ids: string[]) => Promise.all(ids.map((id) => referenceOf(partnership, id)));

test("the log is narrowed to what is late, to a stage and to what it is about, on its page and in its files alike", async () => {
	expect(await rowsIn("")).toEqual(await references(waiting, late, answered));
	expect(await rowsIn("?late=yes")).toEqual(await references(late));
	expect(await rowsIn("?status=ended")).toEqual([]);
	expect(await rowsIn("?stage=formal-resolution")).toEqual(
		await references(waiting, late, answered),
	);
	expect(await rowsIn("?stage=early-resolution")).toEqual([]);
	expect(await rowsIn(`?agency=${partnership.agencies.police}`)).toEqual([]);
	const words = await partnership.words(office(), `${log}?late=yes`);
	expect(words).toContain("Showing 1 to 1 of 1 form");
	expect(words).toContain((await references(late))[0]);
});

test("columns are chosen, and are those of the page, of CSV and of XLSX; how many rows there are is said before", async () => {
	const query = "?columns=reference&columns=raised&columns=about";
	const { body } = await partnership.read(office(), log + query);
	expect(wordsIn(body)).toContain("Reference What it is about Raised");
	expect(body).toContain('data-label="Raised"');
	expect(body).not.toContain('data-label="Response due"');
	expect(await faultsIn(body)).toEqual([]);
	const download = await partnership.read(office(), `${log}/download${query}`);
	expect(wordsIn(download.body)).toMatch(
		/Download 3 rows .*Columns: Reference, What it is about, Raised\./,
	);
	expect(await faultsIn(download.body)).toEqual([]);
	const csv = await partnership.read(office(), `${log}.csv${query}`);
	expect(csv.body.split("\r\n")[0]).toBe("\uFEFFReference,What it is about,Raised");
	const xlsx = await partnership.read(office(), `${log}.xlsx${query}`);
	const table = await readTable(xlsx.rawPayload);
	expect(table).toMatchObject({
		headings: ["Reference", "What it is about", "Raised"],
		rows: [{}, {}, {}],
	});
	expect("rows" in table && table.rows.map(({ cells }) => cells[0])).toEqual(
		await references(waiting, late, answered),
	);
	expect(JSON.stringify(table)).not.toContain("Canary");
});

test("a view is saved for oneself or for the office, has an address, and is called by what it shows: nobody types a name", async () => {
	const head = await partnership.visitor(office());
	const page = await head.open(`${log}?late=yes&theme=Canary`);
	expect(page.words).toContain("Save this view");
	const saved = await head.post(`${log}/views`, {
		query: "late=yes&theme=Canary&find=Canary&columns=Canary",
		for: "office",
	});
	expect(saved.headers.location).toBe(`${log}?late=yes`);
	await head.post(`${log}/views`, { query: "status=open", for: "me" });
	await head.post(`${log}/views`, { query: "status=open", for: "me" });
	const { words, body } = await head.open(log);
	expect(words).toContain("Saved views (2)");
	expect(words).toContain("Answered late or not yet answered (shared in the office)");
	expect(body).not.toContain("Canary");
	expect(await faultsIn(body)).toEqual([]);
	const [, address = ""] = body.match(/href="(\/business-unit\/log\/views\/[^"]+)"/) ?? [];
	expect((await head.get(address)).headers.location).toBe(`${log}?late=yes`);
	for (const person of ["headteacher", "director"] as const)
		expect((await partnership.read(partnership.people[person], address)).statusCode).toBe(404);
	await head.post(`${address}/remove`);
	expect((await head.open(log)).words).toContain("Saved views (1)");
});

test("nobody but the office takes the log away", async () => {
	for (const url of [`${log}.xlsx`, `${log}/download`])
		expect((await partnership.read(partnership.people.headteacher, url)).statusCode).toBe(404);
});

test("pages of any size hold every form once, in the order of the whole, also what was received at one moment", async () => {
	for (let more = 0; more < 2; more++) await raisedTo(partnership, "forward");
	const whole = await rowsIn("");
	expect(whole).toHaveLength(5);
	for (const pageSize of [1, 2, 3, 4, 5]) {
		const pages: string[] = [];
		for (let page = 1; page <= Math.ceil(5 / pageSize) + 1; page++) {
			const { rows, total } = await logOfForms(
				partnership.app,
				office(),
				"business-unit",
				{ page, pageSize },
				Temporal.ZonedDateTime.from("2026-04-27T10:00[Europe/London]"),
			);
			expect(total).toBe(5);
			pages.push(...rows.map(({ reference }) => reference));
		}
		expect(pages, `by ${pageSize}`).toEqual(whole);
	}
});
