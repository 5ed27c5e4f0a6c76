/**
 * What a thousand webhooks take, each of a difference of its own and sent over HTTP to a server on this machine, on an embedded
 * database as it ships: `npx tsx bench/webhooks.ts`. It says processor time of Concord and of the database, and statements;
 * and what My work takes alone and while they are sent. Fails when the thousand take as much of the
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
/** How often a page is looked at beside them. */
const looks = 20;

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
	return { cpu: here, asked };
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
	const of = await db.selectFrom("difference").select("id").limit(many).execute();
	const tell = async () => {
		arrived = 0;
		await db.deleteFrom("webhook_event").execute();
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
	};
	const send = async () => {
		await sendWebhooks(app, webhook.id);
		if (arrived !== many) throw new Error(`${arrived} arrived`);
	};
	const look = async () => {
		for (let nth = 0; nth < looks; nth += 1) await listWork(db, headteacher, "2026-03-30");
	};
	await tell();
	await send();
	await look();
	let most = 0;
	// By turns, so that what else the machine does falls on each alike.
	for (let round = 1; round <= 3; round += 1) {
		const alone = await measured(`My work alone, ${looks} times`, looks, look);
		await tell();
		const sent = await measured(`${many} webhooks alone, read anew and sent`, many, send);
		await tell();
		const both = await measured(`${many} webhooks, and My work beside them`, 1, () =>
			Promise.all([send(), look()]),
		);
		const beside = { cpu: both.cpu - sent.cpu, asked: both.asked - sent.asked };
		console.log(
			`  so My work beside them: ${(beside.cpu / looks).toFixed(1)} ms here and ${(beside.asked / looks).toFixed(1)} statements each, alone ${(alone.cpu / looks).toFixed(1)} ms and ${(alone.asked / looks).toFixed(1)}`,
		);
		most = Math.max(most, sent.cpu);
	}
	return most;
});

server.close();
await close();
if (here >= 6_000) {
	console.error("A thousand webhooks take too much.");
	process.exitCode = 1;
}
