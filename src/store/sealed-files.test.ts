import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { newKey } from "../keys/sealed.ts";
import {
	openKey,
	openParts,
	type PartsOf,
	rewrapKey,
	sealPart,
	wrapNewKey,
} from "./sealed-files.ts";

const of: PartsOf = { table: "file", id: "a file" };
const under = newKey();
const content = [randomBytes(1000), randomBytes(1000), randomBytes(10)];
const length = 2010;

/** A file that has arrived: its key, closed for its length, and its parts. */
function arrived(id = of) {
	const wrapped = wrapNewKey(under, id);
	const key = openKey(under, wrapped, id, null);
	return {
		wrapped: rewrapKey(wrapped, id, { under, length: null }, { under, length }),
		parts: content.map((part, number) => sealPart(key, id, number, part)),
	};
}

async function read(
	{ wrapped, parts }: ReturnType<typeof arrived>,
	as: { id?: PartsOf; length?: number; under?: typeof under } = {},
): Promise<Buffer> {
	const id = as.id ?? of;
	const key = openKey(as.under ?? under, wrapped, id, as.length ?? length);
	const bytes: Buffer[] = [];
	for await (const part of openParts(key, id, as.length ?? length, async (n) => parts[n]))
		bytes.push(part);
	return Buffer.concat(bytes);
}

test("a file that has arrived is read as it came", async () => {
	expect((await read(arrived())).equals(Buffer.concat(content))).toBe(true);
});

const file = arrived();
const other = arrived({ table: "file", id: "another" });
const [first, second, last] = file.parts as [Buffer, Buffer, Buffer];
const flipped = Buffer.from(second);
flipped[500] = (flipped[500] ?? 0) ^ 1;

test.each([
	["two parts are swapped", { ...file, parts: [second, first, last] }, {}],
	["a part comes twice", { ...file, parts: [first, first, last] }, {}],
	["the last part is gone", { ...file, parts: [first, second] }, {}],
	["the last parts are gone and its length says so", { ...file, parts: [first] }, { length: 1000 }],
	["a bit is another", { ...file, parts: [first, flipped, last] }, {}],
	["a part is of another file", { ...file, parts: [first, other.parts[1] as Buffer, last] }, {}],
	["the key is of another file", { ...file, wrapped: other.wrapped }, {}],
	["all of it stands for another file", file, { id: { table: "file", id: "another" } as const }],
	["it is closed under another key", file, { under: newKey() }],
])("it does not open where %s", async (_, changed, as) => {
	await expect(read(changed, as)).rejects.toMatchObject({ name: "SealFault", code: "damaged" });
});
