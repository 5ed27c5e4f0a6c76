import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { somePeriod } from "../../domain/learning/any-cases.fixture.ts";
import type { Learned } from "../../domain/learning/learned.ts";
import type { Published } from "../../domain/learning/published.ts";
import type { Figure, ReportTable } from "../../domain/learning/report-table.ts";
import type { Block } from "../../domain/paper.ts";
import { chartOfTable } from "./charts.ts";
import { reportFormats } from "./formats.ts";
import { type ReportDocument, reportFileName, reportOnPaper } from "./on-paper.ts";
import { sayReport } from "./said-figures.ts";
import { toldOfLearned } from "./told.ts";

const count = (n: number, name = `n/${n}`): Figure => ({ is: "count", name, n });
const hidden: Figure = { is: "hidden" };

const table = (
	id: string,
	columns: string[],
	rows: [label: string, ...figures: Figure[]][],
): ReportTable => ({
	id,
	title: `About ${id}`,
	says: "Differences raised in the period.",
	rowsAre: "What",
	columns,
	rows: rows.map(([label, ...figures]) => ({ key: label, label, figures })),
	sums: [],
	together: [],
});

const themes = table(
	"raised-themes",
	["Differences", "Days"],
	[
		["Thresholds", count(1204), { is: "days", value: 6.55, of: "n/1204", n: 1204 }],
		["=cmd()", count(7), { is: "days", value: null, of: "n/7", n: 0 }],
		["Sharing", hidden, hidden],
	],
);

const documentOf = (tables: ReportTable[], more: Partial<ReportDocument> = {}): ReportDocument => ({
	language: "en",
	report: {
		period: somePeriod,
		audience: "public",
		leftOut: ["Who raised it"],
		givenAway: [],
		sections: [{ id: "raised", title: "What was raised", tables }],
	} satisfies Published,
	protocol: somerset.protocol,
	partnership: "Harbour Vale Partnership",
	day: "2026-10-05",
	isOver: true,
	threshold: 5,
	...more,
});

const textsIn = (blocks: Block[]) =>
	blocks.flatMap((block) =>
		block.is === "heading" || block.is === "paragraph" ? [block.text] : [],
	);

describe("on paper", () => {
	test("sections, their words, figures with the sentence that says what they show, and numbered tables", () => {
		const words = { raised: "Ask health visitors why.\nAsk again in spring." };
		const { blocks } = reportOnPaper(
			documentOf([themes, table("x", ["All"], [["A", count(9)]])], { words }),
		);
		const texts = textsIn(blocks);
		expect(texts).toEqual(
			expect.arrayContaining([
				"Report for 1 April 2026 to 30 September 2026",
				"What was raised",
				"Ask health visitors why.",
				"Ask again in spring.",
				expect.stringMatching(/^Figure 1: Of those shown, the theme raised most was Thresholds/),
				"Table 1: About raised-themes",
				"Table 2: About x",
			]),
		);
		const drawn = blocks.filter(({ is }) => is === "figure");
		expect(drawn).toHaveLength(1);
	});

	test("who reads it is told what [c] means, and which tables are not there", () => {
		const texts = textsIn(reportOnPaper(documentOf([themes])).blocks).join("\n");
		expect(texts).toContain("[c] is a number that is not shown");
		expect(texts).toContain("a number from 1 to 4");
		expect(texts).toContain("“Who raised it”");
	});

	test("where there was nothing to count, one sentence stands instead of noughts", () => {
		const none = table(
			"y",
			["All"],
			[
				["A", count(0)],
				["B", count(0)],
			],
		);
		const { blocks } = reportOnPaper(documentOf([themes, none]));
		expect(blocks.filter(({ is }) => is === "table")).toHaveLength(1);
		expect(textsIn(blocks)).toContain("There is nothing to count for “About y”.");
	});

	test("a table too wide for the page names what is not 0 in each row, what is hidden included", () => {
		const columns = [..."ABCDEFGH", "All"];
		const wide = table("raised-by-whom", columns, [
			["School", count(6), ...Array(6).fill(count(0)), hidden, count(14)],
		]);
		const [found] = reportOnPaper(documentOf([wide])).blocks.filter(
			(block) => block.is === "table",
		);
		expect(found?.rows).toEqual([["School", "A: 6; H: [c]", "14"]]);
	});
});

test("there is no chart of nothing, nor of what is hidden alone", () => {
	const of = (...figures: Figure[]) =>
		chartOfTable(
			table(
				"raised-themes",
				["All"],
				figures.map((figure, nth) => [`T${nth}`, figure]),
			),
			{
				period: somePeriod,
				words: somerset.protocol.words,
			},
		);
	expect(of(count(0), count(0))).toBeUndefined();
	expect(of(hidden, hidden, count(9))).toBeUndefined();
	expect(of(count(9), count(6), hidden)?.sentence).toContain("Of those shown");
});

describe("what is told in words", () => {
	const speaks = sayReport(somerset.protocol);
	const told: Learned = {
		period: somePeriod,
		lessons: [{ theme: "Thresholds", happened: "It was late.", shouldDiffer: "Ring first." }],
		lines: [],
		gaps: ["Nothing says who rings."],
		actions: [
			{
				what: "Name who rings",
				agency: "Social Care",
				owner: null,
				dueOn: "2026-08-03",
				state: "open",
				result: null,
				isLate: true,
			},
		],
		again: [],
		earlier: null,
	};
	const document = documentOf([themes], { told: [toldOfLearned(told, speaks)] });

	test("stands after the figures, its tables numbered with theirs", () => {
		const { blocks } = reportOnPaper(document);
		const texts = textsIn(blocks);
		expect(texts.slice(texts.indexOf("What was learned"))).toEqual([
			"What was learned",
			"Lessons by theme",
			"Table 2: Lessons by theme",
			"Gaps in policy and practice",
			"As the Business Unit recorded them.",
			"Actions from lessons",
			"Table 3: Actions from lessons",
		]);
		const tables = blocks.filter((block) => block.is === "table");
		expect(tables.at(-1)?.rows).toEqual([
			["Name who rings", "Social Care", "3 August 2026", "Not done yet: its day has passed."],
		]);
	});

	test("is in the spreadsheet and the CSV as well", async () => {
		const parts = unzipSync(await reportFormats.xlsx.write(document));
		const book = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
		for (const name of ["Lessons by theme", "Actions from lessons", "In words"])
			expect(book).toContain(`<sheet name="${name}"`);
		const csv = (await reportFormats.csv.write(document)).toString();
		expect(csv).toContain(
			"What was learned,Lessons by theme,1,What should be different,words,Ring first.",
		);
		expect(csv).toContain("Gaps in policy and practice,,,words,Nothing says who rings.");
	});

	test("of a period in which nothing was learned says so", () => {
		const { pieces } = toldOfLearned({ ...told, lessons: [], gaps: [], actions: [] }, speaks);
		expect(pieces).toEqual([{ is: "words", text: "No lesson was recorded in this period." }]);
	});
});

describe("as files", () => {
	const document = documentOf([themes]);

	test("the name says the protocol, the period and for whom", () => {
		expect(reportFileName(document)).toBe("report-somerset-rpd-2026-04-01-to-2026-09-30-public");
	});

	test("the CSV has a row for each figure, numbers without commas, and no formula", async () => {
		const csv = (await reportFormats.csv.write(document)).toString();
		const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
		expect(rows.map((row) => [row.Row, row.Column, row.Kind, row.Value])).toEqual([
			["Thresholds", "Differences", "count", "1204"],
			["Thresholds", "Days", "working days", "6.6"],
			["'=cmd()", "Differences", "count", "7"],
			["'=cmd()", "Days", "working days", ""],
			["Sharing", "Differences", "not shown", "[c]"],
			["Sharing", "Days", "not shown", "[c]"],
		]);
	});

	test("the spreadsheet has a sheet for each table, numbers as numbers, [c] as text, and says what columns mean", async () => {
		const parts = unzipSync(await reportFormats.xlsx.write(document));
		const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
		expect(part("xl/workbook.xml")).toMatch(
			/<sheet name="About".*<sheet name="About raised-themes".*<sheet name="Data dictionary"/,
		);
		const sheet = part("xl/worksheets/sheet2.xml");
		expect(sheet).toContain("<v>1204</v>");
		expect(sheet).toContain("<v>6.6</v>");
		expect(sheet).toMatch(/t="inlineStr"><is><t[^>]*>\[c\]<\/t>/);
		expect(part("xl/worksheets/sheet3.xml")).toContain(
			"Working days. Empty where there are none. [c] is not shown.",
		);
	});

	test("the Word document has headings, captions, the drawing with what is read instead of it, and a picture for what shows no SVG", async () => {
		const parts = unzipSync(await reportFormats.docx.write(document));
		const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
		for (const style of ["Heading1", "Heading2", "caption"])
			expect(xml).toContain(`<w:pStyle w:val="${style}"/>`);
		expect(xml).toContain('descr="Of those shown, the theme raised most was');
		const media = Object.keys(parts).filter((path) => path.startsWith("word/media/"));
		expect(media.map((path) => path.split(".").at(-1)).sort()).toEqual(["png", "svg"]);
	});

	test("the PDF is tagged, and its drawing has what is read instead of it", async () => {
		const pdf = (await reportFormats.pdf.write(document)).toString("latin1");
		expect(pdf).toContain("/StructTreeRoot");
		expect(pdf).toMatch(/\/S \/Figure/);
		expect(pdf).toMatch(/\/Alt /);
	});

	test.each(["docx", "pdf", "xlsx", "csv"] as const)(
		"the same report of the same day is the same %s",
		async (format) => {
			const [one, other] = [
				await reportFormats[format].write(document),
				await reportFormats[format].write(document),
			];
			expect(one.equals(other)).toBe(true);
		},
	);
});
