import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { pdfText, unzip, wordText } from "../../../test/support/documents.ts";
import type { Language } from "../../domain/language.ts";
import { anyCases, someAgencies, somePeriod } from "../../domain/learning/any-cases.fixture.ts";
import type { Learned } from "../../domain/learning/learned.ts";
import { type Audience, publishedFor, tablesOf } from "../../domain/learning/published.ts";
import { figuresOf, type ReportFigures } from "../../domain/learning/report.ts";
import { type PresentedContent, partsOf } from "../../domain/learning/report-life.ts";
import { usualThreshold } from "../../domain/learning/suppress.ts";
import { withoutMarks } from "../../language/marks.ts";
import { speaking } from "../../language/speaking.ts";
import { chartOfTable } from "./charts.ts";
import { reportFormats } from "./formats.ts";
import { keptDocument } from "./kept.ts";
import { type ReportDocument, reportOnPaper } from "./on-paper.ts";
import { reportToRead } from "./to-read.ts";

const [cases = []] = fc.sample(
	anyCases(400).filter(({ length }) => length > 300),
	{ numRuns: 1, seed: 11 },
);
const answered = {
	side: "raising",
	month: "2026-05-01",
	heard: "yes",
	inTime: "no",
	helped: "not-known",
	easier: null,
} as const;
const whole = figuresOf({
	...somerset,
	cases,
	period: somePeriod,
	today: somePeriod.until,
	agencies: someAgencies,
	feedback: Array.from({ length: 6 }, () => answered),
});

const learned: Learned = {
	period: somePeriod,
	lessons: [
		{
			theme: Object.values(somerset.protocol.themes)[0] ?? "",
			happened: "It was late.",
			shouldDiffer: "Ring first.",
		},
	],
	lines: [],
	gaps: ["Nothing says who rings."],
	actions: [
		{
			what: "Name who rings",
			agency: "Agency 1",
			owner: null,
			dueOn: "2026-08-03",
			state: "open",
			result: null,
			isLate: true,
		},
	],
	again: [],
	earlier: { period: somePeriod, actions: [] },
};

const read = (language: Language, audience: Audience): ReportDocument =>
	speaking({ language, marks: true }, () =>
		reportToRead({
			report: publishedFor(audience, whole, usualThreshold),
			learned,
			protocol: somerset.protocol,
			partnership: "Partneriaeth y Bae",
			day: "2026-10-05",
			isOver: true,
			threshold: usualThreshold,
		}),
	);

const english = "\uFDD1";
const isNamed = (text: string) => someAgencies.some(({ name }) => name === text);

/** Everything that the tables of a report say. */
const saidIn = (figures: ReportFigures): string[] =>
	figures.sections.flatMap(({ title, tables }) => [
		title,
		...tables.flatMap(({ title, says, rowsAre, columns, rows }) => [
			title,
			says,
			rowsAre,
			...columns,
			...rows.flatMap(({ label, figures }) => [
				label,
				...figures.flatMap((figure) => (figure.is === "said" ? [figure.text] : [])),
			]),
		]),
	]);

describe("to whoever reads Welsh", () => {
	test.each(["business-unit", "subgroup", "public"] as const)(
		"every word of the figures for the %s is in Welsh, but the names of agencies",
		(audience) => {
			const said = saidIn(read("cy", audience).report);
			expect(said.length).toBeGreaterThan(200);
			expect(said.filter((text) => text.includes(english))).toEqual([]);
			const unmarked = said.filter((text) => text !== "" && withoutMarks(text) === text);
			expect(unmarked.filter((text) => !isNamed(text))).toEqual([]);
			expect(said.map(withoutMarks)).toContain("Gwahaniaethau proffesiynol a godwyd");
			expect(said.map(withoutMarks)).toContain("Ebrill 2026");
		},
	);

	test("the numbers, and which of them are hidden, are the same", () => {
		const numbers = (language: Language) =>
			tablesOf(read(language, "subgroup").report).map(({ id, rows }) => [
				id,
				rows.map(({ key, figures }) => [
					key,
					figures.map((figure) => (figure.is === "said" ? figure.of : figure)),
				]),
			]);
		expect(numbers("cy")).toEqual(numbers("en"));
	});

	test("to whoever reads English nothing has a mark, and all is as it was counted", () => {
		expect(read("en", "subgroup").report).toEqual(publishedFor("subgroup", whole, usualThreshold));
	});

	test("what is told after the figures is in Welsh around what people wrote", () => {
		const told = JSON.stringify(read("cy", "business-unit").told);
		expect(told).not.toContain(english);
		const plain = withoutMarks(told);
		for (const text of [
			"Yr hyn a ddysgwyd",
			"Gwersi fesul thema",
			"Ansawdd a chanlyniadau asesiadau",
			"Ring first.",
			"3 Awst 2026",
			"Heb ei wneud eto: mae ei ddiwrnod wedi mynd heibio.",
			"Roedd yr adroddiad ar 1 Ebrill 2026 i 30 Medi 2026.",
		])
			expect(plain).toContain(text);
	});

	test("a chart says so, and its sentence is in Welsh", () => {
		const { report, protocol } = read("cy", "business-unit");
		const charts = speaking({ language: "cy", marks: true }, () =>
			tablesOf(report).flatMap((table) => {
				const chart = chartOfTable(table, { period: report.period, words: protocol.words });
				return chart?.drawn ? [{ id: table.id, ...chart, svg: chart.drawn.svg }] : [];
			}),
		);
		expect(charts.length).toBeGreaterThan(6);
		for (const { sentence, svg } of charts) {
			expect(sentence).not.toContain(english);
			expect(svg).toMatch(/^<svg [^>]*lang="cy"/);
			expect(svg).toContain("<desc>");
			expect(withoutMarks(svg)).toBe(svg);
		}
		const months = charts.find(({ id }) => id === "raised-months");
		expect(months?.sentence && withoutMarks(months.sentence)).toMatch(
			/^\d+ gwahaniaeth proffesiynol mewn 6 mis\. Y nifer fwyaf, /,
		);
		expect(months?.svg).toContain(">Meh<");
	});
});

describe("as a file", () => {
	const welsh = read("cy", "subgroup");

	test("in Word it is Welsh: its language, headings, captions and days", async () => {
		const word = await reportFormats.docx.write(welsh);
		const files = unzip(word);
		expect(files.get("word/styles.xml")).toContain('<w:lang w:val="cy-GB"/>');
		expect(files.get("docProps/core.xml")).toContain("<dc:language>cy-GB</dc:language>");
		const text = wordText(word);
		for (const said of [
			"Datrys gwahaniaethau proffesiynol",
			"Adroddiad ar 1 Ebrill 2026 i 30 Medi 2026",
			"Yn fyr",
			"Tabl 1: ",
			"Ffigur 1: ",
			"Yr hyn a ddysgwyd",
			"3 Awst 2026",
		])
			expect(text).toContain(said);
		expect([...files.values()].join("")).not.toMatch(/[\uFDD0-\uFDD2]/);
		expect(files.get("word/document.xml")).not.toContain('<w:lang w:val="en-GB"/>');
	});

	test("no word of a heading over numbers is broken", () => {
		const paper = speaking({ language: "cy", marks: true }, () => reportOnPaper(welsh));
		const table = paper.blocks.find(
			(block) =>
				block.is === "table" &&
				withoutMarks(block.columns.join(",")) === "Mis,Gwahaniaethau proffesiynol,Plant",
		);
		// “Gwahaniaethau” in bold letters of 9.5 points takes 75 of the 487 across.
		expect(table?.is === "table" && table.shares?.[1]).toBeGreaterThan(0.16);
	});

	test("as a PDF it says so too", async () => {
		const pdf = await reportFormats.pdf.write(welsh);
		expect(pdf.toString("latin1")).toMatch(/\/Lang \(cy\)/);
		expect(pdfText(pdf)).toContain("Pa mor gyflym yr aeth");
		expect(pdfText(pdf)).not.toMatch(/[\uFDD0-\uFDD2]/);
	});

	test("as a spreadsheet its sheets, headings and data dictionary are in Welsh", async () => {
		const files = unzip(await reportFormats.xlsx.write(welsh));
		expect(files.get("docProps/core.xml")).toContain("<dc:language>cy-GB</dc:language>");
		const book = files.get("xl/workbook.xml") ?? "";
		for (const name of ["Yn fyr", "Beth newidiodd i’r plentyn", "Geiriadur data"])
			expect(book).toContain(`<sheet name="${name}"`);
		const all = [...files.values()].join("");
		expect(all).toContain("Cyfrif. Ni ddangosir [c].");
		expect(all).not.toMatch(/[\uFDD0-\uFDD2]/);
	});

	test("as CSV its headings are, and no mark is in it", async () => {
		const csv = (await reportFormats.csv.write(welsh)).toString();
		expect(csv.split("\r\n")[0]).toContain(
			"Diwrnod cyntaf,Diwrnod olaf,Adran,Tabl,Rhes,Colofn,Math,Gwerth",
		);
		expect(csv).not.toMatch(/[\uFDD0-\uFDD2]/);
	});

	test("whoever reads it into where it goes, it stays in its language", async () => {
		const there = await speaking({ language: "en", marks: false }, () =>
			reportFormats.csv.write(welsh),
		);
		expect(there).toEqual(await reportFormats.csv.write(welsh));
	});
});

describe("as it was presented", () => {
	const content: PresentedContent = {
		period: somePeriod,
		protocol: { id: somerset.protocol.id, title: somerset.protocol.title, to: "Subgroup" },
		figures: whole.figures,
		shown: publishedFor("subgroup", whole, usualThreshold),
		threshold: usualThreshold,
		parts: partsOf(whole.figures),
		written: { raised: "More than ever.", recommendations: "Ring first." },
		earlier: null,
		confirmed: [],
	};
	const document = (language: Language, kept: PresentedContent) =>
		speaking({ language, marks: true }, () =>
			keptDocument({
				content: JSON.parse(JSON.stringify(kept)),
				version: 1,
				whatChanged: null,
				presentedOn: "2026-10-05",
				decisions: [{ requires: false, why: "It is fine.", on: "2026-10-07", by: "Rosalind" }],
				actions: [],
				audience: "subgroup",
				withoutNames: (text) => text,
				protocol: somerset.protocol,
				partnership: "Partneriaeth y Bae",
				day: "2026-10-08",
			}),
		);

	test("what Concord says is in the language of its reader, and what people wrote stays as it is", async () => {
		const text = wordText(await reportFormats.docx.write(document("cy", content)));
		for (const said of [
			"Cyflwynwyd i Subgroup ar 5 Hydref 2026.",
			"Beth a godwyd",
			"More than ever.",
			"Argymhellion",
			"Ring first.",
			"Nid oes angen cam gweithredu. It is fine.",
			"7 Hydref 2026",
		])
			expect(text).toContain(said);
		expect(saidIn(document("cy", content).report).filter((each) => each.includes(english))).toEqual(
			[],
		);
	});

	test("one that was presented before says what it finds word for word, and else what it says", () => {
		const { figures, shown } = JSON.parse(
			JSON.stringify({ figures: content.figures, shown: content.shown }, (key, value) =>
				key === "said" ? undefined : value,
			),
		);
		const said = saidIn(document("cy", { ...content, figures, shown }).report).map(withoutMarks);
		expect(said).toContain("Yn fyr");
		expect(said).toContain("Professional differences raised in the period, by month.");
		expect(document("en", { ...content, figures, shown }).report.sections[0]?.title).toBe(
			"In short",
		);
	});
});
