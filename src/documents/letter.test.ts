import { describe, expect, test } from "vitest";
import { pdfPieces, pdfStructure, pdfText, unzip, wordText } from "../../test/support/documents.ts";
import { paperToDocx } from "./docx.ts";
import { draftNote, type LetterDocument, letterOnPaper } from "./letter.ts";
import { paperToPdf } from "./pdf.ts";

const letterToDocx = (letter: LetterDocument) => paperToDocx(letterOnPaper(letter));
const letterToPdf = (letter: LetterDocument) => paperToPdf(letterOnPaper(letter));

const letter: LetterDocument = {
	title: "Outcome of a challenge",
	partnership: "Harbour Vale & Coast Partnership",
	reference: "HV-7KQ2M",
	to: "The senior managers of Oakfield Primary School\nand Larkhill",
	paragraphs: [
		"The school challenged a decision on 2 March 2026: “No visit <for weeks>”.",
		"What was agreed: A visit (Zoë Łukasiewicz, by 9 April 2026)\nA call (Ngozi Adébáyọ̀, by 10 April 2026)",
		"The decision: [not recorded]",
	],
	signedBy: {
		name: "Ines Cole",
		role: "Business Unit Manager",
		agency: "Harbour Vale Council",
	},
	files: [],
	isDraft: false,
	handling: "Official – sensitive: personal information about a child.",
	producedOn: "2026-04-09",
};

describe.each([
	["the Word document", letterToDocx, wordText],
	["the PDF", letterToPdf, pdfText],
])("%s", (_name, make, textOf) => {
	test("says everything the letter says, in its order", async () => {
		const text = textOf(await make(letter)).replaceAll(/\s/g, "");
		let from = 0;
		for (const saying of [
			letter.to ?? "",
			"9 April 2026",
			"Our reference: HV-7KQ2M",
			letter.title,
			...letter.paragraphs,
			"Ines Cole",
			"Business Unit Manager, Harbour Vale Council",
		]) {
			const at = text.indexOf(saying.replaceAll(/\s/g, ""), from);
			expect(at, saying).toBeGreaterThan(-1);
			from = at + 1;
		}
		expect(text).not.toContain(draftNote.replaceAll(" ", ""));
	});

	test("lists what went with it after the signature, and says nothing of files where there were none", async () => {
		const plain = textOf(await make(letter)).replaceAll(/\s/g, "");
		expect(plain).not.toContain("Filessentwiththisletter");
		const file = {
			id: "1",
			name: "Minutes.pdf",
			type: "pdf" as const,
			size: 655_360,
			sha256: "0",
			by: "Ines Cole, Harbour Vale Council",
			on: "2026-04-09",
		};
		const text = textOf(await make({ ...letter, files: [file] })).replaceAll(/\s/g, "");
		const after = text.slice(text.lastIndexOf("Filessentwiththisletter"));
		for (const says of ["Minutes.pdf", "640KB", "InesCole,HarbourValeCouncil", "9April2026"])
			expect(after).toContain(says);
		expect(text.indexOf("BusinessUnitManager")).toBeLessThan(text.indexOf("Minutes.pdf"));
	});

	test("that was not sent says so at its head, and leaves room for whoever signs", async () => {
		const { signedBy: _, ...unsigned } = letter;
		const text = textOf(await make({ ...unsigned, isDraft: true }));
		expect(text.indexOf("Draft.")).toBeGreaterThan(-1);
		expect(text.indexOf("Draft.")).toBeLessThan(text.indexOf("9 April"));
		expect(text).toContain("Name and role");
	});

	test("is the same file for the same letter", async () => {
		expect((await make(letter)).equals(await make(letter))).toBe(true);
	});

	test("of many pages, and with letters that no file can hold, loses nothing", async () => {
		const paragraphs = Array.from(
			{ length: 60 },
			(_, index) => `Paragraph ${index}: ${"word ".repeat(60)}\u0007end ${index}.`,
		);
		const text = textOf(await make({ ...letter, paragraphs }));
		for (const index of paragraphs.keys())
			expect(text.replaceAll(/\s+/g, " ")).toContain(`end ${index}.`);
	});
});

test("what is not known stands out in Word, and a line break stays one", async () => {
	const xml = unzip(await letterToDocx(letter)).get("word/document.xml") ?? "";
	expect(xml).toMatch(/<w:highlight w:val="yellow"\/>.*?\[not recorded\]/s);
	expect(xml).toContain("<w:br/>");
});

test("the PDF can be walked through by its structure, with its pages numbered", async () => {
	const pdf = await letterToPdf(letter);
	expect(pdfStructure(pdf)).toMatchObject({ H1: 1 });
	const running = pdfPieces(pdf)
		.filter(({ tagged }) => !tagged)
		.map(({ text }) => text)
		.join("");
	expect(running).toContain("page 1 of 1");
	expect(running).toContain(letter.handling);
});

test("a PDF is read out with its letterhead once, and each later page is headed by it", async () => {
	const paragraphs = Array.from(
		{ length: 60 },
		(_, index) => `Paragraph ${index}. ${"word ".repeat(60)}`,
	);
	const heads = pdfPieces(await letterToPdf({ ...letter, paragraphs }))
		.filter(({ text }) => text.trim() === letter.partnership)
		.map(({ page, tagged }) => [page, tagged]);
	expect(heads.length).toBeGreaterThan(3);
	expect(heads.filter(([, tagged]) => tagged)).toEqual([[1, true]]);
	expect(new Set(heads.map(([page]) => page)).size).toBe(heads.length);
});
