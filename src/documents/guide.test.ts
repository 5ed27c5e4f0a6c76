import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { somerset } from "../../protocols/somerset.fixture.ts";
import { pdfText, unzip, wordText } from "../../test/support/documents.ts";
import { type Guide, guideOf } from "../domain/protocol/told/guide/guide.ts";
import { sayProtocol } from "../language/protocol-words.ts";
import { speaking } from "../language/speaking.ts";
import { readProtocolFile } from "../protocol-files.ts";
import { paperToDocx } from "./docx.ts";
import { guideOnPaper } from "./guide.ts";
import { paperToPdf } from "./pdf.ts";

const guide = guideOf(somerset.protocol);
const day = "2026-04-09";

const guideToDocx = (guide: Guide, day: string) => paperToDocx(guideOnPaper(guide, day));
const guideToPdf = (guide: Guide, day: string) => paperToPdf(guideOnPaper(guide, day));

const pagesIn = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type \/Page\n/g)?.length;

test.each(globSync("protocols/*/*.yaml"))(
	"%s begins with what all need at a glance on one sheet of paper, both sides of it",
	async (file) => {
		const { protocol } = readProtocolFile(file);
		if (!protocol) throw new Error(file);
		const paper = guideOnPaper(guideOf(protocol), day);
		const rest = paper.blocks.findIndex((block) => block.is === "heading" && block.onNewPage);
		const sheet = await paperToPdf({ ...paper, blocks: paper.blocks.slice(0, rest) });
		expect(rest).toBeGreaterThan(0);
		expect(pagesIn(sheet)).toBeLessThanOrEqual(2);
		// All the rest begins on a page of its own.
		const whole = await paperToPdf(paper);
		const alone = await paperToPdf({ ...paper, blocks: paper.blocks.slice(rest) });
		expect(pagesIn(whole)).toBe((pagesIn(sheet) ?? 0) + (pagesIn(alone) ?? 0));
	},
);

test("the same guide is the same file, as PDF and as Word", async () => {
	for (const write of [guideToPdf, guideToDocx]) {
		const [one, other] = [await write(guide, day), await write(guide, day)];
		expect(one.equals(other)).toBe(true);
	}
});

test("the PDF has a title, a language and headings for who hears it", async () => {
	const pdf = (await guideToPdf(guide, day)).toString("latin1");
	for (const said of ["/Lang (en-GB)", "/S /H1", "/S /H2", "/S /TH", "/S /L"])
		expect(pdf).toContain(said);
});

test("the headings of the Word document leave out no level, and its tables repeat their header", async () => {
	const body = unzip(await guideToDocx(guide, day)).get("word/document.xml") ?? "";
	expect(body.match(/w:val="Heading1"/g)).toHaveLength(1);
	expect(body.match(/w:val="Heading2"/g)?.length).toBeGreaterThan(5);
	const levels = [...body.matchAll(/w:val="Heading(\d)"/g)].map(([, level]) => Number(level));
	expect(Math.max(...levels)).toBe(3);
	for (const [index, level] of levels.entries())
		expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
	const tables = guideOnPaper(guide, day).blocks.filter((block) => block.is === "table");
	expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length);
});

test.each([
	["the PDF", guideToPdf, pdfText],
	["the Word document", guideToDocx, wordText],
])(
	"%s says whom to ring, who answers by when, and who the manager is",
	async (_, write, textOf) => {
		const text = textOf(await write(guide, day)).replaceAll(/\s+/g, " ");
		for (const said of [
			"A child is in immediate danger: ring the police, 999.",
			"Stage 3: Formal resolution",
			"Within 10 working days of “Send the form to agency B”.",
			"team leader or operations manager",
			"What happens next",
			"“What needs to change before you sign?”",
		])
			expect(text).toContain(said);
	},
);

test("the guide to Somerset’s protocol is in Welsh throughout, for whoever reads Welsh", async () => {
	const paper = speaking({ language: "cy", marks: true }, () =>
		guideOnPaper(guideOf(sayProtocol(somerset.protocol)), day),
	);
	expect(paper.language).toBe("cy");
	// Each text that is in English after all says so.
	const english = [...JSON.stringify(paper).matchAll(/\uFDD1([^\uFDD0-\uFDD2]*)/g)];
	expect(english.map(([, text]) => text)).toEqual([]);
	const said = wordText(await paperToDocx(paper));
	expect(said).toContain("O fewn 10 diwrnod gwaith o “Anfon y ffurflen at asiantaeth B”");
	expect(said).toContain("Terfynol: dim apêl".toLowerCase());
	expect(said).not.toContain("Who does what");
});
