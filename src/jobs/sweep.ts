import type { App } from "../actions/app.ts";
import { sweep } from "../actions/sweep.ts";
import { listPartnerships } from "../store/partnerships.ts";

/** Every minute: what time has brought about, and who is to be reminded, partnership by partnership. */
export async function sweepPartnerships(app: App): Promise<void> {
	for (const { id } of await listPartnerships(app.db)) await sweep(app, id);
}
