import { expect, test } from "vitest";
import { signed, somerset } from "../../protocols/somerset.fixture.ts";
import { pdfText, unzip, wordText } from "../../test/support/documents.ts";
import type { Paper } from "../domain/paper.ts";
import { sayProtocol } from "../language/protocol-words.ts";
import { speechNow } from "../language/say.ts";
import { speaking } from "../language/speaking.ts";
import { paperToDocx } from "./docx.ts";
import { formOnPaper } from "./form.ts";
import { partsOf } from "./form-parts.ts";
import { paperToPdf } from "./pdf.ts";

/** The form of Somerset, signed off and not answered, as whoever reads Welsh takes it away. */
const inWelsh = (given = somerset.protocol): Paper =>
	speaking({ language: "cy", marks: true }, () => {
		const protocol = sayProtocol(given);
		const source = {
			protocol,
			difference: signed().difference,
			people: new Map(),
			agencies: { raising: "Ysgol Bryn", receiving: "Larkhill Health Visiting" },
			speech: speechNow(),
		};
		const form = Object.values(protocol.forms)[0];
		if (!form) throw new RangeError("Somerset has a form");
		return formOnPaper({
			title: form.title,
			partnership: "Harbour Vale Safeguarding Children Partnership",
			reference: "HV-2026-0147",
			protocol: { title: protocol.title, version: protocol.version },
			status: "",
			handling: "",
			decided: [],
			parts: partsOf(source, form),
			producedOn: "2026-04-22",
		});
	});

test("a form in Welsh says so in Word, with its labels and the words of its protocol in Welsh", async () => {
	const word = await paperToDocx(inWelsh());
	const files = unzip(word);
	expect(files.get("word/styles.xml")).toContain('<w:lang w:val="cy-GB"/>');
	expect(files.get("docProps/core.xml")).toContain("<dc:language>cy-GB</dc:language>");
	const text = wordText(word);
	for (const said of [
		"Ffurflen Datrys Gwahaniaethau Proffesiynol",
		"Y copi hwn wedi’i wneud",
		"22 Ebrill 2026",
		"Rhan un: y gwahaniaeth",
		"Cwblhawyd gan",
		"Heb ei ateb eto",
	])
		expect(text).toContain(said);
	expect(text).not.toMatch(/[\uFDD0-\uFDD2]/);
	expect([...files].find(([path]) => path.startsWith("word/footer"))?.[1]).toContain("tudalen ");
});

test("what has no Welsh is English for whoever hears the Word document", async () => {
	const untranslated = { ...somerset.protocol, welsh: {} };
	const body = unzip(await paperToDocx(inWelsh(untranslated))).get("word/document.xml") ?? "";
	expect(body).toMatch(
		/<w:lang w:val="en-GB"\/><\/w:rPr><w:t xml:space="preserve">Part one: the difference</,
	);
	const translated = unzip(await paperToDocx(inWelsh())).get("word/document.xml") ?? "";
	expect(translated).not.toContain('<w:lang w:val="en-GB"/>');
});

test("a form in Welsh says so in the PDF too", async () => {
	const pdf = await paperToPdf(inWelsh());
	expect(pdf.toString("latin1")).toMatch(/\/Lang \(cy\)/);
	const text = pdfText(pdf);
	expect(text).toContain("Rhan un: y gwahaniaeth");
	expect(text).toContain("Heb ei ateb eto");
	expect(text).not.toMatch(/[\uFDD0-\uFDD2]/);
});

test("a paper that is English is English all through for whoever reads Welsh", async () => {
	const { language: _welsh, ...paper } = inWelsh();
	const english = await speaking({ language: "cy", marks: true }, () => paperToPdf(paper));
	expect(english.toString("latin1")).toMatch(/\/Lang \(en-GB\)/);
	expect(pdfText(english)).toContain("Not yet answered");
});
