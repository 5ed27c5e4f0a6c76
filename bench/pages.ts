/**
 * How long the server takes for each page of the rehearsal partnership, and what a first visit weighs.
 *
 * `npx tsx bench/pages.ts`: the median of 21 requests each, after one to warm up, on an embedded database.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { App } from "../src/actions/app.ts";
import { sealUnder } from "../src/actions/seal.ts";
import { beside } from "../src/beside/beside.ts";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { noTransport } from "../src/mail/transport.ts";
import { projectRoot } from "../src/project-root.ts";
import { personId } from "../src/rehearsal/identifiers.ts";
import { seedHarbourVale } from "../src/rehearsal/seed-rehearsal.ts";
import { calendarLibrary } from "../src/store/calendars.ts";
import { connect } from "../src/store/connect.ts";
import { migrate } from "../src/store/migrate.ts";
import { protocolLibrary } from "../src/store/protocols.ts";
import { sessionStore } from "../src/store/sessions.ts";
import { rehearsalPaths } from "../src/web/addresses.ts";
import { buildServer } from "../src/web/server.ts";

const times = 21;
const directory = mkdtempSync(join(tmpdir(), "concord-bench-"));
chmodSync(directory, 0o711);
const postgres = await startEmbeddedPostgres({ directory });
const { db, pool } = connect(postgres.url);
await migrate(pool);
const app: App = {
	db,
	clock: () => Temporal.Instant.from("2026-11-24T11:00:00Z"),
	enqueue: async () => {},
	mail: noTransport,
	protocols: protocolLibrary(),
	beside: beside(),
	calendars: calendarLibrary(),
	files: { limits: { megabytes: 25, perAct: 10 } },
	signIn: { seal: sealUnder(["a secret for measuring, of enough letters"]), idleMinutes: 60 },
	rehearsal: true,
	address: "http://127.0.0.1",
};
await seedHarbourVale(
	app,
	readFileSync(join(projectRoot, "protocols/somerset/2021-04.yaml"), "utf8"),
);
const web = buildServer(app, {
	sessions: sessionStore(db),
	secret: "a secret for measuring, of enough letters",
});

type Visit = (url: string) => Promise<{ body: string; status: number }>;

/** Signs in as somebody of the rehearsal, by the button that the sign-in page has for them. */
async function visitor(person: Parameters<typeof personId>[0]): Promise<Visit> {
	const page = await web.inject("/sign-in");
	let cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
	const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
	const answer = await web.inject({
		method: "POST",
		url: rehearsalPaths.signIn,
		cookies,
		headers: { "content-type": "application/x-www-form-urlencoded" },
		payload: new URLSearchParams({
			_csrf: token,
			person: personId(person),
		}).toString(),
	});
	if (answer.statusCode >= 400) throw new Error(`Sign-in answered ${answer.statusCode}`);
	cookies = {
		...cookies,
		...Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value])),
	};
	return async (url) => {
		const { body, statusCode } = await web.inject({ url, cookies });
		return { body, status: statusCode };
	};
}

const rows: { page: string; ms: number; kB: number }[] = [];
async function measure(visit: Visit, page: string, url: string) {
	const { body, status } = await visit(url);
	if (status !== 200) throw new Error(`${page} (${url}) answered ${status}`);
	const taken: number[] = [];
	for (let time = 0; time < times; time++) {
		const from = performance.now();
		await visit(url);
		taken.push(performance.now() - from);
	}
	const median = taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
	rows.push({
		page,
		ms: Number(median.toFixed(1)),
		kB: Number((brotliCompressSync(body).length / 1000).toFixed(1)),
	});
}

const unit = await visitor("sian.prosser");
const teacher = await visitor("zoe.hartnell");
await measure(unit, "My work", "/");
await measure(unit, "List", "/differences");
await measure(unit, "Business Unit", "/business-unit");
await measure(unit, "Log of forms", "/business-unit/log");
await measure(unit, "Protocol", "/protocol");
await measure(unit, "Rehearsal", "/rehearsal");
await measure(unit, "Mailbox", "/rehearsal/mailbox");
await measure(teacher, "Raise: scope", "/raise");

const { body } = await unit("/differences");
const found = [
	...new Set(
		[...body.matchAll(/href="(\/differences\/[0-9a-f-]{36})/g)].map(([, path]) => path ?? ""),
	),
];
for (const path of found.slice(0, 8)) {
	await measure(unit, "Difference", path);
	const page = await unit(path);
	for (const [kind, pattern] of [
		["Step", /href="(\/differences\/[^"]+\/steps\/[^"]+)"/],
		["Move", /href="(\/differences\/[^"]+\/moves\/[^"]+)"/],
		["Form", /href="(\/differences\/[^"]+\/form)"/],
	] as const) {
		const url = pattern.exec(page.body)?.[1];
		if (url) await measure(unit, kind, url);
	}
}

const assets = /href="(\/assets\/[^"]+\.css)"[\s\S]*?src="(\/assets\/[^"]+\.js)"/.exec(body) ?? [];
const sizeOf = async (url = "") =>
	(await web.inject({ url, headers: { "accept-encoding": "br" } })).rawPayload.length / 1000;
const [style, script] = [await sizeOf(assets[1]), await sizeOf(assets[2])];

for (const row of rows.sort((a, b) => b.ms - a.ms))
	console.log(
		`${row.page.padEnd(16)} ${String(row.ms).padStart(6)} ms ${String(row.kB).padStart(6)} kB`,
	);
console.log(`styles ${style.toFixed(1)} kB, script ${script.toFixed(1)} kB, all compressed`);
console.log(
	`heaviest first visit: ${(style + script + Math.max(...rows.map(({ kB }) => kB))).toFixed(1)} kB`,
);

await web.close();
await db.destroy();
await postgres.stop();
rmSync(directory, { recursive: true, force: true });
