import { isUnderWay, type Task, type TaskKind } from "../domain/task.ts";
import { transact } from "../store/db.ts";
import { endTask, findTask, saveProgress } from "../store/tasks.ts";
import type { App } from "./app.ts";
import { recordWorks } from "./check-record.ts";
import { downloadWorks } from "./download.ts";
import { lookThroughWorks } from "./look-through-report.ts";
import { namedInTextsWorks } from "./named-in-texts.ts";
import { type OldLogApp, oldLogWorks } from "./old-log.ts";
import { reportWorks } from "./prepare-report.ts";
import { TaskFault, type Works } from "./task.ts";

const works: Works<TaskKind> = {
	...oldLogWorks,
	...reportWorks,
	...lookThroughWorks,
	...downloadWorks,
	...namedInTextsWorks,
	...recordWorks,
};

/** Does what a task asks for, once: a second run of one that is over does nothing. */
export const runTask = (app: App, taskId: string): Promise<void> => run(app, works, taskId);

/** The same of a task about an old log, for what has not all of Concord. */
export const runOldLogTask = (app: OldLogApp, taskId: string): Promise<void> =>
	run(app, oldLogWorks, taskId);

async function run<Needs extends Pick<App, "db" | "clock">>(
	app: Needs,
	works: Partial<Works<TaskKind, Needs>>,
	taskId: string,
): Promise<void> {
	const task = await findTask(app.db, taskId);
	const work = task && works[task.kind];
	if (!work || !isUnderWay(task)) return;
	const told = (done: number, whole: number | null) =>
		transact(app.db, (trx) => saveProgress(trx, task.id, { done, whole }));
	await told(0, null);
	let wrong: string | null = null;
	try {
		await work(app, task, told);
	} catch (problem) {
		if (!(problem instanceof TaskFault)) {
			await end(
				app,
				task,
				"Something went wrong on our side. Nothing was changed. Try again, and tell whoever runs Concord if it happens again.",
			);
			throw problem;
		}
		wrong = problem.message;
	}
	await end(app, task, wrong);
}

const end = (app: Pick<App, "db" | "clock">, task: Task, wrong: string | null) =>
	transact(app.db, (trx) => endTask(trx, task.id, wrong, app.clock().toString()));
