import type { App } from "../actions/app.ts";
import { deleteOldTries } from "../store/failed-tries.ts";
import { deleteOldChallenges } from "../store/passkeys.ts";
import { deleteEndedSessions } from "../store/sessions.ts";

/** Once a night: sessions that have ended leave the database, and with them what was counted and asked of sign-ins. */
export async function endSessions(app: App): Promise<void> {
	await deleteEndedSessions(app.db, app.signIn.idleMinutes);
	await deleteOldTries(app.db, app.clock());
	await deleteOldChallenges(app.db, app.clock());
}
