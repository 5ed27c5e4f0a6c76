/**
 * How long a page of the log of forms takes among many, whole and narrowed.
 *
 * `npx tsx bench/log-of-forms.ts [count]`: the median of 11, after one to warm up, on an embedded database with copies of
 * one difference (100,000 unless another number is given) that were received a minute apart.
 */
import { sql } from "kysely";
import { logOfForms, type Reading } from "../src/reports/log-of-forms.ts";
import type { LogAsked } from "../src/store/log-of-forms.ts";
import { line, manyDifferences } from "./many-differences.ts";

const count = Number(process.argv[2] ?? 100_000);
const { db, partnership, close } = await manyDifferences({
	count,
	people: 10,
	level: "manager",
	tables: ["difference_party", "event", "clock", "open_step"],
});
await sql`
	update difference_party set since = since - n * interval '1 minute', themes = case n % 4 when 0 then '{threshold}' else themes end
	from copy where copy.id = difference_party.difference_id`.execute(db);
await sql`vacuum analyze`.execute(db);

const reading: Reading = partnership.app;
const now = Temporal.ZonedDateTime.from("2026-03-30T10:00[Europe/London]");
const measure = async (what: string, asked: Partial<LogAsked>) => {
	const times: number[] = [];
	for (let run = 0; run < 12; run++) {
		const begin = performance.now();
		await logOfForms(
			reading,
			partnership.people.businessUnit,
			"business-unit",
			{ page: 1, pageSize: 20, ...asked },
			now,
		);
		if (run > 0) times.push(performance.now() - begin);
	}
	line(what, times);
};
console.log(`${count} differences`);
await measure("the first page", {});
await measure("the last page", { page: Math.ceil(count / 20) });
await measure("open", { status: "open" });
await measure("of one agency", { agencyId: partnership.agencies.socialCare });
await measure("of one theme", { theme: "threshold" });
await measure("received in a week", {
	receivedFrom: "2026-03-20T00:00:00Z",
	receivedBefore: "2026-03-27T00:00:00Z",
});
await close();
