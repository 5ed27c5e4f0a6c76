/**
 * What the minute's sweep takes over 100,000 clocks, or as many as are named, on an embedded database as it ships:
 * `npx tsx bench/sweep.ts [CLOCKS]`, the median of 5 runs of each. Fails when the usual minute takes 50 ms or more, or the first
 * look at all of them 3 seconds.
 *
 * - the usual minute: nothing is called for
 * - at night: nobody may be reminded
 * - all looked at, few go: the morning after the hours were changed
 * - many go: a tenth of them is called for on one morning, each of 500 people gets one message
 */
import { sql } from "kysely";
import { setWorkingHours } from "../src/actions/set-working-hours.ts";
import { sweep } from "../src/actions/sweep.ts";
import { line, manyDifferences, medianOf, type Took } from "./many-differences.ts";

const clocks = Number(process.argv[2] ?? 100_000);
const people = 500;
const runs = 5;

const { db, partnership, timed, close } = await manyDifferences({
	count: clocks,
	people,
	level: "manager",
	tables: ["difference_party", "difference_person", "open_step", "clock"],
	// Forwarded at a moment of its own each, due on one of 250 days of next year.
	arrange: async (trx) => {
		await sql`
			update open_step set person_id = owner.id, opened_at = opened_at + copy.n * interval '0.5 seconds'
			from copy, (select id, row_number() over () as n from person where email like 'person.%') as owner
			where open_step.difference_id = copy.id and owner.n = copy.n % ${sql.lit(people)} + 1`.execute(
			trx,
		);
		await sql`
			update clock set due_at = timestamptz '2027-01-20 23:59:59 Europe/London' + copy.n % 250 * interval '1 day'
			from copy where clock.difference_id = copy.id and clock.state = 'running'`.execute(trx);
	},
});

const { app, partnershipId, people: known, at } = partnership;
const run = (into: Took[], moment: string) => {
	at(moment);
	return timed(into, () => sweep(app, partnershipId));
};

const first: Took[] = [];
await run(first, "2026-04-01T09:00");
line("first look at all, each kept", first);

await sql`vacuum analyze`.execute(db);

const usual: Took[] = [];
const night: Took[] = [];
const all: Took[] = [];
const many: Took[] = [];
for (let turn = 0; turn < runs; turn += 1) {
	await run(usual, `2026-04-01T10:0${turn}`);
	await run(night, `2026-04-01T22:0${turn}`);
}
for (let turn = 0; turn < runs; turn += 1) {
	at("2026-04-01T12:00");
	await setWorkingHours(app, known.administrator, {
		from: "09:00",
		until: turn % 2 === 0 ? "16:30" : "17:00",
	});
	const { reminded } = await run(all, `2026-04-01T12:0${turn}`);
	if (reminded > 1) throw new Error(`${reminded} were reminded`);
}
for (let turn = 0; turn < runs; turn += 1) {
	// A tenth has two working days left, as after an act on each.
	await sql`
		update clock set due_at = '2026-04-08 23:59:59 Europe/London' from copy
		where clock.difference_id = copy.id and clock.state = 'running' and copy.n / ${sql.lit(people)} % 10 = ${turn}`.execute(
		db,
	);
	await sql`
		update open_step set next_reminder_at = '-infinity' from copy
		where open_step.difference_id = copy.id and copy.n / ${sql.lit(people)} % 10 = ${turn}`.execute(
		db,
	);
	const { reminded } = await run(many, `2026-04-02T1${turn}:00`);
	if (reminded !== people) throw new Error(`${reminded} were reminded`);
}

line("the usual minute, nothing due", usual);
line("at night", night);
line("all looked at, none due", all);
line(`a tenth due, to ${people} people`, many);
if (medianOf(usual) >= 50 || medianOf(first) >= 3000) process.exitCode = 1;

await close();
