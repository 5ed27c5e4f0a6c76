import { buffer } from "node:stream/consumers";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { type Cell, type Column, type Sheet, type Workbook, workbookToXlsx } from "./xlsx.ts";

const column = (heading: string, is: Column["is"] = "text"): Column => ({
	heading,
	is,
	means: `What ${heading} means`,
});

const workbook = (...sheets: Sheet[]): Workbook => ({
	title: "Differences & more",
	from: "Northfield Safeguarding Partnership",
	day: "2026-10-01",
	about: ["April to September 2026"],
	sheets,
});

/** The parts of the file by their path, and each sheet by its tab as rows of what its cells hold. */
async function read(given: Workbook) {
	const parts = unzipSync(await buffer(workbookToXlsx(given)));
	const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
	const names = [...part("xl/workbook.xml").matchAll(/<sheet name="([^"]*)"/g)].map(
		([, name = ""]) => name,
	);
	const xml = names.map((_, index) => part(`xl/worksheets/sheet${index + 1}.xml`));
	const rows = new Map(names.map((name, index) => [name, rowsOf(xml[index] ?? "")]));
	return { names, rows, xml, part };
}

const rowsOf = (sheet: string) =>
	[...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = ""]) =>
		[...row.matchAll(/<c ([^>]*)>(.*?)<\/c>/gs)].map(([, how = "", what = ""]) => {
			const held = what.replace(/<[^>]*>/g, "");
			return how.includes("inlineStr") ? held : held === "" ? null : Number(held);
		}),
	);

const oneSheet = async (columns: Column[], rows: Cell[][]) => {
	const file = await read(workbook({ name: "Log", columns, rows }));
	return file.rows.get("Log")?.slice(1);
};

test("a sheet for each table, what the file is about before them and what its columns mean after", async () => {
	const { names, rows, part } = await read(
		workbook({
			name: "Themes",
			columns: [column("Theme"), column("Raised", "number")],
			rows: [["Neglect", 14]],
		}),
	);
	expect(names).toEqual(["About", "Themes", "Data dictionary"]);
	expect(rows.get("About")).toEqual([
		["Differences &amp; more"],
		["Northfield Safeguarding Partnership"],
		["Made on 2026-10-01"],
		["April to September 2026"],
	]);
	expect(rows.get("Themes")).toEqual([
		["Theme", "Raised"],
		["Neglect", 14],
	]);
	expect(rows.get("Data dictionary")?.slice(1)).toEqual([
		["Themes", "Theme", "Text", "What Theme means"],
		["Themes", "Raised", "Number", "What Raised means"],
	]);
	expect(part("docProps/core.xml")).toContain("<dc:title>Differences &amp; more</dc:title>");
});

test("a number is a number, a day and a moment are dates, and nothing is an empty cell", async () => {
	const columns = [column("n", "number"), column("d", "day"), column("m", "moment"), column("t")];
	const day = Temporal.PlainDate.from("2026-10-01");
	expect(
		await oneSheet(columns, [
			[2.5, day, day.toPlainDateTime("18:00"), null],
			[0, Temporal.PlainDate.from("1900-03-01"), null, ""],
		]),
	).toEqual([
		[2.5, 46296, 46296.75, null],
		[0, 61, null, null],
	]);
});

test("a day before March 1900, which spreadsheets count wrongly, is a text", async () => {
	expect(await oneSheet([column("d", "day")], [[Temporal.PlainDate.from("1900-02-28")]])).toEqual([
		["1900-02-28"],
	]);
});

test("a text that begins like a formula stays a text, also when somebody changes it", async () => {
	const formulas = ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1"];
	const { xml, part } = await read(
		workbook({ name: "Log", columns: [column("t")], rows: formulas.map((each) => [each]) }),
	);
	expect(xml.join("")).not.toContain("<f");
	expect(xml[1]?.match(/<c r="A\d+" s="2" t="inlineStr">/g)).toHaveLength(formulas.length);
	const [, , textStyle] = [...part("xl/styles.xml").matchAll(/<xf xfId="0"[^>]*>/g)];
	// 49 is “@”: text.
	expect(textStyle?.[0]).toContain('numFmtId="49"');
});

test("what stands among numbers in words is a text on their side, and so is what stands over them", async () => {
	const { xml, part } = await read(
		workbook({ name: "Log", columns: [column("t"), column("n", "number")], rows: [["a", "[c]"]] }),
	);
	const formats = [...part("xl/styles.xml").matchAll(/<xf xfId="0".*?(?:\/>|<\/xf>)/g)];
	const formatAt = (place: string) => {
		const style = new RegExp(`<c r="${place}" s="(\\d+)" t="inlineStr">`).exec(xml[1] ?? "")?.[1];
		return formats[Number(style)]?.[0];
	};
	for (const place of ["B1", "B2"]) {
		expect(formatAt(place)).toContain('horizontal="right"');
		expect(formatAt(place)).toContain('numFmtId="49"');
	}
	for (const place of ["A1", "A2"]) expect(formatAt(place)).toContain('horizontal="left"');
});

test("a text keeps its lines, loses what XML cannot hold, and is not taken for an escape", async () => {
	expect(
		await oneSheet([column("t")], [["one\r\ntwo\u0000 <b> \ud800"], ["_x000D_ and _x_"]]),
	).toEqual([["one\ntwo  &lt;b&gt; \ufffd"], ["_x005F_x000D_ and _x_"]]);
});

test("a text longer than a cell is cut, and says so", async () => {
	const [[kept = ""] = []] = (await oneSheet([column("t")], [["a".repeat(40_000)]])) ?? [];
	expect(String(kept)).toHaveLength(32_767);
	expect(String(kept)).toMatch(/a … \(cut here: a cell holds no more\)$/);
});

test("tabs have names that a spreadsheet takes: short, without its signs, no two the same", async () => {
	const sheet = (name: string) => ({ name, columns: [column("t")], rows: [] });
	const { names } = await read(
		workbook(
			sheet("Raised by: agency/sector [all of them]"),
			sheet("about"),
			sheet("'?'"),
			sheet(""),
		),
	);
	expect(names).toEqual([
		"About",
		"Raised by agency sector all…",
		"about 2",
		"Sheet",
		"Sheet 2",
		"Data dictionary",
	]);
});

test("the first row stays in sight and can be filtered, over as many rows as there are", async () => {
	const { xml } = await read(
		workbook({
			name: "Log",
			columns: [column("a"), column("b")],
			rows: [
				["1", "2"],
				["3", "4"],
			],
		}),
	);
	expect(xml[1]).toContain(
		'<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
	);
	expect(xml[1]).toContain('<autoFilter ref="A1:B3"/>');
});

test("the same workbook of the same day is the same file", async () => {
	const file = () =>
		buffer(workbookToXlsx(workbook({ name: "Log", columns: [column("t")], rows: [["a"]] })));
	expect((await file()).equals(await file())).toBe(true);
});

test("rows are read only as far as the file was taken", async () => {
	let read = 0;
	function* rows() {
		for (; read < 100_000; read += 1) yield [`Difference ${read}`, read];
	}
	const stream = workbookToXlsx(
		workbook({ name: "Log", columns: [column("t"), column("n", "number")], rows: rows() }),
	);
	for await (const _ of stream) if (read > 0) break;
	expect(read).toBeLessThan(20_000);
});

test("an error while rows are read ends the file, so that no half of one looks whole", async () => {
	// biome-ignore lint/correctness/useYield: it fails before its first row
	function* rows(): Generator<Cell[]> {
		throw new Error("The line to the database broke");
	}
	await expect(
		buffer(workbookToXlsx(workbook({ name: "Log", columns: [column("t")], rows: rows() }))),
	).rejects.toThrow("The line to the database broke");
});
