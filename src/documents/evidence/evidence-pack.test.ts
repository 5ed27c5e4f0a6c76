import { buffer } from "node:stream/consumers";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { paperToPdf } from "../pdf.ts";
import type { EvidenceDifference, EvidencePack } from "./evidence.ts";
import { evidencePack } from "./evidence-pack.ts";
import { paperOf } from "./on-paper.ts";

const difference: EvidenceDifference = {
	reference: "HV-7K4PN",
	title: "Resolving professional differences",
	version: "2021-04",
	between: "Oakfield Primary School and Combe Children’s Social Care",
	raisedOn: "2026-03-26",
	asOf: "2026-04-01T09:00:00Z",
	stands: "Stage 3",
	themes: ["Application of thresholds"],
	chronology: [
		{
			at: "2026-03-26T10:00:00Z",
			said: "Amy Okafor of Oakfield Primary School raised it",
			also: ["It went to Stage 1"],
			answers: [{ label: "What is it about?", value: "<b>He & she</b>" }],
			files: ["notes.pdf"],
		},
	],
	forms: [],
	decided: [],
	timeliness: [],
	people: [],
	learning: [],
	takenOut: [],
	files: [],
	receipts: [],
	end: { position: 12, hash: "ab".repeat(32) },
};

const packOf = (differences: () => AsyncGenerator<EvidenceDifference>): EvidencePack => ({
	partnership: "Combe & Vale Partnership",
	number: 1,
	language: "en",
	audience: "court",
	reader: "A court",
	about: "HV-7K4PN",
	madeOn: "2026-04-01",
	madeBy: { name: "Ines Cole", post: "Manager" },
	count: 1,
	integrity: { fingerprint: "cd".repeat(32), end: undefined, checkpoint: undefined },
	differences: differences(),
});

async function* pieces() {
	yield Buffer.from("first ");
	yield Buffer.from("second");
}

test("files go into the pack piece by piece, under names of their own, and its pages lead to them", async () => {
	const { content } = evidencePack(
		packOf(async function* () {
			yield {
				...difference,
				files: [{ name: "1-no_es.txt", called: "../<no>es.txt", size: 12, content: pieces() }],
			};
		}),
	);
	const files = unzipSync(await buffer(content));
	expect(strFromU8(files["files/HV-7K4PN/1-no_es.txt"] ?? new Uint8Array())).toBe("first second");
	for (const page of ["index.html", "differences/HV-7K4PN.html"]) {
		const html = strFromU8(files[page] ?? new Uint8Array());
		expect(html).toMatch(/href="(\.\.\/)?files\/HV-7K4PN\/1-no_es\.txt"/);
		expect(html).not.toContain("<no>");
		expect(html).not.toContain("<b>He");
	}
	expect(strFromU8(files.SHA256SUMS ?? new Uint8Array())).toContain("files/HV-7K4PN/1-no_es.txt");
});

test("its PDF files say that they are PDF/A-2b, and have what that asks: a profile, embedded fonts, nothing closed", async () => {
	const { content } = evidencePack(
		packOf(async function* () {
			yield difference;
		}),
	);
	const files = Object.entries(unzipSync(await buffer(content))).filter(([name]) =>
		name.endsWith(".pdf"),
	);
	expect(files.length).toBeGreaterThan(4);
	for (const [, bytes] of files) {
		const pdf = Buffer.from(bytes).toString("latin1");
		expect(pdf).toContain("<pdfaid:part>2</pdfaid:part>");
		expect(pdf).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
		expect(pdf).toMatch(/\/OutputIntents \[/);
		expect(pdf).toContain("/S /GTS_PDFA1");
		expect(pdf).toMatch(/\/ID \[/);
		expect(pdf).toContain("/MarkInfo");
		expect(pdf.match(/\/FontDescriptor\n/g)?.length).toBe(pdf.match(/\/FontFile2 /g)?.length);
		expect(pdf).not.toMatch(/\/Encrypt|\/JavaScript|\/EmbeddedFile/);
	}
});

test("what has letters that no font here has does not say that it is PDF/A", async () => {
	const paper = (text: string) =>
		paperOf({ partnership: "Combe", madeOn: "2026-04-01", number: 1 }, text, []);
	const pdf = async (text: string) =>
		(await paperToPdf(paper(text), { isForArchive: true })).toString("latin1");
	expect(await pdf("HV-7K4PN")).toContain("pdfaid");
	expect(await pdf("HV \u{12000}")).not.toContain("pdfaid");
	expect((await paperToPdf(paper("HV"))).toString("latin1")).not.toContain("pdfaid");
});

test("an error while a difference is read breaks the file off: it never ends as if it were whole", async () => {
	const { content } = evidencePack(
		packOf(async function* () {
			yield difference;
			throw new Error("gone");
		}),
	);
	await expect(buffer(content)).rejects.toThrow("gone");
});
