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
import { sessionStore } from "../src/store/sessions.ts";
import { pages } from "../src/web/routes.ts";
import { buildServer } from "../src/web/server.ts";
import { enter, visitorAs } from "../test/support/visitor.ts";
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
const web = buildServer(made.partnership.app, {
	sessions: sessionStore(made.db),
	secret: "a secret of a bench, which nobody else has",
	routes: [...pages, enter],
});
const office = await visitorAs(web, made.partnership.people.businessUnit);
const quiet = await pageTimes((isOver) => isOver() >= 20);
let isMade = false;
const [{ path, size }, busy] = await Promise.all([
	measured("backup, while pages are read", () =>
		makeBackup({ url: made.url, to: directory, publicKey, clock, signal }),
	).finally(() => {
		isMade = true;
	}),
	pageTimes(() => isMade),
]);
console.log(`  pages in the middle: ${quiet} ms before it, ${busy} ms meanwhile`);
console.log(`  the file has ${inMegabytes(size)} MB`);
await web.close();
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

/** How long the desk and the log of the office take, in milliseconds: half of them take less. */
async function pageTimes(isOver: (read: () => number) => boolean): Promise<number> {
	const times: number[] = [];
	while (!isOver(() => times.length))
		for (const page of ["/business-unit", "/differences"]) {
			const begun = performance.now();
			const { statusCode } = await office.get(page);
			if (statusCode !== 200) throw new Error(`${page} answered ${statusCode}`);
			times.push(performance.now() - begun);
		}
	return Math.round(times.sort((one, other) => one - other)[times.length >> 1] ?? 0);
}

async function addFiles(url: string, partnershipId: string, count: number): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	for (let file = 0; file < Math.ceil(count / 10); file++) {
		const { rows } = await client.query<{ id: string }>(
			"insert into file (id, partnership_id, state, began_at, wrapped_key) values (gen_random_uuid(), $1, 'arriving', now(), $2) returning id",
			// Nobody opens them: a backup takes sealed bytes as they are.
			[partnershipId, randomBytes(60)],
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
