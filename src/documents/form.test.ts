import { describe, expect, test } from "vitest";
import {
	type PdfPiece,
	pdfPieces,
	pdfStructure,
	pdfText,
	unzip,
	wordText,
} from "../../test/support/documents.ts";
import type { LabelledAnswer } from "../domain/paper.ts";
import { paperToDocx } from "./docx.ts";
import { longForm } from "./form.fixture.ts";
import { type FormDocument, formOnPaper } from "./form.ts";
import { paperToPdf } from "./pdf.ts";
import { columnShares } from "./table-columns.ts";

const formToDocx = (form: FormDocument) => paperToDocx(formOnPaper(form));
const formToPdf = (form: FormDocument) => paperToPdf(formOnPaper(form));

const withFields = (...fields: LabelledAnswer[]): FormDocument => ({
	...longForm,
	parts: [{ title: "Part one", side: "Agency A: a school", sections: [{ fields }], files: [] }],
});
const oneLine = (text: string) => text.replace(/\s+/g, " ");

describe.each([
	["the Word document", formToDocx, wordText],
	["the PDF", formToPdf, pdfText],
])("%s", (_name, make, textOf) => {
	test("says everything the form says, in its order", async () => {
		const text = oneLine(textOf(await make(longForm)));
		const sayings = [
			longForm.title,
			longForm.handling,
			"RPD-2026-0147",
			longForm.status,
			"Resolving professional differences, version April 2021",
			"22 April 2026",
			...longForm.parts.flatMap((part) => [
				part.title,
				part.side,
				...part.sections.flatMap(({ heading = "", fields }) => [
					heading,
					...fields.flatMap((field) => [
						field.label,
						...("table" in field
							? [...field.table.columns, ...field.table.rows.flat()]
							: [field.value ?? "Not yet answered"]),
					]),
				]),
				...part.files.flatMap(({ name, by }) => [
					"Files sent with this part",
					...["File", "Size", "Sent by", "Date"],
					...[name, "1.2 MB", by, "1 April 2026"],
				]),
				"Completed and signed off",
			]),
		];
		let from = 0;
		for (const saying of sayings.map(searchable)) {
			const at = searchable(text).indexOf(saying, from);
			expect(at, `“${saying}” after position ${from}`).toBeGreaterThan(-1);
			from = at + saying.length;
		}
	});

	test("shows who completed and who signed off, and what is still awaited", async () => {
		const text = oneLine(textOf(await make(longForm)));
		expect(text).toMatch(
			/Signed off by Siân Pŵel-Nguyễn Executive headteacher Oakfield Primary School 2 April 2026/,
		);
		expect(text).toContain("Signed off by Not yet signed off");
	});

	test("leaves the signatures out where the protocol asks for none", async () => {
		const text = textOf(await make(withFields({ label: "Name", value: "A" })));
		expect(text).not.toContain("Completed");
		expect(text).not.toContain("Signed off");
	});

	test("says what was decided before everything that led to it", async () => {
		const decided = [
			{
				title: "Stage 4: Executive decision",
				recorded: "Recorded by Helen Stroud of the Executive on 6 May 2026.",
				fields: [
					{ label: "What was decided?", value: "A strategy discussion is held" },
					{ label: "Why?", value: "The children were not seen alone" },
				],
			},
		];
		const text = oneLine(textOf(await make({ ...longForm, decided })));
		const order = [
			"What was decided",
			"Helen Stroud",
			"The children were not seen alone",
			"Part one",
		];
		const places = order.map((saying) => text.indexOf(saying));
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		expect(places).not.toContain(-1);
		expect(oneLine(textOf(await make(longForm)))).not.toContain("What was decided");
	});

	test("shows a blank answer and an empty table as not yet answered", async () => {
		const text = oneLine(
			textOf(
				await make(
					withFields(
						{ label: "Siblings", value: " \n " },
						{ label: "Actions", table: { columns: ["Action"], rows: [] } },
					),
				),
			),
		);
		expect(text).toContain("Siblings Not yet answered Actions Not yet answered");
	});

	test("keeps hostile and pasted text as text", async () => {
		const value = "</w:t><b>&amp; \u0007\u000b“quoted”\ud800 a\r\nb\tc";
		const text = oneLine(textOf(await make(withFields({ label: "L", value }))));
		expect(text).toContain("</w:t><b>&amp; “quoted”");
		expect(text).toMatch(/a b c/);
	});

	test("is the same, byte for byte, for the same form", async () => {
		expect((await make(longForm)).equals(await make(longForm))).toBe(true);
	});
});

/** Lines may break inside a long word, so words are compared without their spaces. */
const searchable = (text: string) => text.replace(/\s/g, "");

describe("the Word document", () => {
	test("has headings, repeated table headers, a title and a language", async () => {
		const files = unzip(await formToDocx(longForm));
		const body = files.get("word/document.xml") ?? "";
		expect(body.match(/w:val="Heading1"/g)).toHaveLength(1);
		expect(body.match(/w:val="Heading2"/g)).toHaveLength(2);
		expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(5);
		expect(files.get("word/styles.xml")).toContain('<w:lang w:val="en-GB"/>');
		expect(files.get("docProps/core.xml")).toContain(
			"<dc:title>Resolving professional differences form, RPD-2026-0147</dc:title>",
		);
	});

	test("has the partnership at its head and the marking and reference at its foot", async () => {
		const files = [...unzip(await formToDocx(longForm))];
		const part = (name: string) => files.find(([path]) => path.startsWith(`word/${name}`))?.[1];
		expect(part("header")).toContain(longForm.partnership);
		expect(part("footer")).toContain(longForm.handling);
		expect(part("footer")).toContain("RPD-2026-0147 · page ");
	});
});

describe("the PDF", () => {
	test("is tagged: headings, lists of answers, tables with header cells", async () => {
		const pdf = await formToPdf(longForm);
		expect(pdfStructure(pdf)).toMatchObject({
			Document: 1,
			H1: 1,
			H2: 2,
			H3: 6,
			Table: 5,
			TR: 18,
			TH: 22,
			LI: 23,
			Lbl: 23,
			LBody: 23,
		});
		const source = pdf.toString("latin1");
		expect(source).toContain("/Lang (en-GB)");
		expect(source).toContain("/Marked true");
		expect(source).toContain("/DisplayDocTitle true");
		expect(source.match(/\/Scope \/Column/g)).toHaveLength(22);
	});

	test("has head and foot on every page, which are not read out", async () => {
		const pieces = pdfPieces(await formToPdf(longForm));
		const pages = Math.max(...pieces.map(({ page }) => page));
		for (let number = 1; number <= pages; number += 1) {
			const around = pieces
				.filter(({ page, tagged }) => page === number && !tagged)
				.map(({ text }) => text.trim());
			expect(around).toContain(longForm.partnership);
			expect(around).toContain(longForm.handling);
			expect(around).toContain(`RPD-2026-0147 · page ${number} of ${pages}`);
		}
	});

	test("stays inside its margins, whatever is typed", async () => {
		const long = "Llanfairpwllgwyngyll".repeat(40);
		const pieces = pdfPieces(
			await formToPdf({
				...withFields(
					{ label: long, value: long },
					{ label: "Short", value: long.slice(0, 140) },
					{
						label: "Table",
						table: {
							columns: ["One", "Two", "Three"],
							rows: [[long.repeat(4), "word ".repeat(3000), ""]],
						},
					},
				),
				reference: "R",
			}),
		);
		const inside = ({ x, y, text }: PdfPiece) =>
			x >= 54 && y >= 24 && y <= 820 && text.length <= 120;
		expect(pieces.filter((piece) => !inside(piece))).toEqual([]);
		const said = pieces.map(({ text }) => text.trim()).join("");
		expect(said.match(/word/g)).toHaveLength(3000);
	});

	test("leaves the heading of a part alone at the foot of no page, whatever stands above it", async () => {
		for (let lines = 12; lines < 22; lines += 1) {
			const filler = { label: "Filler", value: Array(lines).fill("A line").join("\n") };
			const form = withFields(filler);
			const answer = { label: "What is the answer?", value: "The answer" };
			const sections = [{ heading: "Response", fields: [answer] }];
			const pieces = pdfPieces(
				await formToPdf({
					...form,
					parts: [
						...form.parts,
						{ title: "Part two", side: "Agency B: a hospital", sections, files: [] },
					],
				}),
			);
			const pageOf = (said: string) => pieces.find(({ text }) => text.includes(said))?.page;
			expect(pageOf("Part two"), `${lines} lines`).toBe(pageOf("answer?"));
		}
	});

	test("repeats the header of a table on each page it runs over", async () => {
		const rows = Array.from({ length: 90 }, (_, index) => [`Action ${index + 1}`, "Owner"]);
		const pieces = pdfPieces(
			await formToPdf(
				withFields({
					label: "Actions",
					table: { columns: ["What is done", "By whom"], rows },
				}),
			),
		);
		const headers = pieces.filter(({ text }) => text.trim() === "By whom");
		expect(headers.map(({ page, tagged }) => [page, tagged])).toEqual([
			[1, true],
			[2, false],
			[3, false],
			[4, false],
		]);
	});

	test.each([
		["Welsh and Vietnamese", "Siân O’Brien-Llŷr Nguyễn"],
		["Greek and Cyrillic", "Ελένη Їжак"],
		["Hindi", "क्षत्रिय प्रिया शर्मा"],
		["Bengali", "মোহাম্মদ রহমান"],
		["Punjabi", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"],
		["Gujarati", "પ્રિયંકા પટેલ"],
		["Tamil", "பிரியா கிருஷ்ணன்"],
		["Chinese", "王小明，李華"],
		["Japanese", "山田さくら（やまだ）"],
		["Korean", "김민준"],
		["Thai", "สมชาย ใจดี"],
		["Amharic", "አበበ ቢቂላ"],
		["ticks and pictures", "✓ ✗ ☑ ✅ ★ 😀 👩‍👧 🇬🇧 ❤️"],
	])("draws %s, and gives back what was typed", async (_script, value) => {
		const text = pdfText(await formToPdf(withFields({ label: "Name", value })));
		expect(oneLine(text)).toContain(`Name ${value} `);
		expect(text).not.toContain("\ufffd");
		expect(text).not.toContain(cannotShow);
	});

	test.each([
		["Arabic", "محمد بن علي"],
		["Urdu", "فاطمہ بیگم"],
		["Hebrew", "שרה כהן"],
		["Arabic with a bracket and a number", "محمد (علي) 12 أحمد"],
	])("draws %s from right to left, and says it in its order", async (_script, value) => {
		const pieces = pdfPieces(await formToPdf(withFields({ label: "Name", value })));
		const label = pieces.findIndex(({ text }) => text.trim() === "Name");
		const drawn = pieces.slice(label + 1).filter(({ tagged }) => tagged);
		// The letters of a word stand in its run from left to right, as they are seen.
		const words = drawn
			.map(({ text }) => text)
			.join("")
			.trim()
			.split(/ +/)
			.map((word) => (/\d/.test(word) ? word : [...word].reverse().join("")));
		expect(words.join(" ").replaceAll(/[()]/g, "")).toBe(value.replaceAll(/[()]/g, ""));
		const letters = drawn.filter(({ text }) => text.trim() !== "");
		expect(letters.at(-1)?.x).toBeLessThan(letters[0]?.x ?? 0);
	});

	test("embeds no font that it does not need, and of the others only what it needs", async () => {
		const fontsIn = (pdf: Buffer) =>
			pdf.toString("latin1").match(/\/FontName \/\w+\+NotoSans/g)?.length ?? 0;
		expect(fontsIn(await formToPdf(longForm))).toBe(0);
		const mixed = await formToPdf(withFields({ label: "Name", value: "محمد 王" }));
		expect(fontsIn(mixed)).toBe(2);
		expect(mixed.length).toBeLessThan(60_000);
	});

	test("breaks lines of scripts that have no spaces, and begins none with a stop", async () => {
		const value = "这是一个很长的句子，用来测试没有空格的文字如何换行。".repeat(20);
		const pieces = pdfPieces(await formToPdf(withFields({ label: "Account", value })));
		const lines = pieces.filter(({ text }) => /\p{Script=Han}/u.test(text));
		expect(new Set(lines.map(({ y }) => y)).size).toBeGreaterThan(5);
		expect(Math.max(...lines.map(({ x }) => x))).toBeLessThan(541);
		expect(lines.filter(({ x, text }) => x === 54 && /^[，。]/.test(text))).toEqual([]);
	});

	test("says so when it cannot show a letter, and only then", async () => {
		expect(pdfText(await formToPdf(longForm))).not.toContain(cannotShow);
		const tifinagh = withFields({ label: "Name", value: "ⵎⴰⵙⵉⵏ" });
		expect(oneLine(pdfText(await formToPdf(tifinagh)))).toContain(cannotShow);
	});
});

const cannotShow = "The Word version shows them.";

test("a column of dates keeps them on one line beside a column of prose", () => {
	const [date, prose] = columnShares({
		columns: ["By when", "Action"],
		rows: [["30 September 2026", "word ".repeat(60)]],
	});
	expect(date).toBeGreaterThan(17 / 92);
	expect(prose).toBeGreaterThan(0.7);
});
