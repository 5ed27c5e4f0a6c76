import { describe, expect, test } from "vitest";
import { checkFiles, isOpenable, nameOfFile, sayFileSize, sayFileState } from "./files.ts";
import { Refusal } from "./refusal.ts";

describe("a file’s name", () => {
	test("is as it was, where its ending says what it is", () => {
		expect(nameOfFile("Chronology of June.PDF", "pdf")).toBe("Chronology of June.PDF");
		expect(nameOfFile("Foto – façade.jpeg", "jpeg")).toBe("Foto – façade.jpeg");
	});

	test("gets an ending that does, so that no program takes it for something else", () => {
		expect(nameOfFile("page.html", "txt")).toBe("page.html.txt");
		expect(nameOfFile("letter", "docx")).toBe("letter.docx");
		expect(nameOfFile(".pdf", "pdf")).toBe(".pdf.pdf");
	});

	test("has no folders, no lines, and no letters that turn the others round", () => {
		expect(nameOfFile("C:\\Users\\amy\\scan.pdf", "pdf")).toBe("scan.pdf");
		expect(nameOfFile("../../etc/passwd", "txt")).toBe("passwd.txt");
		expect(nameOfFile("a\r\nSet-Cookie: b.pdf", "pdf")).toBe("aSet-Cookie: b.pdf");
		expect(nameOfFile("invoice\u202efdp.exe", "pdf")).toBe("invoicefdp.exe.pdf");
		expect(nameOfFile("\u0000 \u200b", "png")).toBe("File.png");
	});

	test("keeps its beginning and its ending where it is too long", () => {
		const name = nameOfFile(`${"long ".repeat(60)}end.pdf`, "pdf");
		expect([...name].length).toBeLessThanOrEqual(150);
		expect(name).toMatch(/^long .*…g long long end\.pdf$/);
	});
});

test("what was found to be infected is never opened, and what waits only where nothing is checked", () => {
	expect(isOpenable("clean", "scanner")).toBe(true);
	expect(isOpenable("waiting", "scanner")).toBe(false);
	expect(isOpenable("waiting", "not-set-up")).toBe(false);
	expect(isOpenable("waiting", "none")).toBe(true);
	for (const scanning of ["scanner", "none", "not-set-up"] as const)
		expect(isOpenable("infected", scanning)).toBe(false);
	expect(sayFileState("waiting", "none")).toBe("This file has not been checked for viruses.");
});

const aFile = {
	id: "1",
	name: "a.pdf",
	state: "clean" as const,
	addedBy: { name: "Amy Okafor" },
};

test("what a colleague added or took away since the page was drawn is not sent unseen", () => {
	const limits = { perAct: 2 };
	expect(() => checkFiles([aFile], limits, ["1"])).not.toThrow();
	expect(() => checkFiles([aFile], limits)).not.toThrow();
	expect(() => checkFiles([aFile], limits, [])).toThrow(
		"Amy Okafor added “a.pdf” after you opened this page. Check the files, then send this again.",
	);
	expect(() => checkFiles([], limits, ["1"])).toThrow("A file was taken away from here");
});

test("no more are sent at once than may be, and none in which a virus was found", () => {
	const code = (files: Parameters<typeof checkFiles>[0]) => {
		try {
			checkFiles(files, { perAct: 2 });
		} catch (problem) {
			return problem instanceof Refusal && problem.code;
		}
	};
	const file = (state: "waiting" | "clean" | "infected") => ({ ...aFile, state });
	expect(code([])).toBeUndefined();
	expect(code([file("waiting"), file("clean")])).toBeUndefined();
	expect(code([file("clean"), file("clean"), file("clean")])).toBe("too-many-files");
	expect(code([file("clean"), file("infected")])).toBe("virus-found");
});

test("sizes are said as people say them", () => {
	expect([1, 1024, 655_000, 1_258_291, 26_214_400].map(sayFileSize)).toEqual([
		"1 KB",
		"1 KB",
		"640 KB",
		"1.2 MB",
		"25 MB",
	]);
});
