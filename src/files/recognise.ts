import { fileTypeFromBlob } from "file-type";
import { type FileType, typesTaken } from "../domain/files.ts";
import { Refusal } from "../domain/refusal.ts";
import type { ByteReader } from "./byte-reader.ts";
import { jpegWithoutLocation, pngWithoutLocation } from "./picture-without-location.ts";

/** A file that has arrived, of which any bytes can be read. */
export type Kept = {
	/** In bytes. */
	size: number;
	/** @param to behind the last */
	range: (from: number, to: number) => Promise<Uint8Array>;
	all: () => AsyncIterable<Uint8Array>;
};

/** The bytes of a file as they are to be kept: a picture without its location, anything else as it is. @throws Refusal 'wrong-file' */
export async function* toKeep(file: ByteReader): AsyncGenerator<Uint8Array> {
	const head = await file.peek(8);
	if (head.subarray(0, 3).equals(jpegBegins)) yield* jpegWithoutLocation(file);
	else if (head.equals(pngBegins)) yield* pngWithoutLocation(file);
	else yield* file.rest();
}

const jpegBegins = Buffer.from([0xff, 0xd8, 0xff]);
const pngBegins = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/**
 * What a file is, by its content. Its name decides only between a text and an e-mail, which is one.
 *
 * @throws Refusal 'wrong-file' for what is not taken, in a sentence that goes on from the file's name
 */
export async function recognise(file: Kept, name: string): Promise<FileType> {
	if (file.size === 0) throw refused("It is empty.");
	const head = Buffer.from(await file.range(0, 1024)).toString("latin1");
	// Two formats whose files may be all letters.
	const isWritten = !/^\s*(%PDF-|\{\\rtf)/.test(head) && (await isText(file.all()));
	if (isWritten) return /\.eml$/i.test(name) && beginsAsMail.test(head) ? "eml" : "txt";
	const found = await fileTypeFromBlob(asBlob(file));
	switch (found?.ext) {
		case "pdf":
		case "docx":
		case "xlsx":
		case "odt":
		case "png":
			return found.ext;
		case "jpg":
			return "jpeg";
		case "cfb":
			if (await holds(file.all(), ofOutlook)) return "msg";
			throw refused("It is of an old Office program. Save it as .docx, .xlsx or PDF and add that.");
		case "heic":
		case "heif":
			throw refused("It is a photo as iPhones keep it (HEIC). Save it as JPEG and add that.");
		case "docm":
		case "xlsm":
			throw refused("It has macros. Save it without them, or as PDF, and add that.");
	}
	throw refused(`It must be ${typesTaken}.`);
}

const refused = (why: string): Refusal => new Refusal("wrong-file", why);

/** What file-type asks of a Blob. */
const asBlob = ({ size, range }: Kept): Blob =>
	({
		size,
		type: "",
		slice: (from: number, to: number) => ({
			arrayBuffer: async () => {
				const { buffer, byteOffset, byteLength } = await range(from, to);
				return buffer.slice(byteOffset, byteOffset + byteLength);
			},
		}),
	}) as unknown as Blob;

/** Whether all of it is letters, in UTF-8 or as Windows has them: no byte says anything to a machine. */
async function isText(bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
	for await (const piece of bytes)
		if (forMachines.test(Buffer.from(piece).toString("latin1"))) return false;
	return true;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these tell a text from anything else
const forMachines = /[\x00-\x08\x0b\x0e-\x1f\x7f]/;

/** Lines of a header, one of which every mail has. */
const beginsAsMail =
	/^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*(?:from|date|received|return-path|mime-version):/i;

/** How Outlook's messages call one of their parts, in a directory of UTF-16. */
const ofOutlook = Buffer.from("__properties_version1.0", "utf16le");

async function holds(bytes: AsyncIterable<Uint8Array>, what: Buffer): Promise<boolean> {
	let before = Buffer.alloc(0);
	for await (const piece of bytes) {
		const here = Buffer.concat([before, piece]);
		if (here.includes(what)) return true;
		before = here.subarray(Math.max(0, here.length - what.length));
	}
	return false;
}
