/**
 * How long lists take that name whom each difference is about, and finding a child, in a partnership with many differences
 * under way.
 *
 * `npx tsx bench/lists.ts [2000]`: the median of 15 times each, after two to warm up, on an embedded database.
 */

import { sql } from "kysely";
import { countDuties } from "../src/store/desk.ts";
import { findDifference } from "../src/store/differences.ts";
import { searchDifferences } from "../src/store/search.ts";
import { listWork } from "../src/store/work.ts";
import { manyDifferences, median } from "./many-differences.ts";

const times = 15;
const count = Number(process.argv[2] ?? 2_000);
const { db, partnership, close } = await manyDifferences({
	count,
	people: 1,
	level: "senior-manager",
	tables: [
		"event",
		"narrative",
		"difference_party",
		"difference_person",
		"open_step",
		"clock",
		"counted",
	],
});

await sql`analyze`.execute(db);

async function measure(what: string, work: () => Promise<number>): Promise<void> {
	const taken: number[] = [];
	let found = 0;
	for (let time = 0; time < times + 2; time++) {
		const from = performance.now();
		found = await work();
		if (time > 1) taken.push(performance.now() - from);
	}
	console.log(
		`${what.padEnd(34)} ${median(taken).toFixed(1).padStart(8)} ms ${String(found).padStart(6)}`,
	);
}

const { businessUnit, director } = partnership.people;
const page = { sort: "due", page: 1, pageSize: 20 } as const;
const total = async (search: Partial<Parameters<typeof searchDifferences>[2]>) =>
	(await searchDifferences(db, businessUnit, { ...page, ...search })).total;
const [one] = (await searchDifferences(db, businessUnit, { ...page })).rows;

await measure("desk, counted", async () =>
	(await countDuties(db, businessUnit, "business-unit", "2026-03-30T10:00:00Z")).reduce(
		(sum, { total }) => sum + total,
		0,
	),
);
await measure(
	"My work of a director",
	async () => (await listWork(db, director, "2026-03-30")).mine.length,
);
await measure("list, a page of 20", () => total({}));
await measure("list by a name, 50", () => total({ about: "Canary", pageSize: 50 }));
await measure("list by two names", () => total({ about: "Zoë Ade" }));
await measure("list by a date of birth", () => total({ about: "2015-08-08" }));
await measure("find: anything", () => total({ anything: "Marchetti" }));
await measure(
	"a difference",
	async () => (await findDifference(db, one?.id ?? "", businessUnit))?.entries.length ?? 0,
);
await close();
