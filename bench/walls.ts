/**
 * What it costs that the database itself keeps partnerships apart: the same pages and the same act as the owner of the tables,
 * from whom nothing is kept, and as the role that serves, in pairs.
 *
 * `npx tsx bench/walls.ts`: the median of 31 pairs after three to warm up, and of what the second takes more than the first.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastifySession from "@fastify/session";
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
const { owner, serving } = await prepareDatabase(postgres.url, {
	across: "command",
	keys: testKeys,
});
const app = appOpeningAt(owner, opening);
await seedRehearsal(app, await playRehearsal(app.clock(), rehearsedProtocols));
// Connections of their own for both: those that made all this keep the plans of that, and plan anew whatever else they are asked.
const { db: served } = connect(serving.url, { keys: testKeys });
const { db: owned } = connect(postgres.url, { keys: testKeys, across: "command" });

const visitorOn = (db: Db, person: Parameters<typeof personId>[0]): Promise<Visitor> =>
	visitorAs(
		buildServer(appOpeningAt(db, opening), {
			sessions: new fastifySession.MemoryStore(),
			secret: "a secret for measuring, of enough letters",
			routes: [...pages, enter],
		}),
		{ id: personId(person) },
	);

const rows: { what: string; owner: number; serving: number; more: number }[] = [];
const middle = (of: number[]): number =>
	Number((of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0).toFixed(2));

async function measure(what: string, one: () => Promise<unknown>, other: () => Promise<unknown>) {
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
				? [await timed(one), await timed(other)]
				: ((await timed(other).then(async (last) => [await timed(one), last])) as [number, number]);
		if (pair >= 3) taken.push(both);
	}
	rows.push({
		what,
		owner: middle(taken.map(([first]) => first)),
		serving: middle(taken.map(([, second]) => second)),
		more: middle(taken.map(([first, second]) => second - first)),
	});
}

const [atOwner, atServing] = [
	await visitorOn(owned, "sian.prosser"),
	await visitorOn(served, "sian.prosser"),
];
const { headers, body } = await atOwner.get("/differences");
const difference = /href="(\/differences\/[0-9a-f-]{36})"/.exec(body)?.[1];
if (!difference) throw new Error(`No difference in the list (${headers.location})`);
for (const [what, url] of [
	["My work", "/"],
	["List", "/differences"],
	["Desk", "/business-unit"],
	["Log", "/business-unit/log"],
	["A difference", difference],
] as const)
	await measure(
		what,
		() => atOwner.get(url),
		() => atServing.get(url),
	);
const asOwner = await testPartnership(owner, 1);
const asServing = await testPartnership(owner, 2);
asServing.app.db = served;
asOwner.app.db = owned;
await measure(
	"An act",
	() => raiseByTeacher(asOwner),
	() =>
		withinPartnership({ partnershipId: asServing.partnershipId }, () => raiseByTeacher(asServing)),
);
console.table(rows);
await owner.destroy();
await owned.destroy();
await served.destroy();
await postgres.stop();
rmSync(directory, { recursive: true, force: true });
process.exit(0);
