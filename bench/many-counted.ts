/**
 * How long the report on half a year takes with 5,000 differences in it and 100,000 in the database, and what memory its
 * server needs: `npx tsx bench/many-counted.ts`. The differences are copies of the rehearsal's, moved over ten years. Prints the
 * median of 7 for reading what is counted, working the figures out, and the whole page, and of 3 for all its files. Fails when
 * the page takes a second or more, all files for one audience five, or the server more than 300 MB.
 */
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { sql } from "kysely";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { projectRoot } from "../src/project-root.ts";
import { connect } from "../src/store/connect.ts";
import type { Db } from "../src/store/db.ts";
import { migrate } from "../src/store/migrate.ts";
import { rehearsalIn } from "../test/support/rehearsal.ts";
import { measureReport } from "./report-measured.ts";

const all = 100_000;
const years = 10;
const opening = "2026-11-24T10:00";

const [, , served] = process.argv;
if (served === undefined) await makeAndMeasure();
else await measureReport(served, opening);

/** The server is a process of its own, so that its memory is its alone, and bundled as `npm start` runs it. */
async function makeAndMeasure() {
	const directory = mkdtempSync(join(tmpdir(), "concord-bench-"));
	chmodSync(directory, 0o711);
	const postgres = await startEmbeddedPostgres({ directory });
	const { db, pool } = connect(postgres.url);
	try {
		await migrate(pool);
		await rehearsalIn(postgres.url, opening);
		await addCopies(db);
		const { status } = spawnSync(
			process.execPath,
			["--max-semi-space-size=8", "--max-old-space-size=1024", await bundled(), postgres.url],
			{ stdio: "inherit" },
		);
		process.exitCode = status ?? 1;
	} finally {
		await db.destroy();
		await postgres.stop();
		rmSync(directory, { recursive: true, force: true });
	}
}

/** This file as one script, beside the server's own: what it reads of the project it looks for from there. */
async function bundled(): Promise<string> {
	const outfile = join(projectRoot, "dist/bench-many-counted.js");
	await build({
		entryPoints: [fileURLToPath(import.meta.url)],
		outfile,
		bundle: true,
		platform: "node",
		format: "esm",
		target: "node26",
		packages: "external",
		jsx: "automatic",
		jsxImportSource: "#kit",
		logLevel: "warning",
	});
	return outfile;
}

/** Copies of what was raised and ended, as many in each week as in every other, with all their days moved alike. */
async function addCopies(db: Db) {
	const originals = await db
		.selectFrom("counted")
		.where("ended_on", "is not", null)
		.select(["difference_id", "raised_on", "facts"])
		.execute();
	const first = Temporal.PlainDate.from(opening.slice(0, 10)).subtract({ years });
	const days = first.until(opening.slice(0, 10), { largestUnit: "days" }).days;
	const moved = new Map<string, string>();
	for (let from = 0; from < all; from += 1000) {
		const copies = Array.from({ length: 1000 }, (_, nth) => {
			const place = from + nth;
			const original = originals[place % originals.length];
			if (!original) throw new RangeError("There is nothing to copy");
			const raised = Temporal.PlainDate.from(original.raised_on);
			const to = first.add({ days: Math.floor((place / all) * days) });
			// Whole weeks, so that what was done on a working day still was.
			const by = Math.round(raised.until(to, { largestUnit: "days" }).days / 7) * 7;
			const facts = JSON.stringify(original.facts).replace(/\d{4}-\d\d-\d\d/g, (day) => {
				const key = `${day} ${by}`;
				const there = moved.get(key) ?? Temporal.PlainDate.from(day).add({ days: by }).toString();
				moved.set(key, there);
				return there;
			});
			return { of: original.difference_id, id: randomUUID(), reference: `B-${place}`, facts };
		});
		await sql`
			with copy as materialized (
				select * from jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) as copy (of uuid, id uuid, reference text, facts text)
			), copied as (
				insert into difference (id, partnership_id, reference, protocol_version_id, raising_agency_id, receiving_agency_id,
					raised_by, raised_at, status, stage, ending, ended_at, last_seq)
				select copy.id, partnership_id, copy.reference, protocol_version_id, raising_agency_id, receiving_agency_id,
					raised_by, raised_at, status, stage, ending, ended_at, last_seq
				from copy join difference on difference.id = copy.of returning id, partnership_id
			)
			insert into counted (difference_id, partnership_id, protocol, raised_on, ended_on, facts)
			select id, partnership_id, 'somerset-rpd', (copy.facts::jsonb->>'raisedOn')::date, (copy.facts::jsonb->>'endedOn')::date, copy.facts::jsonb
			from copy join copied using (id)`.execute(db);
	}
	await sql`vacuum analyze`.execute(db);
}
