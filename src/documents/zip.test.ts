import { buffer } from "node:stream/consumers";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { type FileInZip, TooLargeForZip, type ZipLimits, zipOf } from "./zip.ts";

async function* files(many: number, content: () => FileInZip["content"]) {
	for (let nth = 1; nth <= many; nth++) yield { name: `${nth}.txt`, content: content() };
}
async function* pieces(many: number) {
	for (let nth = 0; nth < many; nth++) yield new Uint8Array(100);
}
const zip = (
	many: number,
	limits: Partial<ZipLimits>,
	content = (): FileInZip["content"] => new Uint8Array(10),
) => buffer(zipOf("2026-03-26", files(many, content), { files: 100, bytes: 100_000, ...limits }));

test("a zip of as many files as it can count is whole, and one of more breaks off", async () => {
	expect(Object.keys(unzipSync(await zip(3, { files: 3 })))).toHaveLength(3);
	await expect(zip(4, { files: 3 })).rejects.toThrow(TooLargeForZip);
});

test("a zip of as many bytes as it can count is whole, and one of more breaks off, its list of files among them", async () => {
	const { length } = await zip(3, {});
	expect((await zip(3, { bytes: length })).length).toBe(length);
	await expect(zip(3, { bytes: length - 1 })).rejects.toThrow(TooLargeForZip);
});

test("a file that is longer than a zip can say breaks it off, however small it is packed", async () => {
	const nothing = () => pieces(50);
	expect((await zip(1, { bytes: 5_000 }, nothing)).length).toBeLessThan(1_000);
	await expect(zip(1, { bytes: 4_999 }, nothing)).rejects.toThrow(TooLargeForZip);
});
