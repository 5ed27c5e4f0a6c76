/**
 * What a thousand webhooks take, each of a difference of its own and sent over HTTP to a server on this machine, on an embedded
 * database as it ships: `npx tsx bench/webhooks.ts`. It says processor time of Concord and of the database, and statements;
 * beside them the same of what My work asks. Fails when the thousand take as much of the
 * processor as a tenth of a minute.
 */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import pg from "pg";
import { makeToken } from "../src/actions/api-tokens.ts";
import { sendWebhooks } from "../src/actions/send-webhooks.ts";
import { tellWebhooks } from "../src/actions/tell-webhooks.ts";
import { makeWebhook } from "../src/actions/webhooks.ts";
import { listTokensOf } from "../src/store/api-tokens.ts";
import { transact } from "../src/store/db.ts";
import { acrossPartnerships } from "../src/store/scope.ts";
import { addToTell } from "../src/store/webhooks.ts";
import { listWork } from "../src/store/work.ts";
import { postTo } from "../src/webhooks/post.ts";
import { mayReach } from "../src/webhooks/reachable.ts";
import { raiseByTeacher } from "../test/support/partnership.ts";
import { manyDifferences } from "./many-differences.ts";

const many = 1_000;

const { db, partnership, close } = await manyDifferences({
	count: many + 1,
	people: 1,
	level: "manager",
	tables: ["difference_party", "difference_person", "event", "open_step", "clock"],
});

let statements = 0;
const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
	statements += 1;
	return query.apply(this, given);
} as typeof pg.Client.prototype.query;

/** Processor time of whatever asks this database, in milliseconds. */
async function ofDatabase(): Promise<number> {
	const { rows } = await sql<{ pid: number }>`
		select pid from pg_stat_activity where datname = current_database()`.execute(db);
	return rows.reduce((sum, { pid }) => {
		const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8")
			.replace(/^.*\) /, "")
			.split(" ")
			.slice(11, 13);
		// A tick is a hundredth of a second.
		return sum + (Number(user) + Number(system)) * 10;
	}, 0);
}

async function measured(what: string, times: number, work: () => Promise<unknown>) {
	const database = await ofDatabase();
	statements = 0;
	const cpu = process.cpuUsage();
	await work();
	const asked = statements;
	const { user, system } = process.cpuUsage(cpu);
	const here = (user + system) / 1000;
	console.log(
		`${what.padEnd(44)} ${here.toFixed(0).padStart(6)} ms here, ${String((await ofDatabase()) - database).padStart(5)} ms database, ${(asked / times).toFixed(2).padStart(7)} statements each`,
	);
	return here;
}

const { app, people, partnershipId } = partnership;
const { headteacher } = people;
let arrived = 0;
const server = createServer((request, reply) => {
	request.resume().on("end", () => {
		arrived += 1;
		reply.writeHead(204).end();
	});
}).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
app.webhooks = { mayBePlain: true, post: postTo(mayReach(["loopback"], true)) };

const here = await acrossPartnerships("command", async () => {
	await measured("an act that no program is told of", 1, () => raiseByTeacher(partnership));
	await measured("the same again", 1, () => raiseByTeacher(partnership));
	await makeToken(app, headteacher, {
		name: "School system",
		isSystem: true,
		scopes: ["differences:read"],
		days: 30,
		secondFactor: true,
	});
	const [token] = await listTokensOf(db, headteacher.id);
	if (!token) throw new Error("No token");
	const { webhook } = await makeWebhook(app, headteacher, token, {
		address: `http://127.0.0.1:${port}/told`,
		kinds: ["difference.raised"],
	});
	let raised = "";
	await measured("an act that a program is told of", 1, async () => {
		raised = await raiseByTeacher(partnership);
	});
	await measured("to work out who hears of it", 1, () =>
		tellWebhooks(app, { partnershipId, differenceId: raised, from: 1, to: 3 }),
	);
	await sendWebhooks(app, webhook.id);
	arrived = 0;
	const of = await db.selectFrom("difference").select("id").limit(many).execute();
	await transact(db, (trx) =>
		addToTell(
			trx,
			of.map(({ id }) => ({
				id: randomUUID(),
				webhookId: webhook.id,
				partnershipId,
				differenceId: id,
				entry: 1,
				kind: "difference.changed",
				step: null,
				happenedAt: app.clock().toString(),
			})),
			app.clock().toString(),
		),
	);
	const sent = await measured(`${many} webhooks, read anew and sent`, many, () =>
		sendWebhooks(app, webhook.id),
	);
	if (arrived !== many) throw new Error(`${arrived} arrived`);
	await measured("My work, 20 times", 20, async () => {
		for (let nth = 0; nth < 20; nth += 1) await listWork(db, headteacher, "2026-03-30");
	});
	return sent;
});

server.close();
await close();
if (here >= 6_000) {
	console.error("A thousand webhooks take too much.");
	process.exitCode = 1;
}
