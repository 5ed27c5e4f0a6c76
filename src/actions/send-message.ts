import { compose } from "../mail/compose.ts";
import { notice } from "../mail/notice.ts";
import { transact } from "../store/db.ts";
import {
	lockMessage,
	saveMessageFailed,
	saveMessageSent,
} from "../store/messages.ts";
import type { App } from "./app.ts";
import { timeIn } from "./partnership-time.ts";

/**
 * Sends one message of the outbox. It is held while it goes, so that it goes once; sent again after a crash
 * between sending and noting, it carries the same identifier, which mail systems know.
 *
 * @throws Error when the mail server does not take it: the queue tries again
 */
export function sendMessage(app: App, messageId: string): Promise<void> {
	return transact(app.db, async (trx) => {
		const message = await lockMessage(trx, messageId);
		if (!message || message.state === "sent") return;
		if (message.left) {
			await saveMessageFailed(trx, messageId, "The person has left");
			return;
		}
		await app.mail.send({
			id: message.id,
			to: message.email,
			...compose(notice.parse(message.notice)),
		});
		const { now } = await timeIn(app, trx, message.partnershipId);
		await saveMessageSent(trx, messageId, now.toInstant().toString());
	});
}
