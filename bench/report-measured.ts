import { reportFormats } from "../src/documents/report/formats.ts";
import { lastPeriod, yearBefore } from "../src/domain/learning/period.ts";
import type { Audience } from "../src/domain/learning/published.ts";
import { zone } from "../src/domain/time.ts";
import { partnershipId, personId } from "../src/rehearsal/identifiers.ts";
import { sixMonthlyFigures } from "../src/reports/six-monthly.ts";
import { connect } from "../src/store/connect.ts";
import { eachCounted } from "../src/store/counted.ts";
import { sessionStore } from "../src/store/sessions.ts";
import { rehearsalPaths, reportPaths } from "../src/web/addresses.ts";
import { buildServer } from "../src/web/server.ts";
import { testKeys } from "../test/support/keys.ts";
import { appOpeningAt } from "../test/support/rehearsal.ts";
import { line, median } from "./many-differences.ts";

const runs = 7;
const mostMilliseconds = 1000;
/** All files for one audience together. */
const mostForFiles = 5000;
const mostMegabytes = 300;

/** Measures the report in a server of its own, on a database with many differences. @param opening local time of its rehearsal */
export async function measureReport(url: string, opening: string): Promise<void> {
	const { db } = connect(url, { most: 4, keys: testKeys });
	const log: string[] = [];
	const app = appOpeningAt(db, opening);
	const web = buildServer(app, {
		sessions: sessionStore(db),
		secret: "a secret for measuring, of enough letters",
		log: { stream: { write: (line) => void log.push(line) }, level: "warn" },
	});
	const today = Temporal.PlainDateTime.from(opening).toZonedDateTime(zone).toPlainDate().toString();
	const [version] = await app.protocols.listInForce(db, partnershipId, today);
	if (!version) throw new RangeError("No protocol is in force");
	const { protocol } = version;
	const period = lastPeriod(today, 6);
	const memory = () => Math.round(process.resourceUsage().maxRSS / 1024);
	console.log(`the server before anything is asked of it: ${memory()} MB`);

	const page = await web.inject("/sign-in");
	const cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
	const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
	const answer = await web.inject({
		method: "POST",
		url: rehearsalPaths.signIn,
		cookies,
		headers: { "content-type": "application/x-www-form-urlencoded" },
		payload: new URLSearchParams({ _csrf: token, person: personId("sian.prosser") }).toString(),
	});
	for (const { name, value } of answer.cookies) cookies[name] = value;
	const pages = await timed(async () => {
		const { statusCode } = await web.inject({
			url: reportPaths.period(protocol.id, period.from, period.until),
			cookies,
		});
		if (statusCode !== 200) throw new Error(`The report answered ${statusCode}: ${log.join("")}`);
	});
	const most = memory();

	const read = async () => {
		let differences = 0;
		for await (const rows of eachCounted(db, partnershipId, {
			protocol: protocol.id,
			openSince: yearBefore(period).from,
			period,
		}))
			for (const _ of rows) differences += 1;
		return differences;
	};
	const reading = await timed(read);
	const figures = await timed(() => sixMonthlyFigures(app, partnershipId, protocol, period));
	console.log(`${await read()} differences are read for it`);
	for (const [what, times] of [
		["reading what is counted", reading],
		["reading, and working it out", figures],
		["the whole page", pages],
	] as const) {
		line(what, times.wall);
		line("  of this, the server computes", times.computed);
	}
	console.log(`most memory while the page was drawn: ${most} MB`);
	const files = await timed(async () => {
		for (const audience of ["business-unit", "public"] satisfies Audience[]) {
			for (const format of Object.keys(reportFormats)) {
				const { statusCode } = await web.inject({
					url: reportPaths.file(protocol.id, period.from, period.until, audience, format),
					cookies,
				});
				if (statusCode !== 200) throw new Error(`The ${format} answered ${statusCode}`);
			}
		}
	}, 3);
	line("all files, for two audiences", files.wall);
	line("  of this, the server computes", files.computed);
	console.log(`most memory in all: ${memory()} MB`);
	if (
		median(pages.wall) >= mostMilliseconds ||
		median(files.wall) / 2 >= mostForFiles ||
		memory() > mostMegabytes
	)
		process.exitCode = 1;
	await web.close();
	await db.destroy();
}

/** Milliseconds of each run by the clock and as the processor counts them for this process, after one run to warm up. */
async function timed(
	what: () => Promise<unknown>,
	often = runs,
): Promise<{ wall: number[]; computed: number[] }> {
	await what();
	const times: { wall: number[]; computed: number[] } = { wall: [], computed: [] };
	for (let run = 0; run < often; run++) {
		const from = performance.now();
		const before = process.cpuUsage();
		await what();
		const { user, system } = process.cpuUsage(before);
		times.wall.push(performance.now() - from);
		times.computed.push((user + system) / 1000);
	}
	return times;
}
