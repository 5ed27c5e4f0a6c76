/**
 * Pictures lose what cameras and telephones write beside them: where and when they were taken, with what, by whom, and a
 * small picture that may show what was cut away. The picture itself goes through byte for byte, as does what its colours
 * and its size mean; of the rest only which way up it is stays, for without that it would lie on its side. Nothing is
 * decoded, so nothing is lost and nothing is held in memory but one piece of the file.
 */
import { Refusal } from "../domain/refusal.ts";
import type { ByteReader } from "./byte-reader.ts";

/** A JPEG without what was written beside the picture. @throws Refusal 'wrong-file' when it is none @see ITU-T T.81, annex B */
export async function* jpegWithoutLocation(jpeg: ByteReader): AsyncGenerator<Buffer> {
	yield await jpeg.take(2);
	for (;;) {
		const marker = await nextMarker(jpeg);
		const [, code = 0] = marker;
		// What follows the end is no part of the picture: films and second pictures, with places of their own.
		if (code === endOfImage) {
			yield marker;
			return;
		}
		const [high = 0, low = 0] = await jpeg.peek(2);
		const size = high * 256 + low;
		const segment = await jpeg.take(size);
		if (size < 2 || segment.length < size) throw unreadable();
		if (code === app1 && isExif(segment)) {
			const turned = orientationOf(segment.subarray(2 + exifName.length));
			if (turned > 1) yield exifOf(turned);
		} else if (!isBesideThePicture(code, segment)) {
			yield marker;
			yield segment;
		}
		if (code === startOfScan) yield* scan(jpeg);
	}
}

/** Any number of bytes of 255 may stand before a marker: one of them is its own. */
async function nextMarker(jpeg: ByteReader): Promise<Buffer> {
	let [first, code] = [await jpeg.take(1), await jpeg.take(1)];
	if (first[0] !== 0xff) throw unreadable();
	while (code[0] === 0xff) [first, code] = [code, await jpeg.take(1)];
	if (!code[0]) throw unreadable();
	return Buffer.concat([first, code]);
}

const startOfScan = 0xda;
const endOfImage = 0xd9;
const app0 = 0xe0;
const app1 = 0xe1;
const app2 = 0xe2;
const app14 = 0xee;
const app15 = 0xef;
const comment = 0xfe;

/** What applications write: all but the size, the colours and how these are coded. */
function isBesideThePicture(code: number, segment: Buffer): boolean {
	if (code === comment) return true;
	if (code < app0 || code > app15) return false;
	if (code === app0) return segment.toString("latin1", 2, 7) !== "JFIF\0";
	if (code === app2) return segment.toString("latin1", 2, 14) !== "ICC_PROFILE\0";
	return code !== app14;
}

/** The picture's data up to the next marker, which is left. In it a byte of 255 is followed by 0, or says that it begins again. */
async function* scan(jpeg: ByteReader): AsyncGenerator<Buffer> {
	for (;;) {
		const piece = await jpeg.peek(64 * 1024);
		const end = endOfScan(piece);
		if (end === undefined) {
			if (piece.length < 2) throw unreadable();
			// The last byte may be the first half of a marker.
			yield await jpeg.take(piece.length - 1);
			continue;
		}
		if (end > 0) yield await jpeg.take(end);
		return;
	}
}

function endOfScan(piece: Buffer): number | undefined {
	for (let at = piece.indexOf(0xff); at >= 0; at = piece.indexOf(0xff, at + 1)) {
		const next = piece[at + 1];
		if (next === undefined) return undefined;
		const goesOn = next === 0 || (next >= 0xd0 && next <= 0xd7);
		if (!goesOn && next !== 0xff) return at;
	}
	return undefined;
}

const exifName = Buffer.from("Exif\0\0", "latin1");

const isExif = (segment: Buffer): boolean =>
	segment.subarray(2, 2 + exifName.length).equals(exifName);

const orientation = 0x0112;

/** Which way up a picture is, 1 to 8; 1 when it does not say. @param tiff what Exif holds, from its byte order on */
function orientationOf(tiff: Buffer): number {
	try {
		const isLittle = tiff.toString("latin1", 0, 2) === "II";
		const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
		const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
		const directory = long(4);
		for (let entry = 0; entry < short(directory); entry++) {
			const at = directory + 2 + entry * 12;
			if (short(at) === orientation) {
				const turned = short(at + 8);
				return turned >= 1 && turned <= 8 ? turned : 1;
			}
		}
	} catch (problem) {
		if (!(problem instanceof RangeError)) throw problem;
	}
	return 1;
}

/** Exif that says which way up a picture is, and nothing else. */
function exifOf(turned: number): Buffer {
	const tiff = Buffer.alloc(26);
	tiff.write("MM\0*", 0, "latin1");
	tiff.writeUInt32BE(8, 4);
	tiff.writeUInt16BE(1, 8);
	tiff.writeUInt16BE(orientation, 10);
	tiff.writeUInt16BE(3, 12);
	tiff.writeUInt32BE(1, 14);
	tiff.writeUInt16BE(turned, 18);
	const head = Buffer.from([0xff, app1, 0, 0]);
	head.writeUInt16BE(2 + exifName.length + tiff.length, 2);
	return Buffer.concat([head, exifName, tiff]);
}

/** A PNG without what was written beside the picture. @throws Refusal 'wrong-file' when it is none @see W3C PNG, third edition */
export async function* pngWithoutLocation(png: ByteReader): AsyncGenerator<Buffer> {
	yield await png.take(8);
	for (;;) {
		const head = await png.take(8);
		if (head.length < 8) throw unreadable();
		const [length, name] = [head.readUInt32BE(), head.toString("latin1", 4)];
		if (!/^[A-Za-z]{4}$/.test(name)) throw unreadable();
		const isKept = ofThePicture.has(name);
		if (isKept) yield head;
		// The data and its checksum.
		const passing = png.pass(length + 4);
		for (;;) {
			const { done, value } = await passing.next();
			if (done) {
				if (value < length + 4) throw unreadable();
				break;
			}
			if (isKept) yield value;
		}
		if (name === "IEND") return;
	}
}

const ofThePicture = new Set(
	"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT".split(
		" ",
	),
);

const unreadable = () =>
	new Refusal(
		"wrong-file",
		"It is damaged, or not the picture that it says it is. Open it, save it again and add that copy.",
	);
