import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { testPartnership } from "../../test/support/partnership.ts";
import { backupOf, isEmpty, keys, never, newFile, restoredInto, sealed } from "./backup.fixture.ts";
import { makeKeyPair } from "./key.ts";
import type { Closing, Opening } from "./manifest.ts";
import { type Entry, open } from "./sealed-file.ts";

let source: TestDatabase;
let place: TestDatabase;
let whole: string;
/** What is in it. */
const entries: Entry[] = [];

beforeAll(async () => {
	source = await testDatabase();
	place = await testDatabase({ empty: true });
	const { partnershipId } = await testPartnership(source.db);
	// What cannot be made smaller, so that its encryption is of several chunks.
	const id = randomUUID();
	await sql`insert into file (id, partnership_id, state, began_at, wrapped_key) values (${id}, ${partnershipId}, 'arriving', now(), '\\x00')`.execute(
		source.db,
	);
	await sql`insert into file_part (file_id, partnership_id, number, content) values (${id}, ${partnershipId}, 0, ${randomBytes(300_000)})`.execute(
		source.db,
	);
	whole = await backupOf(source.url);
	for await (const entry of open(whole, { ...keys, signal: never }, () => {})) entries.push(entry);
});
afterAll(async () => {
	await source.drop();
	await place.drop();
});
// Whatever is refused leaves nothing, so that the next can be tried in the same place.
afterEach(async () => expect(await isEmpty(place.url)).toBe(true));

const refused = (path: string, how?: Parameters<typeof restoredInto>[2]) =>
	expect(restoredInto(place.url, path, how)).rejects;

/** The same backup with its bytes changed. */
function changed(change: (bytes: Buffer) => Buffer): string {
	const path = newFile();
	writeFileSync(path, change(readFileSync(whole)));
	return path;
}

/** A backup that was closed with our key and says something else. */
const saying = (change: (said: Entry[]) => Entry[]) => sealed(change([...entries]));

const opening = (change: Record<string, unknown> | ((said: Opening) => Partial<Opening>)) =>
	saying(([first, ...more]) => {
		const said = JSON.parse(first?.content.toString() ?? "") as Opening;
		const changes = typeof change === "function" ? change(said) : change;
		return [
			{ name: "backup.json", content: Buffer.from(JSON.stringify({ ...said, ...changes })) },
			...more,
		];
	});

test.each([0.001, 0.3, 0.6, 0.9, 0.9999])(
	"a byte that was changed at %d of the file",
	async (at) => {
		const path = changed((bytes) => {
			const index = Math.floor(bytes.length * at);
			bytes[index] = (bytes[index] ?? 0) ^ 1;
			return bytes;
		});
		await refused(path).toThrow(/damaged/);
	},
);

test.each([0, 1, 100, 5_000])("a file cut to %d bytes", async (length) => {
	const path = changed((bytes) => bytes);
	truncateSync(path, length);
	await refused(path).toThrow(/damaged/);
});

test("a file cut by one byte, or at the end of a chunk of its encryption, or with more after its end", async () => {
	await refused(changed((bytes) => bytes.subarray(0, -1))).toThrow(/damaged or cut short/);
	const atChunk = changed((bytes) => {
		// age's header, which ends with a line of its own, 16 bytes, and chunks of 64 KiB with 16 bytes each.
		const headerEnd = bytes.indexOf("\n", bytes.indexOf("\n--- ") + 1) + 1;
		const cut = headerEnd + 16 + 3 * (64 * 1024 + 16);
		expect(bytes.length).toBeGreaterThan(cut);
		return bytes.subarray(0, cut);
	});
	await refused(atChunk).toThrow(/damaged or cut short/);
	await refused(changed((bytes) => Buffer.concat([bytes, Buffer.alloc(70_000)]))).toThrow(
		/damaged or cut short/,
	);
});

test("a file that is something else, or is not there", async () => {
	await refused("README.md").toThrow("README.md is no backup of Concord");
	await refused("nowhere.age").toThrow("There is no file nowhere.age.");
	await refused("src").toThrow("src is not a file.");
	await refused(await sealed([{ name: "letter.txt", content: Buffer.from("Dear") }])).toThrow(
		/is no backup of Concord/,
	);
});

test("another key than the one it was made for", async () => {
	await refused(whole, { privateKey: (await makeKeyPair()).privateKey }).toThrow(
		/was made for another key\. Find the private key/,
	);
});

test("a backup of a newer version: of another format, or with a migration that is not known here", async () => {
	const newer = "made by a newer Concord (9.0.0). Restore it with that version or a later one.";
	await refused(await opening({ format: 2, concord: "9.0.0" })).toThrow(newer);
	await refused(
		await opening(({ migrations }) => ({
			concord: "9.0.0",
			migrations: [
				...migrations,
				{ file: "9999-later.sql", hash: "0".repeat(64), at: "2030-01-01T00:00:00Z" },
			],
		})),
	).toThrow(newer);
});

test("a backup by a Concord whose migrations were others", async () => {
	await refused(
		await opening(({ migrations: [first, ...more] }) => ({
			migrations: [{ file: "", at: "", ...first, hash: "0".repeat(64) }, ...more],
		})),
	).toThrow("whose 0001-first.sql is another");
});

test("a backup of real people into a rehearsal", async () => {
	await refused(await opening({ mode: "production" }), { rehearsal: true }).toThrow(
		/Set CONCORD_MODE=production/,
	);
});

test("a backup without its end, or that holds other rows than its end says", async () => {
	await refused(await saying((said) => said.slice(0, -1))).toThrow(/damaged or cut short/);
	await refused(
		await saying((said) => said.filter(({ name }) => !name.startsWith("tables/person/"))),
	).toThrow(/damaged or cut short/);
	await refused(
		await saying((said) =>
			said.map((entry) =>
				entry.name.startsWith("tables/person/")
					? { ...entry, content: entry.content.subarray(entry.content.indexOf(10) + 1) }
					: entry,
			),
		),
	).toThrow(/damaged or cut short/);
});

test("rows that lead to others that are not there are refused, though the backup vouches for them", async () => {
	const path = await saying((said) =>
		said
			.filter(({ name }) => !name.startsWith("tables/partnership/"))
			.map((entry) => {
				if (entry.name !== "content.json") return entry;
				const { tables } = JSON.parse(entry.content.toString()) as Closing;
				const empty = { rows: 0, sha256: createHash("sha256").digest("hex") };
				return {
					...entry,
					content: Buffer.from(
						JSON.stringify({
							tables: tables.map((table) =>
								table.name === "partnership" ? { ...table, ...empty } : table,
							),
						}),
					),
				};
			}),
	);
	await refused(path).toThrow(/The database did not take what the backup holds \(23503\)/);
});

test("a place where something is stays as it is", async () => {
	await expect(restoredInto(source.url, whole)).rejects.toThrow(
		/There is something in this database already/,
	);
	const people = await source.db.selectFrom("person").select("id").execute();
	expect(people.length).toBeGreaterThan(0);
});

test("a restore that is stopped while it reads, or while it compares, leaves nothing", async () => {
	for (const when of [0.1, 0.7]) {
		const stopping = new AbortController();
		const restoring = restoredInto(place.url, whole, { signal: stopping.signal }, (done) => {
			if (done > when) stopping.abort();
		});
		await expect(restoring).rejects.toThrow("It was stopped before it was done.");
		expect(await isEmpty(place.url)).toBe(true);
	}
});
