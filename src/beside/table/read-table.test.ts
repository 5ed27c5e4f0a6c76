import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { workbookToXlsx } from "../../documents/xlsx.ts";
import type { TypedTable } from "../../domain/learning/old-log/typed-table.ts";
import { readTable } from "./read-table.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean, mark = true) => {
	const buffer = Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
	return new Uint8Array(littleEndian ? buffer : buffer.swap16());
};
const read = async (file: Uint8Array) => {
	const table = await readTable(file);
	if ("wrong" in table) throw new Error(table.wrong);
	return table;
};
const text = 'Ref,Agency,Theme\r\nA1,Café Trust,Thresholds\r\nA2,School,"one; two"\r\n';
const rows = [
	{ line: 2, cells: ["A1", "Café Trust", "Thresholds"] },
	{ line: 3, cells: ["A2", "School", "one; two"] },
];

test.each([
	["UTF-8", bytes(text)],
	["UTF-8", bytes(`\uFEFF${text}`)],
	["UTF-16", utf16(text, true)],
	["UTF-16", utf16(text, false)],
	["UTF-16", utf16(text, true, false)],
	["Windows-1252", Uint8Array.from(text, (letter) => letter.charCodeAt(0))],
])("a CSV file in %s is read, and says what it was read as", async (encoding, file) => {
	const table = await read(file);
	expect(table.readAs).toBe(`CSV, ${encoding}, separated by commas`);
	expect(table.headings).toEqual(["Ref", "Agency", "Theme"]);
	expect(table.rows).toEqual(rows);
});

test.each([";", "\t"])("fields may be separated by “%s”", async (separator) => {
	const file = `Ref${separator}Agency\nA1${separator}Trust, north\n`;
	expect((await read(bytes(file))).rows).toEqual([{ line: 2, cells: ["A1", "Trust, north"] }]);
	expect((await read(bytes(`sep=${separator}\n${file}`))).rows).toEqual([
		{ line: 3, cells: ["A1", "Trust, north"] },
	]);
});

test("lines keep their place: after a title, empty lines and line ends inside a cell", async () => {
	const table = await read(bytes('Our log\n\nRef,About\nA1,"two\nlines"\n,\nA2,one\n'));
	expect(table.headings).toEqual(["Ref", "About"]);
	expect(table.rows).toEqual([
		{ line: 4, cells: ["A1", "two\nlines"] },
		{ line: 7, cells: ["A2", "one"] },
	]);
});

test("headings that are missing or there twice are named by their place", async () => {
	expect((await read(bytes("Date,,Date\n1,2,3,4\n"))).headings).toEqual([
		"Date",
		"Column 2",
		"Date (column 3)",
		"Column 4",
	]);
});

test("a quotation mark that is never closed, a file of another kind and an empty one are refused with what to do", async () => {
	for (const [file, wrong] of [
		[bytes('Ref,About\nA1,"open\n'), /quotation mark/],
		[Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 0x81]), /not a table/],
		[Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), /\(\.xls\), or one with a password/],
		[new Uint8Array(), /empty/],
		[bytes("only one column\nA\n"), /no table/],
		[bytes("Ref,About\n"), /no line below/],
	] as const)
		expect(await readTable(file)).toEqual({
			wrong: expect.stringMatching(wrong),
			fix: expect.stringMatching(/\w/),
		});
});

const workbook = async (cells: (string | number | Temporal.PlainDate | null)[][]) => {
	const pieces: Buffer[] = [];
	for await (const piece of workbookToXlsx({
		title: "Log",
		from: "Us",
		day: "2026-03-01",
		about: [],
		sheets: [
			{
				name: "Log & more",
				columns: [
					{ heading: "Ref", is: "text", means: "" },
					{ heading: "Raised", is: "day", means: "" },
					{ heading: "Children", is: "number", means: "" },
				],
				rows: cells,
			},
		],
	}))
		pieces.push(piece as Buffer);
	return new Uint8Array(Buffer.concat(pieces));
};
/** The same workbook with its text changed. */
const changed = (file: Uint8Array, path: string, change: (xml: string) => string) => {
	const parts = unzipSync(file);
	parts[path] = strToU8(change(strFromU8(parts[path] as Uint8Array)));
	return zipSync(parts);
};
const day = Temporal.PlainDate.from("2024-04-09");
test("a workbook is read: texts, dates as days, numbers; the sheet that was read and the others are named", async () => {
	const table: TypedTable = await read(
		await workbook([
			["=A1", day, 2],
			["A2", null, 10],
		]),
	);
	expect(table).toMatchObject({
		sheet: "Log & more",
		otherSheets: ["About", "Data dictionary"],
		headings: ["Ref", "Raised", "Children"],
	});
	expect(table.rows).toEqual([
		{ line: 2, cells: ["=A1", "2024-04-09", "2"] },
		{ line: 3, cells: ["A2", "", "10"] },
	]);
});

test("dates count from 1904 where the workbook says so", async () => {
	const file = changed(await workbook([["A1", day, 1]]), "xl/workbook.xml", (xml) =>
		xml.replace("<bookViews>", '<workbookPr date1904="1"/><bookViews>'),
	);
	expect((await read(file)).rows[0]?.cells[1]).toBe("2028-04-10");
});

test("a formula counts as what it gave, and an error stays one", async () => {
	const file = changed(await workbook([["A1", day, 1]]), "xl/worksheets/sheet2.xml", (xml) =>
		xml
			.replace(/<c r="C2"[^>]*><v>1<\/v><\/c>/, '<c r="C2"><f>1+2</f><v>3</v></c>')
			.replace(/<c r="A2".*?<\/c>/, '<c r="A2" t="e"><f>B9</f><v>#REF!</v></c>'),
	);
	expect((await read(file)).rows[0]?.cells).toEqual(["#REF!", "2024-04-09", "3"]);
});

test("a workbook with macros, a broken one and one that unpacks to too much are refused", async () => {
	const parts = unzipSync(await workbook([["A1", day, 1]]));
	const withPart = (name: string, content: Uint8Array) => zipSync({ ...parts, [name]: content });
	expect(await readTable(withPart("xl/vbaProject.bin", bytes("x")))).toMatchObject({
		wrong: "This workbook has macros",
	});
	expect(await readTable(withPart("xl/media/1.bmp", new Uint8Array(30_000_000)))).toMatchObject({
		wrong: expect.stringContaining("too large"),
	});
	expect(await readTable(bytes("PK and no zip"))).toMatchObject({
		wrong: "This workbook cannot be read",
	});
});
