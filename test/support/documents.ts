import { inflateRawSync, inflateSync } from "node:zlib";

/** The text files inside a zip file, such as a DOCX, by path. */
export function unzip(zip: Buffer): Map<string, string> {
	const files = new Map<string, string>();
	const end = zip.lastIndexOf("PK\u0005\u0006");
	let entry = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
		const [size, name, extra, comment] = [
			zip.readUInt32LE(entry + 20),
			zip.readUInt16LE(entry + 28),
			zip.readUInt16LE(entry + 30),
			zip.readUInt16LE(entry + 32),
		];
		const path = zip.toString("utf8", entry + 46, entry + 46 + name);
		const local = zip.readUInt32LE(entry + 42);
		const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const content = zip.subarray(start, start + size);
		const packed = zip.readUInt16LE(entry + 10) !== 0;
		files.set(path, (packed ? inflateRawSync(content) : content).toString());
		entry += 46 + name + extra + comment;
	}
	return files;
}

/** What a reader of a DOCX sees, one paragraph a line, without its header and footer. */
export const wordText = (docx: Buffer): string =>
	[...(unzip(docx).get("word/document.xml") ?? "").matchAll(/<w:p[ >].*?<\/w:p>/gs)]
		.map(([paragraph]) =>
			[...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""),
		)
		.join("\n")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&quot;", '"')
		.replaceAll("&apos;", "'")
		.replaceAll("&amp;", "&");

/** One piece of text on a page, and whether it is tagged content or an artifact. */
export type PdfPiece = {
	page: number;
	tagged: boolean;
	x: number;
	y: number;
	text: string;
};

/** Every piece of text of a PDF made by pdfkit with embedded fonts, in the order it was drawn. */
export function pdfPieces(pdf: Buffer): PdfPiece[] {
	const objects = pdfObjects(pdf);
	const fonts = new Map<string, Map<string, string>>();
	for (const { source } of objects.values())
		for (const [, name, id] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
			const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.source ?? "");
			if (name && map) fonts.set(name, unicodeMap(objects.get(Number(map[1]))?.stream ?? ""));
		}
	const pages = [...objects.values()]
		.filter(({ source }) => /\/Type \/Page\b(?!s)/.test(source))
		.map(({ source }) => Number(/\/Contents (\d+) 0 R/.exec(source)?.[1]));
	return pages.flatMap((contents, page) => {
		const pieces: PdfPiece[] = [];
		let [font, x, y] = [new Map<string, string>(), 0, 0];
		const marks: string[] = [];
		for (const row of (objects.get(contents)?.stream ?? "").split("\n")) {
			const mark = /^\/(\w+) <<$/.exec(row)?.[1];
			if (mark) marks.push(mark);
			if (row === "EMC") marks.pop();
			const at = /^1 0 0 1 (\S+) (\S+) Tm$/.exec(row);
			if (at) [x, y] = [Number(at[1]), Number(at[2])];
			const set = /^\/(F\d+) \S+ Tf$/.exec(row);
			if (set) font = fonts.get(set[1] ?? "") ?? new Map();
			if (!row.endsWith("TJ")) continue;
			const drawn = [...row.matchAll(/<([0-9a-f]+)>/g)]
				.flatMap(([, codes]) => codes?.match(/.{4}/g) ?? [])
				.map((code) => font.get(code) ?? "\ufffd")
				.join("");
			const tagged = marks[0] !== "Artifact";
			pieces.push({ page: page + 1, tagged, x, y, text: drawn });
		}
		return pieces;
	});
}

/** What a PDF says, read in the order of its tagged content; artifacts are left out. */
export const pdfText = (pdf: Buffer): string =>
	pdfPieces(pdf)
		.filter(({ tagged }) => tagged)
		.map(({ text }) => text)
		.join("");

/** How often each structure type, such as "H1" or "TR", is in a tagged PDF. */
export function pdfStructure(pdf: Buffer): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { source } of pdfObjects(pdf).values()) {
		const tag = /^\/S \/([A-Z]\w*)$/m.exec(source)?.[1];
		if (tag) counts[tag] = (counts[tag] ?? 0) + 1;
	}
	return counts;
}

function pdfObjects(pdf: Buffer): Map<number, { source: string; stream: string }> {
	const objects = new Map<number, { source: string; stream: string }>();
	for (const [whole, id, source, stream] of pdf
		.toString("latin1")
		.matchAll(/(\d+) 0 obj\n(.*?)(?:stream\n(.*?)\nendstream\n)?endobj/gs)) {
		if (!whole || id === undefined || source === undefined) continue;
		const bytes = Buffer.from(stream ?? "", "latin1");
		objects.set(Number(id), {
			source,
			stream: (source.includes("/FlateDecode") ? inflateSync(bytes) : bytes).toString("latin1"),
		});
	}
	return objects;
}

/** From the code of a letter in a font to the letter, as the font's ToUnicode map says. */
function unicodeMap(cmap: string): Map<string, string> {
	const letters = new Map<string, string>();
	for (const [, first, , targets] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[(.*?)\]/gs))
		for (const [index, target] of (targets?.match(/<[0-9a-f ]*>/g) ?? []).entries())
			letters.set(
				(Number.parseInt(first ?? "0", 16) + index).toString(16).padStart(4, "0"),
				Buffer.from(target.replace(/[<> ]/g, ""), "hex").swap16().toString("utf16le"),
			);
	return letters;
}
