import { accountNotice } from "../mail/notices/about-account.ts";
import type { Trx } from "../store/db.ts";
import { listDirectory } from "../store/people.ts";
import type { App } from "./app.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** The page on which somebody sees the programs that act for them. */
const programs = "/your-settings/api-tokens";

/** Mails whoever answers for a program what happened to it, without a name of anything. Whoever has left is not written to. */
export async function tellOwner(
	app: App,
	trx: Trx,
	{ personId, partnershipId }: { personId: string; partnershipId: string },
	news: "webhook-paused" | "token-made",
): Promise<void> {
	const here = await partnershipClock(app, trx, partnershipId);
	const directory = await listDirectory(trx, partnershipId);
	const to = directory.find(({ id }) => id === personId);
	if (!to) return;
	await queueMessages(trx, app, here, [
		{
			differenceId: null,
			to,
			notice: accountNotice(senderOf(app, here, directory), to, news, { path: programs }),
		},
	]);
}
