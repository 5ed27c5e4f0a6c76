/**
 * Where the bytes of files are best kept: rows of the database, its large objects, or a directory. Writes and reads a file
 * of 25 MB in parts of 256 KB, ten times each, and says how long that takes and how far memory grows.
 *
 * npx tsx bench/files.ts
 */
import { randomBytes, randomUUID } from "node:crypto";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { inMegabytes } from "./measured.ts";

const partSize = 256 * 1024;
const size = 25 * 1024 * 1024;
const times = 10;

const directory = mkdtempSync(join(tmpdir(), "concord-bench-files-"));
const postgres = await startEmbeddedPostgres({ directory });
const pool = new pg.Pool({ connectionString: postgres.url });

/** Bytes that nothing can compress, as those of a photo. */
const block = randomBytes(partSize);
function* parts() {
	for (let at = 0; at < size; at += partSize) yield block;
}

await pool.query(
	"create table part (file uuid, number int, content bytea, primary key (file, number))",
);
await pool.query("alter table part alter column content set storage external");

const ways = {
	"rows of 256 KB": {
		write: async () => {
			const file = randomUUID();
			let number = 0;
			for (const part of parts())
				await pool.query("insert into part values ($1, $2, $3)", [file, number++, part]);
			return file;
		},
		read: async (file: string) => {
			for (let number = 0; ; number++) {
				const { rows } = await pool.query(
					"select content from part where file = $1 and number = $2",
					[file, number],
				);
				if (rows.length === 0) return;
			}
		},
	},
	"large objects": {
		write: async () => {
			const { rows } = await pool.query<{ oid: string }>("select lo_create(0) as oid");
			const oid = rows[0]?.oid ?? "";
			let at = 0;
			for (const part of parts()) {
				await pool.query("select lo_put($1, $2, $3)", [oid, at, part]);
				at += part.length;
			}
			return oid;
		},
		read: async (oid: string) => {
			for (let at = 0; at < size; at += partSize)
				await pool.query("select lo_get($1, $2, $3)", [oid, at, partSize]);
		},
	},
	"files of a directory": {
		write: async () => {
			const path = join(directory, randomUUID());
			const file = await open(path, "w");
			for (const part of parts()) await file.write(part);
			await file.sync();
			await file.close();
			return path;
		},
		read: async (path: string) => {
			for await (const _part of createReadStream(path, { highWaterMark: partSize }));
		},
	},
};

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

for (const [name, { write, read }] of Object.entries(ways)) {
	const before = process.memoryUsage().rss;
	let most = before;
	const watch = setInterval(() => {
		most = Math.max(most, process.memoryUsage().rss);
	}, 5);
	const [writes, reads]: [number[], number[]] = [[], []];
	for (let time = 0; time < times; time++) {
		const began = performance.now();
		const file = await write();
		const written = performance.now();
		await read(file);
		writes.push(written - began);
		reads.push(performance.now() - written);
	}
	clearInterval(watch);
	console.log(
		`${name}: written in ${median(writes).toFixed(0)} ms, read in ${median(reads).toFixed(0)} ms, memory up by ${inMegabytes(most - before)} MB`,
	);
}
await pool.end();
await postgres.stop();
rmSync(directory, { recursive: true });
