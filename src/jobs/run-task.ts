import type { App } from "../actions/app.ts";
import { deleteDownloadsOver } from "../actions/download.ts";
import { deletePeopleFilesLeft } from "../actions/import-people.ts";
import { deleteOldLogsLeft } from "../actions/old-log.ts";
import { runTask } from "../actions/run-task.ts";
import { acrossPartnerships, withinPartnership } from "../store/scope.ts";
import { findTask } from "../store/tasks.ts";

/** Work that somebody asked for and does not wait for. */
export const runTaskAsked = (app: App, data: { taskId: string }): Promise<void> =>
	doAskedTask(app, data.taskId);

async function doAskedTask(app: App, taskId: string): Promise<void> {
	const task = await acrossPartnerships("queue", () => findTask(app.db, taskId));
	if (task)
		await withinPartnership({ partnershipId: task.partnershipId }, () => runTask(app, taskId));
}

/** Once a night: old logs and files of people that nobody imported leave the database. */
export async function clearOldLogs(app: App): Promise<void> {
	await deletePeopleFilesLeft(app);
	await deleteOldLogsLeft(app);
}

/** Every hour: files that were made to be taken away, a day after they were asked for. */
export const clearDownloads = (app: App): Promise<void> => deleteDownloadsOver(app);
