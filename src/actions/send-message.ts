import { languageOf } from "../domain/language.ts";
import { compose } from "../mail/notices/compose.ts";
import { type Notice, notice } from "../mail/notices/notice.ts";
import { Undeliverable } from "../mail/transport.ts";
import { transact } from "../store/db.ts";
import {
	lockMessage,
	saveMessageFailed,
	saveMessageNotNeeded,
	saveMessagesSent,
} from "../store/messages.ts";
import { isPastReminder } from "../store/reminders.ts";
import type { App } from "./app.ts";
import { mintSecret } from "./one-time-link.ts";
import { partnershipClock } from "./partnership-clock.ts";

/**
 * Sends one message of the outbox. It is held while it goes, so that it goes once; sent again after a crash
 * between sending and noting, it carries the same identifier, which mail systems know. A reminder that waited
 * until nobody needed it does not go.
 *
 * What the mail server refuses for good is noted, for the Business Unit to see.
 *
 * @throws Error when the mail server does not take it now: the queue tries again
 */
export function sendMessage(app: App, messageId: string): Promise<void> {
	return transact(app.db, async (trx) => {
		const message = await lockMessage(trx, messageId);
		if (!message || message.state === "sent") return;
		const { partnership, now } = await partnershipClock(app, trx, message.partnershipId);
		const at = now.toInstant().toString();
		const said = notice.parse(message.notice);
		if (message.left && !isLastWord(said)) {
			await saveMessageFailed(trx, messageId, "The person has left", at);
			return;
		}
		if (await isPastReminder(trx, messageId)) {
			await saveMessageNotNeeded(trx, messageId);
			return;
		}
		try {
			await app.mail.send({
				id: message.id,
				to: message.email,
				as: partnership.logoText ?? partnership.name,
				...compose(
					said,
					message.oneTimeLinkId ? await mintSecret(trx, message.oneTimeLinkId) : undefined,
					languageOf(partnership, message),
				),
			});
		} catch (problem) {
			if (!(problem instanceof Undeliverable)) throw problem;
			await saveMessageFailed(trx, messageId, `The mail server refused it (${problem.code})`, at);
			return;
		}
		await saveMessagesSent(trx, [{ id: messageId, at }]);
	});
}

/** Whoever came by a link is told that it was taken back, which made them nobody here. */
const isLastWord = (said: Notice): boolean =>
	said.kind === "account" && said.news === "link-taken-back";

/** A message that was tried as often as it may be, or came back: the Business Unit sees whom it did not reach. */
export function giveUpMessage(app: App, messageId: string, why: string): Promise<boolean> {
	return transact(app.db, async (trx) => {
		const message = await lockMessage(trx, messageId);
		if (!message || message.state === "failed") return false;
		const { now } = await partnershipClock(app, trx, message.partnershipId);
		await saveMessageFailed(trx, messageId, why, now.toInstant().toString());
		return true;
	});
}
