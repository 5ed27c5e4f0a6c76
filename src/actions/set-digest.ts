import type { Digest } from "../domain/people/digest.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { transact } from "../store/db.ts";
import { saveDigest } from "../store/reminders.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** Somebody chooses how they are reminded. The first message of all that they owe comes on the next working day. */
export function setDigest(app: App, by: Viewer, digest: Digest): Promise<void> {
	return transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await saveDigest(trx, by.id, digest, now.toPlainDate().toString());
	});
}
