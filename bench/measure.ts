/**
 * What pages and acts cost, over HTTP, from a Concord in processes of its own, on data directories of generate.ts:
 *
 *   npx tsx bench/measure.ts --data DIRECTORY/1k,DIRECTORY/20k [--against CHECKOUT [--against-data DIRECTORY/1k,…]] [--runs 3] [--only "desk|log"]
 *
 * One table for each directory, which stays as it is. Of each page, for one user: the median, the processor time of app and
 * database, statements, bytes on the wire; with sixteen users requests a second; and the ceiling, which is what a bare Fastify
 * answers with the very same statements, prepared. Medians of some runs. With `--against`, another checkout is
 * measured in turn with this one, page by page, and `×` says how many times as much it takes; on directories of its own where
 * it cannot serve these. With `--in-place` a directory is not copied, and is not as it was afterwards. Needs Linux.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../src/project-root.ts";
import type { Bare } from "./measuring/ceiling.ts";
import { type Hand, signedIn } from "./measuring/hand.ts";
import {
	owedBy,
	type Page,
	pagesIn,
	people,
	raise,
	respond,
	visit,
	type Who,
} from "./measuring/pages.ts";
import { freePort, type Served, serve } from "./measuring/served.ts";
import type { Asked } from "./measuring/traffic.ts";

const { values: given } = parseArgs({
	options: {
		data: { type: "string" },
		against: { type: "string" },
		"against-data": { type: "string" },
		runs: { type: "string", default: "3" },
		times: { type: "string", default: "20" },
		seconds: { type: "string", default: "3" },
		users: { type: "string", default: "16" },
		warm: { type: "string", default: "40" },
		only: { type: "string", default: "" },
		"in-place": { type: "boolean", default: false },
	},
});
if (!given.data) throw new Error("Say on which directories with --data");
const inPlace = given["in-place"];
const [runs, times, seconds, users, warm] = [
	given.runs,
	given.times,
	given.seconds,
	given.users,
	given.warm,
].map(Number) as [number, number, number, number, number];

type Figures = { p50: number; app: number; database: number; perSecond: number };
type Row = {
	page: string;
	statements: number;
	kB: number;
	own: Figures;
	ceiling?: Figures;
	other?: Figures;
};

for (const [nth, data] of given.data.split(",").entries()) {
	const rows = await measureOn(data, given["against-data"]?.split(",")[nth] ?? data);
	console.log(`\n## ${basename(data)}: ${users} users, medians of ${runs} runs of ${times}\n`);
	print(rows);
}
process.exit();

async function measureOn(data: string, againstData: string): Promise<Row[]> {
	const traffic = await statementsOn(data);
	const own = await opened(await serve(data, { checkout: projectRoot, inPlace }));
	const other = given.against
		? await opened(await serve(againstData, { checkout: given.against }))
		: undefined;
	const rows: Row[] = [];
	for (const { page, asked, bytes } of traffic.pages) {
		const sides = [own, other].filter((side) => side !== undefined);
		const found = new Map<Opened, Figures[]>(sides.map((side) => [side, []]));
		for (let run = 0; run < runs; run++)
			for (const side of run % 2 === 0 ? sides : sides.toReversed()) {
				// A page of its own data, of the same kind.
				const there = side.pages.find(({ name }) => name === page.name) ?? page;
				try {
					found.get(side)?.push(await figuresOf(side, (hand) => visit(hand, there), page.by));
				} catch (problem) {
					if (side === own) throw problem;
					console.log(`${page.name}, against: ${problem}`);
				}
			}
		rows.push({
			page: page.name,
			statements: asked.length,
			kB: bytes / 1000,
			own: medianOf(found.get(own) ?? []),
			...(other && found.get(other)?.[0] && { other: medianOf(found.get(other) ?? []) }),
		});
	}
	if (given.only === "") await measureActs(own, other, traffic, rows);
	console.log(`memory of the app after it: ${own.served.memory().toFixed(0)} MB`);
	await other?.served.stop();
	await measureCeiling(own.served, traffic.pages, rows);
	await own.served.stop();
	return rows;
}

type Opened = { served: Served; hands: Record<Who, Hand>; pages: Page[] };

async function opened(served: Served): Promise<Opened> {
	const hands = {} as Record<Who, Hand>;
	for (const who of Object.keys(people) as Who[]) {
		hands[who] = await signedIn(served.address, "harbour-vale", people[who]);
		// For what is sent without a page of its own.
		await hands[who].open("/differences");
	}
	return { served, hands, pages: await pagesIn(served.sql) };
}

type Measured = { page: Page; asked: Asked[]; bytes: number };

/** What each page asks of the database the third time, and its bytes, from a Concord that is watched. */
async function statementsOn(
	data: string,
): Promise<{ pages: Measured[]; raise: number; respond: number }> {
	const watched = await opened(
		await serve(data, { checkout: projectRoot, withTraffic: true, inPlace }),
	);
	const { served, hands, pages: all } = watched;
	const asked = async (work: () => Promise<unknown>): Promise<Asked[]> => {
		served.traffic?.take();
		await work();
		return served.traffic?.take() ?? [];
	};
	const pages: Measured[] = [];
	for (const page of all) {
		if (!given.only.split("|").some((part) => page.name.includes(part))) continue;
		const hand = hands[page.by];
		for (let time = 0; time < 2; time++) await visit(hand, page);
		let bytes = 0;
		const statements = await asked(async () => {
			bytes = await visit(hand, page);
		});
		pages.push({ page, asked: statements, bytes });
	}
	const [first = ""] = await owedBy(served.sql, people.head, 1);
	const found = {
		pages,
		raise: (await asked(() => raise(hands.practitioner))).length,
		respond: first ? (await asked(() => respond(hands.head, first))).length : 0,
	};
	await served.stop();
	return found;
}

/** One user alone, then many at once. */
async function figuresOf(
	{ served, hands }: Opened,
	work: (hand: Hand) => Promise<unknown>,
	by: Who,
): Promise<Figures> {
	const hand = hands[by];
	// Code that runs often is compiled for it only then.
	for (let time = 0; time < warm; time++) await work(hand);
	const taken: number[] = [];
	const before = served.cpu();
	for (let time = 0; time < times; time++) {
		const began = performance.now();
		await work(hand);
		taken.push(performance.now() - began);
	}
	const after = served.cpu();
	return {
		p50: median(taken),
		app: (after.app - before.app) / times,
		database: (after.database - before.database) / times,
		perSecond: await perSecond(() => work(hand)),
	};
}

async function perSecond(work: () => Promise<unknown>): Promise<number> {
	let done = 0;
	const refusals: unknown[] = [];
	const began = performance.now();
	const until = began + seconds * 1000;
	await Promise.all(
		Array.from({ length: users }, async () => {
			while (performance.now() < until) {
				await work().then(
					() => done++,
					(why: unknown) => refusals.push(why),
				);
			}
		}),
	);
	if (refusals.length > 0)
		console.log(
			`${refusals.length} of ${done + refusals.length} were not answered: ${refusals[0]}`,
		);
	return done / ((performance.now() - began) / 1000);
}

/** Acts change what is there: each is done as often as there is something to do it on, by one user. */
async function measureActs(
	own: Opened,
	other: Opened | undefined,
	traffic: { raise: number; respond: number },
	rows: Row[],
): Promise<void> {
	const most = runs * 5;
	const timed = async ({ served }: Opened, work: (() => Promise<void>)[]): Promise<Figures> => {
		const taken: number[] = [];
		const before = served.cpu();
		for (const each of work) {
			const began = performance.now();
			await each();
			taken.push(performance.now() - began);
		}
		const after = served.cpu();
		return {
			p50: median(taken),
			app: (after.app - before.app) / work.length,
			database: (after.database - before.database) / work.length,
			perSecond: 0,
		};
	};
	const raising = (side: Opened) =>
		timed(
			side,
			Array.from({ length: most }, () => () => raise(side.hands.practitioner)),
		);
	const responding = async (side: Opened) =>
		timed(
			side,
			(await owedBy(side.served.sql, people.head, most)).map(
				(id) => () => respond(side.hands.head, id),
			),
		);
	rows.push({
		page: "raise, all its pages",
		statements: traffic.raise,
		kB: 0,
		own: await raising(own),
		...(other && { other: await raising(other) }),
	});
	rows.push({
		page: "answer, and the stage changes",
		statements: traffic.respond,
		kB: 0,
		own: await responding(own),
		...(other && { other: await responding(other) }),
	});
}

/** A bare server on the same database, each page by the statements that it asked. */
async function measureCeiling(served: Served, pages: Measured[], rows: Row[]): Promise<void> {
	const port = await freePort();
	const { rows: roles } = await served.sql.query<{ role: string }>(
		"select rolname as role from pg_roles where rolcanlogin and not rolsuper limit 1",
	);
	const url = new URL(served.url);
	url.searchParams.set("user", roles[0]?.role ?? url.searchParams.get("user") ?? "");
	const bare: Bare = {
		url: url.href,
		port,
		pages: pages.map(({ asked, bytes }) => ({
			asked: asked.map(({ text, values }) => ({ text, values: values.map(asText) })),
			bytes,
		})),
	};
	const file = join(mkdtempSync(join(tmpdir(), "concord-ceiling-")), "bare.json");
	writeFileSync(file, JSON.stringify(bare));
	const child = spawn(
		process.execPath,
		["--import", "tsx", join(projectRoot, "bench/measuring/ceiling.ts"), file],
		{ stdio: ["ignore", "pipe", "inherit"], cwd: projectRoot },
	);
	await new Promise<void>((ready) => child.stdout.once("data", () => ready()));
	for (const [nth, { page }] of pages.entries()) {
		const row = rows.find((each) => each.page === page.name);
		const work = async () => {
			const answer = await fetch(`http://127.0.0.1:${port}/${nth}`);
			if (!answer.ok)
				throw new Error(`The bare ${page.name} answered ${answer.status}: ${await answer.text()}`);
			await answer.arrayBuffer();
		};
		for (let time = 0; time < 5; time++) await work();
		const taken: number[] = [];
		for (let time = 0; time < times; time++) {
			const began = performance.now();
			await work();
			taken.push(performance.now() - began);
		}
		if (row)
			row.ceiling = { p50: median(taken), app: 0, database: 0, perSecond: await perSecond(work) };
	}
	child.kill();
}

function asText(value: string | Buffer | null): string | null {
	return typeof value === "string" || value === null ? value : `\\x${value.toString("hex")}`;
}

function median(numbers: number[]): number {
	return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

function medianOf(figures: Figures[]): Figures {
	const of = (what: keyof Figures) => median(figures.map((each) => each[what]));
	return { p50: of("p50"), app: of("app"), database: of("database"), perSecond: of("perSecond") };
}

function print(rows: Row[]): void {
	const round = (number: number) => (number === 0 ? "–" : number.toFixed(number < 10 ? 1 : 0));
	console.log(
		"| page | p50 ms | CPU app + db ms | statements | kB | a second | ceiling: p50 · a second | share of it | against: p50 · CPU · a second |",
	);
	console.log("|---|---|---|---|---|---|---|---|---|");
	for (const { page, statements, kB, own, ceiling, other } of rows) {
		const times = (one: number, two: number) =>
			two === 0 || one === 0 ? "" : ` (×${(one / two).toFixed(1)})`;
		console.log(
			`| ${[
				page,
				round(own.p50),
				`${round(own.app)} + ${round(own.database)}`,
				statements,
				round(kB),
				round(own.perSecond),
				ceiling ? `${round(ceiling.p50)} · ${round(ceiling.perSecond)}` : "",
				ceiling ? `${Math.round((100 * own.perSecond) / ceiling.perSecond)} %` : "",
				other
					? `${round(other.p50)}${times(other.p50, own.p50)} · ${round(other.app + other.database)}${times(other.app + other.database, own.app + own.database)} · ${round(other.perSecond)}`
					: "",
			].join(" | ")} |`,
		);
	}
}
