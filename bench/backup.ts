/**
 * How long a backup and its restore take, how large the file is and how far memory grows. Differences are copies of one that
 * was forwarded; files are bytes that nothing can compress.
 *
 * npx tsx bench/backup.ts [differences=100000] [megabytes of files=1000]
 */
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { makeKeyPair } from "../src/backup/key.ts";
import { makeBackup } from "../src/backup/make-backup.ts";
import { restoreBackup } from "../src/backup/restore-backup.ts";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { connect } from "../src/store/connect.ts";
import { partSize } from "../src/store/sealed-files.ts";
import { manyDifferences } from "./many-differences.ts";
import { inMegabytes, measured } from "./measured.ts";

const [differences = 100_000, megabytes = 1_000] = process.argv.slice(2).map(Number);

const directory = mkdtempSync(join(tmpdir(), "concord-bench-backup-"));
chmodSync(directory, 0o711);
const made = await manyDifferences({
	count: differences,
	people: 10,
	level: "manager",
	tables: ["event", "narrative", "open_step", "clock", "difference_party", "counted"],
});
// It is the bench’s own, and of no Concord.
await sql`drop table copy`.execute(made.db);
await addFiles(made.url, made.partnership.partnershipId, megabytes);

const { publicKey, privateKey } = await makeKeyPair();
const signal = new AbortController().signal;
const clock = () => Temporal.Now.instant();
console.log(`${differences} differences, ${megabytes} MB of files`);
const { path, size } = await measured("backup", () =>
	makeBackup({ url: made.url, to: directory, publicKey, clock, signal }),
);
console.log(`  the file has ${inMegabytes(size)} MB`);
await made.close();

const place = await startEmbeddedPostgres({ directory: join(directory, "data") });
const { db, pool } = connect(place.url, { most: 1 });
const { rows } = await measured("restore", () =>
	restoreBackup(path, { privateKey, rehearsal: false, signal }, (use) => use(pool)),
);
console.log(`  ${rows} rows`);
await db.destroy();
await place.stop();
rmSync(directory, { recursive: true });

async function addFiles(url: string, partnershipId: string, count: number): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	for (let file = 0; file < Math.ceil(count / 10); file++) {
		const { rows } = await client.query<{ id: string }>(
			"insert into file (id, partnership_id, state, began_at) values (gen_random_uuid(), $1, 'arriving', now()) returning id",
			[partnershipId],
		);
		const content = randomBytes(10 * partSize * 4);
		for (let number = 0; number < 40; number++)
			await client.query(
				"insert into file_part (file_id, partnership_id, number, content) values ($1, $2, $3, $4)",
				[
					rows[0]?.id,
					partnershipId,
					number,
					content.subarray(number * partSize, (number + 1) * partSize),
				],
			);
	}
	await client.end();
}
