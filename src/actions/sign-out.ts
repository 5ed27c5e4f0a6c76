import { transact } from "../store/db.ts";
import { deleteSession, deleteSessionsOf } from "../store/sessions.ts";
import type { App } from "./app.ts";

/** Signs an account out in one place. @param session as `listSessions` names it. @returns whether it was signed in there */
export const signOutThere = (app: App, accountId: string, session: string): Promise<boolean> =>
	deleteSession(app.db, accountId, session);

/** Signs an account out everywhere but here. @param sid of the session that asks */
export const signOutElsewhere = (app: App, accountId: string, sid: string): Promise<void> =>
	transact(app.db, (trx) => deleteSessionsOf(trx, accountId, sid));
