import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { backupPlaceFinding } from "./backup-place.ts";

const writes = async () => {};

test("a place on the disk of the data is told, and one beside a database of one’s own server is not", async () => {
	expect(await backupPlaceFinding(tmpdir(), tmpdir(), writes)).toMatchObject({
		state: "look",
		says: expect.stringContaining("what takes one takes both"),
	});
	expect(await backupPlaceFinding(tmpdir(), undefined, writes)).toMatchObject({ state: "well" });
});

test("one that cannot be written is broken, in the words of whoever tried it", async () => {
	const refuses = async () => {
		throw new Error("/mnt may only be read from here.");
	};
	expect(await backupPlaceFinding("/mnt", undefined, refuses)).toMatchObject({
		state: "broken",
		says: expect.stringContaining("/mnt may only be read from here."),
	});
});
