import { randomUUID } from "node:crypto";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Task, TaskKind } from "../domain/task.ts";
import type { Trx } from "../store/db.ts";
import { addTask, endTask } from "../store/tasks.ts";
import type { App } from "./app.ts";

/** A task could not be done. `message` says why and what to do. */
export class TaskFault extends Error {}

/** Tells how far a task is; `whole` is null while that is not known. */
export type Told = (done: number, whole: number | null) => Promise<void>;

/** How tasks of these kinds are done. @throws TaskFault */
export type Works<Kind extends TaskKind, Needs = App> = Record<
	Kind,
	(app: Needs, task: Task, told: Told) => Promise<void>
>;

/** Asks for work that is done beside the page, in the transaction of the act that needs it. */
export async function askForTask(
	app: Pick<App, "enqueue">,
	trx: Trx,
	by: Pick<Viewer, "id" | "partnershipId">,
	kind: TaskKind,
	aboutId: string,
	now: Temporal.ZonedDateTime,
): Promise<void> {
	const id = randomUUID();
	await addTask(trx, {
		id,
		partnershipId: by.partnershipId,
		kind,
		aboutId,
		askedBy: by.id,
		at: now.toInstant().toString(),
	});
	await app.enqueue(trx, [{ name: "run-task", data: { taskId: id } }]);
}

/** Keeps why work could not even be begun, for the page of what it is about. */
export async function failTask(
	trx: Trx,
	by: Pick<Viewer, "id" | "partnershipId">,
	kind: TaskKind,
	aboutId: string,
	now: Temporal.ZonedDateTime,
	wrong: string,
): Promise<void> {
	const [id, at] = [randomUUID(), now.toInstant().toString()];
	await addTask(trx, { id, partnershipId: by.partnershipId, kind, aboutId, askedBy: by.id, at });
	await endTask(trx, id, wrong, at);
}
