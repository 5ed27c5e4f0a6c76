/**
 * What a sweep takes in which 500 time limits run out together, or as many as are named, each in a difference of its own, and
 * as many people are told: `npx tsx bench/run-outs.ts [CLOCKS]`, the median of 5 runs on an embedded database as it ships.
 * Fails at 5 seconds or more.
 */
import { sql } from "kysely";
import { sweep } from "../src/actions/sweep.ts";
import { line, manyDifferences, medianOf, shareOut, type Took } from "./many-differences.ts";

const clocks = Number(process.argv[2] ?? 500);
const people = 200;
const runs = 5;

const { db, partnership, timed, close } = await manyDifferences({
	// All but the one that was played.
	count: clocks * runs + 1,
	people,
	level: "senior-manager",
	tables: ["event", "narrative", "difference_party", "difference_person", "open_step", "clock"],
	arrange: async (trx) => {
		await shareOut(trx, people);
		// Out of the sweep's sight until it is their turn.
		await sql`
			create table waiting as select copy.n, clock.difference_id, clock.clock
			from clock join copy on copy.id = clock.difference_id where clock.state = 'running'`.execute(
			trx,
		);
		await sql`
			update clock set state = 'met' from waiting
			where (clock.difference_id, clock.clock) = (waiting.difference_id, waiting.clock)`.execute(
			trx,
		);
	},
});

const { app, partnershipId, at } = partnership;
const taken: Took[] = [];
at("2026-06-01T09:00");
await sweep(app, partnershipId);
for (let run = 0; run < runs; run++) {
	await sql`
		update clock set state = 'running' from waiting
		where (clock.difference_id, clock.clock) = (waiting.difference_id, waiting.clock)
			and waiting.n % ${sql.lit(runs)} = ${run}`.execute(db);
	const { ranOut } = await timed(taken, () => sweep(app, partnershipId));
	if (ranOut !== clocks) throw new Error(`${ranOut} had run out`);
}
line(`${clocks} run out together`, taken);
if (medianOf(taken) >= 5_000) process.exitCode = 1;

await close();
