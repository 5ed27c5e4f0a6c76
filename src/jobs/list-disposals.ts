import type { App } from "../actions/app.ts";
import { eraseRemovedKeys, listDisposalsOutside } from "../actions/dispose.ts";

/**
 * After each disposal, and before each nightly backup: a list that was lost is whole again, and no key that was destroyed lies in
 * the database's files any more. What cannot be done while somebody holds the keys, such as a backup, is tried again.
 */
export async function listDisposals(app: App): Promise<void> {
	await listDisposalsOutside(app);
	await eraseRemovedKeys(app);
}
