/**
 * How long a report takes: its figures, and each of its files, for the Business Unit and for the public, and the memory of
 * the process.
 *
 * `npx tsx bench/report.ts [COUNT]`: 300 differences over a year and a half unless told otherwise, on an embedded database;
 * the median of 5 each, after one to warm up. What is counted of them is invented.
 */
import fc from "fast-check";
import { type ReportFormat, reportFormats } from "../src/documents/report/formats.ts";
import type { ReportDocument } from "../src/documents/report/on-paper.ts";
import { anyCases, somePeriod } from "../src/domain/learning/any-cases.fixture.ts";
import type { Audience } from "../src/domain/learning/published.ts";
import { publishedReport } from "../src/reports/six-monthly.ts";
import { line, manyDifferences, type Took } from "./many-differences.ts";

const count = Number(process.argv[2] ?? 300);
const { db, partnership, timed, close } = await manyDifferences({
	count,
	people: 1,
	level: "manager",
	tables: ["counted"],
});
const { app, partnershipId, agencies } = partnership;
const [cases = []] = fc.sample(
	anyCases(count).filter(({ length }) => length > count * 0.9),
	{ numRuns: 1, seed: 7 },
);
const ids = await db.selectFrom("counted").select("difference_id").execute();
const among = Object.values(agencies);
const agency = (id: string | undefined) =>
	among[Number(id?.replace("agency-", "")) % among.length] ?? "";
for (const [nth, { difference_id }] of ids.entries()) {
	const one = cases[nth % cases.length];
	if (!one) continue;
	const { facts, raising, receiving } = one;
	await db
		.updateTable("counted")
		.set({ facts: JSON.stringify(facts), raised_on: facts.raisedOn, ended_on: facts.endedOn })
		.where("difference_id", "=", difference_id)
		.execute();
	await db
		.updateTable("difference")
		.set({
			raising_agency_id: agency(raising.id),
			receiving_agency_id: receiving && agency(receiving.id),
		})
		.where("id", "=", difference_id)
		.execute();
}
const inForce = await app.protocols.listInForce(db, partnershipId, "2026-10-05");
const protocol = inForce[0]?.protocol;
if (!protocol) throw new Error("No protocol is in force.");

const fiveTimes = async (what: string, act: () => Promise<unknown>) => {
	await act();
	const times: Took[] = [];
	for (let time = 0; time < 5; time += 1) await timed(times, act);
	line(what, times);
};

console.log(`${ids.length} differences`);
for (const audience of ["business-unit", "public"] satisfies Audience[]) {
	const made = () =>
		publishedReport(app, partnershipId, protocol, somePeriod, {
			audience,
			threshold: 5,
			today: somePeriod.until,
		});
	await fiveTimes(`figures, ${audience}`, made);
	const document: ReportDocument = {
		language: "en",
		report: await made(),
		protocol,
		partnership: "A partnership",
		day: "2026-10-05",
		isOver: true,
		threshold: 5,
	};
	for (const format of Object.keys(reportFormats) as ReportFormat[])
		await fiveTimes(`${format}, ${audience}`, () => reportFormats[format].write(document));
}
console.log(`memory: ${Math.round(process.memoryUsage.rss() / 1e6)} MB`);
await close();
