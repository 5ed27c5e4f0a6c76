/**
 * The report on half a year, and all that can be made of it, among many differences: on a data directory that `generate.ts`
 * made, over HTTP, as the Business Unit. Prints medians: of 7 for the page, of 3 for each file by itself, for two audiences, and
 * for all of them together as they are made beside the page, from the question to the whole zip.
 *
 * npx tsx bench/report-among-many.ts DIRECTORY/100k-settled: fails where the page takes a second or more, all formats five, or the
 * app ever 300 MB.
 */
import { setTimeout as pause } from "node:timers/promises";
import { reportFormats } from "../src/documents/report/formats.ts";
import { lastPeriod } from "../src/domain/learning/period.ts";
import { zone } from "../src/domain/time.ts";
import { projectRoot } from "../src/project-root.ts";
import { partnershipId } from "../src/rehearsal/identifiers.ts";
import { reportPaths } from "../src/web/addresses.ts";
import { median } from "./many-differences.ts";
import { signedIn } from "./measuring/hand.ts";
import { people } from "./measuring/pages.ts";
import { serve } from "./measuring/served.ts";

const [, , data] = process.argv;
if (data === undefined) throw new Error("Say which data directory");
const { address, sql, cpu, memory, peak, stop } = await serve(data, { checkout: projectRoot });
const { rows } = await sql.query<{ protocol: string; all: number; now: Date }>(
	`select counted.protocol, count(*)::int as "all", now() + clock_ahead * interval '1 second' as now
	from counted join partnership on partnership.id = counted.partnership_id
	where partnership_id = $1 group by 1, 3 order by 2 desc limit 1`,
	[partnershipId],
);
const [{ protocol, all, now } = { protocol: "", all: 0, now: new Date() }] = rows;
const today = now.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate().toString();
const { from, until } = lastPeriod(today, 6);
const {
	rows: [raised],
} = await sql.query<{ n: number }>(
	"select count(*)::int as n from counted where partnership_id = $1 and protocol = $2 and raised_on between $3 and $4",
	[partnershipId, protocol, from, until],
);
console.log(`${all} differences of one protocol, ${raised?.n} raised from ${from} to ${until}`);
console.log(`the app before anything is asked of it: ${memory().toFixed(0)} MB`);

const hand = await signedIn(address, "harbour-vale", people.unit);
const page = reportPaths.period(protocol, from, until);
const ofPage = await timed("the page", 7, () => hand.fetch(page));
for (const audience of ["business-unit", "public"])
	for (const format of Object.keys(reportFormats))
		await timed(`${format}, ${audience}`, 3, () =>
			hand.fetch(reportPaths.file(protocol, from, until, audience, format)),
		);
await hand.open(page);
const together: number[] = [];
for (const audience of ["business-unit", "public"])
	together.push(
		await timed(`all formats, ${audience}`, 3, () =>
			takeAway(reportPaths.allFiles(protocol, from, until, audience)),
		),
	);
console.log(`the most memory that the app ever had: ${peak().toFixed(0)} MB`);
if (ofPage >= 1_000 || Math.max(...together) >= 5_000 || peak() > 300) process.exitCode = 1;
await stop();

/** What is made beside the page: asked for, waited for, and fetched. @returns bytes on the wire */
async function takeAway(url: string): Promise<number> {
	const { headers, statusCode, body } = await hand.post(url, {});
	if (statusCode !== 303) throw new Error(`${url} answered ${statusCode}: ${body.slice(0, 2000)}`);
	const waiting = String(headers.location);
	for (;;) {
		const { body } = await hand.get(waiting);
		const [, file] = /href="([^"]*\/file)"/.exec(body) ?? [];
		if (file) return hand.fetch(file);
		await pause(100);
	}
}

async function timed(what: string, often: number, run: () => Promise<number>): Promise<number> {
	const bytes = await run();
	const took: number[] = [];
	const computed: number[] = [];
	for (let nth = 0; nth < often; nth++) {
		const began = performance.now();
		const before = cpu().app;
		await run();
		took.push(performance.now() - began);
		computed.push(cpu().app - before);
	}
	console.log(
		`${what.padEnd(28)} ${median(took).toFixed(0).padStart(6)} ms, processor of the app ${median(computed).toFixed(0).padStart(6)} ms, ${(bytes / 1024).toFixed(0).padStart(5)} kB, ${memory().toFixed(0)} MB`,
	);
	return median(took);
}
