import type { App } from "../actions/app.ts";
import { deleteOldLogsLeft, runTask } from "../actions/old-log.ts";

/** Work that somebody asked for and does not wait for. */
export const runTaskAsked = (app: App, data: { taskId: string }): Promise<void> =>
	runTask(app, data.taskId);

/** Once a night: old logs that nobody imported leave the database. */
export const clearOldLogs = (app: App): Promise<void> => deleteOldLogsLeft(app);
