import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import type { App } from "../actions/app.ts";
import { transact } from "../store/db.ts";
import { openQueue, prepareQueue, type Queue } from "./queue.ts";

let database: TestDatabase;
let queue: Queue;
let client: pg.Client;

beforeAll(async () => {
	database = await testDatabase();
	await prepareQueue(database.url);
	queue = await openQueue(database.url);
	client = new pg.Client(database.url);
	await client.connect();
});
afterAll(async () => {
	await queue.stop();
	await client.end();
	await database.drop();
});

const sendMail = () => ({
	name: "send-mail" as const,
	data: { messageId: randomUUID() },
});

async function stateOf({ data }: { data: { messageId: string } }) {
	const { rows } = await client.query<{ state: string }>(
		"select state::text from pgboss.job where name = 'send-mail' and data = $1",
		[data],
	);
	return rows[0]?.state;
}

test("work that an act calls for waits once the act stands, and is forgotten with an act that does not", async () => {
	const stands = sendMail();
	await transact(database.db, (trx) => queue.enqueue(trx, [stands]));
	expect(await stateOf(stands)).toBe("created");

	const falls = sendMail();
	await expect(
		transact(database.db, async (trx) => {
			await queue.enqueue(trx, [falls]);
			throw new Error("The act is refused");
		}),
	).rejects.toThrow("The act is refused");
	expect(await stateOf(falls)).toBeUndefined();
});

test("a second start finds the queue as it is", async () => {
	const waiting = sendMail();
	await transact(database.db, (trx) => queue.enqueue(trx, [waiting]));
	const again = await openQueue(database.url);
	await again.stop();
	expect(await stateOf(waiting)).toBe("created");
});

test("a morning's worth of work is done five pieces at a look, without a rest between looks", async () => {
	await transact(database.db, (trx) =>
		queue.enqueue(
			trx,
			Array.from({ length: 40 }, () => sendMail()),
		),
	);
	const undone = async () => {
		const { rowCount } = await client.query(
			"select from pgboss.job where name = 'send-mail' and state <> 'completed'",
		);
		return rowCount;
	};
	expect(await undone()).toBeGreaterThanOrEqual(40);
	const working = await openQueue(database.url);
	const problems: unknown[] = [];
	// Messages that are not there any more need nothing sent.
	await working.work({ db: database.db } as App, (...problem) => problems.push(problem));
	await expect.poll(undone, { timeout: 600_000 }).toBe(0);
	await working.stop();
	expect(problems).toEqual([]);
	// What is taken at one look begins at one moment.
	const { rows } = await client.query<{ look: number }>(
		"select distinct extract(epoch from started_on)::float as look from pgboss.job where name = 'send-mail' order by 1",
	);
	const looks = rows.map(({ look }) => look);
	expect(looks.length).toBeLessThanOrEqual(Math.ceil(42 / 5));
	// A queue that rested between looks would rest two seconds before each of them.
	const rests = looks.slice(1).map((look, index) => look - (looks[index] ?? 0));
	expect(Math.min(...rests)).toBeLessThan(2);
});

test("a nightly backup goes by its time of day while the settings name a place for it, and not after", async () => {
	const schedule = async () =>
		(await client.query("select cron, timezone from pgboss.schedule where name = 'back-up'")).rows;
	const backup = {
		to: "/srv/backups",
		publicKey: "age1",
		at: "02:05",
		keep: 14,
		url: database.url,
	};
	const started = async (app: Partial<App>) => {
		const queue = await openQueue(database.url);
		await queue.work({ db: database.db, ...app } as App, () => {});
		await queue.stop();
	};
	await started({ backup });
	expect(await schedule()).toEqual([{ cron: "5 2 * * *", timezone: "Europe/London" }]);
	await started({});
	expect(await schedule()).toEqual([]);
});

test("work that fails is told of and tried again, and what the clock calls for goes by London's", async () => {
	const failing = sendMail();
	await transact(database.db, (trx) => queue.enqueue(trx, [failing]));
	let begun: Promise<void> | undefined;
	const told = await new Promise<[name: string, error: unknown]>((resolve) => {
		// An app without a database: whatever it is asked to do fails.
		begun = queue.work({} as App, (...problem) => resolve(problem));
	});
	await begun;
	expect(told).toEqual(["send-mail", expect.any(TypeError)]);
	await expect.poll(() => stateOf(failing), { timeout: 600_000 }).toBe("retry");

	const { rows } = await client.query(
		"select name, cron, timezone from pgboss.schedule order by name",
	);
	expect(rows).toEqual([
		{ name: "check-files", cron: "* * * * *", timezone: "Europe/London" },
		{ name: "clear-downloads", cron: "11 * * * *", timezone: "Europe/London" },
		{ name: "clear-files", cron: "23 3 * * *", timezone: "Europe/London" },
		{ name: "clear-old-logs", cron: "29 3 * * *", timezone: "Europe/London" },
		{ name: "clear-webhook-log", cron: "37 3 * * *", timezone: "Europe/London" },
		{ name: "derive-again", cron: "*/5 * * * *", timezone: "Europe/London" },
		{ name: "end-sessions", cron: "17 3 * * *", timezone: "Europe/London" },
		{ name: "keep-to-schedule", cron: "7 9 * * 1-5", timezone: "Europe/London" },
		{ name: "list-disposals-again", cron: "47 1 * * *", timezone: "Europe/London" },
		{ name: "publish-heads", cron: "53 1 * * *", timezone: "Europe/London" },
		{
			name: "refresh-bank-holidays",
			cron: "41 4 * * *",
			timezone: "Europe/London",
		},
		{ name: "send-webhooks-due", cron: "* * * * *", timezone: "Europe/London" },
		{ name: "sweep", cron: "* * * * *", timezone: "Europe/London" },
	]);
});
