import type { App } from "../actions/app.ts";
import { deleteEndedSessions } from "../store/sessions.ts";

/** Once a night: sessions that have ended leave the database. */
export const endSessions = (app: App): Promise<void> => deleteEndedSessions(app.db);
