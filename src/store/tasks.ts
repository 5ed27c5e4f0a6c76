import type { Task } from "../domain/task.ts";
import type { Db, Trx } from "./db.ts";

/** @param at ISO instant at which it was asked for */
export async function addTask(
	trx: Trx,
	task: Pick<Task, "id" | "partnershipId" | "kind" | "aboutId" | "askedBy"> & { at: string },
): Promise<void> {
	await trx
		.insertInto("task")
		.values({
			id: task.id,
			partnership_id: task.partnershipId,
			kind: task.kind,
			about_id: task.aboutId,
			whole: null,
			wrong: null,
			asked_by: task.askedBy,
			asked_at: task.at,
			ended_at: null,
		})
		.execute();
}

const columns = [
	"id",
	"partnership_id",
	"kind",
	"about_id",
	"state",
	"done",
	"whole",
	"wrong",
	"asked_by",
] as const;

const toTask = (row: {
	id: string;
	partnership_id: string;
	kind: Task["kind"];
	about_id: string;
	state: Task["state"];
	done: number;
	whole: number | null;
	wrong: string | null;
	asked_by: string;
}): Task => ({
	id: row.id,
	partnershipId: row.partnership_id,
	kind: row.kind,
	aboutId: row.about_id,
	state: row.state,
	done: row.done,
	whole: row.whole,
	wrong: row.wrong,
	askedBy: row.asked_by,
});

export async function findTask(db: Db | Trx, id: string): Promise<Task | undefined> {
	const row = await db.selectFrom("task").where("id", "=", id).select(columns).executeTakeFirst();
	return row && toTask(row);
}

/** The task that was asked for last about something, or the last of a kind. */
export async function latestTaskAbout(
	db: Db | Trx,
	aboutId: string,
	kind?: Task["kind"],
): Promise<Task | undefined> {
	const row = await db
		.selectFrom("task")
		.where("about_id", "=", aboutId)
		.$if(kind !== undefined, (query) => query.where("kind", "=", kind as Task["kind"]))
		.orderBy("number", "desc")
		.limit(1)
		.select(columns)
		.executeTakeFirst();
	return row && toTask(row);
}

/** Says how far a task is: outside the transaction in which its work is done, so that everybody sees it. */
export async function saveProgress(
	trx: Trx,
	id: string,
	{ done, whole }: { done: number; whole: number | null },
): Promise<void> {
	await trx
		.updateTable("task")
		.set({ state: "running", done, whole })
		.where("id", "=", id)
		.where("state", "in", ["waiting", "running"])
		.execute();
}

/** @param wrong why it failed, and what to do; null where it is done. @param at ISO instant */
export async function endTask(
	trx: Trx,
	id: string,
	wrong: string | null,
	at: string,
): Promise<void> {
	await trx
		.updateTable("task")
		.set({ state: wrong === null ? "done" : "failed", wrong, ended_at: at })
		.where("id", "=", id)
		.execute();
}
