import { officesToGive } from "../domain/partnership/invitation.ts";
import type { Trx } from "../store/db.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** The offices and posts that may be given in a partnership, by the protocols in force. */
export async function officesIn(app: App, trx: Trx | App["db"], partnershipId: string) {
	const { now } = await partnershipClock(app, trx, partnershipId);
	const inForce = await app.protocols.listInForce(trx, partnershipId, now.toPlainDate().toString());
	return officesToGive(inForce.map(({ protocol }) => protocol));
}
