/**
 * Rehearses what docs/operations/cluster.md says: two Concords before three PostgreSQL nodes, people who write in them, and one
 * fault after the other. It ends with a table of what each fault cost, and with code 1 where something that was acknowledged is
 * lost or there twice, where nobody could write for longer than they should, where somebody was asked twice to try again, and
 * where no page was read from a server that follows.
 *
 * `npx tsx bench/cluster/rehearse.ts`, on Debian with the packages `patroni etcd-server haproxy postgresql-15`; all of it on the
 * loopback address, for about fifteen minutes. `--only 'frozen|cut off'` brings about the faults of such names alone,
 * `--times 4` everything so often.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { projectRoot } from "../../src/project-root.ts";
import { personId } from "../../src/rehearsal/identifiers.ts";
import { paths, putRightPaths } from "../../src/web/addresses.ts";
import { type Cluster, pause, ports, startCluster, until, webPort } from "./cluster.ts";
import { type Fault, faults, leftFor } from "./faults.ts";
import { type People, type Reading, signIn, startPeople, startReading } from "./people.ts";

/** For so long nobody may be able to write, in seconds. */
const longestGap = 30;
const { values: asked } = parseArgs({
	options: { only: { type: "string" }, times: { type: "string", default: "1" } },
});
const directory = join(tmpdir(), "concord-cluster");
const address = `http://127.0.0.1:${ports.web}`;

const settings = {
	PATH: process.env.PATH,
	CONCORD_DATA: join(directory, "concord"),
	CONCORD_URL: address,
	DATABASE_URL: `postgres://concord@127.0.0.1:${ports.primary}/concord`,
	DATABASE_REPLICA_URL: `postgres://127.0.0.1:${ports.replica}/concord`,
};

/** Runs Concord, or its command, from source. */
function concord(
	file: string,
	args: string[],
	more: Record<string, string>,
	log: string,
): ChildProcess {
	const out = openSync(join(directory, "log", log), "a");
	const made = spawn(process.execPath, ["--import", "tsx", file, ...args], {
		cwd: projectRoot,
		env: { ...settings, ...more },
		stdio: ["ignore", out, out],
	});
	closeSync(out);
	return made;
}

const startConcord = (nth: number) =>
	concord("src/main.ts", [], { PORT: String(webPort(nth)) }, `concord-${nth + 1}.log`);

const answers = async (nth: number) =>
	(await fetch(`http://127.0.0.1:${webPort(nth)}/ready`, { signal: AbortSignal.timeout(3_000) }))
		.ok;

/** Somebody of the rehearsal, and the differences in which they may write a note. */
async function person(who: string) {
	const browser = await signIn(address, "harbour-vale", personId(who));
	const found = new Set<string>();
	for (const page of [paths.businessUnit, paths.myWork, paths.differences])
		for (const [, id = ""] of (await browser.get(page)).body.matchAll(
			/\/differences\/([0-9a-f-]{36})/g,
		))
			found.add(id);
	const differences: string[] = [];
	for (const id of [...found].slice(0, 12))
		if ((await browser.get(putRightPaths.note(id))).status === 200) differences.push(id);
	if (differences.length === 0) throw new Error(`${who} may write a note nowhere`);
	return { browser, differences };
}

/** Writes a row every half second, where Concord writes. @returns the moments at which that was done */
function writeSteadily(): { done: number[]; stop: () => void } {
	const done: number[] = [];
	let isOver = false;
	const write = async () => {
		const client = new pg.Client({
			connectionString: settings.DATABASE_URL,
			connectionTimeoutMillis: 1_500,
			query_timeout: 1_500,
		});
		client.on("error", () => {});
		try {
			await client.connect();
			await client.query("insert into beside.written default values");
			done.push(Date.now());
		} catch {
			// Not now.
		}
		await Promise.race([client.end().catch(() => {}), pause(0.5)]);
	};
	void (async () => {
		while (!isOver) {
			await write();
			await pause(0.5);
		}
	})();
	return {
		done,
		stop: () => {
			isOver = true;
		},
	};
}

/** The longest time between two moments at which something was done, in seconds. */
function longestBetween(all: number[], from: number, to: number): number {
	const done = all.filter((at) => at >= from && at <= to);
	const moments = [from, ...done.sort((one, other) => one - other), to];
	return Math.max(...moments.slice(1).map((at, nth) => at - (moments[nth] as number))) / 1000;
}

/** How many processes were running or waiting to, on average over the last minute and the last five. */
const load = () =>
	loadavg()
		.slice(0, 2)
		.map((each) => each.toFixed(1))
		.join(" and ");

/** The versions of all that takes part. */
async function versions(cluster: Cluster): Promise<string> {
	const [row] = await cluster.ask<{ server_version: string }>("show server_version");
	const first = (command: string, args: string[]) =>
		execFileSync(command, args, { encoding: "utf8" }).split("\n")[0]?.trim();
	return [
		`PostgreSQL ${row?.server_version}`,
		first("patroni", ["--version"]),
		first("etcd", ["--version"]),
		first("haproxy", ["-v"]),
	].join(", ");
}

/** What may happen to the Concords themselves. */
const faultsOf = (concords: ChildProcess[]): Fault[] => [
	{
		name: "one of the two Concords is killed, and started again",
		happens: async () => {
			concords[0]?.kill("SIGKILL");
			await pause(15);
			concords[0] = startConcord(0);
		},
		mended: () => until("it serves", 180, () => answers(0)),
	},
	{
		name: "both Concords are started anew, one after the other",
		happens: async () => {
			for (const nth of [0, 1]) {
				concords[nth]?.kill("SIGTERM");
				await new Promise((resolve) => concords[nth]?.on("close", resolve));
				concords[nth] = startConcord(nth);
				await until("it serves", 180, () => answers(nth));
				await pause(3);
			}
		},
		mended: async () => {},
	},
];

async function rehearse(cluster: Cluster): Promise<boolean> {
	await cluster.ask("create role concord login createrole");
	await cluster.ask("create database concord owner concord");
	mkdirSync(settings.CONCORD_DATA, { recursive: true });
	// Both at once: they take turns.
	const concords = [startConcord(0), startConcord(1)];
	try {
		await until("both serve", 300, async () => (await answers(0)) && (await answers(1)));
		console.log("Two Concords serve, started at once.");
		const browsers = await Promise.all(
			[
				"sian.prosser",
				"tendai.moyo",
				"zoe.hartnell",
				"philip.thorne",
				"denise.carrow",
				"lukasz.wrona",
			].map(person),
		);
		await cluster.ask(
			"create schema beside authorization concord; create table beside.written (at timestamptz default now()); alter table beside.written owner to concord",
			"concord",
		);
		const writer = writeSteadily();
		const people = startPeople(browsers, { pace: 2, most: 6_000 });
		const reader = startReading(
			await signIn(address, "harbour-vale", personId("judith.okonedo")),
			[paths.differences, paths.logOfForms],
			cluster.askedOfFollowers,
		);
		await pause(10);
		let isGood = true;
		const known = [...faults, ...faultsOf(concords)];
		for (const fault of Array.from({ length: Number(asked.times) }, () => known).flat()) {
			if (asked.only && !new RegExp(asked.only).test(fault.name)) continue;
			await pause(5);
			const from = Date.now();
			await fault.happens(cluster);
			await pause(leftFor - (Date.now() - from) / 1000);
			const to = Date.now();
			const during = people.notes.filter(({ sentAt }) => sentAt >= from - 2_000 && sentAt <= to);
			const away = longestBetween(writer.done, from, to);
			const pages = people.opened.filter(({ at }) => at >= from - 2_000 && at <= to);
			const read = reader.read.filter(({ at }) => at >= from - 2_000 && at <= to);
			const fromFollower = read.filter(({ isFromFollower }) => isFromFollower).length;
			const all = [...during, ...pages, ...read].map(({ tryAgains }) => tryAgains);
			const silence = longestBetween(
				people.notes.flatMap(({ doneAt }) => doneAt ?? []),
				from,
				to,
			);
			const leads = await cluster.leader();
			const mendedAt = Date.now();
			await fault.mended(cluster);
			console.log(
				[
					new Date(from).toISOString().slice(11, 19),
					fault.name,
					`no writing for ${away.toFixed(1)} s, nobody told "done" for ${silence.toFixed(1)} s`,
					`${during.length + pages.length} pages opened and sent, ${read.length} read, of which ${fromFollower} from one that follows; ${all.filter((times) => times > 0).length} said "try again", at most ${Math.max(0, ...all)} times`,
					`${during.reduce((sum, { noAnswers }) => sum + noAnswers, 0)} without an answer`,
					`${leads} leads`,
					`whole again ${((Date.now() - mendedAt) / 1000).toFixed(0)} s after it was put right`,
					`load ${load()}`,
					`watches: ${cluster.watched().join("; ") || "nothing"}`,
				].join(" | "),
			);
			if (away > longestGap || all.some((times) => times > 1) || fromFollower === 0) isGood = false;
		}
		await pause(5);
		await people.stop();
		await reader.stop();
		writer.stop();
		return (await compare(cluster, people, reader.read, browsers)) && isGood;
	} finally {
		for (const each of concords) each.kill("SIGTERM");
		await pause(6);
		for (const each of concords) each.kill("SIGKILL");
	}
}

/** Compares what people were told with what is on record. */
async function compare(
	cluster: Cluster,
	{ notes, opened }: People,
	read: Reading[],
	people: Awaited<ReturnType<typeof person>>[],
): Promise<boolean> {
	const found = new Set(
		(await cluster.ask<{ key: string }>("select key from act_key", "concord")).map(
			({ key }) => key,
		),
	);
	const pages: string[] = [];
	for (const { browser, differences } of people)
		for (const id of differences)
			pages.push((await browser.get(`/differences/${id}?record=whole`)).body);
	const done = notes.filter(({ doneAt }) => doneAt !== undefined);
	const lost = done.filter(
		({ key, words }) => !found.has(key) || !pages.some((page) => page.includes(words)),
	);
	const twice = notes.filter(({ words }) => pages.some((page) => page.split(words).length > 2));
	const jobs = await cluster.ask<{ name: string; state: string; count: string }>(
		"select name, state, count(*) from pgboss.job where state not in ('completed', 'created') group by 1, 2",
		"concord",
	);
	const verified = concord("src/cli/concord.ts", ["audit", "verify"], {}, "audit.log");
	const code = await new Promise((resolve) => verified.on("close", resolve));
	const withoutWords = notes.filter(({ lostWords }) => lostWords.length > 0).length;
	for (const { lostWords } of notes) for (const page of lostWords) console.log(page);
	const notOpened = [...opened, ...read].reduce((sum, { other }) => sum + other, 0);
	const otherwise = notes.filter(({ other }) => other.length > 0).length;
	console.log(
		`${notes.length} notes, ${done.length} said to be done: ${lost.length} lost, ${twice.length} there twice; ` +
			`${withoutWords} pages to try again without the words; ${notOpened} pages that did not open; ` +
			`${otherwise} other answers (${[...new Set(notes.flatMap(({ other }) => other))].join(", ")}); ` +
			`the record ${code === 0 ? "proves itself" : `does not prove itself (${code})`}; ` +
			`jobs not done: ${jobs.map(({ name, state, count }) => `${count} ${name} ${state}`).join(", ") || "none"}`,
	);
	const bad = [lost.length, twice.length, withoutWords, notOpened, otherwise];
	return bad.every((count) => count === 0) && code === 0;
}

const cluster = await startCluster(directory);
try {
	console.log(
		`${new Date().toISOString()}: three nodes, one of them synchronous. ${await versions(cluster)}; ${availableParallelism()} cores, load ${load()}.`,
	);
	process.exitCode = (await rehearse(cluster)) ? 0 : 1;
} catch (problem) {
	console.error(problem);
	process.exitCode = 1;
} finally {
	await cluster.stop();
	process.exit();
}
