import { transact } from "../store/db.ts";
import { listNotQueued } from "../store/not-queued.ts";
import type { App } from "./app.ts";
import { sendingOf } from "./outbox.ts";

/**
 * Queues what waits to be done and is in no queue, as after a backup was put back. What is queued already is left as it is, so
 * a second run does nothing.
 *
 * @returns how much that was
 */
export function queueAgain(app: Pick<App, "db" | "enqueue">): Promise<number> {
	return transact(app.db, async (trx) => {
		const { messages, tasks } = await listNotQueued(trx);
		await app.enqueue(trx, [
			...messages.map(sendingOf),
			...tasks.map((taskId) => ({ name: "run-task", data: { taskId } }) as const),
		]);
		return messages.length + tasks.length;
	});
}
