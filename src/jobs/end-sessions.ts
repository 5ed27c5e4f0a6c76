import type { App } from "../actions/app.ts";
import { keepSignInsNoLonger } from "../actions/keep-no-longer.ts";
import { deleteOldTries } from "../store/failed-tries.ts";
import { deleteOldChallenges } from "../store/passkeys.ts";
import { deleteEndedSessions } from "../store/sessions.ts";

/** Once a night: sessions that have ended leave the database, and with them what nobody signs in by any more. */
export async function endSessions(app: App): Promise<void> {
	await deleteEndedSessions(app.db, app.signIn.idleMinutes);
	await deleteOldTries(app.db, app.clock());
	await deleteOldChallenges(app.db, app.clock());
	await keepSignInsNoLonger(app);
}
