import { Document, Packer, Paragraph } from "docx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteReader } from "./byte-reader.ts";
import { recognise, toKeep } from "./recognise.ts";

/** Bytes as they come over a network: in pieces of this size. */
async function* inPieces(bytes: Uint8Array, size = 1000) {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function kept(bytes: Uint8Array, pieces?: number): Promise<Buffer> {
	const all: Uint8Array[] = [];
	for await (const piece of toKeep(new ByteReader(inPieces(bytes, pieces)))) all.push(piece);
	return Buffer.concat(all);
}

const typeOf = (bytes: Uint8Array | string, name: string) => {
	const content = Buffer.from(bytes as Uint8Array);
	return recognise(
		{
			size: content.length,
			range: async (from, to) => content.subarray(from, to),
			all: () => inPieces(content, 700),
		},
		name,
	);
};

const bytes = (...pieces: (string | number[] | Buffer)[]) =>
	Buffer.concat(
		pieces.map((piece) =>
			typeof piece === "string" ? Buffer.from(piece, "latin1") : Buffer.from(piece as Buffer),
		),
	);

/** A segment of a JPEG, with its size. */
const segment = (code: number, content: Buffer | string) => {
	const body = bytes(content);
	const size = body.length + 2;
	return bytes([0xff, code, size >> 8, size & 255], body);
};

/** Exif as a telephone writes it: which way up, and where it was taken. */
const exif = (turned: number) =>
	segment(
		0xe1,
		bytes(
			"Exif\0\0II*\0",
			[8, 0, 0, 0, 2, 0],
			[0x12, 1, 3, 0, 1, 0, 0, 0, turned, 0, 0, 0],
			[0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0],
			"GPS 51.0667 N 2.8167 W",
		),
	);
const jfif = segment(0xe0, "JFIF\0\x01\x02");
const colours = segment(0xe2, "ICC_PROFILE\0\x01\x01colours");
const tables = bytes(segment(0xdb, "quantisation"), segment(0xc2, "frame"));
const scans = bytes(
	segment(0xda, "scan one"),
	[1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 5],
	segment(0xc4, "huffman"),
	segment(0xda, "scan two"),
	[6, 0xff, 0, 7],
);
const end = [0xff, 0xd9];
const photo = (turned: number) =>
	bytes(
		[0xff, 0xd8],
		jfif,
		exif(turned),
		segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<GPSLatitude>51.0667"),
		colours,
		segment(0xe2, "MPF\0second picture"),
		segment(0xed, "Photoshop 3.0\0Bridgwater"),
		segment(0xfe, "Taken at 12 Acacia Road"),
		tables,
		scans,
		end,
		// A second picture behind the first, as some telephones keep one.
		[0xff, 0xd8],
		exif(1),
		end,
	);

/** A chunk of a PNG; nobody looks at its checksum here. */
const chunk = (name: string, content: string) => {
	const size = Buffer.alloc(4);
	size.writeUInt32BE(content.length);
	return bytes(size, name, content, "crc!");
};
const pngBegins = "\x89PNG\r\n\x1a\n";

describe("a picture loses where it was taken, and nothing of the picture", () => {
	test("a JPEG: of what stands beside it only which way up it is, its size and its colours stay", async () => {
		expect(await kept(photo(1))).toEqual(bytes([0xff, 0xd8], jfif, colours, tables, scans, end));
		const turned = await kept(photo(6));
		expect(turned.toString("latin1")).not.toMatch(/GPS|51\.|Acacia|Bridgwater|second/);
		const [before, after] = [bytes([0xff, 0xd8], jfif), bytes(colours, tables, scans, end)];
		expect(turned.subarray(0, before.length)).toEqual(before);
		expect(turned.subarray(-after.length)).toEqual(after);
		// Read again, it says the same of which way up it is.
		expect(await kept(turned)).toEqual(turned);
		expect(turned.length).toBe(before.length + after.length + 36);
	});

	test("a PNG: the words, the Exif and the time go, the picture stays", async () => {
		const picture = [chunk("IHDR", "size"), chunk("gAMA", "g"), chunk("IDAT", "x".repeat(5000))];
		const png = bytes(
			pngBegins,
			...picture,
			chunk("eXIf", "GPS 51.0667 N"),
			chunk("iTXt", "XML:com.adobe.xmp GPSLatitude"),
			chunk("tEXt", "Comment\0Acacia Road"),
			chunk("tIME", "now"),
			chunk("IEND", ""),
			"behind the end",
		);
		expect(await kept(png)).toEqual(bytes(pngBegins, ...picture, chunk("IEND", "")));
	});

	test("however they come in, and whatever is not a picture comes through as it is", async () => {
		const whole = await kept(photo(8));
		for (const size of [1, 2, 3, 7, 64]) expect(await kept(photo(8), size)).toEqual(whole);
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ maxLength: 300 }),
				fc.integer({ min: 1, max: 50 }),
				async (given, size) => {
					fc.pre(given[0] !== 0xff && given[0] !== 0x89);
					expect(await kept(given, size)).toEqual(Buffer.from(given));
				},
			),
		);
	});

	test("what is broken is refused, and never read for ever", async () => {
		for (let length = 3; length < photo(6).length - 80; length += 11)
			await kept(photo(6).subarray(0, length)).then(
				(some) => expect(some.length).toBeGreaterThan(2),
				(problem) => expect(problem.code).toBe("wrong-file"),
			);
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (given) => {
				const begins =
					given[0] && given[0] % 2 === 0 ? bytes(pngBegins) : bytes([0xff, 0xd8, 0xff]);
				await kept(bytes(begins, Buffer.from(given))).catch((problem) =>
					expect(problem.code).toBe("wrong-file"),
				);
			}),
		);
	});
});

describe("what a file is, its content says", () => {
	test("the formats that are taken, whatever they are called", async () => {
		const word = await Packer.toBuffer(
			new Document({ sections: [{ children: [new Paragraph("A letter")] }] }),
		);
		expect(await typeOf(word, "letter.exe")).toBe("docx");
		expect(await typeOf("%PDF-1.7\n1 0 obj\n%%EOF", "letter")).toBe("pdf");
		expect(await typeOf(await kept(photo(1)), "a")).toBe("jpeg");
		expect(await typeOf("She came without a coat.\r\n\tTwice. £5 and ‘so on’", "note.txt")).toBe(
			"txt",
		);
		expect(await typeOf(bytes("caf\xe9 of Windows"), "note.txt")).toBe("txt");
		expect(await typeOf("BM is how some bitmaps begin", "note.txt")).toBe("txt");
	});

	test("an e-mail is a text that begins as one and is called one", async () => {
		const mail =
			"Received: from a\r\n by b\r\nSubject: Re: the visit\r\nFrom: amy@example.org\r\n\r\nHello";
		expect(await typeOf(mail, "answer.eml")).toBe("eml");
		expect(await typeOf(mail, "answer.txt")).toBe("txt");
		expect(await typeOf("Dear all\nno header", "answer.eml")).toBe("txt");
	});

	test("Outlook’s messages are told from old Office files by what they hold, also across pieces", async () => {
		const old = bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], Buffer.alloc(690));
		const message = bytes(old, Buffer.from("__properties_version1.0", "utf16le"), Buffer.alloc(50));
		expect(await typeOf(message, "answer.msg")).toBe("msg");
		await expect(typeOf(old, "answer.msg")).rejects.toThrow("It is of an old Office program");
	});

	test.each([
		[
			"a program",
			bytes("MZ\x90\0\x03\0\0\0\x04\0", Buffer.alloc(200)),
			"letter.pdf",
			"It must be PDF",
		],
		["a web page with a byte of a machine", bytes("<html>\0<script>"), "a.txt", "It must be PDF"],
		["an archive", bytes("PK\x03\x04", Buffer.alloc(100)), "a.docx", "It must be PDF"],
		["rich text", bytes("{\\rtf1 Hello}"), "a.rtf", "It must be PDF"],
		[
			"a photo of an iPhone",
			bytes([0, 0, 0, 24], "ftypheic", [0, 0, 0, 0], "mif1heic"),
			"a.heic",
			"Save it as JPEG",
		],
		["nothing", bytes(), "a.txt", "It is empty"],
	])("%s is refused in words that say what to do", async (_, content, name, says) => {
		await expect(typeOf(content, name)).rejects.toThrow(says);
	});
});
