/**
 * How long a page of the log of forms takes among many, whole and narrowed, from the question to the page that is drawn.
 *
 * `npx tsx bench/log-of-forms.ts [count]`: the median of 11, after one to warm up, on an embedded database with copies of
 * one difference (100,000 unless another number is given) that were received a minute apart. All but 2,000 have ended. Says
 * for the first page how long the list alone takes. Fails when a page takes 100 ms or more.
 */
import { sql } from "kysely";
import { logOfForms } from "../src/reports/log-of-forms.ts";
import { sessionStore } from "../src/store/sessions.ts";
import { paths } from "../src/web/addresses.ts";
import { pages } from "../src/web/routes.ts";
import { buildServer } from "../src/web/server.ts";
import { enter, visitorAs } from "../test/support/visitor.ts";
import { line, manyDifferences, median } from "./many-differences.ts";

const most = 100;
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
// Most of a long log ended long ago.
await sql`
	update difference_party set status = 'ended', ending = 'resolved'
	from copy where copy.id = difference_party.difference_id and n > 2000`.execute(db);
await sql`vacuum analyze`.execute(db);

const { app, people, agencies } = partnership;
const web = buildServer(app, {
	sessions: sessionStore(db),
	secret: "a secret for measuring, of enough letters",
	routes: [...pages, enter],
});
const visitor = await visitorAs(web, people.businessUnit);

async function measure(what: string, act: () => Promise<unknown>) {
	const times: number[] = [];
	for (let run = 0; run < 12; run++) {
		const begin = performance.now();
		await act();
		if (run > 0) times.push(performance.now() - begin);
	}
	line(what, times);
	if (median(times) >= most) process.exitCode = 1;
}
const page = (what: string, query: string) =>
	measure(what, async () => {
		const { statusCode } = await visitor.get(`${paths.logOfForms}?${query}`);
		if (statusCode !== 200) throw new Error(`The log answered ${statusCode}`);
	});

console.log(`${count} differences`);
const now = Temporal.ZonedDateTime.from("2026-03-30T10:00[Europe/London]");
await measure("the list of the first page", () =>
	logOfForms(app, people.businessUnit, "business-unit", { page: 1, pageSize: 20 }, now),
);
await page("the first page", "");
await page("the last page", `page=${Math.ceil(count / 20)}`);
await page("open", "status=open");
await page("ended", "status=ended");
await page("of one agency", `agency=${agencies.socialCare}`);
await page("of an agency that has none", `agency=${agencies.police}`);
await page("of one theme", "theme=threshold");
await page(
	"of one agency and theme, ended",
	`agency=${agencies.socialCare}&theme=threshold&status=ended`,
);
await page("late", "late=yes");
await page(
	"received in a week",
	"from-day=20&from-month=3&from-year=2026&to-day=26&to-month=3&to-year=2026",
);
await web.close();
await close();
