import { afterAll, beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { raisedTo } from "../../test/support/partnership.ts";
import { openQueue, prepareQueue, type Queue } from "../jobs/queue.ts";
import { queueAgain } from "./queue-again.ts";

const office = officeForAll({ at: "2026-03-30T10:00" });
let queue: Queue;
beforeAll(async () => {
	await prepareQueue(office.databaseUrl());
	queue = await openQueue(office.databaseUrl());
});
afterAll(() => queue.stop());

test("messages that wait and are in no queue are queued once; those that went are left alone", async () => {
	// What acts queue goes nowhere in this office, as in a database that was put back without its queue.
	await raisedTo(office, "forward");
	const waiting = await office.db
		.selectFrom("message")
		.where("state", "=", "waiting")
		.select("id")
		.orderBy("id")
		.execute();
	expect(waiting.length).toBeGreaterThan(1);
	const [sent, ...unsent] = waiting.map(({ id }) => id);
	await office.db
		.updateTable("message")
		.set({ state: "sent", sent_at: "2026-03-30T10:00:00Z" })
		.where("id", "=", sent ?? "")
		.execute();

	const queued: string[] = [];
	const app = {
		db: office.db,
		enqueue: async (...[trx, jobs]: Parameters<Queue["enqueue"]>) => {
			for (const job of jobs) if (job.name === "send-mail") queued.push(job.data.messageId);
			await queue.enqueue(trx, jobs);
		},
	};
	expect(await queueAgain(app)).toBe(unsent.length);
	expect(queued.sort()).toEqual(unsent);
	expect(await queueAgain(app)).toBe(0);
});

test("a task that was under way is queued again", async () => {
	const id = "00000000-0000-4000-8000-00000000000a";
	await office.db
		.insertInto("task")
		.values({
			id,
			partnership_id: office.partnershipId,
			kind: "check-old-log",
			about_id: id,
			whole: null,
			wrong: null,
			asked_by: office.people.businessUnit.id,
			asked_at: "2026-03-30T10:00:00Z",
			ended_at: null,
		})
		.execute();
	const app = { db: office.db, enqueue: queue.enqueue };
	expect(await queueAgain(app)).toBe(1);
	expect(await queueAgain(app)).toBe(0);
});
