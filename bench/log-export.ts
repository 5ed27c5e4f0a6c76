/**
 * The whole log of forms as CSV and as XLSX, among many: how long it takes, and how far the memory grows of the process that
 * writes it.
 *
 * npx tsx --expose-gc bench/log-export.ts [count]: copies of one difference (100,000 unless another number is given) that
 * were received a minute apart.
 */
import { once } from "node:events";
import { sql } from "kysely";
import { logAsFile, logFormats } from "../src/reports/log-file.ts";
import { manyDifferences } from "./many-differences.ts";
import { inMegabytes } from "./measured.ts";

const count = Number(process.argv[2] ?? 100_000);
const { db, partnership, close } = await manyDifferences({
	count,
	people: 10,
	level: "manager",
	tables: ["difference_party", "event", "clock", "open_step"],
});
await sql`
	update difference_party set since = since - n * interval '1 minute'
	from copy where copy.id = difference_party.difference_id`.execute(db);
await sql`vacuum analyze`.execute(db);

const now = Temporal.ZonedDateTime.from("2026-03-30T10:00[Europe/London]");
console.log(`${count} differences`);
for (const format of Object.keys(logFormats) as (keyof typeof logFormats)[]) {
	globalThis.gc?.();
	const before = process.memoryUsage().rss;
	const most: number[] = [];
	const held: number[] = [];
	const began = performance.now();
	let rows = 0;
	const { content } = await logAsFile(
		partnership.app,
		partnership.people.businessUnit,
		"business-unit",
		{ part: {}, format },
		{ partnership: "Measured", now },
		async () => {
			rows++;
			const tenth = Math.min(9, Math.floor((rows * 10) / count));
			if (rows % 500 === 0)
				most[tenth] = Math.max(most[tenth] ?? 0, process.memoryUsage().rss - before);
			if (rows % (count / 10) === 0) {
				globalThis.gc?.();
				const { heapUsed, external } = process.memoryUsage();
				held.push(heapUsed + external);
			}
		},
	);
	let bytes = 0;
	content.on("data", (piece: Buffer) => {
		bytes += piece.length;
	});
	await once(content, "end");
	console.log(
		`${format}: ${rows} rows, ${inMegabytes(bytes)} MB, ${((performance.now() - began) / 1000).toFixed(1)} s, memory up by (MB, in each tenth) ${most.map(inMegabytes).join(", ")}; in use after each tenth ${held.map(inMegabytes).join(", ")}`,
	);
}
await close();
