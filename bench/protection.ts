/**
 * What it costs that the record is closed, chained and kept apart: the same pages and the same act with all of it and without, in
 * pairs, and beside that what the walls of the database cost alone.
 *
 * `npx tsx bench/protection.ts`: the median of 31 pairs after three to warm up, and of what the second takes more than the first.
 */
import crypto from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastifySession from "@fastify/session";
import { sql } from "kysely";
import pg from "pg";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { prepareDatabase } from "../src/jobs/prepare-database.ts";
import { personId } from "../src/rehearsal/identifiers.ts";
import { playRehearsal, seedRehearsal } from "../src/rehearsal/seed-rehearsal.ts";
import { connect } from "../src/store/connect.ts";
import type { Db } from "../src/store/db.ts";
import { withinPartnership } from "../src/store/scope.ts";
import { pages } from "../src/web/routes.ts";
import { buildServer } from "../src/web/server.ts";
import { testKeys } from "../test/support/keys.ts";
import { raiseByTeacher, testPartnership } from "../test/support/partnership.ts";
import { appOpeningAt, rehearsedProtocols } from "../test/support/rehearsal.ts";
import { enter, type Visitor, visitorAs } from "../test/support/visitor.ts";

const pairs = 31;
const opening = "2026-03-24T10:00";
const directory = mkdtempSync(join(tmpdir(), "concord-bench-"));
chmodSync(directory, 0o711);
const postgres = await startEmbeddedPostgres({ directory });

/** Ciphers that leave everything as it is: what they close only they open. */
const { createCipheriv, createDecipheriv } = crypto;
const leavesAsItIs = {
	setAAD: () => leavesAsItIs,
	setAuthTag: () => leavesAsItIs,
	getAuthTag: () => Buffer.alloc(16),
	update: (value: Uint8Array) => Buffer.from(value),
	final: () => Buffer.alloc(0),
};
async function unsealed<Answer>(work: () => Promise<Answer>): Promise<Answer> {
	Object.assign(crypto, {
		createCipheriv: () => leavesAsItIs,
		createDecipheriv: () => leavesAsItIs,
	});
	syncBuiltinESMExports();
	try {
		return await work();
	} finally {
		Object.assign(crypto, { createCipheriv, createDecipheriv });
		syncBuiltinESMExports();
	}
}
const asIs = <Answer>(work: () => Promise<Answer>): Promise<Answer> => work();

/** A rehearsal in a database of its own. */
async function rehearsed(url: string, { linked }: { linked: boolean }) {
	const { owner, serving } = await prepareDatabase(url, { across: "command", keys: testKeys });
	if (!linked) {
		const { rows } = await sql<{ named: string; of: string }>`
			select tgname as named, tgrelid::regclass::text as of from pg_trigger where tgname like '%is_linked%'`.execute(
			owner,
		);
		for (const { named, of } of rows)
			await sql`alter table ${sql.table(of)} disable trigger ${sql.ref(named)}`.execute(owner);
		if (rows.length === 0) throw new Error("Nothing links the record");
	}
	const app = appOpeningAt(owner, opening);
	await seedRehearsal(app, await playRehearsal(app.clock(), rehearsedProtocols));
	await sql`analyze`.execute(owner);
	// Connections of their own: those that made all this keep the plans of that, and plan anew whatever else they are asked.
	const { db: served } = connect(serving.url, { keys: testKeys });
	const { db: owned } = connect(url, { keys: testKeys, across: "command" });
	return { owner, owned, served };
}

const whole = await rehearsed(postgres.url, { linked: true });
const bareUrl = postgres.url.replace("/postgres?", "/bare?");
const client = new pg.Client({ connectionString: postgres.url });
await client.connect();
await client.query("create database bare");
await client.end();
const bare = await unsealed(() => rehearsed(bareUrl, { linked: false }));

const visitorOn = (db: Db, person: Parameters<typeof personId>[0]): Promise<Visitor> =>
	visitorAs(
		buildServer(appOpeningAt(db, opening), {
			sessions: new fastifySession.MemoryStore(),
			secret: "a secret for measuring, of enough letters",
			routes: [...pages, enter],
		}),
		{ id: personId(person) },
	);

type Side = { visitor: Visitor; around: typeof asIs; act: () => Promise<unknown> };
const sideOf = async (db: Db, owner: Db, nth: number, around: typeof asIs): Promise<Side> =>
	around(async () => {
		const partnership = await testPartnership(owner, nth);
		partnership.app.db = db;
		return {
			visitor: await visitorOn(db, "sian.prosser"),
			around,
			act: () =>
				withinPartnership({ partnershipId: partnership.partnershipId }, () =>
					raiseByTeacher(partnership),
				),
		};
	});

const rows: { what: string; without: number; with: number; more: number }[] = [];
const middle = (of: number[]): number =>
	Number((of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0).toFixed(2));

async function measure(what: string, without: () => Promise<unknown>, all: () => Promise<unknown>) {
	const taken: [number, number][] = [];
	const timed = async (work: () => Promise<unknown>) => {
		const from = performance.now();
		await work();
		return performance.now() - from;
	};
	for (let pair = 0; pair < pairs + 3; pair++) {
		// Which comes first changes, so that neither finds what the other left warm.
		const both: [number, number] =
			pair % 2 === 0
				? [await timed(without), await timed(all)]
				: ((await timed(all).then(async (last) => [await timed(without), last])) as [
						number,
						number,
					]);
		if (pair >= 3) taken.push(both);
	}
	rows.push({
		what,
		without: middle(taken.map(([first]) => first)),
		with: middle(taken.map(([, second]) => second)),
		more: middle(taken.map(([first, second]) => second - first)),
	});
}

async function compare(said: string, without: Side, all: Side) {
	/** The first of the list: in both the same story, under an identifier of its own. */
	const firstOf = async ({ visitor, around }: Side): Promise<string> => {
		const { body } = await around(() => visitor.get("/differences"));
		const difference = /href="(\/differences\/[0-9a-f-]{36})"/.exec(body)?.[1];
		if (!difference) throw new Error("No difference in the list");
		return difference;
	};
	const [firstWithout, first] = [await firstOf(without), await firstOf(all)];
	for (const [what, urlWithout, url] of [
		["My work", "/", "/"],
		["List", "/differences", "/differences"],
		["Desk", "/business-unit", "/business-unit"],
		["Log", "/business-unit/log", "/business-unit/log"],
		["A difference", firstWithout, first],
	] as const)
		await measure(
			`${said}: ${what}`,
			() => without.around(() => without.visitor.get(urlWithout)),
			() => all.around(() => all.visitor.get(url)),
		);
	await measure(
		`${said}: An act`,
		() => without.around(without.act),
		() => all.around(all.act),
	);
}

const protectedSide = await sideOf(whole.served, whole.owner, 1, asIs);
await compare("Walls", await sideOf(whole.owned, whole.owner, 2, asIs), protectedSide);
await compare("All", await sideOf(bare.owned, bare.owner, 1, unsealed), protectedSide);
console.table(rows);
for (const { owner, owned, served } of [whole, bare])
	for (const db of [owner, owned, served]) await db.destroy();
await postgres.stop();
rmSync(directory, { recursive: true, force: true });
process.exit(0);
